//! Undo gives back what was there; an export gives back the whole docket.

use docket::{
    council::Position,
    record::{Assignment, Change},
    review::{Finding, Item, ItemKind, Ref, Status},
    store::{CommitError, Store, StoreEnv},
};
use serde_json::Value;

use crate::dockets::{act, act_of, commit, day, decide, docket, facts, in_session, received, voted};

fn tables(store: &Store) -> Value {
    store.export().unwrap()["tables"].clone()
}

fn found(requirement: &str, was: Option<Status>, now: Option<Status>) -> Change {
    let finding =
        |status| Finding { status, justification: Some("because".to_owned()), text: None, until: None };
    Change::Found {
        application: Ref::from("2026-0001"),
        requirement: requirement.into(),
        was: was.map(finding),
        now: now.map(finding),
    }
}

#[test]
fn each_change_is_taken_back_and_named() {
    let mut store = docket();
    commit(&mut store, received("2026-0001", "Nordlicht Cloud AG"));
    let untouched = tables(&store);
    let application = Ref::from("2026-0001");
    let evidence = facts("x").evidence[0].clone();
    let changes = [
        found("PLT-E3-M2", None, Some(Status::Met)),
        Change::Assigned {
            application: application.clone(),
            was: Assignment::default(),
            now: Assignment { assignee: Some("R. Reviewer".to_owned()), due: Some(day(30)) },
        },
        Change::Checked {
            application: application.clone(),
            item: Item::new(ItemKind::Holder, 1),
            was: None,
            now: Some(docket::review::Check::Rejected { reason: Some("left".to_owned()) }),
        },
        Change::Given { application: application.clone(), was: Some(evidence), now: None },
        Change::Noted { application: application.clone(), n: 1, text: Some("a note".to_owned()) },
        Change::Amended {
            application,
            field: docket::record::Field::OrganisationName,
            was: Some("Nordlicht Cloud AG".to_owned()),
            now: Some("Südlicht AG".to_owned()),
        },
    ];
    for change in changes {
        commit(&mut store, change.clone());
        assert_ne!(tables(&store), untouched, "{change:?}");
        let named = store.undoable(&act().actor).unwrap().unwrap();
        let undone = store.undo(&act()).unwrap_or_else(|error| panic!("{change:?}: {error}"));
        assert_eq!(undone.what, named);
        assert_eq!(tables(&store), untouched, "{change:?}");
    }
    assert!(store.verify(None).unwrap().ok);
}

#[test]
fn changes_made_as_one_are_taken_back_as_one() {
    let mut store = docket();
    commit(&mut store, received("2026-0001", "Nordlicht Cloud AG"));
    let before = tables(&store);
    let both = vec![found("PLT-E3-M2", None, Some(Status::Met)), found("PLT-E3-M1", None, Some(Status::Met))];
    store.commit(&act(), both).unwrap();
    assert!(store.undo(&act()).unwrap().what.contains("1 more"));
    assert_eq!(tables(&store), before);
}

#[test]
fn undo_goes_back_step_by_step_and_only_through_ones_own_changes() {
    let mut store = docket();
    commit(&mut store, received("2026-0001", "Nordlicht Cloud AG"));
    commit(&mut store, found("PLT-E3-M2", None, Some(Status::Met)));
    commit(&mut store, found("PLT-E3-M1", None, Some(Status::Met)));
    let nobody = store.undo(&act_of("N. Nobody", 1)).unwrap_err();
    assert!(matches!(nobody, CommitError::NothingToUndo { .. }), "{nobody}");
    store.undo(&act()).unwrap();
    store.undo(&act()).unwrap();
    assert!(store.application(&Ref::from("2026-0001")).unwrap().unwrap().review.findings.is_empty());
    assert!(matches!(store.undo(&act()), Err(CommitError::Refused(_))), "what came in is never undone");
}

#[test]
fn what_another_change_rests_on_stays() {
    let mut store = docket();
    commit(&mut store, received("2026-0001", "Nordlicht Cloud AG"));
    commit(&mut store, found("PLT-E3-M2", None, Some(Status::Met)));
    let other = found("PLT-E3-M2", Some(Status::Met), Some(Status::NotMet));
    store.commit(&act_of("O. Other", 1), vec![other]).unwrap();
    assert_eq!(store.undoable(&act().actor).unwrap(), None);
    let refused = store.undo(&act()).unwrap_err().to_string();
    assert!(refused.contains("O. Other"), "{refused}");
    store.undo(&act_of("O. Other", 2)).unwrap();
    store.undo(&act()).unwrap();
}

#[test]
fn a_position_is_taken_back_while_the_ballot_is_open() {
    let mut store = docket();
    in_session(&mut store);
    let before = tables(&store);
    commit(&mut store, voted("2026-0001", 1, Position::Against));
    store.undo(&act()).unwrap();
    let mut after = tables(&store);
    let kept = after.as_object_mut().unwrap().insert("position_change".to_owned(), Value::Array(Vec::new()));
    assert_eq!(after, before);
    let kept = kept.unwrap();
    assert_eq!(kept[0]["seat"], 1, "what was said stays in sight");
    assert_eq!(
        (&kept[0]["was"], &kept[0]["now"], &kept[0]["why"]),
        (&"against".into(), &Value::Null, &"slip".into())
    );
}

#[test]
fn an_export_goes_verbatim_into_an_empty_docket() {
    let mut store = docket();
    in_session(&mut store);
    decide(&mut store);
    let exported = store.export().unwrap();
    let text = serde_json::to_string(&exported).unwrap();
    let mut copy = Store::in_memory(StoreEnv::counting()).unwrap();
    copy.load_export(&serde_json::from_str(&text).unwrap()).unwrap();
    assert_eq!(copy.export().unwrap(), exported);
    assert_eq!(copy.docket_id(), store.docket_id());
    assert!(copy.verify(Some(&store.fingerprint().unwrap().to_string())).unwrap().ok);
    assert!(matches!(copy.load_export(&exported), Err(CommitError::Export { .. })), "it is not empty");
    commit(&mut copy, received("2026-0003", "Three"));
    assert!(copy.verify(None).unwrap().ok);
}

#[test]
fn an_export_that_was_changed_is_refused_and_nothing_taken_in() {
    let mut store = docket();
    in_session(&mut store);
    let exported = store.export().unwrap().to_string();
    for (from, to) in [
        ("\"actor\":\"R. Reviewer\"", "\"actor\":\"Somebody\""),
        ("\"text\":\"C. Contact\"", "\"text\":\"D. Contact\""),
        ("\"schema\":1,\"tables\"", "\"schema\":9,\"tables\""),
        ("\"fingerprint\":\"", "\"fingerprint\":\"0"),
    ] {
        let changed = exported.replacen(from, to, 1);
        assert_ne!(changed, exported, "{from}");
        let mut copy = docket();
        let refused = copy.load_export(&serde_json::from_str(&changed).unwrap());
        assert!(matches!(refused, Err(CommitError::Export { .. })), "{from}: {refused:?}");
        assert_eq!(copy.entries().unwrap(), 0);
    }
}
