//! What is given for a requirement: pieces of evidence, working groups, claims still to check.

use super::{Opinion, with_unchecked};
use crate::{
    review::{
        application::Application,
        case::Case,
        facts::Evidence,
        finding::{Check, Item, ItemKind},
        window::Window,
        wording::{count_of, number_of},
    },
    rules::{Months, Requirement},
};

/// The pieces for a requirement that are not rejected.
fn pieces<'a>(
    application: &'a Application,
    requirement: &'a Requirement,
) -> impl Iterator<Item = &'a Evidence> {
    application.facts.evidence.iter().filter(|piece| {
        piece.requirement == requirement.id
            && !matches!(check(application, ItemKind::Evidence, piece.n), Some(Check::Rejected { .. }))
    })
}

/// Whether anything was given for a requirement, rejected or not.
fn put_forward(application: &Application, requirement: &Requirement) -> bool {
    application.facts.evidence.iter().any(|piece| piece.requirement == requirement.id)
}

fn check(application: &Application, kind: ItemKind, n: u32) -> Option<&Check> {
    application.review.checks.get(&Item::new(kind, n))
}

fn unchecked(application: &Application, requirement: &Requirement) -> usize {
    pieces(application, requirement)
        .filter(|piece| check(application, ItemKind::Evidence, piece.n).is_none())
        .count()
}

/// Whether anything that is not rejected is given for a requirement.
pub(in crate::review) fn any(application: &Application, requirement: &Requirement) -> bool {
    pieces(application, requirement).next().is_some()
}

/// Claims that nobody has checked.
pub(in crate::review) fn unchecked_claims(application: &Application) -> usize {
    let claims = &application.facts.claims;
    claims.iter().filter(|claim| check(application, ItemKind::Claim, claim.n).is_none()).count()
}

pub(super) fn reviewer(case: &Case<'_>, requirement: &Requirement) -> Opinion {
    let reason = match pieces(case.application, requirement).count() {
        0 if put_forward(case.application, requirement) => {
            "a reviewer decides; all that was given is rejected".to_owned()
        }
        0 => "a reviewer decides; nothing is given for it".to_owned(),
        given => format!("a reviewer decides; {} given", count_of(given, "piece of evidence")),
    };
    Opinion::open(with_unchecked(case, reason, unchecked(case.application, requirement)))
}

pub(super) fn evidence(
    case: &Case<'_>,
    requirement: &Requirement,
    at_least: u32,
    window: Option<Months>,
) -> Opinion {
    let given = pieces(case.application, requirement).count();
    if given == 0 && !put_forward(case.application, requirement) {
        return Opinion::open(format!(
            "nothing is given, {} needed",
            number_of(u64::from(at_least), "piece")
        ));
    }
    let received = case.application.received;
    let window = window.map(|months| (months, Window::back(received, months, case.as_of)));
    let inside = |piece: &&Evidence| match window {
        None => piece.date.is_none_or(|day| day <= case.as_of),
        Some((_, window)) => piece.date.is_some_and(|day| window.contains(day)),
    };
    let counted = pieces(case.application, requirement).filter(inside).count();
    let mut reason = format!("{counted} of {at_least} pieces");
    if given == 0 {
        reason = format!("{reason}; all that was given is rejected");
    }
    if let Some((months, Window { from, to })) = window {
        let back = number_of(u64::from(months.0), "month");
        reason = format!(
            "{reason} dated {from} to {to} ({back} back from the day received, {received}, and forward to the as-of day)"
        );
    }
    if counted < given {
        reason = format!("{reason}; {} more given do not count by their date", given - counted);
    }
    let holds = u64::try_from(counted).is_ok_and(|counted| counted >= u64::from(at_least));
    Opinion::new(Some(holds), with_unchecked(case, reason, unchecked(case.application, requirement)))
}

pub(super) fn attendance(case: &Case<'_>) -> Opinion {
    let groups = &case.application.facts.working_groups;
    if groups.is_empty() {
        return Opinion::open("no working group is given");
    }
    let mut unclear = None;
    for group in groups {
        match (group.attended, group.held) {
            (Some(attended), Some(held)) if 0 < held && attended <= held => {
                if u64::from(attended) * 2 >= u64::from(held) {
                    let reason = format!("{}: {attended} of {held} meetings attended", group.name);
                    return Opinion::new(Some(true), reason);
                }
            }
            _ => unclear = Some(format!("{}: the meetings attended and held are not clear", group.name)),
        }
    }
    match unclear {
        Some(reason) => Opinion::open(reason),
        None => Opinion::new(Some(false), "no working group was attended at half of its meetings"),
    }
}
