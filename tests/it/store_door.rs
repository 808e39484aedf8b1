//! What goes through the one door, and what comes out of the tables.
#![expect(clippy::disallowed_methods, reason = "these tests look at files and alter them")]

use docket::{
    council::{BallotState, MeetingState, Outcome, Position},
    record::{Change, Refusal},
    review::{
        Ref, Stage,
        queue::{Filter, Sort, Window},
    },
    store::{Access, CommitError, Store, StoreEnv, StoreError},
};

use crate::dockets::{act, adopted, commit, decide, docket, facts, in_session, meeting, received};

const ALL: Window = Window { first: 0, rows: 100 };

#[test]
fn an_application_comes_back_as_it_went_in() {
    let mut store = docket();
    assert!(store.is_empty().unwrap());
    commit(&mut store, received("2026-0001", "Nordlicht Cloud AG"));
    assert!(store.knows(&Ref::from("2026-0001")).unwrap());
    let application = store.application(&Ref::from("2026-0001")).unwrap().unwrap();
    assert_eq!(application.facts, facts("Nordlicht Cloud AG"));
    assert_eq!(application.remarks.len(), 1);
    assert_eq!(application.review.stage, Stage::Received);
    let submissions = store.submissions(&application.reference).unwrap();
    assert_eq!(submissions[0].original.as_deref(), Some("{\"ref\":\"2026-0001\"}"));
    let subjects: Vec<_> = store.history(None, ALL).unwrap().into_iter().map(|row| row.subject).collect();
    assert_eq!(subjects, ["2026-0001", "docket", "docket"]);
    assert_eq!(store.history(Some(&application.reference), ALL).unwrap().len(), 1);
}

#[test]
fn a_refused_change_leaves_nothing_of_its_transaction() {
    let mut store = docket();
    let twice = vec![received("2026-0001", "One"), received("2026-0001", "Two")];
    let refused = store.commit(&act(), twice).unwrap_err();
    assert!(matches!(refused, CommitError::Refused(_)), "{refused}");
    assert_eq!(store.entries().unwrap(), 0);
    assert!(store.is_empty().unwrap());
    commit(&mut store, received("2026-0001", "One"));
    assert_eq!(store.entries().unwrap(), 3);
}

#[test]
fn what_is_stale_because_another_wrote_is_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    let open = || Store::open(&folder.path().join("d"), Access::Create, StoreEnv::counting()).unwrap();
    let (mut store, mut other) = (open(), open());
    commit(&mut store, received("2026-0001", "One"));
    let one = Ref::from("2026-0001");
    let note = |n| vec![Change::Noted { application: one.clone(), n, text: Some("a word".to_owned()) }];
    let mut asked = 0;
    let next = |store: &Store| {
        let n = u32::try_from(store.notes(&one)?.len()).unwrap() + 1;
        asked += 1;
        if asked < 3 {
            other.commit(&act(), note(n)).unwrap();
        }
        Ok(note(n))
    };
    store.commit_anew(&act(), next).unwrap();
    assert_eq!((asked, store.notes(&one).unwrap().len()), (3, 3));
    // What nobody made stale would be refused for ever.
    let mut asked = 0;
    let wrong = |_: &Store| {
        asked += 1;
        Ok(note(9))
    };
    let refused = store.commit_anew(&act(), wrong).unwrap_err();
    assert!(matches!(refused, CommitError::Refused(Refusal::Stale { .. })), "{refused}");
    assert_eq!(asked, 1);
}

#[test]
fn a_meeting_is_held_and_a_certification_registered() {
    let mut store = docket();
    in_session(&mut store);
    assert_eq!(store.open_meeting().unwrap(), Some(meeting()));
    let open = store.meeting(&meeting()).unwrap().unwrap();
    assert_eq!((open.state, open.present().count()), (MeetingState::Open, 3));
    assert!(open.open_ballot().is_some());
    decide(&mut store);
    let over = store.meeting(&meeting()).unwrap().unwrap();
    assert_eq!(over.state, MeetingState::Adjourned);
    let ballot = &over.ballots[0];
    assert_eq!(ballot.positions.values().filter(|one| **one == Position::For).count(), 2);
    assert!(matches!(&ballot.state, BallotState::Declared { outcome: Outcome::Adopted, present, .. }
        if present.len() == 3));
    let register = store.certifications(ALL).unwrap();
    assert_eq!(register[0].organisation, "Nordlicht Cloud AG");
    assert_eq!(register[0].ballot, "2026-0001/1");
    let application = store.application(&Ref::from("2026-0001")).unwrap().unwrap();
    assert_eq!(application.review.stage, Stage::Decided);
}

#[test]
fn a_declared_ballot_is_never_declared_again() {
    let mut store = docket();
    in_session(&mut store);
    decide(&mut store);
    assert!(store.commit(&act(), vec![adopted("2026-0001")]).is_err());
    assert!(matches!(store.undo(&act()), Err(CommitError::Refused(_))));
    assert_eq!(store.undoable(&act().actor).unwrap(), None);
}

