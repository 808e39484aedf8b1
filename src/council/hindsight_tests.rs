use chrono::{DateTime, TimeDelta, Utc};

use super::{Hindsight, hindsight, put_right};
use crate::council::{
    Attendance, Ballot, BallotState, Correction, Meeting, Outcome, Position, RuleSet, SeatNo,
    rules::DEFAULT,
    sample::{ballot, meeting},
    standing::present_for,
};

fn at(minute: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::minutes(minute)
}

fn stay(seat: u32, since: i64, left: Option<i64>) -> Attendance {
    Attendance { seat: SeatNo(seat), since: at(since), left: left.map(at) }
}

fn correction(was: Option<Attendance>, now: Option<Attendance>, minute: i64) -> Correction {
    let seat = was.or(now).unwrap().seat;
    let (because, actor) = ("misheard".to_owned(), "tester".to_owned());
    Correction { n: 1, seat, was, now, because, at: at(minute), actor }
}

/// Fifteen members; the first nine came at once; the ballot was closed after half an hour as `said`: `y n a r`.
fn closed(said: &str) -> (Meeting, Ballot) {
    let here: Vec<u32> = (1..=9).collect();
    let (room, mut ballot) = (meeting(15, &here), ballot(15));
    for (n, letter) in (1..).zip(said.chars()) {
        let position = [Position::For, Position::Against, Position::Abstain, Position::Recused]
            ["ynar".find(letter).unwrap()];
        ballot.positions.insert(SeatNo(n), position);
    }
    let present = present_for(&room, &ballot);
    let rules = RuleSet::shipped(DEFAULT).unwrap();
    let outcome = crate::council::standing::result(&rules, &ballot, &present).unwrap().outcome;
    ballot.state = BallotState::Declared { closed: at(30), present, at: at(31), outcome };
    (room, ballot)
}

fn seen(room: &Meeting, ballot: &Ballot) -> Option<Hindsight> {
    hindsight(&RuleSet::shipped(DEFAULT).unwrap(), room, ballot).unwrap()
}

/// Puts the stays of `seat` right, an hour after the call.
fn correct(room: &mut Meeting, seat: u32, now: &[Attendance]) {
    let was = room.attendance.iter().find(|stay| stay.seat == SeatNo(seat)).copied();
    room.attendance.retain(|stay| stay.seat != SeatNo(seat));
    room.attendance.extend(now);
    room.corrections.push(correction(was, now.first().copied(), 60));
}

#[test]
fn nothing_is_said_where_no_time_was_put_right() {
    let (mut room, mut ballot) = closed("yyyyynnnn");
    assert_eq!(seen(&room, &ballot), None);
    correct(&mut room, 9, &[stay(9, 0, Some(40))]);
    assert_eq!(seen(&room, &ballot), None, "who went out after the closing was there");
    ballot.state = BallotState::Open;
    assert_eq!(seen(&room, &ballot), None, "an open ballot is not counted yet");
}

#[test]
fn a_time_of_leaving_before_the_closing_takes_the_position_and_the_quorum() {
    let (mut room, ballot) = closed("yyyyynnnn");
    correct(&mut room, 1, &[stay(1, 0, Some(29))]);
    let one = seen(&room, &ballot).unwrap();
    assert_eq!((one.without.as_slice(), one.with.len()), ([SeatNo(1)].as_slice(), 0));
    assert_eq!((one.quorum.present, one.reading.for_, one.reading.of), (8, 4, 8));
    assert_eq!(
        one.text,
        "by the times corrected later (without seat 1 Holder 1), 8 of 15 present, 4 for of 8 in attendance, 5 needed: \
         not adopted; it is not counted again"
    );
    assert_eq!(one.short, "by the times corrected later, 8 of 15 present, 4 for of 8: not adopted");
    correct(&mut room, 2, &[]);
    assert_eq!(
        seen(&room, &ballot).unwrap().short,
        "by the times corrected later, 7 of 15 present: no quorum, no decision"
    );
}

#[test]
fn who_was_there_without_a_position_is_present_and_silent() {
    let (mut room, ballot) = closed("yyyyynnnn");
    correct(&mut room, 12, &[stay(12, 10, None)]);
    let one = seen(&room, &ballot).unwrap();
    assert_eq!((one.with.as_slice(), one.outcome), ([SeatNo(12)].as_slice(), Some(Outcome::NotAdopted)));
    assert!(
        one.text.contains("(with seat 12 Holder 12), 10 of 15 present, 5 for of 10 in attendance, 6 needed")
    );
}

#[test]
fn what_comes_to_the_same_says_so() {
    let (mut room, ballot) = closed("yyyyyyyyn");
    correct(&mut room, 9, &[stay(9, 0, Some(20))]);
    let one = seen(&room, &ballot).unwrap();
    assert!(one.same);
    assert_eq!(
        one.text,
        "by the times corrected later (without seat 9 Holder 9) it comes to the same: adopted (8 of 15 present, 8 for of \
         8 in attendance, 5 needed)"
    );
    correct(&mut room, 9, &[stay(9, 0, None)]);
    let back = seen(&room, &ballot).unwrap();
    assert_eq!(
        (back.without.len(), back.corrected.len(), back.same),
        (0, 1, true),
        "put right, and put back"
    );
}

#[test]
fn a_stay_that_was_changed_otherwise_than_by_a_correction_is_seen_too() {
    let (mut room, ballot) = closed("yyyyynnnn");
    room.attendance.retain(|stay| stay.seat != SeatNo(1));
    room.attendance.push(stay(1, 0, Some(29)));
    let one = seen(&room, &ballot).unwrap();
    assert_eq!(one.corrected.into_iter().collect::<Vec<_>>(), [SeatNo(1)]);
}

#[test]
fn who_comes_or_goes_in_the_instant_of_the_closing_stays_as_known() {
    let (mut room, ballot) = closed("yyyyynnnn");
    correct(&mut room, 1, &[stay(1, 0, Some(30))]);
    correct(&mut room, 12, &[stay(12, 30, None)]);
    assert_eq!(seen(&room, &ballot).map(|one| (one.without, one.with)), None);
}

#[test]
fn before_it_is_declared_nothing_is_called_adopted() {
    let (mut room, mut ballot) = closed("yyyyyyyyn");
    let present = present_for(&room, &ballot);
    ballot.state = BallotState::Closed { at: at(30), present };
    correct(&mut room, 9, &[stay(9, 0, Some(20))]);
    let one = seen(&room, &ballot).unwrap();
    assert_eq!((one.outcome, one.reading.adopted, one.same), (None, None, true));
    assert!(one.text.contains("the same: enough as it stands"), "{}", one.text);
}

#[test]
fn what_is_put_right_after_the_end_is_put_right_in_order() {
    let (mut room, ballot) = closed("yyyyynnnn");
    room.adjourned = Some(at(50));
    let first = stay(1, 0, None);
    let (early, late) = (stay(1, 0, Some(20)), stay(1, 0, Some(45)));
    let one = correction(Some(first), Some(early), 60);
    let right = put_right(&room, [&one]);
    assert_eq!(seen(&right, &ballot).unwrap().without, [SeatNo(1)]);
    let other = correction(Some(early), Some(late), 61);
    let right = put_right(&room, [&one, &other]);
    assert_eq!(right.attendance.iter().filter(|stay| stay.seat == SeatNo(1)).collect::<Vec<_>>(), [&late]);
    assert_eq!(seen(&room, &ballot), None, "the meeting itself stays as it was");
}
