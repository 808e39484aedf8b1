//! Opening a docket: what it is, how it is held, and what it was made as.

use std::{
    fs::{DirBuilder, OpenOptions},
    io::{self, ErrorKind},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::Path,
    time::Duration,
};

use rusqlite::{Connection, OpenFlags, TransactionBehavior, config::DbConfig, limits::Limit};

use super::{
    error::StoreError,
    header::{self, Found},
    schema,
};

/// What a docket is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// To read.
    Read,
    /// To read and change.
    Write,
    /// To read and change; a missing one is made.
    Create,
    /// To be examined: as for reading, and an altered form is no hindrance.
    Examine,
}

impl Access {
    pub(super) const fn writes(self) -> bool {
        matches!(self, Self::Write | Self::Create)
    }
}

/// How long to wait for another writer.
const PATIENCE: Duration = Duration::from_secs(5);

/// Statements kept ready.
const READY: usize = 256;

/// What a file may make SQLite do, and no more.
const LIMITS: &[(Limit, i32)] = &[
    (Limit::SQLITE_LIMIT_LENGTH, 64 << 20),
    (Limit::SQLITE_LIMIT_SQL_LENGTH, 1 << 20),
    (Limit::SQLITE_LIMIT_COLUMN, 200),
    (Limit::SQLITE_LIMIT_EXPR_DEPTH, 100),
    (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 20),
    (Limit::SQLITE_LIMIT_ATTACHED, 0),
    (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1_000),
    (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 10),
];

/// Opens the docket at `path`. What is not one, or cannot be used for `access`, is named and left as it was.
pub(super) fn open(path: &Path, access: Access) -> Result<Connection, StoreError> {
    let found = header::look(path)?;
    let made = match found {
        Found::Missing if access != Access::Create => {
            return Err(StoreError::Missing { path: path.to_owned() });
        }
        Found::Empty if !access.writes() => {
            return Err(StoreError::Foreign { path: path.to_owned(), found: "an empty file".to_owned() });
        }
        Found::Docket { read_only: true } if access.writes() => {
            return Err(StoreError::ReadOnly { path: path.to_owned() });
        }
        Found::Missing => match make_new(path) {
            Err(source) if source.kind() == ErrorKind::AlreadyExists => false,
            Err(source) => return Err(StoreError::Unreachable { path: path.to_owned(), source }),
            Ok(()) => true,
        },
        Found::Empty | Found::Docket { .. } => false,
    };
    let opened = connect(path, access, matches!(found, Found::Docket { read_only: true }));
    if made && matches!(opened, Err(StoreError::Full { .. } | StoreError::Disk { .. })) {
        take_back(path);
    }
    opened
}

fn connect(path: &Path, access: Access, read_only: bool) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let named = |error| StoreError::at(path, error);
    let mut connection = Connection::open_with_flags(path, flags).map_err(named)?;
    configure(&mut connection).map_err(named)?;
    if access.writes() && connection.is_readonly("main").map_err(named)? {
        return Err(StoreError::ReadOnly { path: path.to_owned() });
    }
    examine(&mut connection, path, access, read_only)?;
    settle(&connection, access).map_err(named)?;
    Ok(connection)
}

/// A docket in memory.
pub(super) fn in_memory() -> Result<Connection, StoreError> {
    let mut connection = Connection::open_in_memory()?;
    configure(&mut connection)?;
    make_form(&mut connection, Path::new(":memory:"))?;
    Ok(connection)
}

/// What is set on every connection; nothing of it touches the file. The busy timeout comes first.
fn configure(connection: &mut Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    connection.set_transaction_behavior(TransactionBehavior::Immediate);
    connection.set_prepared_statement_cache_capacity(READY);
    for (limit, most) in LIMITS {
        connection.set_limit(*limit, *most)?;
    }
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    connection.execute_batch(
        "PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;
         PRAGMA temp_store = MEMORY;",
    )
}

/// What a file says it is.
struct Marks {
    application: u32,
    version: u32,
    /// Nothing is in it.
    blank: bool,
    /// What differs from the form that its version makes, where it is a docket of one that is known here.
    altered: Option<String>,
}

