//! The verdict: one word from the status of each requirement, the optional group and the points.

use super::{
    assessment::{Judged, Options, Verdict},
    finding::Status,
};
use crate::rules::Section;

/// How the points stand, where they are needed.
#[derive(Clone, Copy, Debug)]
pub(super) struct PointsStand {
    /// Total and floors are reached by what counts.
    pub(super) reached: bool,
    /// They would be if all that is undecided were accepted.
    pub(super) reachable: bool,
}

impl PointsStand {
    /// By what counts `now` and `at_best`; what is not known is not reached, and may be.
    pub(super) fn of(now: Option<bool>, at_best: Option<bool>) -> Self {
        Self { reached: now == Some(true), reachable: at_best != Some(false) }
    }
}

impl Status {
    /// Whether it counts as met.
    pub const fn holds(self) -> bool {
        matches!(self, Self::Met | Self::NotApplicable | Self::Waived)
    }
}

/// The optional requirements that hold, and those still open.
pub(super) fn optional(judged: &[Judged]) -> (u32, u32) {
    let of = |wanted: fn(Status) -> bool| {
        let those = judged.iter().filter(|one| one.section == Section::Optional && wanted(one.status));
        u32::try_from(those.count()).unwrap_or(u32::MAX)
    };
    (of(Status::holds), of(|status| status == Status::Open))
}

/// The verdict, in the order `short`, `ready`, `incomplete`.
pub(super) fn verdict(judged: &[Judged], options: Option<&Options>, points: Option<PointsStand>) -> Verdict {
    let core = || judged.iter().filter(|one| one.section != Section::Optional);
    let (met, open) = optional(judged);
    let need = options.map_or(0, |options| options.need);
    let out_of_reach = met.saturating_add(open) < need || points.is_some_and(|points| !points.reachable);
    if out_of_reach || core().any(|one| one.status == Status::NotMet) {
        Verdict::Short
    } else if !judged.is_empty()
        && core().all(|one| one.status.holds())
        && met >= need
        && points.is_none_or(|points| points.reached)
    {
        Verdict::Ready
    } else {
        Verdict::Incomplete
    }
}
