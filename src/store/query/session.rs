//! What was done in a meeting besides its ballots: corrected times, free items, notes, rulings, packets.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, Row, params};

use super::{all, council::instant};
use crate::{
    council::{
        Action, Amendment, Approval, Attendance, Correction, FreeItem, ItemNo, Matter, Meeting, MeetingId,
        Minute, Ruled, Ruling, SeatNo, Sent, SentItem, Since, Topic, sent,
    },
    record::{Adopted, describe, journal::stamp, snapshot},
    review::{Application, Ref},
    store::{Store, error::StoreError, journal, sql::Instant},
};

impl Store {
    /// Every ruling, first to last.
    pub fn rulings(&self) -> Result<Vec<Ruling>, StoreError> {
        self.read(rulings)
    }

    /// How `application` stands against the last packet sent for `meeting`, and what was done to it since, a line each.
    pub fn since_packet(
        &self,
        meeting: &Meeting,
        application: &Application,
    ) -> Result<(Option<Since>, Vec<String>), StoreError> {
        let since = sent::since(&meeting.packets, &application.reference, &snapshot(application));
        let last = meeting.packets.last().filter(|_| since == Some(Since::Changed));
        let changes = match last {
            Some(packet) => self.reviewed_since(&application.reference, packet.at)?,
            None => Vec::new(),
        };
        Ok((since, changes))
    }

    /// What was done to an application as it is reviewed after `at`, a line each; what was taken back is left out.
    fn reviewed_since(&self, reference: &Ref, at: DateTime<Utc>) -> Result<Vec<String>, StoreError> {
        let sql = format!(
            "SELECT {} FROM journal WHERE application = ?1 AND at > ?2 AND undoes_n IS NULL
               AND kind IN ('submitted', 'amended', 'found', 'checked', 'given', 'demonstrated')
               AND NOT EXISTS (SELECT 1 FROM journal AS later
                 WHERE later.undoes_writer = journal.writer AND later.undoes_n = journal.first)
             ORDER BY seq",
            journal::COLUMNS
        );
        let stored = self.read(|db| all(db, &sql, params![reference, stamp(at)], journal::entry))?;
        stored.iter().map(|stored| Ok(describe(&journal::read(stored)?.change))).collect()
    }
}

pub(in crate::store) fn rulings(db: &Connection) -> rusqlite::Result<Vec<Ruling>> {
    all(db, "SELECT * FROM ruling ORDER BY n", [], ruling)
}

pub(super) fn rulings_in(db: &Connection, meeting: &MeetingId) -> rusqlite::Result<Vec<Ruling>> {
    all(db, "SELECT * FROM ruling WHERE meeting = ?1 ORDER BY n", [meeting], ruling)
}

fn ruling(row: &Row<'_>) -> rusqlite::Result<Ruling> {
    let matter = row.get("matter")?;
    Ok(Ruling {
        n: row.get("n")?,
        meeting: row.get("meeting")?,
        chair: row.get("chair")?,
        was: ruled(row, matter, "was")?,
        now: ruled(row, matter, "ruled")?,
        because: row.get("because")?,
        at: at(row)?,
    })
}

fn ruled(row: &Row<'_>, matter: Matter, column: &'static str) -> rusqlite::Result<Ruled> {
    let value: String = row.get(column)?;
    Ruled::from_words(matter, &value)
        .ok_or_else(|| rusqlite::Error::InvalidColumnName(format!("{column}: `{value}` is no {matter}")))
}

fn at(row: &Row<'_>) -> rusqlite::Result<DateTime<Utc>> {
    let Instant(at) = row.get("at")?;
    Ok(at)
}

pub(in crate::store) fn corrections(
    db: &Connection,
    meeting: &MeetingId,
) -> rusqlite::Result<Vec<Correction>> {
    all(db, "SELECT * FROM correction WHERE meeting = ?1 ORDER BY n", [meeting], |row| {
        let seat = row.get("seat")?;
        Ok(Correction {
            n: row.get("n")?,
            seat,
            was: stay(row, seat, ("was_since", "was_gone"))?,
            now: stay(row, seat, ("since", "gone"))?,
            because: row.get("because")?,
            at: at(row)?,
            actor: row.get("actor")?,
        })
    })
}

