//! The assessment: the pure result of rules, application and findings. Its JSON form is the contract of
//! `docket assess --json`.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    application::{Ref, Remark},
    finding::Status,
};
use crate::rules::{
    CategoryId, Credential, EditionId, Points, Program, Provenance, RequirementId, RuledOn, Section,
    ids::words,
};

words!(
    /// What an assessment rests on.
    Basis {
        /// A file: computed results count as findings, claims as accepted.
        AsClaimed = "as-claimed",
        /// A docket: only what reviewers found and accepted counts.
        AsFound = "as-found",
    }
);

words!(
    /// The result in one word.
    Verdict {
        /// Something is found wanting, or out of reach.
        Short = "short",
        /// Everything needed holds.
        Ready = "ready",
        /// Something is still open.
        Incomplete = "incomplete",
    }
);

/// The result of rules, application and findings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Assessment {
    /// Version of this form.
    pub schema: u32,
    /// Which application.
    #[serde(rename = "ref")]
    pub reference: Ref,
    /// Who asks.
    pub organisation: String,
    /// For what.
    pub program: Program,
    /// By which rules.
    pub edition: EditionId,
    /// The day it came.
    pub received: NaiveDate,
    /// The day it is judged for.
    pub as_of: NaiveDate,
    /// What it rests on.
    pub basis: Basis,
    /// The result.
    pub verdict: Verdict,
    /// The result if everything claimed were checked and found good.
    pub forecast: Verdict,
    /// Each requirement, in the edition's order.
    pub requirements: Vec<Judged>,
    /// The optional group.
    pub options: Option<Options>,
    /// The heads.
    pub headcount: Option<Headcount>,
    /// The points.
    pub points: Option<PointsResult>,
    /// The capability map in numbers.
    pub coverage: Option<Coverage>,
    /// The best ways to what is missing.
    pub advice: Vec<Advice>,
    /// What a reader should know.
    pub remarks: Vec<Remark>,
    /// What stands in the way, each said as "short of ..." or as what is still open. Not part of the JSON form.
    #[serde(skip)]
    pub in_the_way: Vec<String>,
}

/// One requirement, judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Judged {
    /// Which one.
    pub id: RequirementId,
    /// Its section.
    pub section: Section,
    /// What counts.
    pub status: Status,
    /// What was computed; `None` where nothing can be.
    pub computed: Option<Computed>,
    /// Why, in one line.
    pub reason: String,
    /// How sure the rule is; one that was ruled on counts as stated.
    pub provenance: Provenance,
    /// What the chair ruled of it. Not part of the JSON form, which says it as a remark.
    #[serde(skip)]
    pub ruled: Option<RuledOn>,
    /// What was found, where it came to contradict what is computed and is not justified: it does not count. Not part
    /// of the JSON form, which says it as a remark.
    #[serde(skip)]
    pub unjustified: Option<Status>,
}

impl Judged {
    /// What is to be said of a finding that does not count for want of a justification.
    pub fn asks_for_justification(&self) -> Option<String> {
        let (found, computed) = self.unjustified.zip(self.computed)?;
        let (found, computed) = (found.words(), computed.words());
        Some(format!(
            "found {found}, computed {computed}: does not count until it is justified or found anew"
        ))
    }
}

words!(
    /// A computed result.
    Computed {
        /// It holds.
        Met = "met",
        /// It does not hold.
        NotMet = "not-met",
    }
);

impl Computed {
    /// Its name in a sentence.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not met",
        }
    }
}

/// The optional group's meter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Options {
    /// Needed.
    pub need: u32,
    /// Listed.
    pub of: u32,
    /// The heading's figure.
    pub stated_of: u32,
    /// Met so far.
    pub met: u32,
}

/// The head count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Headcount {
    /// Employees the tier is taken from.
    pub employees: Option<u64>,
    /// The tier, such as `500-4999` or `5000+`.
    pub tier: Option<String>,
    /// Needed and counted.
    pub rows: Vec<HeadcountRow>,
    /// Whether all rows hold.
    pub met: Option<bool>,
}

/// One row of the head count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HeadcountRow {
    /// Which credential.
    pub credential: Credential,
    /// People needed; `None` where the tier is unknown.
    pub required: Option<u32>,
    /// People counted (`2023`: in equivalents); `None` where no figure was given.
    pub counted: Option<u64>,
}

/// The points, reckoned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PointsResult {
    /// Points that count; `None` where the count of a claim cannot be read.
    pub total: Option<Points>,
    /// Points put forward by the applicant, whatever reviewers said of them.
    pub claimed_total: Option<Points>,
    /// Points needed.
    pub required: Points,
    /// Whether total and floors are reached; `None` where the total is not known.
    pub met: Option<bool>,
    /// Each category.
    pub categories: Vec<CategoryResult>,
}

/// One category, reckoned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CategoryResult {
    /// Which one.
    pub id: CategoryId,
    /// Points before the cap; `None` where the count of a claim cannot be read.
    pub raw: Option<Points>,
    /// Points that count.
    pub counted: Option<Points>,
    /// The cap.
    pub cap: Points,
    /// Points lost to the cap.
    pub lost: Option<Points>,
    /// Points needed at least.
    pub floor: Option<Points>,
    /// Whether the floor is reached; true where there is none, `None` where it cannot be told.
    pub met: Option<bool>,
}

/// Points in a sentence.
pub fn points_shown(points: Option<Points>) -> String {
    points.map_or_else(|| "unknown".to_owned(), |points| points.to_string())
}

/// The capability map in numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Coverage {
    /// Domains.
    pub domains: Share,
    /// Capabilities.
    pub capabilities: Share,
}

/// So many of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Share {
    /// Covered.
    pub covered: u32,
    /// In all.
    pub of: u32,
}

/// One way to what is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Advice {
    /// What it is about.
    pub kind: AdviceKind,
    /// The advice.
    pub text: String,
}

words!(
    /// What an advice is about.
    AdviceKind {
        /// Credentials short.
        Credentials = "credentials",
        /// Optional items.
        Options = "options",
        /// Points short.
        Points = "points",
        /// Capabilities uncovered.
        Coverage = "coverage",
    }
);
