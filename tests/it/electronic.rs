//! Electronic ballots through the one door: the golden cases, the deadline, and a ballot pulled into a meeting.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering::Relaxed},
};

use chrono::{DateTime, Utc};
use docket::{
    council::{
        Attendance, Ballot, BallotState, Base, FreeItem, ItemNo, Meeting, Motion,
        Outcome::{self, Adopted, NotAdopted},
        Position, Prospect, Ruled, SeatNo, StandIn, Topic, electronic, standing,
        together::{Consent, Pulled},
    },
    record::{
        Act, Change, Role, agenda, ballot, electronic as changes, meeting as session, snapshot::snapshot,
        together,
    },
    review::{Ref, Stage, queue::Window},
    store::Store,
};

use crate::{
    council::{ready, seats},
    desks::{console, console_with_clock},
    dockets::{act, ballot_on, commit, day, docket, meeting, minute, received},
    driver::Driver,
    place::Place,
};

/// The application that is voted on.
pub(crate) const SAMPLE: &str = "2026-0001";

/// When the ballots of these tests end.
fn deadline() -> DateTime<Utc> {
    minute(60)
}

/// The act at that minute.
fn at(minutes: i64) -> Act {
    Act { at: minute(minutes), ..act() }
}

fn now(store: &Store) -> Meeting {
    store.meeting(&electronic::session_id(&ballot_on(SAMPLE))).unwrap().unwrap()
}

fn on(store: &Store) -> Ballot {
    store.ballot(&ballot_on(SAMPLE)).unwrap().unwrap()
}

fn opening(store: &Store, until: DateTime<Utc>) -> Vec<Change> {
    let application = store.application(&Ref::from(SAMPLE)).unwrap().unwrap();
    let members = store.seats().unwrap();
    let session = electronic::session_to_be(&ballot_on(SAMPLE), day(23), "finops-tac".to_owned(), members);
    let opened = ballot::open(&session, &application, &[], Motion::Approve, day(23)).unwrap();
    changes::until(&session, vec![opened], until)
}

/// An electronic ballot of so many members.
pub(crate) fn open(members: u32) -> Store {
    let mut store = docket();
    store.commit(&act(), seats(members)).unwrap();
    ready(&mut store, SAMPLE, "Sample Ltd");
    let changes = opening(&store, deadline());
    store.commit(&act(), changes).unwrap();
    store
}

/// The first seats speak in this order: for, against, abstained, recused. Nobody is in any room.
pub(crate) fn vote(store: &mut Store, spoken: [usize; 4]) {
    let said = Position::ALL.iter().zip(spoken).flat_map(|(position, times)| vec![*position; times]);
    for (n, position) in (1..).zip(said) {
        let change = ballot::vote(&now(store), &on(store), SeatNo(n), Some(position)).unwrap();
        store.commit(&at(1), vec![change]).unwrap();
    }
}

/// Closes the ballot after its deadline and declares it.
pub(crate) fn declared(store: &mut Store) -> Outcome {
    let change = ballot::close(&now(store), &on(store)).unwrap();
    store.commit(&at(60), vec![change]).unwrap();
    let rules = store.council_rules("finops-tac").unwrap();
    let change = ballot::declare(&rules, &now(store), &on(store), None).unwrap();
    store.commit(&at(61), vec![change]).unwrap();
    let BallotState::Declared { outcome, .. } = on(store).state else { panic!("not declared") };
    let granted = store.certifications(Window { first: 0, rows: 10 }).unwrap();
    assert_eq!(granted.len(), usize::from(outcome == Adopted));
    assert!(store.verify(None).unwrap().ok);
    outcome
}

fn outcome(members: u32, spoken: [usize; 4]) -> Outcome {
    let mut store = open(members);
    vote(&mut store, spoken);
    declared(&mut store)
}

#[test]
fn y7_and_8_silent_of_15_is_not_adopted() {
    assert_eq!(outcome(15, [7, 0, 0, 0]), NotAdopted);
}

#[test]
fn y8_n7_of_15_is_adopted() {
    assert_eq!(outcome(15, [8, 7, 0, 0]), Adopted);
}

