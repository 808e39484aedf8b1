//! Papers of what was put to the vote as one motion, and of what was voted on without a meeting.

use serde_json::{Value, json};

use crate::cli_together::{PAIR, five_for_consent, ready};

/// How often `what` is said in `text`.
fn times(text: &str, what: &str) -> usize {
    text.matches(what).count()
}

#[test]
fn a_consent_motion_is_printed_as_one_with_what_fell_out() {
    let place = five_for_consent();
    place.json(&["ballot", "open", "--consent", "--motion", "approve"]);
    for seat in ["1", "2"] {
        place.json(&["vote", "a/1", seat, "for"]);
    }
    place.json(&["ballot", "pull", "e/1", "--by", "3", "--because", "objects"]);
    place.json(&["ballot", "close", "a/1"]);
    place.json(&["ballot", "declare", "a/1"]);
    place.json(&["meeting", "correct", "3", "--never", "--because", "Somebody else"]);
    place.json(&["meeting", "adjourn"]);

    let minutes = place.printed(&["minutes", "2026-11-24"]);
    let flag = "FLAG: by the times corrected later it comes to the same: adopted";
    assert_eq!(times(&minutes, flag), 4, "in short and in the table, of each item by itself: {minutes}");
    assert_eq!(times(&minutes, "**FLAG:**"), 2, "not of what was pulled: {minutes}");
    assert_eq!(times(&minutes, "## Consent motion over items 1, 4"), 1, "{minutes}");
    // One roll call for the motion, and one as it was for what was pulled.
    assert_eq!(times(&minutes, "**For (2)**: Amara Thornwick, Bastian Krol"), 2, "{minutes}");
    for said in [
        "b: pulled from the consent list by Celine Dufour: the price list; nothing was decided on it in this meeting",
        "c: fell out for the conflict of",
        "e: pulled out of it by Celine Dufour: objects; nothing was decided on it in this meeting",
        "pulled before it was decided: no decision; nothing was decided on it in this meeting",
        "ballots a/1, d/1 closed",
        "led by ballot a/1",
    ] {
        assert!(minutes.contains(said), "{said} in {minutes}");
    }
    let public = place.printed(&["minutes", "2026-11-24", "--public"]);
    assert!(public.contains("item 3: fell out for a conflict of interest"), "{public}");
    assert!(!public.contains("the price list") && !public.contains("objects"), "{public}");

    let minutes = place.json(&["minutes", "2026-11-24"]);
    let joint = &minutes["joints"][0];
    assert_eq!((&joint["kind"], &joint["lead"]), (&json!("consent"), &json!("a/1")));
    let outcomes: Vec<&Value> = joint["items"].as_array().unwrap().iter().map(|one| &one["ballot"]).collect();
    assert_eq!(outcomes, [&json!("a/1"), &json!("d/1")]);
    assert_eq!(minutes["items"][3]["ballots"][0]["joint"], json!("a/1"));
    // By itself, a decision shows the roll.
    let decision = place.printed(&["decision", "d/1"]);
    assert!(decision.contains("**For (2)**: Amara Thornwick, Bastian Krol"), "{decision}");
}

#[test]
fn a_training_partner_and_its_instructor_are_printed_as_one_motion() {
    let place = ready(PAIR);
    place.json(&["meeting", "open", "2026-11-24"]);
    place.json(&["meeting", "in", "1", "2", "3"]);
    place.json(&["meeting", "agenda", "academy", "teacher"]);
    place.json(&["ballot", "open", "teacher", "--motion", "approve"]);
    for seat in ["1", "2"] {
        place.json(&["vote", "academy/1", seat, "for"]);
    }
    place.json(&["ballot", "close", "academy/1"]);
    place.json(&["ballot", "declare", "teacher/1"]);
    let minutes = place.printed(&["minutes", "2026-11-24"]);
    assert!(minutes.contains("## Training partner and instructor, one motion over items"), "{minutes}");
    assert_eq!(times(&minutes, "**For (2)**"), 1, "{minutes}");
    assert_eq!(place.json(&["minutes", "2026-11-24"])["joints"][0]["kind"], "pair");
}

