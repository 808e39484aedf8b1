//! A thing put forward in full, and a capability with what covers it.

use super::super::file::File;
use super::super::item;
use super::requirement::state_word;
use super::{Part, Tone};
use crate::review::coverage::CapabilityCover;
use crate::review::facts::{Claim, Evidence, Feature, Holder};
use crate::review::finding::Check;
use crate::review::{Item, ItemKind, credentials};

/// Everything about an item.
pub fn of(file: &File, item: Item) -> Vec<Part> {
    let application = file.application();
    let mut parts = vec![Part::new("", item::name(application, item), Tone::Strong)];
    parts.push(state(file, item));
    let facts = match item.kind {
        ItemKind::Evidence => item::piece(application, item.n).map(|one| piece(file, one)),
        ItemKind::Claim => item::claim(application, item.n).map(|one| claim(file, one)),
        ItemKind::Holder => item::holder(application, item.n).map(|one| holder(file, one)),
        ItemKind::Feature => item::feature(application, item.n).map(|one| feature(file, one)),
    };
    let given = facts.unwrap_or_default().into_iter().filter_map(|(label, text)| Some((label, text?)));
    parts.extend(given.map(|(label, text)| Part::new(label, text, Tone::Plain)));
    parts
}

fn state(file: &File, item: Item) -> Part {
    let (tone, why) = match file.application().review.checks.get(&item) {
        None => (Tone::Plain, None),
        Some(Check::Accepted { .. }) => (Tone::Good, None),
        Some(Check::Rejected { reason }) => (Tone::Bad, reason.clone()),
    };
    let why = why.map(|why| format!(": {why}")).unwrap_or_default();
    Part::new("State", format!("{}{why}", state_word(file, item)), tone)
}

type Facts = Vec<(&'static str, Option<String>)>;

fn piece(file: &File, piece: &Evidence) -> Facts {
    let asked = file.edition().requirement(&piece.requirement).map(|one| one.text.clone());
    let asked = asked.unwrap_or_else(|| "the edition has no such requirement".to_owned());
    vec![
        ("For", Some(format!("{} {asked}", piece.requirement))),
        ("Date", piece.date.map(|day| day.to_string())),
        ("Link", piece.url.clone()),
    ]
}

fn claim(file: &File, claim: &Claim) -> Facts {
    let table = file.edition().points.as_ref();
    let activity = table.and_then(|table| table.activity(&claim.activity));
    let what = activity.map_or_else(
        || format!("{}: the edition has no such activity", claim.activity),
        |(category, activity)| {
            let limit = activity.at_most.map(|most| format!(", at most {most}")).unwrap_or_default();
            let window = activity.window.map(|m| format!(", within {} months", m.0)).unwrap_or_default();
            format!("{} ({}): {} points each{limit}{window}", activity.title, category.title, activity.points)
        },
    );
    let dropped = file.reckoning.points.as_ref().and_then(|points| {
        let dropped = &points.hoped.dropped;
        dropped.iter().find(|dropped| dropped.claim == claim.n).map(|dropped| dropped.why.to_string())
    });
    let count = claim.count.map_or_else(|| "could not be read".to_owned(), |count| count.to_string());
    vec![
        ("Activity", Some(what)),
        ("Put forward", Some(count)),
        ("Does not count", dropped),
        ("Date", claim.date.map(|day| day.to_string())),
        ("Person", claim.person.clone()),
        ("Vendor", claim.vendor.clone()),
        ("Link", claim.url.clone()),
        ("Validated", claim.validated.then(|| "so the applicant says".to_owned())),
    ]
}

fn holder(file: &File, holder: &Holder) -> Facts {
    vec![
        ("Credential", Some(holder.credential.noun().to_owned())),
        ("Counts", Some(counts(file, holder))),
        ("Issued", holder.issued.map(|day| day.to_string())),
        ("Expires", holder.expires.map(|day| day.to_string())),
        ("Badge", holder.badge.clone()),
    ]
}

/// Whether a holder counts on the day the application is judged for, and why not.
pub fn counts(file: &File, holder: &Holder) -> String {
    let application = file.application();
    let check = application.review.checks.get(&Item::new(ItemKind::Holder, holder.n));
    if credentials::is_valid(application, holder, file.as_of) {
        return if is_both(file, holder) { "as professional" } else { "yes" }.to_owned();
    }
    if matches!(check, Some(Check::Rejected { .. })) {
        return "no, rejected".to_owned();
    }
    if !holder.employed {
        return "no, left the company".to_owned();
    }
    match holder.expires.filter(|last| *last < file.as_of) {
        Some(last) => format!("no, expired {last}"),
        None => "no, not issued yet".to_owned(),
    }
}

/// A valid Practitioner who counts as a Professional already, where the edition takes one for several of the other.
fn is_both(file: &File, holder: &Holder) -> bool {
    use crate::rules::{Credential, fold::fold};
    let application = file.application();
    let name = fold(&holder.name);
    file.edition().headcount.professional_counts.is_some()
        && holder.credential == Credential::Focp
        && !name.is_empty()
        && application.facts.holders.iter().any(|other| {
            other.credential == Credential::Fcp
                && fold(&other.name) == name
                && credentials::is_valid(application, other, file.as_of)
        })
}

fn feature(file: &File, feature: &Feature) -> Facts {
    let framework = &file.edition().framework;
    let names = feature.capabilities.iter().map(|id| {
        framework.capability(id).map_or_else(|| id.to_string(), |capability| capability.name.clone())
    });
    let names = names.collect::<Vec<_>>().join("; ");
    let names = if names.is_empty() { "none that the framework knows".to_owned() } else { names };
    vec![("Capabilities", Some(names)), ("Link", feature.url.clone())]
}

/// A capability with its domains and the features that cover it.
pub fn capability(file: &File, cover: &CapabilityCover) -> Vec<Part> {
    let domains = file.edition().framework.domains.iter().filter(|domain| cover.domains.contains(&domain.id));
    let domains = domains.map(|domain| domain.name.clone()).collect::<Vec<_>>().join("; ");
    let (text, tone) =
        if cover.is_covered() { ("covered", Tone::Good) } else { ("not covered by any feature", Tone::Warn) };
    let mut parts = vec![Part::new("", cover.name.clone(), Tone::Strong), Part::new("State", text, tone)];
    parts.push(Part::new("Domains", domains, Tone::Plain));
    let features = cover.features.iter().map(|n| {
        let item = Item::new(ItemKind::Feature, *n);
        let name = item::name(file.application(), item);
        let link = item::link(file.application(), item).map(|link| format!("\n{link}")).unwrap_or_default();
        Part::new("", format!("{item} {}: {name}{link}", state_word(file, item)), Tone::Plain)
    });
    let mut features: Vec<Part> = features.collect();
    if let Some(first) = features.first_mut() {
        "Features".clone_into(&mut first.label);
    }
    parts.extend(features);
    parts
}
