//! Ballots that are one motion, looked at once a group of changes is done: what was done to one was done to all, and
//! neither half of a pair goes alone.

use std::collections::BTreeMap;

use super::refusal::Refusal;
use crate::{
    council::{
        BallotId, Meeting,
        conflict::Suggestion,
        together::{self, Partner},
    },
    review::Ref,
};

/// A motion and what it rests on, as it stands after a group of changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Together {
    /// Its leading ballot.
    pub lead: BallotId,
    /// The meeting, or the session of an electronic ballot, with its ballots.
    pub session: Meeting,
    /// What each of its applications goes together with.
    pub partners: BTreeMap<Ref, Vec<Partner>>,
    /// The conflicts, not dismissed, that seats in the room have with its applicants; needed where it was just opened.
    pub conflicts: BTreeMap<Ref, Vec<Suggestion>>,
    /// It was opened in this group.
    pub opened: bool,
}

/// Whether the ballots of a motion may stand as they do after a group of changes.
///
/// # Errors
/// The reason why not, with what to do instead.
pub fn check_together(motion: &Together) -> Result<(), Refusal> {
    let ballots = together::led_by(&motion.session.ballots, &motion.lead);
    let partners = |reference: &Ref| motion.partners.get(reference).map(Vec::as_slice).unwrap_or_default();
    together::is_whole(&ballots, partners)?;
    if motion.opened && together::is_consent(&ballots, partners) {
        let conflicts = |reference: &Ref| motion.conflicts.get(reference).cloned().unwrap_or_default();
        let listed = ballots.iter().map(|ballot| &ballot.id.application);
        listed.into_iter().try_for_each(|reference| {
            together::may_consent(&motion.session, reference, conflicts(reference))
        })?;
    }
    Ok(())
}
