//! Which file a store holds: the one at its path may be another one by now.

use std::{os::unix::fs::MetadataExt as _, path::Path};

use super::{Store, StoreError};

/// A file, told from all others on this machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Identity {
    device: u64,
    inode: u64,
}

impl Identity {
    /// The file at `path`, if one is there. It is not opened, for closing it again would give up SQLite's locks.
    pub(super) fn at(path: &Path) -> Option<Self> {
        let about = std::fs::metadata(path).ok()?;
        Some(Self { device: about.dev(), inode: about.ino() })
    }
}

impl Store {
    /// Whether the file at its path is no longer the one that is open here: moved, removed, or put in its place.
    pub fn is_replaced(&self) -> bool {
        self.path.as_deref().is_some_and(|path| Identity::at(path) != self.identity)
    }

    /// What is to be said where it is replaced.
    pub fn moved(&self) -> StoreError {
        StoreError::Moved { path: self.place().to_owned() }
    }
}
