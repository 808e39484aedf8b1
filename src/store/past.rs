//! A meeting as it stood at its end, made again from the journal: what was changed later does not reach its papers.

use rusqlite::{Connection, OptionalExtension as _, Row, params};

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
    council::MeetingId,
    record::{
        Change, Done, Entry, Opening, Sitting,
        journal::{Heads, Stored, fingerprint},
    },
    review::{Application, Ref},
    rules::Program,
};

impl Store {
    /// The meeting of this id as it stood when it was adjourned, or as it stands; `None` where there is none.
    pub fn sitting(&self, id: &MeetingId) -> Result<Option<Sitting>, StoreError> {
        self.at_one_moment(|store| store.sitting_at_one_moment(id))
    }

    /// The same, where the caller sees to it that all is read of one moment.
    pub(super) fn sitting_at_one_moment(&self, id: &MeetingId) -> Result<Option<Sitting>, StoreError> {
        let (end, entries) = self.read(|db| {
            let end = end(db, id)?;
            Ok((end, entries(db, id, end)?))
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
fn end(db: &Connection, id: &MeetingId) -> rusqlite::Result<u64> {
    let adjourned = db
        .prepare_cached(
            "SELECT seq FROM journal WHERE kind = 'adjourned' AND json_extract(change, '$.meeting') = ?1",
        )?
        .query_row([id], |row| count(row, "seq"))
        .optional()?;
    adjourned.map_or_else(|| journal::last(db), Ok)
}

/// The entries up to `end` that say something of the council or of the applications of the meeting.
fn entries(db: &Connection, id: &MeetingId, end: u64) -> rusqlite::Result<Vec<(u64, Stored)>> {
    let columns = journal::COLUMNS;
    let sql = format!(
        "SELECT seq, {columns} FROM journal WHERE seq <= ?2 AND application IS NULL
         UNION ALL
         SELECT seq, {columns} FROM journal WHERE seq <= ?2 AND application IS NOT NULL AND application IN (
           SELECT application FROM agenda WHERE meeting = ?1
           UNION SELECT application FROM ballot WHERE meeting = ?1)
         ORDER BY seq"
    );
    let mut statement = db.prepare(&sql)?;
    let read = |row: &Row<'_>| Ok((count(row, "seq")?, journal::entry(row)?));
    statement.query_map(params![id, figure(end)], read)?.collect()
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
            Change::BallotOpened { meeting: Some(meeting), ballot, .. } if meeting == id => {
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
        let mut refs: Vec<&Ref> = meeting.agenda.iter().collect();
        refs.extend(meeting.ballots.iter().map(|ballot| &ballot.id.application));
        refs.sort();
        refs.dedup();
        let applications: rusqlite::Result<Vec<_>> =
            refs.into_iter().filter_map(|one| application(db, past, one, end).transpose()).collect();
        let (heads, entries) = heads(db, end)?;
        Ok(Some(Sitting {
            applications: applications?,
            seats: query::seats::seats(past)?,
            register: query::conflicts::register(past)?,
            certifications: query::register::granted_in(past, id)?,
            meeting,
            openings: self.openings,
            called: self.called,
            adjourned: self.adjourned,
            fingerprint: fingerprint(&heads),
            entries,
        }))
    }
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

/// The last entry of every writer up to a place of the journal, and how many entries there are up to it.
fn heads(db: &Connection, end: u64) -> rusqlite::Result<(Heads, u64)> {
    let mut statement = db.prepare(
        "SELECT writer, max(n) AS n, hash, count(*) AS entries FROM journal WHERE seq <= ?1 GROUP BY writer",
    )?;
    let rows = statement.query_map([figure(end)], |row| {
        Ok((row.get("writer")?, (count(row, "n")?, row.get("hash")?), count(row, "entries")?))
    })?;
    let mut heads = Heads::new();
    let mut entries = 0_u64;
    for row in rows {
        let (writer, head, written) = row?;
        heads.insert(writer, head);
        entries = entries.saturating_add(written);
    }
    Ok((heads, entries))
}
