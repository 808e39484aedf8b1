//! What ballots and applications are called in a paper. A ref can hold the name of a person, so that a public paper
//! has the numbers of the items in its place.

use super::Audience;
use crate::{
    council::{Ballot, BallotId, Meeting, MeetingId, MeetingState, electronic},
    record::Sitting,
    review::Ref,
};

/// For whom a paper is, and what it calls the applications and ballots of its meeting.
#[derive(Clone, Debug)]
pub(super) struct Names {
    /// For whom.
    pub(super) audience: Audience,
    /// The number of each application's item.
    numbers: Vec<(Ref, u32)>,
}

impl Names {
    /// Those of the papers of `sitting`. An application that was voted on and is not on the agenda any more has a
    /// number behind its lines.
    pub(super) fn of(sitting: &Sitting, audience: Audience) -> Self {
        let meeting = &sitting.meeting;
        let voted_on = meeting.ballots.iter().map(|ballot| &ballot.id.application);
        let mut numbers: Vec<(Ref, u32)> = Vec::new();
        for reference in meeting.agenda.iter().chain(voted_on) {
            if numbers.iter().all(|(known, _)| known != reference) {
                let gone = numbers.len().saturating_sub(meeting.agenda.len());
                let after = meeting.topics().len().saturating_add(gone).saturating_add(1);
                let place = meeting.place_of(reference).unwrap_or(after);
                numbers.push((reference.clone(), u32::try_from(place).unwrap_or(u32::MAX)));
            }
        }
        Self { audience, numbers }
    }

    /// The applications of the meeting with the numbers of their items.
    pub(super) fn items(&self) -> &[(Ref, u32)] {
        &self.numbers
    }

    /// The paper has everything: it is for the team and the council.
    pub(super) fn is_internal(&self) -> bool {
        self.audience == Audience::Internal
    }

    /// What an application is called.
    pub(super) fn application(&self, reference: &Ref) -> String {
        match (self.audience, self.number(reference)) {
            (Audience::Internal, _) => reference.to_string(),
            (Audience::Public, Some(n)) => format!("item {n}"),
            (Audience::Public, None) => "an application that is no item of it".to_owned(),
        }
    }

    /// What a ballot is called: `REF/2`, and in public `3/2`, the second on the application that is item 3.
    pub(super) fn ballot(&self, ballot: &BallotId) -> String {
        match (self.audience, self.number(&ballot.application)) {
            (Audience::Internal, _) => ballot.to_string(),
            (Audience::Public, Some(n)) => format!("{n}/{}", ballot.n),
            (Audience::Public, None) => format!("{} on another application", ballot.n),
        }
    }

    /// What a meeting is called, or the session of a vote without one, which its leading ballot names.
    pub(super) fn meeting(&self, meeting: &MeetingId) -> MeetingId {
        match electronic::lead_of(meeting) {
            Some(lead) => electronic::session_named(&self.ballot(&lead)),
            None => meeting.clone(),
        }
    }

    /// What followed in `meeting` on an application after its ballot number `after`, which decided nothing: a ballot
    /// and where it is, or that nothing was decided.
    pub(super) fn followed(&self, meeting: &Meeting, (reference, after): (&Ref, u32)) -> String {
        let later = |one: &&Ballot| one.id.application == *reference && one.id.n > after;
        match (meeting.ballots.iter().rfind(later), meeting.state) {
            (Some(later), _) => {
                // In public the name of the ballot has the number of its item.
                let item = self.number(reference).filter(|_| self.is_internal());
                let item = item.map(|n| format!(", item {n}"));
                format!(
                    "voted on after that by ballot {}{}",
                    self.ballot(&later.id),
                    item.unwrap_or_default()
                )
            }
            (None, MeetingState::Adjourned) => "nothing was decided on it in this meeting".to_owned(),
            (None, _) => "nothing is decided on it yet in this meeting".to_owned(),
        }
    }

    fn number(&self, reference: &Ref) -> Option<u32> {
        self.numbers.iter().find(|(known, _)| known == reference).map(|(_, n)| *n)
    }
}
