//! Ballots as wholes: the golden cases of a plain meeting seat by seat, and the order of votes, which must not matter.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate};
use docket::{
    council::{
        Ballot, BallotId, BallotState, Base, Motion, Outcome, Position, RuleSet, Seat, SeatNo, Terms,
        Threshold, rules, standing,
    },
    review::Ref,
    rules::Program,
};
use proptest::{prelude::*, sample::subsequence};

const MEMBERS: u32 = 15;

/// An open ballot of so many members under a reading, without a position.
pub(crate) fn ballot(members: u32, reading: Base) -> Ballot {
    let seat =
        |n| Seat { chair: n == 1, ..Seat::new(SeatNo(n), format!("Holder {n}"), format!("Employer {n}")) };
    Ballot {
        id: BallotId { application: Ref::from("sample"), n: 1 },
        meeting: Some("2026-11-24".into()),
        deadline: None,
        terms: Terms::default(),
        mover: None,
        seconder: None,
        with: None,
        again: None,
        pulled: None,
        rules: None,
        joined: BTreeMap::new(),
        changes: Vec::new(),
        motion: Motion::Approve,
        organisation: "Sample Ltd".to_owned(),
        program: Program::Platform,
        edition: "2023".into(),
        as_of: NaiveDate::default(),
        snapshot: String::new(),
        reading,
        threshold: Threshold::Majority,
        roster: (1..=members).map(seat).collect(),
        opened: DateTime::UNIX_EPOCH,
        positions: BTreeMap::new(),
        state: BallotState::Open,
    }
}

/// The outcome under each reading of a vote in which the first seats are present and speak in this order: for,
/// against, abstained, recused.
fn outcomes(members: u32, present: u32, spoken: [usize; 4]) -> [Outcome; 3] {
    let rules = RuleSet::shipped(rules::DEFAULT).unwrap();
    let positions = Position::ALL.iter().zip(spoken).flat_map(|(position, times)| vec![*position; times]);
    let positions: BTreeMap<_, _> = (1..).map(SeatNo).zip(positions).collect();
    let present: Vec<_> = (1..=present).map(SeatNo).collect();
    [Base::Attendance, Base::Unrecused, Base::Cast].map(|reading| {
        let ballot = Ballot { positions: positions.clone(), ..ballot(members, reading) };
        standing::result(&rules, &ballot, &present).unwrap().outcome
    })
}

mod golden {
    use docket::council::Outcome::{Adopted, NoDecision, NotAdopted};

    use super::{MEMBERS, outcomes};

    #[test]
    fn p7_y7_has_no_quorum() {
        assert_eq!(outcomes(MEMBERS, 7, [7, 0, 0, 0]), [NoDecision; 3]);
    }

    #[test]
    fn p8_y5_n3_is_adopted() {
        assert_eq!(outcomes(MEMBERS, 8, [5, 3, 0, 0]), [Adopted; 3]);
    }

    #[test]
    fn p8_y4_n4_is_a_tie() {
        assert_eq!(outcomes(MEMBERS, 8, [4, 4, 0, 0]), [NotAdopted; 3]);
    }

    #[test]
    fn p8_y4_n0_a4_is_adopted_by_votes_cast_alone() {
        assert_eq!(outcomes(MEMBERS, 8, [4, 0, 4, 0]), [NotAdopted, NotAdopted, Adopted]);
    }

    #[test]
    fn p9_y4_n2_a1_r2_is_not_adopted_by_attendance_alone() {
        assert_eq!(outcomes(MEMBERS, 9, [4, 2, 1, 2]), [NotAdopted, Adopted, Adopted]);
    }

    #[test]
    fn p8_r8_leaves_nobody_to_decide() {
        assert_eq!(outcomes(MEMBERS, 8, [0, 0, 0, 8]), [NotAdopted, NoDecision, NoDecision]);
    }

    #[test]
    fn p8_with_one_recusal_by_leaving_loses_the_quorum() {
        // Eight spoke, and the eighth then left: its position stays on record and does not count.
        assert_eq!(outcomes(MEMBERS, 7, [7, 0, 0, 1]), [NoDecision; 3]);
    }

    #[test]
    fn ten_members_p5_y3_n2_is_adopted() {
        assert_eq!(outcomes(10, 5, [3, 2, 0, 0]), [Adopted; 3]);
    }

    #[test]
    fn ten_members_p4_has_no_quorum() {
        assert_eq!(outcomes(10, 4, [4, 0, 0, 0]), [NoDecision; 3]);
    }
}

/// Seats with what each says.
type Votes = Vec<(SeatNo, Position)>;

/// Votes, and the same in another order.
fn votes_in_two_orders() -> impl Strategy<Value = (Votes, Votes)> {
    let seats: Vec<_> = (1..=MEMBERS).map(SeatNo).collect();
    let said = proptest::collection::vec(proptest::sample::select(Position::ALL), seats.len());
    let votes =
        (subsequence(seats, 0..=15), said).prop_map(|(seats, said)| seats.into_iter().zip(said).collect());
    votes.prop_flat_map(|votes: Vec<_>| (Just(votes.clone()), Just(votes).prop_shuffle()))
}

proptest! {
    #[test]
    fn the_order_of_votes_is_irrelevant(
        (one, other) in votes_in_two_orders(),
        present in subsequence((1..=MEMBERS).map(SeatNo).collect::<Vec<_>>(), 0..=15),
        reading in proptest::sample::select(&[Base::Attendance, Base::Unrecused, Base::Cast][..]),
    ) {
        let rules = RuleSet::shipped(rules::DEFAULT).unwrap();
        let result = |votes: Vec<(SeatNo, Position)>, present: &[SeatNo]| {
            let mut ballot = ballot(MEMBERS, reading);
            for (seat, position) in votes {
                ballot.positions.insert(seat, position);
            }
            (standing::result(&rules, &ballot, present), standing::prospect(&rules, &ballot, present))
        };
        let turned: Vec<_> = present.iter().rev().copied().collect();
        prop_assert_eq!(result(one, &present), result(other, &turned));
    }
}
