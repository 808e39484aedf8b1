//! A copy for rehearsing is never taken for the real docket, and leaves that alone.
#![expect(clippy::disallowed_methods, reason = "these tests read and write files as they lie on the disk")]

use std::path::Path;

use docket::{
    console::{
        app::{Keymap, Mark, Model, Screen, Settings},
        desk::Desk,
    },
    record::Change,
    review::Ref,
    samples,
    store::{Access, CommitError, Store, StoreEnv, StoreError},
};

use crate::{
    dockets::{act, day, minute},
    driver::{Driver, about},
    place::Place,
    raw::refused,
};

fn sampled(path: &Path, env: StoreEnv) -> Store {
    let mut store = Store::open(path, Access::Create, env).unwrap();
    samples::load(&mut store, "R. Reviewer", day(23)).unwrap();
    store
}

fn note(n: u32) -> Change {
    Change::Noted { application: Ref::from("osprey-platform"), n, text: Some("tried out".to_owned()) }
}

#[test]
fn the_original_is_left_as_it_is_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let (original, copied) = (folder.path().join("docket.sqlite"), folder.path().join("copy.sqlite"));
    drop(sampled(&original, StoreEnv::counting()));
    let before = std::fs::read(&original).unwrap();
    let mut copy = Store::open(&original, Access::Read, StoreEnv::system(None))
        .unwrap()
        .rehearse_at(&copied, &act())
        .unwrap();
    copy.commit(&act(), vec![note(1)]).unwrap();
    assert_eq!(copy.notes(&Ref::from("osprey-platform")).unwrap().len(), 1);
    assert!(copy.verify(None).unwrap().ok);
    drop(copy);
    assert_eq!(std::fs::read(&original).unwrap(), before);
    let names = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<_> = names.collect();
    names.sort();
    assert_eq!(names, ["copy.sqlite", "docket.sqlite"], "nothing else is left");
}

#[test]
fn a_copy_for_rehearsing_stays_one() {
    let folder = tempfile::tempdir().unwrap();
    let (original, copied) = (folder.path().join("docket.sqlite"), folder.path().join("copy.sqlite"));
    let store = sampled(&original, StoreEnv::counting());
    assert!(!store.is_rehearsal().unwrap());
    assert!(store.export().unwrap().get("rehearsal").is_none());
    drop(store.rehearse_at(&copied, &act()).unwrap());
    let copy = Store::open(&copied, Access::Read, StoreEnv::system(None)).unwrap();
    assert!(copy.is_rehearsal().unwrap());
    let (of, is) = (store.fingerprint().unwrap(), copy.fingerprint().unwrap());
    assert_ne!(is.full(), of.full(), "the fingerprint is another one");
    assert!(copy.verify(Some(of.full())).unwrap().ok, "it begins as the docket was");
    let export = copy.export().unwrap();
    assert_eq!(export["rehearsal"], true);
    let mut taken = Store::in_memory(StoreEnv::counting()).unwrap();
    taken.load_export(&export).unwrap();
    assert!(taken.is_rehearsal().unwrap(), "an export of one makes another one");
}

#[test]
fn a_copy_with_no_change_of_its_own_keeps_its_mark() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let store = sampled(&at("docket.sqlite"), StoreEnv::counting());
    let marked = |store: &Store| store.is_rehearsal().unwrap();
    let mut copy = store.rehearse_at(&at("copy.sqlite"), &act()).unwrap();
    // Neither without the setting, as SQL can take it out, nor copied, backed up, exported or undone.
    assert!(matches!(copy.undo(&act()), Err(CommitError::Refused(_))));
    copy.set_setting("rehearsal", None).unwrap();
    assert!(marked(&copy));
    copy.copy_to(&at("backup.sqlite")).unwrap();
    let mut export = copy.export().unwrap();
    drop(copy);
    std::fs::copy(at("backup.sqlite"), at("again.sqlite")).unwrap();
    let mut again = Store::open(&at("again.sqlite"), Access::Write, StoreEnv::system(None)).unwrap();
    assert!(marked(&again));
    again.commit(&act(), vec![note(1)]).unwrap();
    assert!(again.verify(None).unwrap().ok);
    let fields = export.as_object_mut().unwrap();
    assert_eq!(fields.remove("rehearsal"), Some(true.into()));
    let mut taken = Store::in_memory(StoreEnv::counting()).unwrap();
    taken.load_export(&export).unwrap();
    assert!(marked(&taken) && !marked(&store));
    let raw = rusqlite::Connection::open(at("copy.sqlite")).unwrap();
    refused(&raw, "DELETE FROM journal WHERE writer >= 'rehearsal-'");
}

