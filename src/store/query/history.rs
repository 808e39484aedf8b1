//! The journal as people read it.

use chrono::{DateTime, Utc};
use rusqlite::params;

use super::all;
use crate::{
    record::{Corrected, Entry, EntryKey, Role, describe},
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
    /// What it is about: the docket, a ref, a ballot, a meeting or a seat.
    pub subject: String,
    /// What was done, in one line.
    pub what: String,
    /// It takes an earlier change back.
    pub undoes: bool,
    /// A later change took it back.
    pub undone: bool,
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
                let entry = journal::read(stored)?;
                let undone = self.is_undone(&entry)?;
                Ok(row(entry, undone))
            })
            .collect()
    }

    /// What reviewers made of what was sent for an application.
    pub fn corrected(&self, reference: &Ref) -> Result<Corrected, StoreError> {
        let stored = self.read(|db| {
            let sql = format!(
                "SELECT {} FROM journal WHERE application = ?1 AND kind IN ('submitted', 'amended', 'given')
                 ORDER BY seq",
                journal::COLUMNS
            );
            all(db, &sql, [reference], journal::entry)
        })?;
        let entries = stored.iter().map(journal::read).collect::<Result<Vec<_>, _>>()?;
        Ok(entries.iter().map(|entry| &entry.change).collect())
    }

    /// Whether a later change took back the group of `entry`.
    fn is_undone(&self, entry: &Entry) -> Result<bool, StoreError> {
        self.read(|db| {
            db.prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM journal WHERE undoes_writer = ?1 AND undoes_n = ?2) AS undone",
            )?
            .query_row(params![entry.key.writer, figure(entry.group)], |row| row.get("undone"))
        })
    }

    /// How many entries the journal has.
    pub fn entries(&self) -> Result<u64, StoreError> {
        self.read(|db| {
            db.query_row("SELECT count(*) AS entries FROM journal", [], |row| count(row, "entries"))
        })
    }
}

fn row(entry: Entry, undone: bool) -> JournalRow {
    JournalRow {
        subject: entry.change.subject().to_string(),
        what: describe(&entry.change),
        undoes: entry.undoes.is_some(),
        undone,
        key: entry.key,
        at: entry.at,
        actor: entry.actor,
        role: entry.role,
    }
}
