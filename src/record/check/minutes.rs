//! The minutes of a meeting that is over: approved once by a later meeting, and amended with a reason.

use super::{
    case::{Case, says_something},
    refusal::{Refusal, fresh},
    sent::is_hash,
};
use crate::council::{Meeting, MeetingId, MeetingState};

pub(super) fn approved(case: &Case, id: &MeetingId, by: &MeetingId, hash: &str) -> Result<(), Refusal> {
    let meeting = over(case, id)?;
    if let Some(approval) = &meeting.approval {
        return Err(Refusal::not_allowed(
            format!("the minutes of {id} were approved by meeting {}", approval.by),
            "what is found wrong later is amended, with a reason",
        ));
    }
    later(case, meeting, by)?;
    is_hash(hash)
}

pub(super) fn amended(
    case: &Case,
    id: &MeetingId,
    n: u32,
    (text, because): (&str, &str),
    by: Option<&MeetingId>,
) -> Result<(), Refusal> {
    let meeting = over(case, id)?;
    let last = meeting.amendments.iter().map(|one| one.n).max().unwrap_or_default();
    fresh(format!("the amendments of the minutes of {id}"), &n.saturating_sub(1), &last, |n| {
        format!("{n} in number")
    })?;
    if !says_something(text) || !says_something(because) {
        return Err(Refusal::invalid(
            "an amendment without a text or without a reason",
            "say which item, what it said, what it should say, and why",
        ));
    }
    by.map_or(Ok(()), |by| later(case, meeting, by))
}

/// The meeting, which must be over: while it goes on, what is wrong is corrected in it.
fn over<'a>(case: &Case<'a>, id: &MeetingId) -> Result<&'a Meeting, Refusal> {
    let meeting = case.meeting(id)?;
    if meeting.state == MeetingState::Adjourned {
        return Ok(meeting);
    }
    Err(Refusal::not_allowed(format!("meeting {id} is {}", meeting.state), "adjourn it first"))
}

/// Whether `by` was called to order after `meeting` was over.
fn later(case: &Case, meeting: &Meeting, by: &MeetingId) -> Result<(), Refusal> {
    let other = case.before.later.as_ref().filter(|other| other.id == *by);
    let other = other.ok_or_else(|| Refusal::unknown(format!("meeting {by}"), "plan it first"))?;
    if other.called.is_some_and(|called| meeting.adjourned.is_some_and(|adjourned| adjourned <= called)) {
        return Ok(());
    }
    Err(Refusal::not_allowed(
        format!("meeting {by} was not called to order after {} was over", meeting.id),
        "name the meeting that has the minutes before it",
    ))
}
