//! P1: opening freezes the roster, the rule set, the criteria and the application.

use docket::rules::shipped;
use serde_json::{Value, json};

use super::scene::{
    At, BALLOT, at_once, console, raw, refused, refused_at_the_door, refused_by_the_file, run, scene, sound,
    table,
};
use crate::place::Place;

/// All that opening froze, as the file has it.
fn frozen(place: &Place) -> Value {
    let mut ballot = table(place, "ballot")[0].clone();
    for open in ["state", "closed", "declared", "outcome"] {
        ballot.as_object_mut().unwrap().remove(open);
    }
    json!([ballot, table(place, "roster"), table(place, "rules")])
}

/// After an attack the ballot rests on what it was opened on, and comes to what it would have come to.
fn stands(place: &Place, before: &Value) {
    assert_eq!(frozen(place), *before);
    run(place, "vote 2026-0001/1 5 for");
    run(place, "ballot close 2026-0001/1");
    let declared = run(place, "ballot declare 2026-0001/1");
    assert_eq!(declared["outcome"], "adopted", "{declared:#}");
    let decision = run(place, "decision 2026-0001/1");
    assert_eq!(decision["decision"]["snapshot_holds"], true, "{decision:#}");
    sound(place);
}

#[test]
fn p1_the_command_line_cannot_change_what_a_ballot_rests_on() {
    let place = scene(At::Open);
    let before = frozen(&place);
    refused(&place, "seat add Gita --employer Gitaworks", BALLOT);
    refused(&place, "seat end 5 2026-11-01", BALLOT);
    refused(&place, "set 2026-0001 FSP-E3-M1 not-met --because late", "locked");
    refused(&place, "amend 2026-0001 organisation.employees 9", "locked");
    refused(&place, "stage 2026-0001 in-review", "locked");
    refused(&place, "meeting agenda 2026-0001 --off", "locked");
    refused(&place, "meeting open 2026-11-24", "open already");
    refused(&place, "ballot open 2026-0001 --motion decline", "declare");
    refused(&place, "ballot open 2026-0002 --motion approve", "declare");
    let other = json!({ "ref": "2026-0001", "program": "service-provider", "edition": "2023",
        "received": "2026-09-14", "organisation": { "name": "Halm Beratung", "employees": 7 } });
    let file = place.file("other.json", other.to_string());
    refused(&place, &format!("import {file} --update"), "locked");
    stands(&place, &before);
}

#[test]
fn p1_the_door_refuses_changes_made_by_hand() {
    let place = scene(At::Open);
    let before = frozen(&place);
    let rules = shipped::edition_text(&"2023".into()).unwrap();
    let seat = table(&place, "seat")[4].clone();
    for change in [
        json!({ "change": "rules-taken", "kind": "edition", "id": "2023", "text": rules }),
        json!({ "change": "rules-taken", "kind": "council", "id": "finops-tac", "text": "" }),
        json!({ "change": "called", "meeting": "2026-11-24", "reading": "cast" }),
        json!({ "change": "agenda-set", "meeting": "2026-11-24", "was": ["2026-0001", "2026-0002"],
            "now": ["2026-0002"] }),
        json!({ "change": "found", "application": "2026-0001", "requirement": "FSP-E3-M2", "was": null,
            "now": { "status": "met", "justification": "seen", "text": null, "until": null } }),
        json!({ "change": "seated", "was": { "n": 5, "holder": seat["holder"], "employer": seat["employer"],
            "chair": false, "from": null, "until": null }, "now": null }),
    ] {
        refused_at_the_door(&place, &change);
    }
    stands(&place, &before);
}

#[test]
fn p1_the_console_cannot_change_what_a_ballot_rests_on() {
    let place = scene(At::Open);
    let before = frozen(&place);
    let mut screen = console(&place);
    screen.press("g q / ctrl-u").type_text("2026-0001").press("enter enter").see("Halm Beratung");
    screen.press("m").see("locked");
    screen.press("u").see_no("undone");
    drop(screen);
    stands(&place, &before);
}

#[test]
fn p1_the_file_refuses_raw_sql_on_what_is_frozen() {
    let place = scene(At::Open);
    let before = frozen(&place);
    refused_by_the_file(
        &place,
        &[
            "UPDATE ballot SET reading = 'cast'",
            "UPDATE ballot SET edition = '2026'",
            "UPDATE ballot SET as_of = '2020-01-01'",
            "UPDATE ballot SET snapshot = ''",
            "UPDATE ballot SET motion = 'decline'",
            "UPDATE ballot SET threshold = 'two-thirds-of-members'",
            "UPDATE ballot SET opened = '2020-01-01T00:00:00Z'",
            "DELETE FROM ballot",
            "REPLACE INTO ballot SELECT * FROM ballot",
            "INSERT INTO roster SELECT application, ballot, 6, holder, employer, parent, chair, contributor, \
             first_day, last_day, ends, stands_in_for FROM roster WHERE seat = 5",
            "UPDATE roster SET holder = 'Somebody'",
            "DELETE FROM roster WHERE seat = 4",
            "REPLACE INTO roster SELECT * FROM roster",
            "UPDATE rules SET text = ''",
            "DELETE FROM rules",
            "REPLACE INTO rules SELECT kind, id, '' FROM rules",
            "INSERT INTO rules VALUES ('council', 'finops-tac', '') ON CONFLICT DO UPDATE SET text = ''",
            "UPDATE meeting SET state = 'planned', reading = NULL, called = NULL",
            "REPLACE INTO meeting SELECT * FROM meeting",
            "DELETE FROM meeting",
        ],
    );
    stands(&place, &before);
}

