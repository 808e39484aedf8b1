//! How many certified people an organisation needs, by its size.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ids::{Credential, Provenance};

/// Heads needed by company size, counted in the parent organisation's employees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HeadcountTable {
    /// Practitioners one Professional counts for, where credentials are interchangeable (`2023`: 5).
    #[serde(default)]
    pub professional_counts: Option<u32>,
    /// Where it was read.
    pub source: String,
    /// The tiers, smallest first.
    pub tiers: Vec<Tier>,
}

/// One company-size tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// Fewest employees.
    pub from: u64,
    /// Most employees; `None` is without end.
    #[serde(default)]
    pub to: Option<u64>,
    /// Certified people needed of each credential.
    pub needed: BTreeMap<Credential, u32>,
    /// How sure the row is.
    pub provenance: Provenance,
}

impl HeadcountTable {
    /// The tier of a size; 0 is a size.
    pub fn tier(&self, employees: u64) -> Option<&Tier> {
        self.tiers.iter().find(|tier| tier.from <= employees && tier.to.is_none_or(|to| employees <= to))
    }
}

impl Tier {
    /// Its name: `500-4999`, or `5000+` for the last.
    pub fn name(&self) -> String {
        match self.to {
            Some(to) => format!("{}-{to}", self.from),
            None => format!("{}+", self.from),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::shipped;

    #[test]
    fn a_tier_begins_and_ends_where_the_table_says() {
        let table = &shipped::default_edition().unwrap().headcount;
        let names = [0, 99, 100, 499, 500, 4999, 5000, u64::MAX].map(|n| table.tier(n).unwrap().name());
        assert_eq!(names, ["0-99", "0-99", "100-499", "100-499", "500-4999", "500-4999", "5000+", "5000+"]);
    }
}
