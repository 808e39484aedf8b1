//! Opening a ballot: what it freezes must be what is there.

use super::{
    case::Case,
    place,
    refusal::{Refusal, fresh},
};
use crate::{
    council::{
        BallotId, Meeting, SeatNo, Threshold, electronic,
        motion::{MovedOn, may_move},
        order,
    },
    record::{Change, describe::or_none, snapshot::snapshot},
    review::{Application, Verdict},
    rules::EditionId,
};

pub(super) fn opened(case: &Case, change: &Change) -> Result<(), Refusal> {
    let Change::BallotOpened { ballot, with, motion, terms, mover, seconder, again, .. } = change else {
        return Ok(());
    };
    let reference = &ballot.application;
    let application = case.unlocked(reference)?;
    let meeting = place::set_up(case, change, application.review.stage)?;
    order::may_open_ballot(meeting, reference, with.as_ref())?;
    let (ballots, today) = (case.before.ballots.as_slice(), case.act.today);
    let matter = MovedOn::of(application, ballots, today);
    may_move(*motion, terms, &matter).map_err(order::Refusal::from)?;
    if motion.grants() {
        is_ready(case, application)?;
    }
    movers(*mover, *seconder, meeting)?;
    if let Some(again) = again {
        takes_up(case, ballot, again)?;
    }
    is_frozen(case, change, application)?;
    let Change::BallotOpened { reading, roster, .. } = change else { return Ok(()) };
    let members = meeting.members.as_slice();
    fresh(format!("the members of meeting {}", meeting.id), &roster.as_slice(), &members, |roster| {
        format!("{} seats", roster.len())
    })?;
    fresh("the reading in force", &Some(*reading), &meeting.reading, |base| or_none(*base))
}

/// What became ready for the council can cease to be, by another finding or in the course of time. Then it is granted
/// only where somebody presents it anyway.
fn is_ready(case: &Case, application: &Application) -> Result<(), Refusal> {
    let assessment = case.assessment(application)?;
    if assessment.verdict == Verdict::Ready || application.review.presented.is_some() {
        return Ok(());
    }
    Err(Refusal::not_allowed(
        format!(
            "{} is {} now: {}",
            application.reference,
            assessment.verdict,
            assessment.in_the_way.join("; ")
        ),
        "take it off the agenda and review it again, or let a lead present it anyway",
    ))
}

/// What is frozen of the application is as it stands, and judged for the day.
fn is_frozen(case: &Case, change: &Change, application: &Application) -> Result<(), Refusal> {
    let Change::BallotOpened { ballot, edition, as_of, snapshot: hash, threshold, .. } = change else {
        return Ok(());
    };
    let reference = &ballot.application;
    let last = case.before.ballots.iter().map(|ballot| ballot.id.n).max().unwrap_or(0);
    fresh(format!("the ballots on {reference}"), &ballot.n.saturating_sub(1), &last, |n| {
        format!("{n} in number")
    })?;
    fresh(format!("the edition of {reference}"), edition, &application.edition, EditionId::to_string)?;
    fresh(reference.as_str(), &hash.as_str(), &snapshot(application).as_str(), |hash| {
        format!("as reviewed {}", hash.get(..16).unwrap_or(hash))
    })?;
    if *as_of != case.act.today || *threshold != Threshold::Majority {
        return Err(Refusal::invalid(
            "a ballot judges for the day it is opened, and takes a majority",
            format!("give {} and {}", case.act.today, Threshold::Majority),
        ));
    }
    Ok(())
}

/// Whoever moves or seconds it is a member who is in the room, if it is put in one, and these are two.
fn movers(mover: Option<SeatNo>, seconder: Option<SeatNo>, meeting: &Meeting) -> Result<(), Refusal> {
    let both = || mover.into_iter().chain(seconder);
    if let Some(seat) = both().find(|n| meeting.members.iter().all(|one| one.n != *n)) {
        return Err(Refusal::invalid(
            format!("seat {seat} is no member and can neither move nor second"),
            "name a seat of the roster",
        ));
    }
    let in_a_room = electronic::lead_of(&meeting.id).is_none();
    if let Some(seat) = both().find(|n| in_a_room && !meeting.is_present(*n)) {
        return Err(Refusal::not_allowed(
            format!("seat {seat} is not in the room with a vote and can neither move nor second"),
            "name a seat that is there and votes",
        ));
    }
    if mover.is_some() && mover == seconder {
        return Err(Refusal::invalid(
            "nobody seconds their own motion",
            "name another seat, or leave the seconder out",
        ));
    }
    Ok(())
}

/// The ballot taken up again is an earlier one on the same application, and declared: [`Case::unlocked`] says so.
fn takes_up(case: &Case, ballot: &BallotId, again: &BallotId) -> Result<(), Refusal> {
    if again.application == ballot.application && case.before.ballots.iter().any(|known| known.id == *again) {
        return Ok(());
    }
    Err(Refusal::unknown(
        format!("ballot {again} as one on {}", ballot.application),
        "name an earlier ballot on the same application",
    ))
}
