//! The message to the applicant: drafted by the store, edited by the person, noted as sent.

use crate::console::app::effect::{Effect, Request};
use crate::console::app::model::Model;
use crate::console::app::overlay::{Confirm, Letter, Overlay};
use crate::console::app::screen::review::{ReviewRequest, commit, stages};
use crate::console::app::{ahead, drafts, wording};
use crate::record::note;
use crate::review::stage::may_move;
use crate::review::{Ref, Stage};

/// Asks for a draft.
pub fn ask(model: &mut Model) -> Vec<Effect> {
    let Some(file) = &model.screens.review.file else { return Vec::new() };
    let request = ReviewRequest::Message(file.reference().clone());
    ahead::until_answered(model, vec![Effect::Ask(Request::Review(request))])
}

/// Shows the draft.
pub(in crate::console::app) fn drafted(
    model: &mut Model,
    reference: Ref,
    to: String,
    text: String,
) -> Vec<Effect> {
    let open = model.screens.review.file.as_ref().is_some_and(|file| *file.reference() == reference);
    if open { model.open(Letter::new(reference, to, text)) } else { Vec::new() }
}

fn letter(model: &Model) -> Option<&Letter> {
    match model.overlays.last() {
        Some(Overlay::Letter(letter)) => Some(letter),
        _ => None,
    }
}

/// Opens the message in the person's editor.
pub fn edit(model: &mut Model) -> Vec<Effect> {
    letter(model).map(|letter| Effect::Edit(letter.text.clone())).into_iter().collect()
}

/// Puts the message on the clipboard.
pub fn copy(model: &mut Model) -> Vec<Effect> {
    letter(model).map(|letter| Effect::Copy(letter.text.clone())).into_iter().collect()
}

/// Notes that the message was sent, and asks whether the applicant has to answer.
pub fn sent(model: &mut Model) -> Vec<Effect> {
    let Some(letter) = letter(model).cloned() else { return Vec::new() };
    model.overlays.pop();
    let Some(file) = &model.screens.review.file else { return Vec::new() };
    let text = crate::papers::message::note(&letter.to, model.about.today, &letter.text);
    let change = note::write(&letter.reference, file.loaded.notes.iter().map(|note| note.n), text);
    let from = file.standing().stage;
    let waits = from != Stage::AwaitingApplicant
        && may_move(from, Stage::AwaitingApplicant, &file.foreseen, None).is_ok()
        && file.locked().is_none();
    let mut effects = commit(model, None, vec![change]);
    effects.push(Effect::DropDraft(letter.draft()));
    drafts::note(model, &effects);
    if waits {
        let lines = vec![format!(
            "It is {} now. Awaiting the applicant, it is listed under those who owe an answer.",
            wording::stage(from)
        )];
        model.open(Confirm::new("Does the applicant owe an answer?", lines, |model| {
            stages::go(model, Stage::AwaitingApplicant)
        }));
    }
    effects
}
