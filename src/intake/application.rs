//! One application, from the tree of its values.

use chrono::NaiveDate;

use super::{
    Editions, Submission,
    facts::facts,
    fields::{Fields, Remarks},
    limits,
    node::{Node, Refusal},
    reference,
    text::quote,
};
use crate::{
    review::{Kind, application::Ref, facts::Organisation},
    rules::{Edition, EditionId, Program, day, ids::UnknownWord},
};

/// Reads one application; `original` is what is stored of it.
///
/// # Errors
/// Refuses one without a usable `organisation.name`, `program` or `edition`, and says all that is wrong with them.
pub(super) fn application(
    node: &Node,
    original: String,
    editions: Editions<'_>,
    remarks: Remarks,
) -> Result<Submission, Vec<Refusal>> {
    let root = Fields::root(node, &remarks).map_err(|refusal| vec![refusal])?;
    let (organisation, program, edition) = (organisation(&root), program(&root), edition(&root, editions));
    let ((name, organisation), program, edition) = match (organisation, program, edition) {
        (Ok(organisation), Ok(program), Ok(edition)) => (organisation, program, edition),
        (organisation, program, edition) => {
            return Err([organisation.err(), program.err(), edition.err()].into_iter().flatten().collect());
        }
    };
    offers(&root, edition, program).map_err(|refusal| vec![refusal])?;
    let facts = facts(&root, Organisation { name, ..organisation }, program, edition);
    let given = given_ref(&root);
    let reference = given.clone().unwrap_or_else(|| {
        reference::derived(&facts.organisation.name, program, facts.contact.name.as_deref())
    });
    let kind = root.word("kind").ok().unwrap_or(Kind::New);
    let received = received(&root);
    root.finish();
    Ok(Submission {
        reference,
        reference_given: given.is_some(),
        program,
        kind,
        edition: edition.id.clone(),
        received,
        facts,
        remarks: remarks.into_list(),
        original,
    })
}

/// The day it says it came; one that cannot be meant is remarked, and the day of import stands for it.
fn received(root: &Fields<'_>) -> Option<NaiveDate> {
    let day = root.date("received")?;
    if !day::is_near(day) {
        root.remark("received", format!("{day} cannot be meant; the day of import stands for it"));
        return None;
    }
    Some(day)
}

fn organisation(root: &Fields<'_>) -> Result<(String, Organisation), Refusal> {
    let fields = root.required_object("organisation")?;
    let name = fields.required("name")?;
    if name.len() > limits::NAME || !name.chars().any(reference::shows) {
        let why = format!("{} is no name: one to {} bytes that can be seen", quote(&name), limits::NAME);
        return Err(fields.refusal("name", why));
    }
    Ok((name, super::facts::organisation(fields)))
}

fn program(root: &Fields<'_>) -> Result<Program, Refusal> {
    let given = root.required("program")?;
    given.parse().map_err(|UnknownWord { known, .. }| {
        root.refusal("program", format!("{} is no program; known: {known}", quote(&given)))
    })
}

fn edition<'e>(root: &Fields<'_>, editions: Editions<'e>) -> Result<&'e Edition, Refusal> {
    let given = EditionId::new(root.required("edition")?);
    editions.iter().find(|edition| edition.id == given).copied().ok_or_else(|| {
        let known = editions.iter().map(|edition| edition.id.as_str()).collect::<Vec<_>>().join(", ");
        let why = format!("{} is no edition known here; known: {known}", quote(given.as_str()));
        root.refusal("edition", why)
    })
}

/// Whether the edition has the program.
fn offers(root: &Fields<'_>, edition: &Edition, program: Program) -> Result<(), Refusal> {
    if edition.programs.iter().any(|rules| rules.program == program) {
        return Ok(());
    }
    let has = edition.programs.iter().map(|rules| rules.program.as_str()).collect::<Vec<_>>().join(", ");
    Err(root.refusal("program", format!("the edition {} has no {program}; it has: {has}", edition.id)))
}

/// The ref as given; one that cannot be used is remarked, and another is derived.
fn given_ref(root: &Fields<'_>) -> Option<Ref> {
    let text = root.text("ref").ok()?;
    match reference::given(&text) {
        Ok(reference) => Some(reference),
        Err(why) => {
            root.remark("ref", format!("{} cannot be used: {why}; another one was made", quote(&text)));
            None
        }
    }
}
