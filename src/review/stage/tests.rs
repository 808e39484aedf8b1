//! Which moves may be made.

use super::{Stage, StageError, may_move};
use crate::{
    review::{
        Basis, Status,
        application::Presented,
        assess,
        support::{application, as_of, find},
    },
    rules::{Program, shipped},
};

#[test]
fn ready_for_tac_needs_ready_or_somebody_who_presents_it_anyway() {
    let edition = shipped::default_edition().unwrap();
    let mut one = application(Program::Instructor);
    let assessed = assess(edition, &one, Basis::AsFound, as_of());
    let error = may_move(Stage::InReview, Stage::ReadyForTac, &assessed, None).unwrap_err();
    assert!(error.to_string().contains("open: INS-E3-1"), "{error}");
    let presented = Presented { by: "L. Lead".into(), because: "the council asked".into() };
    assert_eq!(may_move(Stage::InReview, Stage::ReadyForTac, &assessed, Some(&presented)), Ok(()));
    for n in 1..=7 {
        find(&mut one, &format!("INS-E3-{n}"), Status::Met);
    }
    let assessed = assess(edition, &one, Basis::AsFound, as_of());
    assert_eq!(may_move(Stage::InReview, Stage::ReadyForTac, &assessed, None), Ok(()));
}

#[test]
fn what_was_decided_can_be_taken_up_again() {
    let edition = shipped::default_edition().unwrap();
    let assessed = assess(edition, &application(Program::Platform), Basis::AsFound, as_of());
    assert_eq!(may_move(Stage::Decided, Stage::InReview, &assessed, None), Ok(()));
    assert!(may_move(Stage::Decided, Stage::ReadyForTac, &assessed, None).is_err());
}

#[test]
fn the_meeting_alone_puts_on_an_agenda_and_decides() {
    let assessed =
        assess(shipped::default_edition().unwrap(), &application(Program::Platform), Basis::AsFound, as_of());
    for to in [Stage::OnAgenda, Stage::Decided] {
        let error = may_move(Stage::ReadyForTac, to, &assessed, None).unwrap_err();
        assert_eq!(error, StageError::MeetingOnly { to });
    }
    let error = may_move(Stage::Received, Stage::ReadyForTac, &assessed, None).unwrap_err();
    assert_eq!(
        error.to_string(),
        "what is received cannot become ready for TAC; it can become in review, awaiting applicant, withdrawn"
    );
}
