//! The tables as the projection of the journal: what each change does to them. The door and the replay take the same
//! way, so that the same journal gives the same tables.
//!
//! Nothing is checked here. A change that names what is not there changes nothing, or breaks a foreign key.

mod amended;
mod ballot;
mod conflicts;
mod council;
mod facts;
mod meeting;
mod outcome;
mod review;
mod search;
mod seats;
mod together;

use rusqlite::{Connection, params};

use crate::record::{Change, Entry};

pub(super) use search::fold;

/// Does to the tables what the entry says.
pub(super) fn project(db: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    match &entry.change {
        Change::Founded { docket, schema } => {
            run(db, "INSERT INTO docket (id, schema) VALUES (?1, ?2)", params![docket, schema])
        }
        Change::RehearsalBegan { .. } => Ok(()),
        Change::RulesTaken { kind, id, text } => {
            run(db, "INSERT INTO rules (kind, id, text) VALUES (?1, ?2, ?3)", params![kind, id, text])
        }
        Change::Received { .. }
        | Change::Submitted { .. }
        | Change::Amended { .. }
        | Change::Found { .. }
        | Change::Checked { .. }
        | Change::Given { .. }
        | Change::Assigned { .. }
        | Change::Staged { .. }
        | Change::Demonstrated { .. }
        | Change::Noted { .. } => review::project(db, entry),
        Change::Seated { .. }
        | Change::Suspended { .. }
        | Change::SuspensionEnds { .. }
        | Change::StoodIn { .. } => seats::project(db, entry),
        Change::ConflictEntered { .. }
        | Change::ConflictEnds { .. }
        | Change::ConflictDismissed { .. }
        | Change::ConflictWaived { .. } => conflicts::project(db, entry),
        Change::Planned { .. }
        | Change::Called { .. }
        | Change::Attended { .. }
        | Change::AgendaSet { .. }
        | Change::ConsentSet { .. }
        | Change::Adjourned { .. } => council::project(db, entry),
        Change::BallotOpened { .. }
        | Change::Pulled { .. }
        | Change::Voted { .. }
        | Change::Joined { .. }
        | Change::BallotClosed { .. }
        | Change::Declared { .. }
        | Change::Cleared { .. } => ballot::project(db, entry),
        Change::Corrected { .. }
        | Change::ItemSet { .. }
        | Change::Minuted { .. }
        | Change::Ruled { .. }
        | Change::PacketSent { .. }
        | Change::MinutesApproved { .. }
        | Change::MinutesAmended { .. } => meeting::project(db, entry),
    }
}

/// Runs one statement that is kept ready.
fn run(db: &Connection, sql: &str, parameters: impl rusqlite::Params) -> rusqlite::Result<()> {
    db.prepare_cached(sql)?.execute(parameters).map(drop)
}
