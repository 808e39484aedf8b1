//! A meeting with a ballot, to ask about.

use std::{collections::BTreeMap, sync::Arc};

use super::{all_met, docket};
use crate::{
    council::{
        Attendance, Ballot, BallotId, BallotState, Base, Meeting, MeetingId, MeetingState, Outcome, Position,
        RuleSet, SeatNo,
    },
    record::{
        Before,
        sample::{day, minute, reference, seat},
    },
    review::Stage,
};

pub(super) fn id() -> MeetingId {
    MeetingId::from("2026-11-23")
}

pub(super) fn ballot_id(n: u32) -> BallotId {
    BallotId { application: reference(), n }
}

pub(super) fn stay(seat: u32, left: Option<i64>) -> Attendance {
    Attendance { seat: SeatNo(seat), since: minute(1), left: left.map(minute) }
}

/// A meeting of five seats, called at 09:00, with seats 1 to 3 in the room and seat 4 gone.
fn meeting(state: MeetingState) -> Meeting {
    Meeting {
        id: id(),
        date: day(11, 23),
        state,
        rules: "finops-tac".to_owned(),
        reading: (state != MeetingState::Planned).then_some(Base::Attendance),
        called: (state != MeetingState::Planned).then(|| minute(0)),
        adjourned: (state == MeetingState::Adjourned).then(|| minute(29)),
        members: (1..=5).map(seat).collect(),
        others: crate::council::Others::default(),
        stand_ins: Vec::new(),
        attendance: vec![stay(1, None), stay(2, None), stay(3, None), stay(4, Some(10))],
        corrections: Vec::new(),
        agenda: vec![reference()],
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

pub(super) fn before(state: MeetingState) -> Before {
    Before {
        meeting: Some(meeting(state)),
        rules: Some(Arc::new(RuleSet::shipped("finops-tac").unwrap())),
        seats: (1..=5).map(seat).collect(),
        ..docket()
    }
}

/// The open meeting with the sample application on its agenda.
pub(super) fn on_agenda() -> Before {
    Before { ..joined(before(MeetingState::Open), all_met(Stage::OnAgenda)) }
}

pub(super) fn joined(meeting: Before, application: Before) -> Before {
    Before { meeting: meeting.meeting, rules: meeting.rules, seats: meeting.seats, ..application }
}

/// The same with a ballot, on which seats 1 and 2 are for, seat 3 is against, and seat 4 left after its position.
pub(super) fn voting(state: BallotState) -> Before {
    let mut before = on_agenda();
    let positions = [(1, Position::For), (2, Position::For), (3, Position::Against), (4, Position::Against)];
    let ballot = Ballot {
        id: ballot_id(1),
        meeting: Some(id()),
        as_of: day(11, 23),
        roster: (1..=5).map(seat).collect(),
        opened: minute(5),
        positions: positions
            .into_iter()
            .map(|(seat, position)| (SeatNo(seat), position))
            .collect::<BTreeMap<_, _>>(),
        state,
        ..crate::council::sample::ballot(5)
    };
    before.ballots = vec![ballot.clone()];
    before.meeting.as_mut().unwrap().ballots = vec![ballot];
    before
}

pub(super) fn present(seats: &[u32]) -> Vec<SeatNo> {
    seats.iter().copied().map(SeatNo).collect()
}

pub(super) fn closed() -> BallotState {
    BallotState::Closed { at: minute(20), present: present(&[1, 2, 3]) }
}

pub(super) fn declared() -> BallotState {
    BallotState::Declared {
        closed: minute(20),
        present: present(&[1, 2, 3]),
        at: minute(21),
        outcome: Outcome::Adopted,
    }
}
