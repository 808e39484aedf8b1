//! Seats and their terms, suspensions, stand-ins, and who is a member on a day.

use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};

use super::all;
use crate::{
    council::{MeetingId, Membership, Seat, SeatNo, StandIn, Suspension, membership},
    store::{Store, error::StoreError, sql::Instant},
};

impl Store {
    /// Every seat with all its terms, by number and day.
    pub fn seats(&self) -> Result<Vec<Seat>, StoreError> {
        self.read(seats)
    }

    /// Every suspension, by seat and day.
    pub fn suspensions(&self) -> Result<Vec<Suspension>, StoreError> {
        self.read(suspensions)
    }

    /// The council on `day`, without regard to any meeting.
    pub fn council_on(&self, day: NaiveDate) -> Result<Membership, StoreError> {
        self.read(|db| Ok(membership::on(day, &seats(db)?, &suspensions(db)?, &[])))
    }
}

/// A seat in a row of a table of seats, numbered in the column `n`.
pub(super) fn seat(row: &Row<'_>, n: &str) -> rusqlite::Result<Seat> {
    let from: String = row.get("first_day")?;
    Ok(Seat {
        parent: row.get("parent")?,
        chair: row.get("chair")?,
        contributor: row.get("contributor")?,
        from: from.parse().ok(),
        until: row.get("last_day")?,
        ends: row.get("ends")?,
        ..Seat::new(row.get(n)?, row.get::<_, String>("holder")?, row.get::<_, String>("employer")?)
    })
}

/// A seat in a row of the roster of a ballot.
pub(super) fn on_roster(row: &Row<'_>) -> rusqlite::Result<Seat> {
    Ok(Seat { stands_in_for: row.get("stands_in_for")?, ..seat(row, "seat")? })
}

pub(in crate::store) fn seats(db: &Connection) -> rusqlite::Result<Vec<Seat>> {
    all(db, "SELECT * FROM seat ORDER BY n, first_day", [], |row| seat(row, "n"))
}

pub(in crate::store) fn suspensions(db: &Connection) -> rusqlite::Result<Vec<Suspension>> {
    let sql = "SELECT seat, first_day, last_day, because FROM suspension_text ORDER BY seat, first_day";
    all(db, sql, [], |row| {
        Ok(Suspension { seat: row.get(0)?, from: row.get(1)?, until: row.get(2)?, because: row.get(3)? })
    })
}

pub(super) fn stand_ins(db: &Connection, meeting: &MeetingId) -> rusqlite::Result<Vec<StandIn>> {
    all(db, "SELECT * FROM stand_in WHERE meeting = ?1 ORDER BY seat", [meeting], |row| {
        let back: Option<Instant> = row.get("back")?;
        Ok(StandIn {
            seat: row.get("seat")?,
            name: row.get("name")?,
            employer: row.get("employer")?,
            parent: row.get("parent")?,
            votes: row.get("votes")?,
            back: back.map(|Instant(at)| at),
        })
    })
}

/// The days on which a seat was in the room of a meeting, or on the roster of a ballot.
pub(in crate::store) fn seat_days(db: &Connection, seat: SeatNo) -> rusqlite::Result<Vec<NaiveDate>> {
    let sql = "SELECT date FROM meeting JOIN attendance ON attendance.meeting = meeting.id WHERE seat = ?1
               UNION
               SELECT coalesce(meeting.date, date(ballot.opened)) FROM roster
               JOIN ballot ON ballot.application = roster.application AND ballot.n = roster.ballot
               LEFT JOIN meeting ON meeting.id = ballot.meeting WHERE seat = ?1 ORDER BY 1";
    all(db, sql, params![seat], |row| row.get(0))
}
