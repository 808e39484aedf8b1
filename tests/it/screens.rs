//! Today, Queue, Register, Handbook and Journal over the samples, and over an empty docket.

use docket::{samples, store::Store};

use crate::desks::console;
use crate::dockets::{day, docket};
use crate::driver::{Driver, about};

/// The sizes that every screen is looked at in.
const SIZES: [(u16, u16); 3] = [(120, 36), (80, 24), (40, 10)];

fn filled() -> Store {
    let mut store = docket();
    samples::load(&mut store, &about().actor, day(23)).unwrap();
    store
}

fn open(width: u16, height: u16) -> Driver {
    console(filled(), width, height)
}

/// The text on the screen without the quotes around its rows.
fn frame(driver: &Driver) -> String {
    let row = |row: &str| row.trim_matches('"').trim_end().to_owned();
    driver.screen().lines().map(row).collect::<Vec<_>>().join("\n")
}

/// Looks at a screen in every size.
fn look(name: &str, keys: &str) {
    for (width, height) in SIZES {
        let mut screen = open(width, height);
        screen.press(keys);
        insta::assert_snapshot!(format!("{name}_{width}x{height}"), frame(&screen));
    }
}

#[test]
fn today() {
    look("today", "g t");
}

#[test]
fn queue() {
    look("queue", "g q j j");
}

#[test]
fn register() {
    look("register", "g r");
}

#[test]
fn handbook() {
    look("handbook", "g h j j");
}

#[test]
fn journal() {
    look("journal", "g j");
}

#[test]
fn begin() {
    for (width, height) in SIZES {
        let screen = console(docket(), width, height);
        insta::assert_snapshot!(format!("begin_{width}x{height}"), frame(&screen));
    }
}

#[test]
fn an_application_is_added_by_hand_from_an_empty_docket() {
    let mut screen = console(docket(), 120, 36);
    screen.press("j enter").see("A new application").type_text("Nordlicht Cloud AG").press("enter");
    screen.type_text("platform").press("enter enter enter");
    screen.type_text("140").press("enter enter enter enter enter enter enter enter");
    screen.press("g q").see("Nordlicht Cloud AG").see("1 of 1");
}
