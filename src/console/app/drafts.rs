//! Unfinished texts: kept while they are typed, forgotten once what they say is in the docket.

use super::effect::Effect;
use super::model::Model;

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

/// The text of the draft `name` was handed in, with these effects. Where one of them changes the docket, the draft
/// waits for the answer; else it is forgotten.
pub(super) fn handed_in(model: &mut Model, name: String, effects: &mut Vec<Effect>) {
    if effects.iter().any(|effect| matches!(effect, Effect::Ask(request) if !request.only_reads())) {
        model.handed_in = Some(name);
    } else {
        effects.push(Effect::DropDraft(name));
    }
}

/// The docket was changed: the text that was handed in is not a draft any more.
pub(super) fn made(model: &mut Model) -> Vec<Effect> {
    let effects: Vec<Effect> = model.handed_in.take().map(Effect::DropDraft).into_iter().collect();
    note(model, &effects);
    effects
}

/// The docket was not changed: says that the text that was handed in is still there.
pub(super) fn not_made(model: &mut Model, why: String) -> String {
    match model.handed_in.take() {
        Some(_) => format!("{why} Your text is kept for the next try."),
        None => why,
    }
}
