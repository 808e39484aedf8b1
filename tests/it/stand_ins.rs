//! Stand-ins at the keys: the ruling that gives them a vote, what it does for those who sit there already, and where the
//! commands of the room are found.

use crate::{
    council::{ready, seats},
    desks::{console_with_clock, ticking},
    dockets::{act, docket},
    driver::Driver,
};

/// A meeting of nine members called to order, with an application on its agenda.
fn called() -> Driver {
    let mut store = docket();
    store.commit(&act(), seats(9)).unwrap();
    ready(&mut store, "2026-0001", "Alder Ltd");
    let mut screen = console_with_clock(store, ticking(), 120, 36);
    screen.press("g m P enter e space enter O y").see("IN SESSION");
    screen
}

fn command(screen: &mut Driver, name: &str) {
    screen.press(":").type_text(name).press("enter");
}

fn name(screen: &mut Driver, who: &str) {
    screen.press("5");
    command(screen, "stand-in");
    screen.press("ctrl-u").type_text(who).press("enter ctrl-u").type_text("Egret Bank").press("enter enter");
}

/// The chair rules the other way.
fn rule(screen: &mut Driver) {
    screen.press("R").type_text("stand-ins").press("enter").see("Ada Winter").press("enter");
    screen.type_text("The README asks for a proxy").press("enter").see("Make this ruling?");
}

#[test]
fn the_chair_rules_on_stand_ins_and_whoever_sits_there_gets_the_vote() {
    let mut screen = called();
    screen.press("1 p 2 p 3 p 4 p");
    name(&mut screen, "Vic Voter");
    screen.press("5 p").see("in, no vote").see("4 present");
    rule(&mut screen);
    screen
        .see("a stand-in votes")
        .see("Named before: Vic Voter. Out of the room, and named again")
        .press("y");
    screen.see("4 present").press("tab b enter enter enter y").see("PROVISIONAL").press("5 y");
    screen.see(
        "Vic Voter stands in on seat 5 without a vote: after a ruling that stand-ins vote, name them again",
    );
    screen.press("C").type_text("y").press("D").type_text("1").press("enter").see("declared");
    // Out, given back, and named anew, as the journal reads.
    screen.press("esc tab 5 p 5");
    command(&mut screen, "give the seat back");
    screen.press("y").see("seat 5 given back by Vic Voter").press("5");
    name(&mut screen, "Olga Ny");
    screen.see("Vic Voter of Egret Bank has been in the room on seat 5").press("esc");
    name(&mut screen, "Vic Voter");
    screen.see("Vic Voter for Esra").see_no("Vic Voter for Vic");
    screen.press("5 p").see("seat 5 Vic Voter for Esra Yildiz comes in").see("5 present").see_no("no vote");
    screen.see("IN since");
    let sight = screen.model().screens.meeting.sight.clone().unwrap();
    let counted: Vec<bool> = sight
        .meeting
        .attendance
        .iter()
        .filter(|stay| stay.seat.0 == 5)
        .map(|stay| sight.meeting.counts(stay))
        .collect();
    assert_eq!(counted, [false, true], "what went before the ruling does not count afterwards");
}

#[test]
fn the_ruling_on_stand_ins_is_taken_back_by_the_other_one() {
    let mut screen = called();
    rule(&mut screen);
    screen.see_no("Named before").press("y").press("R").type_text("stand-ins");
    screen.see("from now on a stand-in listens, without a vote").press("esc");
    name(&mut screen, "Vic Voter");
    screen.press("5 p").see("1 present");
    rule(&mut screen);
    screen.see("Named before: Vic Voter.").see("without a vote.");
}

#[test]
fn a_seat_that_its_holder_took_again_stays_theirs() {
    let mut screen = called();
    name(&mut screen, "Vic Voter");
    screen.press("5 p 5 p 5");
    command(&mut screen, "give the seat back");
    screen.press("y 5 p 5 p");
    name(&mut screen, "Vic Voter");
    screen.see("the holder of seat 5 has been in the room after Vic Voter");
}

#[test]
fn with_the_agenda_in_front_no_unseen_seat_is_let_in() {
    let mut screen = called();
    screen.press("tab p").see("choose a seat first: tab, or its number.").see("0 present");
    for found in ["stand-in", "give the seat back", "enter a conflict", "correct a time"] {
        screen.press(":").type_text(found).see("choose a seat first").press("esc");
    }
    // Its number brings the room in front, with the seat marked.
    screen.press("7 p").see("seat 7 Gudrun Halvorsen-Lindqvist comes in");
}
