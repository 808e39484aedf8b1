//! A meeting as it stood at its end, made again from the journal: what was changed later does not reach its papers.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
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
    council::{Ballot, BallotId, Meeting, MeetingId, SeatNo, electronic, register::Certification},
    record::{
        Change, Done, Entry, Opening, Reopened, Sitting,
        journal::{Heads, Proof, Stored, fingerprint},
    },
    review::{Application, Ref, Stage, Status},
    rules::{Program, RequirementId},
};

impl Store {
    /// The meeting of this id, or the session of an electronic ballot, as it stood when it was over, or as it stands;
    /// `None` where there is none.
    pub fn sitting(&self, id: &MeetingId) -> Result<Option<Sitting>, StoreError> {
        self.at_one_moment(|store| {
            let Some(meeting) = store.read(|db| query::council::meeting(db, id))? else { return Ok(None) };
            let end = store.read(|db| match ended(db, &meeting)? {
                Some(end) => Ok(end),
                None => journal::last(db),
            })?;
            let mut told = Told::default();
            let past = store.replayed(&applications(&meeting), end, |db, past, seq, entry| {
                told.hear(db, past, id, (seq, entry))
            })?;
            store.read(|db| told.sitting(db, &past, id, end))
        })
    }

    /// The fingerprint of the journal up to the end of `meeting`, as its minutes have it; `None` where it is not over.
    pub fn proof(&self, meeting: &Meeting) -> Result<Option<Proof>, StoreError> {
        self.read(|db| {
            let Some(end) = ended(db, meeting)? else { return Ok(None) };
            let (heads, entries) = heads(db, end)?;
            Ok(Some(Proof { fingerprint: fingerprint(&heads), entries }))
        })
    }

    /// What the journal up to `end` says of the council and of these applications, done in an empty docket in memory;
    /// `hear` is told of each entry once that is done, and given both dockets.
    pub(super) fn replayed(
        &self,
        applications: &BTreeSet<Ref>,
        end: u64,
        mut hear: impl FnMut(&Connection, &Connection, u64, &Entry) -> rusqlite::Result<()>,
    ) -> Result<Connection, StoreError> {
        let entries = self.read(|db| entries(db, applications, end))?;
        let past = self.read(|_| empty())?;
        for (seq, stored) in entries {
            let entry = journal::read(&stored)?;
            self.read(|db| {
                take_texts(db, &past, &entry)?;
                journal::add(&past, seq, &stored)?;
                project(&past, &entry)?;
                hear(db, &past, seq, &entry)
            })?;
        }
        Ok(past)
    }
}

/// The meeting that a ballot is opened in, or its session where it is electronic.
pub(super) fn opened_in(
    meeting: Option<&MeetingId>,
    ballot: &BallotId,
    with: Option<&BallotId>,
) -> MeetingId {
    meeting.cloned().unwrap_or_else(|| electronic::session_id(with.unwrap_or(ballot)))
}

/// The place in the journal where the meeting ended; of a vote without one, where its last ballot was declared or
/// pulled. `None` where it is not over.
fn ended(db: &Connection, meeting: &Meeting) -> rusqlite::Result<Option<u64>> {
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
                "SELECT seq FROM journal WHERE application = ?1 AND kind IN ('declared', 'pulled')
                   AND json_extract(change, '$.ballot.n') = ?2",
                &[&ballot.id.application, &ballot.id.n],
            )?);
        }
    }
    Ok(ends.into_iter().collect::<Option<Vec<u64>>>().and_then(|ends| ends.into_iter().max()))
}

/// The applications on the agenda and in the ballots of a meeting.
pub(super) fn applications(meeting: &Meeting) -> BTreeSet<Ref> {
    let voted_on = meeting.ballots.iter().map(|ballot| &ballot.id.application);
    meeting.agenda.iter().chain(voted_on).cloned().collect()
}

