//! The one door: every change of a docket goes through here.
//!
//! One transaction: each change is checked against what is there, sealed, entered into the journal and done to the
//! tables; then the entries are read back and hashed again. Only then it is committed.

use rusqlite::Connection;

use super::{
    Store, before,
    error::{CommitError, StoreError},
    journal::{self, number},
    project::project,
    query, together,
    writer::{self, StoreEnv},
};
use crate::record::{
    Act, Change, EntryHash, EntryKey, Refusal, RulesKind, WriterId, check, check_undo,
    journal::{Heads, Place, SCHEMA, Stored, enter, genesis},
    seal::{Content, Salt, seal},
};

/// From so many changes on, a transaction is given room to stay in memory until it is committed.
const MANY: usize = 500;

/// What a transaction added to the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Committed {
    /// How many entries, those included that docket makes by itself.
    pub entries: u64,
    /// The last of them.
    pub last: Option<EntryKey>,
}

/// Changes that are made, and can be undone, as one.
pub(super) struct Group {
    pub(super) act: Act,
    pub(super) changes: Vec<Change>,
    /// The group that these changes take back.
    pub(super) undoes: Option<EntryKey>,
}

impl Store {
    /// Makes `changes` in one transaction. They can be undone as one. Rules that are used for the first time are taken
    /// into the file by themselves.
    ///
    /// # Errors
    /// The reason why one of them may not be made, or why the file cannot be written. Then none was made.
    pub fn commit(&mut self, act: &Act, changes: Vec<Change>) -> Result<Committed, CommitError> {
        self.commit_all(vec![(act.clone(), changes)])
    }

    /// Makes the changes of all `batches` in one transaction. Each batch can be undone by itself.
    ///
    /// # Errors
    /// As [`Store::commit`].
    pub fn commit_all(&mut self, batches: Vec<(Act, Vec<Change>)>) -> Result<Committed, CommitError> {
        let groups = batches.into_iter().map(|(act, changes)| Group { act, changes, undoes: None });
        self.enter(&groups.collect::<Vec<_>>())
    }

    /// Makes the changes that `changes` gives of the docket as it stands. Where somebody else wrote meanwhile and they are
    /// stale, it is asked again. This is for what rests on nothing that others change, such as a note, which only takes
    /// the next number.
    ///
    /// # Errors
    /// As [`Store::commit`], and what `changes` cannot read.
    pub fn commit_anew(
        &mut self,
        act: &Act,
        mut changes: impl FnMut(&Self) -> Result<Vec<Change>, StoreError>,
    ) -> Result<Committed, CommitError> {
        loop {
            let seen = self.read(journal::last)?;
            let now = changes(self)?;
            let done = self.commit(act, now);
            let stale = matches!(done, Err(CommitError::Refused(Refusal::Stale { .. })));
            if !stale || self.read(journal::last)? == seen {
                return done;
            }
        }
    }

    /// Makes the changes of `groups`. Where the head cannot be remembered they are made once more, under an id that is
    /// used in this session only.
    pub(super) fn enter(&mut self, groups: &[Group]) -> Result<Committed, CommitError> {
        self.for_writing()?;
        let changes: usize = groups.iter().map(|group| group.changes.len()).sum();
        if changes == 0 {
            return Ok(Committed { entries: 0, last: None });
        }
        let many = changes > MANY;
        if many {
            self.read(|db| db.execute_batch("PRAGMA cache_size = -131072"))?;
        }
        let mut done = self.attempt(groups);
        if matches!(done, Err(Failure::Memory)) {
            self.memory.forget();
            done = self.attempt(groups);
        }
        if many {
            // The transaction is over whatever becomes of the cache.
            _ = self.db.execute_batch("PRAGMA cache_size = -2000; PRAGMA shrink_memory");
        }
        done.map_err(|failure| match failure {
            Failure::Commit(error) => error,
            Failure::Memory => CommitError::Store(StoreError::Inconsistent {
                what: "the heads of this docket could not be remembered".to_owned(),
            }),
        })
    }

    /// Whether this docket was opened to be changed.
    pub(super) fn for_writing(&self) -> Result<(), StoreError> {
        if self.access.writes() {
            return Ok(());
        }
        Err(StoreError::ForReading { path: self.place().to_owned() })
    }

