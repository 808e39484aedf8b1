//! Enterprise points: which claims count, what they bring, and what the caps take away.

mod claim;

use chrono::NaiveDate;

pub use claim::{Dropped, Why};

use super::{
    application::Application,
    assessment::{CategoryResult, PointsResult},
    credentials::{Held, held, put_forward},
    facts::ItemNo,
    wording::number_of,
};
use crate::rules::{ActivityId, CategoryId, Points, PointsTable, points::Activity, points::Category};

/// Which claims are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taking {
    /// All put forward, as put forward, whatever reviewers said of them.
    Claimed,
    /// Only those a reviewer accepted, as often as accepted.
    Accepted,
    /// As if all that are not rejected were accepted.
    Hoped,
}

/// The points with everything that went into them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reckoned {
    /// Points that count.
    pub total: Points,
    /// Points needed.
    pub required: Points,
    /// Whether total and floors are reached, by the claims whose count could be read.
    pub met: bool,
    /// Whether every claim that is taken has a count that could be read; else all figures are at least so much.
    pub known: bool,
    /// Each category, in the order of the table.
    pub categories: Vec<CategoryDetail>,
    /// Claims that do not count at all, and why.
    pub dropped: Vec<Dropped>,
}

/// One category with its activities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CategoryDetail {
    /// Its name.
    pub title: String,
    /// Its figures.
    pub result: Figures,
    /// Its activities, in the order of the table, those without claims included.
    pub activities: Vec<ActivityDetail>,
}

/// The figures of one category, by the claims whose count could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// Which category.
    pub id: CategoryId,
    /// Points before the cap.
    pub raw: Points,
    /// Points that count.
    pub counted: Points,
    /// The cap.
    pub cap: Points,
    /// Points lost to the cap.
    pub lost: Points,
    /// Points needed at least.
    pub floor: Option<Points>,
    /// Whether the floor is reached; true where there is none.
    pub met: bool,
    /// Whether every claim that is taken has a count that could be read; else the points are at least so many.
    pub known: bool,
}

impl Figures {
    fn result(&self) -> CategoryResult {
        let known = |points| self.known.then_some(points);
        CategoryResult {
            id: self.id.clone(),
            raw: known(self.raw),
            counted: known(self.counted),
            cap: self.cap,
            lost: known(self.lost),
            floor: self.floor,
            met: (self.known || self.floor.is_none()).then_some(self.met),
        }
    }
}

/// One activity and the claims for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivityDetail {
    /// Which one.
    pub id: ActivityId,
    /// Its name.
    pub title: String,
    /// Points for each time.
    pub each: Points,
    /// How often it was done, by the claims that count.
    pub done: u64,
    /// How often it counts, after its limits.
    pub counted: u64,
    /// The most it can count; `None` where it repeats without end.
    pub limit: Option<u64>,
    /// The points it brings before the cap of its category.
    pub points: Points,
    /// The claims that count towards it.
    pub claims: Vec<ItemNo>,
}

/// Reckons the points of an application on the as-of day, in the order of the rules: claims that do not count
/// drop out, counts of one activity add up, limits, points, caps, total.
pub fn reckon(table: &PointsTable, application: &Application, taking: Taking, as_of: NaiveDate) -> Reckoned {
    let mut counting: Vec<claim::Counting> = Vec::new();
    let mut dropped = Vec::new();
    for claim in &application.facts.claims {
        match claim::look(table, application, claim, taking, as_of) {
            Some(Ok(counts)) => counting.push(counts),
            Some(Err(why)) => dropped.push(why),
            None => {}
        }
    }
    counting.sort_by_key(|counts| counts.claim);
    dropped.sort_by_key(|one| one.claim);
    let reviewed = taking != Taking::Claimed;
    let limit = |activity: &Activity| limit(application, activity, reviewed, as_of);
    let unread = |category: &Category| {
        let no_count = dropped.iter().filter(|one| one.why == Why::NoCount);
        no_count.clone().any(|one| category.activities.iter().any(|activity| activity.id == one.activity))
    };
    let categories: Vec<CategoryDetail> =
        table.categories.iter().map(|one| category(one, &counting, !unread(one), limit)).collect();
    let total = categories.iter().fold(0_u64, |sum, category| sum.saturating_add(category.result.counted.0));
    let floors = categories.iter().all(|category| category.result.met);
    Reckoned {
        total: Points(total),
        required: table.required,
        met: total >= table.required.0 && floors,
        known: categories.iter().all(|category| category.result.known),
        categories,
        dropped,
    }
}

