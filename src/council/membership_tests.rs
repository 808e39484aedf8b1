//! Golden cases by hand, and the edges of terms and suspensions by name.

use chrono::NaiveDate;

use super::{Membership, on, working};
use crate::council::{RuleSet, Seat, SeatNo, StandIn, Suspension, rules};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn seats(members: u32) -> Vec<Seat> {
    let seat = |n| Seat { from: Some(day(1)), ..Seat::new(SeatNo(n), format!("Holder {n}"), "Employer") };
    (1..=members).map(seat).collect()
}

fn suspension(n: u32, from: u32, until: Option<u32>) -> Suspension {
    Suspension { seat: SeatNo(n), from: day(from), until: until.map(day), because: None }
}

fn said(council: &Membership) -> String {
    let rules = RuleSet::shipped(rules::DEFAULT).unwrap();
    working(&rules, &council.members, &council.others).to_string()
}

fn numbers(council: &Membership) -> Vec<u32> {
    council.members.iter().map(|seat| seat.n.0).collect()
}

#[test]
fn fifteen_seats_one_vacant_one_suspended() {
    let mut all = seats(15);
    all[4].until = Some(day(10));
    let council = on(day(24), &all, &[suspension(7, 20, None)], &[]);
    assert_eq!(said(&council), "15 seats, 1 vacant, 1 suspended, 13 members, quorum 7");
    assert_eq!(said(&on(day(10), &all, &[], &[])), "15 seats, 15 members, quorum 8");
    assert_eq!(said(&on(day(24), &all, &[], &[])), "15 seats, 1 vacant, 14 members, quorum 7");
    assert_eq!(said(&on(day(24), &seats(1), &[], &[])), "1 seat, 1 member, quorum 1");
}

#[test]
fn the_first_and_the_last_day_of_a_term_belong_to_it() {
    let term = Seat { from: Some(day(3)), until: Some(day(5)), ..seats(1).remove(0) };
    let members = |of: u32| on(day(of), std::slice::from_ref(&term), &[], &[]).members.len();
    assert_eq!([2, 3, 5, 6].map(members), [0, 1, 1, 0]);
    let vacant = |of: u32| on(day(of), std::slice::from_ref(&term), &[], &[]).others.vacant.len();
    assert_eq!([2, 3, 5, 6].map(vacant), [0, 0, 0, 1], "before its first term there is no seat");
}

#[test]
fn a_suspension_that_ends_on_the_day_of_the_meeting_still_holds() {
    let suspended = [suspension(2, 10, Some(24))];
    let members = |of: u32| numbers(&on(day(of), &seats(3), &suspended, &[]));
    assert_eq!(members(9), [1, 2, 3]);
    assert_eq!(members(10), [1, 3]);
    assert_eq!(members(24), [1, 3]);
    assert_eq!(members(25), [1, 2, 3]);
}

#[test]
fn a_change_of_holder_keeps_the_earlier_one_for_earlier_days() {
    let before = Seat { until: Some(day(9)), ..seats(1).remove(0) };
    let after = Seat { from: Some(day(10)), ..Seat::new(SeatNo(1), "Successor", "Other") };
    let all = [before, after];
    let holder = |of: u32| on(day(of), &all, &[], &[]).members[0].holder.clone();
    assert_eq!([9, 10].map(holder), ["Holder 1", "Successor"]);
}

#[test]
fn a_suspension_does_not_pass_to_the_next_holder() {
    let before = Seat { until: Some(day(9)), ..seats(1).remove(0) };
    let elsewhere =
        Seat { from: Some(day(10)), until: Some(day(12)), ..Seat::new(SeatNo(1), "HOLDER 1", "New") };
    let next = Seat { from: Some(day(13)), ..Seat::new(SeatNo(1), "Successor", "Other") };
    let suspended = [suspension(1, 5, None)];
    let members = |of: u32| {
        on(day(of), &[before.clone(), elsewhere.clone(), next.clone()], &suspended, &[]).members.len()
    };
    assert_eq!(
        [4, 9, 11, 13].map(members),
        [1, 0, 0, 1],
        "a new employer does not end it, a new holder does"
    );
}

#[test]
fn contributors_and_seats_that_have_ended_are_counted_nowhere() {
    let mut all = seats(4);
    all[2].contributor = true;
    (all[3].until, all[3].ends) = (Some(day(10)), true);
    let council = on(day(24), &all, &[], &[]);
    assert_eq!(said(&council), "2 seats, 2 members, quorum 1; 1 contributor without a vote");
    assert_eq!(council.others.guests().len(), 1);
    all[2].until = Some(day(10));
    assert_eq!(said(&on(day(24), &all, &[], &[])), "2 seats, 2 members, quorum 1");
}

#[test]
fn a_stand_in_takes_the_place_only_with_a_vote_and_until_the_holder_is_back() {
    let stand_in = |votes, back: bool| StandIn {
        seat: SeatNo(1),
        name: "Stand-In".to_owned(),
        employer: "Elsewhere".to_owned(),
        parent: None,
        votes,
        back: back.then_some(chrono::DateTime::UNIX_EPOCH),
    };
    let mut all = seats(2);
    all[0].chair = true;
    let first = |one: StandIn| on(day(24), &all, &[], &[one]).members[0].clone();
    let sits = first(stand_in(true, false));
    assert_eq!((sits.holder.as_str(), sits.stands_in_for.as_deref()), ("Stand-In", Some("Holder 1")));
    assert!(!sits.chair, "the chair is not handed on");
    assert_eq!(first(stand_in(false, false)), all[0]);
    assert_eq!(first(stand_in(true, true)), all[0]);
    assert_eq!(said(&on(day(24), &all, &[], &[stand_in(true, false)])), "2 seats, 2 members, quorum 1");
}
