//! What is refused and how it is said, as tables by name; what is allowed says `yes`.

mod ballot;
mod council;
mod given;
mod meeting;
mod review;

use std::{borrow::Borrow, sync::Arc};

use super::{Before, Note, Refusal, check, check_undo};
use crate::{
    record::{Act, Change, Role, sample},
    review::{Application, Finding, Stage, Status, application::Review, facts::LiveDemo},
    rules::{EditionId, shipped},
};

/// Questions and their answers.
struct Table(Vec<String>);

impl Table {
    fn new() -> Self {
        Self(Vec::new())
    }

    fn ask(&mut self, name: &str, before: &Before, change: impl Borrow<Change>) {
        self.ask_as(name, before, change, &sample::act());
    }

    fn ask_as(&mut self, name: &str, before: &Before, change: impl Borrow<Change>, act: &Act) {
        let answer = check(change.borrow(), before, act);
        self.note(name, answer);
    }

    fn ask_back(&mut self, name: &str, before: &Before, change: impl Borrow<Change>) {
        let answer = check_undo(change.borrow(), before, &sample::act());
        self.note(name, answer);
    }
}

impl Table {
    fn note(&mut self, name: &str, answer: Result<(), Refusal>) {
        let answer = answer.map_or_else(|refusal| refusal.to_string(), |()| "yes".to_owned());
        self.0.push(format!("{name}: {answer}"));
    }
}

impl std::fmt::Display for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

fn in_role(role: Role) -> Act {
    Act { role: Some(role), ..sample::act() }
}

/// `change` with another value at a place of its JSON form.
fn altered(change: &Change, at: &str, to: impl serde::Serialize) -> Change {
    let mut json = serde_json::to_value(change).unwrap();
    *json.pointer_mut(at).unwrap() = serde_json::to_value(to).unwrap();
    serde_json::from_value(json).unwrap()
}

/// A founded docket and nothing else.
fn docket() -> Before {
    Before { docket: Some("0f1e2d3c".to_owned()), ..Before::default() }
}

/// The sample application at `stage`, with one note by somebody else.
fn at(stage: Stage) -> Before {
    with(Application { review: Review::new(stage, sample::day(11, 1)), ..sample::application() })
}

fn with(application: Application) -> Before {
    let edition = shipped::edition(&EditionId::from("2023")).unwrap().clone();
    Before {
        application: Some(application),
        edition: Some(Arc::new(edition)),
        submissions: 1,
        notes: vec![Note { n: 1, actor: "Another".to_owned(), taken_back: false }],
        ..docket()
    }
}

/// The sample application with all its requirements found met.
fn all_met(stage: Stage) -> Before {
    let mut before = at(stage);
    let edition = before.edition.clone().unwrap();
    let application = before.application.as_mut().unwrap();
    let review = &mut application.review;
    for requirement in &edition.program(application.program).unwrap().requirements {
        let found = Finding { justification: Some("Seen".to_owned()), ..sample::finding(Status::Met) };
        review.findings.insert(requirement.id.clone(), found);
    }
    review.demo.held =
        Some(LiveDemo { date: Some(sample::day(11, 20)), minutes: Some(60), passed: Some(true) });
    before
}

#[test]
fn every_need_is_what_its_check_looks_at() {
    for change in sample::every_change() {
        let needs = change.needs();
        let subject = change.subject();
        assert_eq!(needs.application.as_ref(), subject.application(), "{subject}");
    }
    let nobody = Act { actor: String::new(), ..sample::act() };
    assert!(check(&Change::Adjourned { meeting: given::id() }, &given::on_agenda(), &nobody).is_err());
}
