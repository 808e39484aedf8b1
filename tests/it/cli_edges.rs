//! The command line at its edges: what is refused leaves nothing behind, what is damaged is an answer, and what is
//! typed is understood or explained.
#![expect(clippy::disallowed_methods, reason = "these tests look at files")]

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::place::Place;

/// A place whose docket has one application, `a`, for `enterprise`.
fn queued() -> Place {
    let place = Place::new();
    let application = json!({
        "ref": "a", "program": "enterprise", "edition": "2023", "organisation": { "name": "A" },
        "claims": [{ "activity": "fcp" }]
    });
    let file = place.file("a.json", application.to_string());
    place.json(&["import", &file]);
    place
}

#[test]
fn what_is_refused_makes_no_docket_and_leaves_an_empty_file_empty() {
    let place = Place::new();
    let change = place.file("change.jsonl", r#"{"change":"noted","application":"a","n":1,"text":"x"}"#);
    let export = place.file("export.json", r#"{"journal": 5}"#);
    let asked: [&[&str]; 8] = [
        &["set", "a", "PLT-E3-M1", "met"],
        &["note", "a", "text"],
        &["stage", "a", "in-review"],
        &["vote", "a/1", "1", "for"],
        &["meeting", "adjourn"],
        &["seat", "add", " ", "--employer", "E"],
        &["apply", &change],
        &["apply", &export],
    ];
    for arguments in asked {
        let status = place.run(arguments).status.code().unwrap();
        assert!(matches!(status, 1 | 2), "{arguments:?}: {status}");
        assert!(!place.path("data").exists(), "{arguments:?}");
    }
    assert_eq!(place.run(&["undo"]).status.code(), Some(1));
    let empty = place.file("empty.sqlite", "");
    place.wrong(&["--file", &empty, "note", "a", "text"]);
    assert_eq!(std::fs::metadata(&empty).unwrap().len(), 0);
    place.json(&["--file", &empty, "seat", "add", "B. Person", "--employer", "E"]);
    assert_eq!(place.json(&["--file", &empty, "verify"])["ok"], true);
}

#[test]
fn a_missing_docket_takes_changes_and_an_export() {
    let place = queued();
    let exported = place.run(&["export"]).stdout;
    let export = place.file("export.json", &exported);
    let other = place.path("other.sqlite");
    let other = other.to_str().unwrap();
    place.json(&["--file", other, "apply", &export]);
    assert_eq!(place.run(&["--file", other, "export"]).stdout, exported);
    let seat = r#"{"change":"seated","was":null,"now":{"n":1,"holder":"B","employer":"E","chair":false,"from":null,"until":null}}"#;
    let third = place.path("third.sqlite");
    let third = third.to_str().unwrap();
    let seats = place.file("seats.jsonl", seat);
    place.json(&["--file", third, "apply", &seats]);
    assert_eq!(place.json(&["--file", third, "seat", "list"]).as_array().unwrap().len(), 1);
}

#[test]
fn a_damaged_docket_is_an_answer_and_no_docket_is_none() {
    let place = queued();
    let whole = std::fs::read(place.docket()).unwrap();
    let mut holed = whole.clone();
    holed[100..4_096].fill(0x5a);
    for damaged in [&whole[..80], &holed, &whole[..whole.len() / 2]] {
        std::fs::write(place.docket(), damaged).unwrap();
        let output = place.run(&["verify", "--json"]);
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(answer["ok"], false);
        assert!(answer["checks"].as_array().unwrap().iter().any(|check| check["ok"] == false), "{answer}");
        let plain = place.run(&["verify"]);
        assert_eq!(plain.status.code(), Some(1));
        assert!(String::from_utf8(plain.stdout).unwrap().contains("NO"));
        assert_eq!(std::fs::read(place.docket()).unwrap(), damaged, "left as it was");
    }
    std::fs::write(place.docket(), "something else").unwrap();
    assert!(place.fails(3, &["verify"]).contains("not a docket"));
    std::fs::remove_file(place.docket()).unwrap();
    assert!(place.fails(3, &["verify"]).contains("no docket is there"));
}

#[test]
fn a_negative_number_is_answered_for_what_it_is() {
    let place = queued();
    assert!(place.wrong(&["claim", "a", "fcp", "-3"]).contains("a whole number"));
    assert!(place.wrong(&["tally", "--members", "-3"]).contains("--members"));
    assert!(place.wrong(&["amend", "a", "organisation.employees", "-5"]).contains("whole number"));
    assert!(place.wrong(&["list", "-3"]).contains("-3"));
}

#[test]
fn what_is_out_of_bounds_is_refused_by_its_name() {
    let place = queued();
    let long = "x".repeat(70_000);
    for arguments in [
        &["note", "a", &long][..],
        &["stage", "a", "in-review", "--actor", &long],
        &["seat", "add", &long, "--employer", "Some Company"],
        &["seat", "add", "A. Name", "--employer", &long],
        &["amend", "a", "organisation.name", &long],
        &["assign", "a", &long],
    ] {
        let message = place.wrong(arguments);
        assert!(message.contains("has 70000 characters"), "{arguments:?}: {message}");
    }
    for arguments in [
        &["meeting", "open", "9999-12-31"][..],
        &["seat", "add", "A. Name", "--employer", "Some Company", "--from", "0001-01-01"],
        &["assign", "a", "A. Name", "--due", "9999-12-31"],
        &["stage", "a", "received", "--park", "9999-12-31"],
    ] {
        assert!(place.wrong(arguments).contains("no day that can be meant"), "{arguments:?}");
    }
}

#[test]
fn a_day_is_taken_as_the_console_takes_it() {
    let place = queued();
    let is = || place.json(&["show", "a"])["due"].as_str().unwrap().to_owned();
    place.json(&["assign", "a", "A. Name", "--due", "today"]);
    let today: NaiveDate = is().parse().unwrap();
    place.json(&["assign", "a", "A. Name", "--due", "+7"]);
    assert_eq!(is(), (today + chrono::Days::new(7)).to_string());
    place.json(&["assign", "a", "A. Name", "--due", "2026-12-31"]);
    assert_eq!(is(), "2026-12-31");
    assert_eq!(place.json(&["meeting", "plan", "+7"])["meeting"], (today + chrono::Days::new(7)).to_string());
    for arguments in [
        &["assign", "a", "A. Name", "--due", "soon"][..],
        &["assign", "a", "A. Name", "--due", "2026-1-1"],
        &["seat", "list", "--on", "2026-1-1"],
        &["evidence", "a", "plan-demo", "31.12.2026"],
        &["assess", "a", "--as-of", "2026-02-30"],
    ] {
        let message = place.wrong(arguments);
        assert!(message.contains("is no day: write 2026-12-31, today, or +7"), "{arguments:?}: {message}");
    }
    assert!(place.wrong(&["meeting", "plan", "2026-1-1"]).contains("write 2026-11-24, today, +7"));
}

#[test]
fn words_are_meant_in_any_case_and_by_what_only_they_begin_with() {
    let place = queued();
    place.json(&["stage", "a", "In Review"]);
    for program in ["Enterprise", "ent", "FinOps Certified Enterprise"] {
        assert_eq!(place.json(&["list", "--program", program]).as_array().unwrap().len(), 1, "{program}");
    }
    place.json(&["set", "a", "ENT-E3-P1", "Not Met", "--because", "no member"]);
    let message = place.wrong(&["list", "--program", "s"]);
    assert!(message.contains("specialty-solution") && message.contains("service-provider"), "{message}");
    assert!(place.wrong(&["list", "--program", "cloud"]).contains("specialty-solution"));
}
