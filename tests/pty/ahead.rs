//! Keys that are typed ahead of the screen mean what the person who typed them expects.

use crate::docket::{demo, open, quit, says};
use crate::place::Place;

#[test]
fn a_finding_typed_right_after_going_on_is_about_the_next_application() {
    let place = Place::new();
    let mut docket = demo(&place);
    docket.press("g q").wait_for("oldest first").wait_for("1 of ").press("enter");
    docket.wait_for("[Requirements").wait_for("1 of ");
    let first = docket.screen();
    docket.write(b"]m").wait_for(" met   u undoes");
    let notice = docket.screen().lines().rev().find(|line| line.contains("undoes")).unwrap().to_owned();
    let reference = notice.trim().split(':').next().unwrap().to_owned();
    assert!(!first.contains(&reference), "the finding went to the application before: {notice}");
    docket.wait_for("2 of ").wait_for(&reference);
    quit(docket);
    assert!(says(&place, &["verify"]).contains("the docket is as it was written"));
}

#[test]
fn what_is_found_and_opened_by_one_row_of_keys_is_what_was_typed() {
    let place = Place::new();
    let mut docket = demo(&place);
    for reference in ["osprey-platform", "tidewater-enterprise", "verdantops-platform"] {
        open(&mut docket, reference);
    }
    docket.write(b"gq/\x15brightledger\r\rN").wait_for("rivate note").wait_for("brightledger-service");
    docket.press("esc").wait_gone("rivate note");
    quit(docket);
}
