//! A meeting by the command line: times put right, free items, notes, rulings, packets.

use serde_json::{Value, json};

use crate::{
    cli_vote::{ready, voting},
    place::Place,
};

fn shown(place: &Place) -> Value {
    place.json(&["meeting", "show", "2026-11-24"])
}

/// The minute of the call to order by the clock, as 14:05.
fn minute_of_call(place: &Place) -> String {
    shown(place)["called"].as_str().unwrap()[11..16].to_owned()
}

fn said(place: &Place, arguments: &[&str]) -> String {
    place.json(arguments)["changes"][0]["what"].as_str().unwrap().to_owned()
}

fn chair(place: &Place, arguments: &[&str]) -> Value {
    place.json(&[arguments, &["--role", "chair"]].concat())
}

#[test]
fn a_corrected_time_is_flagged_and_never_recounts_a_closed_ballot() {
    let place = voting();
    for seat in ["1", "2", "3"] {
        place.json(&["vote", "2026-0001/1", seat, "for"]);
    }
    let closed = place.json(&["ballot", "close", "2026-0001/1"]);
    let minute = minute_of_call(&place);
    let never = ["meeting", "correct", "2", "--never", "--because", "It was somebody else's voice"];
    assert!(said(&place, &never).starts_with("corrected seat 2: not in, recorded as in since"));
    assert!(
        said(
            &place,
            &["meeting", "correct", "celine d", "--in", &minute, "--because", "The minute taker's watch"]
        )
        .starts_with("corrected seat 3: in since")
    );
    place.json(&["meeting", "correct", "dmitri", "--in", &minute, "--because", "Came in unseen"]);

    let meeting = shown(&place);
    assert_eq!(meeting["quorum"]["present"], 3, "seats 1, 3 and 4 now");
    assert_eq!(meeting["corrections"].as_array().unwrap().len(), 3);
    assert_eq!(meeting["corrections"][0]["now"], Value::Null);
    assert!(meeting["corrections"][0]["was"]["since"].is_string(), "the earlier time is kept");
    assert_eq!(meeting["corrections"][2]["actor"], "tester");

    let same = place.json(&["ballot", "show", "2026-0001/1"]);
    for part in ["split", "quorum", "reading", "roll", "prospect"] {
        assert_eq!(same[part], closed[part], "{part}");
    }
    assert_eq!(place.json(&["ballot", "declare", "2026-0001/1"])["outcome"], "adopted");
    place.json(&["meeting", "adjourn"]);
    let late =
        ["meeting", "correct", "1", "--never", "--because", "The list was wrong", "--meeting", "2026-11-24"];
    place.json(&late);
    let declared = place.json(&["ballot", "show", "2026-0001/1"]);
    assert_eq!(declared["split"], closed["split"]);
    assert_eq!(declared["outcome"], "adopted");
    assert_eq!(place.json(&["verify"])["ok"], true);
    assert!(place.fails(1, &["undo"]).contains("never undone"));
}

