//! The register of conflicts, and the chair's word on them.

use chrono::NaiveDate;

use super::{
    case::{Case, says_something},
    refusal::{Refusal, fresh},
};
use crate::{
    council::conflict::{Conflict, State, Tie, may_judge, same_person},
    record::{Role, describe::or_none},
    review::Ref,
};

pub(super) fn entered(case: &Case, n: u32, conflict: &Conflict, taken_back: bool) -> Result<(), Refusal> {
    let register = &case.before.register;
    if taken_back {
        let is = register.known.get(&n).ok_or_else(|| unknown(n))?;
        return fresh(format!("conflict {n}"), conflict, is, |one| one.person.clone());
    }
    let next = register.next();
    fresh("the register of conflicts", &n.saturating_sub(1), &next.saturating_sub(1), |n| {
        format!("{n} in number")
    })?;
    if !says_something(&conflict.person) || !says_something(&conflict.organisation) {
        return Err(Refusal::invalid(
            "a conflict without a person or an organisation",
            "say who has it, and with whom",
        ));
    }
    in_order(conflict.from, conflict.until)?;
    let same = |known: &&Conflict| known.tie().is(&conflict.tie()) && known.until == conflict.until;
    match register.known.iter().find(|(_, known)| same(known)) {
        None => Ok(()),
        Some((known, _)) => Err(Refusal::not_allowed(
            format!("{} is in the register already, as conflict {known}", conflict.tie()),
            "end that one first, if this one replaces it",
        )),
    }
}

pub(super) fn ends(
    case: &Case,
    n: u32,
    was: Option<NaiveDate>,
    now: Option<NaiveDate>,
) -> Result<(), Refusal> {
    let is = case.before.register.known.get(&n).ok_or_else(|| unknown(n))?;
    fresh(format!("the last day of conflict {n}"), &was, &is.until, |until| or_none(*until))?;
    let earlier = now.is_some_and(|now| was.is_none_or(|was| now < was));
    if earlier && !case.undoes && same_person(&case.act.actor, &is.person) {
        return Err(Refusal::not_allowed(
            format!("{} is the person concerned, and nobody ends their own conflict", is.person),
            "let somebody else say when it ended",
        ));
    }
    in_order(is.from, now)
}

fn in_order(from: Option<NaiveDate>, until: Option<NaiveDate>) -> Result<(), Refusal> {
    match from.zip(until) {
        Some((from, until)) if until < from => {
            Err(Refusal::invalid("a conflict that ends before it begins", "give other days"))
        }
        _ => Ok(()),
    }
}

/// A dismissal is for the chair and for good: never by the person concerned, and never twice.
pub(super) fn dismissed(case: &Case, tie: &Tie, because: &str) -> Result<(), Refusal> {
    may_say(case, tie, because, "dismissing a conflict")?;
    match case.before.register.state(tie, None) {
        State::Dismissed => Err(Refusal::not_allowed(
            format!("the conflict of {tie} is dismissed already"),
            "a dismissal holds for good; there is nothing to do",
        )),
        State::Stands | State::Waived => Ok(()),
    }
}

pub(super) fn waived(
    case: &Case,
    application: &Ref,
    tie: &Tie,
    because: Option<&str>,
) -> Result<(), Refusal> {
    case.application(application)?;
    let state = case.before.register.state(tie, Some(application));
    let Some(because) = because else {
        return if state == State::Waived {
            Ok(())
        } else {
            Err(Refusal::unknown(
                format!("a waiver for {tie} on {application}"),
                "there is none to take back",
            ))
        };
    };
    may_say(case, tie, because, "waiving a conflict")?;
    if state == State::Stands {
        return Ok(());
    }
    Err(Refusal::not_allowed(
        format!("the conflict of {tie} is {state} already"),
        "they can take part in this application; there is nothing to do",
    ))
}

fn may_say(case: &Case, tie: &Tie, because: &str, what: &str) -> Result<(), Refusal> {
    if !says_something(&tie.person) || !says_something(&tie.organisation) {
        return Err(Refusal::invalid(
            "a conflict without a person or an organisation",
            "say who has it, and with whom",
        ));
    }
    if !says_something(because) {
        return Err(Refusal::invalid(format!("{what} without a reason"), "say why"));
    }
    may_judge(&case.act.actor, &tie.person, &case.before.seats, case.act.today)
        .map_err(|concerned| Refusal::not_allowed(concerned.why(), concerned.instead()))?;
    case.in_role(Role::Chair, what)
}

fn unknown(n: u32) -> Refusal {
    Refusal::unknown(format!("conflict {n}"), "see `docket conflict list`")
}
