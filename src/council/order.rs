//! Rules of order: what may be done in a meeting, and why not.

use chrono::{DateTime, Utc};

use super::{
    ballot::{Ballot, BallotId, BallotState},
    electronic,
    meeting::{Meeting, MeetingId, MeetingState},
    motion::Unmovable,
    seat::{SeatNo, some_named},
    standing::{self, Prospect},
    together,
};
use crate::review::Ref;

/// Why something may not be done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The meeting was called to order before.
    #[error("meeting {0} was called to order before: plan a new one")]
    CalledBefore(MeetingId),
    /// The meeting is not in session.
    #[error("meeting {meeting} is {state}: it must be open")]
    NotInSession {
        /// Which one.
        meeting: MeetingId,
        /// How far it has come.
        state: MeetingState,
    },
    /// The meeting is over.
    #[error("meeting {0} is adjourned: what it did stands; plan a new meeting")]
    Over(MeetingId),
    /// It is a vote without a meeting.
    #[error(
        "{0} is a vote without a meeting: it has no roll call, agenda, notes, times, stand-ins or rulings, and no \
         minutes to approve or amend; its members answer until it is closed, and what was declared stands"
    )]
    NotHeld(MeetingId),
    /// The meeting was not called to order.
    #[error("meeting {0} was not called to order yet: nobody has come in")]
    NotCalled(MeetingId),
    /// Nobody holds the seat on the day of the meeting.
    #[error("seat {seat} has no holder in meeting {meeting}: its term must hold on the day")]
    NoMember {
        /// Which seat.
        seat: SeatNo,
        /// Which meeting.
        meeting: MeetingId,
    },
    /// The seat is in the room already.
    #[error("seat {0} is in the room already")]
    AlreadyIn(SeatNo),
    /// The seat is not in the room.
    #[error("seat {0} is not in the room: let it come in first")]
    NotIn(SeatNo),
    /// A stand-in sits on the seat who does not vote.
    #[error(
        "{name} stands in on seat {seat} without a vote: after a ruling that stand-ins vote, name them again"
    )]
    NoVote {
        /// Which seat.
        seat: SeatNo,
        /// Who stands in.
        name: String,
    },
    /// The application is not on the agenda.
    #[error("{application} is not on the agenda of meeting {meeting}: put it there first")]
    NotOnAgenda {
        /// Which application.
        application: Ref,
        /// Which meeting.
        meeting: MeetingId,
    },
    /// The motion cannot be moved, or not so.
    #[error(transparent)]
    Motion(#[from] Unmovable),
    /// A ballot is not declared yet.
    #[error("ballot {0} is not declared: close it, read it back and declare it first")]
    Undeclared(BallotId),
    /// The ballot takes no positions any more.
    #[error("ballot {0} is closed: a re-vote is a new ballot")]
    Closed(BallotId),
    /// The ballot is still open.
    #[error("ballot {0} is open: close it and read it back first")]
    StillOpen(BallotId),
    /// The ballot is declared.
    #[error("ballot {0} is declared: a re-vote is a new ballot")]
    Declared(BallotId),
    /// A ballot cannot be put together with one that does not lead, is not open, or was voted on.
    #[error(
        "nothing can be put together with ballot {0} any more: it must lead its motion, and be just opened"
    )]
    NotLeading(BallotId),
    /// The ballot is no part of a motion over several.
    #[error("ballot {0} is the only one of its motion: take its vote, or withdraw the application")]
    NothingToPull(BallotId),
    /// An electronic ballot still waits for answers.
    #[error(
        "ballot {ballot} is open until {} and not decided: close it then, or when nothing can change the \
         result any more; it waits for {silent}", minute(*.deadline)
    )]
    TooEarly {
        /// Which ballot.
        ballot: BallotId,
        /// When it ends.
        deadline: DateTime<Utc>,
        /// Who has not answered.
        silent: String,
    },
    /// The deadline of an electronic ballot has passed.
    #[error("electronic ballot {ballot} ended on {}: close it", minute(*.deadline))]
    TooLate {
        /// Which ballot.
        ballot: BallotId,
        /// When it ended.
        deadline: DateTime<Utc>,
    },
    /// The deadline of a ballot that is to be opened has passed.
    #[error("an electronic ballot until {} would be over: give a later deadline", minute(*.0))]
    Ended(DateTime<Utc>),
    /// The seat came late and takes no part.
    #[error("seat {0} came late and takes no part: say first that it does")]
    TakesNoPart(SeatNo),
    /// The seat was in the room when the ballot was opened.
    #[error("seat {0} did not come in after the ballot was opened: it takes part as it is")]
    NotLate(SeatNo),
    /// The seat did not take a position and leave.
    #[error("seat {0} has not left after taking a position: there is nothing of it that could fall")]
    NotLeft(SeatNo),
    /// The seat has a position, and so takes part.
    #[error("seat {0} has a position: take that back first")]
    HasPosition(SeatNo),
    /// The seat was no member when the ballot was opened.
    #[error("seat {seat} is not on the roster of ballot {ballot}, which was fixed when it was opened")]
    NotOnRoster {
        /// Which seat.
        seat: SeatNo,
        /// Which ballot.
        ballot: BallotId,
    },
}

