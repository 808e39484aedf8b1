//! The journal and its personal texts as rows.

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::{error::StoreError, sql::count};
use crate::record::{
    ContentHash, Entry, EntryHash, EntryKey, WriterId,
    journal::{Heads, Stored},
};

/// The columns of an entry, for [`entry`].
pub(super) const COLUMNS: &str =
    "writer, n, first, at, actor, role, undoes_writer, undoes_n, seen, change, prev, hash";

/// Adds an entry at place `seq`.
pub(super) fn add(db: &Connection, seq: u64, entry: &Stored) -> rusqlite::Result<()> {
    let seen = serde_json::to_string(&entry.seen).map_err(out_of_json)?;
    let (undoes_writer, undoes_n) =
        entry.undoes.as_ref().map(|key| (key.writer.as_str(), number(key.n))).unzip();
    db.prepare_cached(
        "INSERT INTO journal (seq, writer, n, first, at, actor, role, undoes_writer, undoes_n, seen, change, prev, hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    )?
    .execute(params![
        number(seq),
        entry.key.writer,
        number(entry.key.n),
        number(entry.group),
        entry.at,
        entry.actor,
        entry.role,
        undoes_writer,
        undoes_n,
        seen,
        entry.body,
        entry.prev,
        entry.hash,
    ])?;
    Ok(())
}

/// The entry in a row of [`COLUMNS`].
pub(super) fn entry(row: &Row<'_>) -> rusqlite::Result<Stored> {
    let undoes = match row.get::<_, Option<WriterId>>("undoes_writer")? {
        Some(writer) => Some(EntryKey { writer, n: count(row, "undoes_n")? }),
        None => None,
    };
    let seen: String = row.get("seen")?;
    Ok(Stored {
        key: EntryKey { writer: row.get("writer")?, n: count(row, "n")? },
        group: count(row, "first")?,
        at: row.get("at")?,
        actor: row.get("actor")?,
        role: row.get("role")?,
        undoes,
        seen: serde_json::from_str(&seen).map_err(out_of_json)?,
        body: row.get("change")?,
        prev: row.get("prev")?,
        hash: row.get("hash")?,
    })
}

/// The entry as it is understood.
///
/// # Errors
/// Its text is no change; which entry that is.
pub(super) fn read(stored: &Stored) -> Result<Entry, StoreError> {
    stored
        .read()
        .map_err(|error| StoreError::Inconsistent { what: format!("journal entry {}: {error}", stored.key) })
}

/// Every entry, in order.
pub(super) fn entries(db: &Connection) -> rusqlite::Result<Vec<Stored>> {
    let mut statement = db.prepare(&format!("SELECT {COLUMNS} FROM journal ORDER BY seq"))?;
    let rows = statement.query_map([], entry)?;
    rows.collect()
}

/// The entries from place `seq` on, in order.
pub(super) fn since(db: &Connection, seq: u64) -> rusqlite::Result<Vec<Stored>> {
    let mut statement =
        db.prepare_cached(&format!("SELECT {COLUMNS} FROM journal WHERE seq >= ?1 ORDER BY seq"))?;
    statement.query_map([number(seq)], entry)?.collect()
}

/// The entry that stands first.
pub(super) fn first(db: &Connection) -> rusqlite::Result<Option<Stored>> {
    db.prepare_cached(&format!("SELECT {COLUMNS} FROM journal ORDER BY seq LIMIT 1"))?
        .query_row([], entry)
        .optional()
}

/// The entry of this key.
pub(super) fn of_key(db: &Connection, key: &EntryKey) -> rusqlite::Result<Option<Stored>> {
    db.prepare_cached(&format!("SELECT {COLUMNS} FROM journal WHERE writer = ?1 AND n = ?2"))?
        .query_row(params![key.writer, number(key.n)], entry)
        .optional()
}

/// The last place that is taken; 0 in an empty journal.
pub(super) fn last(db: &Connection) -> rusqlite::Result<u64> {
    db.prepare_cached("SELECT coalesce(max(seq), 0) AS last FROM journal")?
        .query_row([], |row| count(row, "last"))
}

/// The last entry of every writer, of some entries.
pub(super) fn last_of_each(entries: &[Stored]) -> Heads {
    let mut heads = Heads::new();
    for Stored { key, hash, .. } in entries {
        let head = heads.entry(key.writer.clone()).or_insert_with(|| (key.n, hash.clone()));
        if head.0 < key.n {
            *head = (key.n, hash.clone());
        }
    }
    heads
}

/// The last entry of every writer.
pub(super) fn heads(db: &Connection) -> rusqlite::Result<Heads> {
    let mut statement = db.prepare_cached("SELECT writer, n, hash FROM head")?;
    let rows =
        statement.query_map([], |row| Ok((row.get("writer")?, (count(row, "n")?, row.get("hash")?))))?;
    rows.collect::<rusqlite::Result<Vec<(WriterId, (u64, EntryHash))>>>()
        .map(|heads| heads.into_iter().collect())
}

/// The id of the docket and the form its record began with, once it is founded.
pub(super) fn founded(db: &Connection) -> rusqlite::Result<Option<(String, u32)>> {
    db.prepare_cached("SELECT id, schema FROM docket")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
}

/// A personal text; `None` where it was erased or is not there.
pub(super) fn text(db: &Connection, hash: &ContentHash) -> rusqlite::Result<Option<String>> {
    let found = db
        .prepare_cached("SELECT text FROM content WHERE hash = ?1")?
        .query_row([hash], |row| row.get::<_, Option<String>>(0))
        .optional()?;
    Ok(found.flatten())
}

/// A figure of the journal as a column holds it.
pub(super) fn number(figure: u64) -> i64 {
    super::sql::figure(figure)
}

fn out_of_json(error: serde_json::Error) -> rusqlite::Error {
    rusqlite::Error::ToSqlConversionFailure(Box::new(error))
}
