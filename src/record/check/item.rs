//! What was put forward: evidence given, items accepted or rejected.

use super::{
    case::{Case, says_something},
    refusal::{Refusal, fresh},
};
use crate::{
    record::describe::or_none,
    review::{Check, Evidence, Facts, Item, ItemKind, Ref},
};

/// How often a claim can be counted at most.
const MOST: u32 = 10_000;

fn is_there(facts: &Facts, item: Item) -> bool {
    match item.kind {
        ItemKind::Evidence => facts.evidence.iter().any(|one| one.n == item.n),
        ItemKind::Claim => facts.claims.iter().any(|one| one.n == item.n),
        ItemKind::Holder => facts.holders.iter().any(|one| one.n == item.n),
        ItemKind::Feature => facts.features.iter().any(|one| one.n == item.n),
    }
}

pub(super) fn is_checked(
    case: &Case,
    reference: &Ref,
    item: Item,
    was: Option<&Check>,
    now: Option<&Check>,
) -> Result<(), Refusal> {
    let application = case.under_review(reference)?;
    if !is_there(&application.facts, item) {
        return Err(Refusal::unknown(
            format!("{} {item} of {reference}", item.kind),
            "look at the application for what it puts forward",
        ));
    }
    let is = application.review.checks.get(&item);
    fresh(format!("the check of {item} of {reference}"), &was, &is, |check| say(*check).to_owned())?;
    match now {
        Some(Check::Accepted { count: Some(_) }) if item.kind != ItemKind::Claim => Err(Refusal::invalid(
            format!("{item} is no claim, so that it is not counted"),
            "accept it without a count",
        )),
        Some(Check::Accepted { count: Some(count) }) if *count > MOST => {
            Err(Refusal::invalid(format!("{count} times is more than can be"), format!("give 0 to {MOST}")))
        }
        _ => Ok(()),
    }
}

fn say(check: Option<&Check>) -> &'static str {
    match check {
        None => "unchecked",
        Some(Check::Accepted { .. }) => "accepted",
        Some(Check::Rejected { .. }) => "rejected",
    }
}

pub(super) fn given(
    case: &Case,
    reference: &Ref,
    was: Option<&Evidence>,
    now: Option<&Evidence>,
) -> Result<(), Refusal> {
    let application = case.under_review(reference)?;
    let Some(n) = now.or(was).map(|evidence| evidence.n) else {
        return Err(Refusal::invalid("no evidence before and none after", "give some"));
    };
    let item = Item::new(ItemKind::Evidence, n);
    let is = application.facts.evidence.iter().find(|evidence| evidence.n == n);
    fresh(format!("evidence {item} of {reference}"), &was, &is, |evidence| {
        or_none(evidence.map(|evidence| or_none(evidence.title.as_ref().or(evidence.url.as_ref()))))
    })?;
    let Some(now) = now else {
        return if application.review.checks.contains_key(&item) {
            Err(Refusal::not_allowed(format!("{item} has been checked"), "clear its check first"))
        } else {
            Ok(())
        };
    };
    if n == 0 || was.is_some_and(|was| was.n != n) {
        return Err(Refusal::invalid("evidence keeps its number, and the first is 1", "give it its number"));
    }
    if case.program(application)?.requirement(&now.requirement).is_none() {
        return Err(Refusal::unknown(
            format!("requirement {} of {}", now.requirement, application.program),
            "see the handbook for those that are",
        ));
    }
    let said = [&now.url, &now.title].into_iter().flatten().any(|text| says_something(text));
    if !said && now.date.is_none() {
        return Err(Refusal::invalid(format!("{item} says nothing"), "give a link, a title or a day"));
    }
    Ok(())
}
