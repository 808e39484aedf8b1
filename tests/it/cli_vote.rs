//! A whole vote by the command line alone, and what of it can be taken elsewhere.

use chrono::Local;
use docket::{
    samples,
    store::{Access, Store, StoreEnv},
};
use serde_json::{Value, json};

use crate::place::Place;

/// A docket with an application that a lead presents, and five seats.
pub(crate) fn ready() -> Place {
    let place = Place::new();
    let application = json!({
        "ref": "2026-0001", "program": "service-provider", "edition": "2023", "received": "2026-09-14",
        "organisation": { "name": "Halm Beratung" },
    });
    let file = place.file("one.json", application.to_string());
    place.json(&["import", &file]);
    place.json(&["stage", "2026-0001", "in-review"]);
    place.json(&[
        "stage",
        "2026-0001",
        "ready-for-tac",
        "--because",
        "asked",
        "--presented-by",
        "L. Lead",
        "--role",
        "lead",
    ]);
    for (holder, employer) in [
        ("Amara Thornwick", "Bluefield"),
        ("Bastian Krol", "Cobalt"),
        ("Celine Dufour", "Orchard"),
        ("Dmitri Vasko", "Granite"),
        ("Celine Krol", "Meadow"),
    ] {
        let chair: &[&str] = if holder == "Amara Thornwick" { &["--chair"] } else { &[] };
        place.json(&[&["seat", "add", holder, "--employer", employer], chair].concat());
    }
    place
}

/// The meeting open, the application on its agenda, three in the room, the ballot open.
pub(crate) fn voting() -> Place {
    let place = ready();
    assert_eq!(place.json(&["meeting", "open", "2026-11-24"]), json!({ "meeting": "2026-11-24" }));
    place.json(&["meeting", "in", "1", "bastian", "Celine Dufour"]);
    place.json(&["meeting", "agenda", "2026-0001"]);
    assert_eq!(
        place.json(&["ballot", "open", "2026-0001", "--motion", "approve"]),
        json!({ "ballot": "2026-0001/1" })
    );
    place
}

fn tables(place: &Place, file: &str) -> Value {
    place.json(&["export", "--file", file])["tables"].clone()
}

#[test]
fn a_whole_vote_grants_a_certification_and_goes_elsewhere_verbatim() {
    let place = voting();
    place.json(&["vote", "2026-0001/1", "1", "for"]);
    place.json(&["vote", "2026-0001/1", "bastian", "against"]);
    place.json(&["vote", "2026-0001/1", "2", "for", "--changed"]);
    place.json(&["vote", "2026-0001/1", "dufour", "abstain"]);
    place.json(&["meeting", "in", "dmitri"]);
    place.json(&["vote", "2026-0001/1", "4", "for"]);
    let open = place.json(&["ballot", "show", "2026-0001/1"]);
    assert_eq!((&open["provisional"], &open["outcome"]), (&json!(true), &json!(null)));
    let closed = place.json(&["ballot", "close", "2026-0001/1"]);
    assert_eq!((&closed["state"], &closed["reading"]["for"]), (&json!("closed"), &json!(3)));
    assert!(place.fails(1, &["vote", "2026-0001/1", "1", "against"]).contains("is closed"));
    assert!(place.fails(1, &["set", "2026-0001", "FSP-E3-M1", "met"]).contains("locked"));
    let otherwise = ["ballot", "declare", "2026-0001/1", "--until", "2027-12-31"];
    assert!(place.fails(2, &otherwise).contains("--until"), "only what was moved is granted");
    let declared = place.json(&["ballot", "declare", "2026-0001/1"]);
    assert_eq!((&declared["outcome"], &declared["stage"]), (&json!("adopted"), &json!("decided")));
    assert_eq!(declared["granted"], json!({ "from": "2026-11-24", "until": null }));
    let ended = place.json(&["meeting", "adjourn"]);
    let verified = place.json(&["verify"]);
    assert_eq!(verified["ok"], true, "{verified}");

    let print = verified["fingerprint"].as_str().unwrap();
    assert_eq!(ended["entries"], verified["entries"]);
    let read_out = ended["fingerprint"].as_str().unwrap();
    assert_eq!(read_out, place.json(&["minutes", "2026-11-24"])["fingerprint"]);
    assert_eq!(place.json(&["verify", "--expect", read_out])["ok"], true);
    assert!(print.starts_with(read_out.split('-').next().unwrap()));
    let export = place.path("export.json").to_str().unwrap().to_owned();
    assert_eq!(place.run(&["export", "-o", &export]).status.code(), Some(0));
    let other = place.path("other.sqlite").to_str().unwrap().to_owned();
    place.json(&["apply", &export, "--file", &other]);
    assert_eq!(place.json(&["verify", "--file", &other, "--expect", print])["ok"], true);
    assert_eq!(tables(&place, &other), tables(&place, place.docket().to_str().unwrap()));
    assert!(place.wrong(&["apply", &export, "--file", &other]).contains("not empty"));
    assert_eq!(place.run(&["verify", "--expect", "0000"]).status.code(), Some(1));
}

