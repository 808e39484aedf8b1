//! The changes of an electronic ballot: those of a ballot, in a session that has no room and ends at a deadline.

use chrono::{DateTime, Utc};

use super::change::Change;
use crate::council::Meeting;

/// The ballots that were `opened` in `session`, the [session to be] of an electronic one, open until `deadline`.
///
/// [session to be]: crate::council::electronic::session_to_be
#[must_use]
pub fn until(session: &Meeting, mut opened: Vec<Change>, deadline: DateTime<Utc>) -> Vec<Change> {
    for change in &mut opened {
        let Change::BallotOpened { meeting, deadline: ends, rules, .. } = change else { continue };
        (*meeting, *ends, *rules) = (None, Some(deadline), Some(session.rules.clone()));
    }
    opened
}
