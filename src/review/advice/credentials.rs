//! Credentials short, and what the training catalogue says they cost.

use crate::{
    review::{case::Case, credentials::held, wording::number_of},
    rules::{Credential, JudgedBy, Requirement, shipped, training::Catalogue},
};

/// The ways to the heads and holders that are missing for what does not hold.
pub(super) fn ways<'a>(case: &Case<'_>, wanting: impl Iterator<Item = &'a Requirement>) -> Vec<String> {
    let missing = wanting.flat_map(|requirement| match &requirement.judged_by {
        JudgedBy::Headcount => heads(case),
        JudgedBy::Credential { credential, at_least, .. } => holders(case, *credential, *at_least),
        _ => Vec::new(),
    });
    missing.map(|(count, credential)| priced(shipped::training(), count, credential)).collect()
}

/// To reach the head count: practitioners, or fewer professionals where they count for several.
fn heads(case: &Case<'_>) -> Vec<(u64, Credential)> {
    let Some(heads) = case.heads.as_ref().filter(|heads| heads.result.met == Some(false)) else {
        return Vec::new();
    };
    let mut ways = Vec::new();
    for row in &heads.result.rows {
        let Some(short) = row.short_by().filter(|short| *short > 0) else { continue };
        ways.push((short, row.credential));
        let worth = heads.worth.filter(|worth| *worth > 0 && row.credential == Credential::Focp);
        ways.extend(worth.map(|worth| (short.div_ceil(u64::from(worth)), Credential::Fcp)));
    }
    ways
}

/// To have so many holders of one credential.
fn holders(case: &Case<'_>, credential: Credential, at_least: u32) -> Vec<(u64, Credential)> {
    let count = held(case.application, credential, case.as_of).count().unwrap_or(0);
    let short = u64::from(at_least).saturating_sub(count);
    if short == 0 { Vec::new() } else { vec![(short, credential)] }
}

/// A number of credentials with what they cost, as far as that is known.
fn priced(catalogue: &Catalogue, count: u64, credential: Credential) -> String {
    let more = number_of(count, &format!("more {}", credential.noun()));
    let Some(offer) = catalogue.cheapest(credential) else {
        return format!("{more}: no price is known");
    };
    let Some(price) = offer.price_usd else {
        return format!("{more} ({}): the price of {} is not known", offer.title, offer.year);
    };
    let total = price.saturating_mul(count);
    let caveat = if offer.exam_only { format!("; {}", catalogue.caveat) } else { String::new() };
    format!("{more}: {count} x {price} = {total} USD ({}, {}){caveat}", offer.title, offer.year)
}
