//! What papers say of what was moved: conditions, another program, a question, a certification that is taken back, and
//! what was pulled out of a consent motion.

use crate::{cli_together, place::Place};

const MEETING: &str = "2026-11-24";

/// All of these stand in a paper.
pub(crate) fn says(text: &str, all: &[&str]) {
    for said in all {
        assert!(text.contains(said), "{said} in {text}");
    }
}

/// A meeting with these applications on its agenda; three are in the room.
pub(crate) fn meeting(applications: &[(&str, &str, &str, &[&str])]) -> Place {
    let place = cli_together::ready(applications);
    place.json(&["meeting", "open", MEETING]);
    place.json(&["meeting", "in", "1", "2", "3"]);
    let refs: Vec<&str> = applications.iter().map(|one| one.0).collect();
    place.json(&[&["meeting", "agenda"], refs.as_slice()].concat());
    place
}

/// Closes the ballot with two for it, and declares it; gives what that prints.
pub(crate) fn carried(place: &Place, ballot: &str) -> String {
    for seat in ["1", "2"] {
        place.json(&["vote", ballot, seat, "for"]);
    }
    place.json(&["ballot", "close", ballot]);
    place.printed(&["ballot", "declare", ballot])
}

/// A meeting that has adopted the motion on the application `a`; and what the declaration printed.
pub(crate) fn adopted(motion: &[&str]) -> (Place, String) {
    let place = meeting(&[("a", "Alder", "platform", &[])]);
    place.json(&[&["ballot", "open", "a", "--motion"], motion].concat());
    let declared = carried(&place, "a/1");
    (place, declared)
}

#[test]
fn what_waits_for_its_conditions_is_said_in_the_same_words_everywhere() {
    let (place, declared) = adopted(&[
        "approve-with-conditions",
        "--in-force",
        "when-cleared",
        "--condition",
        "Mend the pages | N. Owner | 2026-12-15",
        "--from",
        "2026-12-01",
    ]);
    let term = "once its conditions are cleared, from 2026-12-01 at the earliest; no last day was stated";
    let minutes = place.printed(&["minutes", MEETING]);
    assert!(
        !minutes.split("## Who was").next().unwrap().contains("in force when its conditions"),
        "{minutes}"
    );
    says(&declared, &[&format!("granted  platform {term}")]);
    says(&minutes, &[&format!("adopted; granted {term}"), &format!("**Granted:** {term}")]);
    says(&place.printed(&["decision", "a/1"]), &[&format!("**Granted:** {term}")]);
    says(&place.printed(&["letter", "a"]), &[&format!("It holds {term}.")]);
}

#[test]
fn who_may_clear_a_condition_is_not_said_to_have_cleared_it() {
    let terms = [
        "approve-with-conditions",
        "--condition",
        "Mend the pages | N. Owner | 2026-12-15 | Amara Thornwick",
    ];
    let (place, _) = adopted(&terms);
    let papers: [&[&str]; 5] = [
        &["minutes", MEETING],
        &["decision", "a/1"],
        &["ballot", "show", "a/1"],
        &["letter", "a"],
        &["register"],
    ];
    for paper in papers {
        says(&place.printed(paper), &["to be cleared by Amara Thornwick"]);
    }
}

#[test]
fn what_became_another_program_is_said_to_have_asked_for_the_first() {
    let (place, _) = adopted(&["reclassify", "--program", "specialty-solution"]);
    let minutes = place.printed(&["minutes", MEETING]);
    says(
        &minutes,
        &[
            "**Asks for:** FinOps Certified Platform, edition 2023",
            "Terms: as FinOps Certified Specialty Solution.",
        ],
    );
    let letter = "The application of Alder for FinOps Certified Platform, edition 2023 was reclassified as FinOps \
                  Certified Specialty Solution in the meeting of 2026-11-24.";
    says(&place.printed(&["letter", "a"]), &[letter]);
}

#[test]
fn a_question_to_the_series_manager_ends_as_it_was_asked() {
    let (place, _) = adopted(&["refer", "--question", "Who decides?"]);
    let minutes = place.printed(&["minutes", MEETING]);
    assert!(minutes.contains("asking: Who decides?\n") && !minutes.contains("?."), "{minutes}");
    let letter = place.printed(&["letter", "a"]);
    assert!(!letter.contains("ready to be put to the council"), "{letter}");
    says(&letter, &["The council waits for the answer of the Series Manager."]);
}