#[test]
fn an_empty_docket_can_be_rehearsed() {
    let folder = tempfile::tempdir().unwrap();
    let store =
        Store::open(&folder.path().join("docket.sqlite"), Access::Create, StoreEnv::counting()).unwrap();
    let copy = store.rehearse_at(&folder.path().join("copy.sqlite"), &act()).unwrap();
    assert!(copy.is_rehearsal().unwrap() && copy.verify(None).unwrap().ok);
    assert_eq!(store.entries().unwrap(), 0);
}

#[test]
fn no_docket_is_made_a_rehearsal_by_a_change() {
    let place = Place::new();
    let change = r#"{"change": "rehearsal-began", "of": ""}"#;
    let refused = place.wrong(&["apply", &place.file("changes.jsonl", change)]);
    assert!(refused.contains("a rehearsal is no part of a docket"), "{refused}");
}

#[test]
fn what_was_rehearsed_says_so_when_the_mark_is_taken_out() {
    let folder = tempfile::tempdir().unwrap();
    let (original, copied) = (folder.path().join("docket.sqlite"), folder.path().join("copy.sqlite"));
    let store = sampled(&original, StoreEnv::counting());
    let mut copy = store.rehearse_at(&copied, &act()).unwrap();
    copy.commit(&act(), vec![note(1)]).unwrap();
    copy.set_setting("rehearsal", None).unwrap();
    drop(copy);
    let mut copy = Store::open(&copied, Access::Write, StoreEnv::system(None)).unwrap();
    assert!(copy.is_rehearsal().unwrap());
    copy.commit(&act(), vec![note(2)]).unwrap();
    let export = copy.export().unwrap();
    assert_eq!(export["rehearsal"], true);
    assert!(copy.verify(None).unwrap().ok);
    assert!(!store.is_rehearsal().unwrap());
}

#[test]
fn what_is_rehearsed_does_not_change_which_writer_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let (original, copied) = (folder.path().join("docket.sqlite"), folder.path().join("copy.sqlite"));
    let env = || StoreEnv::system(Some(folder.path().join("state")));
    let mut store = sampled(&original, env());
    store.rehearse_at(&copied, &act()).unwrap().commit(&act(), vec![note(1)]).unwrap();
    let mut again = Store::open(&copied, Access::Write, env()).unwrap();
    again.commit(&act(), vec![note(2)]).unwrap();
    store.commit(&act(), vec![note(1)]).unwrap();
    let verified = store.verify(None).unwrap();
    let chain = verified.checks.iter().find(|check| check.id == "chain").unwrap();
    assert!(chain.detail.contains(" 1 writer"), "{}", chain.detail);
}

#[test]
fn a_copy_never_takes_the_place_of_another_file() {
    let folder = tempfile::tempdir().unwrap();
    let store = sampled(&folder.path().join("docket.sqlite"), StoreEnv::counting());
    let taken = folder.path().join("taken");
    std::fs::write(&taken, "precious").unwrap();
    assert!(matches!(store.copy_to(&taken), Err(StoreError::Unreachable { .. })));
    assert!(matches!(
        store.rehearse_at(&taken, &act()),
        Err(CommitError::Store(StoreError::Unreachable { .. }))
    ));
    assert_eq!(std::fs::read_to_string(&taken).unwrap(), "precious");
}

#[test]
fn every_screen_says_that_it_is_a_rehearsal() {
    let folder = tempfile::tempdir().unwrap();
    let copied = folder.path().join("copy.sqlite");
    let copy =
        sampled(&folder.path().join("docket.sqlite"), StoreEnv::counting()).rehearse_at(&copied, &act());
    let mut desk = Desk::new(copy.unwrap(), "R. Reviewer", Box::new(|| (minute(0), day(23))));
    let mut about = about();
    about.mark = Some(Mark::Rehearsal);
    let model = Model::new(about, Keymap::default(), Settings::default());
    let mut screen = Driver::with(model, move |request| desk.answer(request));
    for (width, height) in [(200, 50), (80, 24), (40, 10)] {
        screen.resize(width, height);
        for keys in ["g t", "g q", "enter", "g m", "g r", "g h", "g j"] {
            screen.press(keys).see("REHEARSAL");
        }
    }
    assert_eq!(Screen::ALL.len(), 7, "a new screen has its key above");
}

#[test]
fn a_missing_docket_is_not_made_for_a_rehearsal() {
    let place = Place::new();
    let message = place.fails(2, &["rehearse"]);
    assert!(message.contains("needs a terminal"), "{message}");
    assert!(!place.docket().exists());
}
