//! Conflicts and stand-ins at the keys, over a real docket.

use chrono::Days;
use docket::{
    console::{
        app::{Keymap, Model, Settings, model::About},
        desk::Desk,
    },
    council::conflict::{Conflict, Relation, State, Weight},
    record::conflict as conflicts,
    store::Store,
};

use crate::{
    council::{ready, seats},
    desks::ticking,
    dockets::{act, day, docket},
    driver::{Driver, about},
};

/// A console in the name of `actor`: fifteen seats, and a meeting called to order, on whose agenda is an applicant
/// that employs seat 4.
fn called(actor: &str) -> Driver {
    let mut store = docket();
    store.commit(&act(), seats(15)).unwrap();
    ready(&mut store, "2026-0001", "Nordlicht Cloud AG");
    let mut screen = console(store, actor);
    screen.press("g m P enter e space enter O y").see("IN SESSION");
    screen
}

fn console(store: Store, actor: &str) -> Driver {
    let mut desk = Desk::new(store, actor.to_owned(), ticking());
    let who = About { actor: actor.to_owned(), ..about() };
    let model = Model::new(who, Keymap::default(), Settings::default());
    let mut driver = Driver::with(model, move |request| desk.answer(request));
    driver.resize(120, 36);
    driver
}

#[test]
fn the_chair_waives_a_conflict_and_undo_takes_it_back() {
    let mut screen = called("R. Reviewer");
    screen.press("tab").see("Conflict, hard: seat 4 Dmitri Olsen works for");
    screen.press("w w enter").see("Say a few words").type_text("They left the team").press("enter");
    screen
        .see("Waive this conflict?")
        .see("It is waived for 2026-0001 alone, in the role of chair, by R. Reviewer.");
    screen.press("y").see("Conflict, hard, waived: seat 4 Dmitri Olsen").see_no("They left the team");
    screen.press("w").see("nobody has a conflict with the applicant that stands");
    screen.press("u").see("Conflict, hard: seat 4 Dmitri Olsen");
}

#[test]
fn the_chair_dismisses_a_conflict_for_good() {
    let mut screen = called("R. Reviewer");
    screen.press("tab w d").type_text("Another firm of that name").press("enter");
    screen.see("A dismissal holds for good and is not undone.").press("n").see("Conflict, hard: seat 4");
    screen.press("w d").type_text("Another firm of that name").press("enter y");
    screen.see("Conflict, hard, dismissed: seat 4 Dmitri Olsen");
    let register = &screen.model().screens.meeting.sight.as_ref().unwrap().register;
    let word = &register.words[0];
    assert_eq!(word.because.as_deref(), Some("Another firm of that name"));
    assert_eq!((word.tie.relation, register.state(&word.tie, None)), (Relation::Employed, State::Dismissed));
    screen.press("u").see("Conflict, hard, dismissed: seat 4");
}

#[test]
fn nobody_judges_their_own_conflict() {
    let mut screen = called("Dmitri Olsen");
    screen.press("tab w").see("Dmitri Olsen is the person concerned: let somebody else preside and do it.");
    assert!(screen.model().overlays.is_empty());
}

#[test]
fn that_of_whoever_presides_is_judged_by_another_member_alone() {
    let concerned = |actor: &str| {
        let mut store = docket();
        store.commit(&act(), seats(15)).unwrap();
        ready(&mut store, "2026-0001", "Brightwater Retail");
        let mut screen = console(store, actor);
        screen.press("g m P enter e space enter O y tab").see("Conflict, hard: seat 1 Ada Winter works for");
        screen
    };
    let mut screen = concerned("root");
    screen
        .press("w")
        .see("Ada Winter presides and is the person concerned: another member says it, with --actor");
    assert!(screen.model().overlays.is_empty());
    let mut screen = concerned("bohdan kral");
    screen.press("w").see("w  waive it").see("d  dismiss it").press("j k w").type_text("No money moved");
    screen.press("enter").see("in the role of chair, by bohdan kral").press("y");
    screen.see("Conflict, hard, waived: seat 1 Ada Winter");
    // On Review as well.
    let mut screen = concerned("root");
    screen
        .press("g q enter :")
        .type_text("waive or dismiss")
        .press("enter")
        .see("Ada Winter presides and is the person concerned");
}

#[test]
fn a_letter_menu_moves_with_the_keys_of_a_list() {
    let mut screen = called("R. Reviewer");
    screen.press("tab w j enter").see("Why is it no conflict?").press("esc w j k enter");
    screen.see("Why may they take part?");
}

#[test]
fn on_a_ballot_it_is_that_of_the_chosen_seat() {
    let mut screen = called("R. Reviewer");
    screen.press("p p p p p p p p tab b enter enter enter y").see("PROVISIONAL");
    screen.press("1 w").see("seat 1 Ada Winter has no conflict with the applicant that stands.");
    screen.press("4 w w").type_text("As agreed").press("enter y").see("waived, works for applicant");
}

