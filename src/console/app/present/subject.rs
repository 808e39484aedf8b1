//! The public facts of an application, for the room.

use chrono::NaiveDate;

use crate::{
    console::app::screen::review::reckoning::Reckoning,
    review::{
        Application, Ref, Verdict,
        assessment::{Headcount, Options},
        coverage::CapabilityMap,
    },
    rules::{Edition, Points, Program},
};

/// The public facts of an application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Which one.
    pub reference: Ref,
    /// Its place on the agenda; the first is 1.
    pub number: usize,
    /// Who asks.
    pub organisation: String,
    /// The organisation it belongs to.
    pub parent: Option<String>,
    /// For what.
    pub program: Program,
    /// The edition in full.
    pub edition: String,
    /// The result of the review.
    pub verdict: Verdict,
    /// The day it came.
    pub received: NaiveDate,
    /// The optional group.
    pub options: Option<Options>,
    /// The heads.
    pub headcount: Option<Headcount>,
    /// The points.
    pub points: Option<PointsShown>,
    /// The capability map.
    pub map: Option<MapShown>,
}

/// The points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointsShown {
    /// Points that count.
    pub total: Points,
    /// Points needed.
    pub required: Points,
    /// Whether total and floors are reached.
    pub met: bool,
    /// Each category.
    pub categories: Vec<CategoryShown>,
}

/// A category of the points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CategoryShown {
    /// Its name.
    pub title: String,
    /// Points that count.
    pub counted: Points,
    /// At most.
    pub cap: Points,
    /// At least.
    pub floor: Option<Points>,
    /// Whether the floor is reached.
    pub met: bool,
}

/// The capability map: names, and whether each is covered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapShown {
    /// The domains.
    pub domains: Vec<(String, bool)>,
    /// The capabilities.
    pub capabilities: Vec<(String, bool)>,
}

impl Subject {
    /// The public facts of `application`, judged for the day `as_of`.
    pub fn of(edition: &Edition, application: &Application, number: usize, as_of: NaiveDate) -> Self {
        let Reckoning { assessment, points, map, .. } = Reckoning::of(edition, application, as_of);
        let organisation = &application.facts.organisation;
        Self {
            reference: application.reference.clone(),
            number,
            organisation: organisation.name.clone(),
            parent: organisation.parent.as_ref().map(|parent| parent.name.clone()),
            program: application.program,
            edition: edition.title.clone(),
            verdict: assessment.verdict,
            received: application.received,
            options: assessment.options,
            headcount: assessment.headcount,
            points: points.map(|points| PointsShown {
                total: points.accepted.total,
                required: points.accepted.required,
                met: points.accepted.met,
                categories: points.accepted.categories.into_iter().map(CategoryShown::from).collect(),
            }),
            map: map.as_ref().map(MapShown::of),
        }
    }
}

fn number_of(things: usize) -> u64 {
    u64::try_from(things).unwrap_or(u64::MAX)
}

impl From<crate::review::points::CategoryDetail> for CategoryShown {
    fn from(detail: crate::review::points::CategoryDetail) -> Self {
        let result = detail.result;
        Self {
            title: detail.title,
            counted: result.counted,
            cap: result.cap,
            floor: result.floor,
            met: result.met,
        }
    }
}

impl MapShown {
    /// Capabilities that are covered, of all.
    pub fn covered(&self) -> (u64, u64) {
        let covered = self.capabilities.iter().filter(|(_, covered)| *covered).count();
        (number_of(covered), number_of(self.capabilities.len()))
    }

    fn of(map: &CapabilityMap) -> Self {
        Self {
            domains: map.domains.iter().map(|one| (one.name.clone(), one.covered)).collect(),
            capabilities: map.capabilities.iter().map(|one| (one.name.clone(), one.is_covered())).collect(),
        }
    }
}
