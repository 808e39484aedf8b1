//! What a change is about.

use std::fmt;

use super::change::Change;
use crate::{
    council::{BallotId, MeetingId, SeatNo},
    review::Ref,
};

/// What a change is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The docket itself.
    Docket,
    /// An application.
    Application(Ref),
    /// A ballot on an application.
    Ballot(BallotId),
    /// A meeting.
    Meeting(MeetingId),
    /// A seat.
    Seat(SeatNo),
    /// A ruling, by its number.
    Ruling(u32),
    /// Somebody in the register of conflicts.
    Person(String),
    /// The register of conflicts, by number.
    Conflict(u32),
}

impl Subject {
    /// The application, where it is about one or a ballot on one.
    pub const fn application(&self) -> Option<&Ref> {
        match self {
            Self::Application(reference) | Self::Ballot(BallotId { application: reference, .. }) => {
                Some(reference)
            }
            Self::Docket
            | Self::Meeting(_)
            | Self::Seat(_)
            | Self::Ruling(_)
            | Self::Person(_)
            | Self::Conflict(_) => None,
        }
    }
}

impl Subject {
    /// The ballot, where it is about one.
    pub const fn ballot(&self) -> Option<&BallotId> {
        match self {
            Self::Ballot(ballot) => Some(ballot),
            _ => None,
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Docket => f.write_str("docket"),
            Self::Application(reference) => write!(f, "{reference}"),
            Self::Ballot(ballot) => write!(f, "ballot {ballot}"),
            Self::Meeting(meeting) => write!(f, "meeting {meeting}"),
            Self::Seat(seat) => write!(f, "seat {seat}"),
            Self::Ruling(n) => write!(f, "ruling {n}"),
            Self::Person(name) => f.write_str(name),
            Self::Conflict(n) => write!(f, "conflict {n}"),
        }
    }
}

impl<P> Change<P> {
    /// What it is about.
    pub fn subject(&self) -> Subject {
        match self {
            Self::Founded { .. }
            | Self::RehearsalBegan { .. }
            | Self::RulesTaken { .. }
            | Self::Seated { was: None, now: None } => Subject::Docket,
            Self::Received { application, .. }
            | Self::Submitted { application, .. }
            | Self::Amended { application, .. }
            | Self::Found { application, .. }
            | Self::Checked { application, .. }
            | Self::Given { application, .. }
            | Self::Assigned { application, .. }
            | Self::Staged { application, .. }
            | Self::Demonstrated { application, .. }
            | Self::Noted { application, .. }
            | Self::ConflictWaived { application, .. } => Subject::Application(application.clone()),
            Self::Seated { now: Some(seat), .. } | Self::Seated { was: Some(seat), .. } => {
                Subject::Seat(seat.n)
            }
            Self::Suspended { seat, .. } | Self::SuspensionEnds { seat, .. } => Subject::Seat(*seat),
            Self::ConflictEntered { n, .. } | Self::ConflictEnds { n, .. } => Subject::Conflict(*n),
            Self::ConflictDismissed { tie, .. } => Subject::Person(tie.person.clone()),
            Self::Planned { meeting, .. }
            | Self::Called { meeting, .. }
            | Self::Attended { meeting, .. }
            | Self::StoodIn { meeting, .. }
            | Self::AgendaSet { meeting, .. }
            | Self::Corrected { meeting, .. }
            | Self::ItemSet { meeting, .. }
            | Self::Minuted { meeting, .. }
            | Self::PacketSent { meeting, .. }
            | Self::ConsentSet { meeting, .. }
            | Self::MinutesApproved { meeting, .. }
            | Self::MinutesAmended { meeting, .. }
            | Self::Adjourned { meeting } => Subject::Meeting(meeting.clone()),
            Self::Ruled { n, .. } => Subject::Ruling(*n),
            Self::BallotOpened { ballot, .. }
            | Self::Voted { ballot, .. }
            | Self::Pulled { ballot, .. }
            | Self::Joined { ballot, .. }
            | Self::BallotClosed { ballot, .. }
            | Self::Declared { ballot, .. }
            | Self::Cleared { ballot, .. } => Subject::Ballot(ballot.clone()),
        }
    }
}
