//! What papers say of a meeting in which something was ruled, corrected or entered late.

use serde_json::json;

use crate::{
    cli_vote::{ready, voting},
    papers_motions::says,
    place::Place,
};

const MEETING: &str = "2026-11-24";
const BALLOT: &str = "2026-0001/1";

fn minutes(place: &Place) -> String {
    place.printed(&["minutes", MEETING])
}

/// Votes on the open ballot, closes and declares it.
fn decided(place: &Place, votes: &[(&str, &str)]) {
    for (seat, said) in votes {
        place.json(&["vote", BALLOT, seat, said]);
    }
    place.json(&["ballot", "close", BALLOT]);
    place.json(&["ballot", "declare", BALLOT]);
}

#[test]
fn a_ruling_in_the_meeting_is_named_where_it_decided() {
    let place = ready();
    place.json(&["meeting", "open", MEETING]);
    place.json(&["meeting", "in", "1", "2", "3"]);
    place.json(&["meeting", "agenda", "2026-0001"]);
    place.json(&["ruling", "reading", "cast", "--because", "As the others do", "--role", "chair"]);
    place.json(&["ballot", "open", "2026-0001", "--motion", "approve"]);
    decided(&place, &[("1", "for"), ("2", "abstain"), ("3", "abstain")]);
    let decision = place.printed(&["decision", BALLOT]);
    for paper in [minutes(&place), decision] {
        says(
            &paper,
            &[
                "**Reading at the call to order:** **A majority of those in attendance decides**",
                "But ruling 1 changed it at ",
                "for the ballots opened after it: a majority of the votes for and against decides",
                "more than 1/2 of the votes for and against (ruling 1 by Amara Thornwick of ",
                "; in the place of charter, section 3: a majority of those in attendance",
            ],
        );
        assert!(!paper.contains("no ruling put another in its place"), "{paper}");
        assert!(!paper.contains("(stated: charter, section 3: a majority"), "{paper}");
    }
}

#[test]
fn a_reading_that_no_ruling_touched_is_that_of_the_charter() {
    let place = voting();
    place.json(&["ruling", "reading", "cast", "--because", "From now on", "--role", "chair"]);
    decided(&place, &[("1", "for"), ("2", "for")]);
    says(
        &minutes(&place),
        &[
            "more than 1/2 (stated: charter, section 3: a majority of those in attendance",
            "ruling 1 changed it",
        ],
    );
}

/// Corrects a time after the meeting.
fn correct_later(place: &Place, seat: &str, because: &str) {
    place.json(&["meeting", "correct", seat, "--meeting", MEETING, "--never", "--because", because]);
}

#[test]
fn a_time_corrected_after_the_meeting_is_in_the_draft() {
    let place = voting();
    decided(&place, &[("1", "for"), ("2", "for"), ("3", "for")]);
    place.json(&["meeting", "adjourn"]);
    let before = minutes(&place);
    correct_later(&place, "3", "Somebody else");
    let after = minutes(&place);
    assert!(!before.contains("Times that were corrected"), "{before}");
    for (form, text) in [
        ("md", after),
        ("html", place.printed(&["minutes", MEETING, "--format", "html"])),
        ("json", place.printed(&["minutes", MEETING, "--json"])),
        ("public", place.printed(&["minutes", MEETING, "--public"])),
    ] {
        says(&text, &["Celine Dufour: recorded", "in truth not in the room", "recorded after the meeting"]);
        assert_eq!(text.contains("Somebody else"), form != "public", "{form}");
    }
    let shown = place.json(&["ballot", "show", BALLOT]);
    assert_eq!((&shown["outcome"], &shown["corrected"]), (&json!("adopted"), &json!([3])));
}

#[test]
fn a_time_corrected_after_the_approval_leaves_the_approved_text_as_it_is() {
    let place = voting();
    decided(&place, &[("1", "for"), ("2", "for"), ("3", "for")]);
    place.json(&["meeting", "adjourn"]);
    correct_later(&place, "3", "Somebody else");
    place.json(&["meeting", "open", "2026-12-08"]);
    place.json(&["minutes", MEETING, "--approve", "--meeting", "2026-12-08"]);
    let approved = place.json(&["minutes", MEETING]);
    assert_eq!(
        (&approved["standing"], &approved["approved"]["same_text"]),
        (&json!("approved"), &json!(true))
    );
    let first = minutes(&place);
    correct_later(&place, "2", "Nor he");
    let amended = place.json(&["minutes", MEETING]);
    assert_eq!((&amended["standing"], &amended["approved"]["same_text"]), (&json!("amended"), &json!(true)));
    assert_eq!(approved["approved"]["sha256"], amended["approved"]["sha256"]);
    let paper = minutes(&place);
    says(
        &paper,
        &["AMENDED since", "**A time that was corrected**, AFTER THE APPROVAL: Bastian Krol: recorded"],
    );
    let body = |paper: &str| paper.split("## Who was present").nth(1).unwrap().to_owned();
    assert_eq!(body(&paper), body(&first), "the approved text stays");
}

