//! Minutes approved and amended by keys, on the page of a meeting that is over.

use docket::{
    samples,
    store::{Store, StoreEnv},
};

use crate::{
    desks::{console_with_clock, ticking},
    dockets::day,
    driver::Driver,
};

/// The samples at 120 columns, with the meeting of two weeks ago in front.
fn past() -> Driver {
    let mut store = Store::in_memory(StoreEnv::counting()).unwrap();
    samples::load(&mut store, "tester", day(23)).unwrap();
    let mut screen = console_with_clock(store, ticking(), 120, 36);
    screen.press("g m esc").see("2026-11-09").press("g g j enter").see("Meeting of 2026-11-09");
    screen
}

#[test]
fn a_later_meeting_approves_the_minutes_and_they_are_amended_after_that() {
    let mut screen = past();
    screen
        .see("Minutes: a draft, not approved yet.")
        .see("Fingerprint ")
        .see("entries of the journal.")
        .press("v")
        .see("no later meeting has been called to order");
    screen.press("m").see("An amendment of the minutes of 2026-11-09").type_text("Seat 3 left at 17:10");
    screen.press("enter enter").see("Say a few words").type_text("her own note").press("enter enter");
    screen.see("not approved yet, 1 amendment.");
    screen.press("esc g g enter O y").see("IN SESSION").press("esc g g j enter");
    screen
        .press("v")
        .see("The meeting of 2026-11-23 approves the minutes of 2026-11-09")
        .see("1 amendment approved");
    screen.press("y").see("Minutes: approved by the meeting of 2026-11-23, 1 amendment in them.");
    screen.press("v").see("they were approved by the meeting of 2026-11-23");
    screen.press("m").type_text("9 for, not 8").press("enter").type_text("counted again").press("enter");
    screen.type_text("2026-11-24").press("enter").see("is no later meeting that was held");
    screen.press("ctrl-u").type_text("2026-11-23").press("enter");
    screen.see("1 amendment in them, 1 amendment SINCE.");
    // What the council approved is not taken back.
    screen.press("u").see("1 amendment in them, 1 amendment SINCE.");
}

#[test]
fn minutes_are_for_a_meeting_that_is_over() {
    let mut screen = past();
    screen
        .press("esc g g enter")
        .see("PLANNED")
        .see_no("Minutes:")
        .see_no("Fingerprint")
        .press("m")
        .see_no("An amendment");
    screen.press("v").see_no("approve");
}
