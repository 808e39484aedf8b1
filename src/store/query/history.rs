//! The journal as people read it.

use chrono::{DateTime, Utc};
use rusqlite::params;

use super::all;
use crate::{
    record::{Change, ContentHash, Entry, EntryKey, Role},
    review::{Ref, queue::Window},
    store::{
        Store,
        error::StoreError,
        journal,
        sql::{count, figure},
    },
};

/// One entry of the journal as people read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalRow {
    /// Its place.
    pub key: EntryKey,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: String,
    /// In which role.
    pub role: Option<Role>,
    /// What it is about: a ref, a meeting, a seat, rules or the docket.
    pub subject: String,
    /// What was done, in one line.
    pub what: String,
    /// It takes an earlier change back.
    pub undoes: bool,
}

impl Store {
    /// The entries of `window`, newest first: all of them, or those of one application.
    pub fn history(&self, reference: Option<&Ref>, window: Window) -> Result<Vec<JournalRow>, StoreError> {
        let ends = (figure(window.rows), figure(window.first));
        let columns = journal::COLUMNS;
        let stored = self.read(|db| match reference {
            None => all(
                db,
                &format!("SELECT {columns} FROM journal ORDER BY seq DESC LIMIT ?1 OFFSET ?2"),
                params![ends.0, ends.1],
                journal::entry,
            ),
            Some(reference) => all(
                db,
                &format!(
                    "SELECT {columns} FROM journal WHERE application = ?3 ORDER BY seq DESC LIMIT ?1 OFFSET ?2"
                ),
                params![ends.0, ends.1, reference],
                journal::entry,
            ),
        })?;
        stored
            .iter()
            .map(|stored| {
                let entry = stored.read().map_err(|error| StoreError::Inconsistent {
                    what: format!("journal entry {}: {error}", stored.key),
                })?;
                Ok(row(entry))
            })
            .collect()
    }

    /// How many entries the journal has.
    pub fn entries(&self) -> Result<u64, StoreError> {
        self.read(|db| {
            db.query_row("SELECT count(*) AS entries FROM journal", [], |row| count(row, "entries"))
        })
    }
}

fn row(entry: Entry) -> JournalRow {
    JournalRow {
        subject: subject(&entry.change),
        what: describe(&entry.change),
        undoes: entry.undoes.is_some(),
        key: entry.key,
        at: entry.at,
        actor: entry.actor,
        role: entry.role,
    }
}

/// What a change is about.
fn subject(change: &Change<ContentHash>) -> String {
    match change {
        Change::Founded { docket, .. } => docket.clone(),
        Change::RulesTaken { id, .. } => id.clone(),
        Change::Received { application, .. }
        | Change::Submitted { application, .. }
        | Change::Amended { application, .. }
        | Change::Found { application, .. }
        | Change::Checked { application, .. }
        | Change::Given { application, .. }
        | Change::Assigned { application, .. }
        | Change::Staged { application, .. }
        | Change::Demonstrated { application, .. }
        | Change::Noted { application, .. } => application.to_string(),
        Change::Seated { was, now } => {
            now.as_ref().or(was.as_ref()).map(|seat| format!("seat {}", seat.n)).unwrap_or_default()
        }
        Change::Planned { meeting, .. }
        | Change::Called { meeting, .. }
        | Change::Attended { meeting, .. }
        | Change::AgendaSet { meeting, .. }
        | Change::Adjourned { meeting } => meeting.to_string(),
        Change::BallotOpened { ballot, .. }
        | Change::Voted { ballot, .. }
        | Change::BallotClosed { ballot, .. }
        | Change::Declared { ballot, .. } => ballot.to_string(),
    }
}

/// A change in one line.
pub(in crate::store) fn describe(change: &Change<ContentHash>) -> String {
    let word = serde_json::to_value(change).ok();
    let word = word.as_ref().and_then(|json| json.get("change")?.as_str()).unwrap_or("changed");
    format!("{} {}", subject(change), word.replace('-', " "))
}
