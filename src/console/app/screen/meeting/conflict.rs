//! The chair's word on a conflict that suggests itself, and a conflict that somebody tells.

use super::{Meeting, Page, making, words};
use crate::{
    console::app::{
        effect::Effect,
        model::Model,
        overlay::{Choice, Confirm, Field, Form, Input, Pick, answer},
    },
    council::{
        MeetingId, Seat,
        conflict::{Conflict, Relation, Suggestion, Weight, same_person},
    },
    record::{Change, Role},
    review::Ref,
};

/// What the chair can say of a conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    /// It is none, for good.
    Dismissed,
    /// They may take part in this application all the same.
    Waived,
}

/// What stands of the chosen item: of the chosen seat where a ballot is in front, else of every member.
fn standing(screen: &Meeting) -> Vec<Suggestion> {
    let (Some(sight), Some(row)) = (&screen.sight, screen.row()) else { return Vec::new() };
    let mut found = row.conflicts(sight);
    let seat = screen.ballot().and_then(|_| screen.seat()).map(|seat| seat.n);
    found.retain(|one| one.stands() && (seat.is_none() || one.seat == seat));
    found
}

/// Why nothing can be said of a conflict now: there is none, or it is that of whoever is at the console.
pub fn cannot_judge(model: &Model) -> Option<String> {
    let screen = &model.screens.meeting;
    let found = standing(screen);
    if found.is_empty() {
        let seat = screen.ballot().and_then(|_| screen.seat()).map(words::seat);
        return Some(match seat {
            Some(seat) => format!("{seat} has no conflict with the applicant that stands."),
            None => "no member has a conflict with the applicant that stands.".to_owned(),
        });
    }
    let mine = |one: &Suggestion| same_person(&one.person, &model.about.actor);
    found.iter().all(mine).then(|| {
        format!("{} is the person concerned: let somebody else preside and do it.", model.about.actor)
    })
}

/// Asks which conflict is meant, where several stand.
pub fn judge(model: &mut Model) -> Vec<Effect> {
    let mut found = standing(&model.screens.meeting);
    found.retain(|one| !same_person(&one.person, &model.about.actor));
    if let [only] = found.as_slice() {
        return ask_word(model, only.clone());
    }
    let choices = found.iter().map(|one| Choice { label: words::conflict(one), note: String::new() });
    model.open(Pick::new("Which conflict?", choices.collect(), move |model, index| {
        found.get(index).map_or_else(Vec::new, |one| ask_word(model, one.clone()))
    }))
}

/// Asks what the chair says of it.
fn ask_word(model: &mut Model, one: Suggestion) -> Vec<Effect> {
    let Some(reference) = model.screens.meeting.row().and_then(|row| row.reference.cloned()) else {
        return Vec::new();
    };
    let choice = |label: &str, note: &str| Choice { label: label.to_owned(), note: note.to_owned() };
    let choices = vec![
        choice("waive it", "they may take part in this application all the same"),
        choice("dismiss it", "it is no conflict; for good, and for every application"),
    ];
    let pick = Pick::new(words::conflict(&one), choices, move |model, index| {
        let word = if index == 0 { Word::Waived } else { Word::Dismissed };
        ask_why(model, word, one.clone(), reference.clone())
    });
    model.open(pick.by_key())
}

/// Asks for the reason.
fn ask_why(model: &mut Model, word: Word, one: Suggestion, reference: Ref) -> Vec<Effect> {
    let title = match word {
        Word::Waived => "Why may they take part?",
        Word::Dismissed => "Why is it no conflict?",
    };
    let input = Input::new(title, move |model, because| confirm(model, word, &one, &reference, because));
    model.open(input.hint("Kept as a private text.").check(answer::some_text))
}

/// Shows what will be said, and says it on yes.
fn confirm(model: &mut Model, word: Word, one: &Suggestion, reference: &Ref, because: String) -> Vec<Effect> {
    let Some(id) = meeting(model) else { return Vec::new() };
    let mut lines = vec![words::conflict(one), format!("Because: {because}")];
    let tie = one.key();
    let (title, what, change) = match word {
        Word::Waived => {
            lines.push(format!("It is waived for {reference} alone, in the role of chair."));
            let application = reference.clone();
            let change = Change::ConflictWaived { application, tie, because: Some(because) };
            ("Waive this conflict?", format!("conflict of {} waived", one.person), change)
        }
        Word::Dismissed => {
            lines.push("It is dismissed for every application, in the role of chair.".to_owned());
            lines.push("A dismissal holds for good and is not undone.".to_owned());
            let change = Change::ConflictDismissed { tie, because };
            ("Dismiss this conflict?", format!("conflict of {} dismissed", one.person), change)
        }
    };
    model.open(Confirm::new(title, lines, move |model| {
        making::make_as(model, Role::Chair, id.clone(), what.clone(), change.clone())
    }))
}

fn meeting(model: &Model) -> Option<MeetingId> {
    model.screens.meeting.sight.as_ref().map(|sight| sight.meeting.id.clone())
}

impl Meeting {
    /// A seat is in front: in the room, or on a ballot.
    pub fn seat_in_front(&self) -> Option<&Seat> {
        let room = self.page == Page::Session(super::Pane::Room) || self.ballot().is_some();
        if room { self.seat() } else { None }
    }
}

/// Asks how the chosen seat's holder is tied to somebody.
pub fn ask_tie(model: &mut Model) -> Vec<Effect> {
    let Some(seat) = model.screens.meeting.seat_in_front().cloned() else { return Vec::new() };
    let choices =
        Relation::ALL.iter().map(|relation| Choice { label: relation.to_string(), note: String::new() });
    let title = format!("How is {} tied to the organisation?", words::seat(&seat));
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
    let weight = |text: &str| text.trim().parse::<Weight>().map_err(|error| error.to_string());
    let fields = vec![
        Field::new("With", "Which organisation.").text(&applicant).check(answer::some_text),
        Field::new("Weight", "hard: they should take no part; soft: they say so, and decide.")
            .text(Weight::Hard.as_str())
            .check(move |text| weight(text).map(drop)),
        Field::new("Because", "What is to be said of it; kept as a private text. It may stay empty."),
    ];
    let title = format!("A conflict of {person}: {relation}");
    model.open(Form::new(title, fields, move |model, texts| {
        let [organisation, how_much, note] = texts.as_slice() else { return Vec::new() };
        let Ok(weight) = weight(how_much) else { return Vec::new() };
        let (person, organisation) = (person.clone(), organisation.trim().to_owned());
        let conflict = Conflict { person, organisation, relation, weight, from: None, until: None };
        enter(model, conflict, Some(note.clone()).filter(|note| !note.trim().is_empty()))
    }))
}

fn enter(model: &mut Model, conflict: Conflict, note: Option<String>) -> Vec<Effect> {
    let Some(sight) = &model.screens.meeting.sight else { return Vec::new() };
    let (id, n) = (sight.meeting.id.clone(), sight.register.next());
    let what = format!("conflict of {} entered", conflict.person);
    let change = Change::ConflictEntered { n, conflict, taken_back: false, note };
    making::make(model, id, what, vec![change])
}
