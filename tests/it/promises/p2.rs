//! P2: one current position a seat; who is recused, absent or no member has no vote; what was said before is kept.

use serde_json::{Value, json};

use super::scene::{
    At, BALLOT, at_once, console, forge, raw, refused, refused_at_the_door, refused_by_the_file, run, scene,
    sound, suspended, table,
};
use crate::place::Place;

/// What each seat says now, as the file has it.
fn positions(place: &Place) -> Vec<(u64, String)> {
    let rows = table(place, "position");
    let row = |row: &Value| (row["seat"].as_u64().unwrap(), row["position"].as_str().unwrap().to_owned());
    rows.as_array().unwrap().iter().map(row).collect()
}

/// What was ever said for a seat, first to last, as the journal has it.
fn said(place: &Place, seat: u64) -> Vec<(Value, Value)> {
    let export = run(place, "export");
    let changes = export["journal"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| serde_json::from_str::<Value>(entry["change"].as_str().unwrap()).unwrap());
    let of_seat = changes.filter(|change| change["change"] == "voted" && change["seat"] == seat);
    of_seat.map(|change| (change["was"].clone(), change["now"].clone())).collect()
}

#[test]
fn p2_the_command_line_takes_one_position_a_seat_and_keeps_what_was_said() {
    let place = scene(At::Open);
    assert_eq!(said(&place, 2), [(json!(null), json!("against")), (json!("against"), json!("for"))]);
    refused(&place, "vote 2026-0001/1 4 for", "not in the room");
    refused(&place, "vote 2026-0001/1 6 for", "roster");
    refused(&place, "vote 2026-0001/1 9 for", "9");
    let expected = [(1, "for"), (2, "for"), (3, "recused")].map(|(seat, said)| (seat, said.to_owned()));
    assert_eq!(positions(&place), expected);
    // Somebody who leaves after voting is absent: the position stays on record and does not count.
    run(&place, "meeting out 2");
    refused(&place, "ballot close 2026-0001/1", "--left 2");
    run(&place, "ballot close 2026-0001/1 --left 2");
    let declared = run(&place, "ballot declare 2026-0001/1");
    assert_eq!((&declared["reading"]["for"], &declared["outcome"]), (&json!(1), &json!("not-adopted")));
    assert_eq!(said(&place, 2).len(), 2);
    sound(&place);
}

#[test]
fn p2_the_door_refuses_positions_made_by_hand() {
    let place = scene(At::Open);
    let ballot = json!({ "application": "2026-0001", "n": 1 });
    let vote = |seat: u32, was: Value, now: Value| json!({ "change": "voted", "ballot": ballot, "seat": seat, "was": was, "now": now });
    for change in [
        vote(4, json!(null), json!("for")),
        vote(6, json!(null), json!("for")),
        vote(1, json!(null), json!("against")),
        vote(3, json!("abstain"), json!("for")),
    ] {
        refused_at_the_door(&place, &change);
    }
    assert_eq!(positions(&place).len(), 3);
    sound(&place);
}

#[test]
fn p2_the_console_takes_one_position_a_seat() {
    let place = scene(At::Open);
    let mut screen = console(&place);
    screen.press("g m enter enter").see("BALLOT OPEN");
    screen.press("4 y").see("not in the room");
    screen.press("5 y 5 n c 5 y s");
    drop(screen);
    assert_eq!(positions(&place).len(), 4);
    assert_eq!(said(&place, 5).len(), 3, "every change is kept");
    assert_eq!(said(&place, 4), []);
    sound(&place);
}

#[test]
fn p2_the_file_refuses_raw_sql_for_a_second_vote() {
    let place = scene(At::Open);
    refused_by_the_file(
        &place,
        &[
            "INSERT INTO position (application, ballot, seat, position) VALUES ('2026-0001', 1, 1, 'against')",
            "INSERT INTO position (application, ballot, seat, position) VALUES ('2026-0001', 1, 6, 'for')",
            "INSERT INTO position (application, ballot, seat, position) VALUES ('2026-0001', 1, 99, 'for')",
            "INSERT INTO position (application, ballot, seat, position) VALUES ('2026-0001', 2, 5, 'for')",
            "INSERT INTO position (application, ballot, seat, position) VALUES ('2026-0001', 1, 4, 'for')",
            "INSERT INTO position (application, ballot, seat, position) VALUES ('2026-0001', 1, 5, 'absent')",
            "INSERT INTO position (application, ballot, seat, position) VALUES ('2026-0001', 1, 5, 'for')",
            "INSERT INTO present (application, ballot, seat) VALUES ('2026-0001', 1, 4)",
            "UPDATE position SET seat = 5 WHERE seat = 1",
            "DELETE FROM journal WHERE kind = 'voted'",
            "UPDATE journal SET change = replace(change, 'against', 'for')",
            "REPLACE INTO journal (seq, writer, n, first, at, actor, seen, change, prev, hash) SELECT seq, writer, n, \
             first, at, actor, seen, replace(change, 'against', 'for'), prev, hash FROM journal",
        ],
    );
    assert_eq!(positions(&place).len(), 3);
    sound(&place);
}

/// A position that the tables have and the journal has not decides nothing.
#[test]
fn p2_a_position_that_was_not_recorded_decides_nothing() {
    for sql in [
        "UPDATE position SET position = 'against' WHERE seat = 1",
        "DELETE FROM position WHERE seat = 3",
        "INSERT INTO attendance (meeting, seat, since) SELECT meeting, 4, since FROM attendance WHERE seat = 5",
        "DELETE FROM attendance WHERE seat = 5",
    ] {
        let place = scene(At::Open);
        assert!(raw(&place).execute(sql, []).unwrap() > 0, "{sql} touched nothing");
        let message = place.fails(3, &["ballot", "close", BALLOT]);
        assert!(message.contains("than the journal"), "{sql}: {message}");
    }
}

