//! Who reviews it and by when, and private notes.

use crate::console::app::effect::Effect;
use crate::console::app::model::Model;
use crate::console::app::overlay::{Field, Form, Input, answer};
use crate::console::app::screen::review::commit;
use crate::record::{Assignment, Change, note};
use crate::review::Evidence;

/// Asks who reviews it, and by when.
pub fn assign(model: &mut Model) -> Vec<Effect> {
    let Some(file) = &model.screens.review.file else { return Vec::new() };
    let today = model.about.today;
    let old = file.assignment();
    let who = old.assignee.unwrap_or_else(|| model.about.actor.clone());
    let fields = vec![
        Field::new("Reviewer", "empty: nobody").recorded(&who),
        Field::new("Due", "a day such as 2027-03-31, or +7 for days from today; empty: none")
            .day(old.due)
            .check(answer::day_or_nothing(today)),
    ];
    let form = Form::new(format!("Assign {}", file.reference()), fields, move |model, texts| {
        let Some(file) = &model.screens.review.file else { return Vec::new() };
        let was = file.assignment();
        let mut texts = texts.into_iter();
        let assignee = texts.next().filter(|text| !text.is_empty());
        let now = Assignment { assignee, due: texts.next().and_then(|text| answer::day(&text, today)) };
        if was == now {
            return Vec::new();
        }
        let application = file.reference().clone();
        commit(model, None, vec![Change::Assigned { application, was, now }])
    });
    model.open(form)
}

/// Asks for a private note.
pub fn note(model: &mut Model) -> Vec<Effect> {
    let Some(file) = &model.screens.review.file else { return Vec::new() };
    let reference = file.reference().clone();
    let draft = format!("{reference} note");
    let input = Input::new(format!("A private note on {reference}"), move |model, text| {
        let Some(file) = &model.screens.review.file else { return Vec::new() };
        let change = note::write(&reference, file.loaded.notes.iter().map(|note| note.n), text);
        commit(model, None, vec![change])
    });
    let input = input.hint("Kept in the docket; never in a letter or a packet.").check(answer::some_text);
    model.open(input.draft(draft))
}

/// Asks for a piece of evidence for the chosen requirement.
pub fn give(model: &mut Model) -> Vec<Effect> {
    let review = &model.screens.review;
    let Some(requirement) = review.requirement().map(|one| one.id.clone()) else { return Vec::new() };
    let Some(file) = &review.file else { return Vec::new() };
    let (draft, today) = (format!("{} {requirement} evidence", file.reference()), model.about.today);
    let fields = vec![
        Field::new("Title", "what it is"),
        Field::new("Link", "where it can be seen").check(answer::some_text),
        Field::new("Date", "when it came out, such as 2026-03-31; empty: not known")
            .check(answer::day_or_nothing(today)),
    ];
    let form = Form::new(format!("Evidence for {requirement}"), fields, move |model, texts| {
        let Some(file) = &model.screens.review.file else { return Vec::new() };
        let last =
            file.loaded.application.facts.evidence.iter().map(|piece| piece.n).max().unwrap_or_default();
        let mut texts = texts.into_iter().map(|text| Some(text).filter(|text| !text.is_empty()));
        let (title, url) = (texts.next().flatten(), texts.next().flatten());
        let date = texts.next().flatten().and_then(|text| answer::day(&text, today));
        let n = last.saturating_add(1);
        let now = Some(Evidence { n, requirement: requirement.clone(), url, title, date });
        let application = file.reference().clone();
        commit(model, None, vec![Change::Given { application, was: None, now }])
    });
    model.open(form.draft(draft))
}
