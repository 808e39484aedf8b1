use std::{collections::BTreeMap, sync::Arc};

use super::{Table, all_met, altered, docket, in_role};
use crate::{
    council::{
        Attendance, Ballot, BallotId, BallotState, Base, Meeting, MeetingId, MeetingState, Motion, Outcome,
        Position, Reason, RuleSet, Seat, SeatNo, Terms, Threshold,
    },
    record::{
        Act, Before, Change, Granted, Role,
        check::Listed,
        sample::{self, day, minute, reference, seat},
        snapshot,
    },
    review::{Ref, Stage},
    rules::EditionId,
};

pub(super) fn id() -> MeetingId {
    MeetingId::from("2026-11-23")
}

fn ballot_id(n: u32) -> BallotId {
    BallotId { application: reference(), n }
}

pub(super) fn stay(seat: u32, left: Option<i64>) -> Attendance {
    Attendance { seat: SeatNo(seat), since: minute(1), left: left.map(minute) }
}

/// A meeting of five seats, called at 09:00, with seats 1 to 3 in the room and seat 4 gone.
fn meeting(state: MeetingState) -> Meeting {
    Meeting {
        id: id(),
        date: day(11, 23),
        state,
        rules: "finops-tac".to_owned(),
        reading: (state != MeetingState::Planned).then_some(Base::Attendance),
        called: (state != MeetingState::Planned).then(|| minute(0)),
        adjourned: (state == MeetingState::Adjourned).then(|| minute(29)),
        members: (1..=5).map(seat).collect(),
        others: crate::council::Others::default(),
        stand_ins: Vec::new(),
        attendance: vec![stay(1, None), stay(2, None), stay(3, None), stay(4, Some(10))],
        corrections: Vec::new(),
        agenda: vec![reference()],
        free: BTreeMap::new(),
        notes: Vec::new(),
        rulings: Vec::new(),
        packets: Vec::new(),
        consent: BTreeMap::new(),
        approval: None,
        amendments: Vec::new(),
        ballots: Vec::new(),
    }
}

pub(super) fn before(state: MeetingState) -> Before {
    Before {
        meeting: Some(meeting(state)),
        rules: Some(Arc::new(RuleSet::shipped("finops-tac").unwrap())),
        seats: (1..=5).map(seat).collect(),
        ..docket()
    }
}

/// The open meeting with the sample application on its agenda.
pub(super) fn on_agenda() -> Before {
    Before { ..joined(before(MeetingState::Open), all_met(Stage::OnAgenda)) }
}

fn joined(meeting: Before, application: Before) -> Before {
    Before { meeting: meeting.meeting, rules: meeting.rules, seats: meeting.seats, ..application }
}

/// The same with a ballot, on which seats 1 and 2 are for, seat 3 is against, and seat 4 left after its position.
pub(super) fn voting(state: BallotState) -> Before {
    let mut before = on_agenda();
    let positions = [(1, Position::For), (2, Position::For), (3, Position::Against), (4, Position::Against)];
    let ballot = Ballot {
        id: ballot_id(1),
        meeting: Some(id()),
        as_of: day(11, 23),
        roster: (1..=5).map(seat).collect(),
        opened: minute(5),
        positions: positions
            .into_iter()
            .map(|(seat, position)| (SeatNo(seat), position))
            .collect::<BTreeMap<_, _>>(),
        state,
        ..crate::council::sample::ballot(5)
    };
    before.ballots = vec![ballot.clone()];
    before.meeting.as_mut().unwrap().ballots = vec![ballot];
    before
}

fn present(seats: &[u32]) -> Vec<SeatNo> {
    seats.iter().copied().map(SeatNo).collect()
}

pub(super) fn closed() -> BallotState {
    BallotState::Closed { at: minute(20), present: present(&[1, 2, 3]) }
}

fn declared() -> BallotState {
    BallotState::Declared {
        closed: minute(20),
        present: present(&[1, 2, 3]),
        at: minute(21),
        outcome: Outcome::Adopted,
    }
}