/// The entries up to `end` that say something of the council or of `applications`.
fn entries(db: &Connection, applications: &BTreeSet<Ref>, end: u64) -> rusqlite::Result<Vec<(u64, Stored)>> {
    let columns = journal::COLUMNS;
    let refs = serde_json::to_string(applications).unwrap_or_default();
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
    answers: BTreeMap<(BallotId, SeatNo), DateTime<Utc>>,
    presented: BTreeMap<Ref, Done>,
    reopened: BTreeMap<Ref, Reopened>,
    waivers: BTreeMap<Ref, BTreeMap<RequirementId, Done>>,
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
                if *id == opened_in(meeting.as_ref(), ballot, with.as_ref()) =>
            {
                if let Some(application) = application(db, past, &ballot.application, seq)? {
                    let mut earlier = query::ballot::ballots_of(past, &ballot.application)?;
                    earlier.retain(|one| one.id.n < ballot.n);
                    let ballot = ballot.clone();
                    self.openings.push(self.opening(ballot, application, earlier, done()));
                }
            }
            Change::Staged { application, was, now, because } => {
                if was.presented != now.presented {
                    self.presented.remove(application);
                    self.presented.extend(now.presented.as_ref().map(|_| (application.clone(), done())));
                }
                if was.stage == Stage::Decided || now.stage == Stage::Decided {
                    self.reopened.remove(application);
                    let why = because.clone().filter(|_| was.stage == Stage::Decided);
                    let reopened = why.map(|because| Reopened { done: done(), because });
                    self.reopened.extend(reopened.map(|reopened| (application.clone(), reopened)));
                }
            }
            Change::Found { application, requirement, now, .. } => {
                let waivers = self.waivers.entry(application.clone()).or_default();
                waivers.remove(requirement);
                let waived = now.as_ref().is_some_and(|now| now.status == Status::Waived);
                waivers.extend(waived.then(|| (requirement.clone(), done())));
            }
            Change::Voted { ballot, seat, now, .. } => {
                self.answers.remove(&(ballot.clone(), *seat));
                self.answers.extend(now.map(|_| ((ballot.clone(), *seat), entry.at)));
            }
            _ => {}
        }
        Ok(())
    }

    /// What `ballot` was opened on. An application was taken up again for the first ballot that came after that.
    fn opening(&self, ballot: BallotId, application: Application, earlier: Vec<Ballot>, by: Done) -> Opening {
        let of = &ballot.application;
        let reopened = self.reopened.get(of);
        let reopened = reopened.filter(|one| earlier.iter().all(|ballot| ballot.opened < one.done.at));
        Opening {
            presented_as: self.presented.get(of).cloned(),
            reopened: reopened.cloned(),
            waivers: self.waivers.get(of).cloned().unwrap_or_default(),
            ballot,
            application,
            earlier,
            by,
        }
    }

    fn sitting(
        self,
        db: &Connection,
        past: &Connection,
        id: &MeetingId,
        end: u64,
    ) -> rusqlite::Result<Option<Sitting>> {
        let Some(mut meeting) = query::council::meeting(past, id)? else { return Ok(None) };
        // What became of its minutes came after its end, and so did a time that was put right later: the stays are
        // as they were, and what is said against them is known.
        meeting.corrections = query::session::corrections(db, id)?;
        meeting.approval = query::session::approval(db, id)?;
        meeting.amendments = query::session::amendments(db, id)?;
        let found: rusqlite::Result<Vec<_>> = applications(&meeting)
            .into_iter()
            .filter_map(|one| application(db, past, &one, end).transpose())
            .collect();
        let mut answers = self.answers;
        answers.retain(|(ballot, _), _| meeting.ballots.iter().any(|one| one.id == *ballot));
        let (heads, entries) = heads(db, end)?;
        Ok(Some(Sitting {
            applications: found?,
            seats: query::seats::seats(past)?,
            register: query::conflicts::register(past)?,
            rulings: query::session::rulings(past)?,
            certifications: granted(past, &meeting)?,
            approves: query::session::approves(db, id)?,
            amends: query::session::amends(db, id)?,
            erased: erased(past)?,
            meeting,
            answers,
            openings: self.openings,
            called: self.called,
            adjourned: self.adjourned,
            fingerprint: fingerprint(&heads),
            entries,
        }))
    }
}

/// How many of the personal texts that the journal of the past names are erased.
fn erased(past: &Connection) -> rusqlite::Result<u64> {
    past.query_row("SELECT count(*) AS n FROM content WHERE text IS NULL", [], |row| count(row, "n"))
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
pub(super) fn heads(db: &Connection, end: u64) -> rusqlite::Result<(Heads, u64)> {
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