#[test]
fn what_is_not_ready_any_more_is_not_granted() {
    let place = Place::new();
    let mut store = Store::open(&place.docket(), Access::Create, StoreEnv::system(None)).unwrap();
    let today = Local::now().date_naive();
    samples::load(&mut store, "R. Reviewer", today).unwrap();
    drop(store);
    let (reference, today) = ("northlight-platform", today.to_string());
    place.json(&["set", reference, "PLT-E3-M2", "not-met", "--because", "the page is gone"]);
    place.json(&["meeting", "open", &today]);
    let refused = place.fails(1, &["ballot", "open", reference, "--motion", "approve"]);
    assert!(refused.contains("is short now") && refused.contains("PLT-E3-M2"), "{refused}");
    place.json(&["ballot", "open", reference, "--motion", "decline"]);
}

#[test]
fn one_who_came_late_takes_part_or_does_not() {
    let place = voting();
    place.json(&["meeting", "in", "4", "5"]);
    place.json(&["ballot", "join", "2026-0001/1", "dmitri", "no"]);
    place.json(&["ballot", "join", "2026-0001/1", "5", "yes"]);
    let needed = place.json(&["ballot", "show", "2026-0001/1"])["needed"].as_str().unwrap().to_owned();
    assert!(needed.contains("3 more for of 4 outstanding"), "{needed}");
    let perhaps = place.wrong(&["ballot", "join", "2026-0001/1", "5", "perhaps"]);
    assert!(perhaps.contains("perhaps") && perhaps.contains("yes, no"), "{perhaps}");
    let roll = place.json(&["ballot", "show", "2026-0001/1"])["roll"].clone();
    assert_eq!((&roll[0]["joined"], &roll[3]["joined"]), (&Value::Null, &json!(false)));
    assert_eq!(roll[4]["joined"], json!(true));
    let plain = String::from_utf8(place.run(&["ballot", "show", "2026-0001/1"]).stdout).unwrap();
    assert_eq!(plain.matches("came late, takes no part").count(), 1, "{plain}");
}

#[test]
fn who_comes_in_late_is_asked_about() {
    let place = voting();
    let came = place.run(&["meeting", "in", "4"]);
    assert_eq!(came.status.code(), Some(0));
    let asked = String::from_utf8(came.stderr).unwrap();
    assert!(asked.contains("seat 4 Dmitri Vasko came in late to ballot 2026-0001/1"), "{asked}");
    assert!(asked.contains("docket ballot join 2026-0001/1 4 yes"), "{asked}");
    place.json(&["ballot", "join", "2026-0001/1", "4", "no"]);
    assert_eq!(
        place.json(&["ballot", "join", "2026-0001/1", "4", "no"])["changes"],
        json!([]),
        "said already"
    );
    place.json(&["meeting", "out", "4"]);
    let again = place.run(&["meeting", "in", "4"]);
    assert!(again.stderr.is_empty(), "it has said so");
}