    fn attempt(&mut self, groups: &[Group]) -> Result<Committed, Failure> {
        let path = self.place().to_owned();
        let named = |error| CommitError::Store(StoreError::at(&path, error));
        self.db.execute_batch("BEGIN IMMEDIATE").map_err(named)?;
        let done = self.transact(groups).and_then(|(committed, writer)| {
            self.db.execute_batch("COMMIT").map_err(|error| {
                self.memory.take_back(&writer.id, writer.before);
                named(error)
            })?;
            Ok(committed)
        });
        if done.is_err() {
            self.rules.forget();
            // SQLite may have rolled back by itself, and then says so.
            _ = self.db.execute_batch("ROLLBACK");
        }
        done
    }

    fn transact(&mut self, groups: &[Group]) -> Result<(Committed, Writing), Failure> {
        let mut writing = self.begin()?;
        let changes = || groups.iter().flat_map(|group| &group.changes);
        self.chain_holds(changes()).map_err(CommitError::from)?;
        self.tables_agree(changes()).map_err(CommitError::from)?;
        let first = writing.seq + 1;
        if journal::founded(&self.db).map_err(|error| self.named(error))?.is_none()
            && let Some(group) = groups.first()
        {
            let founded = Change::Founded { docket: self.docket.clone(), schema: SCHEMA };
            self.add(&mut writing, &group.act, None, None, founded)?;
        }
        for group in groups {
            for change in &group.changes {
                for (kind, id) in uses(change) {
                    self.take_rules(&mut writing, &group.act, kind, id)?;
                }
            }
            let mut began = None;
            for change in &group.changes {
                let n = self.add(&mut writing, &group.act, began, group.undoes.as_ref(), change.clone())?;
                began = began.or(Some(n));
            }
            together::check(&self.db, &group.changes, group.act.today)?;
        }
        read_back(&self.db, first, &writing.hashes)?;
        self.memory.remember(&writing.id, writing.n, &writing.prev).map_err(|_unkept| Failure::Memory)?;
        let entries = (writing.seq + 1).saturating_sub(first);
        let last = Some(EntryKey { writer: writing.id.clone(), n: writing.n });
        Ok((Committed { entries, last }, writing))
    }

    /// Where the journal goes on: which writer, after which entry, having seen what.
    fn begin(&mut self) -> Result<Writing, CommitError> {
        let path = self.place().to_owned();
        let named = |error| StoreError::at(&path, error);
        if let Some((docket, _)) = journal::founded(&self.db).map_err(named)?
            && docket != self.docket
        {
            // Another process founded the file meanwhile.
            self.memory = writer::Memory::of(self.env.state.as_deref(), &docket);
            self.docket = docket;
        }
        let mut seen = journal::heads(&self.db).map_err(named)?;
        let seq = journal::last(&self.db).map_err(named)?;
        let (id, n, prev, before) = match self.memory.writer(&seen) {
            Some((id, n, hash)) => (id, n, hash.clone(), Some((n, hash))),
            None => (self.new_writer(&seen)?, 0, genesis(&self.docket, SCHEMA), None),
        };
        seen.remove(&id);
        Ok(Writing { id, n, prev, before, seen, seq, hashes: Vec::new() })
    }

    /// An id that no writer has in this docket.
    fn new_writer(&mut self, heads: &Heads) -> Result<WriterId, StoreError> {
        let mark = self.writers_mark()?;
        loop {
            let id = WriterId::new(format!("{mark}{}", writer::short_hex(self.env.draw()?)));
            if !heads.contains_key(&id) {
                return Ok(id);
            }
        }
    }

    /// Takes the text of shipped rules into the file, unless some of that id is kept there.
    fn take_rules(
        &mut self,
        writing: &mut Writing,
        act: &Act,
        kind: RulesKind,
        id: &str,
    ) -> Result<(), CommitError> {
        if self.rules.is_kept(&self.db, kind, id)? {
            return Ok(());
        }
        // Rules that are not known are for the check to refuse.
        let Some(text) = query::shipped_rules(kind, id) else { return Ok(()) };
        let taken = Change::RulesTaken { kind, id: id.to_owned(), text: text.to_owned() };
        self.add(writing, act, None, None, taken).map(drop)
    }

