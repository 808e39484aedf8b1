//! Why a change is not made.

use chrono::NaiveDate;

use crate::{
    council::{BallotId, motion::Unmovable, order, tally::SplitError, together},
    record::amend::AmendError,
    review::{DocumentsMissing, FindingError, StageError},
    rules::day,
};

/// Why a change is not made, and what to do instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It rests on something that is not so any more.
    #[error("{what} changed meanwhile: the change saw {was}, now it is {is}; look at it again")]
    Stale {
        /// What.
        what: String,
        /// What the change saw.
        was: String,
        /// What is there.
        is: String,
    },
    /// It rests on who was in the room, and somebody came or went.
    #[error("{what}; look at ballot {ballot} again")]
    RoomChanged {
        /// Which ballot.
        ballot: BallotId,
        /// What became of whom.
        what: String,
    },
    /// The rules do not allow it.
    #[error("{why}; {instead}")]
    NotAllowed {
        /// Why.
        why: String,
        /// What to do.
        instead: String,
    },
    /// It names something that is not there.
    #[error("{what} is not known; {instead}")]
    Unknown {
        /// What.
        what: String,
        /// What to do.
        instead: String,
    },
    /// The application is before the council.
    #[error("{} is locked while ballot {ballot} is not declared; close and declare it first", ballot.application)]
    Locked {
        /// Which ballot.
        ballot: BallotId,
    },
    /// It makes no sense by itself.
    #[error("{why}; {instead}")]
    Invalid {
        /// Why.
        why: String,
        /// What to do.
        instead: String,
    },
    /// A text is longer than one that is kept.
    #[error("{field} has {length} characters, and {most} are the most that are kept; make it shorter")]
    TooLong {
        /// Which field.
        field: String,
        /// How many characters it has.
        length: usize,
        /// How many it may have.
        most: usize,
    },
    /// A day is out of all reason.
    #[error("{field}: {day} is no day that can be meant; give one {}", day::NEAR)]
    FarDay {
        /// Which field.
        field: String,
        /// The day.
        day: NaiveDate,
    },
    /// The edition does not allow the finding.
    #[error(transparent)]
    Finding(#[from] FindingError),
    /// The stage cannot be reached.
    #[error(transparent)]
    Stage(#[from] StageError),
    /// The documents are not in.
    #[error("{0}; plan the live demo when they are")]
    Documents(#[from] DocumentsMissing),
    /// The ballots of one motion would not hold together.
    #[error(transparent)]
    Together(#[from] together::NotWhole),
    /// What goes together is missing.
    #[error(transparent)]
    Missing(#[from] together::Missing),
    /// The rules of order do not allow it.
    #[error(transparent)]
    Order(#[from] order::Refusal),
    /// The votes cannot be reckoned.
    #[error(transparent)]
    Votes(#[from] SplitError),
    /// The fact cannot have this value.
    #[error(transparent)]
    Amend(#[from] AmendError),
}

impl Refusal {
    /// Whether the change is wrong by itself or names something unknown, rather than refused by what is there.
    pub const fn is_wrong_input(&self) -> bool {
        match self {
            Self::Unknown { .. }
            | Self::Invalid { .. }
            | Self::TooLong { .. }
            | Self::FarDay { .. }
            | Self::Amend(_) => true,
            Self::Order(order::Refusal::Motion(why)) => {
                !matches!(why, Unmovable::Stage { .. } | Unmovable::NoCertification(_))
            }
            _ => false,
        }
    }

    pub(crate) fn not_allowed(why: impl Into<String>, instead: impl Into<String>) -> Self {
        Self::NotAllowed { why: why.into(), instead: instead.into() }
    }

    pub(crate) fn unknown(what: impl Into<String>, instead: impl Into<String>) -> Self {
        Self::Unknown { what: what.into(), instead: instead.into() }
    }

    pub(crate) fn invalid(why: impl Into<String>, instead: impl Into<String>) -> Self {
        Self::Invalid { why: why.into(), instead: instead.into() }
    }
}

/// Refuses a change unless `was`, which it saw of `what`, is what there `is`.
pub(crate) fn fresh<T: PartialEq>(
    what: impl Into<String>,
    was: &T,
    is: &T,
    say: impl Fn(&T) -> String,
) -> Result<(), Refusal> {
    if was == is {
        return Ok(());
    }
    let (mut was, mut is) = (say(was), say(is));
    if was == is {
        was.push_str(" as it stood");
        is.push_str(" with something else changed");
    }
    Err(Refusal::Stale { what: what.into(), was, is })
}