#[test]
fn who_left_after_voting_is_named_while_the_ballot_is_open() {
    let place = voting();
    place.json(&["vote", "2026-0001/1", "1", "for"]);
    place.json(&["meeting", "out", "1"]);
    let shown = place.json(&["ballot", "show", "2026-0001/1"]);
    assert_eq!(shown["to_ask"], "1 position of one who left, not counted: asked at close");
    let asked = place.fails(1, &["ballot", "close", "2026-0001/1"]);
    for part in ["seat 1 Amara Thornwick (for)", "--left 1", "--falls 1"] {
        assert!(asked.contains(part), "{asked}");
    }
    assert_eq!(place.json(&["ballot", "show", "2026-0001/1"])["state"], "open", "it was asked before");
    place.wrong(&["ballot", "close", "2026-0001/1", "--left", "1", "--falls", "1"]);
    let closed = place.json(&["ballot", "close", "2026-0001/1", "--left", "1"]);
    assert_eq!(closed["to_ask"], json!(null));
}

#[test]
fn what_was_not_adopted_says_where_it_went_and_how_it_is_voted_on_again() {
    let place = voting();
    for seat in ["1", "2", "3"] {
        place.json(&["vote", "2026-0001/1", seat, "against"]);
    }
    let closed = String::from_utf8(place.run(&["ballot", "close", "2026-0001/1"]).stdout).unwrap();
    let ways = "decided, or by --next to in-review, awaiting-applicant, ready-for-tac";
    assert!(closed.contains(ways), "{closed}");
    let declared = place.run(&["ballot", "declare", "2026-0001/1"]);
    let said = String::from_utf8(declared.stderr).unwrap();
    assert!(said.contains("went to decided") && said.contains("--next in-review"), "{said}");

    let way = "docket stage REF in-review --because";
    let listed = place.run(&["meeting", "agenda", "2026-0001"]);
    assert!(String::from_utf8(listed.stderr).unwrap().contains(way), "it is on it, and that is not enough");
    let open = ["ballot", "open", "2026-0001", "--motion", "approve"];
    assert!(place.fails(1, &open).contains(way));
    place.json(&["meeting", "adjourn"]);
    place.json(&["meeting", "open", "2026-12-08"]);
    assert!(place.fails(1, &["meeting", "agenda", "2026-0001"]).contains(way));

    place.json(&["stage", "2026-0001", "in-review", "--because", "a new price list"]);
    let ready = ["stage", "2026-0001", "ready-for-tac", "--because", "asked", "--presented-by", "L. Lead"];
    place.json(&[&ready[..], &["--role", "lead"]].concat());
    place.json(&["meeting", "agenda", "2026-0001"]);
    place.json(&["meeting", "in", "1", "2", "3"]);
    assert_eq!(place.json(&open)["ballot"], "2026-0001/2");
}

#[test]
fn verify_has_the_keys_of_the_contract() {
    let place = ready();
    let verified = place.json(&["verify"]);
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&verified), ["checks", "entries", "fingerprint", "ok"]);
    assert_eq!(keys(&verified["checks"][0]), ["detail", "id", "ok"]);
}

#[test]
fn what_the_rules_of_order_refuse_ends_with_1() {
    let place = voting();
    for (arguments, says) in [
        (&["vote", "2026-0001/1", "4", "for"][..], "not in the room"),
        (&["vote", "2026-0001/1", "1", "absent"], "docket meeting out 1"),
        (&["meeting", "in", "1"], "in the room already"),
        (&["meeting", "out", "4"], "not in the room"),
        (&["meeting", "adjourn"], "not declared"),
        (&["meeting", "open", "2026-11-24"], "open already"),
        (&["meeting", "open", "2026-11-25"], "still open"),
        (&["ballot", "declare", "2026-0001/1"], "close it"),
        (&["ballot", "open", "2026-0001", "--motion", "decline"], "declare"),
    ] {
        let message = place.fails(1, arguments);
        assert!(message.contains(says), "{arguments:?}: {message}");
    }
}

