//! Advice: the two best ways to each thing that is missing.

mod credentials;
mod points;

use super::{
    assessment::{Advice, AdviceKind, Assessment, Computed, Judged, Verdict},
    case::Case,
    finding::Status,
    verdict::PointsStand,
    wording::number_of,
};
use crate::rules::{DomainId, Extent, JudgedBy, Requirement, Section};

/// How many ways are given to one thing.
const WAYS: usize = 2;

/// The advice on an assessment; none where it is `ready`.
pub(super) fn advice(case: &Case<'_>, assessment: &Assessment, points: Option<PointsStand>) -> Vec<Advice> {
    if assessment.verdict == Verdict::Ready {
        return Vec::new();
    }
    let say = |kind, texts: Vec<String>| texts.into_iter().map(move |text| Advice { kind, text });
    let wanting = || {
        let pairs = case.requirements.iter().zip(&assessment.requirements);
        pairs.filter(|(_, judged)| !judged.status.holds()).map(|(requirement, _)| requirement)
    };
    say(AdviceKind::Credentials, credentials::ways(case, wanting()))
        .chain(say(AdviceKind::Options, options(case, assessment)))
        .chain(say(AdviceKind::Points, points.map(|_| points::ways(case)).unwrap_or_default()))
        .chain(say(AdviceKind::Coverage, wanting().filter_map(|one| coverage(case, one)).collect()))
        .collect()
}

/// The optional requirements that are nearest: computed as met, then begun, then untouched, then found wanting.
fn options(case: &Case<'_>, assessment: &Assessment) -> Vec<String> {
    let short = assessment.options.as_ref().is_some_and(|options| options.met < options.need);
    let mut left: Vec<(&Requirement, &Judged)> = case
        .requirements
        .iter()
        .zip(&assessment.requirements)
        .filter(|(one, judged)| short && one.section == Section::Optional && !judged.status.holds())
        .collect();
    left.sort_by_key(|(one, judged)| {
        let begun = super::judge::any_given(case.application, one);
        (
            judged.status == Status::NotMet && judged.computed.is_none(),
            judged.computed != Some(Computed::Met),
            !begun,
        )
    });
    left.into_iter()
        .take(WAYS)
        .map(|(one, judged)| format!("{}: {} ({})", one.id, one.text, judged.reason))
        .collect()
}

/// The capabilities still uncovered, where coverage falls short: those of uncovered domains first.
fn coverage(case: &Case<'_>, requirement: &Requirement) -> Option<String> {
    let JudgedBy::Coverage { extent } = requirement.judged_by else {
        return None;
    };
    let map = case.map.as_ref()?;
    if map.reaches(extent) == Some(true) {
        return None;
    }
    let numbers = map.numbers();
    let needed = |of: u32| match extent {
        Extent::Specific => 1,
        Extent::Most => (of / 2).saturating_add(1),
        Extent::All => of,
    };
    let domains = match extent {
        Extent::Specific => 0,
        Extent::Most | Extent::All => needed(numbers.domains.of).saturating_sub(numbers.domains.covered),
    };
    let capabilities = needed(numbers.capabilities.of).saturating_sub(numbers.capabilities.covered);
    let is_new = |id: &DomainId| map.domains.iter().any(|domain| domain.id == *id && !domain.covered);
    let mut left: Vec<_> = map.capabilities.iter().filter(|capability| !capability.is_covered()).collect();
    left.sort_by_key(|capability| !capability.domains.iter().any(is_new));
    let names: Vec<&str> = left.iter().map(|capability| capability.name.as_str()).collect();
    Some(format!(
        "{} and {}; uncovered: {}",
        number_of(u64::from(capabilities), "more capability"),
        number_of(u64::from(domains), "more domain"),
        names.join(", ")
    ))
}
