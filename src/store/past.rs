//! A meeting as it stood at its end, made again from the journal: what was changed later does not reach its papers.

use rusqlite::{Connection, OptionalExtension as _, Row, ToSql, params};

use super::{
    Store,
    error::StoreError,
    journal,
    project::project,
    query, schema,
    sql::{count, figure},
    verify::replay::take_texts,
};
use crate::{
    council::{Meeting, MeetingId, electronic, register::Certification},
    record::{
        Change, Done, Entry, Opening, Sitting,
        journal::{Heads, Stored, fingerprint},
    },
    review::{Application, Ref},
    rules::Program,
};

impl Store {
    /// The meeting of this id, or the session of an electronic ballot, as it stood when it was over, or as it stands;
    /// `None` where there is none.
    pub fn sitting(&self, id: &MeetingId) -> Result<Option<Sitting>, StoreError> {
        self.at_one_moment(|store| store.sitting_at_one_moment(id))
    }

    /// The same, where the caller sees to it that all is read of one moment.
    pub(super) fn sitting_at_one_moment(&self, id: &MeetingId) -> Result<Option<Sitting>, StoreError> {
        let Some(meeting) = self.read(|db| query::council::meeting(db, id))? else { return Ok(None) };
        let (end, entries) = self.read(|db| {
            let end = end(db, &meeting)?;
            Ok((end, entries(db, &meeting, end)?))
        })?;
        let past = self.read(|_| empty())?;
        let mut told = Told::default();
        for (seq, stored) in entries {
            let entry = stored.read().map_err(|error| StoreError::Inconsistent {
                what: format!("journal entry {}: {error}", stored.key),
            })?;
            self.read(|db| {
                take_texts(db, &past, &entry)?;
                journal::add(&past, seq, &stored)?;
                project(&past, &entry)?;
                told.hear(db, &past, id, (seq, &entry))
            })?;
        }
        self.read(|db| told.sitting(db, &past, id, end))
    }
}

/// The place in the journal where the meeting ended; the last place, where it is not over.
fn end(db: &Connection, meeting: &Meeting) -> rusqlite::Result<u64> {
    let place = |sql: &str, parameters: &[&dyn ToSql]| {
        db.prepare_cached(sql)?.query_row(parameters, |row| count(row, "seq")).optional()
    };
    let mut ends = Vec::new();
    if electronic::lead_of(&meeting.id).is_none() {
        ends.push(place(
            "SELECT seq FROM journal WHERE application IS NULL AND kind = 'adjourned'
               AND json_extract(change, '$.meeting') = ?1",
            &[&meeting.id],
        )?);
    } else {
        for ballot in &meeting.ballots {
            ends.push(place(
                "SELECT seq FROM journal WHERE application = ?1 AND kind = 'declared'
                   AND json_extract(change, '$.ballot.n') = ?2",
                &[&ballot.id.application, &ballot.id.n],
            )?);
        }
    }
    match ends.into_iter().collect::<Option<Vec<u64>>>().and_then(|ends| ends.into_iter().max()) {
        Some(end) => Ok(end),
        None => journal::last(db),
    }
}

/// The applications on the agenda and in the ballots of a meeting.
fn applications(meeting: &Meeting) -> Vec<&Ref> {
    let voted_on = meeting.ballots.iter().map(|ballot| &ballot.id.application);
    let mut refs: Vec<&Ref> = meeting.agenda.iter().chain(voted_on).collect();
    refs.sort();
    refs.dedup();
    refs
}

/// The entries up to `end` that say something of the council or of the applications of the meeting.
fn entries(db: &Connection, meeting: &Meeting, end: u64) -> rusqlite::Result<Vec<(u64, Stored)>> {
    let columns = journal::COLUMNS;
    let refs = serde_json::to_string(&applications(meeting)).unwrap_or_default();
    let sql = format!(
        "SELECT seq, {columns} FROM journal WHERE seq <= ?2 AND application IS NULL
         UNION ALL
         SELECT seq, {columns} FROM journal WHERE seq <= ?2 AND application IS NOT NULL
           AND application IN (SELECT value FROM json_each(?1))
         ORDER BY seq"
    );
    let mut statement = db.prepare(&sql)?;
    let read = |row: &Row<'_>| Ok((count(row, "seq")?, journal::entry(row)?));
    statement.query_map(params![refs, figure(end)], read)?.collect()
}