#[test]
fn a_revocation_is_no_new_vote_on_the_grant_and_its_letter_lists_nothing() {
    let (place, _) = adopted(&["approve"]);
    place.json(&["ballot", "open", "a", "--motion", "revoke"]);
    carried(&place, "a/2");
    let minutes = place.printed(&["minutes", MEETING]);
    says(
        &minutes,
        &[
            "Terms: the certification granted by a/1.",
            "adopted; granted from 2026-11-24; no last day was stated; **WARNING: it was not ready",
            "**; then to revoke: ",
        ],
    );
    for wrong in ["a new vote on what an earlier ballot was about", "earlier ballot on the same"] {
        assert!(!minutes.contains(wrong), "{minutes}");
    }
    let letter = place.printed(&["letter", "a"]);
    assert!(letter.contains("was revoked") && !letter.contains("PLT-E3"), "{letter}");
}

#[test]
fn a_suspension_that_failed_is_told_as_such() {
    let (place, _) = adopted(&["approve"]);
    place.json(&["ballot", "open", "a", "--motion", "suspend"]);
    place.json(&["ballot", "close", "a/2"]);
    place.json(&["ballot", "declare", "a/2"]);
    let letter = place.printed(&["letter", "a"]);
    says(&letter, &["did not suspend the certification", "it stays as it was"]);
    assert!(!letter.contains("PLT-E3"), "{letter}");
}

#[test]
fn a_suspension_that_came_to_no_decision_is_told_as_such() {
    let (place, _) = adopted(&["approve"]);
    place.json(&["ballot", "open", "a", "--motion", "suspend"]);
    place.json(&["meeting", "out", "2", "3"]);
    place.json(&["ballot", "close", "a/2"]);
    place.json(&["ballot", "declare", "a/2"]);
    let letter = place.printed(&["letter", "a"]);
    says(&letter, &["came to no decision", "a motion to suspend the certification", "it stays as it was"]);
    assert!(!letter.contains("PLT-E3"), "{letter}");
}

#[test]
fn what_is_voted_on_again_says_so_and_a_deferral_before_it_is_another_question() {
    let place = meeting(&[("a", "Alder", "platform", &[]), ("b", "Birch", "platform", &[])]);
    place.json(&["ballot", "open", "a", "--motion", "defer", "--returns", "2026-12-08"]);
    carried(&place, "a/1");
    place.json(&["ballot", "open", "b", "--motion", "approve"]);
    place.json(&["ballot", "close", "b/1"]);
    place.json(&["ballot", "declare", "b/1", "--next", "ready-for-tac"]);
    place.json(&["meeting", "adjourn"]);
    place.json(&["meeting", "open", "2026-12-08"]);
    place.json(&["meeting", "in", "1", "2", "3"]);
    place.json(&["meeting", "agenda", "a", "b"]);
    for reference in ["a", "b"] {
        place.json(&["ballot", "open", reference, "--motion", "approve"]);
        carried(&place, &format!("{reference}/2"));
    }
    let minutes = place.printed(&["minutes", "2026-12-08"]);
    let again = |ballot: &str| {
        let part = minutes.split(&format!("### Ballot {ballot}")).nth(1).unwrap();
        part.split("### ").next().unwrap().contains("a new vote on what an earlier ballot was about")
    };
    assert!(!again("a/2") && again("b/2"), "{minutes}");
}

#[test]
fn a_consent_motion_is_one_though_all_but_one_item_were_pulled() {
    let place = meeting(&[("a", "Alder", "platform", &[]), ("b", "Birch", "platform", &[])]);
    place.json(&["meeting", "consent", "a", "b"]);
    place.json(&["ballot", "open", "--consent", "--motion", "approve"]);
    place.json(&["ballot", "pull", "b/1", "--by", "3", "--because", "objects"]);
    carried(&place, "a/1");
    let minutes = place.printed(&["minutes", MEETING]);
    says(&minutes, &["## Consent motion over item 1\n", "b: pulled out of it by Celine Dufour: objects"]);
    let pulled = minutes.split("### Ballot b/1").nth(1).unwrap();
    assert!(!pulled.contains("Other readings"), "{pulled}");
}

#[test]
fn an_electronic_ballot_that_was_pulled_ended_when_it_was() {
    let place = cli_together::ready(&[("a", "Alder", "platform", &[])]);
    place.json(&["ballot", "open", "a", "--motion", "approve", "--electronic", "--deadline", "2099-01-01"]);
    place.json(&["ballot", "pull", "a/1", "--by", "3", "--because", "to be talked over"]);
    let minutes = place.printed(&["minutes", "a/1"]);
    says(&minutes, &[" at the latest", "pulled into a meeting", "2099-01-01"]);
}
