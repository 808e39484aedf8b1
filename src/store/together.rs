//! Motions over several ballots, looked at once a group of changes is done: a change is checked by itself, and only
//! the whole group shows whether what was done to one ballot was done to all of its motion.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rusqlite::Connection;

use super::{
    error::CommitError,
    query::{self, application, council, together as found},
};
use crate::{
    council::{BallotId, Meeting, conflict, together},
    record::{Change, Subject, Together, check_together},
    review::Ref,
};

/// Checks each motion that a group of `changes` touched, as it stands on `day` after them.
pub(super) fn check(db: &Connection, changes: &[Change], day: NaiveDate) -> Result<(), CommitError> {
    let mut seen = BTreeSet::new();
    for change in changes {
        let Subject::Ballot(ballot) = change.subject() else { continue };
        let Some(motion) = motion(db, &ballot, changes, day)? else { continue };
        if seen.insert(motion.lead.clone()) {
            check_together(&motion)?;
        }
    }
    Ok(())
}

fn motion(
    db: &Connection,
    ballot: &BallotId,
    changes: &[Change],
    day: NaiveDate,
) -> rusqlite::Result<Option<Together>> {
    let Some(id) = found::session_of(db, ballot)? else { return Ok(None) };
    let Some(session) = council::meeting(db, &id)? else { return Ok(None) };
    let Some(found) = session.ballots.iter().find(|one| one.id == *ballot) else { return Ok(None) };
    let lead = together::lead(found).clone();
    let opens = |change: &Change| matches!(change, Change::BallotOpened { ballot, with, .. } if *ballot == lead || with.as_ref() == Some(&lead));
    let opened = changes.iter().any(opens);
    let mut motion =
        Together { lead, opened, partners: BTreeMap::new(), conflicts: BTreeMap::new(), session };
    for ballot in together::led_by(&motion.session.ballots, &motion.lead) {
        let reference = &ballot.id.application;
        motion.partners.insert(reference.clone(), found::partners(db, reference, day)?);
        if opened {
            motion.conflicts.insert(reference.clone(), conflicts(db, &motion.session, reference)?);
        }
    }
    Ok(Some(motion))
}

/// The conflicts of those in the room with an applicant that stand.
fn conflicts(
    db: &Connection,
    session: &Meeting,
    reference: &Ref,
) -> rusqlite::Result<Vec<conflict::Suggestion>> {
    let Some(found) = application::application(db, reference)? else { return Ok(Vec::new()) };
    let present: Vec<_> = session.present().cloned().collect();
    let register = query::conflicts::register(db)?;
    let mut conflicts = register.of_seats(&present, (&found).into(), session.date);
    conflicts.retain(conflict::Suggestion::stands);
    Ok(conflicts)
}
