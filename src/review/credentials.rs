//! Who holds which credential: named holders where there are some, else the bare figure.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{
    application::Application,
    facts::Holder,
    finding::{Check, Item, ItemKind},
};
use crate::rules::{Credential, fold::fold};

/// How many people hold a credential, and how that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    /// Nothing was said of it.
    NotGiven,
    /// A figure was given that could not be read.
    Unread,
    /// A figure without names.
    Bare(u64),
    /// The valid ones among the holders named, each person once.
    Named(BTreeSet<Person>),
}

/// A person, as far as two entries can be told to be one: by name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Person {
    /// A name, as names are compared.
    Name(String),
    /// Without a name: nobody but themselves.
    Unnamed(u32),
}

impl Held {
    /// How many people; `None` where nothing was said, or nothing that could be read.
    pub fn count(&self) -> Option<u64> {
        match self {
            Self::NotGiven | Self::Unread => None,
            Self::Bare(count) => Some(*count),
            Self::Named(people) => Some(u64::try_from(people.len()).unwrap_or(u64::MAX)),
        }
    }

    /// Whether names were given.
    pub fn is_named(&self) -> bool {
        matches!(self, Self::Named(_))
    }
}

/// Who holds `credential` on the as-of day. Where holders are named for it only they count.
pub fn held(application: &Application, credential: Credential, as_of: NaiveDate) -> Held {
    among(application, credential, |holder| is_valid(application, holder, as_of))
}

/// The same as the applicant puts it forward, whatever reviewers said of the holders.
pub fn put_forward(application: &Application, credential: Credential, as_of: NaiveDate) -> Held {
    among(application, credential, |holder| is_in_force(holder, as_of))
}

fn among(application: &Application, credential: Credential, counts: impl Fn(&Holder) -> bool) -> Held {
    let named: Vec<&Holder> =
        application.facts.holders.iter().filter(|holder| holder.credential == credential).collect();
    if !named.is_empty() {
        let valid = named.into_iter().filter(|holder| counts(holder));
        return Held::Named(valid.map(person).collect());
    }
    match application.facts.credentials.get(&credential) {
        Some(Some(count)) => Held::Bare(u64::from(*count)),
        Some(None) => Held::Unread,
        None => Held::NotGiven,
    }
}

/// Whether a holder counts on the as-of day: not rejected, still employed, and the credential in force.
pub fn is_valid(application: &Application, holder: &Holder, as_of: NaiveDate) -> bool {
    let check = application.review.checks.get(&Item::new(ItemKind::Holder, holder.n));
    !matches!(check, Some(Check::Rejected { .. })) && is_in_force(holder, as_of)
}

fn is_in_force(holder: &Holder, as_of: NaiveDate) -> bool {
    holder.employed
        && holder.expires.is_none_or(|last| as_of <= last)
        && holder.issued.is_none_or(|first| first <= as_of)
}

/// Holders of a credential that nobody has checked yet; a bare figure counts as one thing to check.
pub fn unchecked(application: &Application, credential: Credential) -> usize {
    let mut of_it =
        application.facts.holders.iter().filter(|holder| holder.credential == credential).peekable();
    if of_it.peek().is_none() {
        return usize::from(application.facts.credentials.contains_key(&credential));
    }
    let checked = |n| application.review.checks.contains_key(&Item::new(ItemKind::Holder, n));
    of_it.filter(|holder| !checked(holder.n)).count()
}

fn person(holder: &Holder) -> Person {
    let name = fold(&holder.name);
    if name.is_empty() { Person::Unnamed(holder.n) } else { Person::Name(name) }
}
