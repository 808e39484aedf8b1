//! The lists of an application: holders, evidence, claims, features, working groups.
//!
//! An item keeps its place in the list as its number. One that lacks what it is about is remarked and left out;
//! it stays in the submission.

use super::{
    fields::{Fields, Reading},
    limits,
    text::quote,
};
use crate::{
    review::facts::{Claim, Evidence, Feature, Holder, WorkingGroup},
    rules::{ActivityId, CapabilityId, Edition, Framework, RequirementId},
};

/// What is said of an item that is left out.
const LEFT_OUT: &str = "left out, as it has no";

/// Reads the items of a list with `read`, and remarks on what they hold beyond it.
fn each<T>(root: &Fields<'_>, list: &'static str, read: impl Fn(u32, &Fields<'_>) -> Option<T>) -> Vec<T> {
    let items = root.items(list).into_iter().filter_map(|(n, fields)| {
        let item = read(n, &fields);
        fields.finish();
        item
    });
    items.collect()
}

/// A text that an item cannot do without.
fn needed(fields: &Fields<'_>, name: &'static str) -> Option<String> {
    match fields.text(name) {
        Reading::Read(text) => Some(text),
        Reading::Wrong => None,
        Reading::Absent => {
            fields.remark_all(format!("{LEFT_OUT} `{name}`"));
            None
        }
    }
}

pub(super) fn holders(root: &Fields<'_>) -> Vec<Holder> {
    each(root, "holders", |n, fields| {
        let credential = fields.word("credential");
        if credential == Reading::Absent {
            fields.remark_all(format!("{LEFT_OUT} `credential`"));
        }
        let issued = fields.date("issued");
        let expires = fields.date("expires");
        let badge = fields.text("badge").ok();
        // Absent is true; what is neither true nor false is not counted.
        let employed = fields.flag("employed").or_absent(true).unwrap_or(false);
        let name = needed(fields, "name")?;
        Some(Holder { n, name, credential: credential.ok()?, issued, expires, employed, badge })
    })
}

pub(super) fn evidence(root: &Fields<'_>, edition: &Edition) -> Vec<Evidence> {
    let ids = || edition.programs.iter().flat_map(|rules| &rules.requirements).map(|one| &one.id);
    each(root, "evidence", |n, fields| {
        let (url, title, date) = (fields.text("url").ok(), fields.text("title").ok(), fields.date("date"));
        let given = needed(fields, "requirement")?;
        let Some(requirement) = ids().find(|id| id.as_str().eq_ignore_ascii_case(&given)).cloned() else {
            let near = nearest(&given, ids().map(RequirementId::as_str));
            fields.remark("requirement", not_known(&given, "requirement", edition, near));
            return None;
        };
        Some(Evidence { n, requirement, url, title, date })
    })
}

pub(super) fn claims(root: &Fields<'_>, edition: &Edition) -> Vec<Claim> {
    let categories = || edition.points.iter().flat_map(|table| &table.categories);
    let ids = || categories().flat_map(|category| &category.activities).map(|activity| &activity.id);
    each(root, "claims", |n, fields| {
        let count = fields.whole("count").or_absent(1);
        let date = fields.date("date");
        let [title, person, vendor, url] =
            ["title", "person", "vendor", "url"].map(|name| fields.text(name).ok());
        let validated = fields.flag("validated").ok().unwrap_or(false);
        let given = needed(fields, "activity")?;
        let Some(activity) = ids().find(|id| id.as_str().eq_ignore_ascii_case(&given)).cloned() else {
            let near = nearest(&given, ids().map(ActivityId::as_str));
            fields.remark("activity", not_known(&given, "activity", edition, near));
            return None;
        };
        Some(Claim { n, activity, count, date, title, person, vendor, url, validated })
    })
}

pub(super) fn features(root: &Fields<'_>, framework: &Framework) -> Vec<Feature> {
    each(root, "features", |n, fields| {
        let url = fields.text("url").ok();
        let mut capabilities: Vec<CapabilityId> = Vec::new();
        for given in fields.texts("capabilities") {
            if given.len() > limits::WORD {
                fields.remark("capabilities", format!("{} is too long for a capability", quote(&given)));
                continue;
            }
            match framework.find(&given) {
                Ok(found) if capabilities.contains(&found.id) => {}
                Ok(found) => capabilities.push(found.id.clone()),
                Err(unknown) => fields.remark("capabilities", unknown.to_string()),
            }
        }
        Some(Feature { n, name: needed(fields, "name")?, url, capabilities })
    })
}

pub(super) fn working_groups(root: &Fields<'_>) -> Vec<WorkingGroup> {
    each(root, "working_groups", |n, fields| {
        let (attended, held) = (fields.whole("attended").ok(), fields.whole("held").ok());
        if let (Some(attended), Some(held)) = (attended, held)
            && attended > held
        {
            fields.remark("attended", format!("{attended} meetings attended of {held} held"));
        }
        Some(WorkingGroup { n, name: needed(fields, "name")?, attended, held })
    })
}

fn not_known(given: &str, what: &str, edition: &Edition, near: Option<&str>) -> String {
    let near = near.map(|near| format!("; the nearest: {near}")).unwrap_or_default();
    format!("left out: {} is no {what} of the edition {}{near}", quote(given), edition.id)
}

/// The word nearest to `given`, if less than half of it would have to be typed again.
fn nearest<'w>(given: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    if given.len() > limits::WORD {
        return None;
    }
    let given = given.to_lowercase();
    let length = given.chars().count();
    let near = words.map(|word| (strsim::osa_distance(&word.to_lowercase(), &given), word));
    near.filter(|(changes, _)| changes.saturating_mul(2) < length).min().map(|(_, word)| word)
}
