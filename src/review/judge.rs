//! Judging one requirement: what can be computed from what was put forward, and why.

mod demo;
mod given;

pub(super) use given::any as any_given;

use super::{
    assessment::{Basis, Computed},
    case::Case,
    credentials::{Held, held, unchecked},
    wording::number_of,
};
use crate::rules::{Credential, Extent, JudgedBy, Level, Program, Requirement};

/// What is computed of a requirement, and why.
pub(super) struct Opinion {
    /// The result; `None` where nothing can be told.
    pub(super) computed: Option<Computed>,
    /// Why, in one line.
    pub(super) reason: String,
}

impl Opinion {
    fn new(holds: Option<bool>, reason: impl Into<String>) -> Self {
        let computed = holds.map(|holds| if holds { Computed::Met } else { Computed::NotMet });
        Self { computed, reason: reason.into() }
    }

    /// Nothing can be told.
    fn open(reason: impl Into<String>) -> Self {
        Self::new(None, reason)
    }
}

/// Says of how many things given nobody has checked some, where that matters.
fn with_unchecked(case: &Case<'_>, reason: String, unchecked: usize) -> String {
    if case.basis == Basis::AsClaimed || unchecked == 0 {
        reason
    } else {
        format!("{reason}; {unchecked} unchecked")
    }
}

/// Judges one requirement of the case's program.
pub(super) fn judge(case: &Case<'_>, requirement: &Requirement) -> Opinion {
    if let Some(ruled) = requirement.ruled_out() {
        return Opinion::open(ruled.said());
    }
    match &requirement.judged_by {
        JudgedBy::Reviewer => given::reviewer(case, requirement),
        JudgedBy::Membership { levels } => membership(case, levels),
        JudgedBy::Headcount => headcount(case),
        JudgedBy::Credential { credential, at_least, named } => {
            credentials(case, *credential, *at_least, *named)
        }
        JudgedBy::EvidenceCount { at_least, window } => {
            given::evidence(case, requirement, *at_least, *window)
        }
        JudgedBy::Coverage { extent } => coverage(case, *extent),
        JudgedBy::Attendance => given::attendance(case),
        JudgedBy::Recording => demo::recording(case),
        JudgedBy::LiveDemo { minutes, .. } => demo::live(case, *minutes),
        JudgedBy::Linked { program } => linked(case, *program),
        JudgedBy::Points => points(case),
    }
}

fn membership(case: &Case<'_>, levels: &[Level]) -> Opinion {
    let membership = &case.application.facts.organisation.membership;
    let level = membership.finops_foundation;
    let suffices = level.map(|level| levels.contains(&level));
    let linux = match membership.linux_foundation {
        Some(true) => "Linux Foundation: member",
        Some(false) => "Linux Foundation: no member",
        None => "Linux Foundation: not said",
    };
    let reason = format!("{linux}; FinOps Foundation: {}", level.map_or("not said", Level::as_str));
    let holds = match (membership.linux_foundation, suffices) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    };
    Opinion::new(holds, reason)
}

fn headcount(case: &Case<'_>) -> Opinion {
    match &case.heads {
        Some(heads) => Opinion::new(heads.result.met, with_unchecked(case, heads.reason(), heads.unchecked)),
        None => Opinion::open("no head count is kept for this program"),
    }
}

fn credentials(case: &Case<'_>, credential: Credential, at_least: u32, named: bool) -> Opinion {
    let found = held(case.application, credential, case.as_of);
    if named && matches!(found, Held::Bare(_)) {
        return Opinion::open(format!(
            "a number of {}s is given, but only a named holder counts",
            credential.noun()
        ));
    }
    let Some(count) = found.count() else {
        return Opinion::open(format!("no {} is given", credential.noun()));
    };
    let reason = format!("{}, {at_least} needed", number_of(count, &format!("valid {}", credential.noun())));
    let reason = with_unchecked(case, reason, unchecked(case.application, credential));
    Opinion::new(Some(count >= u64::from(at_least)), reason)
}

fn coverage(case: &Case<'_>, extent: Extent) -> Opinion {
    let Some(map) = case.map.as_ref().filter(|_| !case.application.facts.features.is_empty()) else {
        return Opinion::open("no features are mapped");
    };
    let numbers = map.numbers();
    let asked = match extent {
        Extent::Specific => "at least one capability needed",
        Extent::Most => "more than half of each needed",
        Extent::All => "all needed",
    };
    let reason = format!(
        "{} of {} domains and {} of {} capabilities covered, {asked}",
        numbers.domains.covered, numbers.domains.of, numbers.capabilities.covered, numbers.capabilities.of
    );
    // Features that are all rejected were given all the same: then nothing is covered.
    Opinion::new(Some(map.reaches(extent).unwrap_or_default()), with_unchecked(case, reason, map.unchecked))
}

fn linked(case: &Case<'_>, program: Program) -> Opinion {
    let application = case.application;
    if case.basis == Basis::AsClaimed {
        return match application.facts.linked.first() {
            Some(reference) => {
                Opinion::new(Some(true), format!("goes together with {reference}, as claimed"))
            }
            None => Opinion::open(format!("no {} is linked", program.name())),
        };
    }
    if let Some(link) = application.linked.iter().find(|link| link.program == Some(program)) {
        return Opinion::new(
            Some(true),
            format!("goes together with {} ({})", link.reference, program.name()),
        );
    }
    match application.linked.first() {
        Some(link) => {
            let what = link.program.map_or("not known here", Program::name);
            Opinion::new(
                Some(false),
                format!("{} is {what}, a linked {} is needed", link.reference, program.name()),
            )
        }
        None => Opinion::open(format!("no {} is linked", program.name())),
    }
}

fn points(case: &Case<'_>) -> Opinion {
    let Some(points) = &case.points else {
        return Opinion::open("this edition has no points table");
    };
    if case.basis == Basis::AsClaimed {
        return Opinion::new(points.claimed.holds(), points.claimed.reason());
    }
    let unchecked = given::unchecked_claims(case.application);
    let (accepted, hoped) = (&points.accepted, &points.hoped);
    if accepted.met || hoped.holds() == Some(false) || unchecked == 0 {
        let shown = if accepted.met { accepted } else { hoped };
        return Opinion::new(accepted.holds(), with_unchecked(case, shown.reason(), unchecked));
    }
    let reason = format!("{} accepted; {} if all claims are", accepted.reason(), hoped.reason());
    Opinion::new(None, with_unchecked(case, reason, unchecked))
}

#[cfg(test)]
mod tests;
