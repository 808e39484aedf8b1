//! A seat on the council: dated data, never a constant.

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

/// A place on the council with its holder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Seat {
    /// Its number.
    pub n: SeatNo,
    /// Who holds it.
    pub holder: String,
    /// Whom the holder works for.
    pub employer: String,
    /// The holder presides.
    pub chair: bool,
    /// First day of the term.
    pub from: Option<NaiveDate>,
    /// Last day of the term.
    pub until: Option<NaiveDate>,
}

impl Seat {
    /// Whether the seat is held on `day`: both ends of the term are part of it.
    pub fn held_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}