#[test]
fn what_is_not_known_ends_with_2() {
    let place = voting();
    for arguments in [
        &["vote", "2026-0001/9", "1", "for"][..],
        &["vote", "2026-0001", "1", "for"],
        &["vote", "2026-0001/1", "99", "for"],
        &["vote", "2026-0001/1", "celine", "for"],
        &["vote", "2026-0001/1", "nobody", "for"],
        &["vote", "2026-0001/1", "1", "maybe"],
        &["meeting", "in", "99"],
        &["meeting", "show", "2020-01-01"],
        &["meeting", "open", "tomorrow"],
        &["meeting", "agenda", "nix"],
        &["ballot", "show", "nix/1"],
        &["ballot", "open", "nix", "--motion", "approve"],
        &["ballot", "open", "2026-0001", "--motion", "praise"],
        &["seat", "end", "nobody", "2026-12-31"],
        &["seat", "add", "No Employer"],
        &["seat", "suspend", " ", "--because", "Nobody"],
        &["condition", "list", "nix"],
        &["condition", "list", "2026-0001/9"],
    ] {
        assert!(!place.wrong(arguments).is_empty(), "{arguments:?}");
    }
    let several = place.wrong(&["vote", "2026-0001/1", "celine", "for"]);
    assert!(several.contains("3 Celine Dufour, 5 Celine Krol"), "{several}");
}

#[test]
fn a_position_is_taken_back_and_absence_is_attendance() {
    let place = voting();
    place.json(&["vote", "2026-0001/1", "1", "for"]);
    assert_eq!(place.json(&["vote", "2026-0001/1", "1", "for"]), json!({ "changes": [] }));
    let unsaid = place.json(&["vote", "2026-0001/1", "1", "against"]);
    assert_eq!(unsaid["changes"][0]["what"], "seat 1: against, before for (not said why)");
    assert_eq!(place.json(&["ballot", "show", "2026-0001/1"])["changes"][0]["why"], Value::Null);
    let back = place.json(&["vote", "2026-0001/1", "1", "no-response", "--slip"]);
    assert_eq!(back["changes"][0]["what"], "seat 1 took its position back (a slip)");
    assert_eq!(place.json(&["vote", "2026-0001/1", "4", "absent"]), json!({ "changes": [] }));
    place.json(&["vote", "2026-0001/1", "2", "recused"]);
    place.json(&["meeting", "out", "2"]);
    let roll = place.json(&["ballot", "show", "2026-0001/1"])["roll"].clone();
    assert_eq!((&roll[1]["left"], &roll[1]["present"]), (&json!(true), &json!(false)));
    assert_eq!(roll[0]["position"], Value::Null);
}

#[test]
fn without_a_quorum_nothing_is_decided_and_the_next_ballot_has_the_next_number() {
    let place = voting();
    place.json(&["meeting", "out", "2", "3"]);
    place.json(&["ballot", "close", "2026-0001/1"]);
    let declared = place.json(&["ballot", "declare", "2026-0001/1"]);
    assert_eq!((&declared["outcome"], &declared["stage"]), (&json!("no-decision"), &json!("ready-for-tac")));
    place.json(&["meeting", "in", "2", "3"]);
    assert_eq!(place.json(&["meeting", "agenda"]), json!(["2026-0001"]), "it stays listed");
    let again = place.json(&["ballot", "open", "2026-0001", "--motion", "decline"]);
    assert_eq!(again, json!({ "ballot": "2026-0001/2" }));
    for seat in ["1", "2", "3"] {
        place.json(&["vote", "2026-0001/2", seat, "against"]);
    }
    place.json(&["ballot", "close", "2026-0001/2"]);
    let declared = place.json(&["ballot", "declare", "2026-0001/2", "--next", "in-review"]);
    assert_eq!((&declared["outcome"], &declared["stage"]), (&json!("not-adopted"), &json!("in-review")));
    assert_eq!(place.run(&["ballot", "show", "2026-0001/2", "--check"]).status.code(), Some(1));
    assert_eq!(place.json(&["verify"])["ok"], true);
}