/// Reads them all of one moment: another process may be making or bringing up the same file.
fn marks(connection: &mut Connection) -> rusqlite::Result<Marks> {
    let moment = connection.transaction_with_behavior(TransactionBehavior::Deferred)?;
    let number = |pragma: &str| moment.query_row(pragma, [], |row| row.get::<_, u32>(0));
    let (application, version) = (number("PRAGMA application_id")?, number("PRAGMA user_version")?);
    let known = application == schema::APPLICATION_ID && (1..=schema::VERSION).contains(&version);
    let altered = if known { schema::difference(&moment, version)? } else { None };
    let blank = moment.query_row("SELECT NOT EXISTS (SELECT 1 FROM sqlite_schema)", [], |row| row.get(0))?;
    Ok(Marks { application, version, blank, altered })
}

/// Whether the file is what this version makes; an empty one that is opened to write becomes it, and so does a docket of
/// an earlier version that is just what that version made.
fn examine(
    connection: &mut Connection,
    path: &Path,
    access: Access,
    read_only: bool,
) -> Result<(), StoreError> {
    let marks = marks(connection).map_err(|error| StoreError::at(path, error))?;
    let foreign = |found: &str| Err(StoreError::Foreign { path: path.to_owned(), found: found.to_owned() });
    match (marks.application, marks.version) {
        (schema::APPLICATION_ID, version @ 1..=schema::VERSION) => match marks.altered {
            Some(found) if version < schema::VERSION || access != Access::Examine => {
                Err(StoreError::Altered { path: path.to_owned(), found })
            }
            _ if version < schema::VERSION => bring_up(connection, path, version, read_only),
            _ => Ok(()),
        },
        (schema::APPLICATION_ID, found) if found > schema::VERSION => {
            Err(StoreError::Newer { path: path.to_owned(), found, known: schema::VERSION })
        }
        (0, 0) if access.writes() && marks.blank => make_form(connection, path),
        (0, 0) => foreign("an SQLite database without a mark"),
        _ => foreign("an SQLite database of another program"),
    }
}

/// Brings a docket of an earlier version up to this one. It is done on the first opening, for reading as well: all of it
/// in one transaction, the journal untouched.
fn bring_up(connection: &mut Connection, path: &Path, found: u32, read_only: bool) -> Result<(), StoreError> {
    if read_only || connection.is_readonly("main").map_err(|error| StoreError::at(path, error))? {
        return Err(StoreError::Older { path: path.to_owned(), found, known: schema::VERSION });
    }
    make_form(connection, path)
}

/// Makes the form. Two that begin at once both end with the one that was first.
fn make_form(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    durable(connection)?;
    let made = schema::make(connection);
    let version = connection.query_row("PRAGMA user_version", [], |row| row.get::<_, u32>(0))?;
    match made {
        Err(rusqlite_migration::Error::RusqliteError { err, .. }) if version != schema::VERSION => {
            Err(StoreError::at(path, err))
        }
        Err(error) if version != schema::VERSION => {
            Err(StoreError::Inconsistent { what: format!("{}: {error}", path.display()) })
        }
        _ => Ok(()),
    }
}

/// How the file is held from now on: one file at rest, every commit on the disk before it is acknowledged.
fn settle(connection: &Connection, access: Access) -> rusqlite::Result<()> {
    if !access.writes() {
        return connection.execute_batch("PRAGMA query_only = ON");
    }
    durable(connection)
}

fn durable(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch("PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON;")?;
    let mode: String = connection.query_row("PRAGMA journal_mode", [], |row| row.get(0))?;
    if matches!(mode.as_str(), "delete" | "memory") {
        return Ok(());
    }
    let mode: String = connection.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))?;
    match mode.as_str() {
        "delete" => Ok(()),
        other => Err(rusqlite::Error::SqliteFailure(
            rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY),
            Some(format!("the journal mode stays `{other}`")),
        )),
    }
}

/// Makes an empty file that only its owner can read, where nothing is yet, and the folders above it.
pub(super) fn make_new(path: &Path) -> io::Result<()> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        make_folder(folder)?;
    }
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map(drop)
}

/// Removes the file that was just made, if it is still empty: the disk took no more, and an empty file is no docket. Who
/// opened it meanwhile is told at the next change that it is gone.
fn take_back(path: &Path) {
    if std::fs::metadata(path).is_ok_and(|about| about.len() == 0) {
        // What cannot be removed is taken for a docket to be made, the next time.
        _ = std::fs::remove_file(path);
    }
}

/// Makes a folder that only its owner can enter, with those above it that are missing.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)
}
