//! What is put to the vote as one motion: a consent motion over several items, and a training partner with its
//! instructor. Each item keeps a ballot of its own; those that go together name one of them as the leading one, and
//! are opened, voted on, closed and declared as one.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{
    ballot::{Ballot, BallotId, BallotState, Position},
    conflict::Suggestion,
    meeting::{Meeting, MeetingId},
    motion::Motion,
    seat::SeatNo,
    tally::Outcome,
};
use crate::{
    review::{Application, Ref, Stage},
    rules::Program,
};

/// An item of the consent list; it stays there once it was pulled, so that the record says by whom.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    /// Who took it out, if somebody did.
    pub pulled: Option<Pulled>,
}

/// A member wants a vote of its own on an item, or a meeting on an electronic ballot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pulled {
    /// Which seat.
    pub by: SeatNo,
    /// Why, where a reason was given.
    pub because: Option<String>,
}

impl fmt::Display for Pulled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "pulled by seat {}", self.by)?;
        self.because.as_ref().map_or(Ok(()), |because| write!(f, ": {because}"))
    }
}

/// The leading ballot of the motion that `ballot` is part of: itself, where it leads or stands alone.
pub fn lead(ballot: &Ballot) -> &BallotId {
    ballot.with.as_ref().unwrap_or(&ballot.id)
}

/// The ballots of one motion among `ballots`: the one of `ballot` and those put together with it, in order. What was
/// pulled out of the motion is no part of it any more; a ballot that was pulled stands alone.
pub fn motion<'a>(ballots: &'a [Ballot], ballot: &'a Ballot) -> Vec<&'a Ballot> {
    if ballot.pulled.is_some() {
        return vec![ballot];
    }
    let found = led_by(ballots, lead(ballot));
    if found.is_empty() { vec![ballot] } else { found }
}

/// The ballots of the motion that `lead` leads, without those that were pulled out of it, in order.
pub fn led_by<'a>(ballots: &'a [Ballot], leading: &BallotId) -> Vec<&'a Ballot> {
    ballots.iter().filter(|one| one.pulled.is_none() && lead(one) == leading).collect()
}

/// Why an item is not part of a consent motion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FallsOut {
    /// A member pulled it.
    Pulled(Pulled),
    /// Seats in the room have a conflict: they would be recused on this item alone.
    Conflict(Vec<Suggestion>),
    /// It was put to the vote in this meeting before.
    Voted(BallotId),
    /// It does not wait for a decision.
    Stage(Stage),
    /// What it goes together with is not in the motion.
    Without(Ref),
}

impl fmt::Display for FallsOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pulled(pulled) => pulled.fmt(f),
            Self::Conflict(conflicts) => {
                let who = |one: &Suggestion| {
                    let seat = one.seat.map(|n| format!("seat {n} ")).unwrap_or_default();
                    format!("{seat}{} and {}", one.person, one.with)
                };
                let each: Vec<_> = conflicts.iter().map(who).collect();
                write!(f, "conflict of {}", each.join(", "))
            }
            Self::Voted(ballot) => write!(f, "put to the vote by ballot {ballot}"),
            Self::Stage(stage) => write!(f, "it is {stage}"),
            Self::Without(partner) => {
                write!(f, "it goes together with {partner}, which is not in the motion")
            }
        }
    }
}

/// What is known of an item on the consent list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The application.
    pub reference: Ref,
    /// Where it stands.
    pub stage: Stage,
    /// Who took it out, if somebody did.
    pub pulled: Option<Pulled>,
    /// The ballot it has had in this meeting.
    pub voted: Option<BallotId>,
    /// The conflicts, not dismissed, of seats in the room.
    pub conflicts: Vec<Suggestion>,
    /// What it goes together with.
    pub partners: Vec<Partner>,
}

