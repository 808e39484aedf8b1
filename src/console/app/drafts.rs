//! Unfinished texts: kept while they are typed, forgotten once what they say is in the docket. What the docket refuses
//! comes back as it was handed in, with the reason.

use super::ahead;
use super::effect::Effect;
use super::model::Model;
use super::notice::{Notice, Tone};
use super::overlay::Overlay;

/// Notes in the model what the drafts folder is told.
pub(super) fn note(model: &mut Model, effects: &[Effect]) {
    for effect in effects {
        match effect {
            Effect::KeepDraft { name, text } => {
                model.drafts.insert(name.clone(), text.clone());
            }
            Effect::DropDraft(name) => {
                model.drafts.remove(name);
            }
            _ => {}
        }
    }
}

/// `overlay` was handed in, with these effects. Where one of them changes the docket, it waits for the answer, and so do
/// the next keys. Where nothing came of it but a reason, it comes back at once.
pub(super) fn handed_in(model: &mut Model, overlay: Overlay, effects: Vec<Effect>) -> Vec<Effect> {
    if effects.iter().any(|effect| matches!(effect, Effect::Ask(request) if !request.only_reads())) {
        model.handed_in = Some(Box::new(overlay));
        return ahead::until_answered(model, effects);
    }
    match &model.notice {
        Some(Notice { tone: Tone::Refused, text, .. }) if effects.is_empty() => {
            let why = text.clone();
            back(model, overlay, &why);
            effects
        }
        _ => effects.into_iter().chain(forget(&overlay)).collect(),
    }
}

fn forget(overlay: &Overlay) -> Option<Effect> {
    overlay.draft().map(Effect::DropDraft)
}

fn back(model: &mut Model, mut overlay: Overlay, why: &str) {
    overlay.refused(why);
    model.overlays.push(overlay);
}

/// The docket was changed, or everything asked for is answered: what was handed in is no draft any more.
pub(super) fn made(model: &mut Model) -> Vec<Effect> {
    let handed = model.handed_in.take();
    let effects: Vec<Effect> = handed.and_then(|overlay| forget(&overlay)).into_iter().collect();
    note(model, &effects);
    effects
}

/// The docket was not changed: what was handed in comes back. Keys that were typed ahead were meant for what comes
/// after it.
pub(super) fn not_made(model: &mut Model, why: &str) {
    if let Some(overlay) = model.handed_in.take() {
        ahead::forget(model);
        back(model, *overlay, why);
    }
}
