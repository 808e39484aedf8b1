//! A meeting and a ballot for tests of this room.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate};

use super::{
    Attendance, Ballot, BallotId, BallotState, Base, Condition, Meeting, MeetingState, Motion, Seat, SeatNo,
    Terms, Threshold,
    conflict::{Relation, State, Suggestion, Weight},
};
use crate::{review::Ref, rules::Program};

/// An open meeting with seats 1 to `members`, those of `present` in the room, and `sample` on the agenda.
pub(crate) fn meeting(members: u32, present: &[u32]) -> Meeting {
    Meeting {
        id: "2026-11-24".into(),
        date: NaiveDate::default(),
        state: MeetingState::Open,
        rules: "finops-tac".to_owned(),
        reading: Some(Base::Attendance),
        called: Some(DateTime::UNIX_EPOCH),
        adjourned: None,
        members: seats(members),
        others: super::Others::default(),
        stand_ins: Vec::new(),
        attendance: present
            .iter()
            .map(|n| Attendance { seat: SeatNo(*n), since: DateTime::UNIX_EPOCH, left: None })
            .collect(),
        corrections: Vec::new(),
        agenda: vec![Ref::from("sample")],
        free: BTreeMap::new(),
        notes: Vec::new(),
        rulings: Vec::new(),
        packets: Vec::new(),
        consent: BTreeMap::new(),
        approval: None,
        amendments: Vec::new(),
        ballots: Vec::new(),
    }
}

/// An open ballot on `sample` with seats 1 to `members` on its roster.
pub(crate) fn ballot(members: u32) -> Ballot {
    Ballot {
        id: BallotId { application: Ref::from("sample"), n: 1 },
        meeting: Some("2026-11-24".into()),
        deadline: None,
        motion: Motion::Approve,
        terms: Terms::default(),
        mover: None,
        seconder: None,
        with: None,
        again: None,
        pulled: None,
        rules: None,
        organisation: "Sample Ltd".to_owned(),
        program: Program::Platform,
        edition: "2023".into(),
        as_of: NaiveDate::default(),
        snapshot: String::new(),
        reading: Base::Attendance,
        threshold: Threshold::Majority,
        roster: seats(members),
        opened: DateTime::UNIX_EPOCH,
        positions: BTreeMap::new(),
        joined: BTreeMap::new(),
        changes: Vec::new(),
        state: BallotState::Open,
    }
}

/// A conflict of seat `n`, whose holder works for `with`.
pub(crate) fn conflict(n: u32, with: &str) -> Suggestion {
    Suggestion {
        seat: Some(SeatNo(n)),
        person: format!("Holder {n}"),
        with: with.to_owned(),
        with_parent: false,
        relation: Relation::Employed,
        weight: Weight::Hard,
        state: State::Stands,
        known: None,
    }
}

fn seats(members: u32) -> Vec<Seat> {
    let seat =
        |n| Seat { chair: n == 1, ..Seat::new(SeatNo(n), format!("Holder {n}"), format!("Employer {n}")) };
    (1..=members).map(seat).collect()
}

/// A day of 2026.
pub(crate) fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

/// A condition due on `due`, which anybody may clear.
pub(crate) fn condition(due: NaiveDate) -> Condition {
    let text = "Publish the price list".to_owned();
    Condition { text, owner: "A. Owner".to_owned(), due, cleared_by: None }
}
