//! Is the docket what it says it is? Each check by itself, in plain words; what cannot be read is an answer too.

pub(super) mod compare;
pub(super) mod replay;

use rusqlite::Connection;
use schemars::JsonSchema;
use serde::Serialize;

use super::{Store, error::StoreError, journal, schema};
use crate::record::{
    ContentHash,
    journal::{Fingerprint, Heads, Stored, fingerprint, verify_chain},
    seal::{Content, Salt},
};

/// Flaws named at most; the first one counts.
const NAMED: usize = 3;

/// What `docket verify` found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Verified {
    /// Whether every check holds.
    pub ok: bool,
    /// Entries in the journal.
    pub entries: u64,
    /// The fingerprint of the journal, all its digits.
    pub fingerprint: String,
    /// Each check.
    pub checks: Vec<Checked>,
}

/// One check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Checked {
    /// Which.
    pub id: &'static str,
    /// Whether it holds.
    pub ok: bool,
    /// What was found.
    pub detail: String,
}

impl Checked {
    fn of(id: &'static str, found: Result<String, String>) -> Self {
        let ok = found.is_ok();
        let (Ok(detail) | Err(detail)) = found;
        Self { id, ok, detail }
    }
}

impl Verified {
    /// The answer for a docket that is too damaged to be looked into.
    pub fn unreadable(found: String) -> Self {
        let checks = vec![Checked::of("file", Err(found))];
        Self { ok: false, entries: 0, fingerprint: String::new(), checks }
    }
}

impl Store {
    /// Checks the file, its form, the chain of the journal, the personal texts beside it, and that the tables are what
    /// the journal gives; `expect` is a fingerprint noted down earlier:
    /// that of the whole journal, or of its first entries, as minutes carry it.
    ///
    /// # Errors
    /// Only where the file cannot be read at all; whatever else is wrong is an answer.
    pub fn verify(&self, expect: Option<&str>) -> Result<Verified, StoreError> {
        self.at_one_moment(|store| Ok(examine(&store.db, expect)))
    }

    /// The fingerprint of the journal: what goes into the minutes.
    pub fn fingerprint(&self) -> Result<Fingerprint, StoreError> {
        self.read(journal::heads).map(|heads| fingerprint(&heads))
    }
}

fn examine(db: &Connection, expect: Option<&str>) -> Verified {
    let read = journal::entries(db).map_err(|error| format!("the journal cannot be read: {error}"));
    let entries = read.as_deref().unwrap_or_default();
    let count = entries.len().try_into().unwrap_or(u64::MAX);
    let print = fingerprint(&journal::last_of_each(entries));
    let earlier = expect.and_then(|expected| entries_of(entries, expected));
    let mut checks = vec![
        Checked::of("form", form(db)),
        Checked::of("file", file(db)),
        Checked::of("references", references(db)),
        Checked::of("content", content(db)),
        Checked::of("chain", read.as_deref().map_err(String::clone).and_then(chain)),
        Checked::of("replay", read.and_then(|entries| replay::check(db, entries))),
    ];
    if let Some(expected) = expect {
        checks.push(Checked::of("fingerprint", expected_print(&print, expected, count, earlier)));
    }
    Verified {
        ok: checks.iter().all(|check| check.ok),
        entries: count,
        fingerprint: print.full().to_owned(),
        checks,
    }
}

/// How many of the first entries have the fingerprint `expected`: minutes carry the one of their meeting's end.
fn entries_of(entries: &[Stored], expected: &str) -> Option<u64> {
    let mut last = Heads::new();
    let mut found = None;
    for (n, Stored { key, hash, .. }) in (1_u64..).zip(entries) {
        last.insert(key.writer.clone(), (key.n, hash.clone()));
        if fingerprint(&last).is(expected) {
            found = Some(n);
        }
    }
    found
}

fn expected_print(
    print: &Fingerprint,
    expected: &str,
    count: u64,
    earlier: Option<u64>,
) -> Result<String, String> {
    if print.is(expected) {
        return Ok(format!("{print}, as expected"));
    }
    match earlier {
        Some(n) => Ok(format!(
            "{expected} is that of the first {n} entries, and they are still the same; {} came after them",
            count.saturating_sub(n)
        )),
        None => Err(format!("it is {print}, not {expected}: this is another docket, or not all of it")),
    }
}

fn form(db: &Connection) -> Result<String, String> {
    match schema::difference(db, schema::VERSION) {
        Ok(None) => Ok("tables, views and triggers are those that docket makes".to_owned()),
        Ok(Some(found)) => Err(found),
        Err(error) => Err(format!("the form cannot be read: {error}")),
    }
}

fn file(db: &Connection) -> Result<String, String> {
    let found = rows(db, "PRAGMA integrity_check(10)", |row| row.get::<_, String>(0))?;
    if found == ["ok"] { Ok("the file is sound".to_owned()) } else { Err(found.join("; ")) }
}

fn references(db: &Connection) -> Result<String, String> {
    let broken = rows(db, "PRAGMA foreign_key_check", |row| {
        let (from, to): (String, String) = (row.get(0)?, row.get(2)?);
        Ok(format!("a row of `{from}` names one of `{to}` that is not there"))
    })?;
    few(&broken, || "every row that another one names is there".to_owned())
}

fn chain(entries: &[Stored]) -> Result<String, String> {
    let flaws: Vec<_> = verify_chain(entries).iter().map(ToString::to_string).collect();
    let writers = journal::last_of_each(entries).len();
    few(&flaws, || format!("{} entries of {writers} writer(s) follow one another", entries.len()))
}

fn content(db: &Connection) -> Result<String, String> {
    let mut erased = 0_u64;
    let mut kept = 0_u64;
    let mut wrong = Vec::new();
    let found = rows(db, "SELECT hash, salt, text FROM content", |row| {
        let content: Option<([u8; 16], String)> =
            row.get::<_, Option<[u8; 16]>>(1)?.zip(row.get::<_, Option<String>>(2)?);
        Ok((row.get::<_, ContentHash>(0)?, content))
    })?;
    for (hash, content) in found {
        match content {
            None => erased += 1,
            Some((salt, text)) => {
                kept += 1;
                let content = Content { hash, salt: Salt(salt), text };
                if !content.holds() {
                    wrong.push(format!("text {} was changed", content.hash));
                }
            }
        }
    }
    few(&wrong, || format!("{kept} personal texts are as they were written, {erased} erased"))
}

fn rows<T>(
    db: &Connection,
    sql: &str,
    read: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, String> {
    let run = || -> rusqlite::Result<Vec<T>> { db.prepare(sql)?.query_map([], read)?.collect() };
    run().map_err(|error| error.to_string())
}

/// The first few of what is wrong, and how many there are; `sound` where nothing is.
fn few(wrong: &[String], sound: impl FnOnce() -> String) -> Result<String, String> {
    match wrong {
        [] => Ok(sound()),
        _ if wrong.len() <= NAMED => Err(wrong.join("; ")),
        _ => {
            let first: Vec<_> = wrong.iter().take(NAMED).map(String::as_str).collect();
            Err(format!("{}; and {} more", first.join("; "), wrong.len() - NAMED))
        }
    }
}
