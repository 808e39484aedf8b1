//! What changes of the register of conflicts do.

use rusqlite::{Connection, params};

use super::run;
use crate::record::{Change, Entry};

pub(super) fn project(db: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    let day = entry.at.date_naive();
    match &entry.change {
        Change::ConflictEntered { n, taken_back: true, .. } => {
            run(db, "DELETE FROM conflict WHERE n = ?1", [n])
        }
        Change::ConflictEntered { n, conflict, note, .. } => run(
            db,
            "INSERT INTO conflict (n, person, organisation, relation, weight, first_day, last_day, note_hash)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                n,
                conflict.person,
                conflict.organisation,
                conflict.relation,
                conflict.weight,
                conflict.from,
                conflict.until,
                note,
            ],
        ),
        Change::ConflictEnds { n, now, .. } => {
            run(db, "UPDATE conflict SET last_day = ?2 WHERE n = ?1", params![n, now])
        }
        Change::ConflictDismissed { tie, because } => run(
            db,
            "INSERT INTO conflict_dismissed (person, organisation, relation, said_by, day, because_hash)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![tie.person, tie.organisation, tie.relation, entry.actor, day, because],
        ),
        Change::ConflictWaived { application, tie, because: Some(because) } => run(
            db,
            "INSERT INTO conflict_waived (application, person, organisation, relation, said_by, day, because_hash)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                application,
                tie.person,
                tie.organisation,
                tie.relation,
                entry.actor,
                day,
                because,
            ],
        ),
        Change::ConflictWaived { application, tie, because: None } => run(
            db,
            "DELETE FROM conflict_waived
             WHERE application = ?1 AND person = ?2 AND organisation = ?3 AND relation = ?4",
            params![application, tie.person, tie.organisation, tie.relation],
        ),
        _ => Ok(()),
    }
}
