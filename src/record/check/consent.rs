//! The consent list of a meeting, and what a member pulls from it or to a meeting.

use super::{
    ballot,
    case::{Case, says_something},
    refusal::{Refusal, fresh},
};
use crate::{
    council::{
        BallotId, MeetingId, MeetingState, SeatNo, order,
        together::{Consent, Pulled},
    },
    record::describe::or_none,
    review::Ref,
};

pub(super) fn set(
    case: &Case,
    id: &MeetingId,
    reference: &Ref,
    was: Option<&Consent>,
    now: Option<&Consent>,
) -> Result<(), Refusal> {
    if let Some(ballot) = case.before.listed.get(reference).and_then(|listed| listed.voted_on.clone()) {
        return Err(Refusal::Locked { ballot });
    }
    let meeting = case.meeting(id)?;
    if meeting.state == MeetingState::Adjourned {
        let (meeting, state) = (id.clone(), meeting.state);
        return Err(order::Refusal::NotInSession { meeting, state }.into());
    }
    if now.is_some() && !meeting.agenda.contains(reference) {
        let (application, meeting) = (reference.clone(), id.clone());
        return Err(order::Refusal::NotOnAgenda { application, meeting }.into());
    }
    fresh(
        format!("{reference} on the consent list of meeting {id}"),
        &was,
        &meeting.consent.get(reference),
        |consent| match consent {
            None => "not on it".to_owned(),
            Some(Consent { pulled }) => format!("on it, pulled: {}", or_none(pulled.as_ref())),
        },
    )?;
    let Some(Pulled { by, because }) = now.and_then(|now| now.pulled.as_ref()) else { return Ok(()) };
    if !meeting.members.iter().any(|member| member.n == *by) {
        return Err(order::Refusal::NoMember { seat: *by, meeting: id.clone() }.into());
    }
    if because.as_deref().is_some_and(|because| !says_something(because)) {
        return Err(Refusal::invalid("pulled for a reason that says nothing", "say why, or leave it out"));
    }
    Ok(())
}

pub(super) fn pulled(case: &Case, id: &BallotId, pulled: &Pulled, present: &[SeatNo]) -> Result<(), Refusal> {
    let (open, meeting) = case.ballot(id)?;
    order::may_pull(meeting, open, pulled.by)?;
    order::is_in_time(open, case.act.at)?;
    if pulled.because.as_deref().is_some_and(|because| !says_something(because)) {
        return Err(Refusal::invalid("pulled for a reason that says nothing", "say why, or leave it out"));
    }
    ballot::are_present(meeting, open, present)
}
