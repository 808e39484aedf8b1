//! Ballots.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension as _, Params, Row, params};

use super::{all, council::instant, seats, together::pulled};
use crate::{
    council::{
        Ballot, BallotId, BallotState, Condition, InForce, Outcome, Position, PositionChange, SeatNo, Terms,
    },
    review::Ref,
    store::{
        Store,
        error::StoreError,
        sql::{self, Instant},
    },
};

impl Store {
    /// The ballot of this id.
    pub fn ballot(&self, id: &BallotId) -> Result<Option<Ballot>, StoreError> {
        self.read(|db| {
            let found = ballots(db, "WHERE application = ?1 AND n = ?2", params![id.application, id.n])?;
            Ok(found.into_iter().next())
        })
    }

    /// The votes that were taken without a meeting, by their leading ballots, newest first.
    pub fn electronic_ballots(&self) -> Result<Vec<BallotId>, StoreError> {
        self.read(|db| {
            let sql = "SELECT application, n FROM ballot WHERE meeting IS NULL AND lead_ballot IS NULL
                       ORDER BY opened DESC, application, n";
            all(db, sql, [], |row| Ok(BallotId { application: row.get(0)?, n: row.get(1)? }))
        })
    }

    /// The ballots on an application, first to last.
    pub fn ballots_of(&self, reference: &Ref) -> Result<Vec<Ballot>, StoreError> {
        self.read(|db| ballots_of(db, reference))
    }
}

/// What a seat says now on a ballot; `None` where it says nothing.
pub(in crate::store) fn position(
    db: &Connection,
    ballot: &BallotId,
    seat: SeatNo,
) -> rusqlite::Result<Option<Position>> {
    db.prepare_cached("SELECT position FROM position WHERE application = ?1 AND ballot = ?2 AND seat = ?3")?
        .query_row(params![ballot.application, ballot.n, seat], |row| row.get(0))
        .optional()
}

pub(in crate::store) fn ballots_of(db: &Connection, reference: &Ref) -> rusqlite::Result<Vec<Ballot>> {
    ballots(db, "WHERE application = ?1 ORDER BY n", [reference])
}

pub(super) fn ballots(
    db: &Connection,
    which: &str,
    parameters: impl Params,
) -> rusqlite::Result<Vec<Ballot>> {
    let mut found = all(db, &format!("SELECT * FROM ballot {which}"), parameters, ballot)?;
    for ballot in &mut found {
        let id = params![ballot.id.application, ballot.id.n];
        ballot.roster = all(
            db,
            "SELECT * FROM roster WHERE application = ?1 AND ballot = ?2 ORDER BY seat",
            id,
            seats::on_roster,
        )?;
        ballot.positions = all(
            db,
            "SELECT seat, position FROM position WHERE application = ?1 AND ballot = ?2",
            id,
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?
        .into_iter()
        .collect::<BTreeMap<SeatNo, Position>>();
        ballot.terms.conditions = conditions(db, &ballot.id)?;
        ballot.changes = changes(db, &ballot.id)?;
        ballot.joined = joined(db, &ballot.id)?;
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

/// A ballot's own row; what stands in other tables is still empty.
fn ballot(row: &Row<'_>) -> rusqlite::Result<Ballot> {
    let Instant(opened) = row.get("opened")?;
    Ok(Ballot {
        id: sql::ballot(row, "application", "n")?,
        meeting: row.get("meeting")?,
        deadline: instant(row, "deadline")?,
        motion: row.get("motion")?,
        terms: terms(row)?,
        mover: row.get("mover")?,
        seconder: row.get("seconder")?,
        with: with(row)?,
        again: of_same(row, "again")?,
        pulled: pulled(row)?,
        rules: row.get("rules")?,
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
        joined: BTreeMap::new(),
        changes: Vec::new(),
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

/// The terms that stand in a ballot's own row.
fn terms(row: &Row<'_>) -> rusqlite::Result<Terms> {
    Ok(Terms {
        from: row.get("first_day")?,
        until: row.get("last_day")?,
        in_force: row.get::<_, Option<InForce>>("in_force")?.unwrap_or_default(),
        conditions: Vec::new(),
        returns: row.get("returns")?,
        information: row.get("information")?,
        program: row.get("to_program")?,
        certification: of_same(row, "certification")?,
        question: row.get("question")?,
    })
}

/// A ballot of the same application, by its number in `column`.
fn of_same(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<BallotId>> {
    let n: Option<u32> = row.get(column)?;
    n.map(|n| Ok(BallotId { application: row.get("application")?, n })).transpose()
}

fn with(row: &Row<'_>) -> rusqlite::Result<Option<BallotId>> {
    let lead: Option<Ref> = row.get("lead_application")?;
    lead.map(|_| sql::ballot(row, "lead_application", "lead_ballot")).transpose()
}

fn conditions(db: &Connection, ballot: &BallotId) -> rusqlite::Result<Vec<Condition>> {
    all(
        db,
        "SELECT * FROM ballot_condition WHERE application = ?1 AND ballot = ?2 ORDER BY n",
        params![ballot.application, ballot.n],
        |row| {
            Ok(Condition {
                text: row.get("text")?,
                owner: row.get("owner")?,
                due: row.get("due")?,
                cleared_by: row.get("cleared_by")?,
            })
        },
    )
}

fn joined(db: &Connection, ballot: &BallotId) -> rusqlite::Result<BTreeMap<SeatNo, bool>> {
    let rows = all(
        db,
        "SELECT seat, takes_part FROM late_joiner WHERE application = ?1 AND ballot = ?2",
        params![ballot.application, ballot.n],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(rows.into_iter().collect())
}

fn changes(db: &Connection, ballot: &BallotId) -> rusqlite::Result<Vec<PositionChange>> {
    all(
        db,
        "SELECT * FROM position_change WHERE application = ?1 AND ballot = ?2 ORDER BY n",
        params![ballot.application, ballot.n],
        |row| {
            let Instant(at) = row.get("at")?;
            Ok(PositionChange {
                seat: row.get("seat")?,
                was: row.get("was")?,
                now: row.get("now")?,
                why: row.get("why")?,
                at,
            })
        },
    )
}
