//! Points and the table that grants them.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ids::{ActivityId, CategoryId, Credential, Provenance};

/// Enterprise points. Whole, never negative.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct Points(pub u64);

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// A length of time in calendar months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Months(pub u32);

/// The points table of an edition's Enterprise program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PointsTable {
    /// Points needed in total.
    pub required: Points,
    /// The categories, in the order of the source.
    pub categories: Vec<Category>,
}

/// One category: what it counts at most and at least.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// Its id.
    pub id: CategoryId,
    /// Its name in the source.
    pub title: String,
    /// Points counted at most.
    pub cap: Points,
    /// Points needed at least, where the source asks for some.
    #[serde(default)]
    pub floor: Option<Points>,
    /// What earns points here.
    pub activities: Vec<Activity>,
}

/// One activity that earns points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// Its id.
    pub id: ActivityId,
    /// Its name in the source.
    pub title: String,
    /// Points for each time it was done.
    pub points: Points,
    /// How often it counts; `None` is as often as it was done.
    #[serde(default)]
    pub at_most: Option<u32>,
    /// How far back it counts from the day received.
    #[serde(default)]
    pub window: Option<Months>,
    /// Counts only once validated.
    #[serde(default)]
    pub needs_validation: bool,
    /// Limited to the valid holders of this credential, where holders are named.
    #[serde(default)]
    pub credential: Option<Credential>,
    /// How sure the points are.
    pub provenance: Provenance,
    /// How sure the repeat rule is.
    pub repeat_provenance: Provenance,
}

impl PointsTable {
    /// The activity of this id and its category.
    pub fn activity(&self, id: &ActivityId) -> Option<(&Category, &Activity)> {
        self.categories.iter().find_map(|category| {
            let activity = category.activities.iter().find(|activity| activity.id == *id)?;
            Some((category, activity))
        })
    }
}
