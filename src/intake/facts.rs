//! What an application puts forward, field by field.

use std::collections::BTreeMap;

use super::{
    fields::{Fields, Reading},
    items, reference,
    text::quote,
};
use crate::{
    review::{
        application::Ref,
        facts::{Contact, Demo, Facts, LiveDemo, Membership, Organisation, Parent},
    },
    rules::{Credential, Edition, JudgedBy, Program},
};

/// Everything but ref, program, kind, edition and day.
pub(super) fn facts(
    root: &Fields<'_>,
    organisation: Organisation,
    program: Program,
    edition: &Edition,
) -> Facts {
    remark_on_size(root, &organisation, program, edition);
    let contact = contact(root);
    if program == Program::Instructor && contact.name.is_none() {
        root.remark("contact.name", "an instructor's application names the person");
    }
    Facts {
        organisation,
        contact,
        practising_since: root.object("person").and_then(|person| {
            let since = person.date("practising_since");
            person.finish();
            since
        }),
        credentials: credentials(root),
        holders: items::holders(root),
        evidence: items::evidence(root, edition),
        claims: items::claims(root, edition),
        features: items::features(root, &edition.framework),
        working_groups: items::working_groups(root),
        demo: demo(root),
        linked: linked(root),
        note: root.text("note").ok(),
    }
}

/// The organisation, without its name, which is read before.
pub(super) fn organisation(fields: Fields<'_>) -> Organisation {
    let read = Organisation {
        name: String::new(),
        employees: fields.whole("employees").ok(),
        website: fields.text("website").ok(),
        parent: match fields.object("parent") {
            Some(object) => parent(object),
            // Named, but not as asked for: whose size counts is known, the size is not.
            None => fields
                .has("parent")
                .then(|| Parent { name: fields.text("parent").ok().unwrap_or_default(), employees: None }),
        },
        membership: fields.object("membership").map(membership).unwrap_or_default(),
    };
    fields.finish();
    read
}

fn parent(fields: Fields<'_>) -> Option<Parent> {
    let name = fields.text("name").ok();
    let employees = fields.whole("employees").ok();
    if name.is_none() && employees.is_some() {
        fields.remark("name", "a parent without a name; its size is read");
    }
    let given = name.is_some() || employees.is_some();
    fields.finish();
    given.then(|| Parent { name: name.unwrap_or_default(), employees })
}

fn membership(fields: Fields<'_>) -> Membership {
    let read = Membership {
        linux_foundation: fields.flag("linux_foundation").ok(),
        finops_foundation: fields.word("finops_foundation").ok(),
        since: fields.date("since"),
    };
    fields.finish();
    read
}

fn contact(root: &Fields<'_>) -> Contact {
    let Some(fields) = root.object("contact") else { return Contact::default() };
    let read = Contact { name: fields.text("name").ok(), email: fields.text("email").ok() };
    fields.finish();
    read
}

fn credentials(root: &Fields<'_>) -> BTreeMap<Credential, Option<u32>> {
    let Some(fields) = root.object("credentials") else { return BTreeMap::new() };
    let known =
        |name: &str| name.parse::<Credential>().map_err(|error| fields.remark(name, error.to_string())).ok();
    let given = fields.names().into_iter().filter_map(known);
    let figure = |credential: &Credential| match fields.whole(credential.as_str()) {
        Reading::Read(people) => Some(Some(people)),
        Reading::Wrong => Some(None),
        Reading::Absent => fields.is_null(credential.as_str()).then_some(None),
    };
    given.filter_map(|credential| Some((credential, figure(&credential)?))).collect()
}

fn demo(root: &Fields<'_>) -> Demo {
    let Some(fields) = root.object("demo") else { return Demo::default() };
    let read = Demo { recording: fields.text("recording").ok(), live: fields.object("live").map(live) };
    fields.finish();
    read
}

fn live(fields: Fields<'_>) -> LiveDemo {
    let read = LiveDemo {
        date: fields.date("date"),
        minutes: fields.whole("minutes").ok(),
        passed: fields.flag("passed").ok(),
    };
    fields.finish();
    read
}

fn linked(root: &Fields<'_>) -> Vec<Ref> {
    let mut refs = Vec::new();
    for text in root.texts("linked") {
        match reference::given(&text) {
            Ok(linked) if refs.contains(&linked) => {}
            Ok(linked) => refs.push(linked),
            Err(why) => root.remark("linked", format!("{}: {why}", quote(&text))),
        }
    }
    refs
}

/// Head counts go by size: a size that is missing is said once, a wrong one was remarked already.
fn remark_on_size(root: &Fields<'_>, organisation: &Organisation, program: Program, edition: &Edition) {
    let rules = edition.programs.iter().filter(|rules| rules.program == program);
    if !rules.flat_map(|rules| &rules.requirements).any(|one| one.judged_by == JudgedBy::Headcount) {
        return;
    }
    let (field, known) = match &organisation.parent {
        Some(parent) => ("organisation.parent.employees", parent.employees.is_some()),
        None => ("organisation.employees", organisation.employees.is_some()),
    };
    if !known {
        root.remark(field, "no company size: how many certified people are needed cannot be told");
    }
}
