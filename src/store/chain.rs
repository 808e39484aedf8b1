//! Before a ballot is opened, closed or declared, and before a meeting ends: each entry of the journal from the opening or
//! the call to order on must give its hash and follow the one before. What lies earlier is left to `docket verify`, so
//! that a long journal need not be read.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension as _, params};

use super::{Store, error::StoreError, journal, past, sql::count};
use crate::{
    council::{BallotId, MeetingId},
    record::{
        Change, EntryKey,
        journal::{Flaw, Stored, verify_since},
    },
};

impl Store {
    /// Whether the chain holds that the decisions among `changes` rest on.
    ///
    /// # Errors
    /// It does not, and then nothing may be decided on it.
    pub(super) fn chain_holds<'c>(
        &self,
        changes: impl IntoIterator<Item = &'c Change>,
    ) -> Result<(), StoreError> {
        let mut from: Option<u64> = None;
        for change in changes {
            let began = self.read(|db| began(db, change))?;
            from = from.into_iter().chain(began).min();
        }
        let Some(from) = from else { return Ok(()) };
        self.read(|db| first_flaw(db, from))?.map_or(Ok(()), |flaw| {
            Err(StoreError::Inconsistent {
                what: format!(
                    "the chain of the journal does not hold ({flaw}), so nothing can be decided on it; go on with a \
                     backup"
                ),
            })
        })
    }
}

/// The place in the journal where that began which `change` decides; the last one where it begins now.
fn began(db: &Connection, change: &Change) -> rusqlite::Result<Option<u64>> {
    let began = match change {
        Change::BallotOpened { meeting: Some(meeting), .. } | Change::Adjourned { meeting } => {
            called(db, meeting)?
        }
        Change::BallotOpened { meeting: None, .. } => None,
        Change::Pulled { ballot, .. }
        | Change::BallotClosed { ballot, .. }
        | Change::Declared { ballot, .. } => opened(db, ballot)?,
        _ => return Ok(None),
    };
    began.map_or_else(|| journal::last(db), Ok).map(Some)
}

fn called(db: &Connection, meeting: &MeetingId) -> rusqlite::Result<Option<u64>> {
    db.prepare_cached(
        "SELECT seq FROM journal WHERE application IS NULL AND kind = 'called'
           AND json_extract(change, '$.meeting') = ?1 ORDER BY seq LIMIT 1",
    )?
    .query_row([meeting], |row| count(row, "seq"))
    .optional()
}

fn opened(db: &Connection, ballot: &BallotId) -> rusqlite::Result<Option<u64>> {
    db.prepare_cached(
        "SELECT seq FROM journal WHERE application = ?1 AND kind = 'ballot-opened'
           AND json_extract(change, '$.ballot.n') = ?2 ORDER BY seq LIMIT 1",
    )?
    .query_row(params![ballot.application, ballot.n], |row| count(row, "seq"))
    .optional()
}

/// The first flaw from place `from` to the head.
fn first_flaw(db: &Connection, from: u64) -> rusqlite::Result<Option<Flaw>> {
    let entries = journal::since(db, from)?;
    let earlier = named(db, from, &entries)?;
    Ok(verify_since(earlier, entries).into_iter().next())
}

/// What the entries from place `from` on name of those before: the first of the journal, the last of each writer, and
/// the heads that were seen.
fn named(db: &Connection, from: u64, entries: &[Stored]) -> rusqlite::Result<Vec<Stored>> {
    let (last, _) = past::heads(db, from.saturating_sub(1))?;
    let founding = journal::first(db)?.map(|first| first.key);
    let heads = entries.iter().map(|entry| &entry.seen).chain([&last]).flatten();
    let mut keys: BTreeSet<EntryKey> =
        heads.map(|(writer, (n, _))| EntryKey { writer: writer.clone(), n: *n }).chain(founding).collect();
    for entry in entries {
        keys.remove(&entry.key);
    }
    keys.iter().filter_map(|key| journal::of_key(db, key).transpose()).collect()
}
