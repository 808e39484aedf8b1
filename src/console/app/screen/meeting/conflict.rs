//! The chair's word on a conflict that suggests itself.

use super::{Meeting, Page, making, words};
use crate::{
    console::app::{
        effect::Effect,
        model::Model,
        overlay::{Choice, Confirm, Input, Pick, answer},
    },
    council::{
        MeetingId, Seat,
        conflict::{Suggestion, same_person},
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
        let seat = screen.ballot().and_then(|_| screen.seat()).map(Seat::named);
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
