//! Conditions of a certification, and their clearing.

use super::{
    case::{Case, says_something},
    refusal::{Refusal, fresh},
};
use crate::{
    council::{BallotId, condition::Clearing},
    record::condition::for_others,
};

pub(super) fn cleared(
    case: &Case,
    ballot: &BallotId,
    n: u32,
    was: Option<&Clearing>,
    now: Option<&Clearing>,
) -> Result<(), Refusal> {
    case.unlocked(&ballot.application)?;
    let certification = case.certification(ballot)?;
    let known = certification.conditions.iter().find(|condition| condition.n == n);
    let imposed = known.ok_or_else(|| {
        Refusal::unknown(
            format!("condition {n} of {ballot}"),
            "see `docket condition list` for those that are",
        )
    })?;
    fresh(
        format!("condition {n} of {ballot}"),
        &was,
        &imposed.cleared.as_ref(),
        |clearing| match clearing {
            None => "open".to_owned(),
            Some(clearing) => format!("cleared on {} by {}", clearing.on, clearing.by),
        },
    )?;
    if was.is_some() == now.is_some() {
        return Err(Refusal::invalid(
            format!("condition {n} of {ballot} stays as it is"),
            "clear what is open, or open again what is cleared",
        ));
    }
    if case.undoes {
        return Ok(());
    }
    let act = case.act;
    if let Some(refusal) = for_others(ballot, imposed, &act.actor, act.role) {
        return Err(refusal);
    }
    let standing = certification.on(act.today);
    if standing.state.is_over() {
        return Err(Refusal::not_allowed(
            format!("the certification of {ballot} is over: {standing}"),
            "its conditions stay as they are",
        ));
    }
    now.map_or(Ok(()), |now| is_said(case, now))
}

/// A clearing is of today, by whoever acts, and rests on something.
fn is_said(case: &Case, now: &Clearing) -> Result<(), Refusal> {
    if !says_something(&now.evidence) {
        return Err(Refusal::invalid(
            "a condition cleared without evidence",
            "give a link, or say what shows it",
        ));
    }
    if now.on != case.act.today || now.by != case.act.actor {
        return Err(Refusal::invalid(
            "a condition is cleared today, by whoever says so",
            format!("give {} and {}", case.act.today, case.act.actor),
        ));
    }
    Ok(())
}
