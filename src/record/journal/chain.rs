//! Whether the chains of a journal hold, and where the first one breaks.

use std::{
    borrow::Borrow,
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use super::{EntryHash, EntryKey, Heads, Stored, WriterId, genesis};
use crate::record::change::Change;

/// Something wrong with a journal, and at which entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// Which entry.
    pub key: EntryKey,
    /// What is wrong with it.
    pub what: Wrong,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "entry {} {}", self.key, self.what)
    }
}

/// What is wrong with an entry.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// It is not there, though a later one is.
    #[error("is missing, with all up to number {until}")]
    Missing {
        /// The last one missing.
        until: u64,
    },
    /// It is there more than once.
    #[error("is there more than once")]
    Duplicate,
    /// Its values do not give its hash.
    #[error("was changed: its values do not give its hash")]
    Hash,
    /// It does not follow the entry before.
    #[error("does not follow the entry before it: the hash it names is another")]
    Prev,
    /// It names a head that is not there, or is there with another hash.
    #[error("had seen {0}, which is not there in that form")]
    Head(EntryKey),
    /// It had seen less of another writer than the entry before, or of its own writer.
    #[error("had seen less of {0} than the entry before it")]
    Forgotten(WriterId),
    /// Its group is neither its own number nor the group of the entry before.
    #[error("belongs to no transaction: its group is {0}")]
    Group(u64),
    /// It cannot be understood.
    #[error("cannot be read: {0}")]
    Unreadable(String),
    /// The journal does not begin with the change that founds it.
    #[error("stands first and does not found the docket")]
    NotFounded,
    /// It founds a docket that has been founded.
    #[error("founds the docket again")]
    FoundedAgain,
}

/// What is kept of an entry once its own values were looked at.
struct Link {
    /// Whether it came before those that are followed.
    earlier: bool,
    group: u64,
    seen: Heads,
    prev: EntryHash,
    hash: EntryHash,
}

/// Looks at every entry of a journal, in whatever order they come. The flaws are sorted by entry: the first one names
/// the first bad entry. No flaw: every chain holds from the beginning to its head.
pub fn verify_chain<E: Borrow<Stored>>(rows: impl IntoIterator<Item = E>) -> Vec<Flaw> {
    verify_since(std::iter::empty(), rows)
}

/// Looks at the later entries of a journal as [`verify_chain`] does. Of the `earlier` ones only those are needed that
/// the later name: the first of the journal, the last of each writer, and the heads that were seen. Each of them must
/// give its hash; what they follow themselves is not asked.
pub fn verify_since<E: Borrow<Stored>>(
    earlier: impl IntoIterator<Item = E>,
    rows: impl IntoIterator<Item = E>,
) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let mut links: BTreeMap<EntryKey, Link> = BTreeMap::new();
    let mut founded: BTreeMap<EntryKey, EntryHash> = BTreeMap::new();
    let earlier = earlier.into_iter().map(|row| (true, row));
    for (earlier, row) in earlier.chain(rows.into_iter().map(|row| (false, row))) {
        let row: &Stored = row.borrow();
        let mut flaw = |what| flaws.push(Flaw { key: row.key.clone(), what });
        if row.reckoned_hash() != row.hash {
            flaw(Wrong::Hash);
        }
        match row.read().map(|entry| entry.change) {
            Ok(Change::Founded { docket, schema }) => {
                founded.insert(row.key.clone(), genesis(&docket, schema));
            }
            Ok(_) => {}
            Err(error) => flaw(Wrong::Unreadable(error.to_string())),
        }
        let link = Link {
            earlier,
            group: row.group,
            seen: row.seen.clone(),
            prev: row.prev.clone(),
            hash: row.hash.clone(),
        };
        if links.insert(row.key.clone(), link).is_some() {
            flaw(Wrong::Duplicate);
        }
    }
    let beginning = begin(&links, &founded, &mut flaws);
    follow(&links, beginning.as_ref(), &mut flaws);
    flaws.sort_by(|a, b| a.key.cmp(&b.key));
    flaws
}

/// The hash of the docket's beginning, from the one entry that founds it.
fn begin(
    links: &BTreeMap<EntryKey, Link>,
    founded: &BTreeMap<EntryKey, EntryHash>,
    flaws: &mut Vec<Flaw>,
) -> Option<EntryHash> {
    let stands_first = |key: &EntryKey| key.n == 1 && links.get(key).is_some_and(|link| link.seen.is_empty());
    let first = founded.iter().find(|(key, _)| stands_first(key)).or_else(|| founded.iter().next());
    let first_key = first.map(|(key, _)| key);
    for key in founded.keys().filter(|key| Some(*key) != first_key) {
        flaws.push(Flaw { key: key.clone(), what: Wrong::FoundedAgain });
    }
    for (key, link) in links {
        let must_found = key.n == 1 && link.seen.is_empty();
        if must_found && !founded.contains_key(key) {
            flaws.push(Flaw { key: key.clone(), what: Wrong::NotFounded });
        }
    }
    first.map(|(_, genesis)| genesis.clone())
}

/// Follows each writer's chain from its beginning, or from its last entry before those that are followed.
fn follow(links: &BTreeMap<EntryKey, Link>, beginning: Option<&EntryHash>, flaws: &mut Vec<Flaw>) {
    let mut before: Option<(&EntryKey, &Link)> = None;
    let mut missing_heads = BTreeSet::new();
    for (key, link) in links {
        if link.earlier {
            before = Some((key, link));
            continue;
        }
        let same_chain = before.filter(|(last, _)| last.writer == key.writer);
        let next = same_chain.map_or(1, |(last, _)| last.n.saturating_add(1));
        if key.n > next {
            let first = EntryKey { writer: key.writer.clone(), n: next };
            flaws.push(Flaw { key: first, what: Wrong::Missing { until: key.n.saturating_sub(1) } });
        }
        let mut flaw = |what| flaws.push(Flaw { key: key.clone(), what });
        let follows = if key.n == next {
            same_chain.map(|(_, last)| &last.hash).or(beginning).is_none_or(|prev| *prev == link.prev)
        } else {
            key.n > next
        };
        if !follows {
            flaw(Wrong::Prev);
        }
        let group_before = same_chain.map(|(_, last)| last.group);
        if link.group != key.n && Some(link.group) != group_before {
            flaw(Wrong::Group(link.group));
        }
        if let Some(writer) = forgotten(key, link, same_chain.map(|(_, last)| last)) {
            flaw(Wrong::Forgotten(writer));
        }
        for (writer, (n, hash)) in &link.seen {
            let head = EntryKey { writer: writer.clone(), n: *n };
            let known = links.get(&head).is_some_and(|seen| seen.hash == *hash);
            if !known && missing_heads.insert((head.clone(), hash.clone())) {
                flaw(Wrong::Head(head));
            }
        }
        before = Some((key, link));
    }
}

/// The first writer of which this entry had seen less than the one before it, or itself.
fn forgotten(key: &EntryKey, link: &Link, last: Option<&Link>) -> Option<WriterId> {
    if link.seen.contains_key(&key.writer) {
        return Some(key.writer.clone());
    }
    let less = |(writer, (n, _)): &(&WriterId, &(u64, EntryHash))| {
        link.seen.get(*writer).is_none_or(|(seen, _)| seen < n)
    };
    last?.seen.iter().find(less).map(|(writer, _)| writer.clone())
}
