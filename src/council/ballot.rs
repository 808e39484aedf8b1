//! A ballot: one motion put to the seats, frozen when opened, closed once, then declared.

use std::{collections::BTreeMap, fmt, str::FromStr};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{
    meeting::MeetingId,
    motion::{Motion, Terms},
    seat::{Seat, SeatNo},
    tally::{Base, Outcome, Threshold},
    together::Pulled,
};
use crate::{
    review::Ref,
    rules::{EditionId, Program, ids::words},
};

/// A ballot: the application it is about and its number among that application's ballots, as `REF/1`.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct BallotId {
    /// The application.
    pub application: Ref,
    /// Its number; the first is 1.
    pub n: u32,
}

impl fmt::Display for BallotId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.application, self.n)
    }
}

/// A text that names no ballot.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` names no ballot: write REF/1, REF/2 and so on")]
pub struct NoBallot(String);

impl FromStr for BallotId {
    type Err = NoBallot;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (reference, n) = text.rsplit_once('/').ok_or_else(|| NoBallot(text.to_owned()))?;
        let n = n.parse().ok().filter(|n| *n > 0).ok_or_else(|| NoBallot(text.to_owned()))?;
        Ok(Self { application: Ref::from(reference), n })
    }
}

words!(
    /// What a seat says.
    Position {
        /// For the motion.
        For = "for",
        /// Against it.
        Against = "against",
        /// Present, and takes no side.
        Abstain = "abstain",
        /// Takes no part because of a conflict.
        Recused = "recused",
    }
);

words!(
    /// Why a position takes the place of another.
    Reason {
        /// It was entered wrongly: "my slip".
        Slip = "slip",
        /// The seat changed its vote.
        Changed = "changed",
        /// The seat left before closing, and what it had said was to fall.
        Left = "left",
    }
);

/// Why a position was replaced or taken back, in words. What was not said is told from every reason.
pub const fn why(reason: Option<Reason>) -> &'static str {
    match reason {
        Some(Reason::Slip) => "a slip",
        Some(Reason::Changed) => "changed their vote",
        Some(Reason::Left) => "left before closing",
        None => "not said why",
    }
}

/// A position that was replaced by another, or taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct PositionChange {
    /// Which seat.
    pub seat: SeatNo,
    /// What it said before.
    pub was: Position,
    /// What it said then; `None` where it took its position back.
    pub now: Option<Position>,
    /// Why; `None` where that was not said.
    pub why: Option<Reason>,
    /// When.
    pub at: DateTime<Utc>,
}

/// How far a ballot has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BallotState {
    /// Positions may be taken and changed.
    Open,
    /// Closed: who was present is fixed; the roll is read back.
    Closed {
        /// When.
        at: DateTime<Utc>,
        /// The seats present at that moment, in order.
        present: Vec<SeatNo>,
    },
    /// Declared.
    Declared {
        /// Closed when.
        closed: DateTime<Utc>,
        /// The seats present at closing, in order.
        present: Vec<SeatNo>,
        /// Declared when.
        at: DateTime<Utc>,
        /// As what.
        outcome: Outcome,
    },
}

/// One motion put to the seats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ballot {
    /// Its id.
    pub id: BallotId,
    /// The meeting it was opened in; `None` for an electronic ballot.
    pub meeting: Option<MeetingId>,
    /// When an electronic ballot ends.
    pub deadline: Option<DateTime<Utc>>,
    /// What is moved.
    pub motion: Motion,
    /// What the motion says beside its word.
    pub terms: Terms,
    /// Who moved it.
    pub mover: Option<SeatNo>,
    /// Who seconded it.
    pub seconder: Option<SeatNo>,
    /// The leading ballot of the motion that this one is put together with.
    pub with: Option<BallotId>,
    /// The ballot that this one takes up again.
    pub again: Option<BallotId>,
    /// Who wanted a vote of its own, or a meeting, where that ended it without a decision.
    pub pulled: Option<Pulled>,
    /// The council rule set an electronic ballot goes by; without one, that of its meeting.
    pub rules: Option<String>,
    /// Who asks, as at opening.
    pub organisation: String,
    /// For what.
    pub program: Program,
    /// By which rules.
    pub edition: EditionId,
    /// The day the application is judged for.
    pub as_of: NaiveDate,
    /// Hash of the application as reviewed, in hexadecimal.
    pub snapshot: String,
    /// The reading in force.
    pub reading: Base,
    /// How much is needed.
    pub threshold: Threshold,
    /// The voting members, frozen at opening.
    pub roster: Vec<Seat>,
    /// Opened when.
    pub opened: DateTime<Utc>,
    /// The position of each seat that has taken one.
    pub positions: BTreeMap<SeatNo, Position>,
    /// Whether the seats that came in after it was opened take part, as far as they were asked.
    pub joined: BTreeMap<SeatNo, bool>,
    /// The positions that were replaced or taken back, in the order that happened.
    pub changes: Vec<PositionChange>,
    /// How far it has come.
    pub state: BallotState,
}

impl Ballot {
    /// Whether it is voted on without a meeting.
    pub const fn is_electronic(&self) -> bool {
        self.meeting.is_none()
    }

    /// Whether positions may still be taken.
    pub fn is_open(&self) -> bool {
        matches!(self.state, BallotState::Open)
    }

    /// Whether its result is declared.
    pub fn is_declared(&self) -> bool {
        matches!(self.state, BallotState::Declared { .. })
    }

    /// What it was declared as; `None` before that.
    pub const fn outcome(&self) -> Option<Outcome> {
        match self.state {
            BallotState::Declared { outcome, .. } => Some(outcome),
            BallotState::Open | BallotState::Closed { .. } => None,
        }
    }

    /// When it was closed; `None` while it is open.
    pub const fn closed(&self) -> Option<DateTime<Utc>> {
        match self.state {
            BallotState::Open => None,
            BallotState::Closed { at: closed, .. } | BallotState::Declared { closed, .. } => Some(closed),
        }
    }

    /// Whether it granted a certification.
    pub fn has_granted(&self) -> bool {
        self.motion.grants() && self.outcome() == Some(Outcome::Adopted)
    }
}
