//! The journal replayed into an empty docket gives the tables again.

use rusqlite::Connection;

use super::{NAMED, compare, few};
use crate::{
    council::Position,
    record::{
        Change, ContentHash, Entry,
        journal::{Stored, order},
    },
    store::{journal, project::project, query, schema},
};

/// Tables that are no part of the record.
const APART: &[&str] = &["setting", "search"];

pub(super) fn check(db: &Connection, entries: Vec<Stored>) -> Result<String, String> {
    let replayed = replay(db, entries)?;
    let tables = schema::tables(&replayed).map_err(|error| error.to_string())?;
    let mut differences = Vec::new();
    let mut rows = 0;
    for table in tables.iter().filter(|table| !APART.contains(&table.as_str())) {
        match compare::table(db, &replayed, table) {
            Ok(same) => rows += same,
            Err(difference) => differences.push(difference),
        }
        if differences.len() > NAMED {
            break;
        }
    }
    few(&differences, || format!("the journal gives the same tables again, {rows} rows in all"))
}

/// An empty docket with everything the journal says, and the personal texts that it names.
fn replay(db: &Connection, entries: Vec<Stored>) -> Result<Connection, String> {
    let plain = |error: rusqlite::Error| error.to_string();
    let replayed = schema::reference().map_err(plain)?;
    replayed.set_prepared_statement_cache_capacity(256);
    replayed.execute_batch("PRAGMA foreign_keys = ON; BEGIN").map_err(plain)?;
    for (seq, stored) in (1_u64..).zip(order(entries)) {
        let at = |what: String| format!("entry {} cannot be replayed: {what}", stored.key);
        let entry = stored.read().map_err(|error| at(error.to_string()))?;
        take_texts(db, &replayed, &entry).map_err(|error| at(error.to_string()))?;
        journal::add(&replayed, seq, &stored).map_err(|error| at(error.to_string()))?;
        said_before(&replayed, &entry.change).map_err(at)?;
        project(&replayed, &entry).map_err(|error| at(error.to_string()))?;
    }
    replayed.execute_batch("COMMIT").map_err(plain)?;
    Ok(replayed)
}

/// Whether what a vote says of the position before is what the journal had said until then.
fn said_before(replayed: &Connection, change: &Change<ContentHash>) -> Result<(), String> {
    let Change::Voted { ballot, seat, was, .. } = change else { return Ok(()) };
    let before = query::ballot::position(replayed, ballot, *seat).map_err(|error| error.to_string())?;
    if before == *was {
        return Ok(());
    }
    let word = |said: Option<Position>| said.map_or("nothing", Position::as_str);
    Err(format!(
        "it says that seat {seat} had said {} on {ballot} before, and not {}",
        word(*was),
        word(before)
    ))
}

/// Copies the personal texts that an entry names.
pub(in crate::store) fn take_texts(
    from: &Connection,
    to: &Connection,
    entry: &Entry,
) -> rusqlite::Result<()> {
    let mut read = from.prepare_cached("SELECT salt, text FROM content WHERE hash = ?1")?;
    let mut write =
        to.prepare_cached("INSERT OR IGNORE INTO content (hash, salt, text) VALUES (?1, ?2, ?3)")?;
    let mut take = |hash: ContentHash| -> rusqlite::Result<()> {
        let mut found = read.query([&hash])?;
        if let Some(row) = found.next()? {
            let (salt, text): (Option<Vec<u8>>, Option<String>) = (row.get(0)?, row.get(1)?);
            write.execute((&hash, salt, text))?;
        }
        Ok(())
    };
    entry.change.clone().try_map(&mut take).map(drop)
}
