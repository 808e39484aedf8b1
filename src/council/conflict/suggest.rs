//! What suggests itself for an application: from the names of employers and their parents, and from the register.

use std::fmt;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    Register, Relation, State, Tie, Weight,
    names::{kin, same},
    same_person,
};
use crate::{
    council::seat::{Seat, SeatNo},
    review::{Application, Ref},
};

/// Who asks: the names that conflicts are looked for by.
#[derive(Clone, Copy, Debug)]
pub struct Applicant<'a> {
    /// The application, for which a conflict can be waived.
    pub reference: Option<&'a Ref>,
    /// The applicant.
    pub organisation: &'a str,
    /// Whom it belongs to.
    pub parent: Option<&'a str>,
}

impl<'a> From<&'a Application> for Applicant<'a> {
    fn from(application: &'a Application) -> Self {
        let organisation = &application.facts.organisation;
        Self {
            reference: Some(&application.reference),
            organisation: &organisation.name,
            parent: organisation.parent.as_ref().map(|parent| parent.name.as_str()),
        }
    }
}

/// A conflict that suggests itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Suggestion {
    /// The seat they hold; `None` of somebody who holds none, or was not asked about as a holder.
    pub seat: Option<SeatNo>,
    /// Who has it.
    pub person: String,
    /// With whom: the applicant or its parent, as the application names it.
    pub with: String,
    /// That is the applicant's parent.
    pub with_parent: bool,
    /// How they are tied to it.
    pub relation: Relation,
    /// How much it weighs.
    pub weight: Weight,
    /// What has become of it.
    pub state: State,
    /// Its number in the register; `None` follows from the names alone.
    pub known: Option<u32>,
}

impl Suggestion {
    /// What a chair's word on it would be about.
    pub fn key(&self) -> Tie {
        let (person, organisation) = (self.person.clone(), self.with.clone());
        Tie { person, organisation, relation: self.relation }
    }

    /// Their seat, or their name where they were not asked about as a holder.
    pub fn who(&self) -> String {
        self.seat.map_or_else(|| self.person.clone(), |n| format!("seat {n}"))
    }

    /// It stands: neither dismissed nor waived.
    pub fn stands(&self) -> bool {
        self.state == State::Stands
    }

    /// What ties them to the applicant: `works for Lumen Cost`.
    pub fn tie(&self) -> String {
        let with = &self.with;
        match self.relation {
            Relation::Employed => format!("works for {with}"),
            Relation::Parent => format!("works in the group of {with}"),
            Relation::Customer => format!("is a customer of {with}"),
            Relation::Competitor => format!("competes with {with}"),
            Relation::Paid => format!("is paid by {with}"),
            Relation::Personal => format!("is close to somebody at {with}"),
        }
    }

    /// How much it weighs, and what has become of it: `hard`, `soft, waived`.
    pub fn standing(&self) -> String {
        if self.stands() { self.weight.to_string() } else { format!("{}, {}", self.weight, self.state) }
    }
}

impl fmt::Display for Suggestion {
    /// `Dmitri Vasko works for Lumen Cost (hard, waived)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} ({})", self.person, self.tie(), self.standing())
    }
}

/// A tie to the applicant, before it is anybody's.
struct Named<'a> {
    with: &'a str,
    relation: Relation,
    weight: Weight,
    known: Option<u32>,
}

impl Register {
    /// What suggests itself for the holders of `seats` on `day`, in the order of the seats, the heaviest first.
    pub fn of_seats(&self, seats: &[Seat], applicant: Applicant<'_>, day: NaiveDate) -> Vec<Suggestion> {
        let of_seat = |seat: &Seat| {
            let mut ties = self.of_name(&seat.holder, applicant, day);
            ties.extend(by_names(seat, applicant));
            self.suggestions(Some(seat.n), &seat.holder, ties, applicant)
        };
        seats.iter().flat_map(of_seat).collect()
    }

    /// The seats of which a conflict stands on `day`.
    pub fn concerned(&self, seats: &[Seat], applicant: Applicant<'_>, day: NaiveDate) -> Vec<SeatNo> {
        let found = self.of_seats(seats, applicant, day);
        found.into_iter().filter(Suggestion::stands).filter_map(|one| one.seat).collect()
    }

