//! Assessing an application: from rules, facts and findings to the verdict.

use chrono::NaiveDate;

use super::{
    advice,
    application::Application,
    assessment::{Assessment, Basis, Computed, Judged, Options, Verdict},
    case::Case,
    finding::{Finding, Status},
    in_the_way,
    judge::{self, Opinion},
    remarks,
    verdict::{PointsStand, optional, verdict},
};
use crate::rules::{Edition, JudgedBy, ProgramRules, Requirement};

/// Assesses an application by an edition's rules on the as-of day.
///
/// As claimed, computed results count as findings; as found, only what reviewers said and accepted counts. The
/// same is reckoned as a forecast: as if everything claimed were checked and found good.
pub fn assess(edition: &Edition, application: &Application, basis: Basis, as_of: NaiveDate) -> Assessment {
    let case = Case::new(edition, application, basis, as_of);
    let rules = edition.program(application.program);
    let requirements: Vec<Judged> = case.requirements.iter().map(|one| judged(&case, one)).collect();
    let options = rules.and_then(|rules| options(rules, &requirements));
    let points = points_stand(&case, &requirements);
    let mut assessment = Assessment {
        schema: 1,
        reference: application.reference.clone(),
        organisation: application.facts.organisation.name.clone(),
        program: application.program,
        edition: edition.id.clone(),
        received: application.received,
        as_of,
        basis,
        verdict: verdict(&requirements, options.as_ref(), points),
        forecast: forecast(&case, &requirements, options.as_ref()),
        requirements,
        options,
        headcount: case.heads.as_ref().map(|heads| heads.result.clone()),
        points: case
            .points_now_and_at_best()
            .zip(case.points.as_ref())
            .map(|((now, _), points)| now.result(&points.claimed)),
        coverage: case.map.as_ref().map(super::coverage::CapabilityMap::numbers),
        advice: Vec::new(),
        remarks: Vec::new(),
        in_the_way: Vec::new(),
    };
    assessment.in_the_way = in_the_way::lines(&case, &assessment, points);
    assessment.advice = advice::advice(&case, &assessment, points);
    assessment.remarks = remarks::remarks(&case, &assessment);
    assessment
}

/// One requirement with its status and what was computed.
fn judged(case: &Case<'_>, requirement: &Requirement) -> Judged {
    let Opinion { computed, reason } = judge::judge(case, requirement);
    let unjustified = finding(case, requirement).filter(|finding| finding.unjustified(computed).is_some());
    let (status, reason) = match unjustified {
        Some(_) => (Status::Open, reason),
        None => status(case, requirement, computed, reason),
    };
    Judged {
        id: requirement.id.clone(),
        section: requirement.section,
        status,
        computed,
        reason,
        provenance: requirement.surety(),
        ruled: requirement.ruled.clone(),
        unjustified: unjustified.map(|finding| finding.status),
    }
}

/// What a reviewer said of the requirement; nothing, as claimed, or where it was ruled not to apply.
fn finding<'a>(case: &Case<'a>, requirement: &Requirement) -> Option<&'a Finding> {
    match case.basis {
        Basis::AsClaimed => None,
        Basis::AsFound if requirement.ruled_out().is_some() => None,
        Basis::AsFound => case.application.review.findings.get(&requirement.id),
    }
}

fn status(
    case: &Case<'_>,
    requirement: &Requirement,
    computed: Option<Computed>,
    reason: String,
) -> (Status, String) {
    match finding(case, requirement) {
        Some(finding) if finding.status == Status::Waived => match finding.until {
            Some(until) if until < case.as_of => {
                (Status::Open, format!("the waiver ended on {until}; {reason}"))
            }
            Some(until) => (Status::Waived, format!("waived until {until}; {reason}")),
            None => (Status::Open, format!("the waiver has no end and does not count; {reason}")),
        },
        Some(finding) if finding.status != Status::Open => (finding.status, reason),
        _ if requirement.ruled_out().is_some() => (Status::NotApplicable, reason),
        _ if is_unasked_demo(case, requirement) => {
            (Status::NotApplicable, "no live demo was asked for".to_owned())
        }
        _ => (from_computed(case.basis, computed), reason),
    }
}

/// A live demonstration that the edition leaves to the reviewers, who did not ask for one.
fn is_unasked_demo(case: &Case<'_>, requirement: &Requirement) -> bool {
    matches!(requirement.judged_by, JudgedBy::LiveDemo { on_request: true, .. })
        && !case.application.review.demo.asked
}

/// What a computed result counts as: nothing but an opinion as found, a finding as claimed.
fn from_computed(basis: Basis, computed: Option<Computed>) -> Status {
    match (basis, computed) {
        (Basis::AsClaimed, Some(Computed::Met)) => Status::Met,
        (Basis::AsClaimed, Some(Computed::NotMet)) => Status::NotMet,
        (Basis::AsFound, _) | (_, None) => Status::Open,
    }
}

fn options(rules: &ProgramRules, judged: &[Judged]) -> Option<Options> {
    let need = rules.optional.as_ref()?;
    let listed = judged.iter().filter(|one| one.section == crate::rules::Section::Optional).count();
    Some(Options {
        need: need.need,
        of: u32::try_from(listed).unwrap_or(u32::MAX),
        stated_of: need.stated_of,
        met: optional(judged).0,
    })
}

/// How the points stand; `None` where there are none or their requirement is waived or does not apply.
fn points_stand(case: &Case<'_>, judged: &[Judged]) -> Option<PointsStand> {
    let (now, at_best) = case.points_now_and_at_best()?;
    (!excused(case, judged)).then_some(PointsStand::of(now.holds(), at_best.holds()))
}

fn excused(case: &Case<'_>, judged: &[Judged]) -> bool {
    case.requirements.iter().zip(judged).any(|(requirement, one)| {
        requirement.judged_by == JudgedBy::Points
            && matches!(one.status, Status::Waived | Status::NotApplicable)
    })
}

/// The verdict if everything claimed were checked and found good.
fn forecast(case: &Case<'_>, judged: &[Judged], options: Option<&Options>) -> Verdict {
    let at_best: Vec<Judged> = case
        .requirements
        .iter()
        .zip(judged)
        .map(|(requirement, one)| Judged { status: hoped_status(case, requirement, one), ..one.clone() })
        .collect();
    let hoped = case.points.as_ref().filter(|_| !excused(case, judged));
    let points = hoped.map(|points| PointsStand::of(points.hoped.holds(), points.hoped.holds()));
    verdict(&at_best, options, points)
}

fn hoped_status(case: &Case<'_>, requirement: &Requirement, judged: &Judged) -> Status {
    let found = case.basis == Basis::AsFound && judged.status != Status::Open;
    if found || judged.status == Status::NotApplicable {
        return judged.status;
    }
    let points = case.points.as_ref().filter(|_| requirement.judged_by == JudgedBy::Points);
    let computed = match points {
        Some(points) => points.hoped.holds().map(|met| if met { Computed::Met } else { Computed::NotMet }),
        None => judged.computed,
    };
    match computed {
        Some(Computed::Met) => Status::Met,
        Some(Computed::NotMet) => Status::NotMet,
        None if requirement.judged_by == JudgedBy::Reviewer
            && judge::any_given(case.application, requirement) =>
        {
            Status::Met
        }
        None => Status::Open,
    }
}

#[cfg(test)]
mod tests;
