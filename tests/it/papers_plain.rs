//! Minutes as somebody reads them who was not there: what is unusual is said beside what it is about.

use crate::{
    papers_motions::{adopted, carried, meeting, says},
    place::Place,
};

const MEETING: &str = "2026-11-24";

fn minutes(place: &Place) -> String {
    place.printed(&["minutes", MEETING])
}

fn public(place: &Place) -> String {
    place.printed(&["minutes", MEETING, "--public"])
}

/// What the minutes say of the decisions in short.
fn in_short(paper: &str) -> &str {
    paper.split("## Decisions in short").nth(1).unwrap().split("## ").next().unwrap()
}

#[test]
fn an_approval_says_on_which_day_it_was_recorded_and_that_this_was_too_early() {
    let place = adopted(&["approve"]).0;
    place.json(&["meeting", "adjourn"]);
    place.json(&["meeting", "open", "2099-12-08"]);
    place.json(&["minutes", MEETING, "--approve", "--meeting", "2099-12-08"]);
    for paper in [minutes(&place), public(&place)] {
        let line = paper.lines().find(|line| line.contains("**Minutes approved:**")).unwrap();
        let recorded = line.split("by the meeting of 2099-12-08, recorded ").nth(1).unwrap();
        assert_eq!(&recorded[..2], "20", "the day is said: {line}");
        assert_eq!(recorded.find(" UTC"), Some("2026-11-23 13:44".len()), "{line}");
        says(line, &["BEFORE THE DAY OF THAT MEETING; SHA-256"]);
    }
}

#[test]
fn what_was_granted_without_being_ready_is_marked_beside_the_grant() {
    let place = adopted(&["approve"]).0;
    let internal = "WARNING: it was not ready when the ballot was opened (incomplete); presented all the same by L. \
                    Lead (role recorded: lead): asked.";
    let paper = minutes(&place);
    says(&paper, &["**Presented all the same:** L. Lead (role recorded: lead): asked."]);
    says(in_short(&paper), &[internal]);
    says(paper.split("- **Granted:** ").nth(1).unwrap().lines().next().unwrap(), &[internal]);
    let paper = public(&place);
    let open =
        "WARNING: it was not ready when the ballot was opened; presented all the same (role recorded: lead)";
    says(in_short(&paper), &[open]);
    assert!(
        !paper.contains("asked") && !paper.contains("L. Lead") && !paper.contains("incomplete"),
        "{paper}"
    );
}

#[test]
fn a_consent_motion_marks_each_item_that_was_not_ready() {
    let place = meeting(&[("a", "Alder", "platform", &[]), ("b", "Birch", "platform", &[])]);
    place.json(&["meeting", "consent", "a", "b"]);
    place.json(&["ballot", "open", "--consent", "--motion", "approve"]);
    carried(&place, "a/1");
    let table = minutes(&place);
    let table = table.split("Its items, voted on together").nth(1).unwrap().split("The one roll call").next();
    assert_eq!(table.unwrap().matches("WARNING: it was not ready").count(), 2);
}
