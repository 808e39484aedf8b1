//! May a change be made? It must rest on what is there (`was` equals what is), name what is known, and be allowed by
//! the rules. What has to be loaded for an answer is [`Change::needs`]; what was loaded is a [`Before`].

mod agenda;
mod application;
mod ballot;
mod before;
mod bounds;
mod case;
mod condition;
mod conflict;
mod consent;
mod correction;
mod demo;
mod docket;
mod finding;
mod item;
mod meeting;
mod minutes;
mod opening;
mod place;
mod refusal;
mod ruling;
mod seat;
mod sent;
mod stage;
mod stand_in;
mod stay;
mod suspension;
mod together;
mod topic;

pub use before::{Before, Listed, MeetingNeeded, Needs, Note};
pub use refusal::Refusal;
pub use together::{Together, check_together};

use self::{application::Arrival, case::Case};
use super::{act::Act, change::Change};
use crate::council::order;

/// Whether `change` may be made by `act` on what is there.
///
/// # Errors
/// The reason why not, with what to do instead.
pub fn check(change: &Change, before: &Before, act: &Act) -> Result<(), Refusal> {
    answer(change, &Case { before, act, undoes: false })
}

/// Whether `change`, the mirror image of an earlier one, may be made: it must still rest on what is there and fit it,
/// but is not asked for a role, a verdict or a day again, for it only restores what was allowed before.
///
/// # Errors
/// The reason why not, with what to do instead.
pub fn check_undo(change: &Change, before: &Before, act: &Act) -> Result<(), Refusal> {
    answer(change, &Case { before, act, undoes: true })
}

fn answer(change: &Change, case: &Case) -> Result<(), Refusal> {
    may_act(change, case)?;
    is_held(change)?;
    if !case.undoes {
        bounds::within(change)?;
    }
    match change {
        Change::Founded { docket, schema } => docket::founded(docket, *schema),
        // Every docket may be rehearsed; that it lies in a copy is for whoever makes the copy.
        Change::RehearsalBegan { .. } => Ok(()),
        Change::RulesTaken { kind, id, text } => docket::rules_taken(case, *kind, id, text),
        Change::Received { application, program, edition, stage, facts, .. } => {
            let arrival = Arrival { reference: application, program: *program, edition, stage: *stage };
            application::received(case, &arrival, facts)
        }
        Change::Submitted { application, n, facts, kept, .. } => {
            application::submitted(case, application, *n, facts, kept)
        }
        Change::Amended { application, field, was, now } => {
            application::amended(case, application, *field, was.as_deref(), now.as_deref())
        }
        Change::Found { application, requirement, was, now } => {
            finding::found(case, application, requirement, was.as_ref(), now.as_ref())
        }
        Change::Checked { application, item, was, now } => {
            item::is_checked(case, application, *item, was.as_ref(), now.as_ref())
        }
        Change::Given { application, was, now } => item::given(case, application, was.as_ref(), now.as_ref()),
        Change::Assigned { application, was, now } => application::assigned(case, application, was, now),
        Change::Staged { application, was, now, because } => {
            stage::staged(case, application, (was, now), because.as_deref())
        }
        Change::Demonstrated { application, was, now } => demo::demonstrated(case, application, was, now),
        Change::Noted { application, n, text } => application::noted(case, application, *n, text.as_deref()),
        Change::Seated { .. }
        | Change::Suspended { .. }
        | Change::SuspensionEnds { .. }
        | Change::StoodIn { .. }
        | Change::ConflictEntered { .. }
        | Change::ConflictEnds { .. }
        | Change::ConflictDismissed { .. }
        | Change::ConflictWaived { .. } => of_the_seats(change, case),
        Change::Planned { .. }
        | Change::Called { .. }
        | Change::Attended { .. }
        | Change::AgendaSet { .. }
        | Change::ConsentSet { .. }
        | Change::Adjourned { .. }
        | Change::Corrected { .. }
        | Change::ItemSet { .. }
        | Change::Minuted { .. }
        | Change::Ruled { .. }
        | Change::MinutesApproved { .. }
        | Change::MinutesAmended { .. }
        | Change::PacketSent { .. } => of_a_meeting(change, case),
        Change::BallotOpened { .. }
        | Change::Voted { .. }
        | Change::Joined { .. }
        | Change::Pulled { .. }
        | Change::BallotClosed { .. }
        | Change::Declared { .. }
        | Change::Cleared { .. } => of_a_ballot(change, case),
    }
}

