//! `docket import` from the outside: every row is accounted for, again changes nothing, and what cannot be read leaves
//! the docket as it was.
#![expect(clippy::disallowed_methods, reason = "these tests look at files")]

use serde_json::{Value, json};

use crate::place::Place;

const PROFILES: &str = include_str!("data/vendor-profiles.csv");

fn application(reference: &str, name: &str) -> Value {
    json!({ "ref": reference, "program": "platform", "edition": "2023", "organisation": { "name": name } })
}

fn refs(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|one| one["ref"].as_str().unwrap()).collect()
}

/// The docket's bytes; empty where there is none.
fn bytes(place: &Place) -> Vec<u8> {
    std::fs::read(place.docket()).unwrap_or_default()
}

#[test]
fn every_row_of_a_profile_file_is_accounted_for_and_again_changes_nothing() {
    let place = Place::new();
    let file = place.file("profiles.csv", PROFILES);
    let import = ["import", "--map", "vendor-profile", &file];
    let first = &place.json(&import)[0];
    let queued = refs(&first["queued"]).len();
    let left_out = first["left_out"].as_array().unwrap();
    assert!(queued > 0 && !left_out.is_empty(), "{first}");
    assert!(left_out.iter().all(|one| !one["name"].as_str().unwrap().is_empty()), "left out by name");
    assert!(!first["remarks"].as_array().unwrap().is_empty());
    assert_eq!(place.json(&["list"]).as_array().unwrap().len(), queued);
    let before = bytes(&place);
    let again = &place.json(&import)[0];
    assert_eq!(refs(&again["skipped"]), refs(&first["queued"]));
    assert_eq!((&again["changed"], &again["queued"]), (&json!(false), &json!([])));
    let plain = String::from_utf8(place.run(&import).stdout).unwrap();
    assert!(plain.contains("nothing changed"), "{plain}");
    let rows = first["rows"].as_u64().unwrap();
    let taken = rows - left_out.len() as u64;
    assert!(
        plain.contains(&format!("{rows} rows: {taken} taken, {} left out, 0 refused", left_out.len())),
        "{plain}"
    );
    assert_eq!(bytes(&place), before);
}

#[test]
fn a_file_cut_in_a_row_or_in_another_encoding_is_named_by_line_and_changes_nothing() {
    let place = Place::new();
    let good = place.file("good.json", application("2026-0001", "Nordlicht").to_string());
    place.json(&["import", &good]);
    let before = bytes(&place);
    let (whole_rows, _) = PROFILES.split_once("general,Cloud Provider;Service Provider").unwrap();
    let cut = place.file("cut.csv", whole_rows);
    let message = place.wrong(&["import", "--map", "vendor-profile", &cut]);
    assert!(message.contains("line 6"), "{message}");
    let (before_it, after_it) = PROFILES.split_once('\u{ed}').unwrap();
    let latin1 = [before_it.as_bytes(), b"\xed", after_it.as_bytes()].concat();
    let latin1 = place.file("latin1.csv", &latin1);
    let message = place.wrong(&["import", "--map", "vendor-profile", &latin1]);
    assert!(message.contains("line 5") && message.contains("UTF-8"), "{message}");
    assert_eq!(bytes(&place), before);
}

