//! A requirement as it is written in an edition's file, and its reading.

use serde::Deserialize;

use super::{Extent, JudgedBy, Requirement};
use crate::rules::{
    ids::{Credential, Level, Program, Provenance, RequirementId, Section},
    points::Months,
};

/// The ways of judging, as written in `judged_by`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Way {
    Reviewer,
    Membership,
    Headcount,
    Credential,
    EvidenceCount,
    Coverage,
    Attendance,
    Recording,
    LiveDemo,
    Linked,
    Points,
}

/// A requirement with the keys of every way of judging side by side.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    id: RequirementId,
    section: Section,
    text: String,
    judged_by: Way,
    provenance: Provenance,
    source: String,
    #[serde(default)]
    allows_not_applicable: bool,
    #[serde(default)]
    allows_waiver: bool,
    levels: Option<Vec<Level>>,
    credential: Option<Credential>,
    at_least: Option<u32>,
    named: Option<bool>,
    window: Option<Months>,
    extent: Option<Extent>,
    minutes: Option<u32>,
    on_request: Option<bool>,
    program: Option<Program>,
}

/// Why a requirement cannot be read.
#[derive(Debug, thiserror::Error)]
pub(super) enum Mistake {
    #[error("`{key}` is missing in requirement {id}")]
    Missing { id: RequirementId, key: &'static str },
    #[error("`{key}` has no meaning in requirement {id}, which is judged in another way")]
    Surplus { id: RequirementId, key: &'static str },
}

impl TryFrom<Written> for Requirement {
    type Error = Mistake;

    fn try_from(mut written: Written) -> Result<Self, Mistake> {
        let judged_by = written.judged()?;
        if let Some(key) = written.left_over() {
            return Err(Mistake::Surplus { id: written.id, key });
        }
        Ok(Self {
            id: written.id,
            section: written.section,
            text: written.text,
            judged_by,
            provenance: written.provenance,
            source: written.source,
            allows_not_applicable: written.allows_not_applicable,
            allows_waiver: written.allows_waiver,
            ruled: None,
        })
    }
}

impl Written {
    /// Takes the keys that its way of judging has.
    fn judged(&mut self) -> Result<JudgedBy, Mistake> {
        let id = self.id.clone();
        let missing = |key| Mistake::Missing { id, key };
        Ok(match self.judged_by {
            Way::Reviewer => JudgedBy::Reviewer,
            Way::Headcount => JudgedBy::Headcount,
            Way::Attendance => JudgedBy::Attendance,
            Way::Recording => JudgedBy::Recording,
            Way::Points => JudgedBy::Points,
            Way::Membership => {
                JudgedBy::Membership { levels: self.levels.take().ok_or_else(|| missing("levels"))? }
            }
            Way::Credential => JudgedBy::Credential {
                credential: self.credential.take().ok_or_else(|| missing("credential"))?,
                at_least: self.at_least.take().unwrap_or(1),
                named: self.named.take().unwrap_or(false),
            },
            Way::EvidenceCount => JudgedBy::EvidenceCount {
                at_least: self.at_least.take().ok_or_else(|| missing("at_least"))?,
                window: self.window.take(),
            },
            Way::Coverage => {
                JudgedBy::Coverage { extent: self.extent.take().ok_or_else(|| missing("extent"))? }
            }
            Way::LiveDemo => JudgedBy::LiveDemo {
                minutes: self.minutes.take(),
                on_request: self.on_request.take().unwrap_or(false),
            },
            Way::Linked => {
                JudgedBy::Linked { program: self.program.take().ok_or_else(|| missing("program"))? }
            }
        })
    }

    /// A key that is still there after judging took its own.
    fn left_over(&self) -> Option<&'static str> {
        let keys = [
            ("levels", self.levels.is_some()),
            ("credential", self.credential.is_some()),
            ("at_least", self.at_least.is_some()),
            ("named", self.named.is_some()),
            ("window", self.window.is_some()),
            ("extent", self.extent.is_some()),
            ("minutes", self.minutes.is_some()),
            ("on_request", self.on_request.is_some()),
            ("program", self.program.is_some()),
        ];
        keys.into_iter().find_map(|(key, there)| there.then_some(key))
    }
}
