//! What is done in a meeting besides its ballots: corrected times, free items, notes, rulings, packets.

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use super::{council, run};
use crate::{
    council::{Action, Attendance, Base, FreeItem, ItemNo, MeetingId, Ruled, SeatNo, SentItem, Topic},
    record::{Change, ContentHash, Entry, journal::stamp},
    review::Ref,
    store::sql::Instant,
};

pub(super) fn project(db: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    match &entry.change {
        Change::Corrected { meeting, seat, was, now, because } => {
            council::attended(db, meeting, was.as_ref(), now.as_ref())?;
            corrected(db, entry, (meeting, *seat), (was.as_ref(), now.as_ref()), because)
        }
        Change::ItemSet { meeting, item, now, .. } => item_set(db, meeting, *item, now.as_ref()),
        Change::Minuted { meeting, n, topic, text: Some(text), action } => {
            minuted(db, entry, (meeting, *n), topic, (text, action.as_ref()))
        }
        Change::Minuted { meeting, n, text: None, .. } => {
            run(db, "DELETE FROM meeting_note WHERE meeting = ?1 AND n = ?2", params![meeting, n])
        }
        Change::Ruled { .. } => ruled(db, entry),
        Change::MinutesApproved { meeting, by, hash } => run(
            db,
            "INSERT INTO minutes_approval (meeting, by, hash, at, actor) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![meeting, by, hash, stamp(entry.at), entry.actor],
        ),
        Change::MinutesAmended { meeting, n, text, because, by } => run(
            db,
            "INSERT INTO minutes_amendment (meeting, n, text, because, by, at, actor)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![meeting, n, text, because, by, stamp(entry.at), entry.actor],
        ),
        Change::PacketSent { meeting, n, hash, items } => sent(db, entry, (meeting, *n), hash, items),
        _ => Ok(()),
    }
}

fn corrected(
    db: &Connection,
    entry: &Entry,
    (meeting, seat): (&MeetingId, SeatNo),
    (was, now): (Option<&Attendance>, Option<&Attendance>),
    because: &str,
) -> rusqlite::Result<()> {
    let since = |stay: Option<&Attendance>| stay.map(|stay| Instant(stay.since));
    let gone = |stay: Option<&Attendance>| stay.and_then(|stay| stay.left).map(Instant);
    run(
        db,
        "INSERT INTO correction (meeting, n, seat, was_since, was_gone, since, gone, because, at, actor)
         VALUES (?1, (SELECT count(*) + 1 FROM correction WHERE meeting = ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            meeting,
            seat,
            since(was),
            gone(was),
            since(now),
            gone(now),
            because,
            stamp(entry.at),
            entry.actor
        ],
    )
}

fn item_set(
    db: &Connection,
    meeting: &MeetingId,
    item: ItemNo,
    now: Option<&FreeItem>,
) -> rusqlite::Result<()> {
    let Some(now) = now else {
        return run(db, "DELETE FROM agenda_item WHERE meeting = ?1 AND n = ?2", params![meeting, item]);
    };
    run(
        db,
        "INSERT INTO agenda_item (meeting, n, place, text) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT DO UPDATE SET place = excluded.place, text = excluded.text",
        params![meeting, item, now.place, now.text],
    )
}

fn minuted(
    db: &Connection,
    entry: &Entry,
    (meeting, n): (&MeetingId, u32),
    topic: &Topic,
    (text, action): (&ContentHash, Option<&Action>),
) -> rusqlite::Result<()> {
    let (application, item): (Option<&Ref>, Option<ItemNo>) = match topic {
        Topic::Application(reference) => (Some(reference), None),
        Topic::Item(n) => (None, Some(*n)),
    };
    let owner = action.map(|action| action.owner.as_str());
    let due: Option<NaiveDate> = action.and_then(|action| action.due);
    run(
        db,
        "INSERT INTO meeting_note (meeting, n, application, item, at, actor, owner, due, text_hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![meeting, n, application, item, stamp(entry.at), entry.actor, owner, due, text],
    )
}

/// A ruling, and what it changes at once: the reading of the meeting it is made in.
fn ruled(db: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    let Change::Ruled { n, meeting, chair, was, now, because } = &entry.change else { return Ok(()) };
    run(
        db,
        "INSERT INTO ruling (n, matter, was, ruled, meeting, chair, because, at, actor)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            n,
            now.matter(),
            was.value().as_ref(),
            now.value().as_ref(),
            meeting,
            chair,
            because,
            stamp(entry.at),
            entry.actor
        ],
    )?;
    match (now, meeting) {
        (Ruled::Reading(base), Some(meeting)) => read_as(db, meeting, *base),
        (Ruled::Reading(_), None) | (Ruled::StandIns(_) | Ruled::Validity(_) | Ruled::HeadCount(_), _) => {
            Ok(())
        }
    }
}

fn read_as(db: &Connection, meeting: &MeetingId, base: Base) -> rusqlite::Result<()> {
    run(db, "UPDATE meeting SET reading = ?2 WHERE id = ?1", params![meeting, base])
}

fn sent(
    db: &Connection,
    entry: &Entry,
    (meeting, n): (&MeetingId, u32),
    hash: &str,
    items: &[SentItem],
) -> rusqlite::Result<()> {
    run(
        db,
        "INSERT INTO packet (meeting, n, day, at, actor, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![meeting, n, entry.at.date_naive(), stamp(entry.at), entry.actor, hash],
    )?;
    for (place, item) in (1_u32..).zip(items) {
        run(
            db,
            "INSERT INTO packet_item (meeting, packet, place, application, snapshot) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![meeting, n, place, item.application, item.snapshot],
        )?;
    }
    Ok(())
}
