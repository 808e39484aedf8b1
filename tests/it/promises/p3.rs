//! P3: closing is one way: no reopening, no reset; a re-vote is a new ballot that is linked to the old one.

use serde_json::{Value, json};

use super::scene::{
    At, BALLOT, at_once, console, electronic, forge, raw, refused, refused_at_the_door, refused_by_the_file,
    run, scene, sound, table,
};
use crate::place::Place;

/// The ballot with all that it consists of.
fn whole(place: &Place) -> Value {
    json!(["ballot", "roster", "position", "present", "certification"].map(|name| table(place, name)))
}

#[test]
fn p3_no_command_goes_behind_a_closing() {
    let place = scene(At::Closed);
    let before = whole(&place);
    for command in [
        "vote 2026-0001/1 1 against",
        "vote 2026-0001/1 1 no-response",
        "ballot close 2026-0001/1",
        "ballot open 2026-0001 --motion approve",
        "meeting adjourn",
        "undo",
    ] {
        refused(&place, command, "");
    }
    run(&place, "meeting out 5");
    assert_eq!(whole(&place), before, "who leaves after closing was there when it closed");
    sound(&place);
}

#[test]
fn p3_no_command_goes_behind_a_declaration() {
    let place = scene(At::Declared);
    let before = whole(&place);
    for command in [
        "vote 2026-0001/1 1 against",
        "ballot close 2026-0001/1",
        "ballot declare 2026-0001/1",
        "ballot declare 2026-0001/1 --next in-review",
        "undo",
    ] {
        refused(&place, command, "");
    }
    run(&place, "meeting adjourn");
    refused(&place, "meeting adjourn", "");
    assert_eq!(whole(&place), before);
    sound(&place);
}

#[test]
fn p3_the_door_refuses_what_would_reopen_or_reset() {
    let ballot = json!({ "application": "2026-0001", "n": 1 });
    let changes = [
        json!({ "change": "voted", "ballot": ballot, "seat": 1, "was": "for", "now": "against" }),
        json!({ "change": "voted", "ballot": ballot, "seat": 1, "was": "for", "now": null }),
        json!({ "change": "ballot-closed", "ballot": ballot, "present": [1, 2] }),
        json!({ "change": "declared", "ballot": ballot, "outcome": "not-adopted", "next": "decided", "granted": null }),
    ];
    for at in [At::Closed, At::Declared] {
        let place = scene(at);
        let before = whole(&place);
        for change in &changes {
            refused_at_the_door(&place, change);
        }
        assert_eq!(whole(&place), before);
    }
}

#[test]
fn p3_no_key_goes_behind_a_closing() {
    for (at, way, seen) in [
        (At::Closed, "g m enter enter", "CLOSED, NOT DECLARED"),
        (At::Declared, "g m enter tab enter", "ADOPTED"),
    ] {
        let place = scene(at);
        let before = whole(&place);
        let mut screen = console(&place);
        screen.press(way).see(seen);
        for keys in ["1 n", "1 backspace", "2 a", "3 r", "u", "C", "b"] {
            screen.press(keys).press("y esc");
        }
        drop(screen);
        assert_eq!(whole(&place)[0][0], before[0][0], "the ballot is as it was");
        assert_eq!(whole(&place)[2], before[2], "so are its positions");
        assert_eq!(whole(&place)[3], before[3], "and who was there");
        sound(&place);
    }
}

