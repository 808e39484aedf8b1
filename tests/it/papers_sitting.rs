//! What papers say of a meeting in which something was ruled, corrected or entered late.

use serde_json::{Value, json};

use crate::{
    cli_vote::{ready, voting},
    papers_motions::says,
    place::Place,
};

const MEETING: &str = "2026-11-24";
const BALLOT: &str = "2026-0001/1";

/// What is said of the ballot where seat 3 was not there.
const WITHOUT_3: &str = "by the times corrected later (without seat 3 Celine Dufour), 2 of 5 present, 3 needed: no \
                         quorum, no decision; it is not counted again";

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
fn a_stand_in_who_is_named_after_a_ballot_changes_nothing_of_it() {
    let place = voting();
    decided(&place, &[("1", "against"), ("2", "for"), ("3", "for")]);
    place.json(&["meeting", "out", "3"]);
    let named = ["seat", "stand-in", "3", "Vera Quist", "--employer", "Foxley"];
    place.json(&named);
    assert!(place.json(&["ballot", "show", BALLOT])["hindsight"].is_null(), "the holder had sat and voted");
    assert!(!minutes(&place).contains("FLAG"));
    place.json(&["meeting", "in", "3"]);
    place.json(&["ruling", "stand-ins", "vote", "--because", "As usual", "--role", "chair"]);
    place.json(&["meeting", "out", "3"]);
    place.json(&named);
    assert!(place.json(&["ballot", "show", BALLOT])["hindsight"].is_null(), "nor does a ruling");
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
                ". Changed once in the meeting: see ruling 1 below",
                "It holds for the ballots opened after it; first used for ballot 2026-0001/1.",
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
            "Changed once in the meeting: see ruling 1 below",
            "It holds for the ballots opened after it; none was opened in this meeting while it held.",
        ],
    );
}

#[test]
fn a_meeting_that_is_over_is_shown_as_its_minutes_have_it() {
    let place = ready();
    place.json(&["meeting", "open", MEETING]);
    place.json(&["seat", "stand-in", "3", "Vera Quist", "--employer", "Foxley"]);
    place.json(&["meeting", "in", "1", "2", "3"]);
    place.json(&["ruling", "reading", "cast", "--because", "As the others do", "--role", "chair"]);
    says(
        &place.printed(&["meeting", "show"]),
        &[
            "open, a majority of those in attendance decides as called to order; changed by ruling 1 to the votes for \
             and against, for the ballots opened after it",
            "seat 3: Vera Quist for Celine Dufour, ",
        ],
    );
    place.json(&["meeting", "adjourn"]);
    let before = place.json(&["meeting", "show", "--meeting", MEETING]);
    assert!(!place.printed(&["meeting", "show", "--meeting", MEETING]).contains("times were corrected"));
    correct_later(&place, "2", "Somebody else");
    let after = place.json(&["meeting", "show", "--meeting", MEETING]);
    for same in ["quorum", "attendance", "members"] {
        assert_eq!(before[same], after[same]);
    }
    says(
        &place.printed(&["meeting", "show", "--meeting", MEETING]),
        &["met at the adjournment: ", "; times were corrected after it, see below", ", after the meeting)"],
    );
}

#[test]
fn what_the_same_would_be_today_is_reckoned_by_the_rulings_of_today() {
    let place = voting();
    decided(&place, &[("1", "for"), ("2", "abstain"), ("3", "abstain")]);
    let today = || {
        let paper = place.printed(&["decision", BALLOT]);
        let part = paper.split("## The same under the rules of today").nth(1).unwrap();
        part.split("\n## ").next().unwrap().to_owned()
    };
    says(&today(), &["1 for of 3 in attendance", ": not adopted; needed: more than 1/2 (stated: charter"]);
    place.json(&["meeting", "adjourn"]);
    place.json(&["ruling", "reading", "cast", "--because", "From now on", "--role", "chair"]);
    place.json(&["ruling", "stand-ins", "vote", "--because", "As usual", "--role", "chair"]);
    says(
        &today(),
        &[
            "1 for of 1 votes for and against, 1 needed",
            ": adopted; needed: more than 1/2 of the votes for and against (ruling 1 by tester of ",
            "By ruling 2 by tester of ",
            ", made since: a stand-in votes; before, a stand-in listens, without a vote; the positions stay those that \
             were taken.",
        ],
    );
    says(&place.printed(&["decision", BALLOT]), &["**Result:** **1 for of 3 in attendance"]);
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
        let said =
            ["Celine Dufour: recorded", "in truth not in the room; entered ", "recorded after the meeting"];
        says(&text, &said);
        let mark =
            if form == "json" { r#""corrected_later": true"# } else { " (corrected later: see below)" };
        assert_eq!(text.matches(mark).count(), 1, "{text}");
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
        &[
            "AMENDED since",
            "**A time that was corrected**, AFTER THE APPROVAL: Bastian Krol: recorded",
            "**FLAG**, ballot 2026-0001/1: by the times corrected later (without seat 2 Bastian Krol, seat 3 Celine \
             Dufour), 1 of 5 present, 3 needed: no quorum, no decision; it is not counted again",
        ],
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
                "3 of 5 members present when it closed, 3 needed\n",
                &format!("**FLAG:** {WITHOUT_3}"),
                "closed, counted with 3 present, as was known then |  |  | 2 | no, 3 needed",
            ],
        );
    }
    says(
        &minutes(&place),
        &[
            "; FLAG: by the times corrected later, 2 of 5 present: no quorum, no decision; **WARNING",
            "adopted; granted from ",
        ],
    );
    says(&place.printed(&["ballot", "show", BALLOT]), &[&format!("FLAG     {WITHOUT_3}")]);
    let shown = place.json(&["ballot", "show", BALLOT])["hindsight"].clone();
    assert_eq!(shown["text"], WITHOUT_3);
    assert_eq!(
        (&shown["without"], &shown["outcome"], &shown["same"]),
        (&json!([3]), &json!("no-decision"), &json!(false))
    );
    assert_eq!(place.json(&["minutes", MEETING])["items"][0]["ballots"][0]["vote"]["hindsight"], shown);
}

