//! The changes of a ballot, made from what is known: one place for console, command line and samples.
//!
//! Each asks the rules of order first, so that a refusal comes before anything is written. What a ballot rests on is
//! taken from the meeting and the application as they were seen; the check refuses it where they have changed since.

use chrono::{DateTime, NaiveDate, Utc};

use super::{
    change::{Change, Granted},
    moved::Moved,
    snapshot::snapshot,
};
use crate::{
    council::{
        Ballot, BallotId, Meeting, MeetingState, Motion, Outcome, Position, Reason, Refusal, RuleSet, SeatNo,
        Threshold,
        motion::{MovedOn, may_move},
        order,
        outcome::next_stages,
        standing,
        tally::SplitError,
    },
    review::{Application, Stage},
};

/// Opens a ballot on what is `moved` of `application`, judged for the day `as_of`. `earlier` are the ballots it has had,
/// in whatever meeting.
///
/// # Errors
/// The meeting is not in session, the application not on its agenda, another ballot waits, or the motion cannot be
/// moved so.
pub fn open(
    meeting: &Meeting,
    application: &Application,
    earlier: &[Ballot],
    moved: impl Into<Moved>,
    as_of: NaiveDate,
) -> Result<Change, Refusal> {
    order::may_open_ballot(meeting, &application.reference, None)?;
    let reading = meeting
        .reading
        .ok_or_else(|| Refusal::NotInSession { meeting: meeting.id.clone(), state: MeetingState::Planned })?;
    let Moved { motion, terms, mover, seconder, again } =
        moved.into().on(&application.reference).completed(&meeting.id, earlier)?;
    may_move(motion, &terms, &MovedOn::of(application, earlier, as_of))?;
    let last = earlier.iter().map(|ballot| ballot.id.n).max().unwrap_or_default();
    Ok(Change::BallotOpened {
        ballot: BallotId { application: application.reference.clone(), n: last.saturating_add(1) },
        meeting: Some(meeting.id.clone()),
        deadline: None,
        motion,
        terms,
        mover,
        seconder,
        with: None,
        again,
        rules: None,
        edition: application.edition.clone(),
        as_of,
        snapshot: snapshot(application),
        reading,
        threshold: Threshold::Majority,
        roster: meeting.members.clone(),
    })
}

/// Lets `seat` take a position, or take it back where `now` is none, which can be done from outside the room as well.
/// Where it had one before, nobody says why: for that there is [`replace`].
///
/// # Errors
/// The ballot is closed, or the seat is not on its roster or not in the room.
pub fn vote(
    meeting: &Meeting,
    ballot: &Ballot,
    seat: SeatNo,
    now: Option<Position>,
) -> Result<Change, Refusal> {
    replace(meeting, ballot, seat, now, None)
}

/// The same where a position takes the place of another for the reason `why`.
///
/// # Errors
/// Those of [`vote`].
pub fn replace(
    meeting: &Meeting,
    ballot: &Ballot,
    seat: SeatNo,
    now: Option<Position>,
    why: Option<Reason>,
) -> Result<Change, Refusal> {
    match order::may_take_position(meeting, ballot, seat) {
        Err(Refusal::NotIn(_)) if now.is_none() => {}
        answer => answer?,
    }
    let was = ballot.positions.get(&seat).copied();
    Ok(Change::Voted { ballot: ballot.id.clone(), seat, was, now, why: why.filter(|_| was.is_some()) })
}

/// Notes whether `seat`, which came in after the ballot was opened, takes part.
///
/// # Errors
/// The ballot is closed, the seat was there when it was opened or is not there now, or it has a position.
pub fn join(meeting: &Meeting, ballot: &Ballot, seat: SeatNo, takes_part: bool) -> Result<Change, Refusal> {
    order::may_join(meeting, ballot, seat, Some(takes_part))?;
    let was = ballot.joined.get(&seat).copied();
    Ok(Change::Joined { ballot: ballot.id.clone(), seat, was, now: Some(takes_part) })
}

/// Whether `ballot` of `meeting` may be closed at `now`.
///
/// # Errors
/// It is closed already; or it is electronic, its deadline lies ahead, and what is not answered can still decide it.
pub fn may_close(
    rules: &RuleSet,
    meeting: &Meeting,
    ballot: &Ballot,
    now: DateTime<Utc>,
) -> Result<(), Unsettled> {
    order::may_close(ballot)?;
    let prospect = standing::prospect(rules, ballot, &standing::present_for(meeting, ballot))?;
    Ok(order::is_time_to_close(ballot, prospect, now)?)
}

/// Closes `ballot` with whoever is in the room, and names who took a position and left: it stays in the record.
///
/// # Errors
/// It is closed already.
pub fn close(meeting: &Meeting, ballot: &Ballot) -> Result<Change, Refusal> {
    order::may_close(ballot)?;
    let left = standing::left(ballot, &standing::present_for(meeting, ballot));
    let present = standing::frozen_present(meeting, ballot);
    let saw = ballot.positions.iter().map(|(seat, said)| (*seat, *said)).collect();
    Ok(Change::BallotClosed { ballot: ballot.id.clone(), present, left, saw: Some(saw) })
}

