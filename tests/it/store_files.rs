//! Files that cannot be used are named for what they are, and stay as they were, byte for byte.
#![expect(clippy::disallowed_methods, reason = "these tests look at files and alter them")]

use std::{
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    sync::Barrier,
};

use docket::{
    council::{Base, Ruled},
    record::{Act, Change, Role},
    store::{Access, CommitError, Store, StoreEnv, StoreError},
};
use rusqlite::Connection;

use crate::dockets::{act, commit, received};

const EVERY: [Access; 4] = [Access::Read, Access::Write, Access::Create, Access::Examine];

fn docket(folder: &Path) -> PathBuf {
    let path = folder.join("docket.sqlite");
    let mut store = Store::open(&path, Access::Create, StoreEnv::counting()).unwrap();
    commit(&mut store, received("2026-0001", "Nordlicht Cloud AG"));
    path
}

/// Opening `path` in each of these ways gives an error, and changes nothing.
fn refused(path: &Path, ways: &[Access], expected: fn(&StoreError) -> bool, says: &str) {
    let before = std::fs::read(path).unwrap();
    let names = |folder: &Path| {
        let mut names: Vec<_> =
            std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let beside = names(path.parent().unwrap());
    for access in ways {
        let error = Store::open(path, *access, StoreEnv::counting()).err().expect("it must not open");
        assert!(expected(&error), "{access:?}: {error:?}");
        let text = error.to_string();
        assert!(text.contains(says) && text.contains(path.to_str().unwrap()), "{access:?}: {text}");
    }
    assert_eq!(std::fs::read(path).unwrap(), before);
    assert_eq!(names(path.parent().unwrap()), beside);
}

#[test]
fn a_missing_docket_is_made_only_where_it_may_be() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deep/down/docket.sqlite");
    for access in [Access::Read, Access::Write, Access::Examine] {
        let error = Store::open(&path, access, StoreEnv::counting()).err().unwrap();
        assert!(matches!(error, StoreError::Missing { .. }), "{error}");
    }
    assert!(!folder.path().join("deep").exists());
    drop(Store::open(&path, Access::Create, StoreEnv::counting()).unwrap());
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(path.parent().unwrap()), 0o700);
    let store = Store::open(&path, Access::Read, StoreEnv::counting()).unwrap();
    assert!(store.is_empty().unwrap() && store.verify(None).unwrap().ok);
}

#[test]
fn a_file_of_another_kind_is_foreign() {
    let folder = tempfile::tempdir().unwrap();
    let foreign: fn(&StoreError) -> bool = |error| matches!(error, StoreError::Foreign { .. });
    let text = folder.path().join("notes.txt");
    std::fs::write(&text, "this is no docket, and never was one\n".repeat(10)).unwrap();
    refused(&text, &EVERY, foreign, "not a docket (another kind of file)");
    let other = folder.path().join("other.sqlite");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE t (a)").unwrap();
    refused(&other, &EVERY, foreign, "an SQLite database without a mark");
    let marked = folder.path().join("marked.sqlite");
    Connection::open(&marked)
        .unwrap()
        .execute_batch("PRAGMA application_id = 7; CREATE TABLE t (a)")
        .unwrap();
    refused(&marked, &EVERY, foreign, "another program");
    let empty = folder.path().join("empty.sqlite");
    std::fs::write(&empty, "").unwrap();
    refused(&empty, &[Access::Read, Access::Examine], foreign, "an empty file");
}

#[test]
fn a_folder_is_no_docket() {
    let folder = tempfile::tempdir().unwrap();
    for access in EVERY {
        let error = Store::open(folder.path(), access, StoreEnv::counting()).err().unwrap();
        assert!(matches!(error, StoreError::Unreachable { .. }), "{error}");
    }
}

#[test]
fn a_newer_docket_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = docket(folder.path());
    Connection::open(&path).unwrap().execute_batch("PRAGMA user_version = 4").unwrap();
    refused(&path, &EVERY, |error| matches!(error, StoreError::Newer { found: 4, .. }), "newer docket");
}

#[test]
fn an_altered_docket_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = docket(folder.path());
    Connection::open(&path).unwrap().execute_batch("DROP TRIGGER journal_is_never_cut").unwrap();
    refused(
        &path,
        &EVERY[..3],
        |error| matches!(error, StoreError::Altered { .. }),
        "trigger `journal_is_never_cut` is missing",
    );
}

#[test]
fn a_damaged_docket_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = docket(folder.path());
    let whole = std::fs::read(&path).unwrap();
    let damaged: fn(&StoreError) -> bool = |error| matches!(error, StoreError::Damaged { .. });
    std::fs::write(&path, &whole[..80]).unwrap();
    refused(&path, &EVERY, damaged, "damaged");
    let mut holed = whole.clone();
    holed[100..4_096].fill(0x5a);
    std::fs::write(&path, &holed).unwrap();
    refused(&path, &EVERY[..3], damaged, "damaged");
}

