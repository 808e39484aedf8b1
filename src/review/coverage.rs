//! Coverage: which domains and capabilities of the framework the features reach.

use super::{
    application::Application,
    assessment::{Coverage, Share},
    facts::ItemNo,
    finding::{Check, Item, ItemKind},
};
use crate::rules::{CapabilityId, DomainId, Extent, Framework};

/// The capability map: domains by capabilities, with the features that cover each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CapabilityMap {
    /// The domains, in the framework's order.
    pub domains: Vec<DomainCover>,
    /// The capabilities, in the framework's order.
    pub capabilities: Vec<CapabilityCover>,
    /// Features looked at: all that are not rejected.
    pub features: usize,
    /// Those of them that nobody has checked.
    pub unchecked: usize,
}

/// One domain of the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DomainCover {
    /// Which one.
    pub id: DomainId,
    /// Its name.
    pub name: String,
    /// One of its capabilities is covered.
    pub covered: bool,
}

/// One capability of the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CapabilityCover {
    /// Which one.
    pub id: CapabilityId,
    /// Its name.
    pub name: String,
    /// The domains it belongs to.
    pub domains: Vec<DomainId>,
    /// The features that cover it; covered where there is one.
    pub features: Vec<ItemNo>,
}

/// The map of an application's features.
pub fn map(framework: &Framework, application: &Application) -> CapabilityMap {
    let check = |n| application.review.checks.get(&Item::new(ItemKind::Feature, n));
    let features: Vec<_> = application
        .facts
        .features
        .iter()
        .filter(|feature| !matches!(check(feature.n), Some(Check::Rejected { .. })))
        .collect();
    let capabilities: Vec<CapabilityCover> = framework
        .capabilities
        .iter()
        .map(|capability| CapabilityCover {
            id: capability.id.clone(),
            name: capability.name.clone(),
            domains: capability.domains.clone(),
            features: features
                .iter()
                .filter(|feature| feature.capabilities.contains(&capability.id))
                .map(|feature| feature.n)
                .collect(),
        })
        .collect();
    let domains = framework
        .domains
        .iter()
        .map(|domain| DomainCover {
            id: domain.id.clone(),
            name: domain.name.clone(),
            covered: capabilities
                .iter()
                .any(|capability| capability.is_covered() && capability.domains.contains(&domain.id)),
        })
        .collect();
    CapabilityMap {
        domains,
        capabilities,
        features: features.len(),
        unchecked: features.iter().filter(|feature| check(feature.n).is_none()).count(),
    }
}

impl CapabilityCover {
    /// Whether a feature covers it.
    pub fn is_covered(&self) -> bool {
        !self.features.is_empty()
    }
}

impl CapabilityMap {
    /// The map in numbers.
    pub fn numbers(&self) -> Coverage {
        Coverage {
            domains: share(self.domains.iter().map(|domain| domain.covered)),
            capabilities: share(self.capabilities.iter().map(CapabilityCover::is_covered)),
        }
    }

    /// Whether it reaches as far as asked; unknown where no features are given.
    pub fn reaches(&self, extent: Extent) -> Option<bool> {
        let Coverage { domains, capabilities } = self.numbers();
        (self.features > 0).then(|| match extent {
            Extent::Specific => capabilities.covered > 0,
            Extent::Most => most(domains) && most(capabilities),
            Extent::All => domains.covered == domains.of && capabilities.covered == capabilities.of,
        })
    }
}

fn share(covered: impl Iterator<Item = bool>) -> Share {
    covered.fold(Share { covered: 0, of: 0 }, |share, yes| Share {
        covered: share.covered.saturating_add(u32::from(yes)),
        of: share.of.saturating_add(1),
    })
}

/// More than half.
fn most(share: Share) -> bool {
    share.covered.saturating_mul(2) > share.of
}

#[cfg(test)]
mod tests;
