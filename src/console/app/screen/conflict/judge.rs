//! The chair's word on a conflict that suggests itself.

use super::{applicant, make, seats, standing, voter};
use crate::{
    console::app::{
        effect::Effect,
        model::Model,
        overlay::{Choice, Confirm, Input, Pick, answer},
        screen::{Screen, meeting::words},
    },
    council::conflict::{Concerned, Suggestion, may_judge},
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

/// Why nothing can be said of a conflict now: there is none, or it is that of whoever is at the console.
pub fn cannot_judge(model: &Model) -> Option<String> {
    let found = standing(model);
    if found.is_empty() {
        let seat = voter(&model.screens.meeting).filter(|_| model.screen == Screen::Meeting);
        let who = seat.map_or_else(|| "nobody has a".to_owned(), |seat| format!("{} has no", seat.named()));
        return Some(format!("{who} conflict with the applicant that stands."));
    }
    let whose: Option<Vec<Concerned>> = found.iter().map(|one| concerned(model, one)).collect();
    whose?.first().map(|one| format!("{}: {}.", one.why(), one.instead()))
}

/// Why it is not for whoever is at the console to say what becomes of `one`, if so.
fn concerned(model: &Model, one: &Suggestion) -> Option<Concerned> {
    may_judge(&model.about.actor, &one.person, seats(model), model.about.today).err()
}

/// Asks which conflict is meant, where several stand.
pub fn ask(model: &mut Model) -> Vec<Effect> {
    let mut found = standing(model);
    found.retain(|one| concerned(model, one).is_none());
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
    let Some((reference, _)) = applicant(model) else { return Vec::new() };
    let choice = |label: &str, note: &str| Choice { label: label.to_owned(), note: note.to_owned() };
    let choices = vec![
        choice("w  waive it", "they may take part in this application all the same"),
        choice("d  dismiss it", "it is no conflict; for good, and for every application"),
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
    let mut lines = vec![words::conflict(one), format!("Because: {because}")];
    let by = format!("in the role of chair, by {}", model.about.actor);
    let tie = one.key();
    let (title, what, change) = match word {
        Word::Waived => {
            lines.push(format!("It is waived for {reference} alone, {by}."));
            let application = reference.clone();
            let change = Change::ConflictWaived { application, tie, because: Some(because) };
            ("Waive this conflict?", format!("conflict of {} waived", one.person), change)
        }
        Word::Dismissed => {
            lines.push(format!("It is dismissed for every application, {by}."));
            lines.push("A dismissal holds for good and is not undone.".to_owned());
            let change = Change::ConflictDismissed { tie, because };
            ("Dismiss this conflict?", format!("conflict of {} dismissed", one.person), change)
        }
    };
    model.open(Confirm::new(title, lines, move |model| {
        make(model, Some(Role::Chair), what.clone(), change.clone())
    }))
}
