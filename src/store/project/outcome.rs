//! What a declared ballot does to its application and to certifications, and the clearing of conditions.

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use super::run;
use crate::{
    council::{
        BallotId, InForce, Motion, Outcome, Terms, condition::Clearing, outcome::set_aside,
        register::CurbKind,
    },
    record::{Change, Entry, Granted, journal::stamp},
    rules::Program,
};

/// What the ballot's own row says of the motion.
struct Moved {
    motion: Motion,
    program: Option<Program>,
    certification: Option<u32>,
    /// The first day of what it does where none was moved: the day of the meeting, or the day it was declared.
    day: NaiveDate,
    terms: Terms,
}

pub(super) fn declared(db: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    let Change::Declared { ballot, outcome, next, granted } = &entry.change else { return Ok(()) };
    run(
        db,
        "UPDATE ballot SET state = 'declared', declared = ?3, outcome = ?4 WHERE application = ?1 AND n = ?2",
        params![ballot.application, ballot.n, stamp(entry.at), outcome],
    )?;
    let moved = moved(db, ballot, entry)?;
    run(
        db,
        "UPDATE application SET stage = ?2, since = ?3, parked = ?4 WHERE ref = ?1",
        params![
            ballot.application,
            next,
            entry.at.date_naive(),
            set_aside(moved.motion, &moved.terms, *outcome)
        ],
    )?;
    if let Some(granted) = granted {
        certified(db, ballot, granted)?;
    }
    match (outcome, moved.motion) {
        (Outcome::Adopted, Motion::Suspend) => curbed(db, ballot, &moved, CurbKind::Suspended),
        (Outcome::Adopted, Motion::Revoke) => curbed(db, ballot, &moved, CurbKind::Revoked),
        (Outcome::Adopted, Motion::Reclassify) => run(
            db,
            "UPDATE application SET program = coalesce(?2, program) WHERE ref = ?1",
            params![ballot.application, moved.program],
        ),
        _ => Ok(()),
    }
}

fn moved(db: &Connection, ballot: &BallotId, entry: &Entry) -> rusqlite::Result<Moved> {
    db.prepare_cached(
        "SELECT ballot.*, meeting.date FROM ballot LEFT JOIN meeting ON meeting.id = ballot.meeting
         WHERE application = ?1 AND n = ?2",
    )?
    .query_row(params![ballot.application, ballot.n], |row| {
        Ok(Moved {
            motion: row.get("motion")?,
            program: row.get("to_program")?,
            certification: row.get("certification")?,
            day: row.get::<_, Option<NaiveDate>>("date")?.unwrap_or_else(|| entry.at.date_naive()),
            terms: Terms {
                from: row.get("first_day")?,
                until: row.get("last_day")?,
                in_force: row.get::<_, Option<InForce>>("in_force")?.unwrap_or_default(),
                returns: row.get("returns")?,
                ..Terms::default()
            },
        })
    })
}

fn certified(db: &Connection, ballot: &BallotId, granted: &Granted) -> rusqlite::Result<()> {
    run(
        db,
        "INSERT INTO certification (application, ballot, organisation, program, edition, first_day, last_day, in_force,
           meeting)
         SELECT application, n, organisation, program, edition, ?3, ?4, coalesce(in_force, 'now'), meeting FROM ballot
         WHERE application = ?1 AND n = ?2",
        params![ballot.application, ballot.n, granted.from, granted.until],
    )
}

fn curbed(db: &Connection, ballot: &BallotId, moved: &Moved, kind: CurbKind) -> rusqlite::Result<()> {
    let until = moved.terms.until.filter(|_| kind == CurbKind::Suspended);
    run(
        db,
        "INSERT INTO certification_change (application, ballot, certification, kind, first_day, last_day)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            ballot.application,
            ballot.n,
            moved.certification,
            kind,
            moved.terms.from.unwrap_or(moved.day),
            until
        ],
    )
}

pub(super) fn cleared(
    db: &Connection,
    ballot: &BallotId,
    condition: u32,
    now: Option<&Clearing>,
) -> rusqlite::Result<()> {
    match now {
        Some(clearing) => run(
            db,
            "INSERT INTO condition_clearing (application, ballot, n, day, cleared_by, evidence)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![ballot.application, ballot.n, condition, clearing.on, clearing.by, clearing.evidence],
        ),
        None => run(
            db,
            "DELETE FROM condition_clearing WHERE application = ?1 AND ballot = ?2 AND n = ?3",
            params![ballot.application, ballot.n, condition],
        ),
    }
}
