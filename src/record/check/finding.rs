//! What reviewers find of requirements.

use super::{
    case::Case,
    refusal::{Refusal, fresh},
};
use crate::{
    record::{Role, describe},
    review::{Finding, Ref, Status, may_find},
    rules::RequirementId,
};

pub(super) fn found(
    case: &Case,
    reference: &Ref,
    id: &RequirementId,
    was: Option<&Finding>,
    now: Option<&Finding>,
) -> Result<(), Refusal> {
    let application = case.under_review(reference)?;
    let program = case.program(application)?;
    let requirement = program.requirement(id).ok_or_else(|| {
        let what =
            format!("requirement {id} of {} in edition {}", program.program.name(), application.edition);
        Refusal::unknown(what, "see the handbook for those that are")
    })?;
    let is = application.review.findings.get(id);
    fresh(format!("the finding on {id} of {reference}"), &was, &is, |finding| {
        finding.map_or_else(|| Status::Open.to_string(), describe::finding)
    })?;
    let Some(now) = now.filter(|_| !case.undoes) else { return Ok(()) };
    let assessment = case.assessment(application)?;
    let judged = assessment.requirements.iter().find(|judged| judged.id == *id);
    may_find(requirement, now, judged.and_then(|judged| judged.computed))?;
    if now.status == Status::Waived && !was.is_some_and(|was| same_waiver(was, now)) {
        waived(case, now)?;
    }
    Ok(())
}

fn same_waiver(was: &Finding, now: &Finding) -> bool {
    was.status == now.status && was.until == now.until
}

fn waived(case: &Case, now: &Finding) -> Result<(), Refusal> {
    case.in_role(Role::Lead, "a waiver")?;
    match now.until {
        Some(until) if until < case.act.today => {
            Err(Refusal::invalid(format!("a waiver until {until} is over already"), "give a later day"))
        }
        _ => Ok(()),
    }
}
