//! The changes of a condition, made from what is known: one place for console and command line.

use super::change::Change;
use crate::council::{
    BallotId,
    condition::{Clearing, Imposed},
};

/// Lets `condition` of the certification granted by `ballot` be cleared as `now` says; opens it again where that is
/// none.
pub fn cleared(ballot: &BallotId, condition: &Imposed, now: Option<Clearing>) -> Change {
    Change::Cleared { ballot: ballot.clone(), condition: condition.n, was: condition.cleared.clone(), now }
}
