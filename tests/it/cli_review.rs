//! A whole review by the command line alone, and how each verb ends.
#![expect(clippy::disallowed_methods, reason = "these tests look at files")]

use serde_json::{Value, json};

use crate::place::Place;

fn platform() -> Value {
    json!({
        "ref": "2026-0001", "program": "platform", "edition": "2023", "received": "2026-09-14",
        "organisation": {
            "name": "Nordlicht Cloud AG", "employees": 90,
            "membership": { "linux_foundation": true, "finops_foundation": "general" },
        },
        "credentials": { "focp": 20 },
        "evidence": [{ "requirement": "PLT-E3-O2", "url": "https://example.org/1", "title": "Case study" }],
        "demo": { "recording": "https://example.org/demo" },
    })
}

fn enterprise() -> Value {
    json!({
        "ref": "2026-0002", "program": "enterprise", "edition": "2023", "received": "2026-09-14",
        "organisation": { "name": "Halm AG", "employees": 140 },
        "claims": [
            { "activity": "overview-interview", "date": "2026-05-04" },
            { "activity": "other-speaking", "count": 2 },
            { "activity": "other-speaking", "count": 3 },
        ],
    })
}

/// A docket with both.
fn queued() -> Place {
    let place = Place::new();
    let file = place.file("both.json", json!([platform(), enterprise()]).to_string());
    place.json(&["import", &file]);
    place
}

/// Finds and records everything that `ready` asks of the platform.
fn make_ready(place: &Place) {
    place.json(&["stage", "2026-0001", "in-review"]);
    for requirement in ["P1", "P2", "M1", "M2", "M3", "O1", "O2", "O4"] {
        let id = format!("PLT-E3-{requirement}");
        place.json(&["set", "2026-0001", &id, "met", "--because", "seen"]);
    }
    place.json(&["evidence", "2026-0001", "accept", "e1"]);
    place.json(&["evidence", "2026-0001", "demo", "2026-11-02", "--minutes", "60", "--passed"]);
    place.json(&["set", "2026-0001", "PLT-E3-V1", "met"]);
}

fn done(changes: &Value) -> Vec<&str> {
    changes["changes"].as_array().unwrap().iter().map(|one| one["what"].as_str().unwrap()).collect()
}

#[test]
fn a_whole_review_brings_a_platform_before_the_council() {
    let place = queued();
    assert_eq!(place.json(&["assess", "2026-0001"])["basis"], "as-found");
    let early = place.fails(1, &["stage", "2026-0001", "ready-for-tac"]);
    assert!(early.contains("cannot become ready for TAC"), "{early}");
    make_ready(&place);
    assert_eq!(place.json(&["assess", "2026-0001", "--check"])["verdict"], "ready");
    place.json(&["stage", "2026-0001", "ready-for-tac"]);
    let ready = place.json(&["list", "--stage", "ready-for-tac"]);
    assert_eq!(ready.as_array().unwrap().len(), 1);
    for key in ["ref", "organisation", "program", "stage", "received"] {
        assert!(ready[0][key].is_string(), "{key}");
    }
    assert_eq!(place.json(&["verify"])["ok"], true);
}

#[test]
fn a_finding_that_the_facts_come_to_contradict_asks_for_a_justification() {
    let place = queued();
    make_ready(&place);
    place.json(&["set", "2026-0001", "PLT-E3-P1", "open"]);
    place.json(&["set", "2026-0001", "PLT-E3-P1", "met"]);
    assert_eq!(place.json(&["assess", "2026-0001"])["verdict"], "ready");
    place.json(&["amend", "2026-0001", "organisation.membership.finops_foundation", "none"]);
    let says = "found met, computed not met";
    assert!(place.fails(1, &["stage", "2026-0001", "ready-for-tac"]).contains(says));
    let shown = place.json(&["show", "2026-0001"]);
    assert!(shown["unjustified"]["PLT-E3-P1"].as_str().unwrap().contains(says), "{shown}");
    assert_eq!(shown["unjustified"].as_object().unwrap().len(), 1);
    place.json(&["set", "2026-0001", "PLT-E3-P1", "met", "--because", "The level is being renewed."]);
    assert_eq!(place.json(&["show", "2026-0001"])["unjustified"], json!({}));
    place.json(&["stage", "2026-0001", "ready-for-tac"]);
}

