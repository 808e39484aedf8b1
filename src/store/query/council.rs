//! Seats, meetings and the register.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension as _, Row};

use super::{all, ballot::ballots, seats, session, together};
use crate::{
    council::{
        Attendance, Meeting, MeetingId, MeetingState, Membership, Others, Seat, electronic, membership,
    },
    store::{Store, error::StoreError, sql::Instant},
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
    /// Lines of its agenda: applications and free items.
    pub items: u32,
    /// When a vote without a meeting ends.
    pub deadline: Option<DateTime<Utc>>,
}

impl Store {
    /// Every meeting, newest first.
    pub fn meetings(&self) -> Result<Vec<MeetingRow>, StoreError> {
        self.read(|db| {
            all(
                db,
                "SELECT id, date, state, (SELECT count(*) FROM agenda WHERE meeting = id)
                   + (SELECT count(*) FROM agenda_item WHERE meeting = id)
                 FROM meeting ORDER BY date DESC, id DESC",
                [],
                |row| {
                    Ok(MeetingRow {
                        id: row.get(0)?,
                        date: row.get(1)?,
                        state: row.get(2)?,
                        items: row.get(3)?,
                        deadline: None,
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
}

pub(in crate::store) fn open_meeting(db: &Connection) -> rusqlite::Result<Option<MeetingId>> {
    db.prepare_cached("SELECT id FROM meeting WHERE state = 'open'")?
        .query_row([], |row| row.get(0))
        .optional()
}

/// The voting members on a day.
pub(in crate::store) fn members(db: &Connection, day: NaiveDate) -> rusqlite::Result<Vec<Seat>> {
    Ok(membership::on(day, &seats::seats(db)?, &seats::suspensions(db)?, &[]).members)
}

/// The meeting of this id, or the session of an electronic ballot.
pub(in crate::store) fn meeting(db: &Connection, id: &MeetingId) -> rusqlite::Result<Option<Meeting>> {
    if let Some(lead) = electronic::lead_of(id) {
        return together::session(db, &lead);
    }
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
            others: Others::default(),
            stand_ins: Vec::new(),
            attendance: Vec::new(),
            corrections: Vec::new(),
            agenda: Vec::new(),
            free: BTreeMap::new(),
            notes: Vec::new(),
            rulings: Vec::new(),
            packets: Vec::new(),
            consent: BTreeMap::new(),
            approval: None,
            amendments: Vec::new(),
            ballots: Vec::new(),
        })
    });
    let Some(mut meeting) = found.optional()? else { return Ok(None) };
    meeting.stand_ins = seats::stand_ins(db, id)?;
    let Membership { members, others } =
        membership::on(meeting.date, &seats::seats(db)?, &seats::suspensions(db)?, &meeting.stand_ins);
    (meeting.members, meeting.others) = (members, others);
    meeting.attendance = attendance(db, id)?;
    meeting.agenda =
        all(db, "SELECT application FROM agenda WHERE meeting = ?1 ORDER BY place", [id], |row| row.get(0))?;
    meeting.corrections = session::corrections(db, id)?;
    meeting.free = session::free_items(db, id)?;
    meeting.notes = session::notes(db, id)?;
    meeting.rulings = session::rulings_in(db, id)?;
    meeting.packets = session::packets(db, id)?;
    meeting.consent = together::consent(db, id)?;
    meeting.approval = session::approval(db, id)?;
    meeting.amendments = session::amendments(db, id)?;
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

pub(super) fn instant(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<DateTime<Utc>>> {
    let found: Option<Instant> = row.get(column)?;
    Ok(found.map(|Instant(at)| at))
}
