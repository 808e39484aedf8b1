//! A seat on the council: dated data, never a constant. Whoever held it before stays in its history.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A seat's number; the first is 1.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(transparent)]
pub struct SeatNo(pub u32);

impl fmt::Display for SeatNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// A place on the council with its holder, for one term. A seat has as many of these as it has had holders, employers
/// or standings; no two of them share a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Seat {
    /// Its number.
    pub n: SeatNo,
    /// Who holds it.
    pub holder: String,
    /// Whom the holder works for.
    pub employer: String,
    /// Whom the employer belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// The holder presides.
    pub chair: bool,
    /// The holder has no vote, and is no member.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub contributor: bool,
    /// First day of the term.
    pub from: Option<NaiveDate>,
    /// Last day of the term.
    pub until: Option<NaiveDate>,
    /// The seat itself ends with the term: afterwards it is not vacant, but no more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ends: bool,
    /// On the roll of a meeting: whose place the holder takes there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stands_in_for: Option<String>,
}

impl Seat {
    /// A voting seat without a term, held by `holder`, who works for `employer`.
    pub fn new(n: SeatNo, holder: impl Into<String>, employer: impl Into<String>) -> Self {
        Self {
            n,
            holder: holder.into(),
            employer: employer.into(),
            parent: None,
            chair: false,
            contributor: false,
            from: None,
            until: None,
            ends: false,
            stands_in_for: None,
        }
    }

    /// Whether the seat is held on `day`: both ends of the term are part of it.
    pub fn held_on(&self, day: NaiveDate) -> bool {
        self.begun_by(day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether the term has begun by `day`.
    pub fn begun_by(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day)
    }

    /// Whether both are held on some day.
    pub fn meets(&self, other: &Self) -> bool {
        let in_time =
            |one: &Self, other: &Self| one.from.zip(other.until).is_none_or(|(from, until)| from <= until);
        in_time(self, other) && in_time(other, self)
    }
}

/// The holder of seat `n` on `day`, if it has one.
pub fn holder(seats: &[Seat], n: SeatNo, day: NaiveDate) -> Option<&Seat> {
    seats.iter().find(|seat| seat.n == n && seat.held_on(day))
}

/// The last of the terms of seat `n` that have begun by `day`; the first to come where none has.
pub fn latest(seats: &[Seat], n: SeatNo, day: NaiveDate) -> Option<&Seat> {
    let of_seat = || seats.iter().filter(|seat| seat.n == n);
    let begun = of_seat().filter(|seat| seat.begun_by(day)).max_by_key(|seat| seat.from);
    begun.or_else(|| of_seat().min_by_key(|seat| seat.from))
}
