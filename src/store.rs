//! The store: a docket in one SQLite file. `rusqlite` is used here and nowhere else.
//!
//! Everything that is written goes through one [door](Store::commit): a change is checked, recorded in the journal,
//! and done to the tables, in one transaction. Everything that is read comes out of the tables.

mod agree;
mod before;
mod chain;
mod copy;
mod door;
mod error;
mod export;
mod header;
mod journal;
mod open;
mod past;
mod place;
mod project;
mod query;
mod schema;
mod setting;
mod sql;
mod together;
mod undo;
mod verify;
mod writer;

use std::{
    cell::Cell,
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::Connection;

pub use door::Committed;
pub use error::{CommitError, StoreError};
pub use export::Exported;
pub use open::Access;
pub use query::{JournalRow, MeetingRow, NoteRow, SubmissionRow};
pub use undo::Undone;
pub use verify::{Checked, Verified};
pub use writer::{Random, StoreEnv};

use place::Identity;
use query::Rules;
use writer::Memory;

/// A docket that is open.
pub struct Store {
    db: Connection,
    /// Where it lies; `None` in memory.
    path: Option<PathBuf>,
    /// Which file lay there when it was opened.
    identity: Option<Identity>,
    access: Access,
    /// Its id: that of the file, or the one it will be founded with.
    docket: String,
    env: StoreEnv,
    memory: Memory,
    rules: Rules,
    /// What SQLite counted of other connections' commits when it was last asked.
    seen: Cell<i64>,
}

impl Store {
    /// Opens the docket at `path`.
    ///
    /// # Errors
    /// A file that is missing, foreign, newer, altered, damaged, read-only or locked is named as such and left
    /// as it was, byte for byte.
    pub fn open(path: &Path, access: Access, env: StoreEnv) -> Result<Self, StoreError> {
        Self::around(open::open(path, access)?, Some(path.to_owned()), access, env)
    }

    /// A new docket in memory, for rehearsals and tests.
    pub fn in_memory(env: StoreEnv) -> Result<Self, StoreError> {
        Self::around(open::in_memory()?, None, Access::Create, env)
    }

    fn around(
        db: Connection,
        path: Option<PathBuf>,
        access: Access,
        mut env: StoreEnv,
    ) -> Result<Self, StoreError> {
        let docket = match founded(&db, path.as_deref(), access)? {
            Some(docket) => docket,
            None => writer::hex(env.draw()?),
        };
        let memory = Memory::of(env.state.as_deref(), &docket);
        let identity = path.as_deref().and_then(Identity::at);
        let (rules, seen) = (Rules::default(), Cell::new(0));
        let mut store = Self { db, path, identity, access, docket, env, memory, rules, seen };
        store.changed_elsewhere()?;
        if matches!(store.is_rehearsal(), Ok(true)) {
            store.leave_memory();
        }
        Ok(store)
    }

    /// Where the docket lies; `None` in memory.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The docket's own id.
    pub fn docket_id(&self) -> &str {
        &self.docket
    }

    /// Whether another connection has changed the file since this was last asked.
    pub fn changed_elsewhere(&self) -> Result<bool, StoreError> {
        let now =
            self.read(|db| db.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0)))?;
        Ok(self.seen.replace(now) != now)
    }

    /// Waits at most so long for another program that is writing; five seconds unless this is said.
    pub fn wait_at_most(&self, patience: Duration) -> Result<(), StoreError> {
        self.read(|db| db.busy_timeout(patience))
    }

    /// Reads several things as they are at one moment, whatever others write meanwhile.
    pub fn at_one_moment<T>(
        &self,
        what: impl FnOnce(&Self) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.hold()?;
        let read = what(self);
        self.release();
        read
    }

    /// Holds the file as it is until [`Store::release`], so that many readings see one moment and lock it once. Nothing
    /// can be changed meanwhile.
    pub fn hold(&self) -> Result<(), StoreError> {
        self.read(|db| db.execute_batch("BEGIN DEFERRED"))
    }

    /// Lets go of what [`Store::hold`] holds.
    pub fn release(&self) {
        // Nothing was written; a damaged file may refuse even to end a reading.
        _ = self.db.execute_batch("ROLLBACK");
    }

    /// Reads, and names what goes wrong.
    fn read<T>(&self, what: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, StoreError> {
        what(&self.db).map_err(|error| self.named(error))
    }

    /// `error` with the name of this docket.
    fn named(&self, error: rusqlite::Error) -> StoreError {
        StoreError::at(self.place(), error)
    }

    /// Its path, as it is shown.
    fn place(&self) -> &Path {
        self.path.as_deref().unwrap_or(Path::new("(in memory)"))
    }
}

/// The id that the docket was founded with. Where a file is only examined, one that cannot be read has none.
fn founded(db: &Connection, path: Option<&Path>, access: Access) -> Result<Option<String>, StoreError> {
    match journal::founded(db) {
        Ok(found) => Ok(found.map(|(docket, _)| docket)),
        Err(_) if access == Access::Examine => Ok(None),
        Err(error) => Err(StoreError::at(path.unwrap_or(Path::new("(in memory)")), error)),
    }
}
