//! Credentials short, and what the training catalogue says they cost.

use super::WAYS;
use crate::{
    review::{case::Case, credentials::held},
    rules::{Credential, JudgedBy, shipped, training::Catalogue},
};

/// The ways to the heads and holders that are missing.
pub(super) fn ways(case: &Case<'_>) -> Vec<String> {
    let catalogue = shipped::training();
    let mut ways: Vec<(u64, Credential)> = heads(case).into_iter().take(WAYS).collect();
    ways.extend(holders(case));
    let texts = ways.into_iter();
    texts.map(|(count, credential)| priced(catalogue, count, credential)).collect()
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
        let worth = case.edition.headcount.professional_counts.filter(|worth| *worth > 0);
        if let Some(worth) = worth.filter(|_| row.credential == Credential::Focp) {
            ways.push((short.div_ceil(u64::from(worth)), Credential::Fcp));
        }
    }
    ways
}

/// Holders that a requirement asks for by credential.
fn holders(case: &Case<'_>) -> Vec<(u64, Credential)> {
    let short = |judged_by: &JudgedBy| match judged_by {
        JudgedBy::Credential { credential, at_least, .. } => {
            let count = held(case.application, *credential, case.as_of).count().unwrap_or(0);
            Some((u64::from(*at_least).saturating_sub(count), *credential)).filter(|(short, _)| *short > 0)
        }
        _ => None,
    };
    case.requirements.iter().filter_map(|one| short(&one.judged_by)).collect()
}

/// A number of credentials with what they cost, as far as that is known.
fn priced(catalogue: &Catalogue, count: u64, credential: Credential) -> String {
    let Some(offer) = catalogue.cheapest(credential) else {
        return format!("{count} more {credential}: no price is known");
    };
    let Some(price) = offer.price_usd else {
        return format!(
            "{count} more {credential} ({}): the price of {} is not known",
            offer.title, offer.year
        );
    };
    let total = price.saturating_mul(count);
    let caveat = if offer.exam_only { format!("; {}", catalogue.caveat) } else { String::new() };
    format!(
        "{count} more {credential}: {count} x {price} = {total} USD ({}, {}){caveat}",
        offer.title, offer.year
    )
}
