use chrono::{DateTime, TimeDelta};

use super::{
    Refusal, is_in_time, is_time_to_close, may_adjourn, may_call_to_order, may_close, may_come_in,
    may_declare, may_go_out, may_open_ballot, may_pull, may_take_position,
};
use crate::{
    council::{
        Ballot, BallotState, Meeting, MeetingState, Outcome, Position, Prospect, SeatNo,
        sample::{ballot, meeting},
    },
    review::Ref,
};

fn closed(mut ballot: Ballot) -> Ballot {
    ballot.state = BallotState::Closed { at: DateTime::UNIX_EPOCH, present: vec![SeatNo(1)] };
    ballot
}

fn declared(mut ballot: Ballot) -> Ballot {
    ballot.state = BallotState::Declared {
        closed: DateTime::UNIX_EPOCH,
        present: vec![SeatNo(1)],
        at: DateTime::UNIX_EPOCH,
        outcome: Outcome::Adopted,
    };
    ballot
}

fn with(ballot: Ballot) -> Meeting {
    let mut meeting = meeting(3, &[1, 2]);
    meeting.ballots.push(ballot);
    meeting
}

#[test]
fn a_meeting_is_called_to_order_once() {
    let mut planned = meeting(3, &[]);
    planned.state = MeetingState::Planned;
    assert_eq!(may_call_to_order(&planned), Ok(()));
    assert_eq!(may_call_to_order(&meeting(3, &[])), Err(Refusal::CalledBefore("2026-11-24".into())));
}

#[test]
fn members_come_in_and_go_out_while_the_meeting_is_open() {
    let open = meeting(3, &[1]);
    assert_eq!(may_come_in(&open, SeatNo(2)), Ok(()));
    assert_eq!(may_come_in(&open, SeatNo(1)), Err(Refusal::AlreadyIn(SeatNo(1))));
    assert!(matches!(may_come_in(&open, SeatNo(4)), Err(Refusal::NoMember { .. })));
    assert_eq!(may_go_out(&open, SeatNo(1)), Ok(()));
    assert_eq!(may_go_out(&open, SeatNo(2)), Err(Refusal::NotIn(SeatNo(2))));
    let mut over = open;
    over.state = MeetingState::Adjourned;
    assert!(matches!(may_come_in(&over, SeatNo(2)), Err(Refusal::NotInSession { .. })));
    assert!(matches!(may_go_out(&over, SeatNo(1)), Err(Refusal::NotInSession { .. })));
}

#[test]
fn a_ballot_is_opened_on_the_agenda_of_an_open_meeting_one_at_a_time() {
    let application = ballot(3).id.application;
    assert_eq!(may_open_ballot(&meeting(3, &[]), &application, None), Ok(()));
    let refused = may_open_ballot(&meeting(3, &[]), &Ref::from("other"), None);
    assert!(matches!(refused, Err(Refusal::NotOnAgenda { .. })));
    let mut planned = meeting(3, &[]);
    planned.state = MeetingState::Planned;
    assert!(matches!(may_open_ballot(&planned, &application, None), Err(Refusal::NotInSession { .. })));
    for waiting in [ballot(3), closed(ballot(3))] {
        let id = waiting.id.clone();
        assert_eq!(may_open_ballot(&with(waiting), &application, None), Err(Refusal::Undeclared(id)));
    }
    assert_eq!(may_open_ballot(&with(declared(ballot(3))), &application, None), Ok(()));
}

#[test]
fn a_position_is_taken_in_the_room_by_the_roster_while_the_ballot_is_open() {
    let room = meeting(4, &[1, 4]);
    let open = ballot(3);
    let id = open.id.clone();
    assert_eq!(may_take_position(&room, &open, SeatNo(1)), Ok(()));
    assert_eq!(may_take_position(&room, &open, SeatNo(2)), Err(Refusal::NotIn(SeatNo(2))));
    assert_eq!(
        may_take_position(&room, &open, SeatNo(4)),
        Err(Refusal::NotOnRoster { seat: SeatNo(4), ballot: id.clone() })
    );
    for over in [closed(open.clone()), declared(open)] {
        assert_eq!(may_take_position(&room, &over, SeatNo(1)), Err(Refusal::Closed(id.clone())));
    }
}

