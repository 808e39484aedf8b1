//! A meeting: who was in the room and when, and what was on the agenda.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{
    ballot::Ballot,
    seat::{Seat, SeatNo},
    tally::Base,
};
use crate::{
    review::Ref,
    rules::{ids::id, ids::words},
};

id!(
    /// A meeting: its date, with `-2` behind it for a second one that day.
    MeetingId
);

words!(
    /// How far a meeting has come.
    MeetingState {
        /// Planned; its agenda can be made.
        Planned = "planned",
        /// Called to order.
        Open = "open",
        /// Over.
        Adjourned = "adjourned",
    }
);

/// One stay in the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attendance {
    /// Which seat.
    pub seat: SeatNo,
    /// Came in.
    pub since: DateTime<Utc>,
    /// Left; `None` is still there.
    pub left: Option<DateTime<Utc>>,
}

/// A dated session of the council with everything that happened in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Its id.
    pub id: MeetingId,
    /// The day.
    pub date: NaiveDate,
    /// How far it has come.
    pub state: MeetingState,
    /// The council rule set it goes by.
    pub rules: String,
    /// The reading in force, fixed at call to order.
    pub reading: Option<Base>,
    /// Called to order at.
    pub called: Option<DateTime<Utc>>,
    /// Adjourned at.
    pub adjourned: Option<DateTime<Utc>>,
    /// The seats held on its day: the members.
    pub members: Vec<Seat>,
    /// Every stay in the room, in order.
    pub attendance: Vec<Attendance>,
    /// The agenda, in order.
    pub agenda: Vec<Ref>,
    /// Its ballots, in the order they were opened.
    pub ballots: Vec<Ballot>,
}

impl Meeting {
    /// Whether `seat` is in the room now.
    pub fn is_present(&self, seat: SeatNo) -> bool {
        self.stay(seat).is_some()
    }

    /// The stay of `seat` that goes on now.
    pub fn stay(&self, seat: SeatNo) -> Option<Attendance> {
        self.attendance.iter().find(|stay| stay.seat == seat && stay.left.is_none()).copied()
    }

    /// The members in the room now.
    pub fn present(&self) -> impl Iterator<Item = &Seat> {
        self.members.iter().filter(|seat| self.is_present(seat.n))
    }

    /// The ballot that is open now, if one is.
    pub fn open_ballot(&self) -> Option<&Ballot> {
        self.ballots.iter().find(|ballot| !ballot.is_declared())
    }
}