#[test]
fn what_is_wrong_in_a_file_makes_no_docket() {
    let place = Place::new();
    let file = place.file("one.json", r#"{"ref": "x"}"#);
    assert!(place.wrong(&["import", &file]).contains("organisation"));
    assert!(place.wrong(&["import", "nowhere.json"]).contains("nowhere.json"));
    assert!(place.wrong(&["import", "--map", "unheard-of", &file]).contains("vendor-profile"));
    assert!(place.wrong(&["import"]).contains("FILE"));
    assert!(!place.docket().exists());
}

#[test]
fn a_refused_row_keeps_the_others_out_unless_we_keep_going() {
    let place = Place::new();
    let list = json!([application("a", "A"), { "program": "platform" }, application("b", "B")]);
    let file = place.file("list.json", list.to_string());
    let message = place.wrong(&["import", &file]);
    assert!(message.contains("index 1, /organisation"), "{message}");
    assert!(!place.docket().exists());
    let output = place.run(&["import", "--keep-going", "--json", &file]);
    assert_eq!(output.status.code(), Some(2));
    let account: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(refs(&account[0]["queued"]), ["a", "b"]);
    assert!(account[0]["refused"][0]["place"].as_str().unwrap().contains("index 1"));
    assert_eq!(refs(&place.json(&["list"])), ["a", "b"]);
}

#[test]
fn the_same_ref_twice_in_one_file_is_refused() {
    let place = Place::new();
    let twice = json!([application("a", "A"), application("a", "B")]);
    let file = place.file("twice.json", twice.to_string());
    assert!(place.wrong(&["import", &file]).contains("stands twice"));
}

#[test]
fn other_content_is_left_as_it_is_until_an_update_is_asked_for() {
    let place = Place::new();
    let first = place.file("first.json", application("a", "A").to_string());
    place.json(&["import", &first]);
    let mut later = application("a", "A");
    later["organisation"]["employees"] = 200.into();
    later["evidence"] = json!([{ "requirement": "PLT-E3-O2", "url": "https://example.org/1" }]);
    let file = place.file("later.json", later.to_string());
    let left = &place.json(&["import", &file])[0];
    assert_eq!(refs(&left["left_as_is"]), ["a"]);
    assert_eq!(place.json(&["show", "a"])["submissions"].as_array().unwrap().len(), 1);
    let updated = &place.json(&["import", "--update", &file])[0];
    assert_eq!(refs(&updated["updated"]), ["a"]);
    assert_eq!(refs(&place.json(&["import", "--update", &file])[0]["skipped"]), ["a"]);
    // What stands as before keeps its number and its check; the day it came is no content.
    place.json(&["evidence", "a", "accept", "e1"]);
    later["received"] = "2026-01-01".into();
    let same = place.file("same.json", later.to_string());
    assert_eq!(refs(&place.json(&["import", "--update", &same])[0]["skipped"]), ["a"]);
    let kept = later["evidence"][0].clone();
    later["evidence"] = json!([{ "requirement": "PLT-E3-O2", "url": "https://example.org/2" }, kept]);
    let more = place.file("more.json", later.to_string());
    place.json(&["import", "--update", &more]);
    let shown = place.json(&["show", "a"]);
    let items = shown["items"].as_array().unwrap();
    let of = |url: &str| items.iter().find(|one| one["url"] == url).unwrap();
    assert_eq!(
        (&of("https://example.org/1")["item"], &of("https://example.org/1")["check"]),
        (&json!("e1"), &json!("accepted"))
    );
    assert_eq!(
        (&of("https://example.org/2")["item"], &of("https://example.org/2")["check"]),
        (&json!("e2"), &Value::Null)
    );
    assert_eq!(shown["submissions"].as_array().unwrap().len(), 3);
    assert_eq!(place.json(&["verify"])["ok"], true);
}

#[test]
fn what_reviewers_corrected_and_added_stays_when_more_is_sent() {
    let place = Place::new();
    let import = |sent: &Value| {
        let file = place.file("sent.json", sent.to_string());
        place.json(&["import", "--update", &file])[0].clone()
    };
    let sent = |employees: u32, website: &str, note: &str| {
        let mut sent = application("a", "A");
        sent["organisation"]["employees"] = employees.into();
        sent["organisation"]["website"] = website.into();
        sent["note"] = note.into();
        sent
    };
    import(&sent(140, "https://a.example", "first"));
    place.json(&["amend", "a", "organisation.employees", "150"]);
    place.json(&["amend", "a", "organisation.website", "https://b.example"]);
    place.json(&["amend", "a", "organisation.parent.name", "Holding"]);
    place.json(&["amend", "a", "organisation.parent.employees", "1200"]);
    place.json(&["evidence", "a", "add", "PLT-E3-O2", "https://example.org/found"]);
    place.json(&["evidence", "a", "accept", "e1"]);
    let said = import(&sent(140, "https://c.example", "second"));
    let said = said["remarks"].to_string();
    assert!(said.contains("stays as a reviewer corrected it: 150"), "{said}");
    assert!(
        said.contains("corrected it to `https://b.example`; now the applicant sends `https://c.example`"),
        "{said}"
    );
    let now = || {
        let shown = place.json(&["show", "a"]);
        let organisation = &shown["facts"]["organisation"];
        (
            organisation["employees"].clone(),
            organisation["website"].clone(),
            organisation["parent"].clone(),
            shown["items"].clone(),
        )
    };
    let parent = json!({ "name": "Holding", "employees": 1200 });
    let (employees, website, its_parent, items) = now();
    assert_eq!((employees, website, its_parent), (json!(150), json!("https://c.example"), parent));
    assert_eq!((&items[0]["item"], &items[0]["check"]), (&json!("e1"), &json!("accepted")), "{items}");
    // Sent once more as it stands now, it is the applicant's own from then on.
    import(&sent(150, "https://c.example", "third"));
    import(&sent(140, "https://c.example", "fourth"));
    assert_eq!(now().0, 140);
    assert_eq!(now().3[0]["check"], "accepted");
    assert_eq!(place.json(&["verify"])["ok"], true);
}

#[test]
fn an_update_cannot_ask_for_another_program() {
    let place = Place::new();
    let file = place.file("first.json", application("a", "A").to_string());
    place.json(&["import", &file]);
    let mut other = application("a", "A");
    other["program"] = "enterprise".into();
    let file = place.file("other.json", other.to_string());
    assert!(place.wrong(&["import", "--update", &file]).contains("a ref of its own"));
}

#[test]
fn each_file_is_taken_in_or_not_by_itself() {
    let place = Place::new();
    let good = place.file("good.jsonl", format!("{}\n{}\n", application("a", "A"), application("b", "B")));
    let bad = place.file("bad.json", "[");
    let output = place.run(&["import", &bad, &good]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("bad.json"));
    assert_eq!(refs(&place.json(&["list"])), ["a", "b"]);
}

#[test]
fn standard_input_is_a_file_too() {
    let place = Place::new();
    let file = place.file("one.json", application("a", "A").to_string());
    let output =
        place.command().args(["import", "-"]).stdin(std::fs::File::open(file).unwrap()).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(refs(&place.json(&["list"])), ["a"]);
}

#[test]
fn an_edition_of_ones_own_is_kept_in_the_docket() {
    let place = Place::new();
    let shipped = include_str!("../../assets/editions/2023.toml");
    std::fs::create_dir_all(place.path("config/docket/editions")).unwrap();
    let own =
        place.file("config/docket/editions/own.toml", shipped.replacen("id = \"2023\"", "id = \"own\"", 1));
    let mut application = application("a", "A");
    application["edition"] = "own".into();
    let file = place.file("one.json", application.to_string());
    place.json(&["import", &file]);
    std::fs::remove_file(own).unwrap();
    assert_eq!(place.json(&["assess", "a"])["edition"], "own");
    assert_eq!(place.json(&["verify"])["ok"], true);
}

#[test]
fn a_day_received_that_cannot_be_is_remarked() {
    let place = Place::new();
    let day = |reference: &str, received: &str| {
        json!({ "ref": reference, "program": "platform", "edition": "2023", "received": received,
                "organisation": { "name": format!("Firm {reference}"), "employees": 10 } })
    };
    let rows = json!([day("past", "0001-01-01"), day("far", "9999-12-31"), day("soon", "2199-01-01")]);
    let report = place.json(&["import", &place.file("days.json", rows.to_string())]);
    let said: Vec<String> = report[0]["remarks"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["field"] == "received")
        .map(|one| format!("{} {}", one["ref"], one["text"]).replace('"', ""))
        .collect();
    assert_eq!(said[0], "past 0001-01-01 cannot be meant; the day of import stands for it");
    assert_eq!(said[1], "far 9999-12-31 cannot be meant; the day of import stands for it");
    assert!(said[2].starts_with("soon 2199-01-01 is later than the day of import, "), "{said:?}");
    let today = place.json(&["show", "far"])["received"].clone();
    assert_eq!(place.json(&["show", "past"])["received"], today);
    assert_eq!(place.json(&["show", "soon"])["received"], "2199-01-01");
}