#[test]
fn a_ballot_is_closed_once_then_declared_once() {
    let open = ballot(3);
    let id = open.id.clone();
    assert_eq!(may_close(&open), Ok(()));
    assert_eq!(may_declare(&open), Err(Refusal::StillOpen(id.clone())));
    let closed = closed(open);
    assert_eq!(may_close(&closed), Err(Refusal::Closed(id.clone())));
    assert_eq!(may_declare(&closed), Ok(()));
    let declared = declared(closed);
    assert_eq!(may_close(&declared), Err(Refusal::Closed(id.clone())));
    assert_eq!(may_declare(&declared), Err(Refusal::Declared(id)));
}

#[test]
fn a_meeting_is_adjourned_when_every_ballot_is_declared() {
    assert_eq!(may_adjourn(&meeting(3, &[])), Ok(()));
    assert_eq!(may_adjourn(&with(declared(ballot(3)))), Ok(()));
    let waiting = closed(ballot(3));
    assert_eq!(may_adjourn(&with(waiting.clone())), Err(Refusal::Undeclared(waiting.id)));
    let mut over = meeting(3, &[]);
    over.state = MeetingState::Adjourned;
    assert!(matches!(may_adjourn(&over), Err(Refusal::NotInSession { .. })));
}

#[test]
fn a_ballot_is_put_together_with_one_that_leads_and_was_just_opened() {
    let lead = ballot(3);
    let id = lead.id.clone();
    let mut meeting = with(lead);
    let other = Ref::from("other");
    meeting.agenda.push(other.clone());
    assert_eq!(may_open_ballot(&meeting, &other, Some(&id)), Ok(()));
    assert!(matches!(may_open_ballot(&meeting, &other, None), Err(Refusal::Undeclared(_))));
    meeting.ballots[0].positions.insert(SeatNo(1), Position::For);
    assert_eq!(may_open_ballot(&meeting, &other, Some(&id)), Err(Refusal::NotLeading(id.clone())));
    meeting.ballots[0] = Ballot { with: Some(id.clone()), ..ballot(3) };
    assert_eq!(may_open_ballot(&meeting, &other, Some(&id)), Err(Refusal::NotLeading(id)));
}

#[test]
fn an_electronic_ballot_ends_at_its_deadline() {
    let deadline = DateTime::UNIX_EPOCH + TimeDelta::minutes(60);
    let late = deadline + TimeDelta::minutes(1);
    let open = Ballot { meeting: None, deadline: Some(deadline), ..ballot(3) };
    let needs = Prospect::Needs { more: 1, outstanding: 2 };
    assert_eq!(is_in_time(&open, DateTime::UNIX_EPOCH), Ok(()));
    assert!(matches!(is_in_time(&open, deadline), Err(Refusal::TooLate { .. })));
    assert!(matches!(is_time_to_close(&open, needs, DateTime::UNIX_EPOCH), Err(Refusal::TooEarly { .. })));
    assert_eq!(is_time_to_close(&open, needs, late), Ok(()));
    assert_eq!(is_time_to_close(&open, Prospect::Carried, DateTime::UNIX_EPOCH), Ok(()));
    assert_eq!(is_time_to_close(&open, Prospect::CannotCarry, DateTime::UNIX_EPOCH), Ok(()));
    // Nobody is in a room.
    assert_eq!(may_take_position(&meeting(3, &[]), &open, SeatNo(2)), Ok(()));
    assert_eq!(may_pull(&meeting(3, &[]), &open, SeatNo(2)), Ok(()));
    assert!(matches!(may_pull(&meeting(3, &[]), &open, SeatNo(9)), Err(Refusal::NotOnRoster { .. })));
    let alone = ballot(3);
    let id = alone.id.clone();
    assert_eq!(may_pull(&with(alone.clone()), &alone, SeatNo(1)), Err(Refusal::NothingToPull(id)));
}
