//! Seats, meetings, ballots and the register.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension as _, Params, Row, params};

use super::{all, session};
use crate::{
    council::{
        Attendance, Ballot, BallotId, BallotState, Meeting, MeetingId, MeetingState, Outcome, Position, Seat,
        SeatNo, register::Certification,
    },
    review::{Ref, queue::Window},
    store::{
        Store,
        error::StoreError,
        sql::{self, Instant, figure},
    },
};

/// A meeting in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingRow {
    /// Its id.
    pub id: MeetingId,
    /// The day.
    pub date: NaiveDate,
    /// How far it has come.
    pub state: MeetingState,
    /// Applications on its agenda.
    pub items: u32,
}

impl Store {
    /// Every seat, by number.
    pub fn seats(&self) -> Result<Vec<Seat>, StoreError> {
        self.read(seats)
    }

    /// Every meeting, newest first.
    pub fn meetings(&self) -> Result<Vec<MeetingRow>, StoreError> {
        self.read(|db| {
            all(
                db,
                "SELECT id, date, state, (SELECT count(*) FROM agenda WHERE meeting = id) FROM meeting
                 ORDER BY date DESC, id DESC",
                [],
                |row| {
                    Ok(MeetingRow {
                        id: row.get(0)?,
                        date: row.get(1)?,
                        state: row.get(2)?,
                        items: row.get(3)?,
                    })
                },
            )
        })
    }

    /// The meeting of this id with everything that happened in it.
    pub fn meeting(&self, id: &MeetingId) -> Result<Option<Meeting>, StoreError> {
        self.read(|db| meeting(db, id))
    }

    /// The meeting that is open.
    pub fn open_meeting(&self) -> Result<Option<MeetingId>, StoreError> {
        self.read(open_meeting)
    }

    /// The ballot of this id.
    pub fn ballot(&self, id: &BallotId) -> Result<Option<Ballot>, StoreError> {
        self.read(|db| {
            let found = ballots(db, "WHERE application = ?1 AND n = ?2", params![id.application, id.n])?;
            Ok(found.into_iter().next())
        })
    }

    /// The ballots on an application, first to last.
    pub fn ballots_of(&self, reference: &Ref) -> Result<Vec<Ballot>, StoreError> {
        self.read(|db| ballots_of(db, reference))
    }

    /// The register, newest certification first.
    pub fn certifications(&self, window: Window) -> Result<Vec<Certification>, StoreError> {
        self.read(|db| {
            all(
                db,
                "SELECT * FROM certification ORDER BY first_day DESC, application, ballot LIMIT ?1 OFFSET ?2",
                [figure(window.rows), figure(window.first)],
                certification,
            )
        })
    }
}

fn certification(row: &Row<'_>) -> rusqlite::Result<Certification> {
    Ok(Certification {
        reference: row.get("application")?,
        organisation: row.get("organisation")?,
        program: row.get("program")?,
        edition: row.get("edition")?,
        from: row.get("first_day")?,
        until: row.get("last_day")?,
        meeting: row.get("meeting")?,
        ballot: sql::ballot(row, "application", "ballot")?.to_string(),
    })
}

/// What a meeting granted.
pub(in crate::store) fn granted_in(
    db: &Connection,
    meeting: &MeetingId,
) -> rusqlite::Result<Vec<Certification>> {
    all(
        db,
        "SELECT * FROM certification WHERE meeting = ?1 ORDER BY application, ballot",
        [meeting],
        certification,
    )
}

/// A seat in a row of a table of seats, numbered in the column `n`.
fn seat(row: &Row<'_>, n: &str) -> rusqlite::Result<Seat> {
    Ok(Seat {
        n: row.get(n)?,
        holder: row.get("holder")?,
        employer: row.get("employer")?,
        chair: row.get("chair")?,
        from: row.get("first_day")?,
        until: row.get("last_day")?,
    })
}

pub(in crate::store) fn seats(db: &Connection) -> rusqlite::Result<Vec<Seat>> {
    all(db, "SELECT * FROM seat ORDER BY n", [], |row| seat(row, "n"))
}

pub(in crate::store) fn open_meeting(db: &Connection) -> rusqlite::Result<Option<MeetingId>> {
    db.prepare_cached("SELECT id FROM meeting WHERE state = 'open'")?
        .query_row([], |row| row.get(0))
        .optional()
}

