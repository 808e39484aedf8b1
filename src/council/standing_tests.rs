use chrono::DateTime;

use super::{Prospect, Standing, present_for, prospect, result, roll, room, split, standing};
use crate::council::{
    Ballot, BallotState, Base, Meeting, Outcome, Position, RuleSet, SeatNo, Threshold,
    rules::DEFAULT,
    sample::{ballot, meeting},
    tally::SplitError,
};

const SAID: [Option<Position>; 5] =
    [None, Some(Position::For), Some(Position::Against), Some(Position::Abstain), Some(Position::Recused)];

fn charter() -> RuleSet {
    RuleSet::shipped(DEFAULT).unwrap()
}

/// A ballot of `members` seats; seat 1 said the first letter and so on: `y n a r`, and `.` for nothing.
fn said(members: u32, letters: &str) -> Ballot {
    let mut ballot = ballot(members);
    for (n, letter) in (1..).zip(letters.chars()) {
        let position = SAID[".ynar".find(letter).unwrap()];
        ballot.positions.extend(position.map(|position| (SeatNo(n), position)));
    }
    ballot
}

fn stands(members: u32, present: &[u32], letters: &str) -> Standing {
    standing(&charter(), &meeting(members, present), &said(members, letters)).unwrap()
}

fn leave(meeting: &mut Meeting, seat: u32) {
    for stay in &mut meeting.attendance {
        if stay.seat == SeatNo(seat) {
            stay.left = Some(DateTime::UNIX_EPOCH);
        }
    }
}

#[test]
fn the_room_says_how_many_may_leave_or_must_come_in() {
    let figures = |present: &[u32]| {
        let room = room(&charter(), &meeting(5, present));
        (room.members, room.quorum.needed, room.quorum.present, room.may_leave, room.missing)
    };
    assert_eq!(figures(&[1, 2, 3, 4]), (5, 3, 4, 1, 0));
    assert_eq!(figures(&[1, 2, 3]), (5, 3, 3, 0, 0));
    assert_eq!(figures(&[1]), (5, 3, 1, 0, 2));
    assert_eq!(room(&charter(), &meeting(0, &[])).missing, 1);
}

#[test]
fn the_turn_is_the_first_present_seat_without_a_position() {
    let room = meeting(5, &[1, 3, 4, 5]);
    let ballot = said(5, "y.r..");
    let turns: Vec<_> = roll(&room, Some(&ballot)).iter().map(|row| row.turn).collect();
    assert_eq!(turns, [false, false, false, true, false]);
    assert!(roll(&room, None).iter().all(|row| !row.turn && row.position.is_none()));
    assert_eq!(roll(&room, None).iter().filter(|row| row.present).count(), 4);
}

#[test]
fn a_position_of_a_seat_that_left_is_flagged_and_not_counted() {
    let mut room = meeting(5, &[1, 2, 3, 4]);
    let ballot = said(5, "yyn.");
    leave(&mut room, 2);
    let now = standing(&charter(), &room, &ballot).unwrap();
    assert_eq!((now.split.present, now.split.for_, now.split.against), (3, 1, 1));
    assert_eq!(now.left, [SeatNo(2)]);
    assert_eq!(now.outstanding, [SeatNo(4)]);
    let flagged: Vec<_> = roll(&room, Some(&ballot)).iter().map(|row| row.left).collect();
    assert_eq!(flagged, [false, true, false, false, false]);
}

#[test]
fn a_closed_ballot_keeps_those_present_at_closing() {
    let mut room = meeting(3, &[1, 2, 3]);
    let mut ballot = said(3, "yyn");
    ballot.state = BallotState::Closed { at: DateTime::UNIX_EPOCH, present: vec![SeatNo(2), SeatNo(1)] };
    leave(&mut room, 1);
    assert_eq!(present_for(&room, &ballot), [SeatNo(1), SeatNo(2)]);
    let now = standing(&charter(), &room, &ballot).unwrap();
    assert_eq!((now.split.present, now.split.for_, now.left), (2, 2, vec![SeatNo(3)]));
    assert!(roll(&room, Some(&ballot)).iter().all(|row| !row.turn));
}

