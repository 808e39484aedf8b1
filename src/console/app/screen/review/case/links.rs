//! Opening what was put forward in the browser.

use crate::console::app::effect::Effect;
use crate::console::app::model::Model;
use crate::console::app::notice::Notice;
use crate::console::app::overlay::{Choice, Pick};
use crate::console::app::screen::review::{File, Pane, Review, item, open as open_application};
use crate::review::{Item, ItemKind, Ref};
use crate::rules::JudgedBy;

/// Opens the link of what is chosen; where it has several, asks which.
pub fn open(model: &mut Model) -> Vec<Effect> {
    let links = links(&model.screens.review);
    match links.as_slice() {
        [] => model.say(Notice::refused("there is no link here")),
        [(_, link)] => vec![Effect::OpenLink(link.clone())],
        _ => {
            let choices =
                links.iter().map(|(label, link)| Choice { label: label.clone(), note: link.clone() });
            let choices = choices.collect();
            let pick = Pick::new("Open which link?", choices, move |_, at| {
                links.get(at).map_or_else(Vec::new, |(_, link)| vec![Effect::OpenLink(link.clone())])
            });
            model.open(pick)
        }
    }
}

/// Goes to an application that this one goes together with.
pub fn linked(model: &mut Model) -> Vec<Effect> {
    let Some(file) = &model.screens.review.file else { return Vec::new() };
    let known = file.application().linked.iter().filter(|other| other.program.is_some());
    let known: Vec<Ref> = known.map(|other| other.reference.clone()).collect();
    match known.as_slice() {
        [] => model.say(Notice::refused("no application of this docket goes together with it")),
        [one] => open_application(model, one.clone()),
        _ => {
            let choices = known.iter().map(|one| Choice { label: one.to_string(), note: String::new() });
            let choices = choices.collect();
            let pick = Pick::new("Go to which one?", choices, move |model, at| {
                known.get(at).map_or_else(Vec::new, |one| open_application(model, one.clone()))
            });
            model.open(pick)
        }
    }
}

/// The links of what is chosen, with what they are.
pub fn links(review: &Review) -> Vec<(String, String)> {
    let Some(file) = review.file.as_deref() else { return Vec::new() };
    match review.pane {
        Pane::Requirements => of_requirement(review, file),
        Pane::Evidence | Pane::Points | Pane::Heads => {
            review.item().and_then(|item| of_item(file, item)).into_iter().collect()
        }
        Pane::Map => of_capability(review, file),
        Pane::Demo => recording(file).into_iter().collect(),
        Pane::History => Vec::new(),
    }
}

fn of_item(file: &File, item: Item) -> Option<(String, String)> {
    let link = item::link(file.application(), item)?.to_owned();
    Some((item::name(file.application(), item), link))
}

fn of_requirement(review: &Review, file: &File) -> Vec<(String, String)> {
    let Some(requirement) = review.requirement() else { return Vec::new() };
    let pieces = file.application().facts.evidence.iter().filter(|piece| piece.requirement == requirement.id);
    let links = pieces.filter_map(|piece| of_item(file, Item::new(ItemKind::Evidence, piece.n)));
    match requirement.judged_by {
        JudgedBy::Recording => links.chain(recording(file)).collect(),
        _ => links.collect(),
    }
}

fn of_capability(review: &Review, file: &File) -> Vec<(String, String)> {
    let map = file.reckoning.map.as_ref();
    let chosen = map.and_then(|map| map.capabilities.get(review.cursor(Pane::Map).chosen()?));
    let features = chosen.map(|cover| cover.features.as_slice()).unwrap_or_default();
    features.iter().filter_map(|n| of_item(file, Item::new(ItemKind::Feature, *n))).collect()
}

fn recording(file: &File) -> Option<(String, String)> {
    let link = file.application().facts.demo.recording.clone()?;
    Some(("Recorded demonstration".to_owned(), link))
}
