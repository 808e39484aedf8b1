//! Ballots with all that a motion can say, and what can happen on one.

use super::{day, every::council_changes, minute, reference, standing};
use crate::{
    council::{BallotId, Condition, InForce, Motion, Position, Reason, SeatNo, Terms},
    record::{Change, change::Change::*},
    review::Stage,
    rules::Program,
};

/// Ballot 2 on the application of [`ballots_with_terms`], moved, seconded, put together with another and taken up again.
fn moved(motion: Motion, terms: Terms) -> Change {
    match council_changes().swap_remove(5) {
        BallotOpened {
            ballot,
            meeting,
            deadline,
            edition,
            as_of,
            snapshot,
            reading,
            threshold,
            roster,
            ..
        } => BallotOpened {
            ballot: BallotId { n: 2, ..ballot },
            meeting,
            deadline,
            motion,
            terms,
            mover: Some(SeatNo(1)),
            seconder: Some(SeatNo(2)),
            with: Some(BallotId { application: "2026-0008".into(), n: 1 }),
            again: Some(BallotId { application: reference(), n: 1 }),
            rules: None,
            edition,
            as_of,
            snapshot,
            reading,
            threshold,
            roster,
        },
        other => other,
    }
}

/// A ballot on every motion, with all the terms there are among them, and a position replaced for every reason and none.
pub(crate) fn ballots_with_terms() -> Vec<Change> {
    let condition = |text: &str, cleared_by: Option<&str>| Condition {
        text: text.to_owned(),
        owner: "A. Owner".to_owned(),
        due: day(12, 31),
        cleared_by: cleared_by.map(str::to_owned),
    };
    let conditions = vec![condition("Publish the case study", None), condition("Renew", Some("the lead"))];
    let term = Terms { from: Some(day(12, 1)), until: Some(day(12, 31)), ..Terms::default() };
    let about =
        || Terms { certification: Some(BallotId { application: reference(), n: 1 }), ..Terms::default() };
    let voted = |why| Voted {
        ballot: BallotId { application: reference(), n: 1 },
        seat: SeatNo(1),
        was: Some(Position::For),
        now: Some(Position::Against),
        why,
    };
    let mut changes = vec![
        moved(Motion::Approve, term.clone()),
        moved(Motion::ApproveWithConditions, Terms { in_force: InForce::WhenCleared, conditions, ..term }),
        moved(Motion::Decline, Terms::default()),
        moved(Motion::Defer, Terms { returns: Some(day(12, 15)), ..Terms::default() }),
        moved(Motion::Defer, Terms { information: Some("the head count".to_owned()), ..Terms::default() }),
        moved(Motion::Reclassify, Terms { program: Some(Program::SpecialtySolution), ..Terms::default() }),
        moved(Motion::Suspend, about()),
        moved(Motion::Revoke, about()),
        moved(Motion::Refer, Terms { question: Some("Does it count?".to_owned()), ..Terms::default() }),
    ];
    if let BallotOpened { meeting, deadline, rules, .. } = &mut changes[2] {
        (*meeting, *deadline, *rules) = (None, Some(minute(59)), Some("finops-tac".to_owned()));
    }
    let ballot = || BallotId { application: reference(), n: 1 };
    changes.extend([Some(Reason::Slip), Some(Reason::Changed), Some(Reason::Left), None].map(voted));
    changes.extend([
        Joined { ballot: ballot(), seat: SeatNo(2), was: None, now: Some(true) },
        Joined { ballot: ballot(), seat: SeatNo(2), was: Some(true), now: Some(false) },
        Joined { ballot: ballot(), seat: SeatNo(2), was: Some(false), now: None },
        BallotClosed {
            ballot: ballot(),
            present: vec![SeatNo(1)],
            left: vec![SeatNo(2), SeatNo(3)],
            saw: Some([(SeatNo(1), Position::For)].into()),
        },
        Staged {
            application: reference(),
            was: standing(Stage::Decided),
            now: standing(Stage::InReview),
            because: Some("There is another owner".to_owned()),
        },
    ]);
    changes
}
