//! The register of conflicts by the command line, and what it refuses.

use serde_json::{Value, json};

use crate::{cli_vote::ready, place::Place};

const APPLICANT: &str = "2026-0001";

fn chair<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    [arguments, &["--role", "chair"]].concat()
}

/// What suggests itself for the application.
fn suggested(place: &Place) -> Value {
    place.json(&["conflict", "list", APPLICANT])["suggested"].clone()
}

/// Seat 3 is a customer of the applicant, says the register.
fn tied() -> Place {
    let place = ready();
    let add = ["conflict", "add", "Celine Dufour", "HALM Beratung GmbH", "--relation", "customer"];
    place.json(&[&add[..], &["--weight", "soft", "--because", "A contract of theirs"]].concat());
    place
}

#[test]
fn a_tie_is_entered_and_suggests_itself() {
    let place = tied();
    let listed = place.json(&["conflict", "list"]);
    assert_eq!(listed["known"][0]["n"], 1);
    assert_eq!(listed["known"][0]["note"], "A contract of theirs");
    let printed = place.printed(&["conflict", "list"]);
    assert!(printed.trim_end().ends_with("A contract of theirs"), "{printed}");
    let found = suggested(&place);
    assert_eq!(found.as_array().map(Vec::len), Some(1));
    assert_eq!((&found[0]["seat"], &found[0]["person"]), (&json!(3), &json!("Celine Dufour")));
    assert_eq!((&found[0]["weight"], &found[0]["state"]), (&json!("soft"), &json!("stands")));
    assert_eq!((&found[0]["with"], &found[0]["known"]), (&json!("Halm Beratung"), &json!(1)));
}

#[test]
fn a_tie_is_not_entered_twice_nor_without_a_name() {
    let place = tied();
    let add = |person, organisation| ["conflict", "add", person, organisation, "--relation", "customer"];
    let twice = place.fails(1, &add("celine dufour", "Halm Beratung"));
    assert!(twice.contains("is in the register already, as conflict 1"), "{twice}");
    let nobody = place.run(&add(" ", "Halm Beratung"));
    assert!(matches!(nobody.status.code(), Some(1 | 2)), "{nobody:?}");
    assert!(String::from_utf8_lossy(&nobody.stderr).contains("without a person or an organisation"));
    let days =
        [&add("Dmitri Vasko", "Halm")[..], &["--from", "2026-02-01", "--until", "2026-01-01"]].concat();
    let backwards = place.run(&days);
    assert!(String::from_utf8_lossy(&backwards.stderr).contains("ends before it begins"), "{backwards:?}");
    assert!(place.wrong(&["conflict", "add", "A", "B", "--relation", "friend"]).contains("customer"));
    assert_eq!(place.json(&["conflict", "list"])["known"].as_array().map(Vec::len), Some(1));
}

#[test]
fn the_chair_waives_with_a_reason_and_undo_takes_it_back() {
    let place = tied();
    let waive = ["conflict", "waive", APPLICANT, "Celine Dufour", "--because", "The contract is over"];
    assert!(place.fails(1, &waive).contains("waiving a conflict is for the chair"));
    place.json(&chair(&waive));
    assert_eq!(suggested(&place)[0]["state"], "waived");
    let word = &place.json(&["conflict", "list"])["words"][0];
    assert_eq!((&word["state"], &word["by"]), (&json!("waived"), &json!("tester")));
    assert_eq!((&word["application"], &word["because"]), (&json!(APPLICANT), &json!("The contract is over")));
    assert!(place.fails(1, &chair(&waive)).contains("is waived already"));
    place.json(&["undo"]);
    assert_eq!(suggested(&place)[0]["state"], "stands");
    assert_eq!(place.json(&["verify"])["ok"], true);
}

#[test]
fn the_chair_dismisses_for_good() {
    let place = tied();
    let dismiss = ["conflict", "dismiss", APPLICANT, "celine dufour", "--because", "Another firm"];
    assert!(place.fails(1, &dismiss).contains("dismissing a conflict is for the chair"));
    place.json(&chair(&dismiss));
    assert_eq!(suggested(&place)[0]["state"], "dismissed");
    assert!(place.fails(1, &chair(&dismiss)).contains("is dismissed already"));
    assert_eq!(place.json(&["verify"])["ok"], true);
    place.run(&["undo"]);
    assert_eq!(suggested(&place)[0]["state"], "dismissed");
}

