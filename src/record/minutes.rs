//! The changes of minutes, made from what is known of their meeting: one place for console and command line.

use super::change::Change;
use crate::council::{Meeting, MeetingId};

/// Puts right what the minutes of `meeting` say: what is to be read, and why; `by` is the later meeting that adopted
/// it, where one did.
pub fn amend(meeting: &Meeting, (text, because): (String, String), by: Option<MeetingId>) -> Change {
    let n = meeting.amendments.iter().map(|one| one.n).max().unwrap_or_default().saturating_add(1);
    Change::MinutesAmended { meeting: meeting.id.clone(), n, text, because, by }
}