#[test]
fn people_who_are_not_on_the_roster_do_not_count() {
    let room = meeting(5, &[1, 2, 3, 4, 5]);
    let ballot = said(3, "yy.");
    assert_eq!(split(&ballot, &present_for(&room, &ballot)).present, 3);
    assert_eq!(split(&ballot, &[SeatNo(9), SeatNo(1), SeatNo(1)]).present, 1);
}

#[test]
fn what_is_still_needed_is_said_in_one_line() {
    let all = [1, 2, 3, 4, 5, 6, 7];
    assert_eq!(stands(7, &all, "yyn").prospect.to_string(), "2 more for of 4 outstanding");
    assert_eq!(stands(7, &all, "yyyy").prospect.to_string(), "carried");
    assert_eq!(stands(7, &all, "nnaa").prospect.to_string(), "cannot carry");
    assert_eq!(stands(7, &[1, 2], "yy").prospect.to_string(), "no quorum: 2 more must come in");
}

#[test]
fn the_result_is_that_of_the_reading_in_force() {
    let rules = charter();
    let present: Vec<_> = (1..=9).map(SeatNo).collect();
    let outcome = |reading| {
        let mut ballot = said(15, "yyyynnarr");
        ballot.reading = reading;
        result(&rules, &ballot, &present).unwrap().outcome
    };
    assert_eq!(outcome(Base::Attendance), Outcome::NotAdopted);
    assert_eq!(outcome(Base::Unrecused), Outcome::Adopted);
    assert_eq!(outcome(Base::Cast), Outcome::Adopted);
    let mut two_thirds = said(3, "yyn");
    two_thirds.threshold = Threshold::TwoThirdsOfMembers;
    let now = standing(&rules, &meeting(3, &[1, 2, 3]), &two_thirds).unwrap();
    assert_eq!((now.reading.base, now.reading.adopted), (Base::Members, Some(true)));
    assert_eq!(now.tally.outcome, Outcome::Adopted);
    let mut no_reading = said(3, "yyn");
    no_reading.reading = Base::Members;
    assert_eq!(result(&rules, &no_reading, &present), Err(SplitError::UnknownReading(Base::Members)));
}

#[test]
fn the_prospect_holds_over_everything_the_outstanding_seats_could_say() {
    let rules = charter();
    for members in 1..=4 {
        let present: Vec<_> = (1..=members).map(SeatNo).collect();
        for threshold in Threshold::ALL {
            for reading in rules.bases() {
                for positions in sayings(members) {
                    let mut ballot = said(members, &positions);
                    ballot.threshold = *threshold;
                    ballot.reading = reading;
                    let expected = by_trying(&rules, &ballot, &present);
                    let case = format!("{positions} {threshold} {reading}");
                    assert_eq!(prospect(&rules, &ballot, &present).unwrap(), expected, "{case}");
                }
            }
        }
    }
}

/// The prospect found by trying every completion, silence included.
fn by_trying(rules: &RuleSet, ballot: &Ballot, present: &[SeatNo]) -> Prospect {
    let silent: Vec<_> = present.iter().filter(|seat| !ballot.positions.contains_key(seat)).collect();
    let outstanding = u32::try_from(silent.len()).unwrap();
    let endings: Vec<(u32, bool)> = sayings(outstanding)
        .into_iter()
        .map(|saying| {
            let mut ended = ballot.clone();
            for (seat, letter) in silent.iter().zip(saying.chars()) {
                let position = SAID[".ynar".find(letter).unwrap()];
                ended.positions.extend(position.map(|position| (**seat, position)));
            }
            let more = u32::try_from(saying.matches('y').count()).unwrap();
            (more, result(rules, &ended, present).unwrap().outcome == Outcome::Adopted)
        })
        .collect();
    if endings.iter().all(|(_, adopted)| *adopted) {
        return Prospect::Carried;
    }
    if !endings.iter().any(|(_, adopted)| *adopted) {
        return Prospect::CannotCarry;
    }
    let suffices = |more: &u32| endings.iter().all(|(votes, adopted)| votes < more || *adopted);
    Prospect::Needs { more: (0..=outstanding).find(suffices).unwrap(), outstanding }
}

/// Everything that `seats` seats can say, as letters.
fn sayings(seats: u32) -> Vec<String> {
    (0..seats).fold(vec![String::new()], |before, _| {
        before.iter().flat_map(|said| ".ynar".chars().map(move |letter| format!("{said}{letter}"))).collect()
    })
}