impl Candidate {
    /// What is known of `application` as an item of `meeting`; of the `conflicts` those count whose seats are in the
    /// room.
    pub fn of(
        meeting: &Meeting,
        application: &Application,
        conflicts: Vec<Suggestion>,
        partners: Vec<Partner>,
    ) -> Self {
        let reference = application.reference.clone();
        let voted = meeting.ballots.iter().rfind(|ballot| ballot.id.application == reference);
        let in_the_room =
            |one: &Suggestion| one.stands() && one.seat.is_some_and(|seat| meeting.is_present(seat));
        let listed = meeting.consent.get(&reference).and_then(|consent| consent.pulled.clone());
        Self {
            stage: application.review.stage,
            pulled: voted.and_then(|ballot| ballot.pulled.clone()).or(listed),
            voted: voted.map(|ballot| ballot.id.clone()),
            conflicts: conflicts.into_iter().filter(in_the_room).collect(),
            partners,
            reference,
        }
    }
}

/// The items of a consent motion, and those that fall out with the reason, both in the order given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parted {
    /// Put to the vote as one motion.
    pub together: Vec<Ref>,
    /// Not part of it.
    pub out: Vec<(Ref, FallsOut)>,
}

/// Parts the items of a consent list. An item without what it goes together with falls out too.
pub fn part(candidates: &[Candidate]) -> Parted {
    let mut reasons: Vec<Option<FallsOut>> = candidates.iter().map(falls_out).collect();
    loop {
        let stays = |reference: &Ref| {
            let mut each = candidates.iter().zip(&reasons);
            each.any(|(one, reason)| one.reference == *reference && reason.is_none())
        };
        let left = candidates
            .iter()
            .zip(&reasons)
            .position(|(one, reason)| reason.is_none() && lacking(&one.partners, stays).is_some());
        let Some(at) = left else { break };
        let partner = candidates.get(at).and_then(|one| lacking(&one.partners, stays));
        let without = partner.map(|partner| FallsOut::Without(partner.reference.clone()));
        let Some(reason) = reasons.get_mut(at) else { break };
        *reason = without;
    }
    let mut parted = Parted::default();
    for (one, reason) in candidates.iter().zip(reasons) {
        match reason {
            None => parted.together.push(one.reference.clone()),
            Some(reason) => parted.out.push((one.reference.clone(), reason)),
        }
    }
    parted
}

fn falls_out(one: &Candidate) -> Option<FallsOut> {
    if let Some(pulled) = &one.pulled {
        return Some(FallsOut::Pulled(pulled.clone()));
    }
    if let Some(ballot) = &one.voted {
        return Some(FallsOut::Voted(ballot.clone()));
    }
    if !waits(one.stage) {
        return Some(FallsOut::Stage(one.stage));
    }
    (!one.conflicts.is_empty()).then(|| FallsOut::Conflict(one.conflicts.clone()))
}

/// Whether an application at `stage` waits for the council to decide.
pub const fn waits(stage: Stage) -> bool {
    matches!(stage, Stage::OnAgenda | Stage::ReadyForTac)
}

/// The other half of a pair: the instructor of a training partner, or the training partner of an instructor, linked
/// by either of the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// The application.
    pub reference: Ref,
    /// What it asks for.
    pub program: Program,
    /// Where it stands.
    pub stage: Stage,
    /// The planned or open meeting that has it on its agenda.
    pub on: Option<MeetingId>,
    /// The council has granted it what it asks for, and that stands.
    pub certified: bool,
}

/// Whether an application for `one` and a linked one for `other` make a pair: each asks for the other.
pub const fn is_pair(one: Program, other: Program) -> bool {
    matches!(
        (one, other),
        (Program::TrainingPartner, Program::Instructor) | (Program::Instructor, Program::TrainingPartner)
    )
}

/// The partner that is lacking, if an application with these partners cannot be granted: one is linked, none is
/// certified, and none is granted in the same motion.
pub fn lacking(partners: &[Partner], in_motion: impl Fn(&Ref) -> bool) -> Option<&Partner> {
    let holds = partners.iter().any(|partner| partner.certified || in_motion(&partner.reference));
    if holds { None } else { partners.first() }
}