#[test]
fn a_page_of_the_journal_overwritten_is_found_by_verify() {
    let folder = tempfile::tempdir().unwrap();
    let path = docket(folder.path());
    let mut bytes = std::fs::read(&path).unwrap();
    let word = b"\"change\":\"received\"";
    let found = bytes.windows(word.len()).position(|part| part == word).unwrap();
    let page = found / 4_096 * 4_096;
    bytes[page..page + 4_096].fill(0);
    std::fs::write(&path, &bytes).unwrap();
    let store = Store::open(&path, Access::Examine, StoreEnv::counting()).unwrap();
    let verified = store.verify(None).unwrap_or_else(|error| panic!("{error:?}"));
    assert!(!verified.ok, "{verified:#?}");
}

#[test]
fn a_read_only_docket_is_read_and_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = docket(folder.path());
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o400)).unwrap();
    refused(
        &path,
        &[Access::Write, Access::Create],
        |error| matches!(error, StoreError::ReadOnly { .. }),
        "read-only",
    );
    let store = Store::open(&path, Access::Read, StoreEnv::counting()).unwrap();
    assert!(!store.is_empty().unwrap() && store.verify(None).unwrap().ok);
}

#[test]
fn a_docket_turned_to_another_journal_mode_is_turned_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = docket(folder.path());
    let mode = |path: &Path| -> String {
        Connection::open(path).unwrap().query_row("PRAGMA journal_mode", [], |row| row.get(0)).unwrap()
    };
    Connection::open(&path).unwrap().execute_batch("PRAGMA journal_mode = WAL").unwrap();
    assert_eq!(mode(&path), "wal");
    let reader = Store::open(&path, Access::Read, StoreEnv::counting()).unwrap();
    assert!(!reader.is_empty().unwrap());
    drop(reader);
    let mut writer = Store::open(&path, Access::Write, StoreEnv::counting()).unwrap();
    commit(&mut writer, received("2026-0002", "Two"));
    assert_eq!(mode(&path), "delete");
}

#[test]
fn a_docket_that_is_locked_for_long_is_named_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = docket(folder.path());
    let mut store = Store::open(&path, Access::Write, StoreEnv::counting()).unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let refused = store.commit(&act(), vec![received("2026-0002", "Two")]).unwrap_err();
    assert!(matches!(refused, CommitError::Store(StoreError::Locked { .. })), "{refused:?}");
    other.execute_batch("ROLLBACK").unwrap();
    commit(&mut store, received("2026-0002", "Two"));
    assert!(store.verify(None).unwrap().ok);
}

#[test]
fn a_change_cut_off_in_the_middle_is_rolled_back_by_whoever_opens_next() {
    let folder = tempfile::tempdir().unwrap();
    let path = docket(folder.path());
    let whole = std::fs::read(&path).unwrap();
    // A writer whose pages are on the disk while its journal still lies beside them, as a crash leaves it.
    let cut = Connection::open(&path).unwrap();
    cut.execute_batch(
        "PRAGMA cache_size = 1; BEGIN IMMEDIATE;
         WITH RECURSIVE many(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM many WHERE n < 2000)
         INSERT INTO setting SELECT 'key ' || n, hex(zeroblob(200)) FROM many;",
    )
    .unwrap();
    let (torn, hot) = (folder.path().join("torn.sqlite"), folder.path().join("torn.sqlite-journal"));
    std::fs::copy(&path, &torn).unwrap();
    std::fs::copy(folder.path().join("docket.sqlite-journal"), &hot).unwrap();
    cut.execute_batch("ROLLBACK").unwrap();
    assert_ne!(std::fs::read(&torn).unwrap(), whole);
    let store = Store::open(&torn, Access::Read, StoreEnv::counting()).unwrap();
    assert!(store.verify(None).unwrap().ok && store.setting("key 1").unwrap().is_none());
    assert_eq!(std::fs::read(&torn).unwrap(), whole);
}

/// The docket at `path` as version 1 made it, with its journal and texts.
fn as_form_one(path: &Path) -> PathBuf {
    let old = path.with_extension("old");
    let file = Connection::open(&old).unwrap();
    file.execute_batch(include_str!("../../assets/migrations/0001.sql")).unwrap();
    file.execute_batch("PRAGMA user_version = 1; PRAGMA foreign_keys = OFF").unwrap();
    file.execute("ATTACH ?1 AS new", [path.to_str().unwrap()]).unwrap();
    file.execute_batch(
        "INSERT INTO main.content SELECT * FROM new.content;
         INSERT INTO main.journal (seq, writer, n, first, at, actor, role, undoes_writer, undoes_n, seen, change, prev,
             hash)
           SELECT seq, writer, n, first, at, actor, role, undoes_writer, undoes_n, seen, change, prev, hash
           FROM new.journal;
         INSERT INTO main.setting VALUES ('theme', 'dark');
         DETACH new;",
    )
    .unwrap();
    old
}