#[test]
fn silence_abstention_and_recusal_work_like_no() {
    assert_eq!(outcome(15, [7, 0, 8, 0]), NotAdopted);
    assert_eq!(outcome(15, [7, 0, 0, 8]), NotAdopted);
    assert_eq!(outcome(15, [8, 0, 0, 0]), Adopted);
    assert_eq!(outcome(10, [5, 0, 0, 0]), NotAdopted, "a majority is more than half");
    assert_eq!(outcome(10, [6, 0, 0, 0]), Adopted);
    assert_eq!(outcome(15, [0, 0, 0, 0]), NotAdopted, "nobody answered");
}

#[test]
fn all_members_are_the_base_and_nobody_has_to_be_anywhere() {
    let mut store = open(15);
    vote(&mut store, [6, 1, 0, 1]);
    let rules = store.council_rules("finops-tac").unwrap();
    let stands = standing::standing(&rules, &now(&store), &on(&store)).unwrap();
    assert_eq!((stands.reading.base, stands.reading.of, stands.reading.needed), (Base::Members, 15, 8));
    assert_eq!(stands.tally.quorum, None);
    assert_eq!(stands.prospect, Prospect::Needs { more: 2, outstanding: 7 });
    assert_eq!(stands.outstanding, (9..=15).map(SeatNo).collect::<Vec<_>>());
    let silent: Vec<_> = electronic::silent(&on(&store)).map(|seat| seat.n.0).collect();
    assert_eq!(silent, (9..=15).collect::<Vec<_>>());
}

#[test]
fn nobody_closes_it_early() {
    let mut store = open(15);
    vote(&mut store, [7, 3, 0, 0]);
    let close = ballot::close(&now(&store), &on(&store)).unwrap();
    let refused = store.commit(&at(59), vec![close.clone()]).unwrap_err().to_string();
    assert!(refused.contains("is open until 2026-11-23 10:00 UTC"), "{refused}");
    store.commit(&at(60), vec![close]).unwrap();
    // Decided is decided: the eighth vote for carries it, and the eighth against ends it.
    for (spoken, carried) in [([8, 0, 0, 0], Adopted), ([0, 8, 0, 0], NotAdopted)] {
        let mut store = open(15);
        vote(&mut store, spoken);
        let close = ballot::close(&now(&store), &on(&store)).unwrap();
        store.commit(&at(2), vec![close]).unwrap();
        let rules = store.council_rules("finops-tac").unwrap();
        let present = standing::present_for(&now(&store), &on(&store));
        assert_eq!(standing::result(&rules, &on(&store), &present).unwrap().outcome, carried);
    }
}

#[test]
fn nobody_answers_late_and_the_deadline_stays() {
    let mut store = open(15);
    vote(&mut store, [1, 0, 0, 0]);
    let late = ballot::vote(&now(&store), &on(&store), SeatNo(2), Some(Position::For)).unwrap();
    let refused = store.commit(&at(60), vec![late]).unwrap_err().to_string();
    assert!(refused.contains("ended on 2026-11-23 10:00 UTC: close it"), "{refused}");
    // No change edits a deadline, and opening it again is refused while it is not declared.
    let again = opening(&store, minute(120));
    assert!(store.commit(&at(2), again).is_err());
    let by_sql = store.at_one_moment(|store| Ok(store.ballot(&ballot_on(SAMPLE)).unwrap().unwrap().deadline));
    assert_eq!(by_sql.unwrap(), Some(deadline()));
}

#[test]
fn what_is_over_or_has_no_deadline_is_not_opened() {
    let mut store = docket();
    store.commit(&act(), seats(15)).unwrap();
    ready(&mut store, SAMPLE, "Sample Ltd");
    let over = opening(&store, minute(0));
    assert!(store.commit(&at(0), over).unwrap_err().to_string().contains("give a later deadline"));
    let mut none = opening(&store, minute(5));
    let Change::BallotOpened { deadline, .. } = &mut none[0] else { panic!() };
    *deadline = None;
    assert!(store.commit(&at(0), none).unwrap_err().to_string().contains("without a deadline"));
    // What is on an agenda is decided there.
    commit(&mut store, session::plan(&[], day(23), "finops-tac"));
    let planned = store.meeting(&meeting()).unwrap().unwrap();
    commit(&mut store, session::set_agenda(&planned, vec![Ref::from(SAMPLE)]));
    let listed = opening(&store, minute(5));
    assert!(store.commit(&at(0), listed).unwrap_err().to_string().contains("take it off the agenda"));
}