#[test]
fn seats() {
    let before = Before { seats: vec![seat(1), seat(2)], ..docket() };
    let seated = |was: Option<Seat>, now: Option<Seat>| Change::Seated { was, now };
    let with = |n, alter: fn(&mut Seat)| {
        let mut seat = seat(n);
        alter(&mut seat);
        Some(seat)
    };
    let mut table = Table::new();
    table.ask("a third", &before, seated(None, with(3, |_| ())));
    table.ask("a second again", &before, seated(None, with(2, |_| ())));
    table.ask("seat 0", &before, seated(None, with(0, |_| ())));
    table.ask("renumbered", &before, seated(with(2, |_| ()), with(3, |_| ())));
    table.ask("a second chair", &before, seated(None, with(3, |seat| seat.chair = true)));
    let past = |seat: &mut Seat| {
        seat.chair = true;
        (seat.from, seat.until) = (None, Some(day(1, 1).pred_opt().unwrap()));
    };
    table.ask("the chair of last year", &before, seated(None, with(3, past)));
    table.ask("held by nobody", &before, seated(None, with(3, |seat| seat.holder.clear())));
    table.ask("for no employer", &before, seated(None, with(3, |seat| seat.employer = " ".to_owned())));
    table.ask(
        "ending before it begins",
        &before,
        seated(None, with(3, |seat| seat.until = seat.from.unwrap().pred_opt())),
    );
    table.ask("ending the day it begins", &before, seated(None, with(3, |seat| seat.until = seat.from)));
    table.ask("taken away", &before, seated(with(2, |_| ()), None));
    table.ask(
        "taken away after a meeting",
        &Before { seat_days: vec![day(11, 2)], ..before.clone() },
        seated(with(2, |_| ()), None),
    );
    table.ask("no seat at all", &before, seated(None, None));
    table.ask("during a ballot", &voting(BallotState::Open), seated(None, with(6, |_| ())));
    table.ask("after it", &voting(declared()), seated(None, with(6, |_| ())));
    insta::assert_snapshot!(table, @r"
    a third: yes
    a second again: seat 2 changed meanwhile: the change saw none, now it is Holder 2; look at it again
    seat 0: a seat keeps its number, and the first is 1; give it its number
    renumbered: a seat keeps its number, and the first is 1; give it its number
    a second chair: seat 1 is the chair in that term; end its term, or make it a seat like the others first
    the chair of last year: yes
    held by nobody: seat 3 without a holder or an employer; say who holds it, and whom they work for
    for no employer: seat 3 without a holder or an employer; say who holds it, and whom they work for
    ending before it begins: the term of seat 3 ends before it begins; give other days
    ending the day it begins: yes
    taken away: yes
    taken away after a meeting: Holder 2, Employer 2, sat on seat 2 in the meeting of 2026-11-02; end the term on that day or later, and let what is new begin after it
    no seat at all: no seat before and none after; name one
    during a ballot: ballot 2026-0007/1 is not declared; change the seats before or after it
    after it: yes
    ");
}

#[test]
fn meetings_are_planned_called_and_adjourned() {
    let none = Before { meeting: None, ..before(MeetingState::Planned) };
    let planned =
        |id: &str| Change::Planned { meeting: id.into(), date: day(11, 23), rules: "finops-tac".to_owned() };
    let called = |reading| Change::Called { meeting: id(), reading };
    let mut table = Table::new();
    table.ask("planned", &none, planned("2026-11-23"));
    table.ask("a second that day", &none, planned("2026-11-23-2"));
    for odd in ["2026-11-24", "2026-11-23-1", "2026-11-23-02", "2026-11-23x", ""] {
        table.ask(&format!("called `{odd}`"), &none, planned(odd));
    }
    table.ask("planned again", &before(MeetingState::Planned), planned("2026-11-23"));
    table.ask("by no known rules", &Before { rules: None, ..none }, planned("2026-11-23"));
    let waiting = before(MeetingState::Planned);
    table.ask("called to order", &waiting, called(Base::Attendance));
    table.ask("with another reading", &waiting, called(Base::Cast));
    table.ask_as("with another reading, by the chair", &waiting, called(Base::Cast), &in_role(Role::Chair));
    table.ask("with no reading of a meeting", &waiting, called(Base::Members));
    table.ask("called again", &before(MeetingState::Open), called(Base::Attendance));
    let beside = Before { open_meeting: Some("2026-11-22".into()), ..before(MeetingState::Planned) };
    table.ask("called beside another", &beside, called(Base::Attendance));
    let mut empty = before(MeetingState::Planned);
    empty.meeting.as_mut().unwrap().members.clear();
    table.ask("called without members", &empty, called(Base::Attendance));
    let over = Change::Adjourned { meeting: id() };
    table.ask("adjourned", &on_agenda(), over.clone());
    table.ask("adjourned before it is open", &waiting, over.clone());
    table.ask("adjourned during a ballot", &voting(BallotState::Open), over.clone());
    table.ask("adjourned before the result", &voting(closed()), over.clone());
    table.ask("adjourned after it", &voting(declared()), over);
    insta::assert_snapshot!(table, @r"
    planned: yes
    a second that day: yes
    called `2026-11-24`: a meeting of 2026-11-23 cannot be called 2026-11-24; call it 2026-11-23, or 2026-11-23-2 for a second one that day
    called `2026-11-23-1`: a meeting of 2026-11-23 cannot be called 2026-11-23-1; call it 2026-11-23, or 2026-11-23-2 for a second one that day
    called `2026-11-23-02`: a meeting of 2026-11-23 cannot be called 2026-11-23-02; call it 2026-11-23, or 2026-11-23-2 for a second one that day
    called `2026-11-23x`: a meeting of 2026-11-23 cannot be called 2026-11-23x; call it 2026-11-23, or 2026-11-23-2 for a second one that day
    called ``: a meeting of 2026-11-23 cannot be called ; call it 2026-11-23, or 2026-11-23-2 for a second one that day
    planned again: meeting 2026-11-23 is there already; a second one that day is 2026-11-23-2
    by no known rules: the council rule set is not known; name one that comes with docket
    called to order: yes
    with another reading: a reading other than attendance is for the chair; do it in the role of chair
    with another reading, by the chair: yes
    with no reading of a meeting: `members` is no reading of rule set finops-tac; give one of attendance, unrecused, cast
    called again: meeting 2026-11-23 was called to order before: plan a new one
    called beside another: meeting 2026-11-22 is still open; adjourn it first
    called without members: nobody holds a seat on 2026-11-23; add the seats of the council first
    adjourned: yes
    adjourned before it is open: meeting 2026-11-23 is planned: it must be open
    adjourned during a ballot: ballot 2026-0007/1 is not declared: close it, read it back and declare it first
    adjourned before the result: ballot 2026-0007/1 is not declared: close it, read it back and declare it first
    adjourned after it: yes
    ");
}

#[test]
fn attendance() {
    let before = on_agenda();
    let attended = |seat: u32, was: Option<Attendance>, now: Option<Attendance>| Change::Attended {
        meeting: id(),
        seat: SeatNo(seat),
        was,
        now,
    };
    let from = |seat, since| Some(Attendance { seat: SeatNo(seat), since: minute(since), left: None });
    let mut table = Table::new();
    table.ask("coming in", &before, attended(5, None, from(5, 20)));
    table.ask("coming in twice", &before, attended(1, None, from(1, 20)));
    table.ask("coming in again", &before, attended(4, None, from(4, 10)));
    table.ask("coming in again before leaving", &before, attended(4, None, from(4, 9)));
    table.ask("coming in before the call", &before, attended(5, None, from(5, -1)));
    table.ask("coming in later than now", &before, attended(5, None, from(5, 31)));
    table.ask("coming in without a seat", &before, attended(6, None, from(6, 20)));
    table.ask("coming in on another's seat", &before, attended(5, None, from(6, 20)));
    table.ask(
        "coming in before it is open",
        &super::Before { ..self::before(MeetingState::Planned) },
        attended(5, None, from(5, 20)),
    );
    table.ask("leaving", &before, attended(1, Some(stay(1, None)), Some(stay(1, Some(25)))));
    table.ask("leaving before coming", &before, attended(1, Some(stay(1, None)), Some(stay(1, Some(0)))));
    table.ask("leaving twice", &before, attended(4, Some(stay(4, None)), Some(stay(4, Some(25)))));
    table.ask("leaving another stay", &before, attended(1, from(1, 2), Some(stay(1, Some(25)))));
    table.ask(
        "leaving after the end",
        &self::before(MeetingState::Adjourned),
        attended(1, Some(stay(1, None)), None),
    );
    table.ask("shifting the stay", &before, attended(1, Some(stay(1, None)), from(1, 5)));
    table.ask("nobody", &before, attended(1, None, None));
    table.ask_back("never came in", &before, attended(1, Some(stay(1, None)), None));
    table.ask_back("never left", &before, attended(4, Some(stay(4, Some(10))), Some(stay(4, None))));
    let mut back_in = before.clone();
    back_in.meeting.as_mut().unwrap().attendance.extend(from(4, 15));
    table.ask_back(
        "never left, but came in again",
        &back_in,
        attended(4, Some(stay(4, Some(10))), Some(stay(4, None))),
    );
    insta::assert_snapshot!(table, @r"
    coming in: yes
    coming in twice: seat 1 is in the room already
    coming in again: yes
    coming in again before leaving: seat 4 was in the room already at that time; give times beside its other stays
    coming in before the call: the times of seat 5 are not in order; nobody comes before the call to order, leaves before coming in, or does either later than now
    coming in later than now: the times of seat 5 are not in order; nobody comes before the call to order, leaves before coming in, or does either later than now
    coming in without a seat: seat 6 has no holder in meeting 2026-11-23: its term must hold on the day
    coming in on another's seat: a stay of another seat; name one seat
    coming in before it is open: meeting 2026-11-23 is planned: it must be open
    leaving: yes
    leaving before coming: the times of seat 1 are not in order; nobody comes before the call to order, leaves before coming in, or does either later than now
    leaving twice: the stay of seat 4 in the room changed meanwhile: the change saw in the room, now it is gone since 2026-11-23T09:10:00.000000Z; look at it again
    leaving another stay: the stay of seat 1 in the room changed meanwhile: the change saw in the room, now it is not there; look at it again
    leaving after the end: meeting 2026-11-23 is adjourned: it must be open
    shifting the stay: a stay keeps the time they came in; take the stay back, and record it anew
    nobody: no stay before and none after; say when they came in
    never came in: yes
    never left: yes
    never left, but came in again: seat 4 was in the room already at that time; give times beside its other stays
    ");
}

#[test]
fn agendas() {
    let new = || Ref::from("2026-0001");
    let listed = |stage, elsewhere: Option<&str>| Listed {
        stage,
        parked: None,
        certified: false,
        elsewhere: elsewhere.map(MeetingId::from),
        voted_on: None,
    };
    let with = |stage, elsewhere| {
        let own = (reference(), listed(Stage::OnAgenda, None));
        Before { listed: BTreeMap::from([own, (new(), listed(stage, elsewhere))]), ..on_agenda() }
    };
    let certified = {
        let mut before = with(Stage::Decided, None);
        before.listed.get_mut(&new()).unwrap().certified = true;
        before
    };
    let set = |was: Vec<Ref>, now: Vec<Ref>| Change::AgendaSet { meeting: id(), was, now };
    let add = || set(vec![reference()], vec![new(), reference()]);
    let remove = || set(vec![reference()], vec![]);
    let mut table = Table::new();
    table.ask("added", &with(Stage::ReadyForTac, None), add());
    table.ask("added in review", &with(Stage::InReview, None), add());
    table.ask("added though decided", &with(Stage::Decided, None), add());
    table.ask("added with a certification", &certified, add());
    table.ask("removed, decided elsewhere", &certified, set(vec![reference()], vec![]));
    table.ask("added from another meeting", &with(Stage::OnAgenda, Some("2026-12-07")), add());
    table.ask("added unknown", &on_agenda(), add());
    table.ask(
        "added twice",
        &with(Stage::ReadyForTac, None),
        set(vec![reference()], vec![reference(), new(), new()]),
    );
    table.ask("stale", &with(Stage::ReadyForTac, None), set(vec![], vec![new()]));
    table.ask("removed", &with(Stage::ReadyForTac, None), remove());
    table.ask("removed during its ballot", &voting(BallotState::Open), remove());
    let decided = BTreeMap::from([(reference(), listed(Stage::Decided, None))]);
    table.ask("removed though decided", &Before { listed: decided, ..voting(declared()) }, remove());
    table.ask("after the end", &before(MeetingState::Adjourned), remove());
    table.ask("of no meeting", &docket(), remove());
    insta::assert_snapshot!(table, @r"
    added: yes
    added in review: 2026-0001 is in review; only what is ready for TAC goes on an agenda
    added though decided: 2026-0001 is decided; only what is ready for TAC goes on an agenda
    added with a certification: yes
    removed, decided elsewhere: yes
    added from another meeting: 2026-0001 is on the agenda of meeting 2026-12-07; take it off there first
    added unknown: application 2026-0001 is not known; see the queue for those that are
    added twice: 2026-0001 is on the agenda twice; name it once
    stale: the agenda of meeting 2026-11-23 changed meanwhile: the change saw [], now it is [2026-0007]; look at it again
    removed: yes
    removed during its ballot: 2026-0007 is locked while ballot 2026-0007/1 is not declared; close and declare it first
    removed though decided: 2026-0007 is decided; leave it on the agenda of the meeting that decided it
    after the end: meeting 2026-11-23 is adjourned: what it did stands; plan a new meeting
    of no meeting: meeting 2026-11-23 is not known; plan it first
    ");
}

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
    };
    let close = |seats: &[u32]| closing(seats, &[4]);
    table.ask("closed", &open, close(&[1, 2, 3]));
    table.ask("closed without naming who left", &open, closing(&[1, 2, 3], &[]));
    table.ask("closed, stale", &open, close(&[1, 2, 3, 4]));
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
    closed without naming who left: who took a position on ballot 2026-0007/1 and left (ask whether it stands in the record) changed meanwhile: the change saw [], now it is [4]; look at it again
    closed, stale: who is present for ballot 2026-0007/1 changed meanwhile: the change saw [1, 2, 3, 4], now it is [1, 2, 3]; look at it again
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
    table.ask("until a day", &adopted, declare(Outcome::Adopted, Stage::Decided, granted(Some(day(12, 31)))));
    table.ask(
        "until before",
        &adopted,
        declare(Outcome::Adopted, Stage::Decided, granted(Some(day(11, 22)))),
    );
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
    until a day: yes
    until before: a certification from 2026-11-23 until 2026-11-22; give a later last day
    granting nothing: ballot 2026-0007/1 grants a certification without a first day; say from when it holds
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

#[test]
fn every_need_is_what_its_check_looks_at() {
    for change in sample::every_change() {
        let needs = change.needs();
        let subject = change.subject();
        assert_eq!(needs.application.as_ref(), subject.application(), "{subject}");
    }
    let nobody = Act { actor: String::new(), ..sample::act() };
    assert!(super::check(&Change::Adjourned { meeting: id() }, &on_agenda(), &nobody).is_err());
}
