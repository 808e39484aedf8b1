//! An entry of the journal: one change, keyed by writer and number, chained by hashes.

use std::{collections::BTreeMap, fmt};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{act::Role, change::Change};
use crate::rules::ids::id;

id!(
    /// One installation of docket that adds entries to journals.
    WriterId
);
id!(
    /// The salted hash of a text in the content table, in hexadecimal.
    ContentHash
);
id!(
    /// The hash of a journal entry, in hexadecimal.
    EntryHash
);

/// An entry's place: its writer and its number in that writer's chain; the first is 1.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct EntryKey {
    /// Who wrote it.
    pub writer: WriterId,
    /// Which one.
    pub n: u64,
}

impl fmt::Display for EntryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.writer, self.n)
    }
}

/// One change as it stands in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its place.
    pub key: EntryKey,
    /// The number of the first entry of its transaction.
    pub group: u64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: String,
    /// In which role.
    pub role: Option<Role>,
    /// The first entry of the transaction that this one takes back, if it does.
    pub undoes: Option<EntryKey>,
    /// The last entry of every other writer that this one had seen, with its hash.
    pub seen: BTreeMap<WriterId, (u64, EntryHash)>,
    /// What changed.
    pub change: Change<ContentHash>,
    /// The hash of this writer's entry before, or of the docket's beginning.
    pub prev: EntryHash,
    /// The hash over all of this.
    pub hash: EntryHash,
}
