//! The message to the applicant: what is missing with the reviewer's texts, edited, copied, and noted as sent.

use docket::{review::Stage, samples};

use crate::desks::console;
use crate::dockets::{day, docket};
use crate::driver::Driver;

fn open() -> Driver {
    let mut store = docket();
    samples::load(&mut store, "R. Reviewer", day(23)).unwrap();
    let mut screen = console(store, 120, 60);
    screen.press("g q /").type_text("cindervale-platform").press("enter enter");
    screen
}

#[test]
fn it_says_what_is_missing_with_the_texts_to_the_applicant() {
    let mut screen = open();
    screen.press("t").type_text("Please map the pages to the framework.").press("enter M");
    screen.see("Subject: FinOps Certified Platform: Cindervale Analytics");
    screen.see("- PLT-E3-M1 Public pages").see("  Please map the pages to the framework.");
    screen.see("Of the optional requirements 3 more of these must be met:").see("R. Reviewer");
    screen.see("esc leave").see("e edit").see("y copy").see("s note as sent").press("y");
    let copied = screen.world().notes.iter().any(|note| note.starts_with("copy Subject: FinOps Certified"));
    assert!(copied, "{:?}", screen.world().notes);
}

#[test]
fn it_is_edited_outside_and_kept_until_it_was_sent() {
    let mut screen = open();
    screen.editor(|text| Ok(text.replace("Kind regards", "Yours"))).press("M e").see("Yours,").press("esc M");
    screen.see("Yours,").see("as you left it").press("ctrl-r").see("Kind regards,").press("e").see("Yours,");
    screen
        .press("s")
        .see("Does the applicant owe an answer?")
        .see("wrote note")
        .press("n M")
        .see("Kind regards,");
    screen.press("esc").press("shift-tab").see("Sent to ").see("on 2026-11-23");
}

#[test]
fn sending_it_moves_nothing_by_itself_but_offers_to() {
    let mut screen = open();
    let stage =
        |screen: &Driver| screen.model().screens.review.file.as_ref().unwrap().application().review.stage;
    screen.press("M s");
    assert_eq!(stage(&screen), Stage::InReview);
    screen.see("It is in review now.").press("y").see("awaiting applicant since 2026-11-23");
    assert_eq!(stage(&screen), Stage::AwaitingApplicant);
    screen.press("M s").see_no("owe an answer?").see("wrote note");
}
