//! The conditions of a certification: looked at, cleared, opened again.

use crate::console::app::effect::{Effect, Request};
use crate::console::app::model::Model;
use crate::console::app::notice::Notice;
use crate::console::app::overlay::{Choice, Confirm, Field, Form, Pick};
use crate::console::app::role;
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

/// Asks what shows that a condition is met, and for the role that may say so.
fn clear(model: &mut Model, ballot: &BallotId, one: &Imposed) -> Vec<Effect> {
    let role = clearer(one);
    if let Some(refusal) = condition::for_others(ballot, one, &model.about.actor, role) {
        return model.say(Notice::refused(refusal.to_string()));
    }
    let hint = format!("{}. A link, or what was seen.", one.condition.text.trim_end_matches('.'));
    let said = |text: &str| {
        if text.is_empty() { Err("Give a link, or say what was seen.".to_owned()) } else { Ok(()) }
    };
    let asked = role.map(|role| role::field(model, role, &for_role(role)));
    let fields = std::iter::once(Field::new("Shown by", hint).check(said)).chain(asked).collect();
    let draft = format!("{ballot} condition {}", one.n);
    let (ballot, one) = (ballot.clone(), one.clone());
    let form = Form::new("What shows that it is met?", fields, move |model: &mut Model, texts| {
        let evidence = texts.into_iter().next().unwrap_or_default();
        let now = Clearing { on: model.about.today, by: model.about.actor.clone(), evidence };
        commit(model, role, condition::cleared(&ballot, &one, Some(now)))
    });
    model.open(form.draft(draft))
}

/// Asks before a condition is opened again, and for the role that may say so.
fn reopen(model: &mut Model, ballot: &BallotId, one: &Imposed, clearing: &Clearing) -> Vec<Effect> {
    let role = clearer(one);
    if let Some(refusal) = condition::for_others(ballot, one, &model.about.actor, role) {
        return model.say(Notice::refused(refusal.to_string()));
    }
    let lines = vec![
        format!("{}.", one.condition.text.trim_end_matches('.')),
        format!("Cleared on {} by {}: {}", clearing.on, clearing.by, clearing.evidence),
        "Opened again it has to be cleared anew; what was said stays in the journal.".to_owned(),
    ];
    let (title, change) = (format!("Open condition {} again?", one.n), condition::cleared(ballot, one, None));
    model.open(Confirm::new(title.clone(), lines, move |model| {
        let Some(role) = role else { return commit(model, None, change.clone()) };
        let (fields, change) = (vec![role::field(model, role, &for_role(role))], change.clone());
        let form = move |model: &mut Model, _said| commit(model, Some(role), change.clone());
        model.open(Form::new(title.clone(), fields, form))
    }))
}

/// The role that may clear the condition, where that is one: a person does it in their own name.
fn clearer(one: &Imposed) -> Option<Role> {
    one.condition.clearer().and_then(|named| named.parse().ok())
}

fn for_role(role: Role) -> String {
    format!("for the {role} to say")
}

/// Asks the store, in the role that was said.
fn commit(model: &mut Model, role: Option<Role>, change: Change) -> Vec<Effect> {
    model.roles.extend(role);
    vec![Effect::Ask(Request::Commit { role, changes: vec![change] })]
}
