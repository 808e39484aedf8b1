//! The chair rules how a rule is to be read, for what comes later: what a majority is taken of, how long a certification
//! holds, or whether the head count applies to Enterprise.

use super::making;
use crate::{
    console::app::{
        effect::Effect,
        model::Model,
        overlay::{Choice, Confirm, Field, Form, Input, Pick, answer},
    },
    council::{
        Matter, Ruled,
        ruling::{self as rulings, HeadCount},
    },
    record::{Role, ruling},
    rules::Months,
};

/// Asks what is ruled.
pub fn ask(model: &mut Model) -> Vec<Effect> {
    let Some(sight) = &model.screens.meeting.sight else { return Vec::new() };
    let others = sight.rules.readings.iter().filter(|known| Some(known.base) != sight.meeting.reading);
    let ruled: Vec<Ruled> = others.clone().map(|known| Ruled::Reading(known.base)).collect();
    let mut choices: Vec<Choice> =
        others.map(|known| Choice { label: known.base.to_string(), note: known.text.clone() }).collect();
    let note = "how long a certification holds, where its motion states no last day".to_owned();
    choices.push(Choice { label: "validity".to_owned(), note });
    let note = "whether it is asked of Enterprise, where the edition only infers it".to_owned();
    choices.push(Choice { label: "head count".to_owned(), note });
    let readings = ruled.len();
    model.open(Pick::new(
        "A majority of whom, from now on? Or another ruling?",
        choices,
        move |model, index| match ruled.get(index) {
            Some(ruled) => ask_why(model, *ruled),
            None if index == readings => ask_validity(model),
            None => ask_head_count(model),
        },
    ))
}

/// Asks for how many months a certification holds.
fn ask_validity(model: &mut Model) -> Vec<Effect> {
    let input = Input::new("A certification holds for how many months?", |model, text| {
        let months = text.parse().ok().map(Months);
        ask_why(model, Ruled::Validity(months))
    });
    let months = |text: &str| match text.parse::<u32>() {
        _ if text.is_empty() => Ok(()),
        Ok(months) if (1..=rulings::MOST_MONTHS).contains(&months) => Ok(()),
        _ => Err(format!("Write a number of months up to {}, or nothing.", rulings::MOST_MONTHS)),
    };
    let hint = "The last day of later motions begins with it. Empty: nothing is ruled of it any more.";
    model.open(input.hint(hint).check(months))
}

/// Asks whether the head count applies to Enterprise.
fn ask_head_count(model: &mut Model) -> Vec<Effect> {
    let Some(sight) = &model.screens.meeting.sight else { return Vec::new() };
    let holds = rulings::holds(&sight.rules, &sight.rulings, Matter::HeadCount);
    let others = HeadCount::ALL.iter().map(|what| Ruled::HeadCount(*what)).filter(|ruled| *ruled != holds);
    let ruled: Vec<Ruled> = others.collect();
    let choice = |ruled: &Ruled| Choice { label: ruled.words().into_owned(), note: ruled.to_string() };
    let choices = ruled.iter().map(choice).collect();
    model.open(Pick::new("The head count for Enterprise?", choices, move |model, index| {
        ruled.get(index).map_or_else(Vec::new, |ruled| ask_why(model, *ruled))
    }))
}

/// Asks who rules, and why.
fn ask_why(model: &mut Model, ruled: Ruled) -> Vec<Effect> {
    let Some(sight) = &model.screens.meeting.sight else { return Vec::new() };
    let chair = ruling::chair(&sight.meeting).unwrap_or_default().to_owned();
    let fields = vec![
        Field::new("Chair", "Who rules.").text(&chair).check(answer::some_text),
        Field::new("Because", "Why; it stands in the minutes.").check(answer::some_text),
    ];
    model.open(Form::new(format!("A ruling: {}", title(ruled)), fields, move |model, texts| {
        let [chair, because] = texts.as_slice() else { return Vec::new() };
        confirm(model, ruled, (chair.clone(), because.clone()))
    }))
}

/// What is ruled, in few words.
fn title(ruled: Ruled) -> String {
    match ruled {
        Ruled::Reading(base) => format!("a majority of {}", base.words()),
        Ruled::HeadCount(_) => ruled.to_string(),
        Ruled::StandIns(_) | Ruled::Validity(_) => format!("{}, {}", ruled.matter(), ruled.value()),
    }
}

/// Shows what will be ruled, and does it on yes.
fn confirm(model: &mut Model, ruled: Ruled, said: (String, String)) -> Vec<Effect> {
    let Some(sight) = &model.screens.meeting.sight else { return Vec::new() };
    let (id, meeting) = (sight.meeting.id.clone(), Some(&sight.meeting));
    let before = rulings::holds_in(&sight.rules, &sight.rulings, meeting, ruled.matter());
    let mut lines = match (ruled, before) {
        (Ruled::Reading(now), Ruled::Reading(before)) => {
            let (now, before) = (now.words(), before.words());
            vec![format!("{} rules: a majority of {now} decides, before of {before}.", said.0)]
        }
        _ => vec![format!("{} rules: {ruled}; before: {before}.", said.0)],
    };
    lines.push(format!("Because: {}", said.1));
    lines.push(
        "It holds for ballots opened from now on, in later meetings too; those opened before keep theirs."
            .to_owned(),
    );
    lines.push("A ruling is not undone; another one takes its place.".to_owned());
    if let Some(open) = sight.meeting.open_ballot().filter(|_| ruled.matter() == Matter::Reading) {
        lines.push(format!("Ballot {} goes on under the reading it was opened with.", open.id));
    }
    let change = ruling::rule(&sight.rules, &sight.rulings, meeting, ruled, said);
    model.open(Confirm::new("Make this ruling?", lines, move |model| {
        making::make_as(model, Role::Chair, id.clone(), "ruling made".to_owned(), change.clone())
    }))
}
