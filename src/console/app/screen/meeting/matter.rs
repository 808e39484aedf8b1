//! What is put to the vote, at a meeting or without one: what is asked for a motion hangs on it.

use chrono::{NaiveDate, NaiveDateTime};

use super::{Item, Meeting};
use crate::{
    council::{
        MeetingId, Motion,
        conflict::Suggestion,
        motion::{MovedOn, movable},
        ruling,
    },
    record::Change,
};

/// What is put to the vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    /// The application, with what it has gone through.
    pub item: Item,
    /// The conflicts that suggest themselves among those who vote.
    pub conflicts: Vec<Suggestion>,
    /// The meeting, or the session of the electronic ballot.
    pub meeting: MeetingId,
    /// When an electronic ballot ends, where the person is; `None` at a meeting.
    pub ends: Option<NaiveDateTime>,
    /// Movers and seconders are asked for.
    pub asks_movers: bool,
    /// The last day that a ruling gives a certification which begins on the day of the decision, and its number.
    pub ruled: Option<(NaiveDate, u32)>,
}

/// An electronic ballot, ready to be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// What it is about.
    pub matter: Matter,
    /// What opens it, with all that is frozen.
    pub changes: Vec<Change>,
}

impl Matter {
    /// The chosen item of the meeting in front.
    pub fn chosen(screen: &Meeting) -> Option<Self> {
        let (sight, row) = screen.sight.as_ref().zip(screen.row())?;
        let ruled = ruling::last_day(&sight.rulings, sight.meeting.date);
        Some(Self {
            item: row.item?.clone(),
            conflicts: row.conflicts(sight),
            meeting: sight.meeting.id.clone(),
            ends: None,
            asks_movers: sight.rules.asks_movers,
            ruled: ruled.map(|(last, ruling)| (last, ruling.n)),
        })
    }

    /// The motions that can be moved on it.
    pub fn movable(&self, today: NaiveDate) -> Vec<Motion> {
        movable(&MovedOn::of(&self.item.application, &self.item.ballots, today))
    }

    /// Who applies.
    pub fn organisation(&self) -> &str {
        &self.item.application.facts.organisation.name
    }
}
