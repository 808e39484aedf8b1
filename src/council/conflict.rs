//! Conflicts of interest: the register of who is tied to whom, and what suggests itself for an application from it and
//! from the names of employers and their parents.
//!
//! A suggestion is no recusal: that stays the act of whoever holds the seat.

mod names;
mod register;
mod suggest;

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use register::Register;
pub use suggest::{Applicant, Suggestion};

use super::seat::Seat;
use crate::{
    review::Ref,
    rules::{fold::fold, ids::words},
};

words!(
    /// How somebody is tied to an organisation.
    Relation {
        /// Works for it.
        Employed = "employed",
        /// Works in the same group: the one organisation belongs to the other, or both to a third.
        Parent = "parent",
        /// Is its customer.
        Customer = "customer",
        /// Competes with it.
        Competitor = "competitor",
        /// Is paid by it, or owns a part of it.
        Paid = "paid",
        /// Is close to somebody there.
        Personal = "personal",
    }
);

words!(
    /// How much a conflict weighs.
    Weight {
        /// Whoever has it should take no part.
        Hard = "hard",
        /// Whoever has it says so, and decides.
        Soft = "soft",
    }
);

words!(
    /// What has become of a suggestion.
    State {
        /// It stands.
        Stands = "stands",
        /// The chair said that it is none, for good.
        Dismissed = "dismissed",
        /// The chair said that they may take part in this application all the same.
        Waived = "waived",
    }
);

/// A person's tie to an organisation, as the register has it: of seat holders and reviewers alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// Who.
    pub person: String,
    /// With which organisation.
    pub organisation: String,
    /// How they are tied to it.
    pub relation: Relation,
    /// How much it weighs.
    pub weight: Weight,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub until: Option<NaiveDate>,
}

impl Conflict {
    /// Who is tied to whom, and how.
    pub fn tie(&self) -> Tie {
        let Self { person, organisation, relation, .. } = self;
        Tie { person: person.clone(), organisation: organisation.clone(), relation: *relation }
    }

    /// Whether it holds on `day`: both ends are part of it.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// What a chair's word is about: one person's one relation to one organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tie {
    /// Who.
    pub person: String,
    /// With which organisation.
    pub organisation: String,
    /// How they are tied to it.
    pub relation: Relation,
}

impl Tie {
    /// Whether both are about the same, however the names are written.
    pub fn is(&self, other: &Self) -> bool {
        self.relation == other.relation
            && same_person(&self.person, &other.person)
            && names::same(&self.organisation, &other.organisation)
    }
}

impl fmt::Display for Tie {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} and {} ({})", self.person, self.organisation, self.relation)
    }
}

/// A chair's word on a conflict: dismissed for good, or waived for one application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// What it is about.
    pub tie: Tie,
    /// For which application it is waived; `None` dismisses it for all.
    pub application: Option<Ref>,
    /// Who said so.
    pub by: String,
    /// On which day.
    pub day: NaiveDate,
    /// Why; `None` where the text was erased.
    pub because: Option<String>,
}

/// Why somebody may not say what becomes of a conflict: it is never for the person concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Concerned {
    /// It is their own.
    Own(String),
    /// It is that of whoever presides, in whose place another member has to say it.
    Chair(String),
}

impl Concerned {
    /// What is in the way.
    pub fn why(&self) -> String {
        match self {
            Self::Own(person) => format!("{person} is the person concerned"),
            Self::Chair(person) => format!("{person} presides and is the person concerned"),
        }
    }

    /// What to do instead.
    pub const fn instead(&self) -> &'static str {
        match self {
            Self::Own(_) => "let somebody else preside and do it",
            Self::Chair(_) => "another member says it, with --actor NAME and --role chair",
        }
    }
}

/// Whether `actor` may waive or dismiss a conflict of `person` on `day`. What is said in the role of the chair is taken as
/// the word of whoever holds that seat: where that is the person concerned, another member says it in their own name.
///
/// # Errors
/// It would be said by the person concerned.
pub fn may_judge(actor: &str, person: &str, seats: &[Seat], day: NaiveDate) -> Result<(), Concerned> {
    if same_person(actor, person) {
        return Err(Concerned::Own(person.to_owned()));
    }
    let sits = |seat: &&Seat, who: &str| seat.held_on(day) && same_person(seat.principal(), who);
    let presides = seats.iter().any(|seat| seat.chair && sits(&seat, person));
    let member = seats.iter().any(|seat| !seat.contributor && sits(&seat, actor));
    if presides && !member { Err(Concerned::Chair(person.to_owned())) } else { Ok(()) }
}

/// Whether both names are those of one person: without regard to case, accents written otherwise, signs that are not seen
/// and punctuation. What stands before a comma comes last: `Krol, Bastian`.
pub fn same_person(one: &str, other: &str) -> bool {
    let one = words_of(one);
    !one.is_empty() && one == words_of(other)
}

fn words_of(name: &str) -> Vec<String> {
    let seen =
        |c: &char| c.is_alphanumeric() || c.is_whitespace() || (c.is_ascii_punctuation() && *c != '\'');
    let folded: String = fold(name).chars().filter(seen).collect();
    let in_order = match folded.split_once(',') {
        Some((last, first)) => format!("{first} {last}"),
        None => folded,
    };
    let words = in_order.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}
