//! The arithmetic of a vote: quorum, readings and outcome, in integers. Its JSON form is the contract of
//! `docket tally --json`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::rules::ids::words;

words!(
    /// What "a majority" is taken of.
    Base {
        /// Everyone present.
        Attendance = "attendance",
        /// Everyone present who is not recused.
        Unrecused = "unrecused",
        /// For and against only.
        Cast = "cast",
        /// Every member, present or not.
        Members = "members",
    }
);

words!(
    /// How the vote is taken.
    Mode {
        /// In a meeting: those present decide, with a quorum.
        Meeting = "meeting",
        /// Without a meeting: all members are the base, and there is no quorum.
        Electronic = "electronic",
    }
);

words!(
    /// How much is needed.
    Threshold {
        /// More than half of the base.
        Majority = "majority",
        /// At least two thirds of all members.
        TwoThirdsOfMembers = "two-thirds-of-members",
    }
);

words!(
    /// What a vote comes to.
    Outcome {
        /// Carried.
        Adopted = "adopted",
        /// Not carried: a tie, or short of what is needed.
        NotAdopted = "not-adopted",
        /// No quorum, or nobody left to decide.
        NoDecision = "no-decision",
        /// The readings differ and none is in force.
        NeedsRuling = "needs-ruling",
    }
);

/// How a vote split, in people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Split {
    /// Voting members on the day.
    pub members: u32,
    /// Of them present.
    pub present: u32,
    /// For.
    pub for_: u32,
    /// Against.
    pub against: u32,
    /// Abstained.
    pub abstain: u32,
    /// Recused.
    pub recused: u32,
}

/// A tally under every reading that applies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Tally {
    /// The quorum; `None` for an electronic vote.
    pub quorum: Option<Quorum>,
    /// Each reading.
    pub readings: Vec<Reading>,
    /// Whether all readings come to the same.
    pub agree: bool,
    /// What it comes to.
    pub outcome: Outcome,
}

/// Presence against what is needed, in people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Quorum {
    /// Needed.
    pub needed: u32,
    /// Present.
    pub present: u32,
    /// Whether it is there.
    pub met: bool,
}

/// The tally under one reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Reading {
    /// What the majority is taken of.
    pub base: Base,
    /// People in the base.
    pub of: u32,
    /// Votes for that are needed.
    pub needed: u32,
    /// Votes for.
    #[serde(rename = "for")]
    pub for_: u32,
    /// Whether it carries; `None` is no decision.
    pub adopted: Option<bool>,
}
