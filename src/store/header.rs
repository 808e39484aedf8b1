//! What the first bytes of a file say, read before SQLite touches it.

use std::{
    fs::{File, Metadata},
    io::{self, ErrorKind, Read},
    path::Path,
};

use super::{
    error::StoreError,
    schema::{APPLICATION_ID, VERSION},
};

const MAGIC: &[u8; 16] = b"SQLite format 3\0";
const LENGTH: usize = 100;

/// What is at a path.
pub(super) enum Found {
    /// Nothing.
    Missing,
    /// A file without content, as `touch` makes it.
    Empty,
    /// A docket of a form that is known here.
    Docket {
        /// Its permissions let nobody write it.
        read_only: bool,
    },
}

/// Looks at the file at `path`. What is no docket, or a newer one, is an error; nothing is changed or locked.
///
/// The marks are written with the first page, in the transaction that makes the form, and lie in one sector of the
/// disk: a file cut off in the middle of a change bears them as well.
pub(super) fn look(path: &Path) -> Result<Found, StoreError> {
    let unreachable = |source| StoreError::Unreachable { path: path.to_owned(), source };
    let about = match std::fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Found::Missing),
        other => other.map_err(unreachable)?,
    };
    if !about.is_file() {
        return Err(unreachable(io::Error::other("it is not a file")));
    }
    let read_only = is_read_only(&about);
    let header = first_bytes(path).map_err(unreachable)?;
    if header.is_empty() {
        return Ok(Found::Empty);
    }
    let foreign = |found: &str| StoreError::Foreign { path: path.to_owned(), found: found.to_owned() };
    if !header.starts_with(MAGIC) {
        return Err(foreign("another kind of file"));
    }
    let (Some(form), Some(application)) = (number(&header, 60), number(&header, 68)) else {
        return Err(StoreError::Damaged { path: path.to_owned(), found: "the file is cut short".to_owned() });
    };
    match (application, form) {
        (0, 0) => Err(foreign("an SQLite database without a mark")),
        (APPLICATION_ID, form) if form > VERSION => {
            Err(StoreError::Newer { path: path.to_owned(), found: form, known: VERSION })
        }
        (APPLICATION_ID, _) => Ok(Found::Docket { read_only }),
        _ => Err(foreign("an SQLite database of another program")),
    }
}

#[expect(clippy::disallowed_methods, reason = "the store is the edge where the docket's file is read")]
fn first_bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut header = Vec::with_capacity(LENGTH);
    File::open(path)?.take(LENGTH as u64).read_to_end(&mut header)?;
    Ok(header)
}

fn number(header: &[u8], at: usize) -> Option<u32> {
    let bytes: [u8; 4] = header.get(at..at + 4)?.try_into().ok()?;
    Some(u32::from_be_bytes(bytes))
}

fn is_read_only(about: &Metadata) -> bool {
    about.permissions().readonly()
}