/// Closes `ballot` with whoever is in the room. What the seats of `fallen`, which have left, had said is taken back
/// first; what others said that have left stays in the record and does not count either.
///
/// # Errors
/// It is closed already, or a seat of `fallen` is still there or has said nothing.
pub fn close_with(meeting: &Meeting, ballot: &Ballot, fallen: &[SeatNo]) -> Result<Vec<Change>, Refusal> {
    order::may_close(ballot)?;
    let left = standing::left(ballot, &standing::present_for(meeting, ballot));
    if let Some(seat) = fallen.iter().find(|seat| !left.contains(seat)) {
        return Err(Refusal::NotLeft(*seat));
    }
    let mut ballot = ballot.clone();
    let mut changes = Vec::new();
    for seat in left.iter().filter(|seat| fallen.contains(seat)) {
        changes.push(replace(meeting, &ballot, *seat, None, Some(Reason::Left))?);
        ballot.positions.remove(seat);
    }
    changes.push(close(meeting, &ballot)?);
    Ok(changes)
}

/// Why a ballot is not closed or not declared.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unsettled {
    /// The rules of order.
    #[error(transparent)]
    Order(#[from] Refusal),
    /// Its positions cannot be.
    #[error(transparent)]
    Split(#[from] SplitError),
}

/// Declares `ballot` of `meeting` as what its positions come to, and lets the application go to `next`; where none is
/// given, to the first stage that the rules know. An adopted motion to approve grants the certification as moved.
///
/// # Errors
/// It is open, or declared already.
pub fn declare(
    rules: &RuleSet,
    meeting: &Meeting,
    ballot: &Ballot,
    next: Option<Stage>,
) -> Result<Change, Unsettled> {
    order::may_declare(ballot)?;
    let outcome = standing::result(rules, ballot, &standing::present_for(meeting, ballot))?.outcome;
    let granted = grants(ballot.motion, outcome).then(|| as_moved(meeting, ballot));
    let first = || next_stages(ballot.motion, &ballot.terms, outcome).first().copied();
    let next = next.or_else(first).unwrap_or(Stage::ReadyForTac);
    Ok(Change::Declared { ballot: ballot.id.clone(), outcome, next, granted })
}

/// The days that `ballot` of `meeting` grants a certification for: those that were moved, as nothing else was voted on.
/// A motion that names no first day means the day of the meeting, or the day an electronic ballot was closed; one that
/// names no last day means none.
pub fn as_moved(meeting: &Meeting, ballot: &Ballot) -> Granted {
    let closed = ballot.closed().filter(|_| ballot.is_electronic());
    let decided = closed.map_or(meeting.date, |at| at.date_naive());
    Granted { from: ballot.terms.from.unwrap_or(decided), until: ballot.terms.until }
}

/// Whether `motion`, come to `outcome`, grants a certification.
pub fn grants(motion: Motion, outcome: Outcome) -> bool {
    motion.grants() && outcome == Outcome::Adopted
}

#[cfg(test)]
mod tests {
    use super::{close, close_with, declare, open, replace, vote};
    use crate::{
        council::{
            Ballot, BallotState, Base, Meeting, Motion, Outcome, Position, Reason, Refusal, RuleSet, SeatNo,
            Threshold, rules, sample,
        },
        record::{
            Change, Granted,
            sample::{application, day},
        },
        review::{Application, Stage},
    };

    fn on_agenda() -> Application {
        let mut application = application();
        application.review.stage = Stage::OnAgenda;
        application
    }

    fn meeting(present: &[u32]) -> Meeting {
        let agenda = vec![application().reference];
        Meeting { agenda, date: day(11, 24), ..sample::meeting(15, present) }
    }

    /// A closed ballot on which the first seats present say this.
    fn closed(present: &[u32], said: &[Position]) -> Ballot {
        let mut ballot = sample::ballot(15);
        ballot.positions = present.iter().map(|n| SeatNo(*n)).zip(said.iter().copied()).collect();
        let present = present.iter().map(|n| SeatNo(*n)).collect();
        ballot.state = BallotState::Closed { at: chrono::DateTime::UNIX_EPOCH, present };
        ballot
    }

    fn declared(
        motion: Motion,
        present: &[u32],
        said: &[Position],
        next: Option<Stage>,
    ) -> (Outcome, Stage, Option<Granted>) {
        let rules = RuleSet::shipped(rules::DEFAULT).unwrap();
        let ballot = Ballot { motion, ..closed(present, said) };
        match declare(&rules, &meeting(present), &ballot, next).unwrap() {
            Change::Declared { outcome, next, granted, .. } => (outcome, next, granted),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn opening_freezes_what_the_ballot_rests_on() {
        let meeting = meeting(&[1, 2]);
        let change = open(&meeting, &on_agenda(), &[], Motion::Approve, day(11, 23)).unwrap();
        let Change::BallotOpened { ballot, edition, as_of, snapshot, reading, threshold, roster, .. } =
            change
        else {
            panic!("not opened");
        };
        assert_eq!(ballot.to_string(), format!("{}/1", application().reference));
        assert_eq!((edition, as_of), (application().edition, day(11, 23)));
        assert_eq!(snapshot, crate::record::snapshot(&application()));
        assert_eq!((reading, threshold), (Base::Attendance, Threshold::Majority));
        assert_eq!(roster, meeting.members);
    }

    #[test]
    fn a_later_ballot_has_the_next_number() {
        let earlier = [sample::ballot(15)];
        let change = open(&meeting(&[]), &on_agenda(), &earlier, Motion::Decline, day(11, 23));
        assert!(matches!(change, Ok(Change::BallotOpened { ballot, .. }) if ballot.n == 2));
    }

    #[test]
    fn a_position_says_what_was_there() {
        let meeting = meeting(&[1]);
        let mut ballot = sample::ballot(15);
        ballot.positions.insert(SeatNo(1), Position::For);
        let back = |why| Change::Voted {
            ballot: ballot.id.clone(),
            seat: SeatNo(1),
            was: Some(Position::For),
            now: None,
            why,
        };
        assert_eq!(vote(&meeting, &ballot, SeatNo(1), None), Ok(back(None)), "nobody said why");
        let slip = Some(Reason::Slip);
        assert_eq!(replace(&meeting, &ballot, SeatNo(1), None, slip), Ok(back(slip)));
        assert_eq!(vote(&meeting, &ballot, SeatNo(2), Some(Position::For)), Err(Refusal::NotIn(SeatNo(2))));
    }

    #[test]
    fn closing_names_who_is_in_the_room() {
        let change = close(&meeting(&[2, 5]), &sample::ballot(15));
        assert!(
            matches!(change, Ok(Change::BallotClosed { present, .. }) if present == [SeatNo(2), SeatNo(5)])
        );
        assert!(close(&meeting(&[]), &closed(&[], &[])).is_err());
    }

    #[test]
    fn what_one_who_left_had_said_stands_or_falls_and_never_counts() {
        let meeting = meeting(&[1]);
        let mut ballot = sample::ballot(15);
        ballot.positions = [1, 2, 3].map(|n| (SeatNo(n), Position::For)).into();
        let changes = close_with(&meeting, &ballot, &[SeatNo(3)]).unwrap();
        let [
            Change::Voted { seat, now: None, why: Some(Reason::Left), .. },
            Change::BallotClosed { present, left, .. },
        ] = changes.as_slice()
        else {
            panic!("{changes:?}");
        };
        assert_eq!((*seat, present, left), (SeatNo(3), &vec![SeatNo(1)], &vec![SeatNo(2)]));
        assert_eq!(close_with(&meeting, &ballot, &[SeatNo(1)]), Err(Refusal::NotLeft(SeatNo(1))));
    }

    #[test]
    fn only_an_adopted_approval_grants_something() {
        use Position::{Against, For};
        let eight: Vec<u32> = (1..=8).collect();
        let adopted = declared(Motion::Approve, &eight, &[For; 8], None);
        let granted = Some(Granted { from: day(11, 24), until: None });
        assert_eq!(adopted, (Outcome::Adopted, Stage::Decided, granted));
        let declined = declared(Motion::Decline, &eight, &[For; 8], None);
        assert_eq!(declined, (Outcome::Adopted, Stage::Decided, None));
        let lost = declared(Motion::Approve, &eight, &[Against; 8], Some(Stage::InReview));
        assert_eq!(lost, (Outcome::NotAdopted, Stage::InReview, None));
        let none = declared(Motion::Approve, &[1], &[For], None);
        assert_eq!(none, (Outcome::NoDecision, Stage::ReadyForTac, None));
    }
    #[test]
    fn what_is_granted_is_what_was_moved() {
        let rules = RuleSet::shipped(rules::DEFAULT).unwrap();
        let eight: Vec<u32> = (1..=8).collect();
        let granted = |from, until, deadline| {
            let mut ballot = closed(&eight, &[Position::For; 8]);
            (ballot.terms.from, ballot.terms.until) = (from, until);
            if deadline {
                ballot.meeting = None;
            }
            match declare(&rules, &meeting(&eight), &ballot, None).unwrap() {
                Change::Declared { granted, .. } => granted.unwrap(),
                other => panic!("{other:?}"),
            }
        };
        let (first, last) = (day(12, 1), Some(day(12, 31)));
        assert_eq!(granted(Some(first), last, false), Granted { from: first, until: last });
        assert_eq!(granted(None, last, false), Granted { from: day(11, 24), until: last });
        let closed = chrono::DateTime::UNIX_EPOCH.date_naive();
        assert_eq!(
            granted(None, None, true),
            Granted { from: closed, until: None },
            "not when it was opened"
        );
    }
}
