//! Which writer this installation is in a docket, and the head it remembers there.
//!
//! A writer's chain may never fork: two entries of one number would make two copies of a docket impossible to join.
//! So a writer goes on only where its last entry in the file is the one it remembers. Where the two differ (a restored
//! backup, a copy, a memory that was lost) it goes on under a new id.
//!
//! The memory is written *before* a commit, while the file is locked. A crash in between leaves a memory that is ahead
//! of the file: the next change comes from a new writer, and nothing is lost. Where the memory cannot be written at
//! all, a fresh id is used for this one session and never again; the change itself does not depend on it.

use std::{
    fs::OpenOptions,
    io::{self, Write as _},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use crate::record::{EntryHash, WriterId, journal::Heads};

use super::{error::StoreError, open::make_folder};

/// Where randomness comes from: sixteen bytes at a time.
pub type Random = Box<dyn FnMut() -> io::Result<[u8; 16]> + Send>;

/// What a store needs from outside.
pub struct StoreEnv {
    /// The folder that remembers heads; `None` remembers nothing beyond the session.
    pub(super) state: Option<PathBuf>,
    pub(super) random: Random,
}

impl StoreEnv {
    /// The system's randomness, and memory in the folder `state`.
    pub fn system(state: Option<PathBuf>) -> Self {
        Self { state, random: Box::new(system_random) }
    }

    /// Given randomness, for tests and samples that must come out the same every time.
    pub fn new(state: Option<PathBuf>, random: impl FnMut() -> [u8; 16] + Send + 'static) -> Self {
        let mut random = random;
        Self { state, random: Box::new(move || Ok(random())) }
    }

    /// Bytes that count upwards: the same every time, for tests.
    pub fn counting() -> Self {
        let mut count = 0_u128;
        Self::new(None, move || {
            count += 1;
            count.to_be_bytes()
        })
    }
}

impl StoreEnv {
    /// Sixteen random bytes.
    pub(super) fn draw(&mut self) -> Result<[u8; 16], StoreError> {
        (self.random)().map_err(|error| StoreError::Inconsistent {
            what: format!("the system gives no randomness for ids and salts ({error}); nothing was changed"),
        })
    }
}

#[expect(clippy::disallowed_methods, reason = "the store is the edge where ids and salts are drawn")]
fn system_random() -> io::Result<[u8; 16]> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| io::Error::other(error.to_string()))?;
    Ok(bytes)
}

/// The memory of one docket's heads.
pub(super) struct Memory {
    /// Where it is kept, once the docket has an id.
    file: Option<PathBuf>,
    /// What this session knows.
    known: Heads,
}

impl Memory {
    /// The memory of the docket `docket` in the folder `state`.
    pub(super) fn of(state: Option<&Path>, docket: &str) -> Self {
        Self { file: state.map(|state| state.join("heads").join(file_name(docket))), known: Heads::new() }
    }

    /// The writer that may go on from `heads`, with its last entry: one whose head is the one remembered.
    pub(super) fn writer(&mut self, heads: &Heads) -> Option<(WriterId, u64, EntryHash)> {
        if let Some(file) = &self.file {
            self.known = read(file);
        }
        let matching = self.known.iter().filter(|(writer, head)| heads.get(*writer) == Some(*head));
        matching.max_by_key(|(_, (n, _))| *n).map(|(writer, (n, hash))| (writer.clone(), *n, hash.clone()))
    }

    /// Remembers a head.
    pub(super) fn remember(&mut self, writer: &WriterId, n: u64, hash: &EntryHash) -> io::Result<()> {
        let before = self.known.insert(writer.clone(), (n, hash.clone()));
        let kept = self.keep();
        if kept.is_err() {
            match before {
                Some(head) => _ = self.known.insert(writer.clone(), head),
                None => _ = self.known.remove(writer),
            }
        }
        kept
    }