#[test]
fn p3_the_file_refuses_raw_sql_on_a_closed_ballot() {
    let statements = [
        "UPDATE ballot SET state = 'open', closed = NULL, declared = NULL, outcome = NULL",
        "UPDATE ballot SET closed = '2020-01-01T00:00:00Z'",
        "UPDATE ballot SET outcome = 'not-adopted'",
        "UPDATE OR REPLACE ballot SET n = 2",
        "DELETE FROM ballot",
        "REPLACE INTO ballot (application, n, meeting, place, motion, organisation, program, edition, as_of, snapshot, \
         reading, threshold, state, opened) SELECT application, n, meeting, place, motion, organisation, program, \
         edition, as_of, snapshot, reading, threshold, 'open', opened FROM ballot",
        "INSERT OR REPLACE INTO ballot (application, n, meeting, place, motion, organisation, program, edition, as_of, \
         snapshot, reading, threshold, state, opened) SELECT application, 2, meeting, place, motion, organisation, \
         program, edition, as_of, snapshot, reading, threshold, 'open', opened FROM ballot",
        "UPDATE position SET position = 'against' WHERE seat = 1",
        "DELETE FROM position",
        "REPLACE INTO position (application, ballot, seat, position) VALUES ('2026-0001', 1, 1, 'against')",
        "INSERT INTO position (application, ballot, seat, position) VALUES ('2026-0001', 1, 4, 'for')",
        "INSERT INTO present (application, ballot, seat) VALUES ('2026-0001', 1, 4)",
        "UPDATE present SET seat = 4 WHERE seat = 5",
        "DELETE FROM present WHERE seat = 5",
        "REPLACE INTO present SELECT * FROM present",
        "REPLACE INTO content (hash, salt, text) SELECT hash, salt, 'another' FROM content",
        "UPDATE journal SET at = '2020-01-01T00:00:00Z'",
        "DELETE FROM journal",
        "REPLACE INTO journal (seq, writer, n, first, at, actor, seen, change, prev, hash) SELECT seq, writer, n, \
         first, at, 'somebody', seen, change, prev, hash FROM journal",
    ];
    for at in [At::Closed, At::Declared] {
        let place = scene(at);
        let before = whole(&place);
        refused_by_the_file(&place, &statements);
        assert_eq!(whole(&place), before);
        sound(&place);
    }
    refused_by_the_file(
        &scene(At::Declared),
        &[
            "UPDATE certification SET last_day = '2040-01-01'",
            "DELETE FROM certification",
            "REPLACE INTO certification SELECT * FROM certification",
            "UPDATE ballot SET state = 'closed', declared = NULL, outcome = NULL",
        ],
    );
}

#[test]
fn p3_a_meeting_that_is_over_stays_over() {
    let place = scene(At::Declared);
    run(&place, "meeting adjourn");
    refused(&place, "meeting in 4", "");
    refused(&place, "ballot open 2026-0001 --motion approve --meeting 2026-11-24", "");
    assert_eq!(run(&place, "meeting open 2026-11-24")["meeting"], "2026-11-24-2");
    refused_by_the_file(
        &place,
        &[
            "UPDATE meeting SET state = 'open', adjourned = NULL WHERE id = '2026-11-24'",
            "REPLACE INTO meeting SELECT * FROM meeting",
            "DELETE FROM meeting WHERE id = '2026-11-24'",
        ],
    );
    sound(&place);
}

#[test]
fn p3_a_re_vote_is_a_new_ballot_linked_to_the_old_one() {
    let place = scene(At::Open);
    run(&place, "meeting out 2");
    run(&place, "ballot close 2026-0001/1 --falls 2");
    run(&place, "ballot declare 2026-0001/1 --next ready-for-tac");
    run(&place, "meeting in 2");
    let first = table(&place, "ballot")[0].clone();
    let again = run(&place, "ballot open 2026-0001 --motion approve --again 2026-0001/1 --mover 2");
    assert_eq!(again["ballot"], "2026-0001/2");
    assert!(again["warning"].as_str().unwrap().contains("seat 2 was not on the prevailing side"));
    let ballots = table(&place, "ballot");
    assert_eq!(ballots[0], first);
    assert_eq!((&ballots[1]["application"], &ballots[1]["n"]), (&json!("2026-0001"), &json!(2)));
    assert_eq!((&ballots[1]["again"], &ballots[1]["mover"]), (&json!(1), &json!(2)));
    let minutes = run(&place, "minutes 2026-11-24");
    assert_eq!(minutes["items"][0]["ballots"].as_array().unwrap().len(), 2);
    assert_eq!(minutes["items"][0]["ballots"][1]["again"], true);
    sound(&place);
}

/// A declaration that was put into the journal and the tables together: nothing is declared, opened or ended on it.
#[test]
fn p3_a_forged_entry_declares_nothing() {
    let journal = run(&scene(At::Declared), "export")["journal"].clone();
    let mut changes = journal.as_array().unwrap().iter().map(|entry| entry["change"].as_str().unwrap());
    let declared = changes.find(|change| change.starts_with("{\"change\":\"declared\"")).unwrap();
    for command in ["ballot declare 2026-0001/1", "ballot open 2026-0002 --motion approve", "meeting adjourn"]
    {
        let place = scene(At::Closed);
        forge(&place, declared);
        if command != "ballot declare 2026-0001/1" {
            let sql = "UPDATE ballot SET state = 'declared', declared = closed, outcome = 'adopted'";
            assert_eq!(raw(&place).execute(sql, []).unwrap(), 1);
        }
        let message = place.fails(3, &command.split(' ').collect::<Vec<_>>());
        assert!(message.contains("the chain of the journal does not hold (entry "), "{command}: {message}");
        assert!(message.contains("do not give its hash"), "{command}: {message}");
        assert!(message.contains("docket verify"), "{command}: {message}");
    }
}

