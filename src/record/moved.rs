//! What is moved, by whom, and whether an earlier ballot is taken up again: what whoever opens a ballot says.

use crate::council::{
    Ballot, BallotId, BallotState, Motion, Outcome, Position, SeatNo, Terms,
    motion::{Unmovable, certifications},
};

/// A motion as it is put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// What is moved.
    pub motion: Motion,
    /// What it says beside its word.
    pub terms: Terms,
    /// Who moves it.
    pub mover: Option<SeatNo>,
    /// Who seconds it.
    pub seconder: Option<SeatNo>,
    /// The ballot that is taken up again.
    pub again: Option<BallotId>,
}

impl From<Motion> for Moved {
    fn from(motion: Motion) -> Self {
        Self { motion, terms: Terms::default(), mover: None, seconder: None, again: None }
    }
}

impl Moved {
    /// The same, naming the one certification that it can be about, where the motion is about one and names none.
    /// `earlier` are the ballots that the application has had.
    ///
    /// # Errors
    /// There are several: one of them has to be named.
    pub fn completed(mut self, earlier: &[Ballot]) -> Result<Self, Unmovable> {
        if !self.motion.is_on_certification() || self.terms.certification.is_some() {
            return Ok(self);
        }
        let granted: Vec<&BallotId> = certifications(earlier).collect();
        if let [one, another, ..] = granted.as_slice() {
            return Err(Unmovable::Wrong(format!(
                "several certifications are in force ({one}, {another}): say which one is meant"
            )));
        }
        self.terms.certification = granted.first().map(|granted| (*granted).clone());
        Ok(self)
    }

    /// What to say before it is opened, though nothing forbids it. The charter is silent on who may ask for a re-vote;
    /// by general usage it is whoever was on the prevailing side (council.md 2, "reconsider").
    pub fn warning(&self, earlier: &[Ballot]) -> Option<String> {
        let again = self.again.as_ref()?;
        let before = earlier.iter().find(|ballot| ballot.id == *again)?;
        let Some(mover) = self.mover else {
            return Some(format!("{again} is taken up again, and no mover is named"));
        };
        let prevailed = prevailed(before, mover)?;
        (!prevailed).then(|| {
            format!(
                "seat {mover} was not on the prevailing side of {again}; a re-vote is usually asked for by one that was"
            )
        })
    }
}

/// Whether `seat` was on the side that prevailed in `ballot`; `None` where no side did.
fn prevailed(ballot: &Ballot, seat: SeatNo) -> Option<bool> {
    let BallotState::Declared { outcome, present, .. } = &ballot.state else { return None };
    let said = ballot.positions.get(&seat).filter(|_| ballot.meeting.is_none() || present.contains(&seat));
    match outcome {
        Outcome::Adopted => Some(said == Some(&Position::For)),
        Outcome::NotAdopted => Some(said == Some(&Position::Against)),
        Outcome::NoDecision | Outcome::NeedsRuling => None,
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::Moved;
    use crate::council::{Ballot, BallotState, Motion, Outcome, Position, SeatNo, sample};

    fn declared(n: u32, outcome: Outcome) -> Ballot {
        let mut ballot = sample::ballot(4);
        ballot.id.n = n;
        let at = DateTime::UNIX_EPOCH;
        let present = (1..=3).map(SeatNo).collect();
        ballot.state = BallotState::Declared { closed: at, present, at, outcome };
        let said =
            [(1, Position::For), (2, Position::Against), (3, Position::Abstain), (4, Position::Against)];
        ballot.positions = said.into_iter().map(|(seat, position)| (SeatNo(seat), position)).collect();
        ballot
    }

    fn warned(outcome: Outcome, mover: Option<u32>) -> bool {
        let earlier = [declared(1, outcome)];
        let again = Some(earlier[0].id.clone());
        Moved { mover: mover.map(SeatNo), again, ..Motion::Approve.into() }.warning(&earlier).is_some()
    }

    #[test]
    fn who_was_not_on_the_prevailing_side_is_warned_about() {
        for (outcome, fine) in [(Outcome::Adopted, 1), (Outcome::NotAdopted, 2)] {
            let wrong: Vec<u32> = (1..=4).filter(|seat| warned(outcome, Some(*seat))).collect();
            assert!(!wrong.contains(&fine) && wrong.len() == 3, "{outcome}: {wrong:?}");
        }
        assert!(warned(Outcome::NotAdopted, Some(4)), "it had left, so that it did not count");
        assert!(!warned(Outcome::NoDecision, Some(3)), "no side prevailed");
        assert!(warned(Outcome::NoDecision, None), "a mover is asked for");
        assert!(Moved::from(Motion::Approve).warning(&[]).is_none());
    }

    #[test]
    fn the_only_certification_is_the_one_that_is_meant() {
        let one = [declared(1, Outcome::Adopted)];
        let completed = Moved::from(Motion::Revoke).completed(&one).unwrap();
        assert_eq!(completed.terms.certification, Some(one[0].id.clone()));
        assert!(Moved::from(Motion::Approve).completed(&one).unwrap().terms.is_empty());
        let two = [declared(1, Outcome::Adopted), declared(2, Outcome::Adopted)];
        assert!(Moved::from(Motion::Suspend).completed(&two).unwrap_err().to_string().contains("say which"));
    }
}
