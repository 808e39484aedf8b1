//! The FinOps Framework as an edition knows it, and the finding of a capability by what people call it.

use serde::{Deserialize, Serialize};

use super::{
    fold::fold,
    ids::{CapabilityId, DomainId},
};

/// How many near names are offered for one that is not known.
const NEAREST: usize = 3;

/// The FinOps Framework as an edition knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Domain {
    /// Its id.
    pub id: DomainId,
    /// Its name.
    pub name: String,
}

/// A capability of the framework and the domains it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
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

/// A text that names no capability.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{given}` is no capability of the framework{}", near(nearest))]
pub struct UnknownCapability {
    /// What was given.
    pub given: String,
    /// The names that come nearest, best first; none where nothing is near.
    pub nearest: Vec<String>,
}

fn near(names: &[String]) -> String {
    if names.is_empty() { String::new() } else { format!("; the nearest: {}", names.join(", ")) }
}

impl Capability {
    /// Everything it is called by: its id, its name and its aliases.
    pub(super) fn spellings(&self) -> impl Iterator<Item = &str> {
        [self.id.as_str(), &self.name].into_iter().chain(self.aliases.iter().map(String::as_str))
    }
}

impl Framework {
    /// The capability of this id.
    pub fn capability(&self, id: &CapabilityId) -> Option<&Capability> {
        self.capabilities.iter().find(|capability| capability.id == *id)
    }

    /// The capability that `text` names, by name, id or alias and without regard to case.
    ///
    /// # Errors
    /// Where it names none; the error has the nearest names.
    pub fn find(&self, text: &str) -> Result<&Capability, UnknownCapability> {
        let exact = |spelling: &str| spelling.eq_ignore_ascii_case(text);
        if let Some(found) = self.capabilities.iter().find(|capability| capability.spellings().any(exact)) {
            return Ok(found);
        }
        let wanted = fold(text);
        self.capabilities
            .iter()
            .find(|capability| capability.spellings().any(|spelling| fold(spelling) == wanted))
            .ok_or_else(|| UnknownCapability { given: text.to_owned(), nearest: self.nearest(&wanted) })
    }

    /// The names nearest to a folded text: those of which less than half would have to be typed again.
    fn nearest(&self, wanted: &str) -> Vec<String> {
        let length = wanted.chars().count();
        let mut near: Vec<(usize, &str)> = self
            .capabilities
            .iter()
            .filter_map(|capability| {
                let changes = capability
                    .spellings()
                    .map(|spelling| strsim::osa_distance(&fold(spelling), wanted))
                    .min()?;
                (changes.saturating_mul(2) < length).then_some((changes, capability.name.as_str()))
            })
            .collect();
        near.sort_by_key(|(changes, _)| *changes);
        near.into_iter().take(NEAREST).map(|(_, name)| name.to_owned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::shipped;

    fn id_of(text: &str) -> String {
        shipped::default_edition().unwrap().framework.find(text).unwrap().id.to_string()
    }

    #[test]
    fn a_capability_is_found_by_name_id_and_alias_in_any_case() {
        assert_eq!(id_of("managing anomalies"), "anomalies");
        assert_eq!(id_of("ANOMALIES"), "anomalies");
        assert_eq!(id_of("capability_rightsizing"), "rightsizing");
        assert_eq!(
            id_of("Establishing a FinOps Design & Accountability Structure"),
            "decision-accountability-structure"
        );
        assert_eq!(id_of("IT Asset Management Integration"), "asset-management");
        assert_eq!(id_of("Data analysis and  showback"), "showback");
    }

    #[test]
    fn a_capability_not_known_brings_the_nearest_names() {
        let framework = &shipped::default_edition().unwrap().framework;
        let unknown = framework.find("capability_education-enablementure").unwrap_err();
        assert_eq!(unknown.nearest.first().map(String::as_str), Some("FinOps Education & Enablement"));
        assert!(unknown.to_string().contains("the nearest: FinOps Education & Enablement"), "{unknown}");
        assert!(framework.find("xyz").unwrap_err().nearest.is_empty());
    }
}
