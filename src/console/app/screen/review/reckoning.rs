//! Everything that is reckoned from one state of an application: of the file, or of a draft. Preview and result are
//! the same because they come from here.

use chrono::NaiveDate;

use super::ask::Loaded;
use crate::council::Ballot;
use crate::review::coverage::{self, CapabilityMap};
use crate::review::headcount::{self, Heads};
use crate::review::points::{self, Reckoned, Taking};
use crate::review::{Application, Assessment, Basis, Stage, assess};
use crate::rules::{Edition, JudgedBy};

/// What is reckoned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reckoning {
    /// The verdict and all that leads to it.
    pub assessment: Assessment,
    /// The heads, where certified people are asked for by size.
    pub heads: Option<Heads>,
    /// The points, where there are some.
    pub points: Option<BothPoints>,
    /// The capability map, where features are asked for or given.
    pub map: Option<CapabilityMap>,
}

/// The points as accepted and as put forward.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BothPoints {
    /// What was put forward, whatever reviewers said of it.
    pub claimed: Reckoned,
    /// What was accepted.
    pub accepted: Reckoned,
    /// What would count if all that is not rejected were accepted.
    pub hoped: Reckoned,
}

impl Reckoning {
    /// Reckons `application` by `edition` for the day.
    pub fn of(edition: &Edition, application: &Application, as_of: NaiveDate) -> Self {
        let asked = |what: fn(&JudgedBy) -> bool| {
            let rules = edition.program(application.program);
            rules.is_some_and(|rules| {
                rules.requirements.iter().any(|one| one.ruled_out().is_none() && what(&one.judged_by))
            })
        };
        let table = edition.points.as_ref().filter(|_| asked(|how| matches!(how, JudgedBy::Points)));
        let has_map =
            asked(|how| matches!(how, JudgedBy::Coverage { .. })) || !application.facts.features.is_empty();
        Self {
            assessment: assess(edition, application, Basis::AsFound, as_of),
            heads: asked(|how| matches!(how, JudgedBy::Headcount))
                .then(|| headcount::reckon(&edition.headcount, application, as_of)),
            points: table.map(|table| BothPoints {
                claimed: points::reckon(table, application, Taking::Claimed, as_of),
                accepted: points::reckon(table, application, Taking::Accepted, as_of),
                hoped: points::reckon(table, application, Taking::Hoped, as_of),
            }),
            map: has_map.then(|| coverage::map(&edition.framework, application)),
        }
    }
}

/// The day an application is judged for: that of its ballot while one is open and once it is decided, else today.
pub fn as_of(loaded: &Loaded, today: NaiveDate) -> NaiveDate {
    let frozen = loaded.ballots.last().filter(|ballot| is_frozen(ballot, &loaded.application));
    frozen.map_or(today, |ballot| ballot.as_of)
}

fn is_frozen(ballot: &Ballot, application: &Application) -> bool {
    !ballot.is_declared() || application.review.stage == Stage::Decided
}
