//! What is put to the vote, at a meeting or without one: what is asked for a motion hangs on it.

use chrono::{NaiveDate, NaiveDateTime};

use super::Meeting;
use crate::{
    council::{
        Ballot, MeetingId, Motion,
        motion::{MovedOn, movable},
        ruling,
        together::Partner,
    },
    review::Application,
};

/// What is put to the vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    /// The application.
    pub application: Application,
    /// The ballots it has had.
    pub ballots: Vec<Ballot>,
    /// What it goes together with.
    pub partners: Vec<Partner>,
    /// The meeting, or the session of the electronic ballot.
    pub meeting: MeetingId,
    /// When an electronic ballot ends, where the person is, and how many answer; `None` at a meeting.
    pub without: Option<(NaiveDateTime, usize)>,
    /// Movers and seconders are asked for.
    pub asks_movers: bool,
    /// The last day that a ruling gives a certification which begins on the day of the decision, and its number.
    pub ruled: Option<(NaiveDate, u32)>,
}

impl Matter {
    /// The chosen item of the meeting in front.
    pub fn chosen(screen: &Meeting) -> Option<Self> {
        let (sight, item) = screen.sight.as_ref().zip(screen.row()?.item)?;
        let ruled = ruling::last_day(&sight.rulings, sight.meeting.date);
        Some(Self {
            application: item.application.clone(),
            ballots: item.ballots.clone(),
            partners: item.partners.clone(),
            meeting: sight.meeting.id.clone(),
            without: None,
            asks_movers: sight.rules.asks_movers,
            ruled: ruled.map(|(last, ruling)| (last, ruling.n)),
        })
    }

    /// The motions that can be moved on it.
    pub fn movable(&self, today: NaiveDate) -> Vec<Motion> {
        movable(&MovedOn::of(&self.application, &self.ballots, today))
    }

    /// Who applies.
    pub fn organisation(&self) -> &str {
        &self.application.facts.organisation.name
    }
}
