//! The seats of the council: who holds them, and when.

use super::{
    case::{Case, says_something},
    refusal::{Refusal, fresh},
};
use crate::{
    council::{Seat, conflict::same_person},
    record::describe::or_none,
};

pub(super) fn seated(case: &Case, was: Option<&Seat>, now: Option<&Seat>) -> Result<(), Refusal> {
    let Some((n, from)) = was.or(now).map(|seat| (seat.n, seat.from)) else {
        return Err(Refusal::invalid("no seat before and none after", "name one"));
    };
    no_ballot_waits(case)?;
    let is = case.before.seats.iter().find(|seat| seat.n == n && seat.from == from);
    fresh(format!("seat {n}"), &was, &is, |seat| or_none(seat.map(|seat| &seat.holder)))?;
    if let Some(was) = was {
        stays_as_it_sat(case, was, now)?;
    }
    let Some(now) = now else { return Ok(()) };
    if n.0 == 0 || now.n != n {
        return Err(Refusal::invalid("a seat keeps its number, and the first is 1", "give it its number"));
    }
    makes_sense(now)?;
    let others = case.before.seats.iter().filter(|seat| Some(*seat) != was);
    others.into_iter().try_for_each(|other| go_together(now, other))
}

/// Nobody joins or leaves the members while a ballot is not declared.
pub(super) fn no_ballot_waits(case: &Case) -> Result<(), Refusal> {
    match case.before.meeting.as_ref().and_then(|meeting| meeting.open_ballot()) {
        None => Ok(()),
        Some(ballot) => Err(Refusal::not_allowed(
            format!("ballot {} is not declared", ballot.id),
            "change the seats before or after it",
        )),
    }
}

/// Whoever sat in a meeting keeps having sat there: as who, for whom, and with or without a vote.
fn stays_as_it_sat(case: &Case, was: &Seat, now: Option<&Seat>) -> Result<(), Refusal> {
    let same = |now: &&Seat| {
        let of =
            |seat: &Seat| (seat.n, seat.holder.clone(), seat.employer.clone(), seat.contributor, seat.chair);
        of(now) == of(was)
    };
    let sat = case.before.seat_days.iter().filter(|day| was.held_on(**day));
    let lost = sat.into_iter().find(|day| !now.filter(same).is_some_and(|now| now.held_on(**day)));
    match lost {
        None => Ok(()),
        Some(day) => Err(Refusal::not_allowed(
            format!("{}, {}, sat on seat {} in the meeting of {day}", was.holder, was.employer, was.n),
            "end the term on that day or later, and let what is new begin after it",
        )),
    }
}

fn makes_sense(seat: &Seat) -> Result<(), Refusal> {
    let n = seat.n;
    if !says_something(&seat.holder) || !says_something(&seat.employer) {
        return Err(Refusal::invalid(
            format!("seat {n} without a holder or an employer"),
            "say who holds it, and whom they work for",
        ));
    }
    if seat.parent.as_deref().is_some_and(|parent| !says_something(parent)) {
        return Err(Refusal::invalid("a parent without a name", "give one, or none"));
    }
    if seat.from.zip(seat.until).is_some_and(|(from, until)| until < from) {
        return Err(Refusal::invalid(
            format!("the term of seat {n} ends before it begins"),
            "give other days",
        ));
    }
    if seat.ends && seat.until.is_none() {
        return Err(Refusal::invalid(format!("seat {n} ends on no day"), "give its last day"));
    }
    if seat.stands_in_for.is_some() {
        return Err(Refusal::invalid(
            "a stand-in holds no seat",
            "name the stand-in for the meeting, with `docket seat stand-in`",
        ));
    }
    Ok(())
}

/// A seat has one holder at a time, a holder one voting seat, and the council one chair.
fn go_together(now: &Seat, other: &Seat) -> Result<(), Refusal> {
    if !now.meets(other) {
        return Ok(());
    }
    if now.n == other.n {
        return Err(Refusal::not_allowed(
            format!("seat {} is held by {} in that time", other.n, other.holder),
            "end that term the day before",
        ));
    }
    if now.chair && other.chair {
        return Err(Refusal::not_allowed(
            format!("seat {} is the chair in that term", other.n),
            "end its term, or make it a seat like the others first",
        ));
    }
    if !now.contributor && !other.contributor && same_person(&now.holder, &other.holder) {
        return Err(Refusal::not_allowed(
            format!("{} holds seat {} in that time, and has one vote", other.holder, other.n),
            "end that term the day before, or give the seat to somebody else",
        ));
    }
    Ok(())
}