#[test]
fn p3_two_processes_cannot_close_or_declare_twice() {
    let place = scene(At::Open);
    let close = format!("ballot close {BALLOT}");
    assert_eq!(at_once(&place, &[close.as_str(); 6]), 1);
    let declare = format!("ballot declare {BALLOT}");
    let against = format!("vote {BALLOT} 1 against");
    let made = at_once(&place, &[&declare, &against, &declare, &against, &declare, &close]);
    assert_eq!(made, 1, "one declaration");
    let closings = |kind: &str| {
        let journal = run(&place, "export")["journal"].clone();
        let kinds = journal.as_array().unwrap().iter().filter(|entry| {
            entry["change"].as_str().unwrap().starts_with(&format!("{{\"change\":\"{kind}\""))
        });
        kinds.count()
    };
    assert_eq!((closings("ballot-closed"), closings("declared")), (1, 1));
    assert_eq!(table(&place, "position")[0]["position"], "for");
    sound(&place);
}

/// The deadline of a ballot as the file and the journal have it.
fn deadlines(place: &Place) -> Value {
    let journal = run(place, "export")["journal"].clone();
    let changes = journal.as_array().unwrap().iter();
    let changes =
        changes.map(|entry| serde_json::from_str::<Value>(entry["change"].as_str().unwrap()).unwrap());
    let opened = changes.filter(|change| change["change"] == "ballot-opened");
    json!([
        table(place, "ballot")[0]["deadline"],
        opened.map(|change| change["deadline"].clone()).collect::<Vec<_>>()
    ])
}

#[test]
fn p3_no_command_edits_the_deadline_after_the_first_position() {
    let place = electronic();
    let before = deadlines(&place);
    for until in ["2026-12-01", "2100-01-01"] {
        let open = format!("ballot open 2026-0001 --motion approve --electronic --deadline {until}");
        refused(&place, &open, "declare");
    }
    refused(&place, "ballot close 2026-0001/1", "is open until 2099-01-01");
    // The same opening by hand, with another deadline.
    let journal = run(&place, "export")["journal"].clone();
    let mut changes = journal.as_array().unwrap().iter().map(|entry| entry["change"].as_str().unwrap());
    let opened = changes.find(|change| change.starts_with("{\"change\":\"ballot-opened\"")).unwrap();
    for (n, deadline) in [(1, "2026-12-01T00:00:00.000Z"), (2, "2100-01-01T00:00:00.000Z")] {
        let mut again: Value = serde_json::from_str(opened).unwrap();
        (again["deadline"], again["ballot"]["n"]) = (json!(deadline), json!(n));
        refused_at_the_door(&place, &again);
    }
    // Undo takes the position back, and then finds no deadline to take back.
    run(&place, "undo");
    refused(&place, "undo", "");
    assert_eq!(deadlines(&place), before);
    sound(&place);
}

#[test]
fn p3_no_key_edits_the_deadline_after_the_first_position() {
    let place = electronic();
    let before = deadlines(&place);
    let mut screen = console(&place);
    screen.press("g m esc enter tab enter").see("without a meeting").see("2099-01-01");
    for keys in ["E", "e", "t", "P", "A", "O", "R", "C", "D", "backspace"] {
        screen.press(keys).press("ctrl-u").type_text("2026-12-01").press("enter esc esc esc");
        screen.press("g m esc enter tab enter");
    }
    drop(screen);
    assert_eq!(deadlines(&place), before);
    assert_eq!(table(&place, "ballot")[0]["state"], "open");
    sound(&place);
}

#[test]
fn p3_the_file_refuses_raw_sql_on_the_deadline() {
    let place = electronic();
    let before = deadlines(&place);
    refused_by_the_file(
        &place,
        &[
            "UPDATE ballot SET deadline = '2026-12-01T00:00:00.000Z'",
            "UPDATE ballot SET deadline = NULL",
            "UPDATE ballot SET deadline = '2026-12-01T00:00:00.000Z', state = 'closed', closed = opened",
            "REPLACE INTO ballot SELECT * FROM ballot",
            "DELETE FROM ballot",
            "UPDATE journal SET change = replace(change, '2099', '2026')",
        ],
    );
    assert_eq!(deadlines(&place), before);
    refused(&place, "ballot close 2026-0001/1", "is open until 2099-01-01");
    sound(&place);
}