/// A vote that was put into the journal and the tables together.
#[test]
fn p2_a_forged_entry_decides_nothing() {
    let place = scene(At::Open);
    let ballot = json!({ "application": "2026-0001", "n": 1 });
    let vote = json!({ "change": "voted", "ballot": ballot, "seat": 5, "was": null, "now": "for" });
    forge(&place, &vote.to_string());
    raw(&place).execute("INSERT INTO position VALUES ('2026-0001', 1, 5, 'for')", []).unwrap();
    // What comes after it does not hide it.
    run(&place, "note 2026-0002 seen");
    let message = place.fails(3, &["ballot", "close", BALLOT]);
    assert!(message.contains("do not give its hash"), "{message}");
    assert!(message.contains("docket verify"), "{message}");
    assert_eq!(table(&place, "ballot")[0]["state"], "open");
}

/// What a seat said cannot be taken out of the tables, so that its next position looks like its first.
#[test]
fn p2_what_was_said_cannot_be_washed_away() {
    for (sql, again) in [
        ("DELETE FROM position WHERE seat = 2", "vote 2026-0001/1 2 against"),
        ("UPDATE position SET position = 'abstain' WHERE seat = 2", "vote 2026-0001/1 2 against --changed"),
    ] {
        let place = scene(At::Open);
        assert!(raw(&place).execute(sql, []).unwrap() > 0, "{sql} touched nothing");
        let before = said(&place, 2);
        let message = place.fails(3, &again.split(' ').collect::<Vec<_>>());
        assert!(message.contains("than the journal (what seat 2 said on 2026-0001/1)"), "{sql}: {message}");
        assert_eq!(said(&place, 2), before);
        // Another seat may go on.
        run(&place, "vote 2026-0001/1 5 for");
    }
}

#[test]
fn p2_two_processes_cannot_give_a_seat_two_votes() {
    let place = scene(At::Open);
    let commands: Vec<String> = (0..8)
        .map(|n| format!("vote {BALLOT} 5 {} --changed", ["for", "against", "abstain", "recused"][n % 4]))
        .collect();
    let made = at_once(&place, &commands.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(made >= 1);
    let now = positions(&place);
    assert_eq!(now.iter().filter(|(seat, _)| *seat == 5).count(), 1, "{now:?}");
    let said = said(&place, 5);
    assert!(!said.is_empty() && said.len() <= made, "{said:?}");
    for pair in said.windows(2) {
        assert_eq!(pair[0].1, pair[1].0, "each change saw the one before: {said:?}");
    }
    assert_eq!(json!(now.last().unwrap().1), said.last().unwrap().1);
    sound(&place);
}

/// The suspended holder of seat 5 tries to vote in every way, and to be a member again while the ballot is open.
#[test]
fn p2_a_suspended_seat_has_no_vote() {
    let place = suspended();
    refused(&place, "vote 2026-0001/1 5 for", "roster");
    refused(&place, "seat reinstate 5 --on 2026-11-24", BALLOT);
    refused(&place, "seat suspend 2 --because Absent --from 2026-11-01", BALLOT);
    let ballot = json!({ "application": "2026-0001", "n": 1 });
    for change in [
        json!({ "change": "voted", "ballot": ballot, "seat": 5, "was": null, "now": "for" }),
        json!({ "change": "joined", "ballot": ballot, "seat": 5, "was": null, "now": true }),
        json!({ "change": "suspension-ends", "seat": 5, "from": "2026-11-01", "was": null, "now": "2026-11-02" }),
    ] {
        refused_at_the_door(&place, &change);
    }
    let mut screen = console(&place);
    screen.press("g m enter enter").see("BALLOT OPEN").see_no("Elif");
    screen.press("5 y");
    drop(screen);
    refused_by_the_file(
        &place,
        &[
            "INSERT INTO position (application, ballot, seat, position) VALUES ('2026-0001', 1, 5, 'for')",
            "UPDATE position SET seat = 5 WHERE seat = 1",
            "INSERT INTO roster SELECT application, ballot, 5, holder, employer, parent, chair, contributor, \
             first_day, last_day, ends, stands_in_for FROM roster WHERE seat = 4",
            "UPDATE roster SET seat = 5 WHERE seat = 4",
            "INSERT INTO present (application, ballot, seat) VALUES ('2026-0001', 1, 5)",
        ],
    );
    assert_eq!(said(&place, 5), []);
    // In the room they count neither for the quorum nor for the base.
    run(&place, "vote 2026-0001/1 2 for");
    run(&place, "ballot close 2026-0001/1");
    let declared = run(&place, "ballot declare 2026-0001/1");
    assert_eq!(
        (&declared["reading"]["of"], &declared["outcome"]),
        (&json!(3), &json!("adopted")),
        "{declared:#}"
    );
    sound(&place);
}

#[test]
fn p2_a_suspension_that_was_taken_out_of_the_tables_decides_nothing() {
    for sql in ["DELETE FROM suspension", "UPDATE suspension SET last_day = '2026-11-02'"] {
        let place = suspended();
        assert!(raw(&place).execute(sql, []).unwrap() > 0, "{sql} touched nothing");
        let message = place.fails(3, &["ballot", "close", BALLOT]);
        assert!(message.contains("than the journal"), "{sql}: {message}");
    }
}