#[test]
fn a_conflict_is_entered_for_the_chosen_seat() {
    let mut screen = called("R. Reviewer");
    screen.press("2 :").type_text("enter a conflict").press("enter");
    screen.see("How is seat 2 Bohdan Kral tied to the organisation?").type_text("customer").press("enter");
    screen.press("enter").see("Say a few words").type_text("nordlicht cloud").press("enter");
    screen.press("ctrl-u").type_text("hard").press("enter").type_text("2026-11-01").press("enter enter");
    screen.type_text("Buys from them").press("enter");
    screen.press("tab").see("seat 2 Bohdan Kral is a customer of").see_no("Buys from them");
    let register = &screen.model().screens.meeting.sight.as_ref().unwrap().register;
    assert_eq!(register.notes.get(&1).map(String::as_str), Some("Buys from them"));
}

#[test]
fn a_stand_in_is_named_for_the_chosen_seat() {
    let mut screen = called("R. Reviewer");
    screen.press("5 :").type_text("stand-in").press("enter").see("A stand-in for seat 5 Esra Yildiz");
    screen.see("They neither vote nor count").type_text("Ulla Berg").press("enter");
    screen.type_text("Anatolia Bank").press("enter enter").see("Ulla Berg stands in on seat 5");
    screen.see("Ulla Berg for Esra");
    let meeting = &screen.model().screens.meeting.sight.as_ref().unwrap().meeting;
    let one = &meeting.stand_ins[0];
    assert_eq!(
        (one.seat.0, one.name.as_str(), one.parent.as_deref(), one.votes),
        (5, "Ulla Berg", None, false)
    );
    // Without a vote they do not make the seat present, and go out all the same.
    screen.press("5 p").see("seat 5 Ulla Berg for Esra Yildiz comes in, without a vote: does not count");
    screen.see("in, no vote").see("does not count").see_no("IN since").see("0 present").press("5 p");
    screen.see("left 09:").see_no("in, no vote");
    screen.press("6 p 6 :").type_text("stand-in").press("enter").type_text("Ann").press("enter");
    screen.type_text("Lagos Freight").press("enter enter").see("whoever sits on seat 6 is in the room");
}

#[test]
fn a_seat_is_given_back_by_whoever_stands_in() {
    let mut screen = called("R. Reviewer");
    let back = |screen: &mut Driver| {
        screen.press("5 :").type_text("give the seat back").press("enter");
    };
    back(&mut screen);
    screen.see("nobody stands in on seat 5");
    let named = |screen: &mut Driver| {
        screen.press("5 :").type_text("stand-in").press("enter").type_text("Ulla Berg").press("enter");
        screen.type_text("Anatolia Bank").press("enter enter").see("Ulla Berg for Esra");
    };
    // Who never came is struck out, which undo takes back.
    named(&mut screen);
    back(&mut screen);
    screen.see("Does Ulla Berg give seat 5 back?").see("They have not been in the room").press("y");
    screen.see("seat 5 given back by Ulla Berg").see_no("Ulla Berg for Esra");
    assert!(screen.model().screens.meeting.sight.as_ref().unwrap().meeting.stand_ins.is_empty());
    screen.press("u").see("Ulla Berg for Esra");
    // Who has been there stays in the record, and goes out first.
    screen.press("5 p");
    back(&mut screen);
    screen.press("y").see("whoever sits on seat 5 is in the room").press("5 p");
    back(&mut screen);
    screen.see("That they sat there until now stays in the record.").press("y").see_no("Ulla Berg for Esra");
    let meeting = &screen.model().screens.meeting.sight.as_ref().unwrap().meeting;
    assert!(meeting.stand_ins[0].back.is_some());
}

#[test]
fn a_conflict_has_days_and_ends() {
    let mut screen = called("R. Reviewer");
    screen.press(":").type_text("end a conflict").press("enter").see("the register has no conflict");
    let enter = |screen: &mut Driver, seat: &str, from: &str, until: &str| {
        screen.press(seat).press(":").type_text("enter a conflict").press("enter enter");
        screen.press("ctrl-u").type_text("Nordlicht Cloud").press("enter enter ctrl-u").type_text(from);
        screen.press("enter ctrl-u").type_text(until).press("enter enter");
    };
    enter(&mut screen, "2", "2026-11-30", "2026-11-24");
    screen.see("a conflict that ends before it begins").see("Nordlicht Cloud").press("esc");
    enter(&mut screen, "2", "2026-11-01", "+30");
    enter(&mut screen, "3", "", "");
    screen.press("tab").see("seat 2 Bohdan Kral").see("seat 3 Chiara Fonti").press("tab 3");
    screen.press(":").type_text("end a conflict").press("enter").see("from 2026-11-01 until 2");
    screen.press("enter").see("The last day of conflict 2").type_text("2026-11-22").press("enter");
    screen.press("tab").see("seat 2 Bohdan Kral").see_no("seat 3 Chiara Fonti");
    screen.press("u").see("seat 3 Chiara Fonti");
    let register = &screen.model().screens.meeting.sight.as_ref().unwrap().register;
    assert_eq!(
        (register.known[&1].from, register.known[&1].until),
        (Some(day(1)), Some(day(23) + Days::new(30)))
    );
}

