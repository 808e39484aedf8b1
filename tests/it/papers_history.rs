//! What minutes say of how an application came before the council: earlier ballots, a decision that was taken up again,
//! a waiver, an item that was put on late.

use crate::{
    papers_motions::{adopted, carried, meeting, says},
    place::Place,
};

const MEETING: &str = "2026-11-24";
const LATER: &str = "2026-12-08";

/// Ends the meeting, and calls the next one with `a` on its agenda.
fn next_meeting(place: &Place) {
    place.json(&["meeting", "adjourn"]);
    place.json(&["meeting", "open", LATER]);
    place.json(&["meeting", "in", "1", "2", "3"]);
    place.json(&["meeting", "agenda", "a"]);
}

#[test]
fn a_deferral_is_named_when_the_application_is_decided_later() {
    let place = meeting(&[("a", "Alder", "platform", &[])]);
    place.json(&["ballot", "open", "a", "--motion", "defer", "--returns", LATER]);
    carried(&place, "a/1");
    next_meeting(&place);
    place.json(&["ballot", "open", "a", "--motion", "approve"]);
    carried(&place, "a/2");
    let earlier = "**Earlier ballots:** a/1 in the meeting of 2026-11-24, to defer: adopted";
    says(&place.printed(&["minutes", LATER]), &[earlier]);
    says(&place.printed(&["decision", "a/2"]), &[earlier]);
    says(
        &place.printed(&["minutes", LATER, "--public"]),
        &["1/1 in the meeting of 2026-11-24, to defer: adopted"],
    );
}

#[test]
fn how_an_earlier_ballot_of_the_meeting_ended_is_in_the_decisions_in_short() {
    let place = meeting(&[("a", "Alder", "platform", &[])]);
    place.json(&["ballot", "open", "a", "--motion", "approve"]);
    place.json(&["ballot", "close", "a/1"]);
    place.json(&["ballot", "declare", "a/1", "--next", "ready-for-tac"]);
    place.json(&["meeting", "agenda", "a"]);
    place.json(&["ballot", "open", "a", "--motion", "approve"]);
    carried(&place, "a/2");
    let minutes = place.printed(&["minutes", MEETING]);
    says(minutes.split("## Who was").next().unwrap(), &["; after a/1: not adopted"]);
}

#[test]
fn what_was_decided_and_is_taken_up_again_says_by_whom_and_why() {
    let (place, _) = adopted(&["decline"]);
    let again = ["stage", "a", "in-review", "--because", "New facts came in"];
    place.json(&again);
    let presented = ["--because", "asked", "--presented-by", "L. Lead", "--role", "lead"];
    place.json(&[&["stage", "a", "ready-for-tac"] as &[&str], &presented].concat());
    let waived = ["waived", "--because", "Slack was down", "--until", "2099-12-31", "--role", "lead"];
    place.json(&[&["set", "a", "PLT-E3-M2"] as &[&str], &waived].concat());
    next_meeting(&place);
    for n in 2..=3 {
        place.json(&["ballot", "open", "a", "--motion", "approve"]);
        place.json(&["ballot", "close", &format!("a/{n}")]);
        place.json(&["ballot", "declare", &format!("a/{n}"), "--next", "ready-for-tac"]);
        place.json(&["meeting", "agenda", "a"]);
    }
    let minutes = place.printed(&["minutes", LATER]);
    for paper in [&minutes, &place.printed(&["decision", "a/2"])] {
        says(
            paper,
            &["**Taken up again:** it had been decided; taken up again ", " by tester: New facts came in."],
        );
        says(paper, &["**WAIVED** by tester as lead; "]);
    }
    assert_eq!(minutes.matches("New facts came in").count(), 1, "of the first ballot after it: {minutes}");
    let public = place.printed(&["minutes", LATER, "--public"]);
    assert!(!public.contains("New facts") && !public.contains("tester"), "{public}");
}

#[test]
fn a_suspension_says_from_which_day_until_when() {
    let (place, _) = adopted(&["approve"]);
    place.json(&["ballot", "open", "a", "--motion", "suspend", "--until", "2026-12-31"]);
    carried(&place, "a/2");
    place.json(&["ballot", "open", "a", "--motion", "revoke"]);
    carried(&place, "a/3");
    for version in [&[] as &[&str], &["--public"]] {
        let minutes = place.printed(&[&["minutes", MEETING], version].concat());
        says(
            &minutes,
            &[
                "**Effect:** suspended from 2026-11-24 until 2026-12-31",
                "**Effect:** revoked from 2026-11-24",
            ],
        );
    }
    let short = place.printed(&["minutes", MEETING]).split("## Who was").next().unwrap().to_owned();
    says(&short, &["; then to revoke: ", "; revoked from 2026-11-24", "; after a/2, to suspend: adopted"]);
    says(&place.printed(&["register"]), &["revoked from 2026-11-24, by ballot a/3"]);
}

#[test]
fn an_item_that_was_not_in_the_packet_says_so() {
    let place = meeting(&[("a", "Alder", "platform", &[]), ("b", "Birch", "platform", &[])]);
    place.json(&["meeting", "agenda", "--off", "b"]);
    place.printed(&["packet", "--meeting", MEETING, "--sent"]);
    place.json(&["meeting", "agenda", "b"]);
    let minutes = place.printed(&["minutes", MEETING]);
    assert_eq!(minutes.matches("It was not in the packet that was sent.").count(), 1, "{minutes}");
    assert!(minutes.split("Item 2: Birch").nth(1).unwrap().contains("It was not in the packet"), "{minutes}");
}

#[test]
fn who_voted_in_spite_of_a_conflict_is_told_at_the_roll() {
    let place = meeting(&[("a", "Alder", "platform", &[])]);
    let tie = ["--relation", "competitor", "--weight", "soft", "--because", "sells the same"];
    place.json(&[&["conflict", "add", "Bastian Krol", "Alder"] as &[&str], &tie].concat());
    place.json(&["ballot", "open", "a", "--motion", "approve"]);
    carried(&place, "a/1");
    let said = "VOTED ALTHOUGH A CONFLICT STANDS: ";
    for paper in [&["minutes", MEETING] as &[&str], &["decision", "a/1"]] {
        assert_eq!(place.printed(paper).matches(said).count(), 1, "{paper:?}");
    }
    assert!(!place.printed(&["minutes", MEETING, "--public"]).contains("CONFLICT"));
}

#[test]
fn a_vote_that_goes_on_for_days_has_the_day_at_each_time() {
    let place = crate::cli_together::ready(&[("a", "Alder", "platform", &[])]);
    place.json(&["ballot", "open", "a", "--motion", "approve", "--electronic", "--deadline", "2099-01-01"]);
    place.json(&["vote", "a/1", "1", "against"]);
    place.json(&["vote", "a/1", "1", "for", "--changed"]);
    let minutes = place.printed(&["minutes", "a/1"]);
    let course = minutes.split("**Course:** opened ").nth(1).unwrap();
    let changed = minutes.split("against at first, then for, ").nth(1).unwrap();
    for told in [course, changed] {
        assert!(told.lines().next().unwrap().contains(" UTC"), "{minutes}");
    }
}