/// A change of who sits on the council, and of what ties them to an applicant.
fn of_the_seats(change: &Change, case: &Case) -> Result<(), Refusal> {
    match change {
        Change::Seated { was, now } => seat::seated(case, was.as_ref(), now.as_ref()),
        Change::Suspended { seat, from, until, because } => {
            let (seat, from, until, because) = (*seat, *from, *until, because.as_deref());
            suspension::suspended(case, suspension::Wanted { seat, from, until, because })
        }
        Change::SuspensionEnds { seat, from, was, now } => suspension::ends(case, *seat, *from, *was, *now),
        Change::StoodIn { meeting, was, now } => {
            stand_in::stood_in(case, meeting, was.as_ref(), now.as_ref())
        }
        Change::ConflictEntered { n, conflict, taken_back, .. } => {
            conflict::entered(case, *n, conflict, *taken_back)
        }
        Change::ConflictEnds { n, was, now } => conflict::ends(case, *n, *was, *now),
        Change::ConflictDismissed { tie, because } => conflict::dismissed(case, tie, because),
        Change::ConflictWaived { application, tie, because } => {
            conflict::waived(case, application, tie, because.as_deref())
        }
        _ => Err(unchecked()),
    }
}

/// A change of a meeting: who is there, what is on its agenda, its papers.
fn of_a_meeting(change: &Change, case: &Case) -> Result<(), Refusal> {
    match change {
        Change::Planned { meeting, date, rules } => meeting::planned(case, meeting, *date, rules),
        Change::Called { meeting, reading } => meeting::called(case, meeting, *reading),
        Change::Attended { meeting, seat, was, now } => {
            meeting::attended(case, meeting, *seat, was.as_ref(), now.as_ref())
        }
        Change::AgendaSet { meeting, was, now } => agenda::set(case, meeting, was, now),
        Change::ConsentSet { meeting, application, was, now } => {
            consent::set(case, meeting, application, was.as_ref(), now.as_ref())
        }
        Change::Adjourned { meeting } => meeting::adjourned(case, meeting),
        Change::Corrected { meeting, seat, was, now, because } => {
            correction::corrected(case, meeting, *seat, (was.as_ref(), now.as_ref()), because)
        }
        Change::ItemSet { meeting, item, was, now } => {
            topic::item_set(case, meeting, *item, was.as_ref(), now.as_ref())
        }
        Change::Minuted { meeting, n, topic, text, action } => {
            topic::minuted(case, meeting, (*n, topic), text.as_deref(), action.as_ref())
        }
        Change::Ruled { n, meeting, chair, was, now, because } => {
            let said = ruling::Said { was: *was, now: *now, chair, because };
            ruling::ruled(case, *n, meeting.as_ref(), &said)
        }
        Change::MinutesApproved { meeting, by, hash } => minutes::approved(case, meeting, by, hash),
        Change::MinutesAmended { meeting, n, text, because, by } => {
            minutes::amended(case, meeting, *n, (text, because), by.as_ref())
        }
        Change::PacketSent { meeting, n, hash, items } => sent::sent(case, meeting, *n, hash, items),
        _ => Err(unchecked()),
    }
}

/// A change of a ballot, or of what it laid down.
fn of_a_ballot(change: &Change, case: &Case) -> Result<(), Refusal> {
    match change {
        Change::BallotOpened { .. } => opening::opened(case, change),
        Change::Voted { ballot, seat, was, now, why } => {
            ballot::voted(case, ballot, *seat, (*was, *now), *why)
        }
        Change::Joined { ballot, seat, was, now } => ballot::joined(case, ballot, *seat, *was, *now),
        Change::Pulled { ballot, pulled, present } => consent::pulled(case, ballot, pulled, present),
        Change::BallotClosed { ballot, present, left, saw } => {
            ballot::closed(case, ballot, (present, left), saw.as_deref())
        }
        Change::Declared { ballot, outcome, next, granted } => {
            ballot::declared(case, ballot, *outcome, *next, granted.as_ref())
        }
        Change::Cleared { ballot, condition, was, now } => {
            condition::cleared(case, ballot, *condition, was.as_ref(), now.as_ref())
        }
        _ => Err(unchecked()),
    }
}

/// Every session that a change names is a meeting; a vote without one has nothing but its ballots.
fn is_held(change: &Change) -> Result<(), Refusal> {
    let Needs { meeting, later, .. } = change.needs();
    let named = if let MeetingNeeded::Named(meeting) = meeting { Some(meeting) } else { None };
    Ok(named.iter().chain(&later).try_for_each(order::is_held)?)
}

/// What nothing checks is not made.
fn unchecked() -> Refusal {
    Refusal::invalid("a change that nothing checks", "this docket cannot make it; a later one may")
}

/// Whoever acts has a name, and a docket is founded once, before anything else.
fn may_act(change: &Change, case: &Case) -> Result<(), Refusal> {
    if !case::says_something(&case.act.actor) {
        return Err(Refusal::invalid("a change by nobody", "say who makes it, with --actor"));
    }
    bounds::line("actor", &case.act.actor)?;
    match (change, &case.before.docket) {
        (Change::Founded { .. }, Some(docket)) => Err(Refusal::not_allowed(
            format!("this docket is founded already, as {docket}"),
            "start another one in a file of its own",
        )),
        (Change::Founded { .. }, None) | (_, Some(_)) => Ok(()),
        (_, None) => {
            Err(Refusal::not_allowed("this file holds no docket yet", "found it with its first change"))
        }
    }
}

#[cfg(test)]
mod tests;
