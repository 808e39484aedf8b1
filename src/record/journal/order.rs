//! The order of entries of several writers: after what each had seen, never by clock.

use std::collections::{BTreeMap, VecDeque};

use super::{Entry, EntryKey, Heads, Stored, WriterId};

/// Something that stands in a journal.
pub trait Linked {
    /// Its place.
    fn key(&self) -> &EntryKey;
    /// The heads of the other writers that it had seen.
    fn seen(&self) -> &Heads;
}

impl Linked for Entry {
    fn key(&self) -> &EntryKey {
        &self.key
    }

    fn seen(&self) -> &Heads {
        &self.seen
    }
}

impl Linked for Stored {
    fn key(&self) -> &EntryKey {
        &self.key
    }

    fn seen(&self) -> &Heads {
        &self.seen
    }
}

/// `entries` in the order of the journal: again and again the smallest key among those whose predecessors stand
/// before it. Where heads are missing or run in a circle, the smallest key that is left goes on.
pub fn order<T: Linked>(mut entries: Vec<T>) -> Vec<T> {
    entries.sort_by(|a, b| a.key().cmp(b.key()));
    let mut placed = Vec::with_capacity(entries.len());
    let mut waiting: BTreeMap<WriterId, VecDeque<T>> = BTreeMap::new();
    for entry in entries {
        waiting.entry(entry.key().writer.clone()).or_default().push_back(entry);
    }
    let mut reached: BTreeMap<WriterId, u64> = BTreeMap::new();
    while let Some(writer) = next_writer(&waiting, &reached) {
        let Some(queue) = waiting.get_mut(&writer) else { break };
        if let Some(entry) = queue.pop_front() {
            reached.insert(writer.clone(), entry.key().n);
            placed.push(entry);
        }
        if queue.is_empty() {
            waiting.remove(&writer);
        }
    }
    placed
}

/// The first writer whose next entry may be taken, or the first of all where none may.
fn next_writer<T: Linked>(
    waiting: &BTreeMap<WriterId, VecDeque<T>>,
    reached: &BTreeMap<WriterId, u64>,
) -> Option<WriterId> {
    let may_be_taken = |queue: &VecDeque<T>| {
        queue.front().is_some_and(|entry| {
            entry.seen().iter().all(|(writer, (n, _))| reached.get(writer).is_some_and(|last| last >= n))
        })
    };
    let free = waiting.iter().find(|(_, queue)| may_be_taken(queue));
    free.or_else(|| waiting.iter().next()).map(|(writer, _)| writer.clone())
}
