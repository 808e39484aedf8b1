//! Two people at two consoles on one file: nobody answers a question that rests on what is there no more.

use std::path::Path;

use docket::{
    review::{Ref, Status},
    rules::RequirementId,
    samples,
    store::{Access, Store, StoreEnv},
};

use crate::{desks::console, dockets::day, driver::Driver, script};

fn open(path: &Path) -> Store {
    Store::open(path, Access::Create, StoreEnv::system(None)).unwrap()
}

fn status(path: &Path) -> Option<Status> {
    let application = open(path).application(&Ref::from("osprey-platform")).unwrap().unwrap();
    application.review.findings.get(&RequirementId::from("PLT-E3-P1")).map(|finding| finding.status)
}

fn at_osprey(path: &Path) -> Driver {
    let mut screen = console(open(path), 120, 36);
    screen.press("g q /").type_text("osprey-platform").press("enter enter g g").see("PLT-E3-P1");
    screen
}

#[test]
fn a_finding_made_meanwhile_is_not_overwritten_unseen() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("docket.sqlite");
    samples::load(&mut open(&path), "R. Reviewer", day(23)).unwrap();
    let (mut anna, mut ben) = (at_osprey(&path), at_osprey(&path));
    ben.press("n").type_text("no proof");
    anna.press("m");
    assert_eq!(status(&path), Some(Status::Met));
    ben.watch().press("enter").see("changed meanwhile").see("no proof");
    assert_eq!(status(&path), Some(Status::Met));
    ben.press("enter");
    assert_eq!(status(&path), Some(Status::NotMet), "having looked, it is taken");
}

#[test]
fn a_finding_made_a_moment_ago_is_not_overwritten_before_it_was_heard_of() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("docket.sqlite");
    samples::load(&mut open(&path), "R. Reviewer", day(23)).unwrap();
    let (mut anna, mut ben) = (at_osprey(&path), at_osprey(&path));
    ben.press("n").type_text("no proof");
    anna.press("m");
    ben.press("enter").see("no proof");
    assert_eq!(status(&path), Some(Status::Met), "{}", ben.screen());
}

/// A chair who is asked whether to close a ballot; somebody else has just taken a position on it.
fn asked_to_close(path: &Path) -> Driver {
    script::prepare(&mut open(path));
    let mut chair = console(open(path), 120, 36);
    chair.press("g m P enter e space enter O y p p p p p p p p tab b enter enter enter y").see("BALLOT OPEN");
    chair.press("y y y r y").press("C").see("WITHOUT A POSITION");
    let mut other = console(open(path), 120, 36);
    other.press("g m").see("BALLOT OPEN").press("6 y").see("5 for");
    chair
}

#[test]
fn a_ballot_is_not_closed_on_positions_that_have_changed() {
    let folder = tempfile::tempdir().unwrap();
    let mut chair = asked_to_close(&folder.path().join("docket.sqlite"));
    chair.watch().press("y").see("changed meanwhile").see("BALLOT OPEN").see("5 for");
    chair.press("C y").see("CLOSED");
}

#[test]
fn a_ballot_is_not_closed_on_positions_that_are_not_heard_of_yet() {
    let folder = tempfile::tempdir().unwrap();
    let mut chair = asked_to_close(&folder.path().join("docket.sqlite"));
    chair.press("y").see("took another position").see("BALLOT OPEN");
    chair.press("C y").see("CLOSED");
}
