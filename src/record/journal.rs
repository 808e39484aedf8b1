//! The journal: entries chained by hashes. This page is enough to write a second verifier from.
//!
//! # Form, version 1
//!
//! All hashes are SHA-256, written as 64 lower-case hexadecimal digits. What is hashed is a row of values: a *number*
//! is 8 bytes, most significant first; a *text* is its length in bytes as a number, then its UTF-8 bytes; an
//! *optional* value is the number 0, or the number 1 and the value; a *list* is the number of its members, then these.
//!
//! **Beginning.** The first entry of a docket is the change `founded`, which names the docket's id and the version of
//! the record's form. The hash of the beginning is taken over
//! text `docket-genesis-1`, text docket id, number version.
//!
//! **Entry.** Each writer numbers its entries 1, 2, 3 and so on. An entry's hash is taken over
//! 1. text `docket-entry-1`;
//! 2. text: the writer's id;
//! 3. number: the entry's number;
//! 4. number: its group, which is the number of the first entry of the same transaction;
//! 5. text: when, as stored: UTC with six decimals, `2026-11-23T09:30:00.000000Z`;
//! 6. text: who;
//! 7. optional text: in which role;
//! 8. optional (text writer, number): the first entry of the transaction that this one takes back;
//! 9. list of (text writer, number, text hash): the last entry of every other writer that was there when this one
//!    was written, ordered by the bytes of the writer's id;
//! 10. text: the change, the JSON as stored, byte for byte;
//! 11. text: the hash of the same writer's entry before; for its first one, the hash of the beginning.
//!
//! **Order.** Again and again, among the entries whose predecessors (the same writer's entry before, and all that
//! field 9 names) have been taken, the one with the smallest writer id by bytes is taken, then the one with the
//! smallest number. Clocks play no part.
//!
//! **Fingerprint.** The hash over text `docket-fingerprint-1` and the list of (text writer, number, text hash) of the
//! last entry of every writer, ordered by the bytes of the writer's id. The short form is its first 16 digits.
//!
//! **Content.** Personal text is not in the journal. In its place stands the hash over text `docket-content-1`, the
//! 16 bytes of salt in the way of a text, and the text. The texts lie beside the journal and can be erased.
//!
//! # What it shows, and what not
//!
//! A value changed, an entry dropped, put in or moved is found, and the first bad entry is named. Entries cut off the
//! end, or a journal written anew from its beginning, show only against a fingerprint kept outside.

mod chain;
mod fingerprint;
mod order;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDateTime, Utc};

pub use chain::{Flaw, Wrong, verify_chain, verify_since};
pub use fingerprint::{Fingerprint, Proof, fingerprint};
pub use order::{Linked, order};

use super::{
    act::{Act, Role},
    canonical::Canonical,
    change::Change,
    entry::{ContentHash, Entry, EntryHash, EntryKey, WriterId},
};

/// The version of the record's form that this docket writes.
pub const SCHEMA: u32 = 1;

/// The last entry of some writers: number and hash.
pub type Heads = BTreeMap<WriterId, (u64, EntryHash)>;

/// An entry as it lies in the file: every value as the text that is hashed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its place.
    pub key: EntryKey,
    /// The number of the first entry of its transaction.
    pub group: u64,
    /// When, in the form of [`stamp`].
    pub at: String,
    /// Who.
    pub actor: String,
    /// In which role.
    pub role: Option<String>,
    /// The first entry of the transaction that this one takes back.
    pub undoes: Option<EntryKey>,
    /// The heads of the other writers that it had seen.
    pub seen: Heads,
    /// The change as JSON.
    pub body: String,
    /// The hash of this writer's entry before, or of the docket's beginning.
    pub prev: EntryHash,
    /// The hash over all of this.
    pub hash: EntryHash,
}

