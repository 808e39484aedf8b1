//! Electronic ballots through the one door: the golden cases, the deadline, and a ballot pulled into a meeting.

use chrono::{DateTime, Utc};
use docket::{
    council::{
        Ballot, BallotState, Base, Meeting, Motion,
        Outcome::{self, Adopted, NotAdopted},
        Position, Prospect, SeatNo, electronic, standing,
        together::Pulled,
    },
    record::{Act, Change, ballot, electronic as changes, meeting as session, together},
    review::{Ref, Stage, queue::Window},
    store::Store,
};

use crate::{
    council::{ready, seats},
    desks::console,
    dockets::{act, ballot_on, commit, day, docket, meeting, minute, received},
    driver::Driver,
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

/// A console in which so many members were just asked.
fn asked(members: u32) -> Driver {
    let mut store = docket();
    store.commit(&act(), seats(members)).unwrap();
    ready(&mut store, SAMPLE, "Nordlicht Cloud AG");
    let mut screen = console(store, 120, 36);
    screen.press("g m E").type_text(SAMPLE).press("enter").type_text("2026-12-01").press("enter");
    screen.see("2026-0001, Nordlicht Cloud AG: what is moved?").press("enter enter enter");
    screen.see(&format!("{members} members answer until 2026-12-01, 23:59, without a meeting")).press("y");
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
    screen.press("g q E").see("Electronic ballot").see(SAMPLE).press("enter");
    screen.type_text("soon").press("enter").see("`soon` is no deadline").press("ctrl-u").type_text("+7");
    screen.press("enter enter enter enter y").see("2026-11-30, 23:59, without a meeting: all members decide");
    let mut screen = two();
    screen.press("g q enter E enter").type_text("2026-12-01T17:00").press("enter enter enter enter");
    screen.see("answer until 2026-12-01, 17:00").press("y").see("2026-12-01, 17:00");
    // What the docket does not have comes back with the reason, as it was handed in.
    let mut screen = two();
    screen.press("g m E").type_text("2026-0009").press("enter").type_text("+7").press("enter");
    screen.see("application 2026-0009 is not in the docket").see("+7").press("ctrl-u").type_text("2026-0002");
    screen.press("enter enter").see("nothing can be moved on 2026-0002: it is received").see("+7");
    let mut screen = two();
    for open in ["g q j", "enter"] {
        screen.press(open).press("E").see("electronic ballot: it is received, not ready for TAC");
        assert!(screen.model().overlays.is_empty());
    }
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