#[test]
fn a_wrong_correction_says_what_to_write() {
    let place = voting();
    let correct =
        |more: &[&'static str]| [&["meeting", "correct"], more, &["--because", "Misheard"]].concat();
    assert!(place.wrong(&correct(&["1", "--in", "9"])).contains("write a time as 14:05"));
    assert!(place.wrong(&correct(&["4", "--out", "10:00"])).contains("say when they came in, with --in"));
    assert!(place.wrong(&correct(&["1", "--stay", "2"])).contains("seat 1 has 1 stay"));
    assert!(place.wrong(&correct(&["1"])).contains("these are the times of seat 1 already"));
    assert!(place.wrong(&["meeting", "correct", "1", "--never"]).contains("--because"));
}

#[test]
fn an_agenda_has_free_items_between_applications() {
    let place = ready();
    place.json(&["meeting", "plan", "2026-11-24"]);
    let at = |arguments: &[&str]| place.json(&[arguments, &["--meeting", "2026-11-24"]].concat());
    at(&["meeting", "agenda", "2026-0001"]);
    at(&["meeting", "item", "Other business"]);
    at(&["meeting", "item", "Minutes of the last meeting", "--place", "1"]);
    let order = || -> Vec<String> {
        let topics = shown(&place)["topics"].clone();
        topics.as_array().unwrap().iter().map(|topic| topic["text"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(order(), ["Minutes of the last meeting", "Halm Beratung", "Other business"]);
    at(&["meeting", "move", "3", "up"]);
    assert_eq!(order(), ["Minutes of the last meeting", "Other business", "Halm Beratung"]);
    at(&["meeting", "move", "2026-0001", "1"]);
    assert_eq!(order(), ["Halm Beratung", "Minutes of the last meeting", "Other business"]);
    place.json(&["undo"]);
    at(&["meeting", "drop", "2"]);
    assert_eq!(order(), ["Minutes of the last meeting", "Halm Beratung"]);
    place.json(&["undo"]);
    assert_eq!(order().len(), 3);
    assert_eq!(at(&["meeting", "agenda"]), json!(["2026-0001"]), "the applications, as before");
    let listed = place.run(&["meeting", "agenda", "--meeting", "2026-11-24"]).stdout;
    let listed = String::from_utf8(listed).unwrap();
    assert_eq!(listed, "Minutes of the last meeting\nOther business\n2026-0001\n");
    assert!(
        place.wrong(&["meeting", "drop", "9", "--meeting", "2026-11-24"]).contains("no line of the agenda")
    );
}

#[test]
fn notes_and_actions_stand_with_their_line() {
    let place = ready();
    place.json(&["meeting", "open", "2026-11-24"]);
    place.json(&["meeting", "agenda", "2026-0001"]);
    place.json(&["meeting", "item", "Other business"]);
    place.json(&["meeting", "note", "2", "The budget was asked about"]);
    place.json(&[
        "meeting",
        "action",
        "2026-0001",
        "Ask for the list",
        "--owner",
        "B. Krol",
        "--due",
        "2026-12-01",
    ]);
    let topics = shown(&place)["topics"].clone();
    assert_eq!(topics[1]["notes"][0]["text"], "The budget was asked about");
    assert_eq!(topics[0]["notes"][0]["owner"], "B. Krol");
    assert!(place.fails(1, &["meeting", "drop", "2"]).contains("something was noted on `Other business`"));
    place.json(&["meeting", "unnote", "1"]);
    place.json(&["meeting", "drop", "2"]);
    assert_eq!(shown(&place)["topics"].as_array().unwrap().len(), 1);
    let text = String::from_utf8(place.run(&["meeting", "show"]).stdout).unwrap();
    assert!(text.contains("action 2, B. Krol, due 2026-12-01: Ask for the list"), "{text}");
    assert_eq!(place.json(&["verify"])["ok"], true);
}

#[test]
fn a_ruling_holds_for_later_ballots_and_the_next_meeting() {
    let place = voting();
    let rule = ["ruling", "reading", "unrecused", "--because", "So it was read before"];
    assert!(place.fails(1, &rule).contains("a ruling is for the chair"));
    let made = chair(&place, &rule);
    assert_eq!(
        made["changes"][0]["what"],
        "Amara Thornwick ruled that a majority of those in attendance less the recused decides, before: those in attendance; So it was read before"
    );
    for seat in ["1", "2", "3"] {
        place.json(&["vote", "2026-0001/1", seat, "against"]);
    }
    let closed = place.json(&["ballot", "close", "2026-0001/1"]);
    assert_eq!(closed["reading"]["base"], "attendance", "what was opened before keeps its reading");
    place.json(&["ballot", "declare", "2026-0001/1", "--next", "ready-for-tac"]);
    place.json(&["ballot", "open", "2026-0001", "--motion", "approve"]);
    let again = place.json(&["ballot", "show", "2026-0001/2"]);
    assert_eq!(again["reading"]["base"], "unrecused");
    place.json(&["ballot", "close", "2026-0001/2"]);
    place.json(&["ballot", "declare", "2026-0001/2", "--next", "ready-for-tac"]);
    assert!(place.fails(1, &["undo"]).contains("never undone"));
    place.json(&["meeting", "adjourn"]);

    place.json(&["meeting", "open", "2026-12-01"]);
    let next = place.json(&["meeting", "show"]);
    assert_eq!(next["reading"], "unrecused");
    let rulings = place.json(&["ruling", "list"]);
    assert_eq!((&rulings[0]["matter"], &rulings[0]["ruled"]), (&json!("reading"), &json!("unrecused")));
    assert_eq!(rulings[0]["meeting"], "2026-11-24");
}

#[test]
fn what_changed_since_the_packet_is_said_until_the_next_one() {
    let place = ready();
    place.json(&["meeting", "plan", "2026-11-24"]);
    let at = |arguments: &[&str]| place.run(&[arguments, &["--meeting", "2026-11-24"]].concat());
    at(&["meeting", "agenda", "2026-0001"]);
    let since = || shown(&place)["topics"][0]["since"].clone();
    assert_eq!(since(), Value::Null, "nothing was sent");
    let sent = at(&["packet", "--sent"]);
    assert!(String::from_utf8(sent.stdout).unwrap().contains("Packet for the meeting"));
    assert!(String::from_utf8(sent.stderr).unwrap().contains("sent packet 1 with 1 application"));
    assert_eq!(since(), "same");
    place.json(&["note", "2026-0001", "Private"]);
    assert_eq!(since(), "same", "a note is no part of what members read");
    place.json(&["set", "2026-0001", "FSP-E3-M1", "met", "--because", "Seen"]);
    let topic = shown(&place)["topics"][0].clone();
    assert_eq!(topic["since"], "changed");
    assert_eq!(topic["changes"].as_array().unwrap().len(), 1, "{topic}");
    place.json(&["undo"]);
    assert_eq!(since(), "same", "taken back");
    place.json(&["set", "2026-0001", "FSP-E3-M1", "met", "--because", "Seen"]);
    let hash = shown(&place)["packets"][0]["hash"].clone();
    at(&["packet", "--sent"]);
    let meeting = shown(&place);
    assert_eq!(meeting["packets"].as_array().unwrap().len(), 2);
    assert_ne!(meeting["packets"][1]["hash"], hash);
    assert_eq!(meeting["topics"][0]["since"], "same");
    assert!(place.wrong(&["packet", "2026-0001", "--sent"]).contains("cannot be used with"));
    assert_eq!(place.json(&["verify"])["ok"], true);
}

#[test]
fn a_line_says_whether_those_who_are_there_can_decide_it() {
    let place = ready();
    place.json(&["seat", "add", "Eda Halm", "--employer", "Halm Beratung GmbH"]);
    place.json(&["meeting", "open", "2026-11-24"]);
    place.json(&["meeting", "agenda", "2026-0001"]);
    let expected = || shown(&place)["topics"][0]["forecast"].clone();
    place.json(&["meeting", "in", "1", "2"]);
    assert_eq!(expected(), json!({ "expected": "no-quorum", "missing": 1 }));
    place.json(&["meeting", "in", "6"]);
    assert_eq!(expected(), json!({ "expected": "at-risk", "seats": [6] }));
    let text = String::from_utf8(place.run(&["meeting", "show"]).stdout).unwrap();
    assert!(text.contains("quorum at risk: it is lost when Eda Halm steps out"), "{text}");
    place.json(&["meeting", "in", "3"]);
    assert_eq!(expected(), json!({ "expected": "decidable" }));
}

#[test]
fn what_is_expected_of_a_line_rests_on_the_register_of_conflicts() {
    let place = ready();
    place.json(&["meeting", "open", "2026-11-24"]);
    place.json(&["meeting", "agenda", "2026-0001"]);
    place.json(&["meeting", "in", "1", "2", "3"]);
    let expected = || shown(&place)["topics"][0]["forecast"].clone();
    let seats = place.json(&["seat", "list"]);
    let holder = seats[1]["holder"].as_str().unwrap().to_owned();
    let tie = |days: &[&str]| {
        let add = ["conflict", "add", &holder, "Halm Beratung", "--relation", "customer"];
        place.json(&[&add[..], days].concat());
    };
    tie(&["--until", "2026-10-31"]);
    assert_eq!(expected(), json!({ "expected": "decidable" }), "it is over on the day of the meeting");
    tie(&["--from", "2026-11-01", "--weight", "soft"]);
    assert_eq!(expected(), json!({ "expected": "at-risk", "seats": [2] }), "no name gives it away");
    let because = ["--because", "Read to the council", "--role", "chair"];
    place.json(&[&["conflict", "waive", "2026-0001", &holder][..], &because].concat());
    assert_eq!(expected(), json!({ "expected": "decidable" }), "it is waived");
}

#[test]
fn a_ruling_on_the_validity_gives_the_last_day_where_the_motion_names_none() {
    use crate::cli_together::ready;
    let place = ready(&[
        ("a", "Alder", "platform", &[]),
        ("b", "Birch", "platform", &[]),
        ("c", "Cedar", "platform", &[]),
    ]);
    let ruled =
        |months: &str| place.run(&["ruling", "validity", months, "--because", "Asked", "--role", "chair"]);
    assert_eq!(ruled("24").status.code(), Some(0));
    for wrong in ["0", "601", "two"] {
        assert!(matches!(ruled(wrong).status.code(), Some(1 | 2)), "{wrong}");
    }
    place.json(&["meeting", "open", "2026-11-24"]);
    place.json(&["meeting", "in", "1", "2", "3"]);
    place.json(&["meeting", "agenda", "a", "b", "c"]);
    let until = |reference: &str, more: &[&str]| {
        let open = ["ballot", "open", reference, "--motion", "approve", "--from", "2026-12-01"];
        let said = place.run(&[&open[..], more].concat());
        assert_eq!(said.status.code(), Some(0), "{said:?}");
        let ballot = format!("{reference}/1");
        for seat in ["1", "2"] {
            place.json(&["vote", &ballot, seat, "for"]);
        }
        place.json(&["ballot", "close", &ballot]);
        (
            place.json(&["ballot", "declare", &ballot])["granted"]["until"].clone(),
            String::from_utf8(said.stderr).unwrap(),
        )
    };
    let (last, said) = until("a", &[]);
    assert_eq!(last, "2028-11-30");
    assert!(said.contains("until 2028-11-30, by ruling 1"), "{said}");
    assert_eq!(until("b", &["--until", "2027-06-30"]), (json!("2027-06-30"), String::new()));
    assert_eq!(until("c", &["--until", "-"]), (json!(null), String::new()));
    assert_eq!(ruled("unstated").status.code(), Some(0));
    let rulings = place.json(&["ruling", "list"]);
    assert_eq!((&rulings[0]["ruled"], &rulings[1]["ruled"]), (&json!("24 months"), &json!("unstated")));
    let minutes = place.run(&["minutes", "2026-11-24"]).stdout;
    assert!(String::from_utf8(minutes).unwrap().contains("granted from 2026-12-01 until 2028-11-30"));
    assert_eq!(place.json(&["verify"])["ok"], true);
}

#[test]
fn what_is_ruled_to_hold_begins_with_the_meeting_and_its_minutes_can_be_named_as_today() {
    use crate::cli_together::ready;
    let place = ready(&[("a", "Alder", "platform", &[])]);
    place.json(&["ruling", "validity", "12", "--because", "Asked", "--role", "chair"]);
    place.json(&["meeting", "open", "today"]);
    let today = place.json(&["minutes", "today"])["date"].as_str().unwrap().to_owned();
    place.json(&["meeting", "adjourn"]);
    place.json(&["meeting", "open", "+3"]);
    place.json(&["meeting", "in", "1", "2", "3"]);
    place.json(&["meeting", "agenda", "a"]);
    place.json(&["ballot", "open", "a", "--motion", "approve"]);
    for seat in ["1", "2"] {
        place.json(&["vote", "a/1", seat, "for"]);
    }
    place.json(&["ballot", "close", "a/1"]);
    let granted = place.json(&["ballot", "declare", "a/1"])["granted"].clone();
    let day = |name: &str| granted[name].as_str().unwrap().parse::<chrono::NaiveDate>().unwrap();
    let today: chrono::NaiveDate = today.parse().unwrap();
    assert_eq!(day("from"), today + chrono::Days::new(3));
    assert_eq!(day("until"), day("from") + chrono::Months::new(12) - chrono::Days::new(1));
}
