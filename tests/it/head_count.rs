//! A ruling on the head count for Enterprise: it holds for what is judged from then on, and for no ballot opened before.

use docket::{record::Change, rules::Program};
use serde_json::{Value, json};

use crate::{
    cli_together::ready,
    council::seats,
    desks::{console_with_clock, ticking},
    dockets::{act, commit, docket, received},
    place::Place,
};

fn rule(place: &Place, what: &str) {
    place.json(&[
        "ruling",
        "head-count",
        what,
        "--because",
        "Asked",
        "--chair",
        "Amara Thornwick",
        "--role",
        "chair",
    ]);
}

/// The head count of an assessment, with its requirement's status and mark.
fn heads(assessment: &Value) -> (bool, Value, Value) {
    let requirements = assessment["requirements"].as_array().unwrap();
    let one = requirements.iter().find(|one| one["id"] == "ENT-E3-P3").unwrap();
    (assessment["headcount"].is_null(), one["status"].clone(), one["provenance"].clone())
}

fn decide(place: &Place, ballot: &str) {
    for seat in ["1", "2", "3"] {
        place.json(&["vote", ballot, seat, "for"]);
    }
    place.json(&["ballot", "close", ballot]);
    place.json(&["ballot", "declare", ballot]);
}

#[test]
fn a_ruling_holds_for_later_ballots_and_recounts_no_earlier_one() {
    let names = [("a", "Alder"), ("b", "Birch"), ("c", "Cedar")];
    let place = ready(&names.map(|(reference, name)| (reference, name, "enterprise", &[][..])));
    let assessed = |reference: &str| heads(&place.json(&["assess", reference]));
    let inferred = (false, json!("open"), json!("inferred"));
    let ruled_out = (true, json!("not-applicable"), json!("stated"));
    assert_eq!(assessed("a"), inferred);
    place.json(&["meeting", "open", "2026-11-24"]);
    place.json(&["meeting", "in", "1", "2", "3"]);
    place.json(&["meeting", "agenda", "a", "b", "c"]);
    place.json(&["ballot", "open", "a", "--motion", "approve"]);
    rule(&place, "does-not-apply");
    assert_eq!(assessed("a"), inferred, "its ballot is open");
    assert_eq!(assessed("b"), ruled_out);
    decide(&place, "a/1");
    place.json(&["ballot", "open", "b", "--motion", "approve"]);
    decide(&place, "b/1");
    rule(&place, "applies");
    assert_eq!(assessed("a"), inferred, "it is decided");
    assert_eq!(assessed("b"), ruled_out, "it is decided");
    assert_eq!(assessed("c"), (false, json!("open"), json!("stated")));

    let packet = place.json(&["packet", "a", "b", "c"]);
    let read = |item: usize| {
        let found = packet["items"][item]["requirements"].as_array().unwrap();
        found.iter().find(|one| one["id"] == "ENT-E3-P3").unwrap()["status"].clone()
    };
    assert_eq!(
        [0, 1, 2].map(read),
        [json!("open"), json!("not-applicable"), json!("open")],
        "each by its own"
    );

    let rested_on = |ballot: &str| place.json(&["decision", ballot, "--format", "json"]);
    let (a, b) = (rested_on("a/1"), rested_on("b/1"));
    assert_eq!((heads(&a["assessment"]), heads(&b["assessment"])), (inferred, ruled_out));
    let found = b["decision"]["requirements"].as_array().unwrap();
    let ruling = &found.iter().find(|one| one["id"] == "ENT-E3-P3").unwrap()["ruling"];
    let ruling = ruling.as_str().unwrap();
    assert!(ruling.starts_with("ruling 1 of ") && ruling.ends_with(" by Amara Thornwick"), "{ruling}");
    let of_edition = b["today"]["editions"].as_array().unwrap().iter();
    let today = of_edition.filter(|one| one["edition"] == "2023").collect::<Vec<_>>();
    let other = "ENT-E3-P3 was NOT APPLICABLE, would be OPEN";
    assert!(today[0]["differences"].as_array().unwrap().contains(&json!(other)), "by ruling 2: {today:?}");
    let page = |ballot| String::from_utf8(place.run(&["decision", ballot]).stdout).unwrap();
    assert!(page("b/1").contains(&format!("does not apply, by {ruling}")));
    assert!(!page("a/1").contains("does not apply, by ruling"));

    let shown = String::from_utf8(place.run(&["assess", "c"]).stdout).unwrap();
    assert!(shown.contains("ENT-E3-P3: applies, by ruling 2 of"), "{shown}");
    rule(&place, "as-written");
    assert_eq!(assessed("c"), (false, json!("open"), json!("inferred")));
    let again = ["ruling", "head-count", "as-written", "--because", "Asked", "--role", "chair"];
    assert!(place.fails(1, &again).contains("as the edition has it"));
    assert_eq!(place.json(&["ruling", "list"])[1]["was"], "does-not-apply");
    assert_eq!(place.json(&["verify"])["ok"], true);
}

#[test]
fn the_chair_rules_on_it_in_the_meeting_and_review_says_so() {
    let mut store = docket();
    store.commit(&act(), seats(9)).unwrap();
    let mut comes = received("2026-0003", "Halm SE");
    if let Change::Received { program, facts, .. } = &mut comes {
        *program = Program::Enterprise;
        facts.evidence.clear();
    }
    commit(&mut store, comes);
    let mut screen = console_with_clock(store, ticking(), 120, 36);
    screen.press("g q enter j j").see("ENT-E3-P3").see("inferred from the source");
    screen.press("g m P enter O y").press("p p p p p tab");
    screen.press("R").type_text("head count").press("enter").see("The head count for Enterprise?");
    screen.see_no("as the edition has it").type_text("does not").press("enter").see("Ada Winter");
    screen.press("enter").type_text("The source is silent").press("enter");
    screen.see("the head count does not apply to Enterprise; before: ").press("y").see("ruling made");
    screen.press("g q enter").see("n/a      ENT-E3-P3");
    screen.see("does not apply, by ruling 1 of").see("2026-11-23 by Ada Winter");
}
