//! What changes of the council do.
//!
//! Being put on an agenda or taken off it leaves the day since when an application waits: both are ways of waiting
//! for the council, and an agenda can be set back without a trace in the tables.

use rusqlite::{Connection, params};

use super::{run, together};
use crate::{
    council::{Attendance, MeetingId},
    record::{Change, Entry, journal::stamp},
    review::{Ref, Stage},
    store::sql::Instant,
};

pub(super) fn project(db: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    match &entry.change {
        Change::Planned { meeting, date, rules } => run(
            db,
            "INSERT INTO meeting (id, date, rules, state) VALUES (?1, ?2, ?3, 'planned')",
            params![meeting, date, rules],
        ),
        Change::Called { meeting, reading } => run(
            db,
            "UPDATE meeting SET state = 'open', reading = ?2, called = ?3 WHERE id = ?1",
            params![meeting, reading, stamp(entry.at)],
        ),
        Change::Attended { meeting, seat: _, was, now } => attended(db, meeting, was.as_ref(), now.as_ref()),
        Change::AgendaSet { meeting, was, now } => agenda(db, meeting, was, now),
        Change::ConsentSet { meeting, application, now, .. } => {
            together::consent(db, meeting, application, now.as_ref())
        }
        Change::Adjourned { meeting } => adjourned(db, entry, meeting),
        _ => Ok(()),
    }
}

pub(super) fn attended(
    db: &Connection,
    meeting: &MeetingId,
    was: Option<&Attendance>,
    now: Option<&Attendance>,
) -> rusqlite::Result<()> {
    if let Some(stay) = was {
        run(
            db,
            "DELETE FROM attendance WHERE meeting = ?1 AND seat = ?2 AND since = ?3",
            params![meeting, stay.seat, Instant(stay.since)],
        )?;
    }
    now.map_or(Ok(()), |stay| {
        run(
            db,
            "INSERT INTO attendance (meeting, seat, since, gone) VALUES (?1, ?2, ?3, ?4)",
            params![meeting, stay.seat, Instant(stay.since), stay.left.map(Instant)],
        )
    })
}

fn agenda(db: &Connection, meeting: &MeetingId, was: &[Ref], now: &[Ref]) -> rusqlite::Result<()> {
    run(db, "DELETE FROM agenda WHERE meeting = ?1", [meeting])?;
    for (place, application) in (1_u32..).zip(now) {
        run(
            db,
            "INSERT INTO agenda (meeting, place, application) VALUES (?1, ?2, ?3)",
            params![meeting, place, application],
        )?;
    }
    let moved = |application: &Ref, from: Stage, to: Stage| {
        run(
            db,
            "UPDATE application SET stage = ?3 WHERE ref = ?1 AND stage = ?2",
            params![application, from, to],
        )
    };
    let taken_off = was.iter().filter(|application| !now.contains(application));
    taken_off.into_iter().try_for_each(|off| moved(off, Stage::OnAgenda, Stage::ReadyForTac))?;
    let put_on = now.iter().filter(|application| !was.contains(application));
    put_on.into_iter().try_for_each(|on| moved(on, Stage::ReadyForTac, Stage::OnAgenda))
}

fn adjourned(db: &Connection, entry: &Entry, meeting: &MeetingId) -> rusqlite::Result<()> {
    run(
        db,
        "UPDATE meeting SET state = 'adjourned', adjourned = ?2 WHERE id = ?1",
        params![meeting, stamp(entry.at)],
    )?;
    run(
        db,
        "UPDATE application SET stage = 'ready-for-tac'
         WHERE stage = 'on-agenda' AND ref IN (SELECT application FROM agenda WHERE meeting = ?1)",
        [meeting],
    )
}
