//! The changes of a motion over several ballots: what is done to one of them is done to all.

use super::change::Change;
use crate::{
    council::{
        Ballot, BallotId, Meeting, Refusal, order, standing,
        together::{self, Consent, Pulled},
    },
    review::Ref,
};

/// What `change` makes of each ballot of the motion that `ballot` is part of.
///
/// # Errors
/// The first one that `change` gives.
pub fn each<E>(
    meeting: &Meeting,
    ballot: &Ballot,
    mut change: impl FnMut(&Ballot) -> Result<Change, E>,
) -> Result<Vec<Change>, E> {
    every(meeting, ballot, |one| Ok(vec![change(one)?]))
}

/// The same where `changes` makes several of a ballot.
///
/// # Errors
/// The first one that `changes` gives.
pub fn every<E>(
    meeting: &Meeting,
    ballot: &Ballot,
    changes: impl FnMut(&Ballot) -> Result<Vec<Change>, E>,
) -> Result<Vec<Change>, E> {
    let each: Result<Vec<Vec<Change>>, E> =
        together::motion(&meeting.ballots, ballot).into_iter().map(changes).collect();
    Ok(each?.concat())
}

/// Puts opened ballots together as one motion, led by the first of them.
#[must_use]
pub fn put_together(mut opened: Vec<Change>) -> Vec<Change> {
    let mut leading: Option<BallotId> = None;
    for change in &mut opened {
        let Change::BallotOpened { ballot, with, .. } = change else { continue };
        match &leading {
            None => leading = Some(ballot.clone()),
            Some(lead) => *with = Some(lead.clone()),
        }
    }
    opened
}

/// Puts an item of the agenda on the consent list, or takes it off where `on` is false; none where it is so already.
pub fn list(meeting: &Meeting, reference: &Ref, on: bool) -> Option<Change> {
    let was = meeting.consent.get(reference).cloned();
    let now = on.then(Consent::default);
    let same = was.is_some() == on;
    (!same).then(|| Change::ConsentSet {
        meeting: meeting.id.clone(),
        application: reference.clone(),
        was,
        now,
    })
}

/// Lets a member pull an item from the consent list before the motion is opened.
pub fn pull_item(meeting: &Meeting, reference: &Ref, pulled: Pulled) -> Change {
    Change::ConsentSet {
        meeting: meeting.id.clone(),
        application: reference.clone(),
        was: meeting.consent.get(reference).cloned(),
        now: Some(Consent { pulled: Some(pulled) }),
    }
}

/// Lets a member pull `ballot`, and with it whatever it goes together with: out of a consent motion to a vote of its
/// own, or an electronic one, whole, into a meeting. `pairs` says whether two applications are a pair.
///
/// # Errors
/// It is not open, the seat may not, or it is a motion of its own already.
pub fn pull(
    meeting: &Meeting,
    ballot: &Ballot,
    pulled: &Pulled,
    pairs: impl Fn(&Ref, &Ref) -> bool,
) -> Result<Vec<Change>, Refusal> {
    order::may_pull(meeting, ballot, pulled.by)?;
    let own = &ballot.id.application;
    let goes =
        |one: &&Ballot| ballot.is_electronic() || one.id == ballot.id || pairs(own, &one.id.application);
    let change = |one: &Ballot| Change::Pulled {
        ballot: one.id.clone(),
        pulled: pulled.clone(),
        present: standing::frozen_present(meeting, one),
    };
    Ok(together::motion(&meeting.ballots, ballot).into_iter().filter(goes).map(change).collect())
}
