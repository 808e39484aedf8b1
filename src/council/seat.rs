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

    /// Who sits there: the holder, or `NAME for HOLDER` while somebody takes the holder's place.
    pub fn who(&self) -> String {
        who(&self.holder, self.stands_in_for.as_deref())
    }

    /// Whose seat it is: the holder, also while somebody else takes the holder's place.
    pub fn principal(&self) -> &str {
        self.stands_in_for.as_deref().unwrap_or(&self.holder)
    }

    /// `seat 4 B. Name`, with [`Self::who`] sits there.
    pub fn named(&self) -> String {
        format!("seat {} {}", self.n, self.who())
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

/// Who sits on a seat: `holder`, and for whom where it is not their own.
pub fn who(holder: &str, stands_in_for: Option<&str>) -> String {
    stands_in_for.map_or_else(|| holder.to_owned(), |own| format!("{holder} for {own}"))
}

/// The first `most` of `seats` by number and holder, and how many more there are.
pub fn some_named<'s>(seats: impl IntoIterator<Item = &'s Seat>, most: usize) -> String {
    let mut named: Vec<String> = seats.into_iter().map(Seat::named).collect();
    let more = named.len().saturating_sub(most);
    named.truncate(most);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}{more}", named.join(", "))
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

#[cfg(test)]
mod tests {
    use super::{Seat, SeatNo, some_named};

    #[test]
    fn whoever_takes_a_place_is_named_with_whose_it_is() {
        let own = Seat::new(SeatNo(4), "Dmitri Olsen", "Nordlicht");
        assert_eq!(own.named(), "seat 4 Dmitri Olsen");
        let stand_in =
            Seat { holder: "Sam Reed".to_owned(), stands_in_for: Some(own.holder.clone()), ..own.clone() };
        assert_eq!(stand_in.named(), "seat 4 Sam Reed for Dmitri Olsen");
        let all = [own.clone(), stand_in, own];
        assert_eq!(some_named(&all[..1], 2), "seat 4 Dmitri Olsen");
        assert_eq!(some_named(&all, 1), "seat 4 Dmitri Olsen and 2 more");
    }
}
