//! A stand-in: somebody who takes a member's place in one meeting.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::seat::{Seat, SeatNo};

/// Who takes the place of a seat's holder in a meeting. While they do, it is they who come in and go out for the seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StandIn {
    /// Whose seat.
    pub seat: SeatNo,
    /// Who takes the place.
    pub name: String,
    /// Whom they work for.
    pub employer: String,
    /// Whom the employer belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// They vote, and count for the quorum, by the rules or by a ruling.
    pub votes: bool,
    /// When the holder took the seat back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back: Option<DateTime<Utc>>,
}

impl StandIn {
    /// The holder has not taken the seat back.
    pub const fn sits(&self) -> bool {
        self.back.is_none()
    }

    /// A stay that began `since` is that of the stand-in.
    pub fn sat(&self, since: DateTime<Utc>) -> bool {
        self.back.is_none_or(|back| since < back)
    }

    /// Whether both are the same person in the same place. Whether they vote can be ruled anew, and they can take a seat
    /// again that they gave back.
    pub fn is_again(&self, other: &Self) -> bool {
        Self { votes: self.votes, back: self.back, ..other.clone() } == *self
    }

    /// The seat as it stands on the roll while they take the place of its holder: the chair is not handed on.
    pub fn on_the_roll(&self, seat: &Seat) -> Seat {
        Seat {
            holder: self.name.clone(),
            employer: self.employer.clone(),
            parent: self.parent.clone(),
            chair: false,
            stands_in_for: Some(seat.principal().to_owned()),
            ..seat.clone()
        }
    }
}
