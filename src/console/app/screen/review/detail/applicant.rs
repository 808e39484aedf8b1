//! What the applicant says of itself, and who is tied to it.

use super::super::file::File;
use super::{Part, Tone};
use crate::console::app::wording;
use crate::review::facts::Organisation;

/// What the applicant says of itself, with what was not given; at the end who is tied to it.
pub fn of(file: &File) -> Vec<Part> {
    let facts = &file.application().facts;
    let organisation = &facts.organisation;
    let contact = [&facts.contact.name, &facts.contact.email].into_iter().flatten().cloned();
    let mut parts = vec![
        given("Name", Some(organisation.name.clone())),
        given("Website", organisation.website.clone()),
        given("Employees", organisation.employees.map(|people| people.to_string())),
        given("Parent", parent(organisation)),
        given("Membership", Some(membership(organisation))),
        given("Contact", joined(contact)),
    ];
    let credentials = facts.credentials.iter();
    let credentials = credentials.map(|(which, people)| {
        let people = people.map_or_else(|| "?".to_owned(), |people| people.to_string());
        format!("{people} {}", wording::credential(*which))
    });
    parts.push(given("Bare figures", joined(credentials)));
    let groups = facts.working_groups.iter().map(|group| group.name.clone());
    parts.push(given("Working groups", joined(groups)));
    parts.push(given("Linked", linked(file)));
    if let Some(day) = facts.practising_since {
        parts.push(given("Practising since", Some(day.to_string())));
    }
    parts.push(given("Note", facts.note.clone()));
    parts.extend(file.loaded.conflicts.iter().map(|one| Part::new("Conflict", one.to_string(), Tone::Warn)));
    parts
}

fn given(label: &'static str, text: Option<String>) -> Part {
    match text {
        Some(text) => Part::new(label, text, Tone::Plain),
        None => Part::new(label, "not given", Tone::Dim),
    }
}

/// Texts one after the other; `None` where there are none.
fn joined(texts: impl Iterator<Item = String>) -> Option<String> {
    let texts: Vec<String> = texts.collect();
    (!texts.is_empty()).then(|| texts.join(", "))
}

fn parent(organisation: &Organisation) -> Option<String> {
    let parent = organisation.parent.as_ref()?;
    let size = parent.employees.map_or_else(|| "size not given".to_owned(), |n| format!("{n} employees"));
    Some(format!("{}, {size}", parent.name))
}

/// Of what it says to be a member.
pub(super) fn membership(organisation: &Organisation) -> String {
    let membership = &organisation.membership;
    let linux = match membership.linux_foundation {
        Some(true) => "member",
        Some(false) => "not a member",
        None => "not said",
    };
    let finops = membership.finops_foundation.map_or("not said", crate::rules::Level::as_str);
    let since = membership.since.map(|day| format!(", since {day}")).unwrap_or_default();
    format!("Linux Foundation: {linux}; FinOps Foundation: {finops}{since}")
}

/// What the application goes together with; `None` if nothing.
pub fn linked(file: &File) -> Option<String> {
    let linked = file.application().linked.iter().map(|other| match other.program {
        Some(program) => format!("{} ({})", other.reference, wording::program(program)),
        None => format!("{} (not known)", other.reference),
    });
    joined(linked)
}
