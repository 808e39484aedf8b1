//! Somebody with `sqlite3` at hand.

use rusqlite::{Connection, ErrorCode};

/// The file itself refuses `sql`: a trigger, a check or a key of it does, and not a slip in how the statement is written.
#[track_caller]
pub(crate) fn refused(raw: &Connection, sql: &str) {
    let error = raw.execute(sql, []).expect_err(sql);
    assert_eq!(error.sqlite_error_code(), Some(ErrorCode::ConstraintViolation), "{sql}: {error}");
}
