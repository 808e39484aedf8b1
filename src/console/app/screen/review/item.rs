//! The things put forward: in which order they are listed, what is said of them, and saying it.

use super::pane::Pane;
use super::{File, Review};
use crate::console::app::effect::Effect;
use crate::console::app::model::Model;
use crate::console::app::overlay::{Input, answer};
use crate::record::Change;
use crate::review::facts::{Claim, Evidence, Feature, Holder};
use crate::review::finding::Check;
use crate::review::{Application, Item, ItemKind};
use crate::rules::{Credential, Edition, JudgedBy, Requirement};

/// Pieces of evidence by requirement, holders by credential, features: the rows of Evidence.
pub fn evidence(edition: &Edition, application: &Application) -> Vec<Item> {
    let rules = edition.program(application.program);
    let rank = |piece: &Evidence| {
        let requirements = rules.map(|rules| rules.requirements.as_slice()).unwrap_or_default();
        requirements.iter().position(|one| one.id == piece.requirement).unwrap_or(usize::MAX)
    };
    let mut pieces: Vec<&Evidence> = application.facts.evidence.iter().collect();
    pieces.sort_by_key(|piece| (rank(piece), piece.requirement.clone(), piece.n));
    let pieces = pieces.into_iter().map(|piece| Item::new(ItemKind::Evidence, piece.n));
    let features = application.facts.features.iter().map(|one| Item::new(ItemKind::Feature, one.n));
    pieces.chain(holders(application)).chain(features).collect()
}

/// Holders by credential: the rows of Heads.
pub fn holders(application: &Application) -> Vec<Item> {
    let of = |credential: Credential| {
        application.facts.holders.iter().filter(move |one| one.credential == credential)
    };
    let sorted = Credential::ALL.iter().flat_map(|credential| of(*credential));
    sorted.map(|holder| Item::new(ItemKind::Holder, holder.n)).collect()
}

/// Claims by category and activity of the table, undecided ones first within an activity, and activities with
/// undecided claims first within a category: the rows of Points.
pub fn claims(edition: &Edition, application: &Application) -> Vec<Item> {
    let decided =
        |claim: &Claim| application.review.checks.contains_key(&Item::new(ItemKind::Claim, claim.n));
    let claims = &application.facts.claims;
    let place = |claim: &Claim| {
        let categories = edition.points.as_ref().map(|table| table.categories.as_slice()).unwrap_or_default();
        let category =
            categories.iter().position(|one| one.activities.iter().any(|a| a.id == claim.activity));
        let activities = category.and_then(|at| categories.get(at)).map(|one| one.activities.as_slice());
        let activity = activities.and_then(|all| all.iter().position(|one| one.id == claim.activity));
        let all_decided = claims.iter().filter(|other| other.activity == claim.activity).all(decided);
        (category.unwrap_or(usize::MAX), all_decided, activity.unwrap_or(usize::MAX))
    };
    let mut sorted: Vec<&Claim> = claims.iter().collect();
    sorted.sort_by_key(|claim| (place(claim), claim.activity.clone(), decided(claim), claim.n));
    sorted.into_iter().map(|claim| Item::new(ItemKind::Claim, claim.n)).collect()
}

/// The piece of evidence of this number.
pub fn piece(application: &Application, n: u32) -> Option<&Evidence> {
    application.facts.evidence.iter().find(|one| one.n == n)
}

/// The claim of this number.
pub fn claim(application: &Application, n: u32) -> Option<&Claim> {
    application.facts.claims.iter().find(|one| one.n == n)
}

/// The holder of this number.
pub fn holder(application: &Application, n: u32) -> Option<&Holder> {
    application.facts.holders.iter().find(|one| one.n == n)
}

/// The feature of this number.
pub fn feature(application: &Application, n: u32) -> Option<&Feature> {
    application.facts.features.iter().find(|one| one.n == n)
}

/// What people call it.
pub fn name(application: &Application, item: Item) -> String {
    let name = match item.kind {
        ItemKind::Evidence => {
            piece(application, item.n).and_then(|one| one.title.clone().or(one.url.clone()))
        }
        ItemKind::Claim => claim(application, item.n)
            .map(|one| one.title.clone().unwrap_or_else(|| one.activity.to_string())),
        ItemKind::Holder => holder(application, item.n).map(|one| one.name.clone()),
        ItemKind::Feature => feature(application, item.n).map(|one| one.name.clone()),
    };
    name.unwrap_or_else(|| format!("{} {}", item.kind, item.n))
}

/// Where it can be seen.
pub fn link(application: &Application, item: Item) -> Option<&str> {
    match item.kind {
        ItemKind::Evidence => piece(application, item.n)?.url.as_deref(),
        ItemKind::Claim => claim(application, item.n)?.url.as_deref(),
        ItemKind::Holder => holder(application, item.n)?.badge.as_deref(),
        ItemKind::Feature => feature(application, item.n)?.url.as_deref(),
    }
}

