//! Ballots: opened, voted on, closed and declared.

use super::{
    Table, all_met, altered,
    given::{ballot_id, before, closed, declared, id, joined, on_agenda, present, stay, voting},
};
use crate::{
    council::{BallotState, Base, MeetingState, Motion, Outcome, Position, Reason, SeatNo, Terms, Threshold},
    record::{
        Before, Change, Granted,
        sample::{day, minute, seat},
        snapshot,
    },
    review::Stage,
    rules::EditionId,
};

fn opened() -> Change {
    Change::BallotOpened {
        ballot: ballot_id(1),
        meeting: Some(id()),
        deadline: None,
        motion: Motion::Approve,
        terms: Terms::default(),
        mover: None,
        seconder: None,
        with: None,
        again: None,
        rules: None,
        edition: EditionId::from("2023"),
        as_of: day(11, 23),
        snapshot: snapshot(all_met(Stage::OnAgenda).application.as_ref().unwrap()),
        reading: Base::Attendance,
        threshold: Threshold::Majority,
        roster: (1..=5).map(seat).collect(),
    }
}

#[test]
fn opening_a_ballot() {
    let mut table = Table::new();
    table.ask("opened", &on_agenda(), opened());
    table.ask("number 2 first", &on_agenda(), altered(&opened(), "/ballot", ballot_id(2)));
    table.ask("another edition", &on_agenda(), altered(&opened(), "/edition", "2026"));
    table.ask("as of yesterday", &on_agenda(), altered(&opened(), "/as_of", day(11, 22)));
    table.ask("two thirds", &on_agenda(), altered(&opened(), "/threshold", Threshold::TwoThirdsOfMembers));
    table.ask("another reading", &on_agenda(), altered(&opened(), "/reading", Base::Cast));
    table.ask("a member missing", &on_agenda(), altered(&opened(), "/roster", vec![seat(1)]));
    let mut changed = on_agenda();
    changed.application.as_mut().unwrap().review.demo.asked = true;
    table.ask("reviewed since", &changed, opened());
    table.ask("not on the agenda", &joined(before(MeetingState::Open), all_met(Stage::InReview)), opened());
    let mut other = on_agenda();
    other.meeting.as_mut().unwrap().agenda.clear();
    table.ask("on another agenda", &other, opened());
    table.ask("before the call", &joined(before(MeetingState::Planned), all_met(Stage::OnAgenda)), opened());
    table.ask("during another", &voting(BallotState::Open), altered(&opened(), "/ballot", ballot_id(2)));
    let again = joined(voting(declared()), all_met(Stage::ReadyForTac));
    let again = Before { ballots: voting(declared()).ballots, ..again };
    table.ask("a second, ready again", &again, altered(&opened(), "/ballot", ballot_id(2)));
    table.ask("a second after the first", &voting(declared()), altered(&opened(), "/ballot", ballot_id(2)));
    insta::assert_snapshot!(table, @r"
    opened: yes
    number 2 first: the ballots on 2026-0007 changed meanwhile: the change saw 1 in number, now it is 0 in number; look at it again
    another edition: the edition of 2026-0007 changed meanwhile: the change saw 2026, now it is 2023; look at it again
    as of yesterday: a ballot judges for the day it is opened, and takes a majority; give 2026-11-23 and majority
    two thirds: a ballot judges for the day it is opened, and takes a majority; give 2026-11-23 and majority
    another reading: the reading in force changed meanwhile: the change saw cast, now it is attendance; look at it again
    a member missing: the members of meeting 2026-11-23 changed meanwhile: the change saw 1 seats, now it is 5 seats; look at it again
    reviewed since: 2026-0007 changed meanwhile: the change saw as reviewed 950612e122fdb848, now it is as reviewed 82e1437a5fa68352; look at it again
    not on the agenda: to approve cannot be moved on an application that is in review; put it on the agenda of this meeting first
    on another agenda: 2026-0007 is not on the agenda of meeting 2026-11-23: put it there first
    before the call: meeting 2026-11-23 is planned: it must be open
    during another: 2026-0007 is locked while ballot 2026-0007/1 is not declared; close and declare it first
    a second, ready again: yes
    a second after the first: yes
    ");
}

#[test]
fn voting_and_closing() {
    let voted =
        |seat, was, now, why| Change::Voted { ballot: ballot_id(1), seat: SeatNo(seat), was, now, why };
    let vote = |seat, was, now| voted(seat, was, now, None);
    let slip = |seat, was, now| voted(seat, was, now, Some(Reason::Slip));
    let open = voting(BallotState::Open);
    let mut silent = open.clone();
    silent.ballots[0].positions.clear();
    let mut table = Table::new();
    table.ask("for", &silent, vote(1, None, Some(Position::For)));
    table.ask("changed", &open, slip(1, Some(Position::For), Some(Position::Against)));
    table.ask("changed, not said why", &open, vote(1, Some(Position::For), Some(Position::Against)));
    table.ask("a reason for the first", &silent, slip(1, None, Some(Position::For)));
    table.ask("changed, stale", &open, vote(1, None, Some(Position::Against)));
    table.ask("from outside the room", &silent, vote(4, None, Some(Position::For)));
    table.ask("taken back from outside", &open, slip(4, Some(Position::Against), None));
    let join = |seat, was, now| Change::Joined { ballot: ballot_id(1), seat: SeatNo(seat), was, now };
    let mut late = silent.clone();
    late.meeting.as_mut().unwrap().attendance.push(stay(5, None));
    late.ballots[0].opened = minute(0);
    table.ask("coming late, takes part", &late, join(5, None, Some(true)));
    table.ask("there all the time", &silent, join(1, None, Some(false)));
    late.ballots[0].joined.insert(SeatNo(5), false);
    table.ask("takes no part, and votes", &late, vote(5, None, Some(Position::For)));
    table.ask("takes part after all", &late, join(5, Some(false), Some(true)));
    table.ask("asked again, stale", &late, join(5, None, Some(true)));
    table.ask("by no member", &open, vote(6, None, Some(Position::For)));
    table.ask("once closed", &voting(closed()), vote(1, Some(Position::For), None));
    table.ask("on no ballot", &on_agenda(), vote(1, None, Some(Position::For)));
    table.ask_back("put back from outside", &silent, vote(4, None, Some(Position::Against)));
    let closing = |seats: &[u32], left: &[u32]| Change::BallotClosed {
        ballot: ballot_id(1),
        present: present(seats),
        left: present(left),
        saw: None,
    };
    let close = |seats: &[u32]| closing(seats, &[4]);
    table.ask("closed", &open, close(&[1, 2, 3]));
    table.ask("closed without naming who left", &open, closing(&[1, 2, 3], &[]));
    table.ask("closed, stale", &open, close(&[1, 2, 3, 4]));
    let mut unheard = close(&[1, 2, 3]);
    if let Change::BallotClosed { saw, .. } = &mut unheard {
        *saw = Some(Vec::new());
    }
    table.ask("closed on other positions", &open, unheard);
    table.ask("closed twice", &voting(closed()), close(&[1, 2, 3]));
    insta::assert_snapshot!(table, @r"
    for: yes
    changed: yes
    changed, not said why: yes
    a reason for the first: a reason for the first position of seat 1; leave it out: nothing is replaced
    changed, stale: the position of seat 1 on 2026-0007/1 changed meanwhile: the change saw none, now it is for; look at it again
    from outside the room: seat 4 is not in the room: let it come in first
    taken back from outside: yes
    coming late, takes part: yes
    there all the time: seat 1 did not come in after the ballot was opened: it takes part as it is
    takes no part, and votes: seat 5 came late and takes no part: say first that it does
    takes part after all: yes
    asked again, stale: whether seat 5 takes part in 2026-0007/1 changed meanwhile: the change saw none, now it is no; look at it again
    by no member: seat 6 is not on the roster of ballot 2026-0007/1, which was fixed when it was opened
    once closed: ballot 2026-0007/1 is closed: a re-vote is a new ballot
    on no ballot: ballot 2026-0007/1 is not known; open it first
    put back from outside: yes
    closed: yes
    closed without naming who left: seat 4 Holder 4 took a position and left, which is to be asked about; look at ballot 2026-0007/1 again
    closed, stale: seat 4 Holder 4 went out meanwhile; look at ballot 2026-0007/1 again
    closed on other positions: seat 1 Holder 1, seat 2 Holder 2, seat 3 Holder 3 and 1 more took another position; look at ballot 2026-0007/1 again
    closed twice: ballot 2026-0007/1 is closed: a re-vote is a new ballot
    ");
}

#[test]
fn declaring() {
    let granted = |until| Some(Granted { from: day(11, 23), until });
    let declare = |outcome, next, granted| Change::Declared { ballot: ballot_id(1), outcome, next, granted };
    let adopted = voting(closed());
    let mut lost = adopted.clone();
    lost.ballots[0].positions.insert(SeatNo(2), Position::Abstain);
    let mut decline = adopted.clone();
    decline.ballots[0].motion = Motion::Decline;
    let mut few = adopted.clone();
    few.ballots[0].state = BallotState::Closed { at: minute(20), present: present(&[1, 2]) };
    let mut table = Table::new();
    table.ask("adopted", &adopted, declare(Outcome::Adopted, Stage::Decided, granted(None)));
    table.ask(
        "until a day that was not moved",
        &adopted,
        declare(Outcome::Adopted, Stage::Decided, granted(Some(day(12, 31)))),
    );
    let mut until = adopted.clone();
    until.ballots[0].terms.until = Some(day(12, 31));
    table.ask(
        "until the day moved",
        &until,
        declare(Outcome::Adopted, Stage::Decided, granted(Some(day(12, 31)))),
    );
    table.ask("without the day moved", &until, declare(Outcome::Adopted, Stage::Decided, granted(None)));
    table.ask("granting nothing", &adopted, declare(Outcome::Adopted, Stage::Decided, None));
    table.ask("adopted, not decided", &adopted, declare(Outcome::Adopted, Stage::InReview, granted(None)));
    table.ask("adopted though lost", &lost, declare(Outcome::Adopted, Stage::Decided, granted(None)));
    table.ask("lost", &lost, declare(Outcome::NotAdopted, Stage::Decided, None));
    table.ask("lost, and asked again", &lost, declare(Outcome::NotAdopted, Stage::AwaitingApplicant, None));
    table.ask("lost, and granted", &lost, declare(Outcome::NotAdopted, Stage::Decided, granted(None)));
    table.ask("declined", &decline, declare(Outcome::Adopted, Stage::Decided, None));
    table.ask("declined, and granted", &decline, declare(Outcome::Adopted, Stage::Decided, granted(None)));
    table.ask("no quorum", &few, declare(Outcome::NoDecision, Stage::ReadyForTac, None));
    table.ask("no quorum, decided", &few, declare(Outcome::NoDecision, Stage::Decided, None));
    let verdict = || declare(Outcome::Adopted, Stage::Decided, granted(None));
    table.ask("still open", &voting(BallotState::Open), verdict());
    table.ask("declared twice", &voting(declared()), verdict());
    insta::assert_snapshot!(table, @r"
    adopted: yes
    until a day that was not moved: ballot 2026-0007/1 grants a certification from 2026-11-23, not one from 2026-11-23 until 2026-12-31; grant it as moved; other days need a motion of their own
    until the day moved: yes
    without the day moved: ballot 2026-0007/1 grants a certification from 2026-11-23 until 2026-12-31, not one from 2026-11-23; grant it as moved; other days need a motion of their own
    granting nothing: ballot 2026-0007/1 grants a certification from 2026-11-23, not none; grant it as moved; other days need a motion of their own
    adopted, not decided: 2026-0007 cannot become in review by a ballot that ends adopted; choose decided
    adopted though lost: the positions on 2026-0007/1 come to not-adopted, not to adopted; declare it not-adopted
    lost: yes
    lost, and asked again: yes
    lost, and granted: ballot 2026-0007/1 grants nothing; only a motion to approve that is adopted does
    declined: yes
    declined, and granted: ballot 2026-0007/1 grants nothing; only a motion to approve that is adopted does
    no quorum: yes
    no quorum, decided: 2026-0007 cannot become decided by a ballot that ends no-decision; choose ready for TAC
    still open: ballot 2026-0007/1 is open: close it and read it back first
    declared twice: ballot 2026-0007/1 is declared: a re-vote is a new ballot
    ");
}