    /// Takes back what was remembered for a commit that did not happen. Where that fails the memory stays ahead, and
    /// the next change comes from a new writer.
    pub(super) fn take_back(&mut self, writer: &WriterId, before: Option<(u64, EntryHash)>) {
        match before {
            Some(head) => _ = self.known.insert(writer.clone(), head),
            None => _ = self.known.remove(writer),
        }
        _ = self.keep();
    }

    /// Goes on without the folder, under ids that are used in this session only.
    pub(super) fn forget(&mut self) {
        self.file = None;
        self.known = Heads::new();
    }

    /// Writes the memory whole or not at all.
    fn keep(&self) -> io::Result<()> {
        let Some(file) = &self.file else { return Ok(()) };
        if let Some(folder) = file.parent() {
            make_folder(folder)?;
        }
        let text = serde_json::to_vec(&self.known)?;
        let draft = file.with_extension(format!("{}.new", std::process::id()));
        let written = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(&draft)
            .and_then(|mut handle| handle.write_all(&text))
            .and_then(|()| std::fs::rename(&draft, file));
        if written.is_err() {
            _ = std::fs::remove_file(&draft);
        }
        written
    }
}

/// What a file remembers; one that is missing or cannot be read remembers nothing.
#[expect(clippy::disallowed_methods, reason = "the store is the edge where its own memory is read")]
fn read(file: &Path) -> Heads {
    let remembered = std::fs::read(file).ok();
    remembered.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

/// A docket's id comes out of a file, so that only what is harmless in a name is taken as it is.
fn file_name(docket: &str) -> String {
    use sha2::{Digest as _, Sha256};
    let harmless = (1..=64).contains(&docket.len()) && docket.bytes().all(|byte| byte.is_ascii_hexdigit());
    if harmless {
        return format!("{docket}.json");
    }
    let hash = Sha256::digest(docket);
    let half = hash.first_chunk::<16>().map(|half| hex(*half));
    format!("{}.json", half.unwrap_or_default())
}

/// `bytes` in hexadecimal digits.
pub(super) fn hex(bytes: [u8; 16]) -> String {
    format!("{:032x}", u128::from_be_bytes(bytes))
}

/// Half of `bytes` in hexadecimal digits: enough for a writer's id.
pub(super) fn short_hex(bytes: [u8; 16]) -> String {
    hex(bytes).split_off(16)
}

#[cfg(test)]
mod tests {
    use super::{Memory, file_name};
    use crate::record::{EntryHash, WriterId, journal::Heads};

    fn heads(n: u64, hash: &str) -> Heads {
        Heads::from([(WriterId::new("w"), (n, EntryHash::new(hash)))])
    }

    #[test]
    fn a_writer_goes_on_only_where_its_head_is_the_one_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let writer = WriterId::new("w");
        let mut memory = Memory::of(Some(folder.path()), "ab");
        assert_eq!(memory.writer(&heads(5, "five")), None);
        memory.remember(&writer, 5, &EntryHash::new("five")).unwrap();
        let mut later = Memory::of(Some(folder.path()), "ab");
        assert_eq!(later.writer(&heads(5, "five")), Some((writer, 5, EntryHash::new("five"))));
        assert_eq!(later.writer(&heads(4, "four")), None);
        assert_eq!(later.writer(&heads(6, "six")), None);
        assert_eq!(later.writer(&heads(5, "other")), None);
        assert_eq!(Memory::of(Some(folder.path()), "cd").writer(&heads(5, "five")), None);
    }

    #[test]
    fn a_memory_that_cannot_be_read_remembers_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let mut memory = Memory::of(Some(folder.path()), "ab");
        memory.remember(&WriterId::new("w"), 1, &EntryHash::new("x")).unwrap();
        std::fs::remove_file(folder.path().join("heads/ab.json")).unwrap();
        std::fs::create_dir(folder.path().join("heads/ab.json")).unwrap();
        assert_eq!(Memory::of(Some(folder.path()), "ab").writer(&heads(1, "x")), None);
    }

    #[test]
    fn an_id_from_a_file_names_no_other_place() {
        assert_eq!(file_name("00ff"), "00ff.json");
        assert!(!file_name("../../x").contains('/') && !file_name("").starts_with('.'));
    }
}