/// Why an application cannot be put to the vote: what it goes together with is missing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Missing {
    /// Its partner does not wait for the council.
    #[error(
        "{application} goes together with {} ({}), which is {}: neither is granted without the other; bring \
         {} as far as ready-for-tac, and put both to the vote, or correct the link",
        .partner.reference, .partner.program, .partner.stage, .partner.reference
    )]
    Stage {
        /// The application.
        application: Ref,
        /// Its partner.
        partner: Partner,
    },
    /// Its partner is not where the vote is taken.
    #[error(
        "{application} goes together with {} ({}), which is not on the agenda of meeting {meeting}: neither is granted \
         without the other; put {} there first",
        .partner.reference, .partner.program, .partner.reference
    )]
    Agenda {
        /// The application.
        application: Ref,
        /// Its partner.
        partner: Partner,
        /// The meeting.
        meeting: MeetingId,
    },
}

/// The partners that are put to the vote along with `application` by `motion`, on `meeting` or electronically: none
/// where the motion grants nothing, nothing is linked, or a partner is certified already.
///
/// # Errors
/// The partner that is missing, and what to do.
pub fn company(
    application: &Ref,
    motion: Motion,
    partners: &[Partner],
    meeting: Option<&MeetingId>,
) -> Result<Vec<Ref>, Missing> {
    if !motion.grants() || lacking(partners, |_| false).is_none() {
        return Ok(Vec::new());
    }
    let here = |partner: &&Partner| match meeting {
        Some(_) => waits(partner.stage) && partner.on.as_ref() == meeting,
        None => partner.stage == Stage::ReadyForTac,
    };
    let along: Vec<Ref> = partners.iter().filter(here).map(|partner| partner.reference.clone()).collect();
    if !along.is_empty() {
        return Ok(along);
    }
    let application = application.clone();
    let waiting = partners.iter().find(|partner| waits(partner.stage));
    match (meeting, waiting, partners.first()) {
        (Some(meeting), Some(partner), _) => {
            Err(Missing::Agenda { application, partner: partner.clone(), meeting: meeting.clone() })
        }
        (_, _, Some(partner)) => Err(Missing::Stage { application, partner: partner.clone() }),
        (_, _, None) => Ok(Vec::new()),
    }
}

/// What is to be said of `application` before it is put to the vote on `meeting`: what is granted only along with it, or
/// what is missing for that.
pub fn beforehand(application: &Ref, partners: &[Partner], meeting: &MeetingId) -> Option<String> {
    match company(application, Motion::Approve, partners, Some(meeting)) {
        Err(missing) => Some(missing.to_string()),
        Ok(along) if along.is_empty() => None,
        Ok(along) => {
            let along: Vec<&str> = along.iter().map(Ref::as_str).collect();
            Some(format!("{application} is put to the vote along with {}, as one motion", along.join(", ")))
        }
    }
}

/// Why the ballots of one motion do not hold together.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotWhole {
    /// They do not stand alike.
    #[error(
        "ballots {one} and {other} are one motion, and differ in {what}: positions are taken, and the motion is \
         closed and declared, for all of them at once"
    )]
    Differ {
        /// One of them.
        one: BallotId,
        /// Another.
        other: BallotId,
        /// In what.
        what: &'static str,
    },
    /// A seat would be recused on every item of a consent motion.
    #[error(
        "seat {seat} is recused on ballot {ballot}, which is one of a consent motion: pull the items it is about, so \
         that they are voted on by themselves"
    )]
    Recused {
        /// Which seat.
        seat: SeatNo,
        /// One of the ballots.
        ballot: BallotId,
    },
    /// An item is not on the consent list.
    #[error("{application} is not on the consent list of {meeting}: put it there first")]
    NotListed {
        /// Which item.
        application: Ref,
        /// The meeting.
        meeting: MeetingId,
    },
    /// An item cannot be part of a consent motion.
    #[error("{application} falls out of the consent motion ({reason}): vote on it by itself")]
    FallsOut {
        /// Which item.
        application: Ref,
        /// Why.
        reason: FallsOut,
    },
    /// One half of a pair would be granted without the other.
    #[error(
        "{} goes together with {} ({}): neither is granted without the other; put both to the vote as one motion",
        .ballot.application, .partner.reference, .partner.program
    )]
    Alone {
        /// The ballot.
        ballot: BallotId,
        /// The partner that is not in the motion.
        partner: Partner,
    },
}

