//! A suspension: for some time a holder neither votes nor counts as a member.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::seat::SeatNo;

/// A holder's suspension. It ends with the holder: whoever holds the seat next is not suspended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Suspension {
    /// Which seat.
    pub seat: SeatNo,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: Option<NaiveDate>,
    /// Why; `None` where the text was erased.
    pub because: Option<String>,
}

impl Suspension {
    /// Whether it holds on `day`: both ends are part of it.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// Whether both hold on some day.
    pub fn meets(&self, other: &Self) -> bool {
        let in_time = |one: &Self, other: &Self| other.until.is_none_or(|until| one.from <= until);
        in_time(self, other) && in_time(other, self)
    }
}
