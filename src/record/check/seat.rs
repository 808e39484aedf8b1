//! The seats of the council.

use super::{
    case::{Case, says_something},
    refusal::{Refusal, fresh},
};
use crate::{council::Seat, record::describe::or_none};

pub(super) fn seated(case: &Case, was: Option<&Seat>, now: Option<&Seat>) -> Result<(), Refusal> {
    let Some(n) = now.or(was).map(|seat| seat.n) else {
        return Err(Refusal::invalid("no seat before and none after", "name one"));
    };
    if let Some(ballot) = case.before.meeting.as_ref().and_then(|meeting| meeting.open_ballot()) {
        return Err(Refusal::not_allowed(
            format!("ballot {} is not declared", ballot.id),
            "change the seats before or after it",
        ));
    }
    let is = case.before.seats.iter().find(|seat| seat.n == n);
    fresh(format!("seat {n}"), &was, &is, |seat| or_none(seat.map(|seat| &seat.holder)))?;
    let Some(now) = now else {
        return if case.before.seat_used {
            Err(Refusal::not_allowed(
                format!("seat {n} has been in a meeting"),
                "give its term a last day instead of taking it away",
            ))
        } else {
            Ok(())
        };
    };
    if n.0 == 0 || was.is_some_and(|was| was.n != n) {
        return Err(Refusal::invalid("a seat keeps its number, and the first is 1", "give it its number"));
    }
    if !says_something(&now.holder) || !says_something(&now.employer) {
        return Err(Refusal::invalid(
            format!("seat {n} without a holder or an employer"),
            "say who holds it, and whom they work for",
        ));
    }
    if now.from.zip(now.until).is_some_and(|(from, until)| until < from) {
        return Err(Refusal::invalid(
            format!("the term of seat {n} ends before it begins"),
            "give other days",
        ));
    }
    let chairs = case.before.seats.iter().filter(|other| other.n != n && other.chair && now.chair);
    match chairs.into_iter().find(|other| overlap(other, now)) {
        Some(other) => Err(Refusal::not_allowed(
            format!("seat {} is the chair in that term", other.n),
            "end its term, or make it a seat like the others first",
        )),
        None => Ok(()),
    }
}

/// Whether both are held on some day.
fn overlap(a: &Seat, b: &Seat) -> bool {
    let begins_in_time =
        |one: &Seat, other: &Seat| one.from.zip(other.until).is_none_or(|(from, until)| from <= until);
    begins_in_time(a, b) && begins_in_time(b, a)
}
