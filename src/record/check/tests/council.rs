//! Seats, meetings, attendance and agendas.

use std::collections::BTreeMap;

use super::{
    Table, docket,
    given::{before, closed, declared, id, on_agenda, stay, voting},
    in_role,
};
use crate::{
    council::{Attendance, BallotState, Base, MeetingId, MeetingState, Seat, SeatNo},
    record::{
        Before, Change, Role,
        check::Listed,
        sample::{day, minute, reference, seat},
    },
    review::{Ref, Stage},
};

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
    added though decided: 2026-0001 is decided; to vote on it again, move it back into review with a reason (`docket stage REF in-review --because TEXT`), then to ready-for-tac
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