#[test]
fn a_member_pulls_it_into_a_meeting() {
    let mut store = open(15);
    vote(&mut store, [8, 0, 0, 0]);
    commit(&mut store, session::plan(&[], day(23), "finops-tac"));
    let planned = store.meeting(&meeting()).unwrap().unwrap();
    let listed = session::set_agenda(&planned, vec![Ref::from(SAMPLE)]);
    assert!(store.commit(&at(2), vec![listed.clone()]).is_err(), "it is being voted on");
    let pulled = Pulled { by: SeatNo(9), because: Some("it needs a discussion".to_owned()) };
    let nobody = Pulled { by: SeatNo(99), because: None };
    assert!(together::pull(&now(&store), &on(&store), &nobody, |_, _| false).is_err());
    let mut changes = together::pull(&now(&store), &on(&store), &pulled, |_, _| false).unwrap();
    changes.push(listed);
    store.commit(&at(3), changes).unwrap();
    let ended = on(&store);
    assert!(matches!(ended.state, BallotState::Declared { outcome: Outcome::NoDecision, .. }));
    assert_eq!((ended.pulled, ended.positions.len()), (Some(pulled), 8));
    let application = store.application(&Ref::from(SAMPLE)).unwrap().unwrap();
    assert_eq!(application.review.stage, Stage::OnAgenda);
    assert!(store.verify(None).unwrap().ok);
}

/// Every change that belongs to a meeting, made in the session of an electronic ballot.
fn of_a_meeting(session: &Meeting) -> Vec<Change> {
    let (meeting, seat) = (session.id.clone(), SeatNo(1));
    let stay = Attendance { seat, since: minute(1), left: None };
    let item = FreeItem { text: "Other business".to_owned(), place: 1 };
    let name = || "S. Stand".to_owned();
    let stand_in = StandIn { seat, name: name(), employer: name(), parent: None, votes: true, back: None };
    let reading = |base| Ruled::Reading(base);
    let because = || "so it was".to_owned();
    vec![
        Change::Planned { meeting: meeting.clone(), date: day(23), rules: "finops-tac".to_owned() },
        Change::Called { meeting: meeting.clone(), reading: Base::Attendance },
        Change::Attended { meeting: meeting.clone(), seat, was: None, now: Some(stay) },
        Change::AgendaSet { meeting: meeting.clone(), was: session.agenda.clone(), now: Vec::new() },
        Change::ConsentSet {
            meeting: meeting.clone(),
            application: Ref::from(SAMPLE),
            was: None,
            now: Some(Consent { pulled: None }),
        },
        Change::Corrected { meeting: meeting.clone(), seat, was: None, now: Some(stay), because: because() },
        Change::ItemSet { meeting: meeting.clone(), item: ItemNo(1), was: None, now: Some(item) },
        Change::Minuted {
            meeting: meeting.clone(),
            n: 1,
            topic: Topic::Application(Ref::from(SAMPLE)),
            text: Some("a word".to_owned()),
            action: None,
        },
        Change::StoodIn { meeting: meeting.clone(), was: None, now: Some(stand_in) },
        Change::Ruled {
            n: 1,
            meeting: Some(meeting.clone()),
            chair: name(),
            was: reading(Base::Attendance),
            now: reading(Base::Cast),
            because: because(),
        },
        Change::PacketSent { meeting: meeting.clone(), n: 1, hash: "0".repeat(64), items: Vec::new() },
        Change::MinutesApproved { meeting: meeting.clone(), by: meeting.clone(), hash: "0".repeat(64) },
        Change::MinutesAmended {
            meeting: meeting.clone(),
            n: 1,
            text: because(),
            because: because(),
            by: None,
        },
        Change::Adjourned { meeting },
    ]
}

