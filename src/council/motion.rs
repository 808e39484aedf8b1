//! What is moved: the motion, and the terms it is moved with.

mod may_move;
mod wording;

pub use may_move::{
    MovedOn, Need, TAKE_UP_AGAIN, Term, Unmovable, can_be_moved, certifications, may_move, movable,
    other_program,
};
pub use wording::{WHEN_CLEARED, clearer, condition, in_full, said, sentence, with_terms};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ballot::BallotId;
use crate::rules::{Program, day, ids::words};

words!(
    /// What is moved.
    Motion {
        /// Grant the certification.
        Approve = "approve",
        /// Grant it, with conditions that have to be cleared.
        ApproveWithConditions = "approve-with-conditions",
        /// Refuse it.
        Decline = "decline",
        /// Take it up again on a day, or when some information has come.
        Defer = "defer",
        /// Judge it as another program.
        Reclassify = "reclassify",
        /// Let a certification rest.
        Suspend = "suspend",
        /// Take a certification back.
        Revoke = "revoke",
        /// Put a question to the Series Manager.
        Refer = "refer",
    }
);

impl Motion {
    /// The word as people write it.
    pub fn words(self) -> String {
        self.as_str().replace('-', " ")
    }

    /// Whether an earlier ballot on `other` was about the same: to grant or to decline is one question. A suspension or a
    /// revocation names the certification that it is about, and is never one again.
    pub fn is_again(self, other: Self) -> bool {
        let decides = |motion: Self| motion.grants() || motion == Self::Decline;
        !self.is_on_certification() && (self == other || (decides(self) && decides(other)))
    }

    /// Whether it grants a certification when it is adopted.
    pub const fn grants(self) -> bool {
        matches!(self, Self::Approve | Self::ApproveWithConditions)
    }
}

words!(
    /// From when a certification with conditions holds.
    #[derive(Default)]
    InForce {
        /// From its first day, whatever becomes of the conditions.
        #[default]
        Now = "now",
        /// Once every condition is cleared.
        WhenCleared = "when-cleared",
    }
);

/// Something that has to be done for a certification to hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// What.
    pub text: String,
    /// Who sees to it.
    pub owner: String,
    /// By when.
    pub due: NaiveDate,
    /// Who may say that it is done; `None` where the motion names nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cleared_by: Option<String>,
}

impl Condition {
    /// The condition in `text`: `what is to be done | who sees to it | 2027-01-15`, and ` | who may clear it`.
    ///
    /// # Errors
    /// What is wrong with it, and how it is written.
    pub fn parse(text: &str, today: NaiveDate) -> Result<Self, String> {
        let parts: Vec<&str> = text.split('|').map(str::trim).collect();
        let (text, owner, due, cleared_by) = match parts.as_slice() {
            [text, owner, due] => (text, owner, due, None),
            [text, owner, due, cleared_by] => (text, owner, due, Some((*cleared_by).to_owned())),
            _ => return Err("write `what is to be done | who sees to it | 2027-01-15`".to_owned()),
        };
        let due = day::meant(due, today).map_err(|why| why.to_string())?;
        Ok(Self { text: (*text).to_owned(), owner: (*owner).to_owned(), due, cleared_by })
    }
}

/// The terms of a motion: what it says beside its word.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Terms {
    /// First day of the certification.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Last day of the certification, or of its suspension.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// From when a certification with conditions holds.
    #[serde(skip_serializing_if = "InForce::is_now")]
    pub in_force: InForce,
    /// The conditions, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Condition>,
    /// The day it is taken up again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returns: Option<NaiveDate>,
    /// What has to come before it is taken up again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub information: Option<String>,
    /// The program it is to be judged as.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub program: Option<Program>,
    /// The certification it is about, by the ballot that granted it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certification: Option<BallotId>,
    /// What is asked of the Series Manager.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
}

impl Terms {
    /// Whether it says nothing beside the motion's word.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl InForce {
    /// Whether it holds at once. The signature is the one that `skip_serializing_if` asks for.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    pub(crate) fn is_now(&self) -> bool {
        *self == Self::Now
    }
}
