//! The chair rules what a majority is taken of, for ballots opened later.

use super::making;
use crate::{
    console::app::{
        effect::Effect,
        model::Model,
        overlay::{Choice, Confirm, Field, Form, Pick, answer},
    },
    council::{Base, Ruled},
    record::{Role, ruling},
};

/// Asks for the reading.
pub fn ask(model: &mut Model) -> Vec<Effect> {
    let Some(sight) = &model.screens.meeting.sight else { return Vec::new() };
    let others = sight.rules.readings.iter().filter(|known| Some(known.base) != sight.meeting.reading);
    let bases: Vec<Base> = others.clone().map(|known| known.base).collect();
    let choices =
        others.map(|known| Choice { label: known.base.to_string(), note: known.text.clone() }).collect();
    model.open(Pick::new("A majority of whom, from now on?", choices, move |model, index| {
        bases.get(index).map_or_else(Vec::new, |base| ask_why(model, *base))
    }))
}

/// Asks who rules, and why.
fn ask_why(model: &mut Model, base: Base) -> Vec<Effect> {
    let Some(sight) = &model.screens.meeting.sight else { return Vec::new() };
    let chair = ruling::chair(&sight.meeting).unwrap_or_default().to_owned();
    let fields = vec![
        Field::new("Chair", "Who rules.").text(&chair).check(answer::some_text),
        Field::new("Because", "Why; it stands in the minutes.").check(answer::some_text),
    ];
    model.open(Form::new(format!("A ruling: a majority of {}", base.words()), fields, move |model, texts| {
        let [chair, because] = texts.as_slice() else { return Vec::new() };
        confirm(model, base, (chair.clone(), because.clone()))
    }))
}

/// Shows what will be ruled, and does it on yes.
fn confirm(model: &mut Model, base: Base, said: (String, String)) -> Vec<Effect> {
    let Some(sight) = &model.screens.meeting.sight else { return Vec::new() };
    let id = sight.meeting.id.clone();
    let before = sight.meeting.reading.map(Base::words).unwrap_or_default();
    let mut lines = vec![
        format!("{} rules: a majority of {} decides, before of {before}.", said.0, base.words()),
        format!("Because: {}", said.1),
        "It holds for ballots opened from now on, in later meetings too; those opened before keep theirs."
            .to_owned(),
        "A ruling is not undone; another one takes its place.".to_owned(),
    ];
    if let Some(open) = sight.meeting.open_ballot() {
        lines.push(format!("Ballot {} goes on under the reading it was opened with.", open.id));
    }
    let change = ruling::rule(&sight.rules, &sight.rulings, Some(&sight.meeting), Ruled::Reading(base), said);
    model.open(Confirm::new("Make this ruling?", lines, move |model| {
        making::make_as(model, Role::Chair, id.clone(), "ruling made".to_owned(), change.clone())
    }))
}
