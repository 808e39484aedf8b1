//! A whole meeting in the words of whoever sits at the keys: six items and nine of fifteen in the room, one of whom
//! leaves so that the quorum is lost and found again; a tie, a ruling and the vote taken again; everyone for but one;
//! a condition; a consent list with one item pulled, and that one deferred. The file afterwards is the stored one.

use std::path::Path;

use docket::store::{Access, Store, StoreEnv};

use crate::{
    council::{ready, seats},
    desks::console_with_clock,
    dockets::{act, day, minute},
    driver::Driver,
};

/// The organisations that ask, in the order of the agenda.
const ITEMS: [&str; 6] =
    ["Nordlicht Cloud AG", "Québec Conseil", "Aldermoor", "Brookfold", "Cresthaven", "Dunmere"];

fn prepare(path: &Path) -> Store {
    let mut store = open(path);
    store.commit(&act(), seats(15)).unwrap();
    for (n, name) in (1..).zip(ITEMS) {
        ready(&mut store, &format!("2026-000{n}"), name);
    }
    store
}

fn open(path: &Path) -> Store {
    Store::open(path, Access::Create, StoreEnv::counting()).unwrap()
}

/// A console whose clock goes on a minute with every request.
fn console(store: Store) -> Driver {
    let mut minutes = 0;
    let clock = Box::new(move || {
        minutes += 1;
        (minute(minutes), day(23))
    });
    console_with_clock(store, clock, 120, 36)
}

#[test]
fn six_items_from_the_call_to_order_to_the_adjournment() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("docket.sqlite");
    let mut screen = console(prepare(&path));
    called_to_order(&mut screen);
    a_tie_without_two_who_recuse(&mut screen);
    the_chair_rules_and_the_vote_is_taken_again(&mut screen);
    everyone_for_but_one(&mut screen);
    approved_on_a_condition(&mut screen);
    a_consent_motion_with_one_pulled(&mut screen);
    what_was_pulled_is_deferred(&mut screen);
    screen.press("esc A y").see("ADJOURNED");
    drop(screen);
    let store = open(&path);
    let verified = store.verify(None).unwrap();
    assert!(verified.ok, "{verified:?}");
    insta::assert_snapshot!("whole-meeting", tables(&store));
}

fn called_to_order(screen: &mut Driver) {
    screen.press("g m P enter e space space space space space space enter O y").see("IN SESSION");
    screen.press("p p p p p p p p p").see("9 present, 1 may leave before quorum is lost");
}

/// Seat 4 works for the applicant and stays in the room; seat 7 takes no part and leaves it.
fn a_tie_without_two_who_recuse(screen: &mut Driver) {
    screen
        .press("tab b enter")
        .see("In force from")
        .press("enter enter")
        .see("be granted FinOps Certified Platform");
    screen.press("y").see("PROVISIONAL").see("Nordlicht Cloud AG: hard, works for applicant");
    screen.press("y y y r n n").see("3 for, 2 against, 0 abstaining, 1 recused");
    screen.press("7 r 7 p").see("8 present, nobody may leave");
    screen.press("9 p").see("NO QUORUM");
    screen.press("1 0 p").see("came in late: does it take part?").press("y").see("8 present");
    screen.press("8 n 1 0 a").see("3 for, 3 against, 1 abstaining, 1 recused").see_no("dopted");
    screen.press("C").see("seat 7 Gudrun Halvorsen-Lindqvist said recused and left").press("s y");
    screen.press("D").see("Where does the application go?").type_text("ready").press("enter 1 enter");
    screen.see("NOT ADOPTED: a tie is no majority");
}

/// By the charter's words 4 of 8 are no majority; of those not recused they are.
fn the_chair_rules_and_the_vote_is_taken_again(screen: &mut Driver) {
    screen.press("esc R").see("A majority of whom, from now on?").press("enter").see("Because");
    screen
        .press("enter")
        .type_text("The charter says nothing of recusal.")
        .press("enter")
        .see("Make this ruling?");
    screen.press("y").see("less the recused decides (ruling 1, Ada Winter)");
    screen.press("b enter enter enter").type_text("5").press("enter").see("Moved by seat 5").press("y");
    screen.see("2026-0001/2").see("BALLOT OPEN").press("y y y r y n n a").see("carried as it stands");
    screen.press("C y D enter enter").type_text("1").press("enter").see("ADOPTED").see("4 of 7");
}

fn everyone_for_but_one(screen: &mut Driver) {
    screen.press("enter").see("Item 2 of 6").press("b enter enter enter y").see("BALLOT OPEN");
    screen.press(":").type_text("everyone present for").press("enter y").see("8 for");
    screen.press("6 n").see("why is it replaced?").press("c").see("7 for, 1 against");
    screen.press("C y D enter enter").type_text("2").press("enter").see("ADOPTED");
}

fn approved_on_a_condition(screen: &mut Driver) {
    screen
        .press("enter")
        .see("Item 3 of 6")
        .press("b")
        .type_text("conditions")
        .press("enter")
        .see("In force")
        .press("enter enter");
    screen.press("enter").see("Condition 1").type_text("Publish the price list").press("enter");
    screen.type_text("Aldermoor").press("enter").type_text("2027-01-15").press("enter");
    screen
        .type_text("the lead")
        .press("enter")
        .see("Another condition?")
        .press("n")
        .see("Publish the price list");
    screen.press("y y y y y y y y y").see("8 for").press("C y D enter enter").type_text("3").press("enter");
    screen.see("ADOPTED").see("Publish the price list");
}

fn a_consent_motion_with_one_pulled(screen: &mut Driver) {
    screen.press("esc").press("g g j j j j space space space").see("consent");
    screen.press("k k x").see("Who pulls item 4 from the consent list?").type_text("Chiara").press("enter");
    screen.see("seat 3 Chiara Fonti pulls item 4: why?").type_text("New prices").press("enter");
    screen.see("Consent list: pulled by seat 3: New prices.");
    screen.press("c").see("One motion to approve").see("Falls out").press("y").see("BALLOT OPEN");
    screen.press("y y y y y y y y").see("8 for").see("ONE MOTION with 2026-0006/1").press("C y D");
    screen.press("enter enter").type_text("5").press("enter").see("ADOPTED").see_no("NOT ADOPTED");
}

fn what_was_pulled_is_deferred(screen: &mut Driver) {
    screen.press("esc g g j j j j").see("2026-0004 · Platform").press("b").type_text("defer").press("enter");
    screen.see("Back on").type_text("2027-01-15").press("enter enter y").see("BALLOT OPEN").see("2027-01-15");
    screen.press("y y y y y y y y").see("8 for").press("C y D enter").type_text("4").press("enter");
    screen.see("ADOPTED").see("2027-01-15");
}

/// Everything that the file has, but the verbatim rules.
fn tables(store: &Store) -> String {
    let mut exported = store.export().unwrap();
    let tables = exported["tables"].as_object_mut().unwrap();
    tables.remove("rules");
    tables.retain(|_, rows| rows.as_array().is_some_and(|rows| !rows.is_empty()));
    serde_json::to_string_pretty(tables).unwrap()
}
