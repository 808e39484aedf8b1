//! Before a ballot is opened, closed or declared, what the tables say of the council, its meeting and what is voted on is
//! held against the journal: a result rests on what was recorded, and on nothing put into the tables behind its back.
//! Before a seat votes, so is what it said until then: no position is lost.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension as _, params};

use super::{Store, error::StoreError, journal, past, query, verify::compare};
use crate::{
    council::{BallotId, Meeting, MeetingId, Position, SeatNo, conflict::Register},
    record::{Change, snapshot},
    review::Ref,
};

/// The tables that a result rests on whatever is voted on.
const COUNCIL: &[&str] = &["rules", "seat", "suspension", "ruling"];

impl Store {
    /// Whether the tables say what the journal says of all that the ballots rest on which `changes` open, close or
    /// declare.
    ///
    /// # Errors
    /// They do not, and then nothing may be decided on them.
    pub(super) fn tables_agree<'c>(
        &self,
        changes: impl IntoIterator<Item = &'c Change>,
    ) -> Result<(), StoreError> {
        let mut applications = BTreeSet::new();
        let mut meetings = BTreeSet::new();
        for change in changes {
            if let Change::Voted { ballot, seat, .. } = change
                && self.read(|db| washed(db, ballot, *seat))?
            {
                return Err(otherwise(&format!("what seat {seat} said on {ballot}")));
            }
            if let Some((meeting, application)) = self.voted(change)? {
                meetings.insert(meeting);
                applications.insert(application.clone());
            }
        }
        if applications.is_empty() {
            return Ok(());
        }
        let mut found = Vec::new();
        for id in meetings {
            let meeting = self.read(|db| query::council::meeting(db, &id))?;
            applications.extend(meeting.iter().flat_map(past::applications));
            found.push((id, meeting));
        }
        let end = self.read(journal::last)?;
        let told = self.replayed(&applications, end, |_, _, _, _| Ok(()))?;
        self.read(|db| differs(db, &told, &found, &applications))?
            .map_or(Ok(()), |what| Err(otherwise(&what)))
    }

    /// Where `change` opens, closes or declares a ballot: its meeting or session, and what is voted on.
    fn voted<'c>(&self, change: &'c Change) -> Result<Option<(MeetingId, &'c Ref)>, StoreError> {
        match change {
            Change::BallotOpened { meeting, ballot, with, .. } => {
                Ok(Some((past::opened_in(meeting.as_ref(), ballot, with.as_ref()), &ballot.application)))
            }
            Change::BallotClosed { ballot, .. } | Change::Declared { ballot, .. } => {
                let meeting = self.read(|db| query::together::session_of(db, ballot))?;
                Ok(meeting.map(|meeting| (meeting, &ballot.application)))
            }
            _ => Ok(None),
        }
    }
}

fn otherwise(what: &str) -> StoreError {
    StoreError::Inconsistent {
        what: format!(
            "the tables say something else than the journal ({what}), so nothing can be decided on them; go on \
             with a backup or with the export taken into an empty docket"
        ),
    }
}

/// Whether the tables have another position of a seat than the one it took last, as the journal has it.
fn washed(db: &Connection, ballot: &BallotId, seat: SeatNo) -> rusqlite::Result<bool> {
    let recorded: Option<Option<Position>> = db
        .prepare_cached(
            "SELECT json_extract(change, '$.now') FROM journal WHERE application = ?1 AND kind = 'voted'
               AND json_extract(change, '$.ballot.n') = ?2 AND json_extract(change, '$.seat') = ?3
             ORDER BY seq DESC LIMIT 1",
        )?
        .query_row(params![ballot.application, ballot.n, seat], |row| row.get(0))
        .optional()?;
    Ok(query::ballot::position(db, ballot, seat)? != recorded.flatten())
}

/// What the tables have otherwise than they are `told` by the journal.
fn differs(
    db: &Connection,
    told: &Connection,
    meetings: &[(MeetingId, Option<Meeting>)],
    applications: &BTreeSet<Ref>,
) -> rusqlite::Result<Option<String>> {
    for table in COUNCIL {
        if let Err(what) = compare::table(db, told, table) {
            return Ok(Some(what));
        }
    }
    if conflicts(db, applications)? != conflicts(told, applications)? {
        return Ok(Some("the register of conflicts".to_owned()));
    }
    for (id, found) in meetings {
        if query::council::meeting(told, id)? != *found {
            return Ok(Some(format!("meeting {id}, its members, its room or its ballots")));
        }
    }
    for reference in applications {
        let reviewed = |db| -> rusqlite::Result<Option<String>> {
            Ok(query::application::application(db, reference)?.as_ref().map(snapshot))
        };
        if reviewed(db)? != reviewed(told)? {
            return Ok(Some(reference.to_string()));
        }
    }
    Ok(None)
}

/// What is known of conflicts, and what was said of those with `applications` or with any.
fn conflicts(db: &Connection, applications: &BTreeSet<Ref>) -> rusqlite::Result<Register> {
    let mut register = query::conflicts::register(db)?;
    register.words.retain(|word| word.application.as_ref().is_none_or(|of| applications.contains(of)));
    Ok(register)
}