/// Whether `session` is a meeting that is held, in which people come and go and an agenda is gone through. A vote without
/// one is not, and whatever is done in a meeting beside its ballots cannot be done there.
pub fn is_held(session: &MeetingId) -> Result<(), Refusal> {
    ensure(electronic::lead_of(session).is_none(), || Refusal::NotHeld(session.clone()))
}

/// Whether `meeting` may be called to order.
pub fn may_call_to_order(meeting: &Meeting) -> Result<(), Refusal> {
    is_held(&meeting.id)?;
    ensure(meeting.state == MeetingState::Planned, || Refusal::CalledBefore(meeting.id.clone()))
}

/// Whether `seat` may come into the room.
pub fn may_come_in(meeting: &Meeting, seat: SeatNo) -> Result<(), Refusal> {
    is_held(&meeting.id)?;
    in_session(meeting)?;
    ensure(meeting.attendees().iter().any(|one| one.n == seat), || Refusal::NoMember {
        seat,
        meeting: meeting.id.clone(),
    })?;
    ensure(meeting.stay(seat).is_none(), || Refusal::AlreadyIn(seat))
}

/// Whether `seat` may go out of the room.
pub fn may_go_out(meeting: &Meeting, seat: SeatNo) -> Result<(), Refusal> {
    is_held(&meeting.id)?;
    in_session(meeting)?;
    ensure(meeting.stay(seat).is_some(), || Refusal::NotIn(seat))
}

/// Whether a ballot on `application` may be opened, put together with the motion led by `with` if there is one: the
/// meeting is open, the application on its agenda, and no other motion waits.
pub fn may_open_ballot(meeting: &Meeting, application: &Ref, with: Option<&BallotId>) -> Result<(), Refusal> {
    in_session(meeting)?;
    ensure(meeting.agenda.contains(application), || Refusal::NotOnAgenda {
        application: application.clone(),
        meeting: meeting.id.clone(),
    })?;
    if let Some(lead) = with {
        let leads =
            |one: &Ballot| one.id == *lead && one.with.is_none() && one.is_open() && one.positions.is_empty();
        ensure(meeting.ballots.iter().any(leads), || Refusal::NotLeading(lead.clone()))?;
    }
    let waits = |ballot: &&Ballot| !ballot.is_declared() && Some(together::lead(ballot)) != with;
    let waiting = meeting.ballots.iter().find(waits);
    waiting.map_or(Ok(()), |ballot| Err(Refusal::Undeclared(ballot.id.clone())))
}

/// Whether `seat` may take or change its position: the ballot is open, the seat on its roster and in the room.
pub fn may_take_position(meeting: &Meeting, ballot: &Ballot, seat: SeatNo) -> Result<(), Refusal> {
    ensure(ballot.is_open(), || Refusal::Closed(ballot.id.clone()))?;
    ensure(ballot.roster.iter().any(|member| member.n == seat), || Refusal::NotOnRoster {
        seat,
        ballot: ballot.id.clone(),
    })?;
    if ballot.is_electronic() {
        return Ok(());
    }
    if let Some(silent) = meeting.stand_in(seat).filter(|one| !one.votes) {
        return Err(Refusal::NoVote { seat, name: silent.name.clone() });
    }
    ensure(meeting.is_present(seat), || Refusal::NotIn(seat))?;
    ensure(ballot.joined.get(&seat) != Some(&false), || Refusal::TakesNoPart(seat))
}

/// Whether it may be said of `seat` that it takes part, or takes none: it came in after `ballot` was opened.
pub fn may_join(
    meeting: &Meeting,
    ballot: &Ballot,
    seat: SeatNo,
    takes_part: Option<bool>,
) -> Result<(), Refusal> {
    ensure(ballot.is_open(), || Refusal::Closed(ballot.id.clone()))?;
    ensure(ballot.roster.iter().any(|member| member.n == seat), || Refusal::NotOnRoster {
        seat,
        ballot: ballot.id.clone(),
    })?;
    ensure(meeting.is_present(seat), || Refusal::NotIn(seat))?;
    ensure(standing::came_late(meeting, ballot, seat), || Refusal::NotLate(seat))?;
    ensure(takes_part != Some(false) || !ballot.positions.contains_key(&seat), || Refusal::HasPosition(seat))
}

