//! A conflict that somebody tells, with its days; and one of the register that ends.

use super::{applicant, make, register, seat};
use crate::{
    console::app::{
        effect::Effect,
        model::Model,
        overlay::{Choice, Field, Form, Input, Pick, answer},
        screen::{Screen, meeting::Page},
    },
    council::conflict::{Conflict, Relation, Weight, same_person},
    record::{conflict, describe::days},
};

/// Asks how the holder of the chosen seat is tied to somebody; on Review, how anybody is to the applicant.
pub fn ask(model: &mut Model) -> Vec<Effect> {
    let title = match (seat(model), model.screen) {
        (Some(seat), _) => format!("How is {} tied to the organisation?", seat.named()),
        (None, Screen::Review) => "How are they tied to the organisation?".to_owned(),
        (None, _) => return Vec::new(),
    };
    let person = seat(model).map(|seat| seat.holder.clone());
    let choices =
        Relation::ALL.iter().map(|relation| Choice { label: relation.to_string(), note: String::new() });
    model.open(Pick::new(title, choices.collect(), move |model, index| {
        let relation = Relation::ALL.get(index).copied();
        relation.map_or_else(Vec::new, |relation| ask_whom(model, person.clone(), relation))
    }))
}

/// Asks to whom, and how much it weighs, and who it is where that is not known. The applicant in front is offered.
fn ask_whom(model: &mut Model, person: Option<String>, relation: Relation) -> Vec<Effect> {
    let in_front = model.screen == Screen::Review || model.screens.meeting.page == Page::Item;
    let applicant = applicant(model).filter(|_| in_front).map(|(_, name)| name).unwrap_or_default();
    let today = model.about.today;
    let day = answer::day_or_nothing(today);
    let weight = |text: &str| text.trim().parse::<Weight>().map_err(|error| error.to_string());
    let title = match &person {
        Some(person) => format!("A conflict of {person}: {relation}"),
        None => format!("A conflict with {applicant}: {relation}"),
    };
    let who = Field::new("Who", "You, another reviewer or a seat holder, by name.");
    let who = person.is_none().then(|| who.text(&reviewer(model)).check(answer::some_text));
    let fields = who.into_iter().chain([
        Field::new("With", "Which organisation.").text(&applicant).check(answer::some_text),
        Field::new("Weight", "hard: they should take no part; soft: they say so, and decide.")
            .text(Weight::Hard.as_str())
            .check(move |text| weight(text).map(drop)),
        Field::new("From", "The first day, as 2026-11-30; empty: for as long as is known.").check(day),
        Field::new("Until", "The last day; empty: it goes on.").check(day),
        Field::new("Because", "What is to be said of it; kept as a private text. It may stay empty."),
    ]);
    model.open(Form::new(title, fields.collect(), move |model, texts| {
        let mut texts = texts.into_iter();
        let Some(person) = person.clone().or_else(|| texts.next()) else { return Vec::new() };
        let texts: Vec<String> = texts.collect();
        let [organisation, how_much, from, until, note] = texts.as_slice() else { return Vec::new() };
        let Ok(weight) = weight(how_much) else { return Vec::new() };
        let (from, until) = (answer::day(from, today), answer::day(until, today));
        let organisation = organisation.clone();
        let conflict = Conflict { person, organisation, relation, weight, from, until };
        enter(model, conflict, Some(note.clone()).filter(|note| !note.is_empty()))
    }))
}

/// Who reviews the application in front, else the person at the console.
fn reviewer(model: &Model) -> String {
    let assignee = model.screens.review.file.as_ref().and_then(|file| file.assignment().assignee);
    assignee.unwrap_or_else(|| model.about.actor.clone())
}

fn enter(model: &mut Model, conflict: Conflict, note: Option<String>) -> Vec<Effect> {
    let Some(register) = register(model) else { return Vec::new() };
    let what = format!("conflict of {} entered", conflict.person);
    let change = conflict::enter(register, conflict, note);
    make(model, None, what, change)
}

/// The conflicts of the register that are not over today, without those of whoever is at the console.
fn running(model: &Model) -> Vec<(u32, &Conflict)> {
    let today = model.about.today;
    let known = register(model).into_iter().flat_map(|register| &register.known);
    let mine = |one: &Conflict| same_person(&one.person, &model.about.actor);
    let goes_on = |one: &Conflict| one.until.is_none_or(|until| until > today) && !mine(one);
    known.map(|(n, one)| (*n, one)).filter(|(_, one)| goes_on(one)).collect()
}

/// Why no conflict of the register can be ended, if so.
pub fn cannot_end(model: &Model) -> Option<String> {
    running(model).is_empty().then(|| {
        "the register has no conflict that goes on, but your own, which somebody else ends.".to_owned()
    })
}

/// Asks which conflict of the register ends; those of the chosen seat's holder come first, or those that touch the
/// application in front.
pub fn ask_end(model: &mut Model) -> Vec<Effect> {
    let mut known = running(model);
    let holder = seat(model).map(|seat| seat.holder.clone());
    let touching = super::touching(model);
    known.sort_by_key(|(n, one)| {
        let meant = holder.as_ref().map_or_else(|| touching.contains(n), |who| same_person(who, &one.person));
        !meant
    });
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
        let (Some(register), Some(day)) = (register(model), answer::day(&text, today)) else {
            return Vec::new();
        };
        let change = conflict::end(register, n, day);
        make(model, None, format!("conflict {n} ends on {day}"), change)
    });
    model.open(input.day(Some(today)).hint(format!("{tie}.")).check(answer::some_day(today)))
}
