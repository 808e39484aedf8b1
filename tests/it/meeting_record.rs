//! What is written down in a meeting besides its ballots, by keys over a real docket.

use docket::store::Store;

use crate::{
    council::{ready, seats},
    desks::{console_with_clock, ticking},
    dockets::{act, docket},
    driver::Driver,
};

/// Fifteen seats and two applications that are ready; nothing is planned.
fn prepared() -> Store {
    let mut store = docket();
    store.commit(&act(), seats(15)).unwrap();
    ready(&mut store, "2026-0001", "Nordlicht Cloud AG");
    ready(&mut store, "2026-0002", "Québec Conseil");
    store
}

fn console() -> Driver {
    console_with_clock(prepared(), ticking(), 120, 36)
}

/// A meeting with both applications on its agenda.
fn planned() -> Driver {
    let mut screen = console();
    screen.press("g m P enter e space space enter").see("1  Nordlicht Cloud AG");
    screen
}

#[test]
fn free_items_stand_on_the_agenda_and_are_moved_and_taken_off() {
    let mut screen = planned();
    screen.press("i").type_text("Minutes of the last meeting").press("enter");
    screen.see("3  Minutes of the last meeting");
    screen.press("e G K K").see("3 items, not kept yet").press("enter");
    screen.see("1  Minutes of the last meeting").see("2  Nordlicht Cloud AG");
    screen.press("g g enter").see("Item 1 of 3").see("Minutes of the last meeting");
    screen.press("b").see("Item 1 of 3");
    screen.press("esc e space enter").see("1  Nordlicht Cloud AG").see_no("Minutes of the last");
    screen.press("u").see("1  Minutes of the last meeting");
}

#[test]
fn a_note_and_an_action_stand_with_their_item() {
    let mut screen = planned();
    screen.press("N").type_text("Asked for the list").press("enter").see("Note 1: Asked for the list");
    screen.press("T").type_text("Send the list").press("enter").type_text("B. Krol").press("enter");
    screen.type_text("2026-13-01").press("enter").see("is no day").press("backspace backspace backspace");
    screen.press("backspace backspace backspace").type_text("-12-01").press("enter");
    screen.see("Action 2, B. Krol, due 2026-12-01: Send the list");
    screen.press("e space enter").see("something was noted on 2026-0001");
    screen.press(":").type_text("take a note back").press("enter enter").see_no("Asked for the list");
    screen.press("u").see_no("Asked for the list");
}

#[test]
fn a_time_is_corrected_and_a_closed_ballot_stays_as_it_was() {
    let mut screen = planned();
    screen
        .press("O y")
        .see("IN SESSION")
        .press("p p p p p p p p p tab b enter enter enter y")
        .see("PROVISIONAL");
    screen.press("y y y y y y y y y C").see("Close the ballot").press("y").see("CLOSED, NOT DECLARED");
    screen.press("9 t").see("Which stay of seat 9").press("enter").see("The times of seat 9");
    screen.press("ctrl-u").press("enter enter").type_text("It was another voice").press("enter");
    screen.see("times of seat 9").see("in the file").see("5 of 9 needed, 9 for");
    screen.press("esc tab").see("8 present").see("not in, corr.");
    screen.press("9 t").see("The times of seat 9").press("esc u").see("not in, corr.");
}

#[test]
fn an_earlier_stay_is_corrected_and_one_that_nobody_recorded_is_added() {
    let mut screen = planned();
    screen
        .press("O y")
        .press("p p p")
        .see("3 present")
        .press("2 p")
        .see("2 present")
        .press("2 p")
        .see("3 present");
    screen.press("2 t").see("Which stay of seat 2").press("down enter").see("The times of seat 2");
    screen
        .press("ctrl-u enter enter")
        .type_text("It was somebody else")
        .press("enter")
        .see("times of seat 2");
    screen.press("2 t").see("Which stay of seat 2").press("down enter").see("When they came in");
    screen.type_text("09:07").press("enter").type_text("09:08").press("enter");
    screen
        .type_text("Nobody wrote it down")
        .press("enter")
        .see("times of seat 2")
        .see("in the file")
        .see("3 present");
    screen.press("2 t").see("09:07 to 09:08").see("corrected before").see("another one");
}

#[test]
fn a_ruling_is_asked_with_confirmation_and_holds_for_later_ballots() {
    let mut screen = planned();
    screen.press("R").see_no("A majority of whom");
    screen.press("O y").press("p p p p p p p p p tab b enter enter enter y").see("PROVISIONAL");
    screen.press("R").see("A majority of whom, from now on?").press("enter").see("Ada Winter");
    screen.press("enter").type_text("So it was always read").press("enter");
    screen.see("Ada Winter rules: a majority of those in attendance less the recused");
    screen.see("goes on under the reading it was").press("n").see_no("ruling made");
    screen.press("R enter enter").type_text("So it was always read").press("enter y").see("ruling made");
    screen.see("majority of those in attendance: 5 of 9 needed");
    screen.press("esc").see("(ruling 1, Ada Winter)");
    screen.press("u").see("(ruling 1, Ada Winter)");
}

#[test]
fn a_ruling_on_the_validity_prefills_the_last_day_of_later_motions() {
    let mut screen = planned();
    screen.press("O y").press("p p p p p p p p p tab b enter enter");
    screen.see("leave it empty and none is printed").press("esc");
    screen.press("R").type_text("validity").press("enter").see("for how many months?");
    screen.type_text("0").press("enter").see("Write a number of months").press("ctrl-u");
    screen.type_text("24").press("enter enter").type_text("So the programme wants it").press("enter");
    screen.see("a certification holds for 24 months").see("before: ").press("y").see("ruling made");
    screen.press("b enter").see("2028-11-22").press("enter").see("by ruling 1");
    screen.press("enter y").see("BALLOT OPEN");
    screen.press("y y y y y y y y y C y D enter 1 enter").see("ADOPTED").press("g r").see("2028-11-22");
}

#[test]
fn an_adjourned_meeting_has_nothing_to_do() {
    let mut screen = planned();
    screen.see("to do").press("O y").see("IN SESSION").press("A y").see("ADJOURNED");
    screen.see("not voted on").see_no("to do").press("enter").see("NOT VOTED ON");
}

#[test]
fn a_line_says_what_is_to_be_expected() {
    let mut screen = planned();
    screen.see("Forecast: can be decided.");
    screen.press("O y").press("p p p p p p p p").press("tab").see("8 present, nobody may leave");
    screen.see("Forecast: quorum at risk").see("Dmitri Olsen");
}
