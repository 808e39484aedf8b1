//! Every requirement of an application with what was found of it, and where the rule comes from.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Audience, page::Line, words};
use crate::{
    record::Done,
    review::{
        Application, Assessment, Status,
        assessment::{Computed, Judged},
    },
    rules::{Edition, Provenance, RequirementId, Section},
};

/// One requirement and what was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Found {
    /// Which one.
    pub id: RequirementId,
    /// Its section.
    pub section: Section,
    /// What it asks.
    pub text: String,
    /// What counts.
    pub status: Status,
    /// What was computed.
    pub computed: Option<Computed>,
    /// Why, in one line; not in public papers.
    pub reason: Option<String>,
    /// Who waived it, and in which role, where it was waived; not in public papers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waived_by: Option<String>,
    /// What the reviewer noted down for the file; not in public papers.
    pub justification: Option<String>,
    /// How sure the rule is; one that was ruled on counts as stated.
    pub provenance: Provenance,
    /// The chair's ruling on the rule, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ruling: Option<String>,
    /// Where the rule was read.
    pub source: String,
}

impl Found {
    /// How sure the rule is, or what the chair ruled of it.
    pub(super) fn rule(&self) -> &str {
        self.ruling.as_deref().unwrap_or(self.provenance.as_str())
    }
}

/// The requirements of `assessment`, in the edition's order, with who `waived` one. A public paper has those alone that
/// are asked of everyone and count as met, and nothing of why.
pub fn found(
    edition: &Edition,
    application: &Application,
    assessment: &Assessment,
    waived: &BTreeMap<RequirementId, Done>,
    audience: Audience,
) -> Vec<Found> {
    let internal = audience == Audience::Internal;
    assessment
        .requirements
        .iter()
        .filter(|one| internal || is_public(one))
        .map(|one| {
            let rule = edition.program(application.program).and_then(|program| program.requirement(&one.id));
            let finding = application.review.findings.get(&one.id);
            Found {
                id: one.id.clone(),
                section: one.section,
                text: rule.map(|rule| rule.text.clone()).unwrap_or_default(),
                status: one.status,
                computed: one.computed.filter(|_| internal),
                reason: internal.then(|| one.reason.clone()),
                waived_by: waived
                    .get(&one.id)
                    .filter(|_| internal && one.status == Status::Waived)
                    .map(words::who),
                justification: finding.and_then(|finding| finding.justification.clone()).filter(|_| internal),
                provenance: one.provenance,
                ruling: one.ruled.as_ref().map(|ruled| ruled.by.clone()),
                source: rule.map(|rule| rule.source.clone()).unwrap_or_default(),
            }
        })
        .collect()
}

/// Whether everybody may read of it, where the application was ready.
const fn is_public(one: &Judged) -> bool {
    !matches!(one.section, Section::Optional) && !matches!(one.status, Status::Open | Status::NotMet)
}

/// The names of the columns of [`row`].
pub(super) const HEAD: &[&str] = &["Requirement", "It asks", "Found", "Rule"];

/// A requirement as a row. A public paper says nothing of why, and has room for where the rule was read.
pub(super) fn row(one: &Found) -> Vec<Line> {
    vec![
        Line::default()
            .strong(one.id.as_str())
            .plain(format!(", {}", words::section(one.section).to_lowercase())),
        one.text.as_str().into(),
        status(one),
        match &one.reason {
            Some(_) => one.rule().into(),
            None => format!("{}: {}", one.rule(), one.source).into(),
        },
    ]
}

fn status(one: &Found) -> Line {
    let by = one.waived_by.as_ref().map(|by| format!(" by {by}")).unwrap_or_default();
    let said = Line::default().strong(words::status(one.status)).plain(by);
    let computed = match (one.status, one.computed) {
        (Status::Met | Status::Open, Some(Computed::NotMet)) => "; computed as not met",
        (Status::NotMet | Status::Open, Some(Computed::Met)) => "; computed as met",
        _ => "",
    };
    let said = said.plain(computed);
    let said = match &one.reason {
        Some(reason) => said.plain(format!("; {reason}")),
        None => said,
    };
    match &one.justification {
        Some(why) => said.plain(format!("; noted: {why}")),
        None => said,
    }
}

/// How many of the rules are not read in a source, in one line; nothing where all are.
pub(super) fn unsure(found: &[Found]) -> Option<String> {
    let of = |provenance| {
        let ids: Vec<_> =
            found.iter().filter(|one| one.provenance == provenance).map(|one| one.id.as_str()).collect();
        (!ids.is_empty()).then(|| format!("{provenance}: {}", ids.join(", ")))
    };
    let unsure: Vec<_> = [of(Provenance::Inferred), of(Provenance::Assumed)].into_iter().flatten().collect();
    (!unsure.is_empty()).then(|| format!("Rules not read as such in the source: {}.", unsure.join("; ")))
}
