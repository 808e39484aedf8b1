//! The verbs of papers over a docket with the samples.
#![expect(clippy::disallowed_methods, reason = "these tests look at files")]

use chrono::NaiveDate;
use docket::{
    samples,
    store::{Access, Store, StoreEnv},
};

use crate::place::Place;

/// A place whose docket holds the samples of 2026-11-23.
fn place() -> Place {
    let place = Place::new();
    let path = place.docket();
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut store = Store::open(&path, Access::Create, StoreEnv::counting()).unwrap();
    samples::load(&mut store, "mo", NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()).unwrap();
    place
}

fn printed(place: &Place, arguments: &[&str]) -> String {
    let output = place.run(arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {output:?}");
    assert!(output.stderr.is_empty(), "{arguments:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn minutes_are_the_same_each_time_on_screen_and_in_a_file() {
    let place = place();
    let first = printed(&place, &["minutes", "2026-11-09", "--format", "html"]);
    assert_eq!(first, printed(&place, &["minutes", "2026-11-09", "--format", "html"]));
    let file = place.path("minutes.html");
    let said = place.run(&["minutes", "2026-11-09", "--format", "html", "-o", file.to_str().unwrap()]);
    assert!(said.status.success() && said.stdout.is_empty(), "{said:?}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), first);
    let json = place.json(&["minutes", "2026-11-09"]);
    assert_eq!(json["items"][0]["ballots"][0]["vote"]["reading"]["for"], 8);
    assert_eq!(json["quorum"]["needed"], 8);
    let public = place.json(&["minutes", "2026-11-09", "--public"]);
    assert!(public["items"][1]["ballots"][0]["requirements"].as_array().unwrap().is_empty());
}

#[test]
fn a_paper_never_takes_the_place_of_the_docket() {
    let place = place();
    let before = std::fs::read(place.docket()).unwrap();
    let docket = place.docket();
    let said = place.wrong(&["register", "-o", docket.to_str().unwrap()]);
    assert!(said.contains("is the docket itself"), "{said}");
    assert_eq!(std::fs::read(place.docket()).unwrap(), before);
}

#[test]
fn what_is_not_there_is_named() {
    let place = place();
    for (arguments, says) in [
        (&["minutes", "1999-01-01"] as &[&str], "no meeting and no ballot is `1999-01-01`"),
        (&["packet"], "required"),
        (&["packet", "nobody"], "no application `nobody`"),
        (&["decision", "nobody/1"], "no application `nobody/1`"),
        (&["decision", "northlight-platform"], "no ballot was opened"),
        (&["letter", "nobody"], "no application `nobody`"),
        (&["minutes", "2026-11-09", "--format", "csv"], "possible values: md, html, json"),
    ] {
        let said = place.wrong(arguments);
        assert!(said.contains(says), "{arguments:?}: {said}");
    }
}

#[test]
fn the_packet_of_the_next_meeting() {
    let place = place();
    let json = place.json(&["packet", "--meeting", "2026-11-23"]);
    assert_eq!(json["items"].as_array().unwrap().len(), 3);
    let suggested = json["items"][2]["conflicts"].as_array().unwrap();
    assert_eq!(suggested[0]["holder"], "Elif Sarigul");
    let packet = printed(&place, &["packet", "brightledger-service", "--as-of", "2026-11-23"]);
    insta::assert_snapshot!("packet_md", packet);
}

#[test]
fn a_decision_with_all_that_it_rested_on() {
    let place = place();
    let json = place.json(&["decision", "lanternworks-service"]);
    assert_eq!(json["decision"]["snapshot_holds"], true);
    assert_eq!(json["roster"].as_array().unwrap().len(), 15);
    assert_eq!(json["today"]["council"]["same_text"], true);
    assert_eq!(json["today"]["editions"][0]["verdict"], "ready");
    assert!(json["rules"]["edition"].as_str().unwrap().contains("FSP-E3-M1"));
    assert_eq!(json["application"]["facts"]["organisation"]["name"], "Lanternworks");
    assert_eq!(json["assessment"]["as_of"], "2026-11-09");
    insta::assert_snapshot!("decision_md", printed(&place, &["decision", "gullwing-specialty/1"]));
}

#[test]
fn letters_say_what_was_decided_or_what_is_open() {
    let place = place();
    let note = "the champion is leaving, keep this to ourselves";
    let because = "noted down for the file alone";
    for arguments in [
        &["note", "cindervale-platform", note] as &[&str],
        &["set", "cindervale-platform", "PLT-E3-M1", "not-met", "--because", because],
    ] {
        assert!(place.run(arguments).status.success());
    }
    let open = printed(&place, &["letter", "cindervale-platform", "--date", "2026-11-23"]);
    assert!(!open.contains(note) && !open.contains(because) && !open.contains("moved"), "{open}");
    insta::assert_snapshot!("letter_open_md", open);
    let message = printed(&place, &["letter", "cindervale-platform", "--format", "txt"]);
    assert!(message.starts_with("Subject: FinOps Certified Platform: Cindervale Analytics"), "{message}");
    assert!(printed(&place, &["letter", "cindervale-platform", "--sent"]).contains("wrote note"));
    let granted = printed(&place, &["letter", "lanternworks-service", "--date", "2026-11-23"]);
    insta::assert_snapshot!("letter_granted_md", granted);
    let refused = printed(&place, &["letter", "gullwing-specialty", "--date", "2026-11-23"]);
    assert!(refused.contains("did not grant"), "{refused}");
}

#[test]
fn a_letter_lists_no_optional_requirement_that_was_not_needed() {
    let place = place();
    let told = |id: &str, status: &str| {
        place.json(&[
            "set",
            "quillstone-specialty",
            id,
            status,
            "--because",
            "seen",
            "--text",
            "Please show it.",
        ])
    };
    let letter = |more: &[&str]| printed(&place, &[&["letter", "quillstone-specialty"], more].concat());
    told("SPS-E3-O6", "not-met");
    for form in [&[] as &[&str], &["--format", "html"], &["--format", "txt"]] {
        let paper = letter(form);
        assert!(!paper.contains("SPS-E3-O6") && !paper.contains("listed below"), "{paper}");
        assert!(paper.contains("Nothing that the rules ask for is open or was found short."), "{paper}");
    }
    told("SPS-E3-M2", "not-met");
    let paper = letter(&[]);
    assert!(paper.contains("What is open or was found short is listed below."), "{paper}");
    assert!(paper.contains("**NOT MET**: Please show it.") && !paper.contains("SPS-E3-O6"), "{paper}");
    told("SPS-E3-O4", "not-met");
    assert!(letter(&["--format", "html"]).contains("<strong>NOT MET</strong>: Please show it."));
    let paper = letter(&[]);
    assert!(paper.contains("Of the optional requirements 1 more") && paper.contains("SPS-E3-O6"), "{paper}");
}

#[test]
fn the_register_in_every_form() {
    let place = place();
    let table = printed(&place, &["register", "--format", "csv"]);
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let rows = reader.records().map(Result::unwrap).count();
    assert_eq!(rows, place.json(&["register"]).as_array().unwrap().len());
    assert!(printed(&place, &["register"]).contains("Lanternworks"));
    assert!(printed(&place, &["register", "--format", "html"]).starts_with("<!DOCTYPE html>"));
}