/// Whether a motion is a consent motion: over several items that are not all one pair.
pub fn is_consent<'a>(motion: &[&Ballot], partners: impl Fn(&Ref) -> &'a [Partner]) -> bool {
    let Some((first, others)) = motion.split_first() else { return false };
    let of_first = partners(&first.id.application);
    let pairs = |ballot: &&Ballot| of_first.iter().any(|one| one.reference == ballot.id.application);
    !others.iter().all(pairs)
}

/// Whether the item `reference` of `meeting` may be part of a consent motion, being on its list.
///
/// # Errors
/// It is not on the list, was pulled, or a seat in the room has a conflict.
pub fn may_consent(meeting: &Meeting, reference: &Ref, conflicts: Vec<Suggestion>) -> Result<(), NotWhole> {
    let out = |reason| NotWhole::FallsOut { application: reference.clone(), reason };
    match meeting.consent.get(reference) {
        None => Err(NotWhole::NotListed { application: reference.clone(), meeting: meeting.id.clone() }),
        Some(Consent { pulled: Some(pulled) }) => Err(out(FallsOut::Pulled(pulled.clone()))),
        Some(Consent { pulled: None }) if conflicts.is_empty() => Ok(()),
        Some(Consent { pulled: None }) => Err(out(FallsOut::Conflict(conflicts))),
    }
}

/// Whether the ballots of one motion hold together: all moved, voted on, closed and declared alike, and no half of a
/// pair is granted without the other. `partners` gives those of an application.
pub fn is_whole<'a>(motion: &[&Ballot], partners: impl Fn(&Ref) -> &'a [Partner]) -> Result<(), NotWhole> {
    if let Some((first, others)) = motion.split_first() {
        others.iter().try_for_each(|other| is_alike(first, other))?;
        if is_consent(motion, &partners)
            && let Some((seat, _)) = first.positions.iter().find(|(_, said)| **said == Position::Recused)
        {
            return Err(NotWhole::Recused { seat: *seat, ballot: first.id.clone() });
        }
    }
    let moved = |reference: &Ref| motion.iter().any(|ballot| ballot.id.application == *reference);
    for ballot in motion.iter().filter(|ballot| may_grant(ballot)) {
        if let Some(partner) = lacking(partners(&ballot.id.application), moved) {
            return Err(NotWhole::Alone { ballot: ballot.id.clone(), partner: partner.clone() });
        }
    }
    Ok(())
}

/// Whether the ballot grants a certification, or still can.
fn may_grant(ballot: &Ballot) -> bool {
    ballot.motion.grants() && ballot.outcome().is_none_or(|outcome| outcome == Outcome::Adopted)
}

fn is_alike(one: &Ballot, other: &Ballot) -> Result<(), NotWhole> {
    let alike = [
        ("the motion", one.motion == other.motion),
        ("where they are voted on", (&one.meeting, one.deadline) == (&other.meeting, other.deadline)),
        ("the roster", one.roster == other.roster),
        ("the reading", (one.reading, one.threshold) == (other.reading, other.threshold)),
        ("who takes part", one.joined == other.joined),
        ("the positions", one.positions == other.positions),
        ("how far they have come", steps(one) == steps(other)),
    ];
    match alike.into_iter().find(|(_, same)| !same) {
        Some((what, _)) => Err(NotWhole::Differ { one: one.id.clone(), other: other.id.clone(), what }),
        None => Ok(()),
    }
}

/// How far a ballot has come: who was present at closing, and the outcome.
fn steps(ballot: &Ballot) -> (Option<&[SeatNo]>, Option<Outcome>) {
    match &ballot.state {
        BallotState::Open => (None, None),
        BallotState::Closed { present, .. } => (Some(present), None),
        BallotState::Declared { present, outcome, .. } => (Some(present), Some(*outcome)),
    }
}

#[cfg(test)]
#[path = "together_tests.rs"]
mod tests;
