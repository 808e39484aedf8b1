//! An edition: one dated version of the programme's rules, read from TOML.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    ids::{
        CapabilityId, Credential, DomainId, EditionId, Level, Program, Provenance, RequirementId, Section,
    },
    points::{Months, PointsTable},
};

/// One dated version of the programme's rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Its id, such as `2023`.
    pub id: EditionId,
    /// Its name for people.
    pub title: String,
    /// First day it applies, where known.
    #[serde(default)]
    pub applies_from: Option<NaiveDate>,
    /// Last day applications under it are accepted, where known.
    #[serde(default)]
    pub accepted_until: Option<NaiveDate>,
    /// Where it was read.
    pub source: String,
    /// Heads needed by company size.
    pub headcount: HeadcountTable,
    /// The programs, in the order of the source.
    pub programs: Vec<ProgramRules>,
    /// The Enterprise points.
    #[serde(default)]
    pub points: Option<PointsTable>,
    /// The framework its applications map to.
    pub framework: Framework,
}

/// What one program asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// One thing a program asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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
    #[serde(default)]
    pub allows_not_applicable: bool,
    /// A prerequisite may be waived.
    #[serde(default)]
    pub allows_waiver: bool,
}

/// How a requirement is judged (`judged_by` in the data).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    },
    /// Pieces of evidence given for it.
    EvidenceCount {
        /// How many pieces.
        at_least: u32,
        /// Dated within this many months before the day received, up to the as-of day.
        #[serde(default)]
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
        #[serde(default)]
        minutes: Option<u32>,
        /// Only if the reviewer asked for it.
        #[serde(default)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Extent {
    /// At least one capability.
    Specific,
    /// More than half of the domains and more than half of the capabilities (assumed).
    Most,
    /// All of them.
    All,
}

/// Heads needed by company size, counted in the parent organisation's employees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadcountTable {
    /// Practitioners one Professional counts for, where credentials are interchangeable (`2023`: 5).
    #[serde(default)]
    pub professional_counts: Option<u32>,
    /// The tiers, smallest first.
    pub tiers: Vec<Tier>,
    /// Where it was read.
    pub source: String,
}

/// One company-size tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// Fewest employees.
    pub from: u64,
    /// Most employees; `None` is without end.
    #[serde(default)]
    pub to: Option<u64>,
    /// Certified people needed of each credential.
    pub needed: Vec<(Credential, u32)>,
    /// How sure the row is.
    pub provenance: Provenance,
}

/// The FinOps Framework as an edition knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Framework {
    /// Its id.
    pub id: String,
    /// Its domains, in their own order.
    pub domains: Vec<Domain>,
    /// Its capabilities, in their own order.
    pub capabilities: Vec<Capability>,
}

/// A domain of the framework.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Domain {
    /// Its id.
    pub id: DomainId,
    /// Its name.
    pub name: String,
}

/// A capability of the framework and the domains it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Capability {
    /// Its id.
    pub id: CapabilityId,
    /// Its name.
    pub name: String,
    /// Other names and spellings of it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The domains it belongs to.
    pub domains: Vec<DomainId>,
}
