//! What is in a docket's journal, line by line, and whether `verify` is content with it.

use std::path::{Path, PathBuf};

use docket::{
    record::{Change, describe},
    review::queue::Window,
    store::{Access, Store, StoreEnv},
};

use crate::dockets::in_session;

/// How a change is named, here and in the journal.
pub(crate) fn line(change: &Change) -> String {
    format!("{}: {}", change.subject(), describe(change))
}

/// A docket in session, with a ballot of three seats open on 2026-0001.
pub(crate) fn in_folder(folder: &Path) -> PathBuf {
    let path = folder.join("docket.sqlite");
    let mut store = Store::open(&path, Access::Create, StoreEnv::system(None)).unwrap();
    in_session(&mut store);
    path
}

/// Everything in the journal, oldest first; opening it rolls back what was cut off.
#[track_caller]
pub(crate) fn lines(path: &Path) -> Vec<String> {
    let store = Store::open(path, Access::Read, StoreEnv::system(None)).unwrap();
    let rows = store.history(None, Window { first: 0, rows: u64::from(u32::MAX) }).unwrap();
    rows.into_iter().rev().map(|row| format!("{}: {}", row.subject, row.what)).collect()
}

/// `verify` finds nothing wrong.
#[track_caller]
pub(crate) fn is_sound(path: &Path) {
    let store = Store::open(path, Access::Examine, StoreEnv::system(None)).unwrap();
    let verified = store.verify(None).unwrap();
    assert!(verified.ok, "{}: {verified:#?}", path.display());
}
