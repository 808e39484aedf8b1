//! What applicants send, and what reviewers arrange, correct and note.

use std::collections::BTreeSet;

use super::{
    case::{Case, says_something},
    refusal::{Refusal, fresh},
};
use crate::{
    record::{
        Assignment, Field,
        amend::{self, AmendError},
        describe::or_none,
    },
    review::{Facts, Ref, Stage},
    rules::{EditionId, Program},
};

/// What a received application is.
pub(super) struct Arrival<'a> {
    pub(super) reference: &'a Ref,
    pub(super) program: Program,
    pub(super) edition: &'a EditionId,
    pub(super) stage: Stage,
}

pub(super) fn received(case: &Case, arrival: &Arrival, facts: &Facts) -> Result<(), Refusal> {
    let Arrival { reference, program, edition, stage } = *arrival;
    let shape = |letter: char| letter.is_whitespace() || letter.is_control();
    if reference.as_str().is_empty() || reference.as_str().contains(shape) {
        return Err(Refusal::invalid(
            format!("`{reference}` cannot be a ref"),
            "give letters, digits and signs without spaces",
        ));
    }
    if case.before.application.is_some() {
        return Err(Refusal::not_allowed(
            format!("{reference} is queued already"),
            "add a submission to it, or give this one another ref",
        ));
    }
    if case.edition()?.id != *edition {
        return Err(Refusal::unknown(
            format!("edition {edition}"),
            "see `docket editions` for those that are",
        ));
    }
    if case.edition()?.program(program).is_none() {
        return Err(Refusal::unknown(
            format!("{} in edition {edition}", program.name()),
            "see the handbook for the programs of an edition",
        ));
    }
    if !matches!(stage, Stage::Enquiry | Stage::Received) {
        return Err(Refusal::invalid(
            format!("an application does not begin as {stage}"),
            "begin it as enquiry or received",
        ));
    }
    sound(facts)
}

pub(super) fn submitted(
    case: &Case,
    reference: &Ref,
    n: u32,
    facts: &Facts,
    kept: &[Field],
) -> Result<(), Refusal> {
    let known = &case.under_review(reference)?.facts;
    let next = case.before.submissions.saturating_add(1);
    fresh(
        format!("the number of submissions of {reference}"),
        &n.saturating_sub(1),
        &next.saturating_sub(1),
        u32::to_string,
    )?;
    for field in kept {
        let (was, is) = (amend::get(facts, *field), amend::get(known, *field));
        fresh(format!("{field} of {reference}"), &was, &is, |text| or_none(text.as_ref()))?;
    }
    sound(facts)
}

/// Whether `facts` can stand: a name, and numbers that are used once.
fn sound(facts: &Facts) -> Result<(), Refusal> {
    if !says_something(&facts.organisation.name) {
        return Err(Refusal::invalid("an application without a name of its organisation", "give one"));
    }
    let numbers = [
        ("evidence", facts.evidence.iter().map(|item| item.n).collect::<Vec<_>>()),
        ("claims", facts.claims.iter().map(|item| item.n).collect()),
        ("holders", facts.holders.iter().map(|item| item.n).collect()),
        ("features", facts.features.iter().map(|item| item.n).collect()),
        ("working groups", facts.working_groups.iter().map(|item| item.n).collect()),
    ];
    for (list, numbers) in numbers {
        let once: BTreeSet<_> = numbers.iter().copied().filter(|n| *n > 0).collect();
        if once.len() != numbers.len() {
            return Err(Refusal::invalid(
                format!("a number that is 0 or used twice among the {list}"),
                "number them from 1, each by a number of its own",
            ));
        }
    }
    Ok(())
}

pub(super) fn amended(
    case: &Case,
    reference: &Ref,
    field: Field,
    was: Option<&str>,
    now: Option<&str>,
) -> Result<(), Refusal> {
    let application = case.under_review(reference)?;
    let what = format!("{field} of {reference}");
    fresh(what, &was, &amend::get(&application.facts, field).as_deref(), |text| or_none(*text))?;
    let mut facts = application.facts.clone();
    amend::set(&mut facts, field, now)?;
    match (amend::get(&facts, field), now) {
        (Some(normal), Some(text)) if normal != text => {
            Err(AmendError::Spelling { field, text: text.to_owned(), normal }.into())
        }
        _ => Ok(()),
    }
}

pub(super) fn assigned(
    case: &Case,
    reference: &Ref,
    was: &Assignment,
    now: &Assignment,
) -> Result<(), Refusal> {
    let review = &case.unlocked(reference)?.review;
    let is = Assignment { assignee: review.assignee.clone(), due: review.due };
    fresh(format!("the assignment of {reference}"), was, &is, |assignment| {
        format!("{}, due {}", or_none(assignment.assignee.as_ref()), or_none(assignment.due))
    })?;
    if now.assignee.as_deref().is_some_and(|name| !says_something(name)) {
        return Err(Refusal::invalid("an assignee without a name", "give one, or leave it to nobody"));
    }
    Ok(())
}

pub(super) fn noted(case: &Case, reference: &Ref, n: u32, text: Option<&str>) -> Result<(), Refusal> {
    case.application(reference)?;
    let notes = &case.before.notes;
    let Some(text) = text else {
        let own = notes.iter().filter(|note| note.actor == case.act.actor && !note.taken_back);
        return if own.map(|note| note.n).max() == Some(n) {
            Ok(())
        } else {
            Err(Refusal::not_allowed(
                format!("note {n} is not the last one of {} here", case.act.actor),
                "take back your own last one only",
            ))
        };
    };
    if !says_something(text) {
        return Err(Refusal::invalid("a note that says nothing", "write something"));
    }
    let last = notes.iter().map(|note| note.n).max().unwrap_or(0);
    fresh(format!("the notes on {reference}"), &n.saturating_sub(1), &last, |n| format!("{n} in number"))
}
