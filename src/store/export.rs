//! The whole docket as JSON, and back into an empty one.
//!
//! `journal` holds every value as the text that is hashed, so that a verifier of somebody else's can check it;
//! `content` the personal texts; `tables` what follows from both, for whoever only wants to read.

use std::collections::BTreeMap;

use rusqlite::{Connection, types::Value as Column};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::{
    Store,
    door::{self, Committed},
    error::{CommitError, StoreError},
    journal, schema, writer,
};
use crate::record::{
    ContentHash, EntryHash, EntryKey, WriterId,
    journal::{Stored, fingerprint, order, verify_chain},
    seal::{Content, Salt},
};

/// The version of the export's form.
const FORM: u32 = 1;

/// Tables that stand in parts of their own, or are no part of the record.
const APART: &[&str] = &["journal", "content", "setting", "search"];

/// The whole docket, as it is exported.
#[derive(Serialize, schemars::JsonSchema)]
pub struct Exported {
    /// The version of this form.
    schema: u32,
    /// The docket's own id.
    docket: String,
    /// It is a copy for rehearsing: nothing in it was decided.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    rehearsal: bool,
    /// The fingerprint of the journal.
    fingerprint: String,
    /// The journal, in order.
    journal: Vec<ExportedEntry>,
    /// The personal texts, by hash.
    content: Vec<ExportedContent>,
    /// The tables that follow from both, each as a list of rows.
    tables: Map<String, Value>,
}

/// An entry of the journal in an export.
#[derive(Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
struct ExportedEntry {
    writer: WriterId,
    n: u64,
    group: u64,
    at: String,
    actor: String,
    role: Option<String>,
    undoes: Option<EntryKey>,
    seen: BTreeMap<WriterId, (u64, EntryHash)>,
    /// The change as JSON text, byte for byte as it is hashed.
    change: String,
    prev: EntryHash,
    hash: EntryHash,
}

/// A personal text in an export; without salt and text it was erased.
#[derive(Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
struct ExportedContent {
    hash: ContentHash,
    salt: Option<String>,
    text: Option<String>,
}

/// What is read of an export; the rest follows from it.
#[derive(Deserialize)]
struct Export {
    schema: u32,
    fingerprint: String,
    journal: Vec<ExportedEntry>,
    content: Vec<ExportedContent>,
    #[serde(default)]
    rehearsal: bool,
}

impl Store {
    /// Everything: the journal, the personal texts, and the tables that follow from them.
    pub fn export(&self) -> Result<Value, StoreError> {
        self.at_one_moment(|store| {
            let rehearsal = store.is_rehearsal()?;
            store.read(|db| {
                let entries = journal::entries(db)?.into_iter().map(ExportedEntry::from).collect::<Vec<_>>();
                Ok(json!(Exported {
                    schema: FORM,
                    docket: store.docket.clone(),
                    rehearsal,
                    fingerprint: fingerprint(&journal::heads(db)?).full().to_owned(),
                    journal: entries,
                    content: contents(db)?,
                    tables: tables(db)?,
                }))
            })
        })
    }

    /// Takes an export into this docket, which must be empty, verbatim: the same journal, the same fingerprint.
    ///
    /// # Errors
    /// Where the docket is not empty, or the export is not whole and unchanged. Then nothing is taken in.
    pub fn load_export(&mut self, exported: &Value) -> Result<Committed, CommitError> {
        self.for_writing()?;
        let refused = |problem: String| CommitError::Export { problem };
        let export = Export::deserialize(exported).map_err(|error| refused(error.to_string()))?;
        if export.schema != FORM {
            return Err(refused(format!("its form is {}, this docket knows {FORM}", export.schema)));
        }
        let entries: Vec<Stored> = export.journal.into_iter().map(Stored::from).collect();
        if let Some(flaw) = verify_chain(&entries).first() {
            return Err(refused(flaw.to_string()));
        }
        if !fingerprint(&journal::last_of_each(&entries)).is(&export.fingerprint) {
            return Err(refused("its fingerprint is not that of its journal".to_owned()));
        }
        let contents =
            export.content.into_iter().map(whole).collect::<Result<Vec<_>, _>>().map_err(refused)?;
        self.read(|db| db.execute_batch("BEGIN IMMEDIATE"))?;
        let taken = self.take_in(&contents, order(entries)).and_then(|committed| {
            if export.rehearsal {
                self.mark_rehearsal("an export of a rehearsal")?;
            }
            Ok(committed)
        });
        let ended = taken.and_then(|committed| {
            self.read(|db| db.execute_batch("COMMIT"))?;
            Ok(committed)
        });
        if ended.is_err() {
            // SQLite may have rolled back by itself, and then says so.
            _ = self.db.execute_batch("ROLLBACK");
        }
        let committed = ended?;
        self.docket = self.read(journal::founded)?.map_or_else(String::new, |(docket, _)| docket);
        self.memory = writer::Memory::of(self.env.state.as_deref(), &self.docket);
        self.rules.forget();
        Ok(committed)
    }

