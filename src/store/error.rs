//! What can go wrong with a docket's file, and what to do about it.

use std::{io, path::PathBuf};

use rusqlite::{ErrorCode, ffi::SQLITE_READONLY_DBMOVED};

use crate::record::Refusal;

/// A docket that cannot be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such file.
    #[error("{}: no docket is there; name another with --file, or make one with `docket import`", path.display())]
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// The name belongs to something that is no file, or cannot be reached.
    #[error("{}: cannot be opened ({source}); check the path and its permissions", path.display())]
    Unreachable {
        /// Which path.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A file of another kind.
    #[error("{}: not a docket ({found}); it was left untouched, name another with --file", path.display())]
    Foreign {
        /// Which file.
        path: PathBuf,
        /// What it is instead.
        found: String,
    },
    /// A docket of a later version.
    #[error(
        "{}: made by a newer docket (form {found}, this one knows {known}); it was left untouched, update docket",
        path.display()
    )]
    Newer {
        /// Which file.
        path: PathBuf,
        /// Its form.
        found: u32,
        /// The newest form known here.
        known: u32,
    },
    /// A docket of an earlier version, where it cannot be brought up to this one.
    #[error(
        "{}: made by an earlier docket (form {found}) and read-only; make it writable, so that it becomes form {known}",
        path.display()
    )]
    Older {
        /// Which file.
        path: PathBuf,
        /// Its form.
        found: u32,
        /// The form it would become.
        known: u32,
    },
    /// Tables, views or triggers are not those that docket makes.
    #[error(
        "{}: its form was altered ({found}); it was left untouched, run `docket verify` and go on from a backup",
        path.display()
    )]
    Altered {
        /// Which file.
        path: PathBuf,
        /// What differs, by name.
        found: String,
    },
    /// The file is broken.
    #[error("{}: damaged ({found}); it was left untouched, go on from a backup", path.display())]
    Damaged {
        /// Which file.
        path: PathBuf,
        /// What was noticed.
        found: String,
    },
    /// The file or its folder cannot be written.
    #[error("{}: read-only; make the file and its folder writable, or work on a copy", path.display())]
    ReadOnly {
        /// Which file.
        path: PathBuf,
    },
    /// The file that was opened lies elsewhere now, or nowhere.
    #[error(
        "{}: moved, removed or replaced while it was open, and not written to any more; leave docket and open it again",
        path.display()
    )]
    Moved {
        /// Where it was.
        path: PathBuf,
    },
    /// Somebody else is writing and does not finish.
    #[error("{}: locked by another program for too long; close it there, or try again", path.display())]
    Locked {
        /// Which file.
        path: PathBuf,
    },
    /// No room on the disk.
    #[error("{}: no room left on the disk, nothing was changed; make room and try again", path.display())]
    Full {
        /// Which file.
        path: PathBuf,
    },
    /// The disk does not do what it is asked.
    #[error(
        "{}: the disk refuses ({found}), nothing was changed; look whether it is full or failing, and try again",
        path.display()
    )]
    Disk {
        /// Which file.
        path: PathBuf,
        /// What was noticed.
        found: String,
    },
    /// A change was asked of a docket that was opened for reading.
    #[error("{}: opened for reading only; nothing was changed", path.display())]
    ForReading {
        /// Which file.
        path: PathBuf,
    },
    /// An edition or council rule set that is neither in the file nor shipped, or cannot be understood.
    #[error("rules `{id}`: {problem}")]
    Rules {
        /// Which.
        id: String,
        /// What is wrong.
        problem: String,
    },
    /// What was read does not fit together.
    #[error("{what}; run `docket verify`")]
    Inconsistent {
        /// What, and where.
        what: String,
    },
    /// Anything else that SQLite says.
    #[error("the file could not be read or written: {0}; run `docket verify`")]
    Sql(#[from] rusqlite::Error),
}

impl StoreError {
    /// Whether the file is a docket that is not as it was written, rather than none, or one out of reach.
    pub const fn is_damage(&self) -> bool {
        matches!(self, Self::Damaged { .. } | Self::Altered { .. } | Self::Inconsistent { .. } | Self::Sql(_))
    }

    /// `error` of the docket at `path`, named for what it is.
    pub(super) fn at(path: &std::path::Path, error: rusqlite::Error) -> Self {
        let path = path.to_owned();
        let Some(failure) = error.sqlite_error() else { return Self::Sql(error) };
        match failure.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed => {
                Self::Locked { path }
            }
            ErrorCode::ReadOnly if failure.extended_code == SQLITE_READONLY_DBMOVED => Self::Moved { path },
            ErrorCode::ReadOnly => Self::ReadOnly { path },
            ErrorCode::DiskFull => Self::Full { path },
            ErrorCode::SystemIoFailure => Self::Disk { path, found: error.to_string() },
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => {
                Self::Damaged { path, found: error.to_string() }
            }
            ErrorCode::CannotOpen => Self::Unreachable { path, source: io::Error::other(error.to_string()) },
            _ => Self::Sql(error),
        }
    }
}

/// A change that was not made. Nothing of its transaction was.
#[derive(Debug, thiserror::Error)]
pub enum CommitError {
    /// The change may not be made.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Nothing of one's own is left to undo.
    #[error("nothing to undo: {actor} has made no change that could be taken back")]
    NothingToUndo {
        /// Who asked.
        actor: String,
    },
    /// An export that cannot be taken in.
    #[error("the export cannot be taken in: {problem}")]
    Export {
        /// What is wrong, and where.
        problem: String,
    },
    /// The docket cannot be used.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<rusqlite::Error> for CommitError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}