#[test]
fn a_decision_without_a_meeting_says_who_answered_and_who_did_not() {
    let place = ready(&[("a", "Alder", "platform", &[])]);
    place.json(&["ballot", "open", "a", "--motion", "approve", "--electronic", "--deadline", "2099-01-01"]);
    place.json(&["vote", "a/1", "amara", "for"]);
    let open = place.printed(&["decision", "a"]);
    assert!(open.contains("**Ended:** it is still open") && !open.contains(": adopted"), "{open}");
    place.json(&["vote", "a/1", "2", "for"]);
    place.json(&["ballot", "close", "a/1"]);
    place.json(&["ballot", "declare", "a/1"]);
    let decision = place.printed(&["decision", "a/1"]);
    for said in [
        "until 2099-01-01 23:59 UTC",
        "nothing could change the result any more",
        "all 3 voting members",
        "**Answered:** 2 of 3: Amara Thornwick (",
        "**Did not answer:** 1 of 3: Celine Dufour",
        "2 for of 3 members, 2 needed (more than 1/2 of 3): adopted",
        "The vote: 2 for of 3 members, 2 needed (more than 1/2 of 3): adopted; needed: more than 1/2",
        "up to the declaration",
    ] {
        assert!(decision.contains(said), "{said} in {decision}");
    }
    assert_eq!(place.json(&["decision", "a"])["electronic"]["silent"], json!(["Celine Dufour"]));
}

#[test]
fn who_stands_in_with_a_vote_is_counted_as_a_seat_and_not_as_a_member() {
    let place = ready(&[("a", "Alder", "platform", &[])]);
    place.json(&["ruling", "stand-ins", "vote", "--because", "As usual", "--role", "chair"]);
    place.json(&["meeting", "open", "2026-11-24"]);
    place.json(&["seat", "stand-in", "3", "Ulla Berg", "--employer", "Orchard"]);
    place.json(&["meeting", "in", "1", "3"]);
    let page = place.printed(&["minutes", "2026-11-24"]);
    assert!(page.contains("2 of 3 seats at some time, by 1 member and 1 stand-in; who and when"), "{page}");
}

#[test]
fn minutes_mark_who_has_no_vote_and_do_not_count_them() {
    let place = ready(&[("a", "Alder", "platform", &[])]);
    place.json(&["seat", "add", "Ferran Ode", "--employer", "Granite", "--contributor"]);
    place.json(&["meeting", "open", "2026-11-24"]);
    place.json(&["meeting", "agenda", "a"]);
    place.json(&["seat", "stand-in", "3", "Ulla Berg", "--employer", "Orchard"]);
    place.json(&["meeting", "in", "1", "2", "3", "4"]);
    let minutes = place.json(&["minutes", "2026-11-24"]);
    let rows = minutes["attendance"].as_array().unwrap();
    let named = |name: &str| rows.iter().find(|row| row["holder"] == json!(name)).unwrap();
    assert_eq!(named("Ferran Ode")["standing"], "contributor, no vote");
    assert_eq!(named("Ulla Berg")["standing"], "stands in for Celine Dufour, no vote, does not count");
    assert_eq!(named("Ulla Berg")["counts"], json!(false));
    assert_eq!(named("Celine Dufour")["stays"], json!([]), "it is her stand-in who came");
    assert_eq!(minutes["room"].as_array().unwrap().last().unwrap()["present"], json!(2));
    let page = place.printed(&["minutes", "2026-11-24"]);
    assert!(page.contains("2 of 3 members at some time, and 1 stand-in without a vote;"), "{page}");
    assert!(page.contains("Ulla Berg, stands in for Celine Dufour"), "{page}");
    let packet = place.printed(&["packet", "--meeting", "2026-11-24"]);
    assert!(
        packet.contains("The council: 3 seats, 3 members, quorum 2; 1 contributor without a vote."),
        "{packet}"
    );
}
