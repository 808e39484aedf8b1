//! An application before the rules of its edition: everything that several judgements look at, reckoned once.

use chrono::NaiveDate;

use super::{
    application::Application,
    assessment::Basis,
    coverage::{self, CapabilityMap},
    headcount::{self, Heads},
    points::{self, Reckoned, Taking},
};
use crate::rules::{Edition, JudgedBy, Requirement};

/// What the judgements of one application look at.
pub(super) struct Case<'a> {
    pub(super) edition: &'a Edition,
    pub(super) application: &'a Application,
    pub(super) basis: Basis,
    pub(super) as_of: NaiveDate,
    pub(super) requirements: &'a [Requirement],
    pub(super) heads: Option<Heads>,
    pub(super) map: Option<CapabilityMap>,
    pub(super) points: Option<PointsCase>,
}

/// The points in the three ways of taking claims.
pub(super) struct PointsCase {
    pub(super) claimed: Reckoned,
    pub(super) accepted: Reckoned,
    pub(super) hoped: Reckoned,
}

impl<'a> Case<'a> {
    pub(super) fn new(
        edition: &'a Edition,
        application: &'a Application,
        basis: Basis,
        as_of: NaiveDate,
    ) -> Self {
        let requirements = edition
            .program(application.program)
            .map(|rules| rules.requirements.as_slice())
            .unwrap_or_default();
        let asks = |way: fn(&JudgedBy) -> bool| {
            requirements.iter().any(|one| one.ruled_out().is_none() && way(&one.judged_by))
        };
        let reckon = |table, taking| points::reckon(table, application, taking, as_of);
        let table = edition.points.as_ref().filter(|_| asks(|way| matches!(way, JudgedBy::Points)));
        Self {
            edition,
            application,
            basis,
            as_of,
            requirements,
            heads: asks(|way| matches!(way, JudgedBy::Headcount))
                .then(|| headcount::reckon(&edition.headcount, application, as_of)),
            map: asks(|way| matches!(way, JudgedBy::Coverage { .. }))
                .then(|| coverage::map(&edition.framework, application)),
            points: table.map(|table| PointsCase {
                claimed: reckon(table, Taking::Claimed),
                accepted: reckon(table, Taking::Accepted),
                hoped: reckon(table, Taking::Hoped),
            }),
        }
    }

    /// The points that count on this basis, and those that would if all went well.
    pub(super) fn points_now_and_at_best(&self) -> Option<(&Reckoned, &Reckoned)> {
        let points = self.points.as_ref()?;
        Some(match self.basis {
            Basis::AsClaimed => (&points.claimed, &points.claimed),
            Basis::AsFound => (&points.accepted, &points.hoped),
        })
    }
}