/// Whether `ballot` may be closed. A ballot may be closed without a quorum, and then gives no decision.
pub fn may_close(ballot: &Ballot) -> Result<(), Refusal> {
    ensure(ballot.is_open(), || Refusal::Closed(ballot.id.clone()))
}

/// Whether an electronic ballot that is opened at `now` may end at `deadline`: later.
pub fn may_end(deadline: DateTime<Utc>, now: DateTime<Utc>) -> Result<(), Refusal> {
    ensure(now < deadline, || Refusal::Ended(deadline))
}

/// Whether positions on `ballot` may be taken at `now`: an electronic one takes them until its deadline.
pub fn is_in_time(ballot: &Ballot, now: DateTime<Utc>) -> Result<(), Refusal> {
    match ballot.deadline.filter(|deadline| *deadline <= now) {
        Some(deadline) => Err(Refusal::TooLate { ballot: ballot.id.clone(), deadline }),
        None => Ok(()),
    }
}

/// Whether `ballot` may be closed at `now`, its prospect being what it is: nobody closes an electronic one early.
pub fn is_time_to_close(ballot: &Ballot, prospect: Prospect, now: DateTime<Utc>) -> Result<(), Refusal> {
    let decided = matches!(prospect, Prospect::Carried | Prospect::CannotCarry);
    match ballot.deadline.filter(|deadline| now < *deadline && !decided) {
        Some(deadline) => {
            let silent = some_named(electronic::silent(ballot), 2);
            Err(Refusal::TooEarly { ballot: ballot.id.clone(), deadline, silent })
        }
        None => Ok(()),
    }
}

/// Whether `by` may pull `ballot`: out of a motion over several items while it is in the room, or an electronic one
/// into a meeting.
pub fn may_pull(meeting: &Meeting, ballot: &Ballot, by: SeatNo) -> Result<(), Refusal> {
    may_take_position(meeting, ballot, by)?;
    let alone = ballot.with.is_none() && together::motion(&meeting.ballots, ballot).len() == 1;
    ensure(ballot.is_electronic() || !alone, || Refusal::NothingToPull(ballot.id.clone()))
}

/// A deadline as it is said: to the minute.
fn minute(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%d %H:%M UTC").to_string()
}

/// Whether `ballot` may be declared: it is closed, and was not declared before.
pub fn may_declare(ballot: &Ballot) -> Result<(), Refusal> {
    match ballot.state {
        BallotState::Open => Err(Refusal::StillOpen(ballot.id.clone())),
        BallotState::Closed { .. } => Ok(()),
        BallotState::Declared { .. } => Err(Refusal::Declared(ballot.id.clone())),
    }
}

/// Whether `meeting` may be adjourned: it is open, and every ballot is declared.
pub fn may_adjourn(meeting: &Meeting) -> Result<(), Refusal> {
    is_held(&meeting.id)?;
    in_session(meeting)?;
    nothing_undeclared(meeting)
}

/// Whether the agenda of `meeting` and what is noted of it may still be changed: it is planned or open.
pub fn not_over(meeting: &Meeting) -> Result<(), Refusal> {
    is_held(&meeting.id)?;
    ensure(meeting.state != MeetingState::Adjourned, || Refusal::Over(meeting.id.clone()))
}

/// Whether times in the room of `meeting` may be corrected: it was called to order.
pub fn may_correct(meeting: &Meeting) -> Result<(), Refusal> {
    is_held(&meeting.id)?;
    ensure(meeting.state != MeetingState::Planned, || Refusal::NotCalled(meeting.id.clone()))
}

/// Whether a ruling may be made in `meeting`: it is open.
pub fn may_rule(meeting: &Meeting) -> Result<(), Refusal> {
    is_held(&meeting.id)?;
    in_session(meeting)
}

fn in_session(meeting: &Meeting) -> Result<(), Refusal> {
    ensure(meeting.state == MeetingState::Open, || Refusal::NotInSession {
        meeting: meeting.id.clone(),
        state: meeting.state,
    })
}

fn nothing_undeclared(meeting: &Meeting) -> Result<(), Refusal> {
    meeting.open_ballot().map_or(Ok(()), |ballot| Err(Refusal::Undeclared(ballot.id.clone())))
}

fn ensure(holds: bool, refusal: impl FnOnce() -> Refusal) -> Result<(), Refusal> {
    if holds { Ok(()) } else { Err(refusal()) }
}

#[cfg(test)]
#[path = "order_tests.rs"]
mod tests;
