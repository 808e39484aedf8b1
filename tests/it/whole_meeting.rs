//! The whole meeting by keys, in memory. The file afterwards is the stored one.

use std::path::Path;

use docket::{
    papers::{Audience, minutes},
    record::Sitting,
    review::Application,
    store::{Access, Store, StoreEnv},
};

use crate::{
    desks::{console_with_clock, ticking},
    driver::Driver,
    papers::books,
    script::{Hand, hold, prepare},
};

impl Hand for Driver {
    fn press(&mut self, keys: &str) -> &mut Self {
        Self::press(self, keys)
    }

    fn type_text(&mut self, text: &str) -> &mut Self {
        Self::type_text(self, text)
    }

    fn see(&mut self, text: &str) -> &mut Self {
        Self::see(self, text)
    }

    fn see_no(&mut self, text: &str) -> &mut Self {
        Self::see_no(self, text)
    }

    fn opened(&mut self) -> &mut Self {
        self.see("BALLOT OPEN").see_no("ADOPTED")
    }

    fn closed(&mut self) -> &mut Self {
        self.see("CLOSED").see_no("ADOPTED")
    }

    fn declared(&mut self, outcome: &str) -> &mut Self {
        self.see(outcome)
    }
}

fn open(path: &Path) -> Store {
    Store::open(path, Access::Create, StoreEnv::counting()).unwrap()
}

/// A console whose clock goes on a minute with every request.
fn console(store: Store) -> Driver {
    console_with_clock(store, ticking(), 120, 36)
}

/// The docket after the meeting, opened again; it lies in the folder.
fn held() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("docket.sqlite");
    let mut store = open(&path);
    prepare(&mut store);
    hold(&mut console(store), "2027-01-15");
    (folder, open(&path))
}

#[test]
fn six_items_from_the_call_to_order_to_the_adjournment() {
    let (_folder, store) = held();
    let verified = store.verify(None).unwrap();
    assert!(verified.ok, "{verified:?}");
    insta::assert_snapshot!("whole-meeting", exported(&store));
}

/// Everything in `sitting` that is not for everybody: refs, people, employers, reasons, and what was found wanting.
fn not_public(sitting: &Sitting) -> Vec<String> {
    let mut hidden: Vec<String> = vec!["PLT-E3".to_owned(), "New prices".to_owned(), "works for".to_owned()];
    let meeting = &sitting.meeting;
    hidden.extend(meeting.consent.values().filter_map(|one| one.pulled.as_ref()?.because.clone()));
    hidden.extend(sitting.openings.iter().flat_map(|opening| [opening.by.actor.clone()]));
    hidden.extend(meeting.members.iter().map(|seat| seat.employer.clone()));
    for condition in meeting.ballots.iter().flat_map(|ballot| &ballot.terms.conditions) {
        hidden.extend([condition.text.clone(), condition.owner.clone()]);
        hidden.extend(condition.cleared_by.clone());
    }
    for Application { reference, facts, review, .. } in &sitting.applications {
        hidden.push(reference.to_string());
        hidden.extend(facts.contact.name.iter().chain(&facts.contact.email).cloned());
        hidden.extend(facts.holders.iter().map(|holder| holder.name.clone()));
        hidden.extend(facts.organisation.website.clone());
        hidden.extend(review.presented.iter().flat_map(|one| [one.by.clone(), one.because.clone()]));
        hidden.extend(
            review.findings.values().flat_map(|one| [one.justification.clone(), one.text.clone()]).flatten(),
        );
    }
    // Who asks is public, also where a member works for them or they see to a condition.
    let asks = |text: &String| sitting.applications.iter().any(|one| one.facts.organisation.name == *text);
    hidden.retain(|text| !text.trim().is_empty() && !asks(text));
    hidden
}

#[test]
fn its_public_minutes_have_nothing_that_is_not_for_everybody() {
    let (_folder, store) = held();
    let meeting = store.meetings().unwrap().remove(0).id;
    let sitting = store.sitting(&meeting).unwrap().unwrap();
    let written = |audience| {
        let minutes = minutes::minutes(&sitting, &books(&store), audience).unwrap();
        let json = serde_json::to_string(&minutes).unwrap();
        [minutes.page().markdown(), minutes.page().html(), json]
    };
    let (hidden, internal) = (not_public(&sitting), written(Audience::Internal).concat());
    for told in
        ["2026-0003/1", "Publish the price list", "New prices", "PLT-E3-P1", "the council asked for it"]
    {
        assert!(hidden.iter().any(|text| told.contains(text.as_str())) && internal.contains(told), "{told}");
    }
    for paper in written(Audience::Public) {
        for text in &hidden {
            assert!(!paper.contains(text), "{text} in {paper}");
        }
        assert!(paper.contains("under 1 condition, due 2027-01-15"), "{paper}");
        assert!(!paper.contains("not ready"), "{paper}");
    }
}

/// Everything that the file has, but the verbatim rules: the tables, and for the journal its fingerprint.
fn exported(store: &Store) -> String {
    let mut exported = store.export().unwrap();
    let fingerprint = exported["fingerprint"].take();
    assert!(fingerprint.is_string());
    let tables = exported["tables"].as_object_mut().unwrap();
    tables.remove("rules");
    tables.retain(|_, rows| rows.as_array().is_some_and(|rows| !rows.is_empty()));
    tables.insert("fingerprint".to_owned(), fingerprint);
    serde_json::to_string_pretty(tables).unwrap()
}
