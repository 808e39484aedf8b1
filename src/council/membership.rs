//! Who is a member on a day, and how that is reckoned: seats, less the vacant ones, less the suspended ones.

use std::{collections::BTreeSet, fmt};

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    conflict::same_person,
    rules::RuleSet,
    seat::{Seat, SeatNo, holder, latest},
    stand_in::StandIn,
    suspension::Suspension,
    tally::{self, Split},
};
use crate::rules::ids::words;

/// The council on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Membership {
    /// The voting members, by seat; a stand-in who votes stands in the place of the holder.
    pub members: Vec<Seat>,
    /// What else there is.
    pub others: Others,
}

/// What is there on a day beside the members.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Others {
    /// Voting seats without a holder.
    pub vacant: Vec<SeatNo>,
    /// Holders who are suspended, and their suspensions.
    pub suspended: Vec<(Seat, Suspension)>,
    /// Whoever sits on the council without a vote.
    pub contributors: Vec<Seat>,
}

words!(
    /// What a seat is on a day.
    Holding {
        /// Its holder is a voting member.
        Member = "member",
        /// Its holder has no vote.
        Contributor = "contributor",
        /// Its holder is suspended.
        Suspended = "suspended",
        /// Nobody holds it.
        Vacant = "vacant",
        /// It is no more, or this term of it is over.
        Over = "over",
        /// Its term has not begun.
        ToCome = "to-come",
    }
);

impl Membership {
    /// What `seat`, one of the terms of a seat, is on `day`, which is the day of this council.
    pub fn holding(&self, seat: &Seat, day: NaiveDate) -> Holding {
        if !seat.begun_by(day) {
            Holding::ToCome
        } else if !seat.held_on(day) {
            if self.others.vacant.contains(&seat.n) { Holding::Vacant } else { Holding::Over }
        } else if self.others.suspension(seat.n).is_some() {
            Holding::Suspended
        } else if seat.contributor {
            Holding::Contributor
        } else {
            Holding::Member
        }
    }
}

impl Others {
    /// Those who may be in the room without a vote, by seat.
    pub fn guests(&self) -> Vec<&Seat> {
        let mut guests: Vec<&Seat> =
            self.suspended.iter().map(|(seat, _)| seat).chain(&self.contributors).collect();
        guests.sort_by_key(|seat| seat.n);
        guests
    }

    /// The suspension of seat `n`.
    pub fn suspension(&self, n: SeatNo) -> Option<&Suspension> {
        self.suspended.iter().find(|(seat, _)| seat.n == n).map(|(_, suspension)| suspension)
    }
}

/// The council of `day`. A seat whose last term is over is vacant, unless the seat ended with it.
pub fn on(day: NaiveDate, seats: &[Seat], suspensions: &[Suspension], stand_ins: &[StandIn]) -> Membership {
    let mut council = Membership::default();
    let numbers: BTreeSet<SeatNo> = seats.iter().map(|seat| seat.n).collect();
    for n in numbers {
        let Some(seat) = holder(seats, n, day) else {
            let last = latest(seats, n, day).filter(|last| last.begun_by(day));
            council.others.vacant.extend(last.filter(|last| !last.ends && !last.contributor).map(|_| n));
            continue;
        };
        if seat.contributor {
            council.others.contributors.push(seat.clone());
        } else if let Some(suspension) = suspended(seat, day, seats, suspensions) {
            council.others.suspended.push((seat.clone(), suspension.clone()));
        } else {
            let stand_in = stand_ins.iter().find(|one| one.seat == n && one.sits() && one.votes);
            council.members.push(stand_in.map_or_else(|| seat.clone(), |one| one.on_the_roll(seat)));
        }
    }
    council
}

/// The suspension of the holder of `seat` on `day`: one that began under somebody else is not theirs.
fn suspended<'a>(
    seat: &Seat,
    day: NaiveDate,
    seats: &[Seat],
    suspensions: &'a [Suspension],
) -> Option<&'a Suspension> {
    let theirs = |one: &&Suspension| {
        let then = holder(seats, one.seat, one.from);
        then.is_some_and(|then| same_person(&then.holder, &seat.holder))
    };
    suspensions.iter().filter(|one| one.seat == seat.n && one.holds_on(day)).find(theirs)
}

/// How members and quorum were reckoned, in people and seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Working {
    /// Voting seats.
    pub seats: u32,
    /// Of them without a holder.
    pub vacant: u32,
    /// Of them with a holder who is suspended.
    pub suspended: u32,
    /// Voting members: the rest.
    pub members: u32,
    /// Members who must be present.
    pub quorum: u32,
    /// Contributors, who have no vote and are counted nowhere.
    pub contributors: u32,
}

/// The working of `members` and `others` under `rules`.
pub fn working(rules: &RuleSet, members: &[Seat], others: &Others) -> Working {
    let count = |people: usize| u32::try_from(people).unwrap_or(u32::MAX);
    let (members, vacant) = (count(members.len()), count(others.vacant.len()));
    let suspended = count(others.suspended.len());
    Working {
        seats: members.saturating_add(vacant).saturating_add(suspended),
        vacant,
        suspended,
        members,
        quorum: tally::quorum(rules, Split { members, ..Split::default() }).needed,
        contributors: count(others.contributors.len()),
    }
}

impl fmt::Display for Working {
    /// `15 seats, 1 vacant, 1 suspended, 13 members, quorum 7`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counted = |n: u32, one: &str, more: &str| format!("{n} {}", if n == 1 { one } else { more });
        f.write_str(&counted(self.seats, "seat", "seats"))?;
        for (n, what) in [(self.vacant, "vacant"), (self.suspended, "suspended")] {
            if n > 0 {
                write!(f, ", {n} {what}")?;
            }
        }
        write!(f, ", {}, quorum {}", counted(self.members, "member", "members"), self.quorum)?;
        if self.contributors > 0 {
            write!(f, "; {} without a vote", counted(self.contributors, "contributor", "contributors"))?;
        }
        Ok(())
    }
}

#[cfg(test)]
#[path = "membership_tests.rs"]
mod tests;
