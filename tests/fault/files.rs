//! Files that are no docket of this version, given to the program: a message that names the file, status 3, and not a
//! byte of it changed.

use std::path::Path;

use rusqlite::Connection;

use crate::{
    place::Place,
    record::{in_folder, is_sound},
};

/// Verbs that read, and verbs that write.
const VERBS: [&[&str]; 4] =
    [&["list"], &["history", "2026-0001"], &["note", "2026-0001", "a word"], &["undo"]];

/// Every verb refuses `file`, says `why`, and leaves the folder as it was.
fn refused(place: &Place, file: &str, why: &str) {
    let before = contents(place);
    for verb in VERBS {
        let message = place.fails(3, &[&["--file", file], verb].concat());
        assert!(message.contains(file) && message.contains(why), "{verb:?}: {message}");
        assert_eq!(message.trim_end().lines().count(), 1, "{verb:?}: {message}");
        assert_eq!(contents(place), before, "{verb:?} changed something");
    }
}

/// Every file in the folder of the place, those in its subfolders apart.
pub(crate) fn contents(place: &Place) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(place.path("")).unwrap().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().unwrap().is_file());
    let mut all: Vec<(String, Vec<u8>)> = files
        .map(|file| (file.file_name().into_string().unwrap(), std::fs::read(file.path()).unwrap()))
        .collect();
    all.sort();
    all
}

/// A docket in a place of its own, changed by `how`.
fn changed(how: impl FnOnce(&Path)) -> (Place, String) {
    let place = Place::new();
    let path = in_folder(&place.path(""));
    how(&path);
    (place, path.to_str().unwrap().to_owned())
}

fn sql(statement: &'static str) -> impl FnOnce(&Path) {
    move |path| Connection::open(path).unwrap().execute_batch(statement).unwrap()
}

#[test]
fn a_foreign_file_is_left_alone() {
    let place = Place::new();
    let text = place.file("letter.txt", "Dear Sir or Madam,\n".repeat(40));
    refused(&place, &text, "not a docket");
    let other = place.path("other.sqlite");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE t (a)").unwrap();
    refused(&place, other.to_str().unwrap(), "not a docket");
    let (place, file) = changed(sql("PRAGMA application_id = 7"));
    refused(&place, &file, "not a docket");
}

#[test]
fn a_newer_docket_is_left_alone() {
    let (place, file) = changed(sql("PRAGMA user_version = 9"));
    refused(&place, &file, "newer");
}

#[test]
fn an_altered_docket_is_left_alone() {
    let trigger = "CREATE TRIGGER hidden AFTER INSERT ON position
                   BEGIN UPDATE position SET position = 'for'; END";
    let (place, file) = changed(sql(trigger));
    refused(&place, &file, "trigger `hidden` was added");
}

#[test]
fn a_damaged_or_cut_docket_is_left_alone() {
    let header_only = |path: &Path| {
        let mut bytes = std::fs::read(path).unwrap();
        bytes[100..4096].fill(0xff);
        std::fs::write(path, bytes).unwrap();
    };
    let (place, file) = changed(header_only);
    refused(&place, &file, "damaged");
    for kept in [40, 700, 5_000] {
        let cut = |path: &Path| {
            let bytes = std::fs::read(path).unwrap();
            std::fs::write(path, &bytes[..kept]).unwrap();
        };
        let (place, file) = changed(cut);
        refused(&place, &file, "damaged");
    }
}

#[test]
fn a_missing_docket_is_not_made_by_reading() {
    let place = Place::new();
    let file = place.path("no/such/folder/docket.sqlite");
    let message = place.fails(3, &["--file", file.to_str().unwrap(), "list"]);
    assert!(message.contains("no docket is there"), "{message}");
    assert!(!place.path("no").exists());
}

#[test]
fn a_docket_below_a_file_is_named_as_unreachable() {
    let place = Place::new();
    let file = place.file("letter.txt", "not a folder");
    for verb in VERBS {
        let below = format!("{file}/docket.sqlite");
        let message = place.fails(3, &[&["--file", &below], verb].concat());
        assert!(message.contains(&below), "{verb:?}: {message}");
    }
}

#[test]
fn a_docket_in_wal_mode_is_read_and_turned_back_by_the_next_change() {
    let (place, file) = changed(sql("PRAGMA journal_mode = WAL"));
    let at = ["--file", &*file];
    assert!(place.run(&[&at, &["list"][..]].concat()).status.success());
    assert!(place.run(&[&at, &["note", "2026-0002", "a word"][..]].concat()).status.success());
    let names: Vec<String> = contents(&place).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["docket.sqlite"], "one file at rest");
    // Bytes 18 and 19 of the header: 1 is a rollback journal, 2 is WAL.
    assert_eq!(contents(&place)[0].1[18..20], [1, 1]);
    is_sound(Path::new(&file));
}
