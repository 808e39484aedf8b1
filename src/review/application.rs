//! An application: what was put forward, and what reviewers have said of it so far.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    facts::{Facts, LiveDemo},
    finding::{Check, Finding, Item},
    stage::Stage,
};
use crate::rules::{EditionId, Program, RequirementId, ids::id, ids::words};

id!(
    /// An application's ref, such as `2026-0007`.
    Ref
);

words!(
    /// Whether an application is the first or a later one.
    Kind {
        /// The first.
        New = "new",
        /// A renewal.
        Renewal = "renewal",
    }
);

/// Something in an application that was not understood or deserves a look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Remark {
    /// The field, as a dotted path such as `credentials.focp`.
    pub field: String,
    /// What is to be said of it.
    pub text: String,
}

/// Another application or certification this one is linked to, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkedTo {
    /// Its ref, as given.
    pub reference: Ref,
    /// Its program; `None` where the ref is not known.
    pub program: Option<Program>,
}

/// One application with all that was said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    /// Its ref.
    pub reference: Ref,
    /// What it asks for.
    pub program: Program,
    /// First or later.
    pub kind: Kind,
    /// The rules it is judged by.
    pub edition: EditionId,
    /// The day it came.
    pub received: NaiveDate,
    /// What was put forward.
    pub facts: Facts,
    /// What could not be understood in it.
    pub remarks: Vec<Remark>,
    /// What its linked refs are.
    pub linked: Vec<LinkedTo>,
    /// What reviewers have said and arranged.
    pub review: Review,
}

/// What reviewers have said of an application and arranged for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Where it stands.
    pub stage: Stage,
    /// Since when.
    pub since: NaiveDate,
    /// Who reviews it.
    pub assignee: Option<String>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Set aside until.
    pub parked: Option<NaiveDate>,
    /// Findings by requirement.
    pub findings: BTreeMap<RequirementId, Finding>,
    /// Checks by item.
    pub checks: BTreeMap<Item, Check>,
    /// The live demonstration, as arranged and seen by the team.
    pub demo: DemoReview,
    /// Presented to the council although not ready.
    pub presented: Option<Presented>,
}

/// The live demonstration, as arranged and seen by the team.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DemoReview {
    /// The team asks for one where the edition leaves it to them.
    pub asked: bool,
    /// Planned for.
    pub planned: Option<NaiveDate>,
    /// What was held; `None` until the team has seen it.
    pub held: Option<LiveDemo>,
}

/// Why an application goes to the council although its verdict is not `ready`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Presented {
    /// Who took it on.
    pub by: String,
    /// Why.
    pub because: String,
}

/// What is said on `today` of an application that is set aside until `day`: on that day it is back.
pub fn set_aside(day: NaiveDate, today: NaiveDate) -> String {
    if day > today { format!("set aside until {day}") } else { format!("back since {day}") }
}

impl Review {
    /// A review that has not begun.
    pub fn new(stage: Stage, since: NaiveDate) -> Self {
        Self {
            stage,
            since,
            assignee: None,
            due: None,
            parked: None,
            findings: BTreeMap::new(),
            checks: BTreeMap::new(),
            demo: DemoReview::default(),
            presented: None,
        }
    }
}
