//! Where an application stands.

use super::{
    case::{Case, says_something},
    refusal::{Refusal, fresh},
};
use crate::{
    record::{Role, Standing},
    review::{Application, Ref, Stage, StageError, application::Presented, may_move},
};

pub(super) fn staged(
    case: &Case,
    reference: &Ref,
    (was, now): (&Standing, &Standing),
    because: Option<&str>,
) -> Result<(), Refusal> {
    let application = case.unlocked(reference)?;
    fresh(format!("the stage of {reference}"), was, &Standing::of(&application.review), |standing| {
        let parked = standing.parked.map(|day| format!(", set aside until {day}")).unwrap_or_default();
        format!("{} since {}{parked}", standing.stage.words(), standing.since)
    })?;
    if case.undoes {
        return Ok(());
    }
    if was.stage == now.stage {
        stays(was, now)?;
    } else {
        moves(case, application, now)?;
        is_reasoned(was.stage, because)?;
    }
    if now.parked != was.parked && now.parked.is_some_and(|day| day < case.act.today) {
        return Err(Refusal::invalid("set aside until a day that is over", "give a later day"));
    }
    match &now.presented {
        Some(presented) if was.presented.as_ref() != Some(presented) => is_presented(case, now, presented),
        Some(_) if now.stage != Stage::ReadyForTac => Err(not_here(now.stage)),
        _ => Ok(()),
    }
}

fn stays(was: &Standing, now: &Standing) -> Result<(), Refusal> {
    if matches!(now.stage, Stage::OnAgenda | Stage::Decided) {
        return Err(StageError::MeetingOnly { to: now.stage }.into());
    }
    if was.since != now.since {
        return Err(Refusal::invalid(
            "a day that changes while the stage does not",
            "leave the day as it is",
        ));
    }
    Ok(())
}

fn moves(case: &Case, application: &Application, now: &Standing) -> Result<(), Refusal> {
    let assessment = case.assessment(application)?;
    may_move(application.review.stage, now.stage, &assessment, now.presented.as_ref())?;
    if now.since != case.act.today {
        return Err(Refusal::invalid(
            format!("it moves today, not on {}", now.since),
            format!("say since {}", case.act.today),
        ));
    }
    Ok(())
}

/// What the council has decided is not taken up again without a word.
fn is_reasoned(from: Stage, because: Option<&str>) -> Result<(), Refusal> {
    if from == Stage::Decided && !because.is_some_and(says_something) {
        return Err(Refusal::invalid(
            "a decided application taken up again without a reason",
            "say why it is reviewed again",
        ));
    }
    Ok(())
}

fn is_presented(case: &Case, now: &Standing, presented: &Presented) -> Result<(), Refusal> {
    if now.stage != Stage::ReadyForTac {
        return Err(not_here(now.stage));
    }
    case.in_role(Role::Lead, "presenting what is not ready")?;
    if !says_something(&presented.by) || !says_something(&presented.because) {
        return Err(Refusal::invalid(
            "presented without a name or a reason",
            "say who takes it on, and why it goes to the council",
        ));
    }
    Ok(())
}

fn not_here(stage: Stage) -> Refusal {
    Refusal::invalid(
        format!("an application that is {stage} is not presented"),
        format!("present it as it becomes {}", Stage::ReadyForTac),
    )
}
