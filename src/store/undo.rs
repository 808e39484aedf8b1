//! Undo: one's own last change is taken back by new changes.

use rusqlite::{OptionalExtension as _, params};

use super::{
    Store,
    door::Group,
    error::{CommitError, StoreError},
    journal::{self, number},
    sql::count,
};
use crate::record::{
    Act, Change, Entry, EntryKey, Refusal, describe,
    seal::open,
    undo::{mirror, rests_on},
};

/// What was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// It, in one line.
    pub what: String,
}

impl Store {
    /// Takes back the actor's last change that neither takes another back nor was taken back.
    ///
    /// # Errors
    /// Why it cannot be taken back: there is none, it is of a kind that is corrected instead, or something later
    /// rests on it.
    pub fn undo(&mut self, act: &Act) -> Result<Undone, CommitError> {
        let group = self.last_group(&act.actor)?;
        let group = group.ok_or_else(|| CommitError::NothingToUndo { actor: act.actor.clone() })?;
        let what = name(&group.entries);
        if let Some(rests) = self.rests_on(&group)? {
            return Err(Refusal::not_allowed(
                format!(
                    "{what}: cannot be undone, for {} rests on it ({})",
                    describe(&rests.change),
                    rests.actor
                ),
                "correct it by a new change",
            )
            .into());
        }
        let mut changes = Vec::with_capacity(group.entries.len());
        for entry in group.entries.iter().rev() {
            changes.push(self.mirrored(entry, &what)?);
        }
        let undoes = group.entries.first().map(|entry| entry.key.clone());
        self.enter(&[Group { act: act.clone(), changes, undoes }])?;
        Ok(Undone { what })
    }

    /// What [`Store::undo`] would take back, in one line; `None` where nothing can be.
    pub fn undoable(&self, actor: &str) -> Result<Option<String>, StoreError> {
        let Some(group) = self.last_group(actor)? else { return Ok(None) };
        let possible = group.entries.iter().all(|entry| mirror(&entry.change).is_some());
        Ok((possible && self.rests_on(&group)?.is_none()).then(|| name(&group.entries)))
    }

    /// The actor's last changes that were made as one, undone ones and those that undo apart.
    fn last_group(&self, actor: &str) -> Result<Option<LastGroup>, StoreError> {
        let found = self.read(|db| {
            db.prepare_cached(
                "SELECT seq, writer, n FROM journal WHERE actor = ?1 AND first = n AND undoes_n IS NULL
                   AND NOT EXISTS (SELECT 1 FROM journal AS later
                     WHERE later.undoes_writer = journal.writer AND later.undoes_n = journal.n)
                 ORDER BY seq DESC LIMIT 1",
            )?
            .query_row([actor], |row| {
                Ok((count(row, "seq")?, EntryKey { writer: row.get("writer")?, n: count(row, "n")? }))
            })
            .optional()
        })?;
        let Some((seq, key)) = found else { return Ok(None) };
        let stored = self.read(|db| {
            let sql = format!(
                "SELECT {} FROM journal WHERE writer = ?1 AND first = ?2 AND n >= ?2 ORDER BY n",
                journal::COLUMNS
            );
            let mut statement = db.prepare_cached(&sql)?;
            let rows = statement.query_map(params![key.writer, number(key.n)], journal::entry)?;
            rows.collect::<rusqlite::Result<Vec<_>>>()
        })?;
        let entries = stored.iter().map(journal::read).collect::<Result<_, _>>()?;
        Ok(Some(LastGroup { seq, entries }))
    }

    /// The first later change that rests on one of `group`; what was undone meanwhile, and what undoes, rests on none.
    fn rests_on(&self, group: &LastGroup) -> Result<Option<Entry>, StoreError> {
        let sql = format!(
            "SELECT {} FROM journal WHERE seq > ?1 AND undoes_n IS NULL
               AND NOT EXISTS (SELECT 1 FROM journal AS later
                 WHERE later.undoes_writer = journal.writer AND later.undoes_n = journal.first)
             ORDER BY seq",
            journal::COLUMNS
        );
        let after = group.seq.saturating_add(u64::try_from(group.entries.len()).unwrap_or(u64::MAX)) - 1;
        let mut statement = self.db.prepare_cached(&sql)?;
        let rows = statement.query_map([number(after)], journal::entry)?;
        for row in rows {
            let later = journal::read(&row?)?;
            if group.entries.iter().any(|entry| rests_on(&later.change, &entry.change)) {
                return Ok(Some(later));
            }
        }
        Ok(None)
    }

    /// The change that takes `entry` back, with its personal texts.
    fn mirrored(&self, entry: &Entry, what: &str) -> Result<Change, CommitError> {
        let mirrored = mirror(&entry.change).ok_or_else(|| {
            Refusal::not_allowed(
                format!("{what}: this is never undone"),
                "it stands in the record; correct it by a new change",
            )
        })?;
        open(mirrored, &mut |hash| {
            let text = self.read(|db| journal::text(db, &hash))?;
            text.ok_or_else(|| {
                Refusal::not_allowed(format!("{what}: its text was erased"), "write it anew").into()
            })
        })
    }
}

/// Changes that were made as one.
struct LastGroup {
    /// The place of the first.
    seq: u64,
    entries: Vec<Entry>,
}

/// A group's name: its first change, and how many there are besides.
fn name(entries: &[Entry]) -> String {
    let first = entries.first().map(|entry| {
        let change = &entry.change;
        format!("{}: {}", change.subject(), describe(change))
    });
    let first = first.unwrap_or_default();
    match entries.len() {
        0 | 1 => first,
        n => format!("{first} and {} more", n - 1),
    }
}