/// An empty docket in memory. Agendas of other meetings name applications that will not be in it.
fn empty() -> rusqlite::Result<Connection> {
    let past = schema::reference()?;
    past.set_prepared_statement_cache_capacity(256);
    past.execute_batch("PRAGMA foreign_keys = OFF; BEGIN")?;
    Ok(past)
}

/// What the journal tells of a meeting beside what stands in the tables.
#[derive(Default)]
struct Told {
    openings: Vec<Opening>,
    called: Option<Done>,
    adjourned: Option<Done>,
}

impl Told {
    fn hear(
        &mut self,
        db: &Connection,
        past: &Connection,
        id: &MeetingId,
        (seq, entry): (u64, &Entry),
    ) -> rusqlite::Result<()> {
        let done = || Done { at: entry.at, actor: entry.actor.clone(), role: entry.role };
        match &entry.change {
            Change::Called { meeting, .. } if meeting == id => self.called = Some(done()),
            Change::Adjourned { meeting } if meeting == id => self.adjourned = Some(done()),
            Change::BallotOpened { meeting, ballot, with, .. }
                if *id
                    == meeting
                        .clone()
                        .unwrap_or_else(|| electronic::session_id(with.as_ref().unwrap_or(ballot))) =>
            {
                if let Some(application) = application(db, past, &ballot.application, seq)? {
                    self.openings.push(Opening { ballot: ballot.clone(), application, by: done() });
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn sitting(
        self,
        db: &Connection,
        past: &Connection,
        id: &MeetingId,
        end: u64,
    ) -> rusqlite::Result<Option<Sitting>> {
        let Some(mut meeting) = query::council::meeting(past, id)? else { return Ok(None) };
        // What became of its minutes came after its end.
        meeting.approval = query::session::approval(db, id)?;
        meeting.amendments = query::session::amendments(db, id)?;
        let found: rusqlite::Result<Vec<_>> = applications(&meeting)
            .into_iter()
            .filter_map(|one| application(db, past, one, end).transpose())
            .collect();
        let (heads, entries) = heads(db, end)?;
        Ok(Some(Sitting {
            applications: found?,
            seats: query::seats::seats(past)?,
            register: query::conflicts::register(past)?,
            rulings: query::session::rulings(past)?,
            certifications: granted(past, &meeting)?,
            meeting,
            openings: self.openings,
            called: self.called,
            adjourned: self.adjourned,
            fingerprint: fingerprint(&heads),
            entries,
        }))
    }
}

/// What the meeting granted.
fn granted(past: &Connection, meeting: &Meeting) -> rusqlite::Result<Vec<Certification>> {
    let mut granted = Vec::new();
    for ballot in &meeting.ballots {
        granted.extend(query::register::granted_by(past, &ballot.id)?);
    }
    Ok(granted)
}

/// An application of the past. What it is linked to need not be there: its program is asked of the journal.
fn application(
    db: &Connection,
    past: &Connection,
    reference: &Ref,
    seq: u64,
) -> rusqlite::Result<Option<Application>> {
    let Some(mut application) = query::application::application(past, reference)? else { return Ok(None) };
    for link in &mut application.linked {
        link.program = program(db, &link.reference, seq)?;
    }
    Ok(Some(application))
}

/// The program of an application that had come in by that place of the journal.
fn program(db: &Connection, reference: &Ref, seq: u64) -> rusqlite::Result<Option<Program>> {
    db.prepare_cached(
        "SELECT json_extract(change, '$.program') FROM journal
         WHERE application = ?1 AND kind = 'received' AND seq <= ?2 ORDER BY seq DESC LIMIT 1",
    )?
    .query_row(params![reference, figure(seq)], |row| row.get(0))
    .optional()
}

/// The last entry of every writer up to a place of the journal, and how many entries there are up to it: those of a
/// writer are numbered from 1. Only the index of writers is read, however much the journal holds.
fn heads(db: &Connection, end: u64) -> rusqlite::Result<(Heads, u64)> {
    let mut statement = db.prepare_cached(
        "SELECT journal.writer, journal.n, journal.hash FROM head JOIN journal ON journal.writer = head.writer
           AND journal.n = (SELECT max(n) FROM journal AS earlier
             WHERE earlier.writer = head.writer AND earlier.seq <= ?1)",
    )?;
    let rows = statement
        .query_map([figure(end)], |row| Ok((row.get("writer")?, (count(row, "n")?, row.get("hash")?))))?;
    let heads = rows.collect::<rusqlite::Result<Heads>>()?;
    let entries = heads.values().fold(0_u64, |sum, (n, _)| sum.saturating_add(*n));
    Ok((heads, entries))
}
