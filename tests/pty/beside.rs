//! Others at the same file while the console is open: a second console, a program that locks it, somebody who moves it.

use rustix::process::Signal;

use crate::docket::{again, demo, open, quit, says};
use crate::place::Place;

#[test]
fn two_consoles_see_each_other_and_never_overwrite() {
    let place = Place::new();
    let (mut first, mut second) = (demo(&place), again(&place));
    open(&mut first, "osprey-platform");
    open(&mut second, "osprey-platform");
    first.press("m").wait_for("found PLT-E3-P1 met");
    second.wait_for("11 open").wait_for("PLT-E3-P1");
    // The second one is held while the first goes on, so that what it shows is stale when its key comes.
    second.signal(Signal::STOP).wait_stopped();
    first
        .press("g g")
        .press("n")
        .wait_for("Why")
        .write(b"Not a member.")
        .press("enter")
        .wait_for("found PLT-E3-P1 not met");
    second.press("g g").press("backspace").signal(Signal::CONT);
    second.wait_for("changed meanwhile").wait_for("not met");
    quit(first);
    quit(second);
    let shown = says(&place, &["show", "osprey-platform", "--json"]);
    assert!(shown.contains("Not a member."), "{shown}");
}

#[test]
fn a_file_that_is_moved_away_is_told_and_not_written() {
    let place = Place::new();
    let mut docket = demo(&place);
    open(&mut docket, "osprey-platform");
    std::fs::rename(place.path("docket.sqlite"), place.path("elsewhere.sqlite")).unwrap();
    docket.press("m").wait_for("moved, removed or replaced");
    docket.press("g q").wait_for("Queue").wait_for("moved, removed or replaced");
    assert!(!place.path("docket.sqlite").exists());
    std::fs::rename(place.path("elsewhere.sqlite"), place.path("docket.sqlite")).unwrap();
    open(&mut docket, "osprey-platform");
    docket.press("g g").press("m").wait_for("found PLT-E3-P1 met");
    quit(docket);
}

#[test]
fn a_file_that_another_program_locks_is_told() {
    let place = Place::new();
    let mut docket = demo(&place);
    open(&mut docket, "osprey-platform");
    let other = rusqlite::Connection::open(place.path("docket.sqlite")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    docket.press("m").wait_for("locked by another program");
    other.execute_batch("ROLLBACK").unwrap();
    docket.press("g g").press("m").wait_for("found PLT-E3-P1 met");
    quit(docket);
    assert!(says(&place, &["verify"]).contains("the docket is as it was written"));
}
