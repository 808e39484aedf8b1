//! Seats that are suspended, vacated and stood in for, by the command line, and what is refused.

use serde_json::{Value, json};

use crate::{
    cli_vote::{ready, voting},
    place::Place,
};

fn counted(place: &Place, day: &str) -> Value {
    place.json(&["seat", "count", "--on", day])["text"].clone()
}

fn seat(place: &Place, n: u64, day: &str) -> Value {
    let listed = place.json(&["seat", "list", "--on", day]);
    listed.as_array().unwrap().iter().find(|seat| seat["n"] == n).unwrap().clone()
}

#[test]
fn a_suspended_holder_is_no_member_until_reinstated() {
    let place = ready();
    let suspend = ["seat", "suspend", "bastian", "--because", "Absent", "--from", "2026-03-01"];
    place.json(&suspend);
    assert_eq!(seat(&place, 2, "2026-03-01")["state"], "suspended");
    assert_eq!(seat(&place, 2, "2026-02-28")["state"], "member");
    assert!(counted(&place, "2026-03-01").as_str().unwrap().contains("4 members"));
    let twice = place.run(&suspend);
    assert_eq!(twice.status.code(), Some(1), "{twice:?}");
    place.json(&["seat", "reinstate", "2", "--on", "2026-04-01"]);
    assert_eq!(seat(&place, 2, "2026-03-31")["state"], "suspended");
    assert!(counted(&place, "2026-04-01").as_str().unwrap().contains("5 members"));
    assert!(place.fails(1, &["seat", "reinstate", "2", "--on", "2026-04-02"]).contains("is not suspended"));
    assert_eq!(place.json(&["verify"])["ok"], true);
}

#[test]
fn a_suspension_says_why_and_names_a_seat() {
    let place = ready();
    assert!(place.wrong(&["seat", "suspend", "2"]).contains("--because"));
    assert!(place.wrong(&["seat", "suspend", "9", "--because", "Absent"]).contains("no seat is `9`"));
    assert!(place.wrong(&["seat", "suspend", "celine", "--because", "Absent"]).contains("can mean"));
    let empty = place.run(&["seat", "suspend", "2", "--because", " "]);
    assert!(matches!(empty.status.code(), Some(1 | 2)), "{empty:?}");
}

#[test]
fn a_vacant_seat_stays_a_seat_without_a_member() {
    let place = ready();
    place.json(&["seat", "vacate", "Dmitri", "--on", "2026-05-31"]);
    assert_eq!(seat(&place, 4, "2026-05-31")["state"], "member");
    assert_eq!(seat(&place, 4, "2026-06-01")["state"], "vacant");
    let text = counted(&place, "2026-06-01");
    assert!(text.as_str().unwrap().contains("5 seats, 1 vacant, 4 members"), "{text}");
    assert!(place.wrong(&["seat", "vacate", "Nobody"]).contains("no seat is `Nobody`"));
    place.json(&["undo"]);
    assert_eq!(seat(&place, 4, "2026-06-01")["state"], "member");
}

#[test]
fn nobody_is_taken_from_the_members_while_a_ballot_waits() {
    let place = voting();
    let day = "2026-11-24";
    for arguments in [
        &["seat", "vacate", "1", "--on", "2026-11-01"][..],
        &["seat", "suspend", "1", "--because", "Absent", "--from", day],
        &["seat", "stand-in", "4", "Ulla Berg", "--employer", "Granite"],
    ] {
        let refused = place.fails(1, arguments);
        assert!(refused.contains("ballot 2026-0001/1 is not declared"), "{refused}");
    }
}

#[test]
fn a_stand_in_takes_the_place_and_gives_it_back() {
    let place = ready();
    place.json(&["meeting", "open", "2026-11-24"]);
    let named =
        ["seat", "stand-in", "dmitri", "Ulla Berg", "--employer", "Granite", "--parent", "Rock Group"];
    place.json(&named);
    let shown = place.json(&["meeting", "show", "2026-11-24"]);
    let one = shown["stand_ins"][0].clone();
    assert_eq!((&one["seat"], &one["name"]), (&json!(4), &json!("Ulla Berg")), "{shown}");
    assert_eq!(one["votes"], false, "without a ruling they neither vote nor count");
    assert_eq!(place.json(&named)["changes"], json!([]), "the same again changes nothing");

    place.json(&["meeting", "in", "4"]);
    let quorum = place.json(&["meeting", "show", "2026-11-24"])["quorum"]["present"].clone();
    assert_eq!(quorum, 0, "who has no vote does not count");
    let busy = place.fails(1, &["seat", "stand-in", "4", "Olga Ny", "--employer", "Granite"]);
    assert!(busy.contains("is in the room"), "{busy}");
    place.json(&["meeting", "out", "4"]);
    place.json(&["seat", "return", "4"]);
    place.json(&["meeting", "in", "4"]);
    assert_eq!(place.json(&["meeting", "show", "2026-11-24"])["quorum"]["present"], 1);
    assert_eq!(place.json(&["verify"])["ok"], true);
}

#[test]
fn a_stand_in_gets_the_vote_by_a_ruling_and_is_named_again() {
    let place = ready();
    place.json(&["meeting", "open", "2026-11-24"]);
    let named = ["seat", "stand-in", "4", "Ulla Berg", "--employer", "Granite"];
    place.json(&named);
    place.json(&["meeting", "in", "1", "4"]);
    let shown = place.printed(&["meeting", "show", "2026-11-24"]);
    assert!(
        shown.contains("Ulla Berg for Dmitri Vasko, Granite, without a vote, in the room, does not count"),
        "{shown}"
    );
    place.json(&[
        "ruling",
        "stand-ins",
        "vote",
        "--because",
        "The README asks for a proxy",
        "--role",
        "chair",
    ]);
    place.json(&["meeting", "out", "4"]);
    place.json(&["seat", "return", "4"]);
    place.json(&named);
    place.json(&["meeting", "in", "4"]);
    let shown = place.printed(&["meeting", "show", "2026-11-24"]);
    assert!(shown.contains("Ulla Berg for Dmitri") && shown.contains("2 present"), "{shown}");
    let minutes = place.json(&["minutes", "2026-11-24"]);
    let rows = minutes["attendance"].as_array().unwrap();
    let row = rows.iter().find(|row| row["holder"] == json!("Ulla Berg")).unwrap();
    assert!(row["standing"].as_str().unwrap().contains(", votes and counts from "), "{row}");
    assert_eq!(row["stays"].as_array().map(Vec::len), Some(2));
    place.json(&["undo"]);
    assert_eq!(place.json(&["verify"])["ok"], true);
}

#[test]
fn a_stand_in_is_refused_where_nobody_can_be_named() {
    let place = ready();
    place.json(&["meeting", "open", "2026-11-24"]);
    let named = |seat, name| ["seat", "stand-in", seat, name, "--employer", "Granite"];
    assert!(place.wrong(&["seat", "stand-in", "4", "Ulla Berg"]).contains("--employer"));
    assert!(place.wrong(&named("9", "Ulla Berg")).contains("no seat is `9`"));
    let member = place.run(&named("4", "Bastian Krol"));
    assert_eq!(member.status.code(), Some(1), "a member has a seat of their own: {member:?}");
    assert!(place.fails(1, &["seat", "return", "4"]).contains("nobody stands in on seat 4"));
    place.json(&["meeting", "adjourn"]);
    let late = [&named("4", "Ulla Berg")[..], &["--meeting", "2026-11-24"]].concat();
    assert!(place.fails(1, &late).contains("adjourned"));
}