/// Rows that may change between ballots are told by the journal: while they are not what it says, nothing is decided.
#[test]
fn p1_nothing_is_decided_on_rows_that_the_journal_does_not_give() {
    for sql in [
        "UPDATE meeting SET reading = 'cast'",
        "UPDATE seat SET last_day = '2026-01-01' WHERE n = 4",
        "UPDATE application SET employees = 7 WHERE ref = '2026-0001'",
        "UPDATE finding SET status = 'not-met' WHERE application = '2026-0001'",
        "DELETE FROM agenda WHERE place = 2",
        "INSERT INTO rules VALUES ('council', 'another', '')",
        "INSERT INTO suspension SELECT 4, '2026-11-01', NULL, min(hash) FROM content",
        "INSERT INTO conflict_dismissed SELECT 'Elif', 'Halm Beratung', 'paid', 'Amara', '2026-11-01', min(hash) \
         FROM content",
        "INSERT INTO conflict_waived SELECT '2026-0001', 'Elif', 'Halm Beratung', 'paid', 'Amara', '2026-11-01', \
         min(hash) FROM content",
        "INSERT INTO conflict VALUES (1, 'Elif', 'Halm Beratung', 'paid', 'hard', NULL, NULL, NULL)",
        "INSERT INTO ruling VALUES (1, 'reading', 'attendance', 'cast', NULL, 'Amara', 'x', '2026-11-24T09:00:00.000Z', \
         'Amara')",
    ] {
        let place = scene(At::Open);
        assert!(raw(&place).execute(sql, []).unwrap() > 0, "{sql} touched nothing");
        let before = frozen(&place);
        let message = place.fails(3, &["ballot", "close", BALLOT]);
        assert!(message.contains("than the journal"), "{sql}: {message}");
        assert_eq!(frozen(&place), before, "{sql}");
        assert_eq!(run(&place, "ballot show 2026-0001/1")["state"], "open");
    }
}

/// A meeting that was put into the tables, and a council for an electronic ballot that was, decide nothing either.
#[test]
fn p1_nothing_is_opened_on_rows_that_the_journal_does_not_give() {
    let made_up = "INSERT INTO meeting VALUES
        ('2026-11-25', '2026-11-25', 'finops-tac', 'open', 'cast', '2026-11-25T09:00:00.000Z', NULL);
      INSERT INTO attendance SELECT '2026-11-25', n, '2026-11-25T09:00:00.000Z', NULL FROM seat WHERE n <= 5;
      INSERT INTO agenda VALUES ('2026-11-25', 1, '2026-0002');
      UPDATE application SET stage = 'on-agenda' WHERE ref = '2026-0002'";
    let electronic = ["--electronic", "--deadline", "2030-01-01"];
    for (sql, more) in
        [(made_up, &[][..]), ("UPDATE seat SET holder = 'Somebody' WHERE n = 4", &electronic[..])]
    {
        let place = scene(At::Declared);
        run(&place, "meeting adjourn");
        raw(&place).execute_batch(sql).unwrap();
        let open = [&["ballot", "open", "2026-0002", "--motion", "approve"], more].concat();
        let message = place.fails(3, &open);
        assert!(message.contains("than the journal"), "{sql}: {message}");
        assert_eq!(table(&place, "ballot").as_array().unwrap().len(), 1, "{sql}");
    }
}

#[test]
fn p1_two_processes_cannot_open_a_ballot_and_change_what_it_rests_on() {
    let place = scene(At::Declared);
    let commands = [
        "ballot open 2026-0002 --motion approve",
        "set 2026-0002 FSP-E3-M2 met --because seen",
        "set 2026-0002 FSP-E3-M3 met --because seen",
        "seat add Gita --employer Gitaworks",
        "ballot open 2026-0002 --motion decline",
    ];
    at_once(&place, &commands);
    let opened = table(&place, "ballot").as_array().unwrap().len() - 1;
    assert!(opened <= 1, "two ballots are open at once");
    if opened == 0 {
        run(&place, commands[0]);
    }
    run(&place, "ballot close 2026-0002/1");
    run(&place, "ballot declare 2026-0002/1");
    assert_eq!(run(&place, "decision 2026-0002/1")["decision"]["snapshot_holds"], true);
    sound(&place);
}
