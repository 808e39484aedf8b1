//! The head count: whose figure gives the tier, who counts, and what is short.

use chrono::NaiveDate;

use super::{
    application::Application,
    assessment::{Headcount, HeadcountRow},
    credentials::{Held, held, unchecked},
    wording::number_of,
};
use crate::rules::{Credential, HeadcountTable, Provenance};

/// The head count with what it was reckoned from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heads {
    /// The organisation whose employees give the tier.
    pub whose: String,
    /// That organisation is the applicant's parent.
    pub of_parent: bool,
    /// The result.
    pub result: Headcount,
    /// How sure the tier's row is; `None` where the tier is unknown.
    pub provenance: Option<Provenance>,
    /// Who holds each credential that counts.
    pub held: Vec<(Credential, Held)>,
    /// Practitioners that are not counted again as Professionals; `None` where the edition keeps the credentials
    /// apart, none is given, or either figure could not be read.
    pub practitioners: Option<u64>,
    /// Practitioners one Professional counts for; `None` where the edition keeps the credentials apart.
    pub worth: Option<u32>,
    /// Things given that nobody has checked.
    pub unchecked: usize,
}

/// Reckons the head count of an application on the as-of day.
pub fn reckon(table: &HeadcountTable, application: &Application, as_of: NaiveDate) -> Heads {
    let organisation = &application.facts.organisation;
    let (whose, employees, of_parent) = match &organisation.parent {
        Some(parent) => (parent.name.clone(), parent.employees, true),
        None => (organisation.name.clone(), organisation.employees, false),
    };
    let tier = employees.and_then(|employees| table.tier(employees));
    let asked: Vec<Credential> =
        tier.or(table.tiers.first()).map(|tier| tier.needed.keys().copied().collect()).unwrap_or_default();
    let (practitioners, equivalents) = match table.professional_counts {
        Some(worth) => equivalents(application, worth, as_of),
        None => (None, None),
    };
    let rows: Vec<HeadcountRow> = asked
        .iter()
        .map(|credential| HeadcountRow {
            credential: *credential,
            required: tier.and_then(|tier| tier.needed.get(credential).copied()),
            counted: match (credential, table.professional_counts) {
                (Credential::Focp, Some(_)) => equivalents,
                _ => held(application, *credential, as_of).count(),
            },
        })
        .collect();
    let mut counting = asked;
    if table.professional_counts.is_some() && !counting.contains(&Credential::Fcp) {
        counting.push(Credential::Fcp);
    }
    Heads {
        whose,
        of_parent,
        provenance: tier.map(|tier| tier.provenance),
        practitioners,
        worth: table.professional_counts,
        unchecked: counting.iter().map(|credential| unchecked(application, *credential)).sum(),
        held: counting.into_iter().map(|one| (one, held(application, one, as_of))).collect(),
        result: Headcount { employees, tier: tier.map(crate::rules::Tier::name), met: met(&rows), rows },
    }
}

/// Practitioners without those who are Professionals as well, and both together in equivalents. Where one is not
/// given there is none of it; unknown where neither is given, or one could not be read.
fn equivalents(application: &Application, worth: u32, as_of: NaiveDate) -> (Option<u64>, Option<u64>) {
    let practitioners = held(application, Credential::Focp, as_of);
    let professionals = held(application, Credential::Fcp, as_of);
    let both = [&practitioners, &professionals];
    if both.contains(&&Held::Unread) || both.iter().all(|held| **held == Held::NotGiven) {
        return (None, None);
    }
    let both = match (&practitioners, &professionals) {
        (Held::Named(some), Held::Named(others)) => some.intersection(others).count(),
        _ => 0,
    };
    let alone = practitioners.count().unwrap_or(0).saturating_sub(u64::try_from(both).unwrap_or(0));
    let higher = professionals.count().unwrap_or(0).saturating_mul(u64::from(worth));
    (Some(alone), Some(alone.saturating_add(higher)))
}

/// Whether all rows hold: not where one is known to be short, unknown where one is unknown.
fn met(rows: &[HeadcountRow]) -> Option<bool> {
    let each: Vec<Option<bool>> =
        rows.iter().map(|row| Some(row.counted? >= u64::from(row.required?))).collect();
    if each.contains(&Some(false)) {
        Some(false)
    } else {
        each.into_iter().collect::<Option<Vec<_>>>().map(|_| true)
    }
}

impl HeadcountRow {
    /// People short of what is needed; `None` where either figure is unknown.
    pub fn short_by(&self) -> Option<u64> {
        Some(u64::from(self.required?).saturating_sub(self.counted?))
    }
}

impl Heads {
    /// How many hold a credential, as far as given.
    pub fn count(&self, credential: Credential) -> Option<u64> {
        self.held.iter().find(|(one, _)| *one == credential).and_then(|(_, held)| held.count())
    }

    /// People who hold Practitioner and Professional, and count as Professionals alone.
    pub fn both(&self) -> u64 {
        match (self.count(Credential::Focp), self.practitioners) {
            (Some(named), Some(alone)) => named.saturating_sub(alone),
            _ => 0,
        }
    }

    /// The result in one line.
    pub fn reason(&self) -> String {
        let Some(tier) = &self.result.tier else {
            return format!("the size of {} is not known, so no tier can be told", self.whose);
        };
        let rows: Vec<String> = self.result.rows.iter().map(|row| self.row(row)).collect();
        format!("{} at {tier} employees ({})", rows.join(", "), self.whose)
    }

    fn row(&self, row: &HeadcountRow) -> String {
        let needed = number_of(u64::from(row.required.unwrap_or(0)), row.credential.noun());
        let Some(counted) = row.counted else {
            let unread = self.held.iter().any(|(_, held)| *held == Held::Unread);
            let why = if unread { "a figure given cannot be read" } else { "none given" };
            return format!("{why}, {needed} needed");
        };
        match (self.practitioners, self.count(Credential::Fcp), self.worth) {
            (Some(alone), Some(higher), Some(worth)) if row.credential == Credential::Focp && higher > 0 => {
                let made_of = format!("{alone} and {worth} x {}", number_of(higher, "professional"));
                format!("{counted} held ({made_of}), {needed} needed")
            }
            _ => format!("{counted} held, {needed} needed"),
        }
    }
}

#[cfg(test)]
mod tests;
