//! Somebody with `sqlite3` at hand: what the tables themselves refuse, and what `verify` finds afterwards.
#![expect(clippy::disallowed_methods, reason = "these tests look at files and alter them")]

use std::{
    path::{Path, PathBuf},
    sync::OnceLock,
};

use docket::{
    council::{Position, Reason},
    record::Change,
    store::{Access, Store, StoreEnv, Verified},
};
use rusqlite::Connection;

use crate::{
    dockets::{commit, decide, in_session, voted},
    raw::refused,
};

/// A docket file with a decided ballot on 2026-0001, or one that is still open.
struct Docket {
    _folder: tempfile::TempDir,
    path: PathBuf,
}

impl Docket {
    fn new(decided: bool) -> Self {
        static FILES: OnceLock<[Vec<u8>; 2]> = OnceLock::new();
        let files = FILES.get_or_init(|| [made(false), made(true)]);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("docket.sqlite");
        std::fs::write(&path, &files[usize::from(decided)]).unwrap();
        Self { _folder: folder, path }
    }

    fn raw(&self) -> Connection {
        let raw = Connection::open(&self.path).unwrap();
        raw.execute_batch("PRAGMA foreign_keys = ON").unwrap();
        raw
    }

    /// Runs `sql` with the triggers of `table` out of the way, and puts them back as they were.
    fn behind_the_triggers(&self, sql: &str) {
        let raw = Connection::open(&self.path).unwrap();
        raw.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
        let triggers: Vec<(String, String)> = raw
            .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
            .unwrap()
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        for (name, _) in &triggers {
            raw.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
        }
        assert!(raw.execute(sql, []).unwrap() > 0, "{sql} touched nothing");
        for (_, create) in &triggers {
            raw.execute_batch(create).unwrap();
        }
    }

    fn verified(&self) -> Verified {
        verified(&self.path)
    }
}

/// The bytes of a docket.
fn made(decided: bool) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("docket.sqlite");
    let mut store = Store::open(&path, Access::Create, StoreEnv::counting()).unwrap();
    in_session(&mut store);
    if decided {
        decide(&mut store);
    } else {
        commit(&mut store, voted("2026-0001", 1, Position::Against));
    }
    drop(store);
    std::fs::read(path).unwrap()
}

fn verified(path: &Path) -> Verified {
    Store::open(path, Access::Examine, StoreEnv::counting()).unwrap().verify(None).unwrap()
}

fn failed(verified: &Verified) -> Vec<&str> {
    assert_eq!(verified.ok, verified.checks.iter().all(|check| check.ok));
    verified.checks.iter().filter(|check| !check.ok).map(|check| check.id).collect()
}

#[test]
fn a_docket_that_was_left_alone_is_sound() {
    for decided in [false, true] {
        let verified = Docket::new(decided).verified();
        assert!(verified.ok, "{verified:#?}");
        let ids: Vec<_> = verified.checks.iter().map(|check| check.id).collect();
        assert_eq!(ids, ["form", "file", "references", "content", "chain", "replay"]);
        assert!(verified.entries > 10);
    }
}

#[test]
fn the_tables_refuse_what_was_decided_to_be_changed() {
    let docket = Docket::new(true);
    let raw = docket.raw();
    for sql in [
        "UPDATE journal SET actor = 'somebody' WHERE seq = 3",
        "DELETE FROM journal WHERE seq = 3",
        "DELETE FROM content",
        "UPDATE content SET text = 'another'",
        "UPDATE rules SET text = ''",
        "DELETE FROM rules",
        "INSERT INTO position VALUES ('2026-0001', 1, 1, 'against')",
        "UPDATE position SET position = 'against'",
        "DELETE FROM position",
        "INSERT OR REPLACE INTO position VALUES ('2026-0001', 1, 1, 'against')",
        "UPDATE ballot SET state = 'open', closed = NULL, declared = NULL, outcome = NULL",
        "UPDATE ballot SET state = 'closed', declared = NULL, outcome = NULL",
        "UPDATE ballot SET outcome = 'not-adopted'",
        "UPDATE ballot SET reading = 'cast'",
        "DELETE FROM ballot",
        "DELETE FROM roster",
        "UPDATE roster SET holder = 'Somebody'",
        "INSERT INTO roster (application, ballot, seat, holder, employer, chair, contributor, first_day, ends)
         VALUES ('2026-0001', 1, 9, 'x', 'y', 0, 0, '', 0)",
        "DELETE FROM present",
        "INSERT INTO present VALUES ('2026-0001', 1, 9)",
        "UPDATE certification SET organisation = 'Somebody'",
        "DELETE FROM certification",
        "INSERT INTO certification VALUES
         ('2026-0002', 1, 'x', 'platform', '2023', '2026-11-23', NULL, 'now', '2026-11-23')",
    ] {
        refused(&raw, sql);
    }
    assert!(docket.verified().ok);
}

#[test]
fn the_tables_refuse_a_second_position_and_a_ballot_made_up() {
    let docket = Docket::new(false);
    let raw = docket.raw();
    for sql in [
        "INSERT INTO position VALUES ('2026-0001', 1, 1, 'for')",
        "INSERT INTO position VALUES ('2026-0001', 1, 99, 'for')",
        "INSERT INTO position VALUES ('2026-0001', 1, 2, 'perhaps')",
        "UPDATE ballot SET state = 'declared', closed = 'x', declared = 'x', outcome = 'adopted'",
        "UPDATE ballot SET as_of = '2020-01-01'",
        "INSERT INTO certification VALUES
         ('2026-0001', 1, 'x', 'platform', '2023', '2026-11-23', NULL, 'now', '2026-11-23')",
    ] {
        refused(&raw, sql);
    }
}

