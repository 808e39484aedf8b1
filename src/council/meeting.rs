//! A meeting: who was in the room and when, and what was on the agenda.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{
    agenda::{FreeItem, ItemNo, Minute},
    ballot::Ballot,
    membership::{self, Others, Working},
    minutes::{Amendment, Approval},
    rules::RuleSet,
    ruling::{Matter, Ruled, Ruling, StandsIn},
    seat::{Seat, SeatNo},
    sent::Sent,
    stand_in::StandIn,
    tally::Base,
    together::Consent,
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

/// A time in the room that was put right later. What was there before is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Its number in the meeting; the first is 1.
    pub n: u32,
    /// Which seat.
    pub seat: SeatNo,
    /// The stay as it was recorded; `None` was not recorded.
    pub was: Option<Attendance>,
    /// The stay as it is now; `None` was no stay at all.
    pub now: Option<Attendance>,
    /// Why.
    pub because: String,
    /// When it was corrected.
    pub at: DateTime<Utc>,
    /// Who corrected it.
    pub actor: String,
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
    /// The reading in force: fixed at the call to order, replaced for later ballots by a ruling.
    pub reading: Option<Base>,
    /// Called to order at.
    pub called: Option<DateTime<Utc>>,
    /// Adjourned at.
    pub adjourned: Option<DateTime<Utc>>,
    /// The voting members on its day.
    pub members: Vec<Seat>,
    /// What else there is on its day: vacant seats, holders who are suspended, contributors.
    pub others: Others,
    /// Who takes the place of a member in it.
    pub stand_ins: Vec<StandIn>,
    /// Every stay in the room, in order.
    pub attendance: Vec<Attendance>,
    /// Times that were corrected, in order.
    pub corrections: Vec<Correction>,
    /// The applications on the agenda, in order.
    pub agenda: Vec<Ref>,
    /// The free items of the agenda, which stand between the applications at their places.
    pub free: BTreeMap<ItemNo, FreeItem>,
    /// What was noted of the lines of the agenda, in order.
    pub notes: Vec<Minute>,
    /// The rulings made in it, in order.
    pub rulings: Vec<Ruling>,
    /// The packets sent for it, in order.
    pub packets: Vec<Sent>,
    /// The items of the agenda that are on its consent list.
    pub consent: BTreeMap<Ref, Consent>,
    /// The approval of its minutes.
    pub approval: Option<Approval>,
    /// The amendments of its minutes, in order.
    pub amendments: Vec<Amendment>,
    /// Its ballots, in the order they were opened.
    pub ballots: Vec<Ballot>,
}

impl Meeting {
    /// Whether `seat` is in the room now. A stand-in without a vote does not make it so.
    pub fn is_present(&self, seat: SeatNo) -> bool {
        self.stay(seat).is_some() && self.stand_in(seat).is_none_or(|one| one.votes)
    }

    /// Who sits in the place of the holder of `seat` now.
    pub fn stand_in(&self, seat: SeatNo) -> Option<&StandIn> {
        self.stand_ins.iter().find(|one| one.seat == seat && one.sits())
    }

    /// `seat`, which is one of the roll, with whoever sits there now: a stand-in without a vote as well.
    pub fn sitter(&self, seat: &Seat) -> Seat {
        self.stand_in(seat.n).map_or_else(|| seat.clone(), |one| one.on_the_roll(seat))
    }

    /// Who sat in the place of the holder during `stay`.
    pub fn stood_in(&self, stay: &Attendance) -> Option<&StandIn> {
        self.stand_ins.iter().find(|one| one.seat == stay.seat && one.sat(stay.since))
    }

    /// Whether a seat is present by `stay`: a stand-in without a vote does not make it so. Whoever got the vote by a
    /// ruling in this meeting had none before it.
    pub fn counts(&self, stay: &Attendance) -> bool {
        let ruled =
            self.rulings.iter().find(|one| one.at > stay.since && one.now.matter() == Matter::StandIns);
        let had = ruled.is_none_or(|one| one.was == Ruled::StandIns(StandsIn::Vote));
        self.stood_in(stay).is_none_or(|one| one.votes && had)
    }

    /// Everyone who may come into the room, by seat: the members, and those without a vote.
    pub fn attendees(&self) -> Vec<&Seat> {
        let mut attendees: Vec<&Seat> = self.members.iter().chain(self.others.guests()).collect();
        attendees.sort_by_key(|seat| seat.n);
        attendees
    }

    /// How its members and its quorum are reckoned.
    pub fn working(&self, rules: &RuleSet) -> Working {
        membership::working(rules, &self.members, &self.others)
    }

    /// The stay of `seat` that goes on now.
    pub fn stay(&self, seat: SeatNo) -> Option<Attendance> {
        self.attendance.iter().find(|stay| stay.seat == seat && stay.left.is_none()).copied()
    }

    /// The last correction that gave `stay` its times, if one did.
    pub fn corrected(&self, stay: &Attendance) -> Option<&Correction> {
        let gave = |now: &Attendance| now.seat == stay.seat && now.since == stay.since;
        self.corrections.iter().rfind(|correction| correction.now.as_ref().is_some_and(gave))
    }

    /// The reading that was fixed at the call to order.
    pub fn reading_at_call(&self) -> Option<Base> {
        let first = self.rulings.iter().find(|ruling| ruling.now.matter() == Matter::Reading);
        first.map_or(self.reading, |ruling| match ruling.was {
            Ruled::Reading(base) => Some(base),
            Ruled::StandIns(_) | Ruled::Validity(_) | Ruled::HeadCount(_) => self.reading,
        })
    }

    /// The numbers of the rulings made in it that put another reading in the place of the one before.
    pub fn readings_ruled(&self) -> Vec<u32> {
        let on_reading = self.rulings.iter().filter(|one| one.now.matter() == Matter::Reading);
        on_reading.map(|one| one.n).collect()
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
