//! Ballots: voted on, closed, declared.

use std::collections::BTreeMap;

use super::{
    case::Case,
    refusal::{Refusal, fresh},
};
use crate::{
    council::{
        Ballot, BallotId, Meeting, Outcome, Position, Reason, Seat, SeatNo, order, outcome::next_stages,
        seat::some_named, standing,
    },
    record::{
        Granted,
        ballot::{Unsettled, as_moved, grants, may_close},
        describe::or_none,
    },
    review::Stage,
};

/// Seats that a refusal names at most.
const NAMED: usize = 3;

pub(super) fn voted(
    case: &Case,
    id: &BallotId,
    seat: SeatNo,
    (was, now): (Option<Position>, Option<Position>),
    why: Option<Reason>,
) -> Result<(), Refusal> {
    let (ballot, meeting) = case.ballot(id)?;
    may_say(case, meeting, ballot, seat, now)?;
    order::is_in_time(ballot, case.act.at)?;
    let is = ballot.positions.get(&seat).copied();
    fresh(format!("the position of seat {seat} on {id}"), &was, &is, |position| or_none(*position))?;
    if was == now {
        return Err(Refusal::invalid(
            format!("seat {seat} has said that already"),
            "there is nothing to do; another position replaces it",
        ));
    }
    if was.is_none() && why.is_some() {
        return Err(Refusal::invalid(
            format!("a reason for the first position of seat {seat}"),
            "leave it out: nothing is replaced",
        ));
    }
    Ok(())
}

pub(super) fn joined(
    case: &Case,
    id: &BallotId,
    seat: SeatNo,
    was: Option<bool>,
    now: Option<bool>,
) -> Result<(), Refusal> {
    let (ballot, meeting) = case.ballot(id)?;
    fresh(
        format!("whether seat {seat} takes part in {id}"),
        &was,
        &ballot.joined.get(&seat).copied(),
        |takes_part| or_none(takes_part.map(|yes| if yes { "yes" } else { "no" })),
    )?;
    if case.undoes { Ok(()) } else { Ok(order::may_join(meeting, ballot, seat, now)?) }
}

/// A position is taken in the room; it is taken back, or put back by undo, from anywhere.
fn may_say(
    case: &Case,
    meeting: &Meeting,
    ballot: &Ballot,
    seat: SeatNo,
    now: Option<Position>,
) -> Result<(), Refusal> {
    match order::may_take_position(meeting, ballot, seat) {
        Err(order::Refusal::NotIn(_)) if now.is_none() || case.undoes => Ok(()),
        answer => Ok(answer?),
    }
}

pub(super) fn closed(
    case: &Case,
    id: &BallotId,
    (present, left): (&[SeatNo], &[SeatNo]),
    saw: Option<&[(SeatNo, Position)]>,
) -> Result<(), Refusal> {
    let (ballot, meeting) = case.ballot(id)?;
    may_close(case.rules()?, meeting, ballot, case.act.at)?;
    are_present(meeting, ballot, present)?;
    let gone = standing::left(ballot, &standing::present_for(meeting, ballot));
    as_seen(
        ballot,
        (left, "is in the room again"),
        (&gone, "took a position and left, which is to be asked about"),
    )?;
    saw.map_or(Ok(()), |saw| positions_as_seen(ballot, saw))
}

impl From<Unsettled> for Refusal {
    fn from(error: Unsettled) -> Self {
        match error {
            Unsettled::Order(refusal) => refusal.into(),
            Unsettled::Split(error) => error.into(),
        }
    }
}

/// Refuses a closing that saw other positions than there are.
fn positions_as_seen(ballot: &Ballot, saw: &[(SeatNo, Position)]) -> Result<(), Refusal> {
    let saw: BTreeMap<SeatNo, Position> = saw.iter().copied().collect();
    let differs = |seat: &&Seat| saw.get(&seat.n) != ballot.positions.get(&seat.n);
    let named = some_named(ballot.roster.iter().filter(differs), NAMED);
    if named.is_empty() {
        return Ok(());
    }
    let what = format!("{named} took another position");
    Err(Refusal::RoomChanged { ballot: ballot.id.clone(), what })
}

/// Whether these are the seats in the room; nobody is in one where the vote is electronic.
pub(super) fn are_present(meeting: &Meeting, ballot: &Ballot, present: &[SeatNo]) -> Result<(), Refusal> {
    let is = standing::frozen_present(meeting, ballot);
    as_seen(ballot, (present, "went out meanwhile"), (&is, "came in meanwhile"))
}

/// Refuses a closing that saw other seats than there are: says what became of those that are no more among them, and
/// of those that are now.
fn as_seen(
    ballot: &Ballot,
    (was, gone): (&[SeatNo], &str),
    (is, come): (&[SeatNo], &str),
) -> Result<(), Refusal> {
    if was == is {
        return Ok(());
    }
    let differ = |these: &[SeatNo], those: &[SeatNo], what: &str| {
        let only = |seat: &&Seat| these.contains(&seat.n) && !those.contains(&seat.n);
        let named = some_named(ballot.roster.iter().filter(only), NAMED);
        (!named.is_empty()).then(|| format!("{named} {what}"))
    };
    let parts: Vec<String> = [differ(was, is, gone), differ(is, was, come)].into_iter().flatten().collect();
    let what = if parts.is_empty() { "it names who is no member".to_owned() } else { parts.join(", ") };
    Err(Refusal::RoomChanged { ballot: ballot.id.clone(), what })
}

pub(super) fn declared(
    case: &Case,
    id: &BallotId,
    outcome: Outcome,
    next: Stage,
    granted: Option<&Granted>,
) -> Result<(), Refusal> {
    let (ballot, meeting) = case.ballot(id)?;
    order::may_declare(ballot)?;
    let present = standing::present_for(meeting, ballot);
    let is = standing::result(case.rules()?, ballot, &present)?.outcome;
    if is != outcome {
        return Err(Refusal::invalid(
            format!("the positions on {id} come to {is}, not to {outcome}"),
            format!("declare it {is}"),
        ));
    }
    goes_to(ballot, outcome, next)?;
    let moved = grants(ballot.motion, outcome).then(|| as_moved(meeting, ballot));
    is_granted(ballot, moved.as_ref(), granted)
}

fn goes_to(ballot: &Ballot, outcome: Outcome, next: Stage) -> Result<(), Refusal> {
    let reference = &ballot.id.application;
    let stages = next_stages(ballot.motion, &ballot.terms, outcome);
    if stages.contains(&next) {
        return Ok(());
    }
    let stages: Vec<_> = stages.iter().map(|stage| stage.words()).collect();
    Err(Refusal::invalid(
        format!("{reference} cannot become {} by a ballot that ends {outcome}", next.words()),
        format!("choose {}", stages.join(", ")),
    ))
}

/// What is granted is what was moved: nothing else was voted on.
fn is_granted(ballot: &Ballot, moved: Option<&Granted>, granted: Option<&Granted>) -> Result<(), Refusal> {
    let id = &ballot.id;
    match (moved, granted) {
        (None, Some(_)) => Err(Refusal::invalid(
            format!("ballot {id} grants nothing"),
            "only a motion to approve that is adopted does",
        )),
        (Some(moved), granted) if granted != Some(moved) => {
            let now = granted.map_or("none".to_owned(), |one| format!("one {one}"));
            Err(Refusal::invalid(
                format!("ballot {id} grants a certification {moved}, not {now}"),
                "grant it as moved; other days need a motion of their own",
            ))
        }
        _ => Ok(()),
    }
}