pub(in crate::store) fn meeting(db: &Connection, id: &MeetingId) -> rusqlite::Result<Option<Meeting>> {
    let mut statement = db.prepare_cached("SELECT * FROM meeting WHERE id = ?1")?;
    let found = statement.query_row([id], |row| {
        Ok(Meeting {
            id: row.get("id")?,
            date: row.get("date")?,
            state: row.get("state")?,
            rules: row.get("rules")?,
            reading: row.get("reading")?,
            called: instant(row, "called")?,
            adjourned: instant(row, "adjourned")?,
            members: Vec::new(),
            attendance: Vec::new(),
            corrections: Vec::new(),
            agenda: Vec::new(),
            free: BTreeMap::new(),
            notes: Vec::new(),
            rulings: Vec::new(),
            packets: Vec::new(),
            ballots: Vec::new(),
        })
    });
    let Some(mut meeting) = found.optional()? else { return Ok(None) };
    meeting.members = seats(db)?.into_iter().filter(|seat| seat.held_on(meeting.date)).collect();
    meeting.attendance = attendance(db, id)?;
    meeting.agenda =
        all(db, "SELECT application FROM agenda WHERE meeting = ?1 ORDER BY place", [id], |row| row.get(0))?;
    meeting.corrections = session::corrections(db, id)?;
    meeting.free = session::free_items(db, id)?;
    meeting.notes = session::notes(db, id)?;
    meeting.rulings = session::rulings_in(db, id)?;
    meeting.packets = session::packets(db, id)?;
    meeting.ballots = ballots(db, "WHERE meeting = ?1 ORDER BY place", [id])?;
    Ok(Some(meeting))
}

fn attendance(db: &Connection, meeting: &MeetingId) -> rusqlite::Result<Vec<Attendance>> {
    let mut stays =
        all(db, "SELECT seat, since, gone FROM attendance WHERE meeting = ?1", [meeting], |row| {
            let Instant(since) = row.get(1)?;
            Ok(Attendance { seat: row.get(0)?, since, left: instant(row, "gone")? })
        })?;
    stays.sort_by_key(|stay| (stay.since, stay.seat));
    Ok(stays)
}

pub(in crate::store) fn ballots_of(db: &Connection, reference: &Ref) -> rusqlite::Result<Vec<Ballot>> {
    ballots(db, "WHERE application = ?1 ORDER BY n", [reference])
}

fn ballots(db: &Connection, which: &str, parameters: impl Params) -> rusqlite::Result<Vec<Ballot>> {
    let mut found = all(db, &format!("SELECT * FROM ballot {which}"), parameters, ballot)?;
    for ballot in &mut found {
        let id = params![ballot.id.application, ballot.id.n];
        ballot.roster = all(
            db,
            "SELECT * FROM roster WHERE application = ?1 AND ballot = ?2 ORDER BY seat",
            id,
            |row| seat(row, "seat"),
        )?;
        ballot.positions = all(
            db,
            "SELECT seat, position FROM position WHERE application = ?1 AND ballot = ?2",
            id,
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?
        .into_iter()
        .collect::<BTreeMap<SeatNo, Position>>();
        let here = all(
            db,
            "SELECT seat FROM present WHERE application = ?1 AND ballot = ?2 ORDER BY seat",
            id,
            |row| row.get(0),
        )?;
        match &mut ballot.state {
            BallotState::Open => {}
            BallotState::Closed { present, .. } | BallotState::Declared { present, .. } => *present = here,
        }
    }
    Ok(found)
}

/// A ballot's own row; roster, positions and who was present are still empty.
fn ballot(row: &Row<'_>) -> rusqlite::Result<Ballot> {
    let Instant(opened) = row.get("opened")?;
    Ok(Ballot {
        id: sql::ballot(row, "application", "n")?,
        meeting: row.get("meeting")?,
        motion: row.get("motion")?,
        organisation: row.get("organisation")?,
        program: row.get("program")?,
        edition: row.get("edition")?,
        as_of: row.get("as_of")?,
        snapshot: row.get("snapshot")?,
        reading: row.get("reading")?,
        threshold: row.get("threshold")?,
        roster: Vec::new(),
        opened,
        positions: BTreeMap::new(),
        state: state(row)?,
    })
}

/// The columns go together by a constraint of the table: closed where it was closed, an outcome where declared.
fn state(row: &Row<'_>) -> rusqlite::Result<BallotState> {
    let outcome: Option<Outcome> = row.get("outcome")?;
    let present = Vec::new();
    Ok(match (instant(row, "closed")?, instant(row, "declared")?, outcome) {
        (Some(closed), Some(at), Some(outcome)) => BallotState::Declared { closed, present, at, outcome },
        (Some(at), ..) => BallotState::Closed { at, present },
        _ => BallotState::Open,
    })
}

pub(super) fn instant(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<DateTime<Utc>>> {
    let found: Option<Instant> = row.get(column)?;
    Ok(found.map(|Instant(at)| at))
}