    /// What suggests itself for `person` on `day`, whether they hold one of `seats` or none.
    pub fn of_person(
        &self,
        person: &str,
        seats: &[Seat],
        applicant: Applicant<'_>,
        day: NaiveDate,
    ) -> Vec<Suggestion> {
        let mut ties = self.of_name(person, applicant, day);
        let theirs = seats.iter().filter(|seat| seat.held_on(day) && same_person(&seat.holder, person));
        ties.extend(theirs.filter_map(|seat| by_names(seat, applicant)));
        self.suggestions(None, person, ties, applicant)
    }

    /// What suggests itself on `day` for the holders of `seats`, then for the `reviewer`, then for whoever else is in the
    /// register.
    pub fn of_all(
        &self,
        seats: &[Seat],
        reviewer: Option<&str>,
        applicant: Applicant<'_>,
        day: NaiveDate,
    ) -> Vec<Suggestion> {
        let mut found = self.of_seats(seats, applicant, day);
        for person in reviewer.into_iter().chain(self.known.values().map(|one| one.person.as_str())) {
            let holds = seats.iter().any(|seat| same_person(&seat.holder, person));
            if !holds && found.iter().all(|one| !same_person(&one.person, person)) {
                found.extend(self.of_person(person, seats, applicant, day));
            }
        }
        found
    }

    /// What the register has of `person`.
    fn of_name<'a>(&self, person: &str, applicant: Applicant<'a>, day: NaiveDate) -> Vec<Named<'a>> {
        let names = || [Some(applicant.organisation), applicant.parent].into_iter().flatten();
        let theirs =
            self.known.iter().filter(|(_, one)| one.holds_on(day) && same_person(&one.person, person));
        theirs
            .filter_map(|(n, one)| {
                let with = names().find(|name| same(name, &one.organisation))?;
                Some(Named { with, relation: one.relation, weight: one.weight, known: Some(*n) })
            })
            .collect()
    }

    /// One suggestion a relation: what the register says goes before what the names say.
    fn suggestions(
        &self,
        seat: Option<SeatNo>,
        person: &str,
        ties: Vec<Named<'_>>,
        applicant: Applicant<'_>,
    ) -> Vec<Suggestion> {
        let mut found: Vec<Suggestion> = Vec::new();
        for Named { with, relation, weight, known } in ties {
            if found.iter().any(|one| one.relation == relation && same(&one.with, with)) {
                continue;
            }
            let tie = Tie { person: person.to_owned(), organisation: with.to_owned(), relation };
            let state = self.state(&tie, applicant.reference);
            let Tie { person, organisation: with, relation } = tie;
            let with_parent = !same(&with, applicant.organisation);
            found.push(Suggestion { seat, person, with, with_parent, relation, weight, state, known });
        }
        found.sort_by_key(|one| (one.weight, one.relation));
        found
    }
}

/// What the names on both sides say: the employer or its parent is the applicant or its parent, or one of their groups by
/// its name. Sisters that belong to the same parent are a soft conflict, everything else a hard one.
fn by_names<'a>(seat: &Seat, applicant: Applicant<'a>) -> Option<Named<'a>> {
    use {
        Relation::{Employed, Parent},
        Weight::{Hard, Soft},
    };
    let Applicant { organisation, parent, .. } = applicant;
    let employer = Some(seat.employer.as_str());
    let pairs = [
        (employer, Some(organisation), Employed, Hard),
        (employer, parent, Employed, Hard),
        (seat.parent.as_deref(), Some(organisation), Parent, Hard),
        (seat.parent.as_deref(), parent, Parent, Soft),
    ];
    let found = |alike: fn(&str, &str) -> bool| {
        pairs.into_iter().find_map(|(theirs, with, relation, weight)| {
            let with = with.filter(|with| theirs.is_some_and(|theirs| alike(theirs, with)))?;
            Some(Named { with, relation, weight, known: None })
        })
    };
    found(same).or_else(|| found(kin).map(|of_group| Named { relation: Parent, ..of_group }))
}

#[cfg(test)]
#[path = "suggest_tests.rs"]
mod tests;
