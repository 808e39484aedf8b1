//! Applications for tests: invented, empty until a test says otherwise.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use docket::{
    review::{
        Application, Check, Claim, Evidence, Facts, Feature, Finding, Holder, Item, ItemKind, Kind, Ref,
        Stage, Status,
        application::Review,
        facts::{Contact, Demo, Membership, Organisation},
    },
    rules::{CapabilityId, Credential, EditionId, Level, Program, RequirementId},
};

/// A day, written as in an application.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// The day that tests judge for unless they say otherwise.
pub(crate) fn as_of() -> NaiveDate {
    day("2026-11-23")
}

/// An application of 2026-09-14 under the 2023 rules that gives nothing but a name.
pub(crate) fn application(program: Program) -> Application {
    Application {
        reference: Ref::from("2026-0007"),
        program,
        kind: Kind::New,
        edition: EditionId::from("2023"),
        received: day("2026-09-14"),
        facts: facts("Example AG"),
        remarks: Vec::new(),
        linked: Vec::new(),
        review: Review::new(Stage::InReview, day("2026-09-14")),
    }
}

/// Facts that give nothing but a name.
pub(crate) fn facts(name: &str) -> Facts {
    Facts {
        organisation: Organisation { name: name.to_owned(), ..Organisation::default() },
        contact: Contact::default(),
        practising_since: None,
        credentials: BTreeMap::new(),
        holders: Vec::new(),
        evidence: Vec::new(),
        claims: Vec::new(),
        features: Vec::new(),
        working_groups: Vec::new(),
        demo: Demo::default(),
        linked: Vec::new(),
        note: None,
    }
}

/// An application whose organisation is a member with so many employees and practitioners.
pub(crate) fn member(program: Program, employees: u64, practitioners: u32) -> Application {
    let mut one = application(program);
    one.facts.organisation.employees = Some(employees);
    one.facts.organisation.membership =
        Membership { linux_foundation: Some(true), finops_foundation: Some(Level::General), since: None };
    one.facts.credentials.insert(Credential::Focp, Some(practitioners));
    one
}

/// A claim of an activity, so many times, on 2026-05-04.
pub(crate) fn claim(n: u32, activity: &str, count: u32) -> Claim {
    Claim {
        n,
        activity: activity.into(),
        count: Some(count),
        date: Some(day("2026-05-04")),
        title: None,
        person: None,
        vendor: None,
        url: None,
        validated: false,
    }
}

/// A valid holder of a credential.
pub(crate) fn holder(n: u32, name: &str, credential: Credential) -> Holder {
    Holder { n, name: name.to_owned(), credential, issued: None, expires: None, employed: true, badge: None }
}

/// A piece of evidence, dated 2026-03-02.
pub(crate) fn evidence(n: u32, requirement: &str) -> Evidence {
    let url = format!("https://example.org/{n}");
    Evidence {
        n,
        requirement: requirement.into(),
        url: Some(url),
        title: None,
        date: Some(day("2026-03-02")),
    }
}

/// A feature that supports these capabilities.
pub(crate) fn feature(n: u32, capabilities: &[&str]) -> Feature {
    let capabilities = capabilities.iter().map(|id| CapabilityId::from(*id)).collect();
    Feature { n, name: format!("Feature {n}"), url: None, capabilities }
}

/// Records a finding, justified whatever is computed.
pub(crate) fn find(application: &mut Application, requirement: &str, status: Status) {
    let finding = Finding { status, justification: Some("Seen.".into()), text: None, until: None };
    application.review.findings.insert(RequirementId::from(requirement), finding);
}

/// Accepts a thing put forward.
pub(crate) fn accept(application: &mut Application, kind: ItemKind, n: u32) {
    application.review.checks.insert(Item::new(kind, n), Check::Accepted { count: None });
}

/// Rejects a thing put forward.
pub(crate) fn reject(application: &mut Application, kind: ItemKind, n: u32) {
    application.review.checks.insert(Item::new(kind, n), Check::Rejected { reason: None });
}