#[test]
fn the_queue_is_filtered_ordered_and_paged() {
    let mut store = docket();
    let many = (1..=30).map(|n| received(&format!("2026-{n:04}"), &format!("Firm {:02}", 31 - n)));
    store.commit(&act(), many.collect()).unwrap();
    commit(&mut store, received("2026-0099", "Québec Conseil"));
    let refs = |filter: &Filter, sort, first, rows| -> Vec<String> {
        let page = store.page(filter, sort, Window { first, rows }).unwrap();
        page.rows.iter().map(|row| row.reference.to_string()).collect()
    };
    let all = Filter::default();
    assert_eq!(refs(&all, Sort::Received, 29, 5), ["2026-0030", "2026-0099"]);
    assert_eq!(refs(&all, Sort::Organisation, 0, 2), ["2026-0030", "2026-0029"]);
    for sort in Sort::ALL {
        assert_eq!(refs(&all, *sort, 0, 100).len(), 31);
        let place = store.position_of(&all, *sort, &Ref::from("2026-0007")).unwrap().unwrap();
        assert_eq!(refs(&all, *sort, place, 1), ["2026-0007"], "{sort}");
    }
    let quebec = Filter { text: Some("QUEBEC holding".to_owned()), ..Filter::default() };
    assert_eq!(refs(&quebec, Sort::Received, 0, 10), ["2026-0099"]);
    assert_eq!(store.position_of(&quebec, Sort::Due, &Ref::from("2026-0007")).unwrap(), None);
    let none = Filter { stages: vec![Stage::Decided, Stage::InReview], ..Filter::default() };
    assert_eq!(store.page(&none, Sort::Stage, ALL).unwrap().total, 0);
    assert_eq!(store.stage_counts().unwrap(), [(Stage::Received, 31)]);
}

#[test]
fn two_on_one_file_see_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new/docket.sqlite");
    let state = folder.path().join("state");
    let env = || StoreEnv::system(Some(state.clone()));
    let mut one = Store::open(&path, Access::Create, env()).unwrap();
    let mut two = Store::open(&path, Access::Write, env()).unwrap();
    commit(&mut one, received("2026-0001", "One"));
    assert!(!one.changed_elsewhere().unwrap());
    assert!(two.changed_elsewhere().unwrap());
    assert!(!two.changed_elsewhere().unwrap());
    commit(&mut two, received("2026-0002", "Two"));
    assert_eq!(one.docket_id(), two.docket_id());
    let rows = one.history(None, ALL).unwrap();
    let first = &rows[0].key.writer;
    assert!(rows.iter().all(|row| row.key.writer == *first), "one installation writes one chain");
    let mut reader = Store::open(&path, Access::Read, env()).unwrap();
    assert!(matches!(
        reader.commit(&act(), vec![received("2026-0003", "Three")]),
        Err(CommitError::Store(StoreError::ForReading { .. }))
    ));
    assert_eq!(reader.page(&Filter::default(), Sort::Received, ALL).unwrap().total, 2);
}

#[test]
fn a_copy_and_a_restored_backup_go_on_under_a_new_writer() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("docket.sqlite");
    let state = folder.path().join("state");
    let open = |path: &std::path::Path| {
        Store::open(path, Access::Create, StoreEnv::system(Some(state.clone()))).unwrap()
    };
    commit(&mut open(&path), received("2026-0001", "One"));
    let backup = folder.path().join("backup.sqlite");
    std::fs::copy(&path, &backup).unwrap();
    commit(&mut open(&path), received("2026-0002", "Two"));
    let writers = |store: &Store| {
        let mut writers: Vec<_> =
            store.history(None, ALL).unwrap().into_iter().map(|row| row.key.writer).collect();
        writers.dedup();
        writers.len()
    };
    assert_eq!(writers(&open(&path)), 1);
    commit(&mut open(&backup), received("2026-0003", "Three"));
    assert_eq!(writers(&open(&backup)), 2);
    commit(&mut open(&path), received("2026-0003", "Three"));
    assert_eq!(writers(&open(&path)), 1, "the first file goes on as before");
}

#[test]
fn a_state_folder_that_cannot_be_written_loses_no_change() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("docket.sqlite");
    let state = folder.path().join("state");
    std::fs::write(&state, "a file where the folder should be").unwrap();
    for n in 1..=2 {
        let mut store = Store::open(&path, Access::Create, StoreEnv::system(Some(state.clone()))).unwrap();
        commit(&mut store, received(&format!("2026-000{n}"), "One"));
        commit(&mut store, received(&format!("2026-001{n}"), "Two"));
    }
    let store = Store::open(&path, Access::Read, StoreEnv::system(None)).unwrap();
    assert_eq!(store.page(&Filter::default(), Sort::Received, ALL).unwrap().total, 4);
}

#[test]
fn rules_are_taken_in_once() {
    let mut store = docket();
    commit(&mut store, received("2026-0001", "One"));
    commit(&mut store, received("2026-0002", "Two"));
    assert_eq!(store.entries().unwrap(), 4);
    let unknown = match received("2026-0003", "Three") {
        Change::Received {
            application, program, kind, received, stage, facts, remarks, original, ..
        } => Change::Received {
            application,
            program,
            kind,
            edition: "1999".into(),
            received,
            stage,
            facts,
            remarks,
            original,
        },
        other => other,
    };
    // Whether it is refused is for the check to say; the file knows no such rules.
    _ = store.commit(&act(), vec![unknown]);
    assert!(store.edition(&"1999".into()).is_err());
    assert_eq!(store.edition(&"2023".into()).unwrap().id.as_str(), "2023");
}