#[test]
fn nothing_of_a_meeting_is_done_in_it() {
    let mut store = open(15);
    for role in [None, Some(Role::Chair), Some(Role::Secretary)] {
        for change in of_a_meeting(&now(&store)) {
            let said = format!("{change:?}");
            let refused = store.commit(&Act { role, ..at(1) }, vec![change]).expect_err(&said).to_string();
            let words = "electronic 2026-0001/1 is a vote without a meeting: it has no roll call";
            assert!(refused.contains(words), "{said}: {refused}");
        }
    }
    assert!(store.verify(None).unwrap().ok);
    // Nor does it take part in what another meeting does: it approves no minutes, and no ballot is opened in it.
    commit(&mut store, session::plan(&[], day(23), "finops-tac"));
    let (planned, session) = (meeting(), now(&store));
    let by = session.id.clone();
    let approved = Change::MinutesApproved { meeting: planned, by, hash: "0".repeat(64) };
    assert!(store.commit(&at(1), vec![approved]).unwrap_err().to_string().contains("without a meeting"));
    ready(&mut store, "2026-0002", "Second Ltd");
    let application = store.application(&Ref::from("2026-0002")).unwrap().unwrap();
    let with_it = Meeting { agenda: vec![Ref::from("2026-0002")], ballots: Vec::new(), ..session };
    let opened = ballot::open(&with_it, &application, &[], Motion::Approve, day(23)).unwrap();
    assert!(store.commit(&at(1), vec![opened]).unwrap_err().to_string().contains("without a meeting"));
}

#[test]
fn on_the_command_line_nothing_of_a_meeting_is_done_in_it() {
    let place = Place::new();
    let session = "electronic 2026-0001/1";
    for verb in [
        vec!["in", "1"],
        vec!["out", "1"],
        vec!["item", "Other business"],
        vec!["note", SAMPLE, "a word"],
        vec!["agenda", "2026-0002"],
        vec!["correct", "1", "--in", "09:30", "--because", "so it was"],
        vec!["adjourn"],
        vec!["show"],
    ] {
        let words: Vec<&str> =
            ["meeting"].iter().chain(&verb).copied().chain(["--meeting", session]).collect();
        let said = place.wrong(&words);
        assert!(said.contains("electronic 2026-0001/1 is a vote without a meeting"), "{verb:?}: {said}");
        assert!(said.contains("see `docket ballot show 2026-0001/1`"), "{said}");
    }
}

/// A console in which so many members were just asked.
fn asked(members: u32) -> Driver {
    asked_at(members, &Arc::default())
}

/// The same by a clock that shows so many minutes after 09:00.
fn asked_at(members: u32, minutes: &Arc<AtomicI64>) -> Driver {
    let minutes = Arc::clone(minutes);
    let clock = Box::new(move || (minute(minutes.load(Relaxed)), day(23)));
    let mut store = docket();
    store.commit(&act(), seats(members)).unwrap();
    ready(&mut store, SAMPLE, "Nordlicht Cloud AG");
    let mut screen = console_with_clock(store, clock, 120, 36);
    screen.press("g m E").type_text(SAMPLE).press("enter").type_text("2026-12-01").press("enter");
    screen.see("2026-0001, Nordlicht Cloud AG: what is moved?").press("enter enter enter");
    screen.see(&format!("{members} members answer until 2026-12-01, 23:59, without a meeting"));
    screen.see(&format!("Frozen now: the roster of {members}, this reading"));
    screen.see("locked until the ballot is declared").press("y");
    screen
}

#[test]
fn in_the_console_it_has_a_deadline_and_answers_and_no_room() {
    let mut screen = asked(15);
    screen.see("2026-12-01, 23:59, without a meeting: all members decide").see("no answer yet");
    screen.see("8 more for of 15 outstanding").see_no("in the room").see_no("quorum");
    screen.press("y n").see("1 for, 1 against").see("7 more for of 13 outstanding");
    screen.press("3 x").see("pulls 2026-0001/1: why?").type_text("To be talked over").press("enter");
    screen.see("Because: To be talked over").press("y").see("pulled by seat 3: To be talked over");
}