#[test]
fn a_ballot_that_rested_on_a_time_corrected_later_is_flagged_and_not_counted_again() {
    let place = voting();
    decided(&place, &[("1", "for"), ("2", "for"), ("3", "for")]);
    place.json(&["meeting", "correct", "3", "--never", "--because", "Somebody else"]);
    let decision = place.printed(&["decision", BALLOT]);
    for paper in [minutes(&place), decision] {
        says(
            &paper,
            &[
                "3 of 5 members present when it closed, 3 needed; FLAG: a time that it rested on was corrected later \
                 (seat 3, Celine Dufour); it is not counted again",
                "closed, present as it was known then; 2 by the times that were corrected later |  |  | 3 | yes, 3 needed",
            ],
        );
    }
    says(&place.printed(&["ballot", "show", BALLOT]), &["flag     a time of seat 3 that it rested on"]);
}

#[test]
fn who_came_in_late_is_at_the_ballot_with_whether_they_took_part() {
    let place = voting();
    place.json(&["meeting", "in", "4", "5"]);
    place.json(&["ballot", "join", BALLOT, "4", "no"]);
    place.json(&["ballot", "join", BALLOT, "5", "yes"]);
    let left = voting();
    left.json(&["meeting", "in", "4"]);
    left.json(&["ballot", "join", BALLOT, "4", "yes"]);
    left.json(&["meeting", "out", "4"]);
    decided(&left, &[("1", "for"), ("2", "for"), ("3", "for")]);
    assert!(!minutes(&left).contains("took part"), "who left again took no part");
    decided(&place, &[("1", "for"), ("2", "for"), ("3", "for"), ("5", "for")]);
    says(
        &minutes(&place),
        &[
            "**Came in after it was opened and took no part, counted as present (1)**: Dmitri Vasko",
            "Came in after it was opened, and took part: Celine Krol.",
        ],
    );
}

/// Two meetings: the second has approved the minutes of the first.
fn approved() -> Place {
    let place = voting();
    decided(&place, &[("1", "for"), ("2", "for"), ("3", "for")]);
    place.json(&["meeting", "adjourn"]);
    place.json(&["meeting", "open", "2026-12-08"]);
    place.json(&["minutes", MEETING, "--approve", "--meeting", "2026-12-08"]);
    place
}

#[test]
fn minutes_name_the_minutes_that_were_approved_in_them() {
    let place = approved();
    says(&place.printed(&["minutes", "2026-12-08"]), &["**Approved in it:** the minutes of 2026-11-24"]);
    assert_eq!(place.json(&["minutes", "2026-12-08"])["approves"], json!([MEETING]));
}

#[test]
fn approved_minutes_whose_texts_were_erased_say_so() {
    let place = voting();
    place.json(&["meeting", "note", "2026-0001", "The owner of the shop was named"]);
    decided(&place, &[("1", "for"), ("2", "for"), ("3", "for")]);
    place.json(&["meeting", "adjourn"]);
    place.json(&["meeting", "open", "2026-12-08"]);
    place.json(&["minutes", MEETING, "--approve", "--meeting", "2026-12-08"]);
    let file = rusqlite::Connection::open(place.docket()).unwrap();
    let erase = "UPDATE content SET salt = NULL, text = NULL WHERE text LIKE '%owner of the shop%'";
    assert_eq!(file.execute(erase, []).unwrap(), 1);
    says(&minutes(&place), &["it is not written as it was, and 1 text is erased of the journal up to there"]);
}

#[test]
fn an_amendment_ends_with_a_stop_and_the_fingerprint_shows_no_markup() {
    let place = approved();
    place.json(&["minutes", MEETING, "--amend", "say specialty", "--because", "typo"]);
    let paper = minutes(&place);
    says(
        &paper,
        &["say specialty. Because: typo. (recorded", "abstention: whether an abstention counts in the base"],
    );
    assert!(!paper.contains("\\`"), "{paper}");
}
