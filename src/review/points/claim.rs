//! One claim: does it count, how often, and why not.

use std::fmt;

use chrono::NaiveDate;

use super::Taking;
use crate::{
    review::{
        application::Application,
        facts::{Claim, ItemNo},
        finding::{Check, Item, ItemKind},
        window::Window,
    },
    rules::{ActivityId, PointsTable},
};

/// A claim that counts.
pub(super) struct Counting {
    pub(super) claim: ItemNo,
    pub(super) activity: ActivityId,
    pub(super) count: u64,
}

/// A claim that does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// Its number.
    pub claim: ItemNo,
    /// What it claims.
    pub activity: ActivityId,
    /// Why it does not count.
    pub why: Why,
}

/// Why a claim does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The edition has no such activity.
    NotListed,
    /// Its count could not be read.
    NoCount,
    /// It lies after the as-of day.
    AfterAsOf(NaiveDate),
    /// It lies before its window begins.
    TooOld(NaiveDate),
    /// It needs a day and has none.
    NoDate,
    /// It needs to be validated and is not.
    NotValidated,
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotListed => write!(f, "the edition has no such activity"),
            Self::NoCount => write!(f, "its count could not be read"),
            Self::AfterAsOf(day) => write!(f, "it is dated after {day}"),
            Self::TooOld(from) => write!(f, "it is dated before its window begins on {from}"),
            Self::NoDate => write!(f, "it counts within a window only and has no date"),
            Self::NotValidated => write!(f, "it counts only once it is validated"),
        }
    }
}

/// Looks at one claim; `None` where it is not taken at all.
pub(super) fn look(
    table: &PointsTable,
    application: &Application,
    claim: &Claim,
    taking: Taking,
    as_of: NaiveDate,
) -> Option<Result<Counting, Dropped>> {
    let checks = &application.review.checks;
    let check = checks.get(&Item::new(ItemKind::Claim, claim.n)).filter(|_| taking != Taking::Claimed);
    let (accepted, found) = match check {
        Some(Check::Rejected { .. }) => return None,
        Some(Check::Accepted { count }) => (true, *count),
        None if taking == Taking::Accepted => return None,
        None => (false, None),
    };
    let count = found.or(claim.count);
    let validated = taking == Taking::Hoped || accepted || claim.validated;
    let drop = |why| Dropped { claim: claim.n, activity: claim.activity.clone(), why };
    Some(match hindrance(table, application, claim, validated, as_of) {
        Some(why) => Err(drop(why)),
        None => count.ok_or_else(|| drop(Why::NoCount)).map(|count| Counting {
            claim: claim.n,
            activity: claim.activity.clone(),
            count: u64::from(count),
        }),
    })
}

/// What keeps a claim from counting, first of all.
fn hindrance(
    table: &PointsTable,
    application: &Application,
    claim: &Claim,
    validated: bool,
    as_of: NaiveDate,
) -> Option<Why> {
    let Some((_, activity)) = table.activity(&claim.activity) else {
        return Some(Why::NotListed);
    };
    if claim.date.is_some_and(|day| day > as_of) {
        return Some(Why::AfterAsOf(as_of));
    }
    if let Some(months) = activity.window {
        let window = Window::back(application.received, months, as_of);
        match claim.date {
            None => return Some(Why::NoDate),
            Some(day) if !window.contains(day) => return Some(Why::TooOld(window.from)),
            Some(_) => {}
        }
    }
    (activity.needs_validation && !validated).then_some(Why::NotValidated)
}
