//! The way from a requirement to what was put forward for it, and what is said of that.

use docket::{
    console::app::{Screen, screen::review::Pane},
    review::{Check, Item, ItemKind, Ref},
    samples,
    store::Store,
};

use crate::desks::console;
use crate::dockets::{day, docket};
use crate::driver::Driver;

fn sampled() -> Store {
    let mut store = docket();
    samples::load(&mut store, "R. Reviewer", day(23)).unwrap();
    store
}

fn open(reference: &str) -> Driver {
    let mut screen = console(sampled(), 120, 36);
    screen.press("g q /").type_text(reference).press("enter enter");
    assert_eq!(screen.model().screens.review.open, Some(Ref::from(reference)));
    screen
}

fn pane(screen: &Driver) -> Pane {
    assert_eq!(screen.model().screen, Screen::Review);
    screen.model().screens.review.pane
}

fn check(screen: &Driver, item: Item) -> Option<Check> {
    let file = screen.model().screens.review.file.as_ref().unwrap();
    file.application().review.checks.get(&item).cloned()
}

#[test]
fn the_evidence_of_an_enterprise_is_its_claims() {
    let mut screen = open("tidewater-enterprise");
    for _ in 0..screen.model().screens.review.file.as_ref().unwrap().requirements().len() {
        screen.press("e");
        assert!(matches!(pane(&screen), Pane::Points | Pane::Heads), "{}", screen.screen());
        assert!(screen.model().screens.review.item().is_some(), "{}", screen.screen());
        screen.press("e");
        assert_eq!(pane(&screen), Pane::Requirements);
        screen.press("j");
    }
    screen.press("e");
    let item = screen.model().screens.review.item().unwrap();
    screen.press("a").see("accepted");
    assert!(matches!(check(&screen, item), Some(Check::Accepted { .. })));
}

#[test]
fn the_evidence_of_coverage_is_the_features() {
    let mut screen = open("cindervale-platform");
    assert_eq!(screen.model().screens.review.requirement().unwrap().id.as_str(), "PLT-E3-M1");
    screen.press("e");
    assert_eq!(screen.model().screens.review.item().unwrap().kind, ItemKind::Feature);
    screen.press("e").see("[Requirements");
}

#[test]
fn accepting_keeps_the_count_that_the_reviewer_has_corrected() {
    let mut screen = open("tidewater-enterprise");
    screen.press("tab tab K");
    let item = screen.model().screens.review.item().unwrap();
    screen.press("enter 7 enter").see("counted 7");
    screen.press("a");
    assert_eq!(check(&screen, item), Some(Check::Accepted { count: Some(7) }));
}

#[test]
fn a_count_that_is_no_whole_number_is_refused_and_kept_to_be_mended() {
    let mut screen = open("tidewater-enterprise");
    screen.press("tab tab K");
    let item = screen.model().screens.review.item().unwrap();
    let before = check(&screen, item);
    for wrong in ["2.5", "-3", "1e3", "99999999999999999999"] {
        screen.press("enter ctrl-u").type_text(wrong).press("enter").see("is no whole number");
        screen.see(wrong).press("esc");
        assert_eq!(check(&screen, item), before, "{wrong}");
    }
    screen.press("enter ctrl-u 7 + + - enter").see("counted 8");
}

#[test]
fn a_text_alone_is_named_as_what_it_is() {
    let mut screen = open("cindervale-platform");
    screen.press("c").type_text("Seen on the site.").press("enter");
    screen.see("wrote the justification of PLT-E3-M1").see_no("PLT-E3-M1 open");
    screen
        .press("t")
        .type_text("Thank you.")
        .press("enter")
        .see("wrote the text to the applicant of PLT-E3-M1");
    screen.press("u").see("undone: ").see("text to the applicant");
}

#[test]
fn the_palette_finds_what_is_said_of_a_command_and_not_where_it_works() {
    let mut screen = open("cindervale-platform");
    screen.press(":").type_text("everywhere");
    assert!(!screen.screen().contains("go to Queue"), "{}", screen.screen());
    screen.press("ctrl-u").type_text("schedule").see("plan the demo").press("ctrl-u").type_text("due");
    screen.see("go to Today");
}