fn stay(row: &Row<'_>, seat: SeatNo, (since, gone): (&str, &str)) -> rusqlite::Result<Option<Attendance>> {
    let left = instant(row, gone)?;
    Ok(instant(row, since)?.map(|since| Attendance { seat, since, left }))
}

pub(super) fn free_items(
    db: &Connection,
    meeting: &MeetingId,
) -> rusqlite::Result<BTreeMap<ItemNo, FreeItem>> {
    let found = all(db, "SELECT n, text, place FROM agenda_item WHERE meeting = ?1", [meeting], |row| {
        Ok((row.get(0)?, FreeItem { text: row.get(1)?, place: row.get(2)? }))
    })?;
    Ok(found.into_iter().collect())
}

pub(super) fn notes(db: &Connection, meeting: &MeetingId) -> rusqlite::Result<Vec<Minute>> {
    all(db, "SELECT * FROM meeting_note_text WHERE meeting = ?1 ORDER BY n", [meeting], |row| {
        let application: Option<Ref> = row.get("application")?;
        let topic = match application {
            Some(reference) => Topic::Application(reference),
            None => Topic::Item(row.get("item")?),
        };
        let owner: Option<String> = row.get("owner")?;
        let due: Option<NaiveDate> = row.get("due")?;
        Ok(Minute {
            n: row.get("n")?,
            topic,
            text: row.get("text")?,
            action: owner.map(|owner| Action { owner, due }),
            at: at(row)?,
            actor: row.get("actor")?,
        })
    })
}

pub(super) fn packets(db: &Connection, meeting: &MeetingId) -> rusqlite::Result<Vec<Sent>> {
    let mut packets = all(db, "SELECT * FROM packet WHERE meeting = ?1 ORDER BY n", [meeting], |row| {
        Ok(Sent {
            n: row.get("n")?,
            day: row.get("day")?,
            at: at(row)?,
            actor: row.get("actor")?,
            hash: row.get("hash")?,
            items: Vec::new(),
        })
    })?;
    for packet in &mut packets {
        packet.items = all(
            db,
            "SELECT application, snapshot FROM packet_item WHERE meeting = ?1 AND packet = ?2 ORDER BY place",
            params![meeting, packet.n],
            |row| Ok(SentItem { application: row.get(0)?, snapshot: row.get(1)? }),
        )?;
    }
    Ok(packets)
}

pub(in crate::store) fn approval(db: &Connection, meeting: &MeetingId) -> rusqlite::Result<Option<Approval>> {
    let found = all(db, "SELECT * FROM minutes_approval WHERE meeting = ?1", [meeting], |row| {
        Ok(Approval { by: row.get("by")?, hash: row.get("hash")?, at: at(row)?, actor: row.get("actor")? })
    })?;
    Ok(found.into_iter().next())
}

/// The meetings whose minutes `meeting` approved, and when that was recorded.
pub(in crate::store) fn approves(
    db: &Connection,
    meeting: &MeetingId,
) -> rusqlite::Result<Vec<(MeetingId, DateTime<Utc>)>> {
    let sql = "SELECT meeting, at FROM minutes_approval WHERE by = ?1 ORDER BY meeting";
    all(db, sql, [meeting], |row| Ok((row.get("meeting")?, at(row)?)))
}

/// The amendments of the minutes of other meetings that name `meeting` as the one that adopted them.
pub(in crate::store) fn amends(db: &Connection, meeting: &MeetingId) -> rusqlite::Result<Vec<Adopted>> {
    all(db, "SELECT * FROM minutes_amendment WHERE by = ?1 ORDER BY meeting, n", [meeting], |row| {
        Ok(Adopted { meeting: row.get("meeting")?, n: row.get("n")?, at: at(row)?, actor: row.get("actor")? })
    })
}

pub(in crate::store) fn amendments(db: &Connection, meeting: &MeetingId) -> rusqlite::Result<Vec<Amendment>> {
    all(db, "SELECT * FROM minutes_amendment WHERE meeting = ?1 ORDER BY n", [meeting], |row| {
        Ok(Amendment {
            n: row.get("n")?,
            text: row.get("text")?,
            because: row.get("because")?,
            by: row.get("by")?,
            at: at(row)?,
            actor: row.get("actor")?,
        })
    })
}
