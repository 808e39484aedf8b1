//! A consent motion, a pair and an electronic ballot by the command line alone.

use serde_json::{Value, json};

use crate::place::Place;

/// A ref, an organisation, what it asks for, and what it is linked to.
type Asking<'a> = (&'a str, &'a str, &'a str, &'a [&'a str]);

/// A training partner and its instructor.
pub(crate) const PAIR: &[Asking<'static>] =
    &[("academy", "Lumen", "training-partner", &["teacher"]), ("teacher", "Lumen", "instructor", &[])];

/// These applications, ready for the council; and three seats.
pub(crate) fn ready(applications: &[Asking<'_>]) -> Place {
    let place = Place::new();
    for (reference, name, program, linked) in applications {
        let application = json!({
            "ref": reference, "program": program, "edition": "2023", "received": "2026-09-14",
            "organisation": { "name": name }, "linked": linked,
        });
        let file = place.file("one.json", application.to_string());
        place.json(&["import", &file]);
        place.json(&["stage", reference, "in-review"]);
        place.json(&[
            "stage",
            reference,
            "ready-for-tac",
            "--because",
            "asked",
            "--presented-by",
            "L. Lead",
            "--role",
            "lead",
        ]);
    }
    for (holder, employer) in
        [("Amara Thornwick", "Bluefield"), ("Bastian Krol", "Cobalt"), ("Celine Dufour", "Orchard")]
    {
        place.json(&["seat", "add", holder, "--employer", employer]);
    }
    place
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// A meeting with five on the consent list: one is in conflict with seat 2, and one is pulled.
pub(crate) fn five_for_consent() -> Place {
    let place = ready(&[
        ("a", "Alder", "platform", &[]),
        ("b", "Birch", "platform", &[]),
        ("c", "Cobalt Ltd", "platform", &[]),
        ("d", "Dogwood", "platform", &[]),
        ("e", "Elder", "platform", &[]),
    ]);
    place.json(&["meeting", "open", "2026-11-24"]);
    place.json(&["meeting", "in", "1", "2", "3"]);
    place.json(&["meeting", "agenda", "a", "b", "c", "d", "e"]);
    place.json(&["meeting", "consent", "a", "b", "c", "d", "e"]);
    place.json(&["meeting", "pull", "b", "--by", "celine", "--because", "the price list"]);
    place
}

#[test]
fn a_consent_motion_with_one_conflicted_and_one_pulled() {
    let place = five_for_consent();
    let listed = place.json(&["meeting", "consent"]);
    assert_eq!(listed[1], json!({ "ref": "b", "pulled": { "by": 3, "because": "the price list" } }));
    let opened = place.json(&["ballot", "open", "--consent", "--motion", "approve"]);
    assert_eq!((&opened["ballot"], texts(&opened["with"])), (&json!("a/1"), vec!["d/1", "e/1"]));
    assert_eq!(opened["out"][0]["reason"], json!("pulled by seat 3: the price list"));
    assert_eq!(opened["out"][1]["ref"], json!("c"));
    for seat in ["1", "2"] {
        place.json(&["vote", "d/1", seat, "for"]);
    }
    assert!(place.fails(1, &["vote", "a/1", "3", "recused"]).contains("pull the items"));
    // Seat 3 has something against one of them alone.
    place.json(&["ballot", "pull", "e/1", "--by", "3", "--because", "objects"]);
    let pulled = place.json(&["ballot", "show", "e/1"]);
    assert_eq!((&pulled["outcome"], &pulled["pulled"]["by"]), (&json!("no-decision"), &json!(3)));
    place.json(&["ballot", "close", "a/1"]);
    let declared = place.json(&["ballot", "declare", "a/1"]);
    assert_eq!((&declared["outcome"], texts(&declared["with"])), (&json!("adopted"), vec!["d/1"]));
    assert_eq!(place.json(&["ballot", "show", "d/1"])["outcome"], json!("adopted"));
    assert_eq!(place.json(&["ballot", "open", "e", "--motion", "approve"])["ballot"], json!("e/2"));
    assert_eq!(place.json(&["verify"])["ok"], json!(true));
}

#[test]
fn a_pair_is_opened_together_or_not_at_all() {
    let place = ready(PAIR);
    place.json(&["meeting", "open", "2026-11-24"]);
    place.json(&["meeting", "in", "1", "2", "3"]);
    place.json(&["meeting", "agenda", "academy"]);
    let missing = place.fails(1, &["ballot", "open", "academy", "--motion", "approve"]);
    assert!(missing.contains("goes together with teacher (instructor)"), "{missing}");
    assert!(missing.contains("put teacher there first"), "{missing}");
    place.json(&["meeting", "agenda", "teacher"]);
    let opened = place.json(&["ballot", "open", "teacher", "--motion", "approve"]);
    assert_eq!((&opened["ballot"], texts(&opened["with"])), (&json!("teacher/1"), vec!["academy/1"]));
    for seat in ["1", "2"] {
        place.json(&["vote", "academy/1", seat, "for"]);
    }
    place.json(&["ballot", "close", "academy/1"]);
    place.json(&["ballot", "declare", "teacher/1"]);
    for reference in ["academy", "teacher"] {
        assert_eq!(place.json(&["show", reference])["stage"], json!("decided"), "{reference}");
    }
}

#[test]
fn an_electronic_ballot_is_answered_from_anywhere() {
    let place = ready(&[("a", "Alder", "platform", &[]), ("b", "Birch", "platform", &[])]);
    let opened = place.json(&[
        "ballot",
        "open",
        "a",
        "--motion",
        "approve",
        "--electronic",
        "--deadline",
        "2099-01-01",
    ]);
    assert_eq!(opened["ballot"], json!("a/1"));
    place.json(&["vote", "a/1", "amara", "for"]);
    let waiting = place.json(&["ballot", "list"]);
    assert_eq!((&waiting[0]["ballot"], &waiting[0]["silent"]), (&json!("a/1"), &json!([2, 3])));
    assert_eq!(waiting[0]["meeting"], json!(null));
    let early = place.fails(1, &["ballot", "close", "a/1"]);
    assert!(early.contains("ballot a/1 is open until"), "{early}");
    place.json(&["vote", "a/1", "2", "for"]);
    // Two of three are a majority of all members: nothing can change it any more.
    place.json(&["ballot", "close", "a/1"]);
    let declared = place.json(&["ballot", "declare", "a/1"]);
    assert_eq!((&declared["outcome"], &declared["in_force"]), (&json!("adopted"), &json!("members")));
    place.json(&[
        "ballot",
        "open",
        "b",
        "--motion",
        "approve",
        "--electronic",
        "--deadline",
        "2099-01-01T17:30",
    ]);
    place.json(&["meeting", "plan", "2099-02-01"]);
    place.json(&["ballot", "pull", "b/1", "--by", "3", "--because", "to be talked over"]);
    assert_eq!(place.json(&["meeting", "agenda", "--meeting", "2099-02-01"]), json!(["b"]));
    assert_eq!(place.json(&["verify"])["ok"], json!(true));
    assert!(
        place.fails(2, &["ballot", "open", "b", "--motion", "approve", "--electronic"]).contains("deadline")
    );
}

#[test]
fn a_ballot_shows_its_terms_its_movers_and_what_it_would_take() {
    let place = ready(&[("a", "Alder", "platform", &[])]);
    place.json(&["meeting", "open", "2026-11-24"]);
    place.json(&["meeting", "in", "1", "3"]);
    place.json(&["meeting", "agenda", "a"]);
    let absent = ["ballot", "open", "a", "--motion", "approve", "--mover", "2"];
    assert!(
        place
            .fails(1, &absent)
            .contains("seat 2 is not in the room with a vote and can neither move nor second")
    );
    place.json(&["meeting", "in", "2"]);
    place.json(&[
        "ballot",
        "open",
        "a",
        "--motion",
        "defer",
        "--returns",
        "2026-12-01",
        "--mover",
        "1",
        "--seconder",
        "bastian",
    ]);
    let shown = |needed: &str| {
        let ballot = place.json(&["ballot", "show", "a/1"]);
        assert_eq!(ballot["needed"], json!(needed));
        ballot
    };
    let ballot = shown("needs 2 more for of 3 outstanding; quorum lost if 2 more leave");
    assert_eq!((&ballot["mover"], &ballot["seconder"]), (&json!(1), &json!(2)));
    assert!(ballot["terms"][0].as_str().unwrap().contains("2026-12-01"), "{ballot}");
    place.json(&["vote", "a/1", "1", "for"]);
    place.json(&["vote", "a/1", "2", "against"]);
    shown("needs 1 more for of 1 outstanding; quorum lost if 2 more leave");
    place.json(&["vote", "a/1", "2", "for", "--slip"]);
    let ballot = shown("carried; quorum lost if 2 more leave");
    assert_eq!(
        (&ballot["changes"][0]["was"], &ballot["changes"][0]["why"]),
        (&json!("against"), &json!("slip"))
    );
    let output = place.run(&["ballot", "show", "a/1"]);
    let text = String::from_utf8(output.stdout).unwrap();
    for said in [
        "mover    seat 1 Amara Thornwick",
        "second   seat 2 Bastian Krol",
        "terms    ",
        "changed  seat 2 Bastian Krol: against, then for (a slip)",
        "needed   carried; quorum lost if 2 more leave",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
    place.json(&["ballot", "close", "a/1"]);
    place.json(&["ballot", "declare", "a/1"]);
    assert_eq!(place.json(&["ballot", "show", "a/1"])["needed"], json!(null));
}

#[test]
fn a_motion_over_two_that_fails_says_where_both_go() {
    let place = ready(PAIR);
    place.json(&["meeting", "open", "2026-11-24"]);
    place.json(&["meeting", "in", "1", "2", "3"]);
    place.json(&["meeting", "agenda", "academy", "teacher"]);
    let early = ["ballot", "open", "teacher", "--motion", "approve", "--from", "2026-09-13"];
    assert!(place.wrong(&early).contains("before the application was received"));
    place.json(&["ballot", "open", "teacher", "--motion", "approve", "--from", "2026-09-14"]);
    place.json(&["ballot", "close", "teacher/1"]);
    let declared = place.run(&["ballot", "declare", "academy/1"]);
    let said = String::from_utf8(declared.stderr).unwrap();
    assert!(said.starts_with("teacher and academy went to decided, as --next was not given"), "{said}");
}

#[test]
fn the_agenda_says_what_is_granted_along_with_an_item_or_is_missing_for_it() {
    let place = ready(PAIR);
    place.json(&["meeting", "open", "2026-11-24"]);
    place.json(&["meeting", "agenda", "teacher"]);
    let together = |place: &Place| place.json(&["meeting", "show"])["topics"][0]["together"].clone();
    let missing = together(&place).as_str().unwrap().to_owned();
    assert!(missing.contains("academy (training-partner), which is not on the agenda"), "{missing}");
    place.json(&["meeting", "agenda", "academy"]);
    assert_eq!(together(&place), "teacher is put to the vote along with academy, as one motion");
    assert!(place.printed(&["meeting", "show"]).contains("along with teacher, as one motion"));
}

#[test]
fn votes_without_a_meeting_stand_in_the_list_of_meetings() {
    let place = ready(&[
        ("a", "Alder", "platform", &[]),
        ("academy", "Lumen", "training-partner", &["teacher"]),
        ("teacher", "Lumen", "instructor", &[]),
    ]);
    place.json(&["meeting", "plan", "2099-02-01"]);
    let open = |reference| {
        let without = ["--electronic", "--deadline", "2099-01-01"];
        place.json(&[&["ballot", "open", reference, "--motion", "approve"][..], &without].concat());
    };
    open("academy");
    carried(&place, "a/1", &["decline"]);
    let listed = place.json(&["meeting", "list"]);
    let rows: Vec<_> = listed
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            (row["meeting"].as_str().unwrap(), row["state"].as_str().unwrap(), row["items"].as_u64().unwrap())
        })
        .collect();
    let both = [("electronic a/1", "adjourned", 1), ("electronic academy/1", "open", 2)];
    assert_eq!(rows, [&[("2099-02-01", "planned", 0)][..], &both].concat());
    assert!(place.printed(&["meeting", "list"]).contains("electronic a/1"), "{listed}");
}

/// Puts a motion with its terms to an electronic vote, which two of three seats carry; gives what was declared.
fn carried(place: &Place, ballot: &str, motion: &[&str]) -> Value {
    let reference = ballot.split('/').next().unwrap();
    let without = ["--electronic", "--deadline", "2099-01-01"];
    let opened = place.json(&[&["ballot", "open", reference, "--motion"][..], motion, &without].concat());
    assert_eq!(opened["ballot"], json!(ballot));
    place.json(&["vote", ballot, "1", "for"]);
    place.json(&["vote", ballot, "2", "for"]);
    place.json(&["ballot", "close", ballot]);
    place.json(&["ballot", "declare", ballot])
}

#[test]
fn every_motion_can_be_put_to_an_electronic_vote() {
    let refs = ["a", "b", "c", "d", "e", "f"];
    let place = ready(&refs.map(|one| (one, one, "platform", &[][..])));
    let effect = |ballot: &str, motion: &[&str]| {
        let declared = carried(&place, ballot, motion);
        assert_eq!(declared["outcome"], json!("adopted"), "{declared}");
        (declared["effect"].as_str().unwrap().to_owned(), declared["stage"].as_str().unwrap().to_owned())
    };
    let said = |effect: &str, stage: &str| (effect.to_owned(), stage.to_owned());
    assert_eq!(effect("a/1", &["approve", "--until", "2100-01-01"]), said("certified", "decided"));
    assert_eq!(
        effect("a/2", &["suspend", "--until", "2099-06-30"]),
        said("suspended until 2099-06-30", "decided")
    );
    assert_eq!(effect("a/3", &["revoke"]), said("revoked", "decided"));
    let conditions = ["approve-with-conditions", "--condition", "Prices | Ann | 2099-02-01"];
    assert_eq!(effect("b/1", &conditions), said("certified with 1 condition", "decided"));
    assert_eq!(effect("c/1", &["decline"]), said("declined", "decided"));
    assert_eq!(
        effect("d/1", &["defer", "--returns", "2099-03-01"]),
        said("deferred until 2099-03-01", "ready-for-tac")
    );
    let (reclassified, stage) = effect("e/1", &["reclassify", "--program", "specialty-solution"]);
    assert!(reclassified.starts_with("reclassified as") && stage == "in-review", "{reclassified}");
    let referred = effect("f/1", &["refer", "--question", "Whose is it?"]);
    assert_eq!(referred, said("referred to the Series Manager: Whose is it?", "ready-for-tac"));
    // What cannot be moved in a meeting cannot be moved without one.
    let decided = ["ballot", "open", "c", "--motion", "approve", "--electronic", "--deadline", "2099-01-01"];
    assert!(place.fails(1, &decided).contains("cannot be moved on an application that is decided"));
    assert_eq!(place.json(&["verify"])["ok"], json!(true));
}
