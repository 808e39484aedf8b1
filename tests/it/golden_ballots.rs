//! The golden cases of a plain meeting as real ballots: seats in the file come in, vote, and perhaps leave; the ballot
//! is closed and declared through the one door, under each reading in force.

use docket::{
    council::{
        Ballot, BallotState, Base, Meeting, Motion,
        Outcome::{self, Adopted, NoDecision, NotAdopted},
        Position, SeatNo,
    },
    record::{Act, Change, Role, ballot, meeting as session},
    review::{Ref, Stage, queue::Window},
    store::Store,
};

use crate::{
    council::{ready, seats},
    dockets::{act, ballot_on, commit, day, docket, meeting, minute},
};

/// The application that is voted on.
const SAMPLE: &str = "2026-0001";

fn now(store: &Store) -> Meeting {
    store.meeting(&meeting()).unwrap().unwrap()
}

fn open_ballot(store: &Store) -> Ballot {
    store.ballot(&ballot_on(SAMPLE)).unwrap().unwrap()
}

/// A meeting of so many members in session under `reading`, with the first `present` of them in the room.
fn in_session(members: u32, present: u32, reading: Base) -> Store {
    let mut store = docket();
    store.commit(&act(), seats(members)).unwrap();
    ready(&mut store, SAMPLE, "Sample Ltd");
    commit(&mut store, session::plan(&[], day(23), "finops-tac"));
    let agenda = session::set_agenda(&now(&store), vec![Ref::from(SAMPLE)]);
    commit(&mut store, agenda);
    let chair = Act { role: Some(Role::Chair), ..act() };
    store.commit(&chair, vec![Change::Called { meeting: meeting(), reading }]).unwrap();
    for n in 1..=present {
        let change = session::come_in(&now(&store), SeatNo(n), &act()).unwrap();
        commit(&mut store, change);
    }
    store
}

/// Opens the ballot and lets the first seats speak in this order: for, against, abstained, recused.
fn vote(store: &mut Store, spoken: [usize; 4]) {
    let application = store.application(&Ref::from(SAMPLE)).unwrap().unwrap();
    let change = ballot::open(&now(store), &application, &[], Motion::Approve, day(23)).unwrap();
    commit(store, change);
    let said = Position::ALL.iter().zip(spoken).flat_map(|(position, times)| vec![*position; times]);
    for (n, position) in (1..).zip(said) {
        let change = ballot::vote(&now(store), &open_ballot(store), SeatNo(n), Some(position)).unwrap();
        commit(store, change);
    }
}

/// Closes and declares the ballot, and says what the file has of it.
fn declared(store: &mut Store) -> Outcome {
    let change = ballot::close(&now(store), &open_ballot(store)).unwrap();
    commit(store, change);
    let rules = store.council_rules("finops-tac").unwrap();
    let change = ballot::declare(&rules, &now(store), &open_ballot(store), None).unwrap();
    commit(store, change);
    let stage = store.application(&Ref::from(SAMPLE)).unwrap().unwrap().review.stage;
    let BallotState::Declared { outcome, .. } = open_ballot(store).state else { panic!("not declared") };
    let granted = store.certifications(Window { first: 0, rows: 10 }).unwrap();
    assert_eq!(granted.len(), usize::from(outcome == Adopted));
    assert_eq!(stage, if outcome == NoDecision { Stage::ReadyForTac } else { Stage::Decided });
    outcome
}

/// What the vote comes to under attendance, less the recused, and of the votes cast.
fn outcomes(members: u32, present: u32, spoken: [usize; 4]) -> [Outcome; 3] {
    [Base::Attendance, Base::Unrecused, Base::Cast].map(|reading| {
        let mut store = in_session(members, present, reading);
        vote(&mut store, spoken);
        declared(&mut store)
    })
}

#[test]
fn p7_y7_has_no_quorum() {
    assert_eq!(outcomes(15, 7, [7, 0, 0, 0]), [NoDecision; 3]);
}

#[test]
fn p8_y5_n3_is_adopted() {
    assert_eq!(outcomes(15, 8, [5, 3, 0, 0]), [Adopted; 3]);
}

#[test]
fn p8_y4_n4_is_a_tie() {
    assert_eq!(outcomes(15, 8, [4, 4, 0, 0]), [NotAdopted; 3]);
}

#[test]
fn p8_y4_n0_a4_is_adopted_by_votes_cast_alone() {
    assert_eq!(outcomes(15, 8, [4, 0, 4, 0]), [NotAdopted, NotAdopted, Adopted]);
}

#[test]
fn p9_y4_n2_a1_r2_is_not_adopted_by_attendance_alone() {
    assert_eq!(outcomes(15, 9, [4, 2, 1, 2]), [NotAdopted, Adopted, Adopted]);
}

#[test]
fn p8_r8_leaves_nobody_to_decide() {
    assert_eq!(outcomes(15, 8, [0, 0, 0, 8]), [NotAdopted, NoDecision, NoDecision]);
}

#[test]
fn p8_with_one_recusal_by_leaving_loses_the_quorum() {
    let mut store = in_session(15, 8, Base::Attendance);
    vote(&mut store, [7, 0, 0, 1]);
    let later = Act { at: minute(5), ..act() };
    let change = session::go_out(&now(&store), SeatNo(8), &later).unwrap();
    store.commit(&later, vec![change]).unwrap();
    assert_eq!(declared(&mut store), NoDecision);
    assert_eq!(open_ballot(&store).positions.len(), 8, "what was said stays on record");
}

#[test]
fn ten_members_p5_y3_n2_is_adopted() {
    assert_eq!(outcomes(10, 5, [3, 2, 0, 0]), [Adopted; 3]);
}

#[test]
fn ten_members_p4_has_no_quorum() {
    assert_eq!(outcomes(10, 4, [4, 0, 0, 0]), [NoDecision; 3]);
}