    fn take_in(&self, contents: &[ExportedContent], entries: Vec<Stored>) -> Result<Committed, CommitError> {
        if journal::last(&self.db)? != 0 {
            return Err(CommitError::Export {
                problem: "this docket is not empty; name a new file with --file".to_owned(),
            });
        }
        for content in contents {
            let salt = content.salt.as_deref().map(unhex);
            self.read(|db| {
                db.prepare_cached("INSERT INTO content (hash, salt, text) VALUES (?1, ?2, ?3)")?.execute((
                    &content.hash,
                    salt.flatten(),
                    &content.text,
                ))
            })?;
        }
        let last = entries.last().map(|entry| entry.key.clone());
        let mut seq = 0;
        for entry in entries {
            seq += 1;
            door::put(&self.db, seq, &entry, &[]).map_err(|error| CommitError::Export {
                problem: format!("entry {} does not fit: {error}", entry.key),
            })?;
        }
        Ok(Committed { entries: seq, last })
    }
}

/// A personal text as it came, if its hash is its own.
fn whole(content: ExportedContent) -> Result<ExportedContent, String> {
    let holds = match (&content.salt, &content.text) {
        (None, None) => true,
        (Some(salt), Some(text)) => unhex(salt).is_some_and(|salt| {
            Content { hash: content.hash.clone(), salt: Salt(salt), text: text.clone() }.holds()
        }),
        _ => false,
    };
    if holds { Ok(content) } else { Err(format!("text {} was changed", content.hash)) }
}

fn unhex(text: &str) -> Option<[u8; 16]> {
    (text.len() == 32).then(|| u128::from_str_radix(text, 16).ok()).flatten().map(u128::to_be_bytes)
}

fn contents(db: &Connection) -> rusqlite::Result<Vec<ExportedContent>> {
    let mut statement = db.prepare("SELECT hash, salt, text FROM content ORDER BY hash")?;
    let rows = statement.query_map([], |row| {
        let salt: Option<[u8; 16]> = row.get(1)?;
        let salt = salt.map(writer::hex);
        Ok(ExportedContent { hash: row.get(0)?, salt, text: row.get(2)? })
    })?;
    rows.collect()
}

/// The tables that follow from the journal, each as a list of rows.
fn tables(db: &Connection) -> rusqlite::Result<Map<String, Value>> {
    let mut tables = Map::new();
    for table in schema::tables(db)?.into_iter().filter(|table| !APART.contains(&table.as_str())) {
        let mut statement = db.prepare(&format!("SELECT * FROM {table}"))?;
        let columns: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
        let rows = statement.query_map([], |row| {
            let cells = columns.iter().enumerate().map(|(at, name)| Ok((name.clone(), cell(row.get(at)?))));
            cells.collect::<rusqlite::Result<Map<_, _>>>().map(Value::Object)
        })?;
        let rows = rows.collect::<rusqlite::Result<Vec<_>>>()?;
        tables.insert(table, Value::Array(rows));
    }
    Ok(tables)
}

/// Strict tables hold figures and texts alone, here.
fn cell(column: Column) -> Value {
    match column {
        Column::Integer(figure) => figure.into(),
        Column::Text(text) => text.into(),
        Column::Null | Column::Real(_) | Column::Blob(_) => Value::Null,
    }
}

impl From<Stored> for ExportedEntry {
    fn from(stored: Stored) -> Self {
        let Stored { key, group, at, actor, role, undoes, seen, body, prev, hash } = stored;
        Self { writer: key.writer, n: key.n, group, at, actor, role, undoes, seen, change: body, prev, hash }
    }
}

impl From<ExportedEntry> for Stored {
    fn from(entry: ExportedEntry) -> Self {
        let ExportedEntry { writer, n, group, at, actor, role, undoes, seen, change, prev, hash } = entry;
        Self { key: EntryKey { writer, n }, group, at, actor, role, undoes, seen, body: change, prev, hash }
    }
}