/// The last stay of a seat, and the instant at which the ballot closed, as the file has them.
fn times(place: &Place, seat: u32) -> (Value, String) {
    let tables = place.json(&["export"])["tables"].clone();
    let stay = tables["attendance"].as_array().unwrap().iter().rfind(|stay| stay["seat"] == seat).unwrap();
    let stay = json!({ "seat": seat, "since": stay["since"], "left": stay["gone"] });
    (stay, tables["ballot"][0]["closed"].as_str().unwrap().to_owned())
}

/// Lets `seat` have left at `left`, by a change of that kind.
fn left(place: &Place, kind: &str, seat: u32, left: &str) {
    let (was, _) = times(place, seat);
    let mut now = was.clone();
    now["left"] = json!(left);
    let mut change = json!({ "change": kind, "meeting": MEETING, "seat": seat, "was": was, "now": now });
    if kind == "corrected" {
        change["because"] = json!("Seen at the door");
    }
    place.json(&["apply", &place.file("left.jsonl", change.to_string())]);
}

#[test]
fn a_time_of_leaving_that_crosses_the_closing_reaches_the_ballot() {
    for kind in ["corrected", "attended"] {
        let place = voting();
        decided(&place, &[("1", "for"), ("2", "for"), ("3", "for")]);
        place.json(&["meeting", "out", "1"]);
        assert!(
            place.json(&["ballot", "show", BALLOT])["hindsight"].is_null(),
            "who left after it was there"
        );
        let (stay, _) = times(&place, 3);
        left(&place, kind, 3, stay["since"].as_str().unwrap());
        let shown = place.json(&["ballot", "show", BALLOT]);
        assert_eq!(
            (&shown["hindsight"]["text"], &shown["corrected"]),
            (&json!(WITHOUT_3), &json!([3])),
            "{kind}"
        );
        says(
            &minutes(&place),
            &[
                &format!("**FLAG:** {WITHOUT_3}"),
                "closed, counted with 3 present, as was known then |  |  | 2 | no",
            ],
        );
    }
}

#[test]
fn a_time_of_leaving_put_right_after_the_end_is_reckoned_and_the_room_stays_as_recorded() {
    let place = voting();
    place.json(&["meeting", "in", "4"]);
    decided(&place, &[("1", "for"), ("2", "for"), ("3", "for")]);
    place.json(&["meeting", "adjourn"]);
    let room = |paper: &str| {
        paper.split("### The room over time").nth(1).unwrap().split("## The rules").next().unwrap().to_owned()
    };
    let (before, (stay, closed)) = (minutes(&place), times(&place, 4));
    left(&place, "corrected", 4, stay["since"].as_str().unwrap());
    let after = minutes(&place);
    let table = |paper: &str| room(paper).split("\n\n").nth(1).unwrap().to_owned();
    assert_eq!(table(&before), table(&after), "the table is that of the meeting");
    says(
        &after,
        &[
            "by the times corrected later (without seat 4 Dmitri Vasko) it comes to the same: adopted (3 of 5 present, 3 \
           for of 3 in attendance, 2 needed)",
        ],
    );
    left(&place, "corrected", 4, &closed);
    says(
        &minutes(&place),
        &["**FLAG:** by the times corrected later it comes to the same: adopted (4 of 5 present"],
    );
    assert_eq!(minutes(&place), minutes(&place), "the same file gives the same paper");
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
fn minutes_name_the_amendments_that_were_adopted_in_them() {
    let place = approved();
    let amend = || {
        let text = ["--amend", "Item 1: it said 3", "--because", "typo", "--meeting", "2026-12-08"];
        place.json(&[&["minutes", MEETING][..], &text].concat());
    };
    let paper = || place.printed(&["minutes", "2026-12-08"]);
    amend();
    let one = "**Amended in it:** the minutes of 2026-11-24, amendment 1";
    says(&paper(), &[&format!("{one}, as entered by tester\n")]);
    says(&place.printed(&["minutes", "2026-12-08", "--public"]), &[&format!("{one}\n")]);
    place.json(&["meeting", "adjourn"]);
    place.json(&["meeting", "open", "2026-12-15"]);
    place.json(&["minutes", "2026-12-08", "--approve", "--meeting", "2026-12-15"]);
    let then = paper();
    amend();
    assert_eq!(paper(), then, "what was entered after the approval is not in what was approved");
    says(&then, &["the docket still gives the text of that hash"]);
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
