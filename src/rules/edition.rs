//! An edition: one dated version of the programme's rules, read from TOML.

mod check;
mod parse;

use chrono::NaiveDate;
use serde::Serialize;

pub use super::{
    framework::{Capability, Domain, Framework},
    headcount::{HeadcountTable, Tier},
    requirement::{Extent, JudgedBy, Requirement},
};
pub use parse::{EditionError, Text};

use super::{
    ids::{EditionId, Program, Provenance, RequirementId},
    points::PointsTable,
    requirement::RuledOn,
};

/// One dated version of the programme's rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Edition {
    /// Its id, such as `2023`.
    pub id: EditionId,
    /// Its name for people.
    pub title: String,
    /// First day it applies, where known.
    pub applies_from: Option<NaiveDate>,
    /// Last day applications under it are accepted, where known.
    pub accepted_until: Option<NaiveDate>,
    /// Where it was read.
    pub source: String,
    /// Heads needed by company size.
    pub headcount: HeadcountTable,
    /// The programs, in the order of the source.
    pub programs: Vec<ProgramRules>,
    /// The Enterprise points.
    pub points: Option<PointsTable>,
    /// The framework its applications map to.
    pub framework: Framework,
}

/// What one program asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProgramRules {
    /// Which program.
    pub program: Program,
    /// One sentence on what it certifies.
    pub summary: String,
    /// How many optional items are needed, where the program has some.
    #[serde(default)]
    pub optional: Option<OptionalNeed>,
    /// Its requirements, in the order of the source.
    pub requirements: Vec<Requirement>,
}

/// How many of the optional requirements are needed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OptionalNeed {
    /// Needed at least.
    pub need: u32,
    /// The number the source's heading gives, which may differ from the number listed.
    pub stated_of: u32,
    /// Why the two figures differ, where they do.
    #[serde(default)]
    pub remark: Option<String>,
}

impl Edition {
    /// What one program asks; `None` where this edition has no such program.
    pub fn program(&self, program: Program) -> Option<&ProgramRules> {
        self.programs.iter().find(|rules| rules.program == program)
    }

    /// The requirement of this id, of whatever program.
    pub fn requirement(&self, id: &RequirementId) -> Option<&Requirement> {
        self.programs.iter().find_map(|rules| rules.requirement(id))
    }

    /// The edition under what was ruled of the head count for Enterprise, where its own word on that is no more than
    /// inferred; as it is written, where nothing was ruled.
    #[must_use]
    pub fn as_ruled(&self, head_count: Option<&RuledOn>) -> Self {
        let mut edition = self.clone();
        let enterprise = edition.programs.iter_mut().filter(|rules| rules.program == Program::Enterprise);
        for one in enterprise.flat_map(|rules| &mut rules.requirements) {
            if one.judged_by == JudgedBy::Headcount && one.provenance != Provenance::Stated {
                one.ruled = head_count.cloned();
            }
        }
        edition
    }
}

impl ProgramRules {
    /// The requirement of this id.
    pub fn requirement(&self, id: &RequirementId) -> Option<&Requirement> {
        self.requirements.iter().find(|requirement| requirement.id == *id)
    }
}