/// The pane in which what was put forward for the chosen requirement stands.
pub fn pane_of_requirement(review: &Review) -> Pane {
    let (Some(file), Some(requirement)) = (&review.file, review.requirement()) else { return Pane::Evidence };
    if file.items(Pane::Evidence).iter().any(|item| belongs(file, *item, requirement)) {
        return Pane::Evidence;
    }
    let here = match requirement.judged_by {
        JudgedBy::Points => Pane::Points,
        JudgedBy::Headcount | JudgedBy::Credential { .. } => Pane::Heads,
        JudgedBy::Recording | JudgedBy::LiveDemo { .. } => Pane::Demo,
        _ => Pane::Evidence,
    };
    let has_some =
        |pane: &Pane| file.panes.contains(pane) && (*pane == Pane::Demo || !file.items(*pane).is_empty());
    // An Enterprise puts forward claims, and often nothing else.
    [here, Pane::Evidence, Pane::Points].into_iter().find(has_some).unwrap_or(Pane::Evidence)
}

/// It was put forward for this requirement.
fn belongs(file: &File, item: Item, requirement: &Requirement) -> bool {
    match item.kind {
        ItemKind::Evidence => {
            piece(file.application(), item.n).is_some_and(|piece| piece.requirement == requirement.id)
        }
        ItemKind::Feature => matches!(requirement.judged_by, JudgedBy::Coverage { .. }),
        ItemKind::Claim | ItemKind::Holder => false,
    }
}

/// Chooses the first thing in the pane in front that was put forward for the chosen requirement; where all of them
/// were, the first that is unchecked.
pub fn choose_for_requirement(model: &mut Model) {
    let review = &mut model.screens.review;
    let (Some(file), Some(requirement)) = (&review.file, review.requirement()) else { return };
    let first = match review.pane {
        Pane::Evidence => {
            file.items(Pane::Evidence).iter().position(|item| belongs(file, *item, requirement))
        }
        pane => file.unchecked(pane, 0, true),
    };
    if let Some(first) = first {
        review.cursor_mut().go(first);
    }
}

/// Accepts the chosen item, and goes to the next unchecked one.
pub fn accept(model: &mut Model) -> Vec<Effect> {
    let review = &model.screens.review;
    let (Some(item), Some(file)) = (review.item(), &review.file) else { return Vec::new() };
    // A count that the reviewer has corrected stays.
    let counted = match file.ahead.review.checks.get(&item) {
        Some(Check::Accepted { count }) => *count,
        _ => None,
    };
    check(model, item, Some(Check::Accepted { count: counted }))
}

/// Asks why the chosen item is rejected, and rejects it.
pub fn reject(model: &mut Model) -> Vec<Effect> {
    let review = &model.screens.review;
    let (Some(item), Some(file)) = (review.item(), &review.file) else { return Vec::new() };
    let title = format!("Why is {item} rejected: {}", name(&file.loaded.application, item));
    let draft = format!("{} {item} reject", file.reference());
    let input = Input::new(title, move |model, text| {
        check(model, item, Some(Check::Rejected { reason: Some(text) }))
    });
    let input = input.hint("For the file, and for the letter to the applicant.").check(answer::some_text);
    let input = input.draft(draft);
    model.open(input)
}

/// Takes back what was said of the chosen item.
pub fn clear(model: &mut Model) -> Vec<Effect> {
    let Some(item) = model.screens.review.item() else { return Vec::new() };
    say(model, item, None)
}

/// Says something of an item, and goes to the next unchecked one.
fn check(model: &mut Model, item: Item, now: Option<Check>) -> Vec<Effect> {
    let effects = say(model, item, now);
    next_unchecked(model, true);
    effects
}

/// Goes to the next or the previous unchecked item of the pane in front; false if all are checked.
pub fn next_unchecked(model: &mut Model, forward: bool) -> bool {
    let review = &mut model.screens.review;
    let (pane, at) = (review.pane, review.cursor(review.pane).at());
    let Some(file) = &review.file else { return false };
    let from = if forward { at + 1 } else { at + file.items(pane).len().saturating_sub(1) };
    let next = file.unchecked(pane, from, forward);
    if let Some(next) = next {
        review.cursor_mut().go(next);
    }
    next.is_some()
}

/// Says something of an item, or nothing any more.
pub(in crate::console::app) fn say(model: &mut Model, item: Item, now: Option<Check>) -> Vec<Effect> {
    let Some(file) = &model.screens.review.file else { return Vec::new() };
    let was = file.ahead.review.checks.get(&item).cloned();
    if was == now {
        return Vec::new();
    }
    let application = file.reference().clone();
    super::commit(model, None, vec![Change::Checked { application, item, was, now }])
}

/// How often a claim counts by what was said of it, else as it was put forward.
pub fn count(application: &Application, n: u32) -> Option<u32> {
    match application.review.checks.get(&Item::new(ItemKind::Claim, n)) {
        Some(Check::Accepted { count: Some(count) }) => Some(*count),
        _ => claim(application, n).and_then(|claim| claim.count),
    }
}
