//! The agenda of a meeting.

use std::{collections::BTreeSet, fmt::Display};

use super::{
    case::Case,
    refusal::{Refusal, fresh},
};
use crate::{
    council::{Meeting, MeetingId, Topic, motion::TAKE_UP_AGAIN, order},
    review::{Ref, Stage},
};

pub(super) fn set(case: &Case, id: &MeetingId, was: &[Ref], now: &[Ref]) -> Result<(), Refusal> {
    let meeting = case.meeting(id)?;
    order::not_over(meeting)?;
    fresh(format!("the agenda of meeting {id}"), &was, &meeting.agenda.as_slice(), |agenda| {
        let refs: Vec<_> = agenda.iter().map(Ref::as_str).collect();
        format!("[{}]", refs.join(", "))
    })?;
    let mut seen = BTreeSet::new();
    if let Some(twice) = now.iter().find(|reference| !seen.insert(*reference)) {
        return Err(Refusal::invalid(format!("{twice} is on the agenda twice"), "name it once"));
    }
    now.iter().filter(|added| !was.contains(added)).try_for_each(|added| may_add(case, meeting, added))?;
    was.iter().filter(|gone| !now.contains(gone)).try_for_each(|gone| may_remove(case, meeting, gone))
}

fn may_add(case: &Case, meeting: &Meeting, reference: &Ref) -> Result<(), Refusal> {
    let listed = case.before.listed.get(reference).ok_or_else(|| {
        Refusal::unknown(format!("application {reference}"), "see the queue for those that are")
    })?;
    if let Some(meeting) = &listed.elsewhere {
        return Err(Refusal::not_allowed(
            format!("{reference} is on the agenda of meeting {meeting}"),
            "take it off there first",
        ));
    }
    if let Some(ballot) = &listed.voted_on {
        return Err(Refusal::Locked { ballot: ballot.clone() });
    }
    // What is certified and decided comes back to have its certification suspended or revoked.
    let on_certification = listed.stage == Stage::Decided && listed.certified;
    if listed.stage != Stage::ReadyForTac && !on_certification {
        let instead = match listed.stage {
            Stage::Decided => TAKE_UP_AGAIN.to_owned(),
            _ => format!("only what is {} goes on an agenda", Stage::ReadyForTac.words()),
        };
        return Err(Refusal::not_allowed(format!("{reference} is {}", listed.stage.words()), instead));
    }
    if let Some(day) = listed.parked.filter(|day| *day > meeting.date && !case.undoes) {
        return Err(Refusal::not_allowed(
            format!("{reference} is set aside until {day}"),
            "put it on the agenda of a meeting on that day or later, or end the setting aside first",
        ));
    }
    Ok(())
}

/// Why a line that something was noted of stays where it is.
pub(super) fn has_notes(line: impl Display) -> Refusal {
    Refusal::not_allowed(
        format!("something was noted on {line}"),
        "take the notes back first, or leave it on",
    )
}

fn may_remove(case: &Case, meeting: &Meeting, reference: &Ref) -> Result<(), Refusal> {
    let undeclared = meeting.ballots.iter().find(|ballot| !ballot.is_declared());
    if let Some(ballot) = undeclared.filter(|ballot| ballot.id.application == *reference) {
        return Err(Refusal::Locked { ballot: ballot.id.clone() });
    }
    let topic = Topic::Application(reference.clone());
    if meeting.notes_on(&topic).next().is_some() {
        return Err(has_notes(reference));
    }
    let decided = case.before.listed.get(reference).is_some_and(|listed| listed.stage == Stage::Decided);
    if decided && meeting.ballots.iter().any(|ballot| ballot.id.application == *reference) {
        return Err(Refusal::not_allowed(
            format!("{reference} is decided"),
            "leave it on the agenda of the meeting that decided it",
        ));
    }
    Ok(())
}
