//! A copy of the docket as it is at one moment, and the mark of one that is only for rehearsing.

use std::{fs, path::Path};

use rusqlite::{Connection, OpenFlags, backup::Backup};

use super::{
    Access, Store, StoreEnv,
    error::{CommitError, StoreError},
    open,
};
use crate::record::{Act, Change};

/// The setting that marks a copy for rehearsing; its value says of what.
const REHEARSAL: &str = "rehearsal";

impl Store {
    /// Copies the docket to `path`, which must not exist, as it is at one moment, and examines the copy. This docket
    /// is only read.
    ///
    /// # Errors
    /// Something is at `path` already, there is no room, or the copy is not the same. Then no copy is left behind.
    pub fn copy_to(&self, path: &Path) -> Result<(), StoreError> {
        open::make_new(path).map_err(|source| StoreError::Unreachable { path: path.to_owned(), source })?;
        let copied = self.at_one_moment(|store| {
            store.fill(path).map_err(|error| StoreError::at(path, error))?;
            store.compare(path)
        });
        copied.inspect_err(|_| remove(path))
    }

    /// Copies the docket to `path`, which must not exist, as one for rehearsing. The copy bears its mark before it has
    /// that name: in its settings, and as an entry of its journal that no undo takes back. It goes by no memory of this
    /// installation: what is done in it leaves the original alone.
    ///
    /// # Errors
    /// As of [`Self::copy_to`].
    pub fn rehearse_at(&self, path: &Path, act: &Act) -> Result<Self, CommitError> {
        let unreachable = |source| StoreError::Unreachable { path: path.to_owned(), source };
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(".unfinished");
        let draft = path.with_file_name(name);
        // The name is taken first, so that nothing that lies there is ever lost.
        open::make_new(path).map_err(unreachable)?;
        let copied = self
            .begin_rehearsal(&draft, act)
            .and_then(|()| fs::rename(&draft, path).map_err(unreachable).map_err(CommitError::from));
        if copied.is_err() {
            remove(&draft);
            remove(path);
        }
        copied?;
        Ok(Self::open(path, Access::Write, StoreEnv::system(None))?)
    }

    fn begin_rehearsal(&self, path: &Path, act: &Act) -> Result<(), CommitError> {
        self.copy_to(path)?;
        let mut copy = Self::open(path, Access::Write, StoreEnv::system(None))?;
        let of = copy.fingerprint()?.full().to_owned();
        copy.mark_rehearsal(&self.place().display().to_string())?;
        copy.commit(act, vec![Change::RehearsalBegan { of }]).map(drop)
    }

    fn fill(&self, path: &Path) -> rusqlite::Result<()> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut copy = Connection::open_with_flags(path, flags)?;
        copy.execute_batch("PRAGMA synchronous = EXTRA")?;
        let backup = Backup::new(&self.db, &mut copy)?;
        // All pages at once: nobody can write in between.
        backup.step(-1).map(drop)
    }

    /// Whether the copy at `path` is sound and holds the same journal.
    fn compare(&self, path: &Path) -> Result<(), StoreError> {
        let copy = Self::open(path, Access::Read, StoreEnv::system(None))?;
        let found: String =
            copy.read(|db| db.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0)))?;
        if found != "ok" {
            return Err(StoreError::Damaged { path: path.to_owned(), found });
        }
        if copy.fingerprint()?.full() != self.fingerprint()?.full() {
            let what = format!("{}: the copy's journal is another one", path.display());
            return Err(StoreError::Inconsistent { what });
        }
        Ok(())
    }

    /// Whether this docket is a copy for rehearsing: nothing in it was decided. It is one where an entry was written as a
    /// rehearsal, as the first one of every copy is: that is chained, and stays when the setting is taken out. The setting
    /// alone is what copies of earlier dockets and exports of them have.
    pub fn is_rehearsal(&self) -> Result<bool, StoreError> {
        let rehearsed =
            "SELECT EXISTS (SELECT 1 FROM journal WHERE writer >= 'rehearsal-' AND writer < 'rehearsal.')";
        Ok(self.setting(REHEARSAL)?.is_some()
            || self.read(|db| db.prepare_cached(rehearsed)?.query_row([], |row| row.get(0)))?)
    }

    /// The beginning of the id of a new writer in this docket.
    pub(super) fn writers_mark(&self) -> Result<&'static str, StoreError> {
        Ok(if self.is_rehearsal()? { "rehearsal-" } else { "" })
    }

    /// Marks this docket as a copy of `original` for rehearsing.
    pub(super) fn mark_rehearsal(&mut self, original: &str) -> Result<(), StoreError> {
        self.set_setting(REHEARSAL, Some(original))?;
        self.leave_memory();
        Ok(())
    }

    /// Goes on without this installation's memory of heads: that belongs to the original.
    pub(super) fn leave_memory(&mut self) {
        self.env.state = None;
        self.memory.forget();
    }
}

/// Removes what is left of a copy that is of no use to anybody.
fn remove(path: &Path) {
    _ = fs::remove_file(path);
}