#[test]
fn a_reviewer_with_a_conflict_is_warned_when_assigned() {
    let mut store = docket();
    store.commit(&act(), seats(15)).unwrap();
    ready(&mut store, "2026-0001", "Nordlicht Cloud AG");
    ready(&mut store, "2026-0002", "Québec Conseil");
    let relation = Relation::Customer;
    let conflict = Conflict {
        person: "R. Reviewer".to_owned(),
        organisation: "Quebec Conseil".to_owned(),
        relation,
        weight: Weight::Soft,
        from: None,
        until: None,
    };
    let change = conflicts::enter(&store.conflicts().unwrap(), conflict, None);
    store.commit(&act(), vec![change]).unwrap();
    let mut screen = console(store, "R. Reviewer");
    // Themselves, by the register; several at once, of which one concerns them.
    screen.press("g q space space A enter enter").see("Done, with a warning");
    screen.see("2026-0002: conflict of the reviewer: R. Reviewer is a customer of Québec");
    screen.see_no("2026-0001: conflict").see("u undoes").press("esc").see_no("with a warning");
    // Somebody else, by the name of the employer; on Review as well.
    screen.press("g g enter A ctrl-u").type_text("Dmitri Olsen").press("enter enter");
    screen.see("2026-0001: conflict of the reviewer: Dmitri Olsen works for");
    screen.press("esc u A ctrl-u").type_text("Ada Winter").press("enter enter").see_no("with a warning");
    screen.see("Ada Winter");
}

/// Review, with an application of Nordlicht in front, which `assignee` reviews.
fn reviewing(assignee: &str) -> Driver {
    let mut store = docket();
    store.commit(&act(), seats(15)).unwrap();
    ready(&mut store, "2026-0001", "Nordlicht Cloud AG");
    let mut screen = console(store, assignee);
    screen.press("g q enter").see("Nordlicht Cloud AG").press("A enter enter");
    screen
}

fn command(screen: &mut Driver, name: &str) {
    screen.press(":").type_text(name).press("enter");
}

#[test]
fn a_reviewer_enters_a_conflict_of_their_own_and_takes_it_back() {
    let mut screen = reviewing("I. Okafor");
    command(&mut screen, "conflict of mine");
    screen.see("How are they tied to the organisation?").type_text("customer").press("enter");
    screen.see("A conflict with Nordlicht Cloud AG: customer").see("I. Okafor").press("enter enter ctrl-u");
    screen.type_text("soft").press("enter enter enter").type_text("We buy from them").press("enter");
    screen.see("I. Okafor · conflict: soft, customer of applicant").see_no("We buy from them");
    screen.press("i").see("Conflict: I. Okafor is a customer of Nordlicht Cloud AG (soft)").press("esc");
    let register =
        |screen: &Driver| screen.model().screens.review.file.as_ref().unwrap().loaded.register.clone();
    assert_eq!(register(&screen).notes.get(&1).map(String::as_str), Some("We buy from them"));
    // Their own is for somebody else to waive, and to end.
    command(&mut screen, "end a conflict");
    screen.see("but your own, which somebody else ends").press("esc").see("soft, customer of applicant");
    screen.press("u").see_no("customer of applicant");
    assert!(register(&screen).known.is_empty());
}

#[test]
fn a_conflict_of_a_reviewer_is_waived_on_review_by_somebody_else() {
    let mut screen = reviewing("I. Okafor");
    let enter = |screen: &mut Driver, who: &str, relation: &str| {
        command(screen, "enter a conflict");
        screen
            .type_text(relation)
            .press("enter ctrl-u")
            .type_text(who)
            .press("enter enter enter enter enter enter");
    };
    enter(&mut screen, "I. Okafor", "personal");
    screen.see("conflict: hard, close to applicant");
    // Of the two that stand, one's own is not offered.
    command(&mut screen, "waive or dismiss");
    screen.see("Dmitri Olsen works for Nordlicht").see_no("Okafor is close to").press("w");
    screen.type_text("They left the team").press("enter");
    screen.see("It is waived for 2026-0001 alone, in the role of chair, by I. Okafor.").press("y");
    command(&mut screen, "waive or dismiss");
    screen.see("I. Okafor is the person concerned: let somebody else preside and do it.");
    enter(&mut screen, "T. Helper", "paid");
    command(&mut screen, "waive or dismiss");
    screen.see("T. Helper is paid by Nordlicht Cloud AG").press("d");
    screen.type_text("Another firm").press("enter").see("A dismissal holds for good").press("y");
    screen.press("i").see("T. Helper is paid by Nordlicht Cloud AG (hard, dismissed)");
    screen.see("Dmitri Olsen works for Nordlicht Cloud AG (hard, waived)").see("is close to somebody at");
    screen.press("esc u").see("this is never undone").press("i").see("(hard, dismissed)");
}
