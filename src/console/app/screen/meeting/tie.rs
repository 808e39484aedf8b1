//! A conflict that somebody tells, with its days; and one of the register that ends.

use chrono::NaiveDate;

use super::{Meeting, Page, making};
use crate::{
    console::app::{
        effect::Effect,
        model::Model,
        overlay::{Choice, Field, Form, Input, Pick, answer},
    },
    council::conflict::{Conflict, Relation, Weight, same_person},
    record::{conflict, describe::days},
};

/// Asks how the chosen seat's holder is tied to somebody.
pub fn ask(model: &mut Model) -> Vec<Effect> {
    let Some(seat) = model.screens.meeting.seat_in_front().cloned() else { return Vec::new() };
    let choices =
        Relation::ALL.iter().map(|relation| Choice { label: relation.to_string(), note: String::new() });
    let title = format!("How is {} tied to the organisation?", seat.named());
    model.open(Pick::new(title, choices.collect(), move |model, index| {
        let relation = Relation::ALL.get(index).copied();
        relation.map_or_else(Vec::new, |relation| ask_whom(model, seat.holder.clone(), relation))
    }))
}

/// Asks to whom, and how much it weighs. The applicant of the item in front is offered.
fn ask_whom(model: &mut Model, person: String, relation: Relation) -> Vec<Effect> {
    let screen = &model.screens.meeting;
    let applicant = if screen.page == Page::Item { screen.row() } else { None };
    let applicant = applicant.map(|row| row.organisation().to_owned()).unwrap_or_default();
    let today = model.about.today;
    let day = answer::day_or_nothing(today);
    let weight = |text: &str| text.trim().parse::<Weight>().map_err(|error| error.to_string());
    let fields = vec![
        Field::new("With", "Which organisation.").text(&applicant).check(answer::some_text),
        Field::new("Weight", "hard: they should take no part; soft: they say so, and decide.")
            .text(Weight::Hard.as_str())
            .check(move |text| weight(text).map(drop)),
        Field::new("From", "The first day, as 2026-11-30; empty: for as long as is known.").check(day),
        Field::new("Until", "The last day; empty: it goes on.").check(day),
        Field::new("Because", "What is to be said of it; kept as a private text. It may stay empty."),
    ];
    let title = format!("A conflict of {person}: {relation}");
    model.open(Form::new(title, fields, move |model, texts| {
        let [organisation, how_much, from, until, note] = texts.as_slice() else { return Vec::new() };
        let Ok(weight) = weight(how_much) else { return Vec::new() };
        let (from, until) = (answer::day(from, today), answer::day(until, today));
        let (person, organisation) = (person.clone(), organisation.trim().to_owned());
        let conflict = Conflict { person, organisation, relation, weight, from, until };
        enter(model, conflict, Some(note.clone()).filter(|note| !note.trim().is_empty()))
    }))
}

fn enter(model: &mut Model, conflict: Conflict, note: Option<String>) -> Vec<Effect> {
    let Some(sight) = &model.screens.meeting.sight else { return Vec::new() };
    let (id, what) = (sight.meeting.id.clone(), format!("conflict of {} entered", conflict.person));
    let change = conflict::enter(&sight.register, conflict, note);
    making::make(model, id, what, vec![change])
}

/// The conflicts of the register that are not over after `today`.
fn running(screen: &Meeting, today: NaiveDate) -> Vec<(u32, &Conflict)> {
    let known = screen.sight.iter().flat_map(|sight| &sight.register.known);
    let goes_on = |one: &Conflict| one.until.is_none_or(|until| until > today);
    known.map(|(n, one)| (*n, one)).filter(|(_, one)| goes_on(one)).collect()
}

/// Why no conflict of the register can be ended, if so.
pub fn cannot_end(model: &Model) -> Option<String> {
    let none = running(&model.screens.meeting, model.about.today).is_empty();
    none.then(|| "the register has no conflict that goes on.".to_owned())
}

/// Asks which conflict of the register ends; those of the chosen seat's holder come first.
pub fn ask_end(model: &mut Model) -> Vec<Effect> {
    let screen = &model.screens.meeting;
    let holder = screen.seat_in_front().map(|seat| seat.holder.clone());
    let mut known = running(screen, model.about.today);
    known.sort_by_key(|(_, one)| !holder.as_ref().is_some_and(|holder| same_person(holder, &one.person)));
    let choice = |(n, one): &(u32, &Conflict)| Choice {
        label: format!("{n} {}", one.tie()),
        note: days(one.from, one.until),
    };
    let choices = known.iter().map(choice).collect();
    let ties: Vec<(u32, String)> = known.iter().map(|(n, one)| (*n, one.tie().to_string())).collect();
    model.open(Pick::new("Which conflict ends?", choices, move |model, index| {
        ties.get(index).map_or_else(Vec::new, |(n, tie)| ask_last_day(model, *n, tie))
    }))
}

/// Asks for its last day.
fn ask_last_day(model: &mut Model, n: u32, tie: &str) -> Vec<Effect> {
    let today = model.about.today;
    let input = Input::new(format!("The last day of conflict {n}"), move |model, text| {
        let (Some(sight), Some(day)) = (&model.screens.meeting.sight, answer::day(&text, today)) else {
            return Vec::new();
        };
        let (id, change) = (sight.meeting.id.clone(), conflict::end(&sight.register, n, day));
        making::make(model, id, format!("conflict {n} ends on {day}"), vec![change])
    });
    model.open(input.day(Some(today)).hint(format!("{tie}.")).check(answer::some_day(today)))
}
