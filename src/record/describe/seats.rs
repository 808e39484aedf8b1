//! What a change of the seats did.

use chrono::NaiveDate;

use crate::{
    council::{Seat, StandIn},
    record::Change,
};

pub(super) fn describe<P>(change: &Change<P>) -> String {
    match change {
        Change::Seated { was, now } => seated(was.as_ref(), now.as_ref()),
        Change::Suspended { from, until, because: Some(_), .. } => {
            format!("suspended {}", days(Some(*from), *until))
        }
        Change::Suspended { from, because: None, .. } => format!("not suspended from {from} after all"),
        Change::SuspensionEnds { from, now: Some(until), .. } => {
            format!("the suspension from {from} ends on {until}")
        }
        Change::SuspensionEnds { from, now: None, .. } => {
            format!("the suspension from {from} goes on without an end")
        }
        Change::StoodIn { was, now, .. } => stood_in(was.as_ref(), now.as_ref()),
        _ => String::new(),
    }
}

fn seated(was: Option<&Seat>, now: Option<&Seat>) -> String {
    match (was, now) {
        (None, Some(seat)) => format!("given to {}{}", holder(seat), term(seat)),
        (Some(was), Some(now)) if *was == (Seat { until: was.until, ends: was.ends, ..now.clone() }) => {
            let until =
                now.until.map_or_else(|| "has no last day".to_owned(), |day| format!("ends on {day}"));
            let seat = if now.ends { ", and the seat with it" } else { "" };
            format!("the term of {} {until}{seat}", now.holder)
        }
        (Some(_), Some(seat)) => format!("changed: {}{}", holder(seat), term(seat)),
        (Some(seat), None) => format!("taken away from {}", seat.holder),
        (None, None) => "nothing changed".to_owned(),
    }
}

fn holder(seat: &Seat) -> String {
    let parent = seat.parent.as_ref().map(|parent| format!(" of {parent}")).unwrap_or_default();
    let chair = if seat.chair { ", chair" } else { "" };
    let contributor = if seat.contributor { ", contributor without a vote" } else { "" };
    format!("{}, {}{parent}{chair}{contributor}", seat.holder, seat.employer)
}

fn term(seat: &Seat) -> String {
    match days(seat.from, seat.until) {
        days if days.is_empty() => days,
        days => format!(", {days}"),
    }
}

/// The days between which something holds; empty where neither is known.
pub fn days(from: Option<NaiveDate>, until: Option<NaiveDate>) -> String {
    match (from, until) {
        (None, None) => String::new(),
        (Some(from), None) => format!("from {from}"),
        (None, Some(until)) => format!("until {until}"),
        (Some(from), Some(until)) => format!("from {from} until {until}"),
    }
}

fn stood_in(was: Option<&StandIn>, now: Option<&StandIn>) -> String {
    match (was, now) {
        (_, Some(StandIn { seat, back: Some(_), .. })) => format!("seat {seat}: the holder took it back"),
        (_, Some(one)) => {
            let votes = if one.votes { "with a vote" } else { "without a vote" };
            format!("seat {}: {}, {}, stands in {votes}", one.seat, one.name, one.employer)
        }
        (Some(one), None) => format!("seat {}: {} does not stand in after all", one.seat, one.name),
        (None, None) => "nothing changed".to_owned(),
    }
}
