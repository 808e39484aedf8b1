//! What changes are made of that no other room has a word for.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    review::{
        Stage,
        application::{Presented, Review},
    },
    rules::ids::words,
};

words!(
    /// A kind of rules kept in the file.
    RulesKind {
        /// An edition of the programme's rules.
        Edition = "edition",
        /// A council rule set.
        Council = "council",
    }
);

/// Who reviews an application, and by when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// Who.
    pub assignee: Option<String>,
    /// By when.
    pub due: Option<NaiveDate>,
}

/// Where an application stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Standing {
    /// The stage.
    pub stage: Stage,
    /// Since when.
    pub since: NaiveDate,
    /// Set aside until.
    pub parked: Option<NaiveDate>,
    /// Presented although not ready.
    pub presented: Option<Presented>,
}

impl Standing {
    /// Where the application under `review` stands.
    pub fn of(review: &Review) -> Self {
        Self {
            stage: review.stage,
            since: review.since,
            parked: review.parked,
            presented: review.presented.clone(),
        }
    }

    /// The standing of what moves to `stage` on `today`: neither parked nor presented any more.
    pub const fn moved(stage: Stage, today: NaiveDate) -> Self {
        Self { stage, since: today, parked: None, presented: None }
    }
}

/// What an adopted ballot grants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Granted {
    /// First day.
    pub from: NaiveDate,
    /// Last day; `None` where none was stated.
    pub until: Option<NaiveDate>,
}

impl fmt::Display for Granted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "from {}", self.from)?;
        self.until.map_or(Ok(()), |until| write!(f, " until {until}"))
    }
}

words!(
    /// A fact that a reviewer can correct.
    Field {
        /// Name of the applicant.
        OrganisationName = "organisation.name",
        /// Employees of the applicant, people.
        Employees = "organisation.employees",
        /// Website of the applicant.
        Website = "organisation.website",
        /// Name of the parent.
        ParentName = "organisation.parent.name",
        /// Employees of the parent, people.
        ParentEmployees = "organisation.parent.employees",
        /// Member of the Linux Foundation: `true` or `false`.
        LinuxFoundation = "organisation.membership.linux_foundation",
        /// Level of FinOps Foundation membership.
        FinopsFoundation = "organisation.membership.finops_foundation",
        /// Member since.
        MemberSince = "organisation.membership.since",
        /// For an instructor: practising since.
        PractisingSince = "person.practising_since",
        /// Bare count of Practitioners.
        Focp = "credentials.focp",
        /// Bare count of Professionals.
        Fcp = "credentials.fcp",
        /// Link to the recorded demonstration.
        Recording = "demo.recording",
        /// Linked refs, separated by spaces.
        Linked = "linked",
    }
);
