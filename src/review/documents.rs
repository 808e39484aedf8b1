//! Whether the documents are in: only then is a live demonstration or an interview scheduled.

use super::{assessment::Assessment, verdict::optional};
use crate::rules::{RequirementId, Section};

/// What is missing before a demonstration can be scheduled.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the documents are not in: {}", self.words())]
pub struct DocumentsMissing {
    /// Prerequisites and mandatory requirements that do not hold.
    pub requirements: Vec<RequirementId>,
    /// How many optional ones are still needed.
    pub optional: u32,
}

impl DocumentsMissing {
    fn words(&self) -> String {
        let ids = self.requirements.iter().map(ToString::to_string);
        let optional = (self.optional > 0).then(|| format!("{} more optional", self.optional));
        ids.chain(optional).collect::<Vec<_>>().join(", ")
    }
}

/// Whether all prerequisite, mandatory and optional needs hold.
///
/// # Errors
/// Where they do not, with what is missing.
pub fn documents_in(assessment: &Assessment) -> Result<(), DocumentsMissing> {
    let needed = |section| matches!(section, Section::Prerequisite | Section::Mandatory);
    let missing = assessment.requirements.iter().filter(|one| needed(one.section) && !one.status.holds());
    let need = assessment.options.as_ref().map_or(0, |options| options.need);
    let missing = DocumentsMissing {
        requirements: missing.map(|one| one.id.clone()).collect(),
        optional: need.saturating_sub(optional(&assessment.requirements).0),
    };
    if missing.requirements.is_empty() && missing.optional == 0 { Ok(()) } else { Err(missing) }
}