#[test]
fn a_meeting_is_planned_then_opened_and_a_second_one_that_day_has_a_number() {
    let place = ready();
    assert_eq!(place.json(&["meeting", "plan", "2026-11-24"])["meeting"], "2026-11-24");
    place.json(&["meeting", "agenda", "2026-0001", "--meeting", "2026-11-24"]);
    assert!(place.wrong(&["meeting", "in", "1"]).contains("no meeting is open"));
    assert_eq!(place.json(&["meeting", "open", "2026-11-24"])["meeting"], "2026-11-24");
    assert_eq!(place.json(&["meeting", "agenda"]), json!(["2026-0001"]));
    place.json(&["meeting", "adjourn"]);
    assert_eq!(place.json(&["show", "2026-0001"])["stage"], "ready-for-tac");
    assert_eq!(place.json(&["meeting", "open", "2026-11-24"])["meeting"], "2026-11-24-2");
    let listed = place.json(&["meeting", "list"]);
    assert_eq!(
        listed[0],
        json!({ "meeting": "2026-11-24-2", "date": "2026-11-24", "state": "open", "items": 0 })
    );
    let shown = place.json(&["meeting", "show", "2026-11-24"]);
    assert_eq!((&shown["state"], &shown["reading"]), (&json!("adjourned"), &json!("attendance")));
}

#[test]
fn another_reading_is_for_the_chair() {
    let place = ready();
    let open = ["meeting", "open", "2026-11-24", "--reading", "cast"];
    assert!(place.fails(1, &open).contains("chair"));
    place.json(&[&open[..], &["--role", "chair"]].concat());
    assert_eq!(place.json(&["meeting", "show"])["reading"], "cast");
}

#[test]
fn seats_are_listed_and_end() {
    let place = ready();
    let seat = json!({
        "n": 6, "holder": "Elif Sarigul", "employer": "Bright", "chair": false,
        "from": "2026-01-01", "until": null,
    });
    let add = ["seat", "add", "Elif Sarigul", "--employer", "Bright", "--from", "2026-01-01"];
    assert_eq!(place.json(&add), seat);
    place.json(&["seat", "end", "elif", "2026-06-30"]);
    let seats = place.json(&["seat", "list"]);
    assert_eq!((seats.as_array().unwrap().len(), &seats[5]["until"]), (6, &json!("2026-06-30")));
    assert!(place.fails(1, &["seat", "add", "Second Chair", "--employer", "X", "--chair"]).contains("chair"));
}

#[test]
fn changes_go_through_the_one_door_all_or_none() {
    let place = ready();
    let note = |n: u32| json!({ "change": "noted", "application": "2026-0001", "n": n, "text": "seen", "actor": "W. Writer" });
    let file = place.file("changes.jsonl", format!("{}\n\n{}\n", note(1), note(1)));
    let output = place.run(&["apply", &file]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(String::from_utf8(output.stderr).unwrap().contains("line 3 is refused"));
    assert_eq!(place.json(&["show", "2026-0001"])["notes"], json!([]));
    let file = place.file("changes.jsonl", format!("{}\n{}\n", note(1), note(2)));
    assert_eq!(place.json(&["apply", &file])["changes"].as_array().unwrap().len(), 2);
    let notes = place.json(&["show", "2026-0001"])["notes"].clone();
    assert_eq!((&notes[1]["actor"], &notes[1]["text"]), (&json!("W. Writer"), &json!("seen")));
    for (line, says) in [
        ("{", "line 1"),
        (r#"{"change":"unheard-of"}"#, "schema change"),
        (r#"{"change":"founded","docket":"x","schema":1}"#, "founded by itself"),
        (r#"{"change":"noted","application":"nix","n":1,"text":"x"}"#, "nix"),
        ("", "no change"),
    ] {
        let file = place.file("wrong.jsonl", line);
        let message = place.wrong(&["apply", &file]);
        assert!(message.contains(says), "{line}: {message}");
    }
    assert_eq!(place.json(&["verify"])["ok"], true);
}

#[test]
fn an_export_that_was_changed_is_refused() {
    let place = ready();
    let export = place.json(&["export"]).to_string();
    let changed = place.file("changed.json", export.replacen("Amara", "Zamara", 1));
    let other = place.path("other.sqlite").to_str().unwrap().to_owned();
    assert!(place.wrong(&["apply", &changed, "--file", &other]).contains("cannot be taken in"));
}
