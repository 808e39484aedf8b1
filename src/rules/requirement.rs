//! One requirement and how it is judged.

mod written;

use serde::{Deserialize, Serialize};

use super::{
    ids::{Credential, Level, Program, Provenance, RequirementId, Section},
    points::Months,
};

/// One thing a program asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(try_from = "written::Written")]
#[schemars(!try_from)]
pub struct Requirement {
    /// Its id.
    pub id: RequirementId,
    /// Its section.
    pub section: Section,
    /// What it asks, in our words.
    pub text: String,
    /// How it is judged.
    #[serde(flatten)]
    pub judged_by: JudgedBy,
    /// How sure it is.
    pub provenance: Provenance,
    /// Where it was read, or why it is thought so.
    pub source: String,
    /// A reviewer may say that it does not apply.
    pub allows_not_applicable: bool,
    /// It may be waived although it is a prerequisite.
    pub allows_waiver: bool,
    /// What the chair ruled of it. No part of the edition: a docket's rulings say it.
    #[serde(skip)]
    pub ruled: Option<RuledOn>,
}

/// What the chair ruled of a rule that is not read as such in its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuledOn {
    /// It is asked; else it does not apply.
    pub applies: bool,
    /// By which ruling, such as "ruling 1 of 2026-11-24 by C. Chair".
    pub by: String,
}

impl RuledOn {
    /// What was ruled and by what, in a few words.
    pub fn said(&self) -> String {
        let what = if self.applies { "applies" } else { "does not apply" };
        format!("{what}, by {}", self.by)
    }
}

impl Requirement {
    /// How sure it is: what was ruled on stands as firm as what a source states.
    pub fn surety(&self) -> Provenance {
        if self.ruled.is_some() { Provenance::Stated } else { self.provenance }
    }

    /// The ruling by which it does not apply.
    pub fn ruled_out(&self) -> Option<&RuledOn> {
        self.ruled.as_ref().filter(|ruled| !ruled.applies)
    }
}

/// How a requirement is judged (`judged_by` in the data).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(tag = "judged_by", rename_all = "kebab-case")]
pub enum JudgedBy {
    /// Never computed: a reviewer says so.
    Reviewer,
    /// Linux Foundation member, and FinOps Foundation member of one of these levels.
    Membership {
        /// Levels that suffice.
        levels: Vec<Level>,
    },
    /// Certified heads by the size of the parent organisation.
    Headcount,
    /// Valid holders of one credential.
    Credential {
        /// Which one.
        credential: Credential,
        /// How many people.
        at_least: u32,
        /// Only people named as holders count, a bare figure does not.
        named: bool,
    },
    /// Pieces of evidence given for it.
    EvidenceCount {
        /// How many pieces.
        at_least: u32,
        /// Dated within this many months before the day received, up to the as-of day.
        window: Option<Months>,
    },
    /// Features mapped to the framework.
    Coverage {
        /// How much of it.
        extent: Extent,
    },
    /// One working group attended at half of its meetings or more.
    Attendance,
    /// A recorded demonstration is given.
    Recording,
    /// A live demonstration was held and passed.
    LiveDemo {
        /// Minutes it takes at least; `None` where the source gives no length.
        minutes: Option<u32>,
        /// Only if the reviewer asked for it.
        on_request: bool,
    },
    /// A linked application or certification of this program.
    Linked {
        /// The other program of the pair.
        program: Program,
    },
    /// The points table reaches its total and floors.
    Points,
}

/// How much of the framework features must cover.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Extent {
    /// At least one capability.
    Specific,
    /// More than half of the domains and more than half of the capabilities (assumed).
    Most,
    /// All of them.
    All,
}
