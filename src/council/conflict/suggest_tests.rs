//! Golden cases by hand: names on both sides, the register, and the chair's word.

use chrono::NaiveDate;

use super::Applicant;
use crate::{
    council::{
        Seat, SeatNo,
        conflict::{Conflict, Register, Relation, State, Tie, Weight, Word},
    },
    review::Ref,
};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn seat(n: u32, employer: &str, parent: Option<&str>) -> Seat {
    Seat { parent: parent.map(str::to_owned), ..Seat::new(SeatNo(n), format!("Holder {n}"), employer) }
}

fn of<'a>(reference: Option<&'a Ref>, organisation: &'a str, parent: Option<&'a str>) -> Applicant<'a> {
    Applicant { reference, organisation, parent }
}

fn entered(person: &str, organisation: &str, relation: Relation, weight: Weight) -> Conflict {
    let (person, organisation) = (person.to_owned(), organisation.to_owned());
    Conflict { person, organisation, relation, weight, from: Some(day(5)), until: Some(day(24)) }
}

fn said(register: &Register, seats: &[Seat], applicant: Applicant<'_>, on: u32) -> Vec<String> {
    register.of_seats(seats, applicant, day(on)).iter().map(ToString::to_string).collect()
}

#[test]
fn names_are_compared_on_both_sides() {
    let seats = [
        seat(1, "Other", None),
        seat(2, "Unit One Ltd", None),
        seat(3, "THE GROUP", None),
        seat(4, "Sister GmbH", Some("The Group plc")),
        seat(5, "Third", Some("UNIT ONE, Inc.")),
        seat(6, "...", Some("!!!")),
    ];
    let found = said(&Register::default(), &seats, of(None, "Unit One", Some("The Group AG")), 24);
    assert_eq!(
        found,
        [
            "Holder 2 works for Unit One (hard)",
            "Holder 3 works for The Group AG (hard)",
            "Holder 4 works in the group of The Group AG (soft)",
            "Holder 5 works in the group of Unit One (hard)",
        ]
    );
    assert!(said(&Register::default(), &seats, of(None, "Unit Two", None), 24).is_empty());
    assert!(said(&Register::default(), &seats, of(None, "!!!", Some("...")), 24).is_empty());
}

#[test]
fn a_name_of_the_same_group_is_suggested_as_such() {
    let seats = [
        seat(1, "Heron Advisory (UK) Ltd.", None),
        seat(2, "Kestrel Group", None),
        seat(3, "Heron Advice", Some("Kestrel Holdings")),
    ];
    let found =
        said(&Register::default(), &seats, of(None, "Heron Advisory", Some("Kestrel Group Holding")), 24);
    assert_eq!(
        found,
        [
            "Holder 1 works in the group of Heron Advisory (hard)",
            "Holder 2 works in the group of Kestrel Group Holding (hard)",
            "Holder 3 works in the group of Kestrel Group Holding (soft)",
        ]
    );
}

#[test]
fn the_register_holds_from_its_first_day_to_its_last() {
    let mut register = Register::default();
    register.known.insert(1, entered("holder 1", "Unit One AG", Relation::Paid, Weight::Hard));
    let seats = [seat(1, "Other", None)];
    let found = |on| said(&register, &seats, of(None, "Unit One", None), on).len();
    assert_eq!([4, 5, 24, 25].map(found), [0, 1, 1, 0]);
    let by_parent = said(&register, &seats, of(None, "Sub", Some("unit one")), 24);
    assert_eq!(by_parent, ["Holder 1 is paid by unit one (hard)"]);
}

#[test]
fn the_register_goes_before_the_names_and_the_heaviest_first() {
    let mut register = Register::default();
    register.known.insert(1, entered("Holder 1", "Unit One", Relation::Customer, Weight::Soft));
    register.known.insert(2, entered("Holder 1", "Unit One", Relation::Employed, Weight::Soft));
    let seats = [seat(1, "Unit One", None)];
    assert_eq!(
        said(&register, &seats, of(None, "Unit One", None), 24),
        ["Holder 1 works for Unit One (soft)", "Holder 1 is a customer of Unit One (soft)"]
    );
    register.known.insert(3, entered("Holder 1", "Unit One", Relation::Personal, Weight::Hard));
    let first = register.of_seats(&seats, of(None, "Unit One", None), day(24)).remove(0);
    assert_eq!((first.relation, first.known), (Relation::Personal, Some(3)));
}

#[test]
fn a_dismissal_holds_for_good_and_a_waiver_for_one_application() {
    let (one, other) = (Ref::from("one"), Ref::from("other"));
    let seats = [seat(1, "Unit One", None)];
    let word = |application: Option<&Ref>| Word {
        tie: Tie {
            person: "HOLDER 1".to_owned(),
            organisation: "Unit One, Inc.".to_owned(),
            relation: Relation::Employed,
        },
        application: application.cloned(),
        by: "C. Chair".to_owned(),
        day: day(1),
        because: None,
    };
    let state = |words: Vec<Word>, reference: &Ref| {
        let register = Register { words, ..Register::default() };
        register.of_seats(&seats, of(Some(reference), "Unit One", None), day(24))[0].state
    };
    assert_eq!(state(vec![], &one), State::Stands);
    assert_eq!(state(vec![word(Some(&one))], &one), State::Waived);
    assert_eq!(state(vec![word(Some(&one))], &other), State::Stands);
    assert_eq!(state(vec![word(Some(&one)), word(None)], &one), State::Dismissed);
    assert_eq!(state(vec![word(None)], &other), State::Dismissed);
}

#[test]
fn a_dismissal_is_of_one_relation_alone() {
    let mut register = Register::default();
    let tie = Tie {
        person: "Holder 1".to_owned(),
        organisation: "Unit One".to_owned(),
        relation: Relation::Employed,
    };
    let (by, day_said) = ("C. Chair".to_owned(), day(1));
    register.words.push(Word { tie, application: None, by, day: day_said, because: None });
    register.known.insert(1, entered("Holder 1", "Unit One", Relation::Paid, Weight::Hard));
    let found = register.of_seats(&[seat(1, "Unit One", None)], of(None, "Unit One", None), day(24));
    let states: Vec<_> = found.iter().map(|one| (one.relation, one.state)).collect();
    assert_eq!(states, [(Relation::Employed, State::Dismissed), (Relation::Paid, State::Stands)]);
}

#[test]
fn reviewers_are_looked_at_like_holders() {
    let mut register = Register::default();
    register.known.insert(1, entered("Ines Okafor", "Unit One", Relation::Personal, Weight::Soft));
    let seats = [Seat { from: Some(day(3)), ..seat(1, "Unit One", None) }];
    let found = |person, on| register.of_person(person, &seats, of(None, "Unit One", None), day(on)).len();
    assert_eq!(found("ines okafor", 24), 1);
    assert_eq!(found("Somebody", 24), 0);
    assert_eq!(found("Holder 1", 24), 1, "a reviewer who holds a seat brings the employer along");
    assert_eq!(found("Holder 1", 2), 0);
}
