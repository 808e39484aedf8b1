//! The conditions of a certification: looked at, cleared, opened again.

use crate::console::app::effect::{Effect, Request};
use crate::console::app::model::Model;
use crate::console::app::overlay::{Choice, Confirm, Input, Pick};
use crate::council::BallotId;
use crate::council::condition::{Clearing, Imposed};
use crate::record::{Change, Role, condition};

/// Shows the conditions of the chosen certification; the one that is picked is cleared, or opened again.
pub fn conditions(model: &mut Model) -> Vec<Effect> {
    let today = model.about.today;
    let Some(chosen) = model.screens.register.chosen(today) else { return Vec::new() };
    let Ok(ballot) = chosen.ballot.parse::<BallotId>() else { return Vec::new() };
    let conditions = chosen.conditions.clone();
    let choice = |one: &Imposed| Choice {
        label: format!("{} {}", one.n, one.condition.text),
        note: format!("{}; {}", one.standing(today), one.condition.owner),
    };
    let title = format!("Conditions of {}: which one?", chosen.organisation);
    let choices = conditions.iter().map(choice).collect();
    model.open(Pick::new(title, choices, move |model, at| match conditions.get(at) {
        None => Vec::new(),
        Some(one) => match &one.cleared {
            None => clear(model, &ballot, one),
            Some(clearing) => reopen(model, &ballot, one, clearing),
        },
    }))
}

/// Asks what shows that a condition is met.
fn clear(model: &mut Model, ballot: &BallotId, one: &Imposed) -> Vec<Effect> {
    let condition = &one.condition;
    let who = condition.cleared_by.as_ref().map(|who| format!(" For {who} to say.")).unwrap_or_default();
    let input = Input::new("What shows that it is met?", {
        let (ballot, one) = (ballot.clone(), one.clone());
        move |model: &mut Model, evidence: String| {
            let now = Clearing { on: model.about.today, by: model.about.actor.clone(), evidence };
            commit(&one, condition::cleared(&ballot, &one, Some(now)))
        }
    });
    let hint = format!("{}. A link, or what was seen.{who}", condition.text.trim_end_matches('.'));
    let said = |text: &str| {
        if text.is_empty() { Err("Give a link, or say what was seen.".to_owned()) } else { Ok(()) }
    };
    let input = input.hint(hint).check(said).draft(format!("{ballot} condition {}", one.n));
    model.open(input)
}

/// Asks before a condition is opened again.
fn reopen(model: &mut Model, ballot: &BallotId, one: &Imposed, clearing: &Clearing) -> Vec<Effect> {
    let lines = vec![
        format!("{}.", one.condition.text.trim_end_matches('.')),
        format!("Cleared on {} by {}: {}", clearing.on, clearing.by, clearing.evidence),
        "Opened again it has to be cleared anew; what was said stays in the journal.".to_owned(),
    ];
    let (ballot, one) = (ballot.clone(), one.clone());
    model.open(Confirm::new(format!("Open condition {} again?", one.n), lines, move |_| {
        commit(&one, condition::cleared(&ballot, &one, None))
    }))
}

/// Asks the store, in the role that may clear the condition where a role may.
fn commit(one: &Imposed, change: Change) -> Vec<Effect> {
    let role = one.condition.clearer().and_then(|named| named.parse::<Role>().ok());
    vec![Effect::Ask(Request::Commit { role, changes: vec![change] })]
}