#[test]
fn a_docket_of_an_earlier_version_is_brought_up_on_opening_whatever_it_is_opened_for() {
    for access in EVERY {
        let folder = tempfile::tempdir().unwrap();
        let new = docket(folder.path());
        let old = as_form_one(&new);
        let expected = Store::open(&new, Access::Read, StoreEnv::counting()).unwrap();
        let store = Store::open(&old, access, StoreEnv::counting()).unwrap();
        assert!(store.verify(Some(&expected.fingerprint().unwrap().to_string())).unwrap().ok, "{access:?}");
        assert_eq!(store.setting("theme").unwrap().as_deref(), Some("dark"));
        let (found, expected) = (store.export().unwrap(), expected.export().unwrap());
        assert_eq!(found["applications"], expected["applications"]);
        let version: u32 =
            Connection::open(&old).unwrap().query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
        assert_eq!(version, 3);
    }
}

/// The docket at `path` as version 2 made it, with what is in its tables.
fn as_form_two(path: &Path) {
    let made = include_str!("../../assets/migrations/0002.sql");
    let rulings = &made[made.find("CREATE TABLE ruling").unwrap()..made.find("-- Packets that").unwrap()];
    let file = Connection::open(path).unwrap();
    file.execute_batch(&format!(
        "CREATE TEMPORARY TABLE kept AS SELECT * FROM ruling;
         DROP TABLE ruling;
         {rulings}
         INSERT INTO ruling SELECT * FROM kept;
         PRAGMA user_version = 2;"
    ))
    .unwrap();
}

fn ruled(n: u32, was: Base, now: Base) -> Change {
    let because = "So it was read before".to_owned();
    let (was, now) = (Ruled::Reading(was), Ruled::Reading(now));
    Change::Ruled { n, meeting: None, chair: "C. Chair".to_owned(), was, now, because }
}

#[test]
fn the_rulings_of_a_docket_of_form_two_are_kept() {
    for access in EVERY {
        let folder = tempfile::tempdir().unwrap();
        let path = docket(folder.path());
        let chair = Act { role: Some(Role::Chair), ..act() };
        let mut store = Store::open(&path, Access::Write, StoreEnv::counting()).unwrap();
        for (n, was, now) in [(1, Base::Attendance, Base::Unrecused), (2, Base::Unrecused, Base::Cast)] {
            store.commit(&chair, vec![ruled(n, was, now)]).unwrap();
        }
        let (print, rulings) = (store.fingerprint().unwrap().to_string(), store.rulings().unwrap());
        drop(store);
        as_form_two(&path);
        let store = Store::open(&path, access, StoreEnv::counting()).unwrap();
        assert!(store.verify(Some(&print)).unwrap().ok, "{access:?}");
        assert_eq!((store.rulings().unwrap(), rulings.len()), (rulings, 2));
        drop(store);
        let file = Connection::open(&path).unwrap();
        assert_eq!(file.query_row("PRAGMA user_version", [], |row| row.get::<_, u32>(0)).unwrap(), 3);
        assert!(file.execute("DELETE FROM ruling", []).unwrap_err().to_string().contains("a ruling stands"));
    }
}

#[test]
fn an_earlier_docket_that_was_altered_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let old = as_form_one(&docket(folder.path()));
    let hidden = "CREATE TRIGGER hidden AFTER INSERT ON position BEGIN SELECT 1; END";
    Connection::open(&old).unwrap().execute_batch(hidden).unwrap();
    refused(&old, &EVERY, |error| matches!(error, StoreError::Altered { .. }), "trigger `hidden` was added");
}

#[test]
fn an_earlier_docket_that_is_read_only_is_named_so_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let old = as_form_one(&docket(folder.path()));
    let about = std::fs::metadata(&old).unwrap().permissions();
    let mut read_only = about.clone();
    read_only.set_readonly(true);
    std::fs::set_permissions(&old, read_only).unwrap();
    let older = |error: &StoreError| matches!(error, StoreError::Older { found: 1, known: 3, .. });
    refused(&old, &[Access::Read, Access::Examine], older, "make it writable");
    let cannot = |error: &StoreError| matches!(error, StoreError::ReadOnly { .. });
    refused(&old, &[Access::Write, Access::Create], cannot, "read-only");
    std::fs::set_permissions(&old, about).unwrap();
    assert!(Store::open(&old, Access::Read, StoreEnv::counting()).unwrap().verify(None).unwrap().ok);
}

/// Whoever comes while another one brings the file up waits, and finds it as this version makes it.
#[test]
fn several_that_open_an_earlier_docket_at_once_all_come_in() {
    let folder = tempfile::tempdir().unwrap();
    let old = std::fs::read(as_form_one(&docket(folder.path()))).unwrap();
    for round in 0..20 {
        let path = folder.path().join(format!("{round}.sqlite"));
        std::fs::write(&path, &old).unwrap();
        let all_here = Barrier::new(8);
        let open = |n: usize| {
            all_here.wait();
            Store::open(&path, EVERY[n % EVERY.len()], StoreEnv::counting()).map(drop)
        };
        std::thread::scope(|scope| {
            let openers: Vec<_> = (0..8).map(|n| scope.spawn(move || open(n))).collect();
            for opener in openers {
                opener.join().unwrap().unwrap_or_else(|error| panic!("round {round}: {error}"));
            }
        });
        assert!(Store::open(&path, Access::Read, StoreEnv::counting()).unwrap().verify(None).unwrap().ok);
    }
}