#[test]
fn a_change_that_the_rules_refuse_ends_with_1_and_says_why() {
    let place = queued();
    place.json(&["stage", "2026-0001", "in-review"]);
    for (arguments, says) in [
        (&["stage", "2026-0001", "ready-for-tac"][..], "not ready for the council"),
        (&["stage", "2026-0001", "decided"], "the meeting alone"),
        (&["set", "2026-0001", "PLT-E3-P1", "not-met"], "give a justification"),
        (
            &["set", "2026-0001", "PLT-E3-M2", "waived", "--because", "x", "--until", "2099-01-01"],
            "role of lead",
        ),
        (&["set", "2026-0001", "PLT-E3-M2", "waived", "--role", "lead"], "needs a reason"),
        (
            &["set", "2026-0001", "PLT-E3-P1", "waived", "--because", "x", "--until", "2099-01-01"],
            "prerequisite",
        ),
        (&["evidence", "2026-0001", "plan-demo", "2099-01-01"], "documents are not in"),
        (&["undo", "--actor", "nobody"], "nothing to undo"),
    ] {
        let message = place.fails(1, arguments);
        assert!(message.contains(says), "{arguments:?}: {message}");
        assert_eq!(message.lines().count(), 1, "{message}");
    }
}

#[test]
fn what_is_not_known_ends_with_2() {
    let place = queued();
    for arguments in [
        &["show", "nix"][..],
        &["assess", "nix"],
        &["history", "nix"],
        &["set", "nix", "PLT-E3-P1", "met"],
        &["set", "2026-0001", "PLT-E3-P9", "met"],
        &["set", "2026-0001", "PLT-E3-P9", "open"],
        &["set", "2026-0001", "PLT-E3-P1", "maybe"],
        &["claim", "2026-0002", "unheard-of", "accept"],
        &["claim", "2026-0002", "other-speaking/3", "accept"],
        &["claim", "2026-0002", "other-speaking", "2"],
        &["claim", "2026-0002", "other-speaking", "-2"],
        &["evidence", "2026-0001", "accept", "e9"],
        &["evidence", "2026-0001", "reset", "e9"],
        &["evidence", "2026-0001", "accept", "x1"],
        &["evidence", "2026-0001", "add", "PLT-E3-X", "https://example.org"],
        &["amend", "2026-0001", "organisation.employees", "50+"],
        &["amend", "2026-0001", "organisation.size", "50"],
        &["stage", "2026-0001", "nowhere"],
        &["stage", "2026-0001", "in-review", "--park", "2020-01-01"],
        &["note", "2026-0001", " "],
        &["assign", "2026-0001"],
    ] {
        assert!(!place.wrong(arguments).is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_missing_docket_ends_a_reading_verb_with_3_and_is_made_by_a_writing_one() {
    for arguments in [
        &["list"][..],
        &["show", "a"],
        &["assess", "a"],
        &["history", "a"],
        &["evidence", "a"],
        &["seat", "list"],
        &["meeting", "list"],
        &["ballot", "show", "a/1"],
        &["export"],
        &["verify"],
    ] {
        let place = Place::new();
        let message = place.fails(3, arguments);
        assert!(message.contains("no docket is there"), "{arguments:?}: {message}");
        assert!(!place.docket().exists(), "{arguments:?}");
    }
    let place = Place::new();
    place.json(&["seat", "add", "A. Person", "--employer", "Example AG"]);
    assert!(place.docket().exists());
    assert_eq!(place.json(&["list"]), json!([]));
}

#[test]
fn what_is_no_docket_ends_with_3_and_stays_as_it_is() {
    let place = Place::new();
    let file = place.file("notes.txt", "not a docket at all");
    for arguments in [&["list"][..], &["seat", "add", "A", "--employer", "B"], &["verify"]] {
        let message = place.fails(3, &[arguments, &["--file", &file]].concat());
        assert!(message.contains("not a docket"), "{arguments:?}: {message}");
    }
    assert_eq!(std::fs::read(&file).unwrap(), b"not a docket at all");
}

#[test]
fn a_claim_is_accepted_rejected_or_counted() {
    let place = queued();
    let all = place.json(&["claim", "2026-0002", "other-speaking", "accept"]);
    assert_eq!(done(&all), ["accepted c2", "accepted c3"]);
    let again = place.json(&["claim", "2026-0002", "other-speaking", "accept"]);
    assert_eq!(again, json!({ "changes": [] }));
    let one = place.json(&["claim", "2026-0002", "other-speaking/2", "1"]);
    assert_eq!(done(&one), ["accepted c3, counted 1"]);
    let counted = place.json(&["claim", "2026-0002", "overview-interview", "0"]);
    assert_eq!(done(&counted), ["accepted c1, counted 0"]);
    let rejected = ["claim", "2026-0002", "other-speaking/1", "reject", "--because", "not public"];
    assert_eq!(done(&place.json(&rejected)), ["rejected c2: not public"]);
    let listed = place.json(&["evidence", "2026-0002"]);
    assert_eq!(listed[1]["check"], "rejected");
    assert_eq!(listed[1]["detail"], "not public");
    let points = place.json(&["assess", "2026-0002"])["points"].clone();
    assert_eq!(points["categories"][4]["raw"], points["total"]);
    assert_ne!(points["total"], 0);
}

#[test]
fn findings_facts_notes_and_assignments_can_be_undone_one_by_one() {
    let place = queued();
    let before = place.json(&["show", "2026-0001"]);
    place.json(&["set", "2026-0001", "PLT-E3-M2", "met", "--because", "seen"]);
    place.json(&["amend", "2026-0001", "organisation.employees", "95"]);
    place.json(&["assign", "2026-0001", "R. Reviewer", "--due", "2099-12-01"]);
    place.json(&[
        "evidence",
        "2026-0001",
        "add",
        "PLT-E3-O2",
        "https://example.org/2",
        "--date",
        "2026-03-02",
    ]);
    place.json(&["evidence", "2026-0001", "ask-demo"]);
    place.json(&["stage", "2026-0001", "received", "--park", "2099-01-01"]);
    let changed = place.json(&["show", "2026-0001"]);
    assert_eq!(changed["facts"]["organisation"]["employees"], 95);
    assert_eq!((&changed["assignee"], &changed["due"]), (&json!("R. Reviewer"), &json!("2099-12-01")));
    assert_eq!(changed["parked"], "2099-01-01");
    assert_eq!(changed["facts"]["evidence"].as_array().unwrap().len(), 2);
    assert_eq!(changed["findings"]["PLT-E3-M2"]["justification"], "seen");
    for _ in 0..6 {
        assert!(place.json(&["undo"])["undone"].is_string());
    }
    assert_eq!(place.json(&["show", "2026-0001"]), before);
    assert_eq!(place.json(&["verify"])["ok"], true);
    let history = place.json(&["history", "2026-0001"]);
    assert_eq!(history.as_array().unwrap().len(), 13);
    assert_eq!(history[0]["what"], "queued: Nordlicht Cloud AG for Platform");
    assert_eq!((&history[12]["undoes"], &history[12]["actor"]), (&json!(true), &json!("tester")));
}

#[test]
fn a_dash_clears() {
    let place = queued();
    place.json(&["assign", "2026-0001", "R. Reviewer", "--due", "2099-12-01"]);
    place.json(&["assign", "2026-0001", "S. Second"]);
    let shown = place.json(&["show", "2026-0001"]);
    assert_eq!((&shown["assignee"], &shown["due"]), (&json!("S. Second"), &json!("2099-12-01")));
    place.json(&["assign", "2026-0001", "-"]);
    place.json(&["amend", "2026-0001", "organisation.employees", "-"]);
    let shown = place.json(&["show", "2026-0001"]);
    assert_eq!((&shown["assignee"], &shown["due"]), (&Value::Null, &Value::Null));
    assert_eq!(shown["facts"]["organisation"]["employees"], Value::Null);
}

#[test]
fn a_lead_presents_what_is_not_ready_with_a_reason() {
    let place = queued();
    place.json(&["stage", "2026-0002", "in-review"]);
    let present = [
        "stage",
        "2026-0002",
        "ready-for-tac",
        "--because",
        "asked for a decision",
        "--presented-by",
        "L. Lead",
    ];
    assert!(place.fails(1, &present).contains("role of lead"));
    place.json(&[&present[..], &["--role", "lead"]].concat());
    let shown = place.json(&["show", "2026-0002"]);
    assert_eq!(shown["presented"], json!({ "by": "L. Lead", "because": "asked for a decision" }));
}

#[test]
fn the_actor_is_the_one_given_else_configured_else_logged_in() {
    let place = queued();
    let last = |place: &Place| {
        let history = place.json(&["history", "2026-0001"]);
        history.as_array().unwrap().last().unwrap()["actor"].clone()
    };
    assert_eq!(last(&place), "tester");
    std::fs::create_dir_all(place.path("config/docket")).unwrap();
    place.file("config/docket/config.toml", "actor = \"C. Configured\"\n");
    place.json(&["note", "2026-0001", "first"]);
    assert_eq!(last(&place), "C. Configured");
    place.json(&["note", "2026-0001", "second", "--actor", "G. Given"]);
    assert_eq!(last(&place), "G. Given");
    let notes = place.json(&["show", "2026-0001"])["notes"].clone();
    assert_eq!((&notes[1]["n"], &notes[1]["text"]), (&json!(2), &json!("second")));
    place.file("config/docket/config.toml", "actor = \n");
    assert!(place.wrong(&["note", "2026-0001", "third"]).contains("config.toml"));
}

#[test]
fn the_queue_can_be_narrowed() {
    let place = queued();
    place.json(&["assign", "2026-0002", "R. Reviewer"]);
    let refs = |arguments: &[&str]| {
        let listed = place.json(&[&["list"], arguments].concat());
        listed
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["ref"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(refs(&[]), ["2026-0001", "2026-0002"]);
    assert_eq!(refs(&["--program", "enterprise"]), ["2026-0002"]);
    assert_eq!(refs(&["--assignee", "R. Reviewer"]), ["2026-0002"]);
    assert_eq!(refs(&["--unassigned"]), ["2026-0001"]);
    assert_eq!(refs(&["--text", "nordlicht"]), ["2026-0001"]);
    assert_eq!(refs(&["--stage", "decided"]), Vec::<String>::new());
    assert_eq!(refs(&["--sort", "organisation"]), ["2026-0002", "2026-0001"]);
}

#[test]
fn plain_forms_are_calm() {
    let place = queued();
    let plain = |arguments: &[&str]| String::from_utf8(place.run(arguments).stdout).unwrap();
    assert!(
        plain(&["show", "2026-0001"])
            .starts_with("2026-0001  Nordlicht Cloud AG\nprogram    platform (new), edition 2023\n")
    );
    assert_eq!(plain(&["set", "2026-0001", "PLT-E3-M2", "met"]), "2026-0001: found PLT-E3-M2 met\n");
    assert_eq!(plain(&["set", "2026-0001", "PLT-E3-M2", "met"]), "nothing to change: it is so already\n");
    assert!(plain(&["list"]).starts_with("2026-0001  platform    received  2026-09-14"));
    assert!(plain(&["verify"]).ends_with("the docket is as it was written\n"));
}