/// Where an entry that is being written goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its writer and number.
    pub key: EntryKey,
    /// The number of the first entry of its transaction.
    pub group: u64,
    /// The first entry of the transaction that it takes back.
    pub undoes: Option<EntryKey>,
    /// The heads of the other writers.
    pub seen: Heads,
    /// The hash of this writer's entry before, or of the docket's beginning.
    pub prev: EntryHash,
}

/// A stored entry that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Its time is not in the form of [`stamp`].
    #[error("`{0}` is no time in UTC with six decimals")]
    Time(String),
    /// Its role is none that is known.
    #[error("role: {0}")]
    Role(String),
    /// Its change cannot be understood.
    #[error("change: {0}; it may have been written by a newer docket")]
    Change(String),
}

/// The hash of a docket's beginning: what the first entry of every writer follows.
pub fn genesis(docket: &str, schema: u32) -> EntryHash {
    let mut bytes = Canonical::new("docket-genesis-1");
    bytes.text(docket).number(schema.into());
    EntryHash::new(bytes.hash())
}

/// An instant as the journal writes it: UTC with six decimals. Parts of a microsecond are cut off.
pub fn stamp(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%S%.6fZ").to_string()
}

/// The instant that `text` names, if it is in exactly the form of [`stamp`].
pub fn read_stamp(text: &str) -> Option<DateTime<Utc>> {
    let at = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.6fZ").ok()?.and_utc();
    (stamp(at) == text).then_some(at)
}

/// Writes `change`, made by `act`, as the entry at `place`.
///
/// # Errors
/// Only if the change cannot be written as JSON.
pub fn enter(place: Place, act: &Act, change: &Change<ContentHash>) -> Result<Stored, serde_json::Error> {
    let Place { key, group, undoes, seen, prev } = place;
    let mut stored = Stored {
        key,
        group,
        at: stamp(act.at),
        actor: act.actor.clone(),
        role: act.role.map(|role| role.to_string()),
        undoes,
        seen,
        body: serde_json::to_string(change)?,
        prev,
        hash: EntryHash::new(""),
    };
    stored.hash = stored.reckoned_hash();
    Ok(stored)
}

impl Stored {
    /// The hash over its values, whatever hash it carries.
    pub fn reckoned_hash(&self) -> EntryHash {
        let mut bytes = Canonical::new("docket-entry-1");
        bytes.text(self.key.writer.as_str()).number(self.key.n).number(self.group);
        bytes.text(&self.at).text(&self.actor);
        bytes.count(self.role.iter().len());
        if let Some(role) = &self.role {
            bytes.text(role);
        }
        bytes.count(self.undoes.iter().len());
        if let Some(undone) = &self.undoes {
            bytes.text(undone.writer.as_str()).number(undone.n);
        }
        heads(&mut bytes, &self.seen);
        bytes.text(&self.body).text(self.prev.as_str());
        EntryHash::new(bytes.hash())
    }

    /// What it says.
    ///
    /// # Errors
    /// Which of its values cannot be understood.
    pub fn read(&self) -> Result<Entry, Unreadable> {
        let role = self.role.as_deref().map(str::parse::<Role>).transpose();
        Ok(Entry {
            key: self.key.clone(),
            group: self.group,
            at: read_stamp(&self.at).ok_or_else(|| Unreadable::Time(self.at.clone()))?,
            actor: self.actor.clone(),
            role: role.map_err(|unknown| Unreadable::Role(unknown.to_string()))?,
            undoes: self.undoes.clone(),
            seen: self.seen.clone(),
            change: serde_json::from_str(&self.body)
                .map_err(|error| Unreadable::Change(error.to_string()))?,
            prev: self.prev.clone(),
            hash: self.hash.clone(),
        })
    }
}

/// Adds `heads`, ordered by the bytes of the writer's id.
fn heads(bytes: &mut Canonical, heads: &Heads) {
    bytes.count(heads.len());
    for (writer, (n, hash)) in heads {
        bytes.text(writer.as_str()).number(*n).text(hash.as_str());
    }
}

#[cfg(test)]
mod tests;
