//! Why a change is not made.

use crate::council::BallotId;

/// Why a change is not made, and what to do instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It rests on something that is not so any more.
    #[error("{what} changed meanwhile: you saw {was}, now it is {is}; look at it again")]
    Stale {
        /// What.
        what: String,
        /// What the change saw.
        was: String,
        /// What is there.
        is: String,
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
}

impl Refusal {
    pub(crate) fn stale(what: impl Into<String>, was: impl Into<String>, is: impl Into<String>) -> Self {
        Self::Stale { what: what.into(), was: was.into(), is: is.into() }
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
