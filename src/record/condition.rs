//! The changes of a condition, made from what is known: one place for console and command line.

use super::{act::Role, change::Change, check::Refusal};
use crate::council::{
    BallotId,
    condition::{Clearing, Imposed},
};

/// Lets `condition` of the certification granted by `ballot` be cleared as `now` says; opens it again where that is
/// none.
pub fn cleared(ballot: &BallotId, condition: &Imposed, now: Option<Clearing>) -> Change {
    Change::Cleared { ballot: ballot.clone(), condition: condition.n, was: condition.cleared.clone(), now }
}

/// Why whoever acts as `actor`, in `role` where one was given, may not say that `imposed` is met, if so: it is for another
/// person, or for a role.
pub fn for_others(ballot: &BallotId, imposed: &Imposed, actor: &str, role: Option<Role>) -> Option<Refusal> {
    let Imposed { n, condition, .. } = imposed;
    if condition.may_be_cleared_by(actor, role.map(Role::as_str)) {
        return None;
    }
    let who = condition.cleared_by.as_deref().unwrap_or_default();
    let instead = match condition.clearer().and_then(|named| named.parse::<Role>().ok()) {
        Some(role) => format!("let the {role} do it, or do it in that role"),
        None => format!("let {who} do it, in that name: --actor \"{who}\""),
    };
    Some(Refusal::not_allowed(format!("condition {n} of {ballot} is for {who} to clear"), instead))
}
