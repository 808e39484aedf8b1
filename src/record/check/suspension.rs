//! Suspensions.

use chrono::NaiveDate;

use super::{
    case::{Case, says_something},
    refusal::{Refusal, fresh},
    seat::no_ballot_waits,
};
use crate::{
    council::{SeatNo, Suspension, seat::holder},
    record::describe::or_none,
};

/// What a suspension is to be.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'a> {
    pub(super) seat: SeatNo,
    pub(super) from: NaiveDate,
    pub(super) until: Option<NaiveDate>,
    pub(super) because: Option<&'a str>,
}

pub(super) fn suspended(case: &Case, wanted: Wanted) -> Result<(), Refusal> {
    no_ballot_waits(case)?;
    let Wanted { seat, from, until, because } = wanted;
    let is = known(case, seat, from);
    let Some(because) = because else {
        return is.map(drop).ok_or_else(|| unknown(seat, from));
    };
    if is.is_some() {
        return Err(Refusal::not_allowed(
            format!("seat {seat} is suspended from {from} already"),
            "give that suspension another last day",
        ));
    }
    if !says_something(because) {
        return Err(Refusal::invalid("a suspension without a reason", "say why"));
    }
    if until.is_some_and(|until| until < from) {
        return Err(Refusal::invalid(
            format!("the suspension of seat {seat} ends before it begins"),
            "give other days",
        ));
    }
    let held = holder(&case.before.seats, seat, from);
    if held.is_none_or(|held| held.contributor) {
        return Err(Refusal::not_allowed(
            format!("nobody holds seat {seat} with a vote on {from}"),
            "name a voting seat and a day of its holder's term",
        ));
    }
    let new = Suspension { seat, from, until, because: None };
    let mut others = case.before.suspensions.iter().filter(|other| other.seat == seat);
    if let Some(other) = others.find(|other| other.meets(&new)) {
        return Err(Refusal::not_allowed(
            format!("seat {seat} is suspended from {} in that time", other.from),
            "end that suspension before the other begins",
        ));
    }
    has_not_sat(case, &new)
}

pub(super) fn ends(
    case: &Case,
    seat: SeatNo,
    from: NaiveDate,
    was: Option<NaiveDate>,
    now: Option<NaiveDate>,
) -> Result<(), Refusal> {
    no_ballot_waits(case)?;
    let is = known(case, seat, from).ok_or_else(|| unknown(seat, from))?;
    fresh(format!("the suspension of seat {seat}"), &was, &is.until, |until| or_none(*until))?;
    if now.is_some_and(|now| now < from) {
        return Err(Refusal::invalid(
            format!("the suspension of seat {seat} from {from} cannot end before it began"),
            "give that day or a later one as its last",
        ));
    }
    let longer = Suspension { until: now, ..is.clone() };
    let mut others = case.before.suspensions.iter().filter(|other| other.seat == seat && other.from != from);
    if let Some(other) = others.find(|other| other.meets(&longer)) {
        return Err(Refusal::not_allowed(
            format!("seat {seat} is suspended from {} as well", other.from),
            "let it end before that",
        ));
    }
    if case.undoes { Ok(()) } else { has_not_sat(case, &longer) }
}

/// Whoever sat as a member in a meeting is not suspended for its day afterwards.
fn has_not_sat(case: &Case, new: &Suspension) -> Result<(), Refusal> {
    let before = known(case, new.seat, new.from);
    let mut days = case.before.seat_days.iter();
    let newly = |day: &&NaiveDate| new.holds_on(**day) && !before.is_some_and(|was| was.holds_on(**day));
    match days.find(newly) {
        None => Ok(()),
        Some(day) => Err(Refusal::not_allowed(
            format!("seat {} sat as a member in the meeting of {day}", new.seat),
            "let the suspension begin after it",
        )),
    }
}

fn known<'a>(case: &Case<'a>, seat: SeatNo, from: NaiveDate) -> Option<&'a Suspension> {
    case.before.suspensions.iter().find(|one| one.seat == seat && one.from == from)
}

fn unknown(seat: SeatNo, from: NaiveDate) -> Refusal {
    Refusal::unknown(format!("a suspension of seat {seat} from {from}"), "see `docket seat list`")
}