#[test]
fn nobody_judges_their_own_conflict_or_one_that_is_none() {
    let place = ready();
    place.json(&["conflict", "add", "tester", "Halm Beratung", "--relation", "paid"]);
    for word in ["dismiss", "waive"] {
        let own = place.fails(1, &chair(&["conflict", word, APPLICANT, "tester", "--because", "I say so"]));
        assert!(own.contains("tester is the person concerned"), "{own}");
        let none = chair(&["conflict", word, APPLICANT, "Bastian Krol", "--because", "Why not"]);
        assert!(place.wrong(&none).contains("nobody called `Bastian Krol` has such a conflict"));
        assert!(place.wrong(&chair(&["conflict", word, APPLICANT, "tester"])).contains("--because"));
    }
}

#[test]
fn that_of_whoever_presides_is_judged_by_another_member_alone() {
    let place = ready();
    place.json(&["conflict", "add", "Amara Thornwick", "Halm Beratung", "--relation", "paid"]);
    let said = |word| chair(&["conflict", word, APPLICANT, "Amara Thornwick", "--because", "Long ago"]);
    for word in ["waive", "dismiss"] {
        let refused = place.fails(1, &said(word));
        assert!(refused.contains("another member says it, with --actor NAME"), "{refused}");
        let own = place.fails(1, &[&said(word)[..], &["--actor", "Amara Thornwick"]].concat());
        assert!(own.contains("is the person concerned; let somebody else"), "{own}");
    }
    place.json(&[&said("waive")[..], &["--actor", "Celine Dufour"]].concat());
    assert_eq!(place.json(&["conflict", "list"])["words"][0]["by"], "Celine Dufour");
    let packet = place.printed(&["packet", APPLICANT]);
    assert!(packet.contains("(hard, waived), by Celine Dufour in the role of chair"), "{packet}");
}

#[test]
fn of_several_ties_one_is_named() {
    let place = tied();
    place.json(&["conflict", "add", "Celine Dufour", "Halm Beratung", "--relation", "personal"]);
    let waive = ["conflict", "waive", APPLICANT, "Celine Dufour", "--because", "Known to all"];
    let which = place.wrong(&chair(&waive));
    assert!(which.contains("say which with --relation") && which.contains("personal"), "{which}");
    place.json(&chair(&[&waive[..], &["--relation", "personal"]].concat()));
    let found = suggested(&place);
    let states: Vec<&str> =
        found.as_array().unwrap().iter().map(|one| one["state"].as_str().unwrap()).collect();
    assert_eq!(states.iter().filter(|state| **state == "waived").count(), 1, "{found}");
}

#[test]
fn a_tie_ends_and_is_no_longer_suggested() {
    let place = tied();
    assert!(place.wrong(&["conflict", "end", "7"]).contains("conflict 7 is not known"));
    for written in ["Celine Dufour", "dufour, CELINE", "celine.dufour", "Celine \u{200b}Dufour"] {
        let own = place.fails(1, &["conflict", "end", "1", "--on", "2020-01-31", "--actor", written]);
        assert!(own.contains("nobody ends their own conflict"), "{own}");
    }
    place.json(&["conflict", "end", "1", "--on", "2020-01-31"]);
    assert_eq!(suggested(&place), json!([]));
    assert_eq!(place.json(&["conflict", "list"])["known"][0]["until"], "2020-01-31");
    place.json(&["undo"]);
    assert_eq!(suggested(&place)[0]["state"], "stands");
}

#[test]
fn whoever_the_register_ties_to_the_applicant_is_listed() {
    let place = tied();
    place.json(&["conflict", "add", "Some Reviewer", "Halm Beratung", "--relation", "personal"]);
    place.json(&["conflict", "add", "Some Reviewer", "Another Firm", "--relation", "paid"]);
    place.json(&["assign", APPLICANT, "celine dufour"]);
    let found = suggested(&place);
    let people: Vec<&str> =
        found.as_array().unwrap().iter().map(|one| one["person"].as_str().unwrap()).collect();
    assert_eq!(people, ["Celine Dufour", "Some Reviewer"]);
}
