//! What a reviewer says: findings on requirements, checks on what was put forward.

use std::{fmt, str::FromStr};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::facts::ItemNo;
use crate::rules::ids::words;

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

/// What a reviewer says of one requirement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
