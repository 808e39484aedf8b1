//! The docket that is attacked: five members, four of them in the room, and one ballot that is open, closed or declared.
#![expect(clippy::disallowed_methods, reason = "these tests copy files and act at the real time")]

use std::{
    process::{Child, Stdio},
    sync::OnceLock,
};

use chrono::{Local, Utc};
use docket::store::{Access, Store, StoreEnv};
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::{desks::console_with_clock, driver::Driver, place::Place};

/// The ballot that is attacked.
pub(super) const BALLOT: &str = "2026-0001/1";

/// How far the ballot has come.
#[derive(Clone, Copy)]
pub(super) enum At {
    /// Seats 1 and 2 are for, 2 after having been against; 3 is recused; 4 is absent; 5 has said nothing.
    Open,
    /// Seat 5 is for as well: 3 of 4 in attendance.
    Closed,
    /// It is declared, and a certification is granted.
    Declared,
}

/// A place with the docket at that moment.
pub(super) fn scene(at: At) -> Place {
    static FILES: OnceLock<[Vec<u8>; 3]> = OnceLock::new();
    let place = Place::new();
    std::fs::create_dir_all(place.docket().parent().unwrap()).unwrap();
    std::fs::write(place.docket(), &FILES.get_or_init(files)[at as usize]).unwrap();
    place
}

/// The docket at each moment, made by commands alone.
fn files() -> [Vec<u8>; 3] {
    let place = Place::new();
    prepare(&place);
    let bytes = |place: &Place| std::fs::read(place.docket()).unwrap();
    let open = bytes(&place);
    run(&place, "vote 2026-0001/1 5 for");
    run(&place, "ballot close 2026-0001/1");
    let closed = bytes(&place);
    run(&place, "ballot declare 2026-0001/1");
    [open, closed, bytes(&place)]
}

/// A place where seat 5 is suspended and sits in the room as a guest; the ballot is open, and seat 1 is for.
pub(super) fn suspended() -> Place {
    let place = Place::new();
    council(&place);
    run(&place, "seat suspend 5 --because Absent --from 2026-11-01");
    run(&place, "meeting open 2026-11-24");
    run(&place, "meeting in 1 2 3 5");
    run(&place, "meeting agenda 2026-0001 2026-0002");
    run(&place, "ballot open 2026-0001 --motion approve");
    run(&place, "vote 2026-0001/1 1 for");
    place
}

/// A place where the ballot is taken without a meeting, until 2099-01-01; seat 1 is for.
pub(super) fn electronic() -> Place {
    let place = Place::new();
    council(&place);
    run(&place, "ballot open 2026-0001 --motion approve --electronic --deadline 2099-01-01");
    run(&place, "vote 2026-0001/1 1 for");
    place
}

fn prepare(place: &Place) {
    council(place);
    run(place, "meeting open 2026-11-24");
    run(place, "meeting in 1 2 3 5");
    run(place, "meeting agenda 2026-0001 2026-0002");
    run(place, "ballot open 2026-0001 --motion approve");
    for (seat, position) in [("1", "for"), ("2", "against"), ("2", "for --changed"), ("3", "recused")] {
        run(place, &format!("vote {BALLOT} {seat} {position}"));
    }
}

/// Two applications that are ready, and five members.
fn council(place: &Place) {
    let one = |reference: &str, name: &str| {
        json!({ "ref": reference, "program": "service-provider", "edition": "2023", "received": "2026-09-14",
            "organisation": { "name": name, "employees": 50 } })
    };
    let both = json!([one("2026-0001", "Halm Beratung"), one("2026-0002", "Ostrava Data")]);
    let file = place.file("both.json", both.to_string());
    place.json(&["import", &file]);
    for reference in ["2026-0001", "2026-0002"] {
        run(place, &format!("set {reference} FSP-E3-M1 met"));
        run(place, &format!("stage {reference} in-review"));
        run(
            place,
            &format!("stage {reference} ready-for-tac --because asked --presented-by Lea --role lead"),
        );
    }
    for holder in ["Amara", "Bastian", "Celine", "Dmitri", "Elif"] {
        let chair = if holder == "Amara" { " --chair" } else { "" };
        run(place, &format!("seat add {holder} --employer {holder}works{chair}"));
    }
    run(place, "seat add Farid --employer Faridworks --until 2026-06-30");
}

fn words(command: &str) -> Vec<&str> {
    command.split(' ').collect()
}

/// Runs a verb that ends well; gives what it prints as JSON.
pub(super) fn run(place: &Place, command: &str) -> Value {
    place.json(&words(command))
}

/// The verb is refused with these words, by the rules or as wrong use.
#[track_caller]
pub(super) fn refused(place: &Place, command: &str, says: &str) {
    let output = place.run(&words(command));
    assert!(matches!(output.status.code(), Some(1 | 2)), "`{command}` was not refused: {output:?}");
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains(says), "`{command}`: {message}");
}

/// Changes put to the one door, as JSON Lines, are refused.
#[track_caller]
pub(super) fn refused_at_the_door(place: &Place, change: &Value) {
    let file = place.file("attack.jsonl", format!("{change}\n"));
    let output = place.run(&["apply", &file, "--role", "chair"]);
    assert!(matches!(output.status.code(), Some(1 | 2)), "{change}: {output:?}");
}

/// Somebody with `sqlite3` at hand.
pub(super) fn raw(place: &Place) -> Connection {
    let raw = Connection::open(place.docket()).unwrap();
    raw.execute_batch("PRAGMA foreign_keys = ON").unwrap();
    raw
}

/// Puts `change` behind the last entry of the journal, as somebody does who cannot reckon its hash.
#[track_caller]
pub(super) fn forge(place: &Place, change: &str) {
    let sql = "INSERT INTO journal (seq, writer, n, first, at, actor, seen, change, prev, hash)
               SELECT seq + 1, writer, n + 1, n + 1, at, 'x', '{}', ?1, hash, 'abc'
               FROM journal ORDER BY seq DESC LIMIT 1";
    assert_eq!(raw(place).execute(sql, [change]).unwrap(), 1);
}

/// Every one of these statements is refused by what stands in the file itself.
#[track_caller]
pub(super) fn refused_by_the_file(place: &Place, statements: &[&str]) {
    let raw = raw(place);
    for sql in statements {
        crate::raw::refused(&raw, sql);
    }
}

/// The console on the file, at the real time.
pub(super) fn console(place: &Place) -> Driver {
    let store = Store::open(&place.docket(), Access::Write, StoreEnv::system(None)).unwrap();
    console_with_clock(store, Box::new(|| (Utc::now(), Local::now().date_naive())), 120, 36)
}

/// Starts the same verbs at once, each in a process of its own; gives how many of them ended well.
pub(super) fn at_once(place: &Place, commands: &[&str]) -> usize {
    let start = |command: &&str| {
        let mut process = place.command();
        process.args(words(command)).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    };
    let started: Vec<Child> = commands.iter().map(start).collect();
    started.into_iter().filter_map(|mut child| child.wait().unwrap().success().then_some(())).count()
}

/// The rows of a table, as an export shows them.
pub(super) fn table(place: &Place, table: &str) -> Value {
    run(place, "export")["tables"][table].clone()
}

/// The record is sound.
#[track_caller]
pub(super) fn sound(place: &Place) {
    let verified = run(place, "verify");
    assert_eq!(verified["ok"], true, "{verified:#}");
}
