//! Reading the docket. Every answer is read from the tables at the time it is asked for, and no more than that.

pub(super) mod application;
pub(super) mod ballot;
pub(super) mod conflicts;
pub(super) mod council;
mod facts;
mod history;
mod queue;
pub(super) mod register;
mod rules;
pub(super) mod seats;
pub(super) mod session;
pub(super) mod together;

pub use application::{NoteRow, SubmissionRow};
pub use council::MeetingRow;
pub use history::JournalRow;
pub(super) use rules::{Rules, as_ruled, shipped_rules};

use rusqlite::{Connection, Params, Row};

/// All rows of a query that is kept ready.
fn all<T>(
    db: &Connection,
    sql: &str,
    parameters: impl Params,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map(parameters, read)?;
    rows.collect()
}