#[test]
fn in_the_console_it_has_no_room_to_come_into() {
    let mut screen = asked(15);
    screen.press("y n esc").see("Electronic ballot 2026-0001/1").see("BALLOT OPEN, PROVISIONAL");
    screen.see("Opened 2026-11-23, 09:00; ends 2026-12-01, 23:59");
    screen.see("2 of 15 have answered: 7 more for of 13 outstanding").see("no answer yet").see("against");
    for never in ["IN SESSION", "quorum 8", "NO QUORUM", "not in", "to order", "Roll call"] {
        screen.see_no(never);
    }
    for pane in ["tab", "tab"] {
        for key in ["p", "i", "t", "A", "R", "m", "e", "c"] {
            let before = screen.press(pane).model().screens.meeting.page;
            screen.press(key).see(&format!("{key} does nothing here"));
            assert!(screen.model().overlays.is_empty(), "{key}");
            assert_eq!(screen.model().screens.meeting.page, before, "{key}");
        }
    }
    screen.press("enter :").type_text("all present").see_no("all present for").press("esc esc");
    for (width, height) in [(80, 24), (40, 10)] {
        screen.resize(width, height).see("2026-0001/1").see("2026-12-01, 23:59").see("2 of 15");
        screen.see_no("QUORUM").see_no("IN SESSION");
    }
}

#[test]
fn in_the_console_it_is_not_closed_early_and_the_question_is_about_answers() {
    let minutes = Arc::default();
    let mut screen = asked_at(15, &minutes);
    screen.press("y y y C").see("is open until 2026-12-01 23:59 UTC and not decided: close it then");
    screen.see_no("Close the ballot");
    assert!(screen.model().overlays.is_empty());
    // Decided, it can be closed; and when the deadline has passed.
    screen.press("y y y y C").see_no("Close the ballot").press("y C").see("Close the ballot on item 1?");
    screen.see("8 of 15 have answered").press("esc");
    let mut screen = asked_at(3, &minutes);
    screen.press("y");
    minutes.store(60 * 24 * 30, Relaxed);
    screen
        .press("y C")
        .see("Close the ballot on item 1?")
        .see("NO ANSWER, counted among the members all the same: ");
    screen
        .see("1 of 3 have answered")
        .see("3 members, all of them the base")
        .see_no("quorum")
        .see_no("present");
    screen.see_no("leave").press("y").see("CLOSED, NOT DECLARED");
}

#[test]
fn in_the_list_of_meetings_it_has_its_whole_name_and_its_end() {
    let mut store = open(15);
    commit(&mut store, session::plan(&[], day(23), "finops-tac"));
    let planned = store.meeting(&meeting()).unwrap().unwrap();
    let item = agenda::add_item(&planned, "Other business".to_owned(), None);
    store.commit(&act(), item).unwrap();
    let mut screen = console(store, 120, 36);
    screen
        .press("g m esc")
        .see("electronic 2026-0001/1")
        .see("vote pending")
        .see("until 2026-11-23, 10:00, 1 item");
    screen.see("1 item, today").resize(80, 24).see("electronic 2026-0001/1").see("until 2026-11-23, 10:00");
    screen.resize(40, 10).see("2026-0001/1").see("vote pending");
}

#[test]
fn in_the_console_it_says_what_it_granted() {
    let mut screen = asked(3);
    screen.press("y y y C y").see("CLOSED").press("D").type_text("1").press("enter");
    screen.see("ADOPTED").see("certified from 2026-11-23; no last day was stated");
}