/// The most an activity can count: what the table allows, and the valid holders where holders are named.
fn limit(application: &Application, activity: &Activity, reviewed: bool, as_of: NaiveDate) -> Option<u64> {
    let held = |credential| {
        if reviewed {
            held(application, credential, as_of)
        } else {
            put_forward(application, credential, as_of)
        }
    };
    let holders = activity.credential.and_then(|credential| match held(credential) {
        named @ Held::Named(_) => named.count(),
        Held::Bare(_) | Held::Unread | Held::NotGiven => None,
    });
    [activity.at_most.map(u64::from), holders].into_iter().flatten().min()
}

fn category(
    category: &Category,
    counting: &[claim::Counting],
    known: bool,
    limit: impl Fn(&Activity) -> Option<u64>,
) -> CategoryDetail {
    let activities: Vec<ActivityDetail> = category
        .activities
        .iter()
        .map(|activity| {
            let claims: Vec<_> = counting.iter().filter(|one| one.activity == activity.id).collect();
            let done = claims.iter().fold(0_u64, |sum, one| sum.saturating_add(one.count));
            let limit = limit(activity);
            let counted = limit.map_or(done, |limit| done.min(limit));
            ActivityDetail {
                id: activity.id.clone(),
                title: activity.title.clone(),
                each: activity.points,
                done,
                counted,
                limit,
                points: Points(counted.saturating_mul(activity.points.0)),
                claims: claims.iter().map(|one| one.claim).collect(),
            }
        })
        .collect();
    let raw = activities.iter().fold(0_u64, |sum, activity| sum.saturating_add(activity.points.0));
    let counted = raw.min(category.cap.0);
    CategoryDetail {
        title: category.title.clone(),
        result: Figures {
            id: category.id.clone(),
            raw: Points(raw),
            counted: Points(counted),
            cap: category.cap,
            lost: Points(raw.saturating_sub(counted)),
            floor: category.floor,
            met: category.floor.is_none_or(|floor| counted >= floor.0),
            known,
        },
        activities,
    }
}

impl Reckoned {
    /// The points as the assessment gives them.
    pub fn result(&self, claimed: &Self) -> PointsResult {
        PointsResult {
            total: self.known.then_some(self.total),
            claimed_total: claimed.known.then_some(claimed.total),
            required: self.required,
            met: self.holds(),
            categories: self.categories.iter().map(|category| category.result.result()).collect(),
        }
    }

    /// Whether total and floors are reached; `None` where the count of a claim cannot be read.
    pub fn holds(&self) -> Option<bool> {
        self.known.then_some(self.met)
    }

    /// The claims whose count cannot be read.
    pub fn unread(&self) -> Vec<ItemNo> {
        self.dropped.iter().filter(|one| one.why == Why::NoCount).map(|one| one.claim).collect()
    }

    /// What is short, each in words: points in all, and points in a category with a floor.
    pub fn shortages(&self) -> Vec<String> {
        let missing = self.required.0.saturating_sub(self.total.0);
        let total =
            (missing > 0).then(|| format!("{} of the {} needed", number_of(missing, "point"), self.required));
        let floors = self.categories.iter().filter(|category| !category.result.met).map(|category| {
            let floor = category.result.floor.unwrap_or_default();
            let missing = floor.0.saturating_sub(category.result.counted.0);
            format!("{} in {}", number_of(missing, "point"), category.title)
        });
        floors.chain(total).collect()
    }

    /// The result in one line.
    pub fn reason(&self) -> String {
        let floors = self.categories.iter().filter_map(|category| {
            let floor = category.result.floor?;
            Some(format!(", {} of {floor} in {}", category.result.counted, category.title))
        });
        let least = if self.known { "" } else { "a count cannot be read: at least " };
        format!("{least}{} of {} points{}", self.total, self.required, floors.collect::<String>())
    }
}

#[cfg(test)]
mod tests;
