//! What a reviewer says: findings on requirements, checks on what was put forward.

use std::{fmt, str::FromStr};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{assessment::Computed, facts::ItemNo};
use crate::rules::{Requirement, RequirementId, Section, ids::words};

words!(
    /// What is said of a requirement.
    Status {
        /// Nothing yet.
        Open = "open",
        /// It holds.
        Met = "met",
        /// It does not hold.
        NotMet = "not-met",
        /// It does not apply; counts as met.
        NotApplicable = "not-applicable",
        /// Waived until a day; counts as met until then.
        Waived = "waived",
    }
);

impl Status {
    /// Its name in a sentence.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Met => "met",
            Self::NotMet => "not met",
            Self::NotApplicable => "not applicable",
            Self::Waived => "waived",
        }
    }
}

/// What a reviewer says of one requirement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// The status.
    pub status: Status,
    /// Why, for the file.
    pub justification: Option<String>,
    /// What the applicant is told.
    pub text: Option<String>,
    /// Last day a waiver holds.
    pub until: Option<NaiveDate>,
}

impl Finding {
    /// Whether it says why.
    pub fn is_justified(&self) -> bool {
        self.justification.as_deref().is_some_and(|text| !text.trim().is_empty())
    }

    /// What was computed, where the finding says the opposite of it without a justification. Such a finding is not made,
    /// and one that comes to it later, because facts have changed, does not count until it is justified.
    pub fn unjustified(&self, computed: Option<Computed>) -> Option<Computed> {
        let opposite = match self.status {
            Status::Met => Computed::NotMet,
            Status::NotMet => Computed::Met,
            Status::Open | Status::NotApplicable | Status::Waived => return None,
        };
        computed.filter(|computed| *computed == opposite && !self.is_justified())
    }
}

words!(
    /// What kind of thing put forward.
    ItemKind {
        /// A piece of evidence.
        Evidence = "evidence",
        /// A claim.
        Claim = "claim",
        /// A named holder.
        Holder = "holder",
        /// A feature mapping.
        Feature = "feature",
    }
);

/// One thing put forward that a reviewer can accept or reject; written `e1`, `c2`, `h3`, `f4`.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its kind.
    pub kind: ItemKind,
    /// Its number.
    pub n: ItemNo,
}

impl Item {
    /// The item of this kind and number.
    pub const fn new(kind: ItemKind, n: ItemNo) -> Self {
        Self { kind, n }
    }
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = match self.kind {
            ItemKind::Evidence => 'e',
            ItemKind::Claim => 'c',
            ItemKind::Holder => 'h',
            ItemKind::Feature => 'f',
        };
        write!(f, "{letter}{}", self.n)
    }
}

/// A text that names no item.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` names no item: write e1 (evidence), c1 (claim), h1 (holder) or f1 (feature)")]
pub struct NoItem(String);

impl FromStr for Item {
    type Err = NoItem;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut letters = text.chars();
        let kind = match letters.next() {
            Some('e') => ItemKind::Evidence,
            Some('c') => ItemKind::Claim,
            Some('h') => ItemKind::Holder,
            Some('f') => ItemKind::Feature,
            _ => return Err(NoItem(text.to_owned())),
        };
        let n = letters.as_str().parse().ok().filter(|n| *n > 0).ok_or_else(|| NoItem(text.to_owned()))?;
        Ok(Self { kind, n })
    }
}

/// What a reviewer says of one thing put forward. Without one it is claimed, unchecked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(tag = "state", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Check {
    /// Seen and found good.
    Accepted {
        /// For a claim: how often it was found good, where that differs from what was put forward.
        count: Option<u32>,
    },
    /// Not accepted.
    Rejected {
        /// Why.
        reason: Option<String>,
    },
}

/// Why a finding cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FindingError {
    /// A waiver without a reason or an end.
    #[error("a waiver of {0} needs a reason and the last day it holds")]
    WaiverIncomplete(RequirementId),
    /// A waiver of a prerequisite.
    #[error("{0} is a prerequisite, which the edition does not let be waived")]
    NotWaivable(RequirementId),
    /// Not applicable where the edition does not allow it.
    #[error("the edition does not let {0} be not applicable")]
    AlwaysApplies(RequirementId),
    /// Against what was computed, without a reason.
    #[error("{requirement} was computed as {}; to find otherwise, give a justification", .computed.words())]
    Contradicts {
        /// Which requirement.
        requirement: RequirementId,
        /// What was computed.
        computed: Computed,
    },
    /// An end date on something that does not end.
    #[error("an end date belongs to a waiver; {0} is not waived")]
    EndWithoutWaiver(RequirementId),
}

/// Whether a reviewer may find this of a requirement, given what was computed of it.
///
/// # Errors
/// Where the edition does not allow it, or a reason or end date is missing.
pub fn may_find(
    requirement: &Requirement,
    finding: &Finding,
    computed: Option<Computed>,
) -> Result<(), FindingError> {
    let id = || requirement.id.clone();
    if finding.until.is_some() && finding.status != Status::Waived {
        return Err(FindingError::EndWithoutWaiver(id()));
    }
    match finding.status {
        Status::Waived if requirement.section == Section::Prerequisite && !requirement.allows_waiver => {
            Err(FindingError::NotWaivable(id()))
        }
        Status::Waived if !finding.is_justified() || finding.until.is_none() => {
            Err(FindingError::WaiverIncomplete(id()))
        }
        Status::NotApplicable if !requirement.allows_not_applicable => Err(FindingError::AlwaysApplies(id())),
        _ => finding
            .unjustified(computed)
            .map_or(Ok(()), |computed| Err(FindingError::Contradicts { requirement: id(), computed })),
    }
}

#[cfg(test)]
mod tests;