#[test]
fn in_the_console_it_is_opened_where_the_application_is_seen() {
    let two = || {
        let mut store = docket();
        store.commit(&act(), seats(15)).unwrap();
        ready(&mut store, SAMPLE, "Nordlicht Cloud AG");
        commit(&mut store, received("2026-0002", "Québec Conseil"));
        console(store, 120, 36)
    };
    let mut screen = two();
    screen.press("g q E").see("Electronic ballot on 2026-0001");
    screen.type_text("soon").press("enter").see("`soon` is no deadline").press("ctrl-u");
    screen
        .type_text("2026-11-22")
        .press("enter")
        .see("until 2026-11-22 23:59 UTC would be over: give a later deadline");
    screen.press("ctrl-u").type_text("+7");
    screen.press("enter enter enter enter y").see("2026-11-30, 23:59, without a meeting: all members decide");
    // While it is voted on, there is no other vote on it.
    screen
        .press("g q E")
        .type_text("+7")
        .press("enter")
        .see("2026-0001 is locked while ballot 2026-0001/1 is");
    let mut screen = two();
    screen.press("g q enter E").type_text("2026-12-01T17:00").press("enter enter enter enter");
    screen.see("answer until 2026-12-01, 17:00").press("y").see("2026-12-01, 17:00");
    // Elsewhere what can be voted on is offered, and nothing else.
    let mut screen = two();
    screen
        .press("g m E")
        .see("Electronic ballot: on what?")
        .see("2026-0001 Nordlicht Cloud AG")
        .see_no("2026-0002");
    screen.press("enter").see("Electronic ballot on 2026-0001").press("esc g q j");
    let mut store = docket();
    store.commit(&act(), seats(3)).unwrap();
    console(store, 120, 36).press("g m E").see("Nothing can be voted on without a meeting");
    let mut screen = two();
    for open in ["g q j", "enter"] {
        screen.press(open).press("E").see("electronic ballot: it is received, not ready for TAC");
        assert!(screen.model().overlays.is_empty());
    }
}

#[test]
fn in_the_console_what_is_seen_is_what_is_frozen() {
    let mut store = docket();
    store.commit(&act(), seats(3)).unwrap();
    ready(&mut store, SAMPLE, "Nordlicht Cloud AG");
    let seen = snapshot(&store.application(&Ref::from(SAMPLE)).unwrap().unwrap());
    let mut screen = console(store, 120, 36);
    screen.press("g q E").type_text("+7").press("enter enter enter enter").see("Open the electronic ballot");
    screen.see(&seen[..16]).see("edition 2023: Member certifications, 2023").press("n");
    // A ballot that was pulled is taken up again, and so the mover is asked for.
    screen.press("E").type_text("+7").press("enter enter enter enter y x").type_text("Talk").press("enter y");
    screen.see("pulled by seat 1: Talk").press("g q E").type_text("+7").press("enter enter enter enter");
    screen.see("Moved by seat").type_text("2").press("enter").see("Moved by seat 2 ");
    screen.see("It takes up 2026-0001/1 again.");
}

#[test]
fn in_the_console_every_motion_can_be_put_with_its_terms() {
    let mut store = docket();
    store.commit(&act(), seats(3)).unwrap();
    for (reference, name) in [(SAMPLE, "Nordlicht Cloud AG"), ("2026-0002", "Québec Conseil")] {
        ready(&mut store, reference, name);
    }
    let mut screen = console(store, 120, 36);
    let put = |screen: &mut Driver, reference: &str| {
        screen.press("g m esc esc E").type_text(reference).press("enter").type_text("+7").press("enter");
        screen.see(&format!("{reference}, "));
    };
    let carried = |screen: &mut Driver| {
        screen.see("3 members answer until 2026-11-30, 23:59").press("y").see("no answer yet");
        screen.press("y y y C y").see("CLOSED").press("D").type_text("1").press("enter");
    };
    put(&mut screen, SAMPLE);
    screen.type_text("conditions").press("enter enter enter enter").see("Condition 1").type_text("Publish");
    screen.press("enter").type_text("Ann").press("enter").type_text("+30").press("enter enter");
    screen.see("Another condition?").press("n").see("Publish");
    carried(&mut screen);
    screen.see("ADOPTED").see("Publish");
    // What is certified can be suspended and revoked, and nothing else.
    put(&mut screen, SAMPLE);
    screen.see("suspend").see("revoke").see_no("decline").type_text("revoke").press("enter");
    screen.see("2026-0001/1");
    carried(&mut screen);
    screen.see("revoked");
    put(&mut screen, "2026-0002");
    screen
        .see_no("revoke")
        .type_text("defer")
        .press("enter enter")
        .type_text("The price list")
        .press("enter");
    screen.see("The price list");
    carried(&mut screen);
    screen.press("enter").see("ADOPTED").see("application: awaiting applicant");
}
