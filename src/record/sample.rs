//! Samples for tests: an application with every part filled in, one change of every kind, and what goes into them.

mod every;
mod terms;

pub(crate) use every::every_change;
pub(crate) use terms::ballots_with_terms;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::{Act, Standing};
use crate::{
    council::{
        Seat, SeatNo, StandIn,
        conflict::{Conflict, Relation, Tie, Weight},
    },
    review::{
        Application, Claim, Evidence, Facts, Feature, Finding, Holder, Kind, Ref, Remark, Stage, Status,
        WorkingGroup,
        application::Review,
        facts::{Contact, Demo, LiveDemo, Membership, Organisation, Parent},
    },
    rules::{ActivityId, CapabilityId, Credential, EditionId, Level, Program, RequirementId},
};

/// A day of 2026.
pub(crate) fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

/// A minute of 2026-11-23 from 09:00 on.
pub(crate) fn minute(minutes: i64) -> DateTime<Utc> {
    day(11, 23).and_hms_opt(9, 0, 0).unwrap().and_utc() + chrono::TimeDelta::minutes(minutes)
}

/// An act on 2026-11-23 by R. Reviewer, in no role.
pub(crate) fn act() -> Act {
    Act { actor: "R. Reviewer".to_owned(), role: None, at: minute(30), today: day(11, 23) }
}

/// The application that all samples are about.
pub(crate) fn reference() -> Ref {
    Ref::from("2026-0007")
}

/// Seat 1, presided over; the others not.
pub(crate) fn seat(n: u32) -> Seat {
    Seat {
        chair: n == 1,
        from: Some(day(1, 1)),
        ..Seat::new(SeatNo(n), format!("Holder {n}"), format!("Employer {n}"))
    }
}

/// Facts with every part filled in.
pub(crate) fn facts() -> Facts {
    let text = |text: &str| Some(text.to_owned());
    Facts {
        organisation: Organisation {
            name: "Nordlicht Cloud AG".to_owned(),
            employees: Some(140),
            website: text("https://nordlicht.example"),
            parent: Some(Parent { name: "Nordlicht Holding".to_owned(), employees: Some(1200) }),
            membership: Membership {
                linux_foundation: Some(true),
                finops_foundation: Some(Level::General),
                since: Some(day(1, 2)),
            },
        },
        contact: Contact { name: text("A. Person"), email: text("a.person@nordlicht.example") },
        practising_since: Some(day(1, 3)),
        credentials: BTreeMap::from([(Credential::Focp, Some(20)), (Credential::Fcp, Some(3))]),
        holders: vec![Holder {
            n: 1,
            name: "B. Person".to_owned(),
            credential: Credential::Focp,
            issued: Some(day(2, 1)),
            expires: None,
            employed: true,
            badge: text("https://badges.example/b"),
        }],
        evidence: vec![evidence(1)],
        claims: vec![Claim {
            n: 1,
            activity: ActivityId::from("overview-interview"),
            count: Some(1),
            date: Some(day(5, 4)),
            title: text("Interview"),
            person: text("C. Person"),
            vendor: text("Vendor"),
            url: text("https://nordlicht.example/x"),
            validated: true,
        }],
        features: vec![Feature {
            n: 1,
            name: "Anomaly alerts".to_owned(),
            url: text("https://nordlicht.example/alerts"),
            capabilities: vec![CapabilityId::from("anomalies")],
        }],
        working_groups: vec![WorkingGroup {
            n: 1,
            name: "FOCUS".to_owned(),
            attended: Some(9),
            held: Some(16),
        }],
        demo: Demo {
            recording: text("https://nordlicht.example/demo"),
            live: Some(LiveDemo { date: Some(day(9, 30)), minutes: Some(60), passed: None }),
        },
        linked: vec![Ref::from("2026-0008")],
        note: text("A note from the applicant"),
    }
}

/// The application of [`facts`], just received.
pub(crate) fn application() -> Application {
    Application {
        reference: reference(),
        program: Program::Platform,
        kind: Kind::New,
        edition: EditionId::from("2023"),
        received: day(9, 14),
        facts: facts(),
        remarks: vec![Remark { field: "credentials.focp".to_owned(), text: "`50+` is no figure".to_owned() }],
        linked: Vec::new(),
        review: Review::new(Stage::Received, day(9, 14)),
    }
}

/// A piece of evidence.
pub(crate) fn evidence(n: u32) -> Evidence {
    Evidence {
        n,
        requirement: RequirementId::from("PLT-E3-O2"),
        url: Some(format!("https://nordlicht.example/case-{n}")),
        title: Some("Case study".to_owned()),
        date: Some(day(3, 2)),
    }
}

/// A finding of this status, with nothing else said.
pub(crate) fn finding(status: Status) -> Finding {
    Finding { status, justification: None, text: None, until: None }
}

/// Standing at `stage` since the 1st of November.
pub(crate) fn standing(stage: Stage) -> Standing {
    Standing { stage, since: day(11, 1), parked: None, presented: None }
}

/// Somebody's conflict with the applicant of [`facts`].
pub(crate) fn conflict() -> Conflict {
    Conflict {
        person: "Holder 2".to_owned(),
        organisation: "Nordlicht Cloud".to_owned(),
        relation: Relation::Customer,
        weight: Weight::Soft,
        from: Some(day(1, 1)),
        until: None,
    }
}

/// The tie of [`conflict`] alone.
pub(crate) fn tie() -> Tie {
    conflict().tie()
}

/// A stand-in without a vote on seat `n`.
pub(crate) fn stand_in(n: u32) -> StandIn {
    StandIn {
        seat: SeatNo(n),
        name: "S. Stand-In".to_owned(),
        employer: format!("Employer {n}"),
        parent: None,
        votes: false,
        back: None,
    }
}
