//! What changes of a ballot do.

use rusqlite::{Connection, params};

use super::{outcome, run, seats, together};
use crate::{
    council::{BallotId, Condition, InForce, Position, Reason, SeatNo},
    record::{Change, Entry, journal::stamp},
};

pub(super) fn project(db: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    match &entry.change {
        Change::BallotOpened { ballot, roster, terms, .. } => {
            roster.iter().try_for_each(|seat| seats::on_roster(db, ballot, seat))?;
            (1..)
                .zip(&terms.conditions)
                .try_for_each(|(n, condition)| conditioned(db, ballot, n, condition))?;
            opened(db, entry)
        }
        Change::Voted { ballot, seat, was, now, why } => {
            if let Some(was) = was.filter(|was| Some(*was) != *now) {
                replaced(db, entry, (ballot, *seat), (was, *now), *why)?;
            }
            voted(db, ballot, *seat, *now)
        }
        Change::Joined { ballot, seat, now, .. } => joined(db, ballot, *seat, *now),
        Change::Pulled { ballot, pulled, present } => {
            closed(db, entry, ballot, present)?;
            together::pulled(db, entry, ballot, pulled)
        }
        Change::BallotClosed { ballot, present, .. } => closed(db, entry, ballot, present),
        Change::Declared { .. } => outcome::declared(db, entry),
        Change::Cleared { ballot, condition, now, .. } => {
            outcome::cleared(db, ballot, *condition, now.as_ref())
        }
        _ => Ok(()),
    }
}

fn conditioned(db: &Connection, ballot: &BallotId, n: u32, condition: &Condition) -> rusqlite::Result<()> {
    run(
        db,
        "INSERT INTO ballot_condition (application, ballot, n, text, owner, due, cleared_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            ballot.application,
            ballot.n,
            n,
            condition.text,
            condition.owner,
            condition.due,
            condition.cleared_by
        ],
    )
}

fn opened(db: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    let Change::BallotOpened {
        ballot,
        meeting,
        deadline,
        motion,
        terms,
        mover,
        seconder,
        with,
        again,
        rules,
        edition,
        as_of,
        snapshot,
        reading,
        threshold,
        roster: _,
    } = &entry.change
    else {
        return Ok(());
    };
    // From when it holds is a question only where something is granted.
    let in_force = Some(terms.in_force).filter(|now| motion.grants() || *now != InForce::Now);
    run(
        db,
        "INSERT INTO ballot (application, n, meeting, place, deadline, motion, first_day, last_day, in_force, returns,
           information, to_program, certification, question, mover, seconder, again, lead_application, lead_ballot,
           rules, organisation, program, edition, as_of, snapshot, reading, threshold, opened)
         SELECT ref, ?2, ?3, (SELECT count(*) + 1 FROM ballot WHERE meeting IS ?3), ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,
           ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, organisation, program, ?20, ?21, ?22, ?23, ?24, ?25
         FROM application WHERE ref = ?1",
        params![
            ballot.application,
            ballot.n,
            meeting,
            deadline.map(stamp),
            motion,
            terms.from,
            terms.until,
            in_force,
            terms.returns,
            terms.information,
            terms.program,
            terms.certification.as_ref().map(|granted| granted.n),
            terms.question,
            mover,
            seconder,
            again.as_ref().map(|earlier| earlier.n),
            with.as_ref().map(|lead| &lead.application),
            with.as_ref().map(|lead| lead.n),
            rules,
            edition,
            as_of,
            snapshot,
            reading,
            threshold,
            stamp(entry.at),
        ],
    )
}

fn voted(db: &Connection, ballot: &BallotId, seat: SeatNo, now: Option<Position>) -> rusqlite::Result<()> {
    match now {
        Some(position) => run(
            db,
            "INSERT INTO position (application, ballot, seat, position) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO UPDATE SET position = excluded.position",
            params![ballot.application, ballot.n, seat, position],
        ),
        None => run(
            db,
            "DELETE FROM position WHERE application = ?1 AND ballot = ?2 AND seat = ?3",
            params![ballot.application, ballot.n, seat],
        ),
    }
}

fn joined(db: &Connection, ballot: &BallotId, seat: SeatNo, now: Option<bool>) -> rusqlite::Result<()> {
    match now {
        Some(takes_part) => run(
            db,
            "INSERT INTO late_joiner (application, ballot, seat, takes_part) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO UPDATE SET takes_part = excluded.takes_part",
            params![ballot.application, ballot.n, seat, takes_part],
        ),
        None => run(
            db,
            "DELETE FROM late_joiner WHERE application = ?1 AND ballot = ?2 AND seat = ?3",
            params![ballot.application, ballot.n, seat],
        ),
    }
}

fn replaced(
    db: &Connection,
    entry: &Entry,
    (ballot, seat): (&BallotId, SeatNo),
    (was, now): (Position, Option<Position>),
    why: Option<Reason>,
) -> rusqlite::Result<()> {
    run(
        db,
        "INSERT INTO position_change (application, ballot, n, seat, was, now, why, at)
         VALUES (?1, ?2, (SELECT count(*) + 1 FROM position_change WHERE application = ?1 AND ballot = ?2), ?3, ?4, ?5,
           ?6, ?7)",
        params![ballot.application, ballot.n, seat, was, now, why, stamp(entry.at)],
    )
}

fn closed(db: &Connection, entry: &Entry, ballot: &BallotId, present: &[SeatNo]) -> rusqlite::Result<()> {
    for seat in present {
        run(
            db,
            "INSERT INTO present (application, ballot, seat) VALUES (?1, ?2, ?3)",
            params![ballot.application, ballot.n, seat],
        )?;
    }
    run(
        db,
        "UPDATE ballot SET state = 'closed', closed = ?3 WHERE application = ?1 AND n = ?2",
        params![ballot.application, ballot.n, stamp(entry.at)],
    )
}
