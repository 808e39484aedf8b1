//! A motion and its terms in words.

use super::{Condition, InForce, Motion, Terms};
use crate::{rules::Program, text::stopped};

/// The term of a certification that waits for its conditions.
pub const WHEN_CLEARED: &str = "in force when its conditions are cleared";

/// The term of one that holds although it has conditions.
const AT_ONCE: &str = "in force at once, while its conditions are open";

/// The motion as it is put: what is moved, in a sentence, without its terms.
pub fn sentence(motion: Motion, organisation: &str, program: Program) -> String {
    let program = program.title();
    match motion {
        Motion::Approve => format!("That {organisation} be granted {program}."),
        Motion::ApproveWithConditions => {
            format!("That {organisation} be granted {program} under conditions.")
        }
        Motion::Decline => format!("That {program} be declined to {organisation}."),
        Motion::Defer => format!("That the application of {organisation} for {program} be deferred."),
        Motion::Reclassify => {
            format!("That the application of {organisation} for {program} be judged as another program.")
        }
        Motion::Suspend => format!("That the certification {program} of {organisation} be suspended."),
        Motion::Revoke => format!("That the certification {program} of {organisation} be revoked."),
        Motion::Refer => {
            format!("That the application of {organisation} for {program} be referred to the Series Manager.")
        }
    }
}

/// The motion with all its terms, in sentences.
pub fn in_full(motion: Motion, terms: &Terms, organisation: &str, program: Program) -> String {
    with_terms(&sentence(motion, organisation, program), &said(terms))
}

/// A motion's `sentence`, and behind it its `terms`.
pub fn with_terms(sentence: &str, terms: &[String]) -> String {
    if terms.is_empty() {
        return sentence.to_owned();
    }
    format!("{sentence} Terms: {}", stopped(&terms.join("; ")))
}

/// The terms of a motion, each in few words.
pub fn said(terms: &Terms) -> Vec<String> {
    let Terms { from, until, in_force, conditions, returns, information, program, certification, question } =
        terms;
    let mut said: Vec<String> = Vec::new();
    said.extend(from.map(|day| format!("from {day}")));
    said.extend(until.map(|day| format!("until {day}")));
    match in_force {
        InForce::WhenCleared => said.push(WHEN_CLEARED.to_owned()),
        InForce::Now if !conditions.is_empty() => said.push(AT_ONCE.to_owned()),
        InForce::Now => {}
    }
    said.extend((1..).zip(conditions).map(|(n, one)| format!("condition {n}: {}", condition(one))));
    said.extend(returns.map(|day| format!("back on {day}")));
    said.extend(information.as_ref().map(|what| format!("back when this has come: {what}")));
    said.extend(program.map(|program| format!("as {}", program.title())));
    said.extend(certification.as_ref().map(|ballot| format!("the certification granted by {ballot}")));
    said.extend(question.as_ref().map(|question| format!("asking: {question}")));
    said
}

/// A condition with who sees to it, by when, and who may clear it.
pub fn condition(condition: &Condition) -> String {
    let Condition { text, owner, due, .. } = condition;
    format!("{text} ({owner}, due {due}{})", clearer(condition, ", "))
}

/// Who may clear a condition, behind `before`; nothing where anybody may.
pub fn clearer(condition: &Condition, before: &str) -> String {
    let who = condition.cleared_by.as_ref();
    who.map(|who| format!("{before}to be cleared by {who}")).unwrap_or_default()
}
