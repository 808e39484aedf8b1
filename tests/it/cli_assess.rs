//! `docket assess` of a file from the outside: its JSON form, its plain form and its exit statuses.

use serde_json::{Value, json};

use crate::place::Place;

fn platform() -> Value {
    json!({
        "ref": "2026-0001", "program": "platform", "edition": "2023", "received": "2026-09-14",
        "organisation": { "name": "Nordlicht Cloud AG", "employees": 140 },
        "credentials": { "focp": 20 },
    })
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn one_application_is_an_object_with_the_keys_of_the_contract() {
    let place = Place::new();
    let file = place.file("one.json", platform().to_string());
    let one = place.json(&["assess", &file, "--as-of", "2026-11-23"]);
    let expected = [
        "schema",
        "ref",
        "organisation",
        "program",
        "edition",
        "received",
        "as_of",
        "basis",
        "verdict",
        "forecast",
        "requirements",
        "options",
        "headcount",
        "points",
        "coverage",
        "advice",
        "remarks",
    ];
    let mut sorted = expected;
    sorted.sort_unstable();
    assert_eq!(keys(&one), sorted);
    assert_eq!(one["schema"], 1);
    assert_eq!(one["basis"], "as-claimed");
    assert_eq!(one["as_of"], "2026-11-23");
    assert_eq!(one["points"], Value::Null);
    assert_eq!(
        keys(&one["requirements"][0]),
        ["computed", "id", "provenance", "reason", "section", "status"]
    );
    assert_eq!(one["options"], json!({ "need": 3, "of": 6, "stated_of": 5, "met": 0 }));
    assert_eq!(one["headcount"]["tier"], "100-499");
    assert_eq!(keys(&one["headcount"]["rows"][0]), ["counted", "credential", "required"]);
    assert_eq!(keys(&one["coverage"]), ["capabilities", "domains"]);
}

#[test]
fn several_are_an_array_and_linked_ones_find_each_other() {
    let place = Place::new();
    let partner = json!({
        "ref": "tp", "program": "training-partner", "edition": "2023", "linked": ["in"],
        "organisation": { "name": "Lernhaus GmbH" },
    });
    let instructor = json!({
        "ref": "in", "program": "instructor", "edition": "2023", "linked": ["tp"],
        "organisation": { "name": "Lernhaus GmbH" }, "contact": { "name": "I. Lehrer" },
    });
    let file = place.file("two.json", json!([partner, instructor]).to_string());
    let both = place.json(&["assess", &file]);
    let refs: Vec<&Value> = both.as_array().unwrap().iter().map(|one| &one["ref"]).collect();
    assert_eq!(refs, ["tp", "in"]);
    let linked = both[0]["requirements"].as_array().unwrap().iter().find(|one| {
        one["reason"].as_str().unwrap().contains("`in`") || one["reason"].as_str().unwrap().contains(" in")
    });
    assert!(linked.is_some(), "{both}");
}

#[test]
fn check_answers_with_the_exit_status() {
    let place = Place::new();
    let file = place.file("one.json", platform().to_string());
    assert_eq!(place.run(&["assess", &file]).status.code(), Some(0));
    let checked = place.run(&["assess", &file, "--check", "--json"]);
    assert_eq!(checked.status.code(), Some(1));
    assert!(!checked.stdout.is_empty() && checked.stderr.is_empty());
}

#[test]
fn what_cannot_be_read_ends_with_2_and_says_where() {
    let place = Place::new();
    let nameless = place.file("nameless.json", r#"[{"program":"platform","edition":"2023"}]"#);
    assert!(
        place.wrong(&["assess", &nameless]).contains("index 0, /organisation"),
        "named by index and pointer"
    );
    let broken = place.file("broken.json", "{\n  \"ref\": \n}");
    assert!(place.wrong(&["assess", &broken]).contains("line 3"), "named by line");
    assert!(place.wrong(&["assess", "nowhere/one.json"]).contains("no such file"));
    assert!(place.wrong(&["assess", &nameless, "--edition-file", "nowhere.toml"]).contains("nowhere.toml"));
    assert!(place.wrong(&["assess", &nameless, "--as-of", "2026-02-30"]).contains("2026-02-30"));
}

#[test]
fn a_ref_without_a_docket_ends_with_3_and_makes_none() {
    let place = Place::new();
    let output = place.run(&["assess", "2026-0001"]);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    assert!(!place.docket().exists());
}

#[test]
fn an_edition_of_ones_own_is_read_from_its_file() {
    let place = Place::new();
    let shipped = include_str!("../../assets/editions/2023.toml");
    let own = place.file("own.toml", shipped.replacen("id = \"2023\"", "id = \"own\"", 1));
    let mut application = platform();
    application["edition"] = "own".into();
    let file = place.file("one.json", application.to_string());
    assert!(place.wrong(&["assess", &file]).contains("`own` is no edition known here"));
    assert_eq!(place.json(&["assess", &file, "--edition-file", &own])["edition"], "own");
    let listed = place.json(&["editions", "--edition-file", &own]);
    assert!(listed.as_array().unwrap().iter().any(|edition| edition["id"] == "own"));
}

#[test]
fn hidden_characters_are_shown_in_plain_and_escaped_in_json() {
    let place = Place::new();
    let mut application = platform();
    application["organisation"]["name"] = "GmbH\u{202e}fdp\u{1b}[31m".into();
    let file = place.file("one.json", application.to_string());
    let plain = String::from_utf8(place.run(&["assess", &file]).stdout).unwrap();
    assert!(plain.contains("GmbH<U+202E>fdp␛[31m"), "{plain}");
    let json = String::from_utf8(place.run(&["assess", &file, "--json"]).stdout).unwrap();
    assert!(json.contains(r"GmbH\u202efdp\u001b[31m"), "{json}");
}

#[test]
fn editions_and_schemas_can_be_looked_up() {
    let place = Place::new();
    let editions = place.json(&["editions"]);
    let of_2023 = editions.as_array().unwrap().iter().find(|edition| edition["id"] == "2023").unwrap();
    assert_eq!(of_2023["programs"].as_array().unwrap().len(), 6);
    let whole = place.json(&["editions", "2023"]);
    assert_eq!(whole["programs"][0]["requirements"][0]["id"], "PLT-E3-P1");
    assert!(place.wrong(&["editions", "1999"]).contains("known: "));
    let names = place.json(&["schema"]);
    for name in names.as_array().unwrap() {
        let schema = place.json(&["schema", name.as_str().unwrap()]);
        assert!(schema["$schema"].is_string(), "{name}");
    }
    assert!(place.wrong(&["schema", "unheard-of"]).contains("assessment"));
}
