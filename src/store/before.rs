//! What a check has to know, loaded as the change says.

use rusqlite::{Connection, OptionalExtension as _, params};

use super::{
    error::StoreError,
    journal,
    query::{Rules, application, as_ruled, ballot, conflicts, council, register, seats, session, together},
};
use crate::{
    council::{BallotId, MeetingId, electronic, ruling::on_head_count},
    record::{
        Before, Change,
        check::{Listed, MeetingNeeded, Needs, Note},
        snapshot,
    },
    review::Ref,
};

/// What is there, as far as `change` could touch it.
pub(super) fn load(db: &Connection, rules: &Rules, change: &Change) -> Result<Before, StoreError> {
    let needs = change.needs();
    let mut before = Before { docket: journal::founded(db)?.map(|(docket, _)| docket), ..Before::default() };
    if let Some((kind, id)) = &needs.kept {
        before.kept = rules.is_kept(db, *kind, id)?;
    }
    if let Some(reference) = &needs.application {
        application(db, reference, &mut before)?;
    }
    let edition = needs.edition.as_ref().or(before.application.as_ref().map(|known| &known.edition));
    if let Some(edition) = edition {
        let head_count = on_head_count(&session::rulings(db)?, None);
        before.edition =
            rules.edition(db, edition).ok().map(|edition| as_ruled(edition, head_count.as_ref()));
    }
    meeting(db, &needs, &mut before)?;
    let set = needs.rules.as_ref().or(before.meeting.as_ref().map(|meeting| &meeting.rules));
    if let Some(set) = set {
        before.rules = rules.council(db, set).ok();
    }
    if needs.rulings {
        before.rulings = session::rulings(db)?;
    }
    if needs.certifications
        && let Some(reference) = &needs.application
    {
        before.certifications = register::granted_to(db, reference)?;
    }
    for reference in &needs.snapshots {
        if let Some(application) = application::application(db, reference)? {
            before.snapshots.insert(reference.clone(), snapshot(&application));
        }
    }
    if needs.seats || needs.seat.is_some() {
        before.seats = seats::seats(db)?;
    }
    if let Some(seat) = needs.seat {
        before.suspensions = seats::suspensions(db)?;
        before.seat_days = seats::seat_days(db, seat)?;
    }
    if needs.register {
        before.register = conflicts::register(db)?;
    }
    Ok(before)
}

fn application(db: &Connection, reference: &Ref, before: &mut Before) -> rusqlite::Result<()> {
    before.application = application::application(db, reference)?;
    if before.application.is_some() {
        before.submissions = db
            .prepare_cached("SELECT count(*) FROM submission WHERE application = ?1")?
            .query_row([reference], |row| row.get(0))?;
        before.notes = notes(db, reference)?;
        before.ballots = ballot::ballots_of(db, reference)?;
    }
    Ok(())
}

/// The notes on an application. A number without a row is that of a note taken back.
fn notes(db: &Connection, reference: &Ref) -> rusqlite::Result<Vec<Note>> {
    let mut statement = db.prepare_cached("SELECT n, actor FROM note WHERE application = ?1 ORDER BY n")?;
    let rows = statement.query_map([reference], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut notes = Vec::new();
    for row in rows {
        let (n, actor): (u32, String) = row?;
        let next = notes.last().map_or(1, |note: &Note| note.n + 1);
        notes.extend((next..n).map(|n| Note { n, actor: String::new(), taken_back: true }));
        notes.push(Note { n, actor, taken_back: false });
    }
    Ok(notes)
}

fn meeting(db: &Connection, needs: &Needs, before: &mut Before) -> rusqlite::Result<()> {
    if needs.open_meeting || needs.meeting == MeetingNeeded::Open {
        before.open_meeting = council::open_meeting(db)?;
    }
    let id = match &needs.meeting {
        MeetingNeeded::Not => None,
        MeetingNeeded::Named(id) => Some(id.clone()),
        MeetingNeeded::Open => before.open_meeting.clone(),
        MeetingNeeded::OfBallot(ballot) => together::session_of(db, ballot)?,
        MeetingNeeded::Electronic { ballot, with: None, day, rules } => {
            let members = council::members(db, *day)?;
            before.meeting = Some(electronic::session_to_be(ballot, *day, rules.clone(), members));
            None
        }
        MeetingNeeded::Electronic { ballot, with: Some(with), .. } => {
            before.meeting = council::meeting(db, &electronic::session_id(with))?;
            before.meeting.iter_mut().for_each(|session| session.agenda.push(ballot.application.clone()));
            None
        }
    };
    if let Some(id) = &id {
        before.meeting = council::meeting(db, id)?;
    }
    if let Some(id) = &needs.later {
        before.later = council::meeting(db, id)?;
    }
    for reference in &needs.listed {
        if let Some(listed) = listed(db, reference, id.as_ref())? {
            before.listed.insert(reference.clone(), listed);
        }
    }
    Ok(())
}

fn listed(db: &Connection, reference: &Ref, apart: Option<&MeetingId>) -> rusqlite::Result<Option<Listed>> {
    db.prepare_cached(
        "SELECT stage, parked, EXISTS (SELECT 1 FROM certification WHERE application = ref),
           (SELECT meeting FROM agenda JOIN meeting ON meeting.id = agenda.meeting
           WHERE agenda.application = ref AND meeting.state <> 'adjourned' AND meeting.id IS NOT ?2
           ORDER BY meeting.date LIMIT 1),
           (SELECT n FROM ballot WHERE application = ref AND state <> 'declared')
         FROM application WHERE ref = ?1",
    )?
    .query_row(params![reference, apart], |row| {
        let n: Option<u32> = row.get(4)?;
        Ok(Listed {
            stage: row.get(0)?,
            parked: row.get(1)?,
            certified: row.get(2)?,
            elsewhere: row.get(3)?,
            voted_on: n.map(|n| BallotId { application: reference.clone(), n }),
        })
    })
    .optional()
}
