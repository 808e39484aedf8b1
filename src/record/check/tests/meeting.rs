//! Corrections, free items, notes, rulings and packets.

use super::{
    Table,
    given::{before, closed, id, on_agenda, stay, voting},
    in_role,
};
use crate::{
    council::{
        Action, Attendance, Base, FreeItem, ItemNo, MeetingState, Minute, Ruled, SeatNo, SentItem, Topic,
    },
    record::{
        Before, Change, Role,
        sample::{day, minute, reference},
        snapshot,
    },
};

fn corrected(was: Option<Attendance>, now: Option<Attendance>) -> Change {
    let seat = was.or(now).map_or(SeatNo(1), |stay| stay.seat);
    let because = "The minute taker's watch".to_owned();
    Change::Corrected { meeting: id(), seat, was, now, because }
}

#[test]
fn corrections() {
    let open = before(MeetingState::Open);
    let over = before(MeetingState::Adjourned);
    let at = |seat, since: i64, left: Option<i64>| Attendance {
        seat: SeatNo(seat),
        since: minute(since),
        left: left.map(minute),
    };
    let mut table = Table::new();
    table.ask("came in earlier", &open, corrected(Some(stay(1, None)), Some(at(1, 0, None))));
    table.ask("left as well", &open, corrected(Some(stay(1, None)), Some(at(1, 1, Some(20)))));
    table.ask("did not leave", &open, corrected(Some(stay(4, Some(10))), Some(at(4, 1, None))));
    table.ask("was not recorded", &open, corrected(None, Some(at(5, 3, Some(9)))));
    table.ask("was never there", &open, corrected(Some(stay(4, Some(10))), None));
    table.ask("after the end", &over, corrected(Some(stay(1, None)), Some(at(1, 3, Some(28)))));
    table.ask("with a closed ballot", &voting(closed()), corrected(Some(stay(1, None)), None));
    table.ask("past the end", &over, corrected(Some(stay(1, None)), Some(at(1, 3, Some(30)))));
    table.ask("before the call", &open, corrected(Some(stay(1, None)), Some(at(1, -1, None))));
    table.ask("out before in", &open, corrected(Some(stay(1, None)), Some(at(1, 9, Some(8)))));
    table.ask("later than now", &open, corrected(Some(stay(1, None)), Some(at(1, 1, Some(31)))));
    table.ask("over another stay", &open, corrected(None, Some(at(4, 5, Some(12)))));
    table.ask("as it was", &open, corrected(Some(stay(1, None)), Some(stay(1, None))));
    table.ask("stale", &open, corrected(Some(stay(4, None)), Some(at(4, 0, None))));
    table.ask("of no member", &open, corrected(None, Some(at(9, 3, None))));
    table.ask("of two seats", &open, corrected(Some(stay(1, None)), Some(stay(2, None))));
    table.ask("before it began", &before(MeetingState::Planned), corrected(Some(stay(1, None)), None));
    let mute = match corrected(Some(stay(1, None)), None) {
        Change::Corrected { meeting, seat, was, now, .. } => {
            Change::Corrected { meeting, seat, was, now, because: " ".to_owned() }
        }
        other => other,
    };
    table.ask("for no reason", &open, mute);
    insta::assert_snapshot!(table, @r"
    came in earlier: yes
    left as well: yes
    did not leave: yes
    was not recorded: yes
    was never there: yes
    after the end: yes
    with a closed ballot: yes
    past the end: the times of seat 1 are not in order; nobody comes before the call to order, leaves before coming in, or does either after the end
    before the call: the times of seat 1 are not in order; nobody comes before the call to order, leaves before coming in, or does either later than now
    out before in: the times of seat 1 are not in order; nobody comes before the call to order, leaves before coming in, or does either later than now
    later than now: the times of seat 1 are not in order; nobody comes before the call to order, leaves before coming in, or does either later than now
    over another stay: seat 4 was in the room already at that time; give times beside its other stays
    as it was: these are the times of seat 1 already; say when they came in or went out in truth
    stale: the stay of seat 4 in the room changed meanwhile: the change saw in the room, now it is gone since 2026-11-23T09:10:00.000000Z; look at it again
    of no member: seat 9 has no holder in meeting 2026-11-23: its term must hold on the day
    of two seats: a stay of another seat; name one seat
    before it began: meeting 2026-11-23 was not called to order yet: nobody has come in
    for no reason: a correction without a reason; say why, with --because
    ");
}

/// The open meeting with a free item and a note on it, and one on the application.
fn noted() -> Before {
    let mut before = on_agenda();
    let meeting = before.meeting.as_mut().unwrap();
    meeting.free.insert(ItemNo(1), minutes(1));
    let note = |n, topic| Minute {
        n,
        topic,
        text: Some("Said".to_owned()),
        action: None,
        at: minute(2),
        actor: "S. Secretary".to_owned(),
    };
    meeting.notes = vec![note(1, Topic::Item(ItemNo(1))), note(2, Topic::Application(reference()))];
    before
}

fn minutes(place: u32) -> FreeItem {
    FreeItem { text: "Minutes of the last meeting".to_owned(), place }
}

#[test]
fn free_items() {
    let set = |item, was: Option<FreeItem>, now: Option<FreeItem>| Change::ItemSet {
        meeting: id(),
        item: ItemNo(item),
        was,
        now,
    };
    let mute = FreeItem { text: " ".to_owned(), place: 1 };
    let other = FreeItem { text: "Other business".to_owned(), place: 9 };
    let mut table = Table::new();
    table.ask("while planned", &before(MeetingState::Planned), set(1, None, Some(minutes(1))));
    table.ask("while open", &noted(), set(2, None, Some(other.clone())));
    table.ask("moved", &noted(), set(1, Some(minutes(1)), Some(minutes(2))));
    table.ask("taken off with a note", &noted(), set(1, Some(minutes(1)), None));
    table.ask("stale", &noted(), set(1, None, Some(minutes(1))));
    table.ask("without words", &noted(), set(2, None, Some(mute)));
    table.ask("at place 0", &noted(), set(2, None, Some(minutes(0))));
    table.ask("nothing", &noted(), set(2, None, None));
    table.ask("after the end", &before(MeetingState::Adjourned), set(1, None, Some(other)));
    let off = Change::AgendaSet { meeting: id(), was: vec![reference()], now: vec![] };
    table.ask("an application with a note", &noted(), off);
    insta::assert_snapshot!(table, @r"
    while planned: yes
    while open: yes
    moved: yes
    taken off with a note: something was noted on `Minutes of the last meeting`; take the notes back first, or leave it on
    stale: free item 1 of meeting 2026-11-23 changed meanwhile: the change saw none, now it is `Minutes of the last meeting` at place 1; look at it again
    without words: an item without words; say what it is about
    at place 0: places and numbers begin with 1; give it another one
    nothing: no item before and none after; say what it is about
    after the end: meeting 2026-11-23 is adjourned: what it did stands; plan a new meeting
    an application with a note: something was noted on 2026-0007; take the notes back first, or leave it on
    ");
}

#[test]
fn notes_and_actions() {
    let topic = |item| Topic::Item(ItemNo(item));
    let wrote = |n, topic, text: Option<&str>, action| Change::Minuted {
        meeting: id(),
        n,
        topic,
        text: text.map(str::to_owned),
        action,
    };
    let action = |owner: &str| Some(Action { owner: owner.to_owned(), due: Some(day(12, 1)) });
    let mut table = Table::new();
    table.ask("a note", &noted(), wrote(3, topic(1), Some("Approved"), None));
    table.ask(
        "an action",
        &noted(),
        wrote(3, Topic::Application(reference()), Some("Ask them"), action("A. Person")),
    );
    table.ask("of nobody", &noted(), wrote(3, topic(1), Some("Ask them"), action(" ")));
    table.ask("stale", &noted(), wrote(2, topic(1), Some("Approved"), None));
    table.ask("empty", &noted(), wrote(3, topic(1), Some(" "), None));
    table.ask("on no item", &noted(), wrote(3, topic(7), Some("Approved"), None));
    table.ask("taken back", &noted(), wrote(1, topic(1), None, None));
    table.ask("taken back from elsewhere", &noted(), wrote(2, topic(1), None, None));
    let over = before(MeetingState::Adjourned);
    table.ask("after the end", &over, wrote(1, Topic::Application(reference()), Some("Late"), None));
    insta::assert_snapshot!(table, @r"
    a note: yes
    an action: yes
    of nobody: an action of nobody; say who is to do it, with --owner
    stale: the notes of meeting 2026-11-23 changed meanwhile: the change saw 1 in number, now it is 2 in number; look at it again
    empty: a note without a text; write what was said or is to be done
    on no item: free item 7 is not on the agenda of meeting 2026-11-23; put it there first
    taken back: yes
    taken back from elsewhere: note 2 on free item 1 is not known; see the notes of the meeting
    after the end: meeting 2026-11-23 is adjourned: what it did stands; plan a new meeting
    ");
}

#[test]
fn rulings() {
    let ruled = |n, within: bool, was, now| Change::Ruled {
        n,
        meeting: within.then(id),
        chair: "Holder 1".to_owned(),
        was: Ruled::Reading(was),
        now: Ruled::Reading(now),
        because: "So it was always read".to_owned(),
    };
    let (chair, open) = (in_role(Role::Chair), before(MeetingState::Open));
    let known = crate::council::ruling::sample(1, Base::Attendance, Base::Unrecused);
    let later = Before { rulings: vec![known], meeting: None, ..before(MeetingState::Open) };
    let mut busy = later.clone();
    busy.open_meeting = Some(id());
    let mut table = Table::new();
    let mut ask = |name: &str, before: &Before, change: Change| table.ask_as(name, before, change, &chair);
    ask("in the meeting", &open, ruled(1, true, Base::Attendance, Base::Unrecused));
    ask("while a ballot is open", &voting(closed()), ruled(1, true, Base::Attendance, Base::Cast));
    ask("between meetings", &later, ruled(2, false, Base::Unrecused, Base::Cast));
    ask("beside an open meeting", &busy, ruled(2, false, Base::Unrecused, Base::Cast));
    ask("the same again", &open, ruled(1, true, Base::Attendance, Base::Attendance));
    ask("stale", &open, ruled(1, true, Base::Cast, Base::Attendance));
    ask("of a stale number", &later, ruled(1, false, Base::Unrecused, Base::Cast));
    ask("no reading of a meeting", &open, ruled(1, true, Base::Attendance, Base::Members));
    ask("not in session", &before(MeetingState::Adjourned), ruled(1, true, Base::Attendance, Base::Cast));
    let mute = |because: &str, chair: &str| Change::Ruled {
        n: 1,
        meeting: Some(id()),
        chair: chair.to_owned(),
        was: Ruled::Reading(Base::Attendance),
        now: Ruled::Reading(Base::Cast),
        because: because.to_owned(),
    };
    ask("for no reason", &open, mute(" ", "Holder 1"));
    ask("by nobody", &open, mute("So it was always read", ""));
    table.ask("by the secretary", &open, ruled(1, true, Base::Attendance, Base::Unrecused));
    insta::assert_snapshot!(table, @r"
    in the meeting: yes
    while a ballot is open: yes
    between meetings: yes
    beside an open meeting: meeting 2026-11-23 is open, and the ruling is not made in it; rule in the meeting that is open
    the same again: it holds already that a majority of those in attendance decides; leave it, or rule something else
    stale: the reading changed meanwhile: the change saw the votes for and against, now it is those in attendance; look at it again
    of a stale number: the rulings changed meanwhile: the change saw 0 in number, now it is 1 in number; look at it again
    no reading of a meeting: `members` is no reading of rule set finops-tac; give one of attendance, unrecused, cast
    not in session: meeting 2026-11-23 is adjourned: it must be open
    for no reason: a ruling without a reason; say why, with --because
    by nobody: a ruling without a name; say who rules, with --chair
    by the secretary: a ruling is for the chair; do it in the role of chair
    ");
}

#[test]
fn packets() {
    let mut open = before(MeetingState::Planned);
    let application = super::all_met(crate::review::Stage::OnAgenda).application.unwrap();
    let hash = snapshot(&application);
    open.snapshots.insert(reference(), hash.clone());
    let sent = |n, hash: &str, items: &[(&str, &str)]| Change::PacketSent {
        meeting: id(),
        n,
        hash: hash.to_owned(),
        items: items
            .iter()
            .map(|(application, snapshot)| SentItem {
                application: (*application).into(),
                snapshot: (*snapshot).to_owned(),
            })
            .collect(),
    };
    let (paper, one) = ("ab".repeat(32), reference());
    let mut table = Table::new();
    table.ask("the agenda", &open, sent(1, &paper, &[(one.as_str(), &hash)]));
    table.ask("of a stale number", &open, sent(2, &paper, &[(one.as_str(), &hash)]));
    table.ask("of another agenda", &open, sent(1, &paper, &[]));
    table.ask("of a stale application", &open, sent(1, &paper, &[(one.as_str(), &"cd".repeat(32))]));
    table.ask("with no hash", &open, sent(1, "abc", &[(one.as_str(), &hash)]));
    let mut empty = open.clone();
    empty.meeting.as_mut().unwrap().agenda.clear();
    table.ask("of nothing", &empty, sent(1, &paper, &[]));
    table.ask("after the end", &before(MeetingState::Adjourned), sent(1, &paper, &[]));
    insta::assert_snapshot!(table, @r"
    the agenda: yes
    of a stale number: the packets of meeting 2026-11-23 changed meanwhile: the change saw 1 in number, now it is 0 in number; look at it again
    of another agenda: the agenda of meeting 2026-11-23 changed meanwhile: the change saw [], now it is [2026-0007]; look at it again
    of a stale application: 2026-0007 changed meanwhile: the change saw as reviewed cdcdcdcdcdcdcdcd, now it is as reviewed 950612e122fdb848; look at it again
    with no hash: `abc` is no hash of a paper; give its SHA-256 in hexadecimal
    of nothing: no application is on the agenda of meeting 2026-11-23; put on it what the packet is about
    after the end: meeting 2026-11-23 is adjourned: what it did stands; plan a new meeting
    ");
}