    /// Checks, seals, enters and does one change; gives its number.
    fn add(
        &mut self,
        writing: &mut Writing,
        act: &Act,
        began: Option<u64>,
        undoes: Option<&EntryKey>,
        change: Change,
    ) -> Result<u64, CommitError> {
        let before = before::load(&self.db, &self.rules, &change)?;
        let allowed = if undoes.is_some() { check_undo } else { check };
        allowed(&change, &before, act)?;
        let (sealed, contents) = sealed(&mut self.env, change)?;
        let n = writing.n + 1;
        let place = Place {
            key: EntryKey { writer: writing.id.clone(), n },
            group: began.unwrap_or(n),
            undoes: undoes.cloned(),
            seen: writing.seen.clone(),
            prev: writing.prev.clone(),
        };
        let stored = enter(place, act, &sealed).map_err(|error| inconsistent(&error))?;
        put(&self.db, writing.seq + 1, &stored, &contents).map_err(|error| self.named(error))?;
        writing.seq += 1;
        writing.n = n;
        writing.prev = stored.hash.clone();
        writing.hashes.push(stored.hash);
        Ok(n)
    }
}

/// Adds an entry with its texts, and does to the tables what it says.
pub(super) fn put(db: &Connection, seq: u64, stored: &Stored, contents: &[Content]) -> rusqlite::Result<()> {
    for content in contents {
        db.prepare_cached(
            "INSERT INTO content (hash, salt, text) VALUES (?1, ?2, ?3) ON CONFLICT (hash) DO NOTHING",
        )?
        .execute((&content.hash, content.salt.0, &content.text))?;
    }
    journal::add(db, seq, stored)?;
    let entry = stored.read().map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
    project(db, &entry)
}

/// How far a transaction has come.
struct Writing {
    id: WriterId,
    /// The number and hash of the writer's last entry.
    n: u64,
    prev: EntryHash,
    /// What was remembered before.
    before: Option<(u64, EntryHash)>,
    seen: Heads,
    seq: u64,
    /// The hashes of what was added, in order.
    hashes: Vec<EntryHash>,
}

/// Why an attempt failed.
enum Failure {
    /// The new head could not be remembered.
    Memory,
    /// The changes cannot be made.
    Commit(CommitError),
}

impl<E: Into<CommitError>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Commit(error.into())
    }
}

/// The rules that a change is the first to rest on, perhaps.
fn uses(change: &Change) -> impl Iterator<Item = (RulesKind, &str)> {
    let (edition, council) = match change {
        Change::Received { edition, .. } => (Some(edition), None),
        Change::BallotOpened { edition, rules, .. } => (Some(edition), rules.as_ref()),
        Change::Planned { rules, .. } => (None, Some(rules)),
        _ => (None, None),
    };
    let edition = edition.map(|id| (RulesKind::Edition, id.as_str()));
    edition.into_iter().chain(council.map(|id| (RulesKind::Council, id.as_str())))
}

/// The change with its personal texts sealed. Without randomness nothing is sealed.
fn sealed(
    env: &mut StoreEnv,
    change: Change,
) -> Result<(Change<crate::record::ContentHash>, Vec<Content>), StoreError> {
    let mut failed = None;
    let sealed = seal(change, &mut || match env.draw() {
        Ok(bytes) => Salt(bytes),
        Err(error) => {
            failed = Some(error);
            Salt([0; 16])
        }
    });
    failed.map_or(Ok(sealed), Err)
}

/// Whether what lies in the file is what was meant, before it counts.
fn read_back(db: &Connection, first: u64, hashes: &[EntryHash]) -> Result<(), CommitError> {
    let mut statement =
        db.prepare_cached(&format!("SELECT {} FROM journal WHERE seq >= ?1 ORDER BY seq", journal::COLUMNS))?;
    let mut found = statement.query_map([number(first)], journal::entry)?;
    for hash in hashes {
        let stored = found.next().transpose()?;
        if !stored.is_some_and(|stored| stored.hash == *hash && stored.reckoned_hash() == *hash) {
            return Err(inconsistent("an entry read back from the file is not the one that was written"));
        }
    }
    Ok(())
}

fn inconsistent(what: impl std::fmt::Display) -> CommitError {
    StoreError::Inconsistent { what: what.to_string() }.into()
}
