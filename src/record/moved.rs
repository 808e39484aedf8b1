//! What is moved, by whom, and whether an earlier ballot is taken up again: what whoever opens a ballot says.

use chrono::NaiveDate;

use crate::{
    council::{
        Ballot, BallotId, BallotState, MeetingId, Motion, Outcome, Position, Ruling, SeatNo, Terms,
        motion::{Unmovable, certifications},
        ruling,
    },
    review::Ref,
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
    /// The same on `application`, one of several that are put together: it takes up none of another's ballots.
    #[must_use]
    pub fn on(mut self, application: &Ref) -> Self {
        self.again = self.again.filter(|again| again.application == *application);
        self
    }

    /// The same, naming what it cannot but be about, where it names none: the one certification, or the ballot that is
    /// [`taken_up`] again in `meeting`. `earlier` are the ballots that the application has had.
    ///
    /// # Errors
    /// There are several certifications: one of them has to be named.
    pub fn completed(mut self, meeting: &MeetingId, earlier: &[Ballot]) -> Result<Self, Unmovable> {
        if !self.motion.is_on_certification() {
            self.again = self.again.or_else(|| taken_up(meeting, earlier));
            return Ok(self);
        }
        if self.terms.certification.is_some() {
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

    /// The same with the last day that a ruling gives, counted from its first day, else from `first`, where it grants a
    /// certification and names none; and the number of that ruling.
    pub fn as_ruled(mut self, rulings: &[Ruling], first: NaiveDate) -> (Self, Option<u32>) {
        if !self.motion.grants() || self.terms.until.is_some() {
            return (self, None);
        }
        let Some((last, ruling)) = ruling::last_day(rulings, self.terms.from.unwrap_or(first)) else {
            return (self, None);
        };
        self.terms.until = Some(last);
        (self, Some(ruling.n))
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

/// The ballot that the next one in `meeting` takes up again: the last one, where it was voted on in the same meeting or
/// was pulled, be it without a meeting. `earlier` are the ballots that the application has had.
pub fn taken_up(meeting: &MeetingId, earlier: &[Ballot]) -> Option<BallotId> {
    let last = earlier.iter().max_by_key(|ballot| ballot.id.n)?;
    (last.meeting.as_ref() == Some(meeting) || last.pulled.is_some()).then(|| last.id.clone())
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
    use crate::council::{
        Ballot, BallotState, MeetingId, Motion, Outcome, Position, SeatNo, sample, together::Pulled,
    };

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

    fn meeting() -> MeetingId {
        MeetingId::from("2026-11-23")
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
        let completed = Moved::from(Motion::Revoke).completed(&meeting(), &one).unwrap();
        assert_eq!(completed.terms.certification, Some(one[0].id.clone()));
        assert!(Moved::from(Motion::Approve).completed(&meeting(), &one).unwrap().terms.is_empty());
        let two = [declared(1, Outcome::Adopted), declared(2, Outcome::Adopted)];
        assert!(
            Moved::from(Motion::Suspend)
                .completed(&meeting(), &two)
                .unwrap_err()
                .to_string()
                .contains("say which")
        );
    }

    #[test]
    fn of_several_put_together_each_takes_up_a_ballot_of_its_own() {
        let before = declared(1, Outcome::NotAdopted);
        let (own, again) = (before.id.application.clone(), Some(before.id));
        let moved = Moved { again: again.clone(), ..Motion::Approve.into() };
        assert_eq!(moved.clone().on(&own).again, again);
        assert_eq!(moved.on(&"2026-0999".into()).again, None);
    }

    #[test]
    fn the_vote_before_in_the_same_meeting_is_taken_up_again_and_so_is_one_that_was_pulled() {
        let mut ballots = vec![declared(1, Outcome::NotAdopted), declared(2, Outcome::NotAdopted)];
        ballots[1].meeting = Some(meeting());
        let again = |ballots: &[Ballot]| {
            Moved::from(Motion::Approve).completed(&meeting(), ballots).unwrap().again.map(|id| id.n)
        };
        assert_eq!(again(&ballots), Some(2));
        ballots[1].meeting = Some(MeetingId::from("2026-10-26"));
        assert_eq!(again(&ballots), None, "a new meeting begins anew");
        ballots[1].meeting = None;
        assert_eq!(again(&ballots), None, "and so it does after an electronic ballot that was decided");
        ballots[1].pulled = Some(Pulled { by: SeatNo(2), because: None });
        assert_eq!(again(&ballots), Some(2));
        let other = Some(ballots[0].id.clone());
        let said = Moved { again: other.clone(), ..Motion::Approve.into() };
        assert_eq!(said.completed(&meeting(), &ballots).unwrap().again, other, "what is said stands");
    }
}