#[test]
fn one_value_changed_with_the_triggers_put_back_is_found() {
    for (sql, expected) in [
        ("UPDATE position SET position = 'against' WHERE seat = 1", vec!["replay"]),
        ("UPDATE journal SET actor = 'Somebody' WHERE seq = 5", vec!["chain"]),
        (
            "UPDATE journal SET change = replace(change, '\"for\"', '\"against\"') WHERE kind = 'voted'",
            vec!["chain", "replay"],
        ),
        ("UPDATE journal SET seen = '{ }' WHERE seq = 5", vec!["replay"]),
        ("DELETE FROM journal WHERE seq = 5", vec!["chain", "replay"]),
        ("UPDATE content SET text = text || '!' WHERE text = 'C. Contact'", vec!["content"]),
        ("DELETE FROM content WHERE text = 'C. Contact'", vec!["references", "replay"]),
        ("UPDATE certification SET last_day = '2030-01-01'", vec!["replay"]),
        ("UPDATE application SET employees = employees + 1", vec!["replay"]),
        ("UPDATE ballot SET outcome = 'not-adopted'", vec!["replay"]),
        ("DELETE FROM present WHERE seat = 3", vec!["replay"]),
        ("UPDATE rules SET text = text || ' '", vec!["replay"]),
        ("INSERT INTO note VALUES ('2026-0001', 1, 'x', 'x', 'x')", vec!["references", "replay"]),
    ] {
        let docket = Docket::new(true);
        docket.behind_the_triggers(sql);
        let verified = docket.verified();
        assert_eq!(failed(&verified), expected, "{sql}: {verified:#?}");
        let usable = Store::open(&docket.path, Access::Read, StoreEnv::counting());
        assert!(usable.is_ok(), "the form is as it was");
    }
}

#[test]
fn a_vote_that_forgets_the_position_before_it_is_found() {
    let docket = Docket::new(false);
    let mut store = Store::open(&docket.path, Access::Write, StoreEnv::counting()).unwrap();
    let mut changed = voted("2026-0001", 1, Position::For);
    if let Change::Voted { was, why, .. } = &mut changed {
        (*was, *why) = (Some(Position::Against), Some(Reason::Changed));
    }
    commit(&mut store, changed);
    drop(store);
    assert!(docket.verified().ok);
    docket.behind_the_triggers(
        "UPDATE journal SET change = replace(change, '\"was\":\"against\"', '\"was\":null') WHERE kind = 'voted'",
    );
    docket.behind_the_triggers("DELETE FROM position_change");
    let verified = docket.verified();
    assert_eq!(failed(&verified), ["chain", "replay"], "{verified:#?}");
    let found = &verified.checks[5].detail;
    assert!(found.contains("seat 1 had said nothing on 2026-0001/1 before, and not against"), "{found}");
}

#[test]
fn a_setting_and_the_search_index_are_no_part_of_the_record() {
    let docket = Docket::new(true);
    docket.behind_the_triggers("INSERT INTO setting VALUES ('theme', 'dark')");
    docket.behind_the_triggers("DELETE FROM search");
    assert!(docket.verified().ok);
}

#[test]
fn an_erased_text_leaves_the_record_sound() {
    let docket = Docket::new(true);
    docket.raw().execute("UPDATE content SET text = NULL, salt = NULL WHERE text = 'H. Holder'", []).unwrap();
    assert!(docket.verified().ok);
    let store = Store::open(&docket.path, Access::Read, StoreEnv::counting()).unwrap();
    let application = store.application(&"2026-0001".into()).unwrap().unwrap();
    assert_eq!(application.facts.holders[0].name, "(erased)");
}

#[test]
fn a_cut_journal_shows_against_a_fingerprint_noted_before() {
    let docket = Docket::new(true);
    let store = Store::open(&docket.path, Access::Read, StoreEnv::counting()).unwrap();
    let print = store.fingerprint().unwrap();
    assert!(store.verify(Some(&print.to_string())).unwrap().ok);
    let other = store.verify(Some("0000-0000-0000-0000")).unwrap();
    assert_eq!(failed(&other), ["fingerprint"]);
    assert!(other.checks[6].detail.contains(&print.to_string()));
}

#[test]
fn a_hidden_trigger_is_named_and_only_verify_opens_the_file() {
    let docket = Docket::new(false);
    docket
        .raw()
        .execute_batch(
            "CREATE TRIGGER turncoat AFTER INSERT ON position WHEN new.position = 'against'
             BEGIN UPDATE position SET position = 'for' WHERE seat = new.seat; END",
        )
        .unwrap();
    let before = std::fs::read(&docket.path).unwrap();
    for access in [Access::Read, Access::Write, Access::Create] {
        let error = Store::open(&docket.path, access, StoreEnv::counting()).err().unwrap().to_string();
        assert!(error.contains("trigger `turncoat` was added"), "{error}");
    }
    assert_eq!(failed(&docket.verified()), ["form"]);
    assert_eq!(std::fs::read(&docket.path).unwrap(), before);
}
