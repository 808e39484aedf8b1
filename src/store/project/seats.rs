//! What changes of the seats do: terms, suspensions, stand-ins, and the roster of a ballot.

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use super::run;
use crate::{
    council::{BallotId, MeetingId, Seat, StandIn},
    record::{Change, Entry},
    store::sql::Instant,
};

pub(super) fn project(db: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    match &entry.change {
        Change::Seated { was, now } => seated(db, was.as_ref(), now.as_ref()),
        Change::Suspended { seat, from, until, because: Some(because) } => run(
            db,
            "INSERT INTO suspension (seat, first_day, last_day, because_hash) VALUES (?1, ?2, ?3, ?4)",
            params![seat, from, until, because],
        ),
        Change::Suspended { seat, from, because: None, .. } => {
            run(db, "DELETE FROM suspension WHERE seat = ?1 AND first_day = ?2", params![seat, from])
        }
        Change::SuspensionEnds { seat, from, now, .. } => run(
            db,
            "UPDATE suspension SET last_day = ?3 WHERE seat = ?1 AND first_day = ?2",
            params![seat, from, now],
        ),
        Change::StoodIn { meeting, was, now } => stood_in(db, meeting, was.as_ref(), now.as_ref()),
        _ => Ok(()),
    }
}

/// The first day of a term as it is kept: empty where it has none, so that it can be a key.
fn first_day(from: Option<NaiveDate>) -> String {
    from.map_or_else(String::new, |day| day.to_string())
}

fn seated(db: &Connection, was: Option<&Seat>, now: Option<&Seat>) -> rusqlite::Result<()> {
    if let Some(seat) = was {
        let key = params![seat.n, first_day(seat.from)];
        run(db, "DELETE FROM seat WHERE n = ?1 AND first_day = ?2", key)?;
    }
    now.map_or(Ok(()), |seat| {
        run(
            db,
            "INSERT INTO seat (n, first_day, last_day, holder, employer, parent, chair, contributor, ends)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            params![
                seat.n,
                first_day(seat.from),
                seat.until,
                seat.holder,
                seat.employer,
                seat.parent,
                seat.chair,
                seat.contributor,
                seat.ends,
            ],
        )
    })
}

fn stood_in(
    db: &Connection,
    meeting: &MeetingId,
    was: Option<&StandIn>,
    now: Option<&StandIn>,
) -> rusqlite::Result<()> {
    if let Some(one) = was {
        run(db, "DELETE FROM stand_in WHERE meeting = ?1 AND seat = ?2", params![meeting, one.seat])?;
    }
    now.map_or(Ok(()), |one| {
        run(
            db,
            "INSERT INTO stand_in (meeting, seat, name, employer, parent, votes, back)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![meeting, one.seat, one.name, one.employer, one.parent, one.votes, one.back.map(Instant),],
        )
    })
}

/// Writes a seat on the roster of a ballot.
pub(super) fn on_roster(db: &Connection, ballot: &BallotId, seat: &Seat) -> rusqlite::Result<()> {
    run(
        db,
        "INSERT INTO roster (application, ballot, seat, first_day, last_day, holder, employer, parent, chair,
           contributor, ends, stands_in_for)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        params![
            ballot.application,
            ballot.n,
            seat.n,
            first_day(seat.from),
            seat.until,
            seat.holder,
            seat.employer,
            seat.parent,
            seat.chair,
            seat.contributor,
            seat.ends,
            seat.stands_in_for,
        ],
    )
}
