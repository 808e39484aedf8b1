//! Where a ballot is opened: at a meeting, or electronically.

use super::{case::Case, refusal::Refusal};
use crate::{
    council::{Meeting, electronic::session_id, order},
    record::Change,
    review::Stage,
    rules::day,
};

/// The meeting that a ballot on what is at `stage` is opened in; without one, the session of an electronic ballot, which
/// needs a deadline that lies ahead, and what is on no agenda.
pub(super) fn set_up<'a>(case: &Case<'a>, change: &Change, stage: Stage) -> Result<&'a Meeting, Refusal> {
    let Change::BallotOpened { ballot, meeting, deadline, rules, with, .. } = change else {
        return Err(Refusal::invalid("no ballot is opened by this", "open one"));
    };
    if let (None, Some(deadline)) = (meeting, deadline) {
        order::may_end(*deadline, case.act.at)?;
        let day = deadline.date_naive();
        if !day::is_near(day) {
            return Err(Refusal::FarDay { field: "deadline".to_owned(), day });
        }
    }
    match (meeting, deadline, rules) {
        (Some(meeting), None, None) => case.meeting(meeting),
        (Some(_), ..) => Err(Refusal::invalid(
            format!("ballot {ballot} at a meeting with a deadline or a rule set of its own"),
            "leave them out: it ends when it is closed, and goes by the rules of the meeting",
        )),
        (None, Some(_), Some(_)) if stage == Stage::OnAgenda => Err(Refusal::not_allowed(
            format!("{} is on an agenda", ballot.application),
            "take it off the agenda first, or vote on it in the meeting",
        )),
        (None, Some(_), Some(_)) => case.meeting(&session_id(with.as_ref().unwrap_or(ballot))),
        (None, ..) => Err(Refusal::invalid(
            format!("ballot {ballot} in no meeting, without a deadline or a council rule set"),
            "name the meeting, or both for an electronic ballot",
        )),
    }
}
