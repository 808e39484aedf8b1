//! What an adopted ballot does: certifications and their conditions, what comes back, what rests or is taken back.

use chrono::{NaiveDate, TimeDelta};
use docket::{
    council::{
        BallotId, Base, Condition, InForce, MeetingId, Motion, Position, SeatNo, Terms,
        condition::Clearing,
        outcome,
        register::{Certification, State},
    },
    record::{Act, Change, Moved, Refusal, Role, Standing, ballot, condition, meeting},
    review::{
        Ref, Stage,
        queue::{Filter, Sort, Window},
    },
    rules::Program,
    store::{Access, CommitError, Store, StoreEnv},
};

use crate::{
    desks::console_with_clock,
    dockets::{commit, day, docket, received, seat, staged},
    driver::Driver,
    place::Place,
};

const REF: &str = "2026-0001";
const ALL: Window = Window { first: 0, rows: 50 };

fn december(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, day).unwrap()
}

/// An act at noon of a day, in a role.
fn on(today: NaiveDate, role: Role) -> Act {
    let at = today.and_hms_opt(12, 0, 0).unwrap().and_utc();
    Act { actor: "R. Reviewer".to_owned(), role: Some(role), at, today }
}

/// A docket with three seats and an application that is ready for the council.
fn ready() -> Store {
    ready_in(docket())
}

fn ready_in(mut store: Store) -> Store {
    commit(&mut store, received(REF, "Nordlicht Cloud AG"));
    for stage in [Stage::InReview, Stage::ReadyForTac] {
        let change = staged(&store, REF, stage);
        commit(&mut store, change);
    }
    for n in 1..=3 {
        commit(&mut store, Change::Seated { was: None, now: Some(seat(n)) });
    }
    store
}

fn id(n: u32) -> BallotId {
    BallotId { application: Ref::from(REF), n }
}

/// Holds a meeting on `today` that votes on one motion, all for it or all against, and declares it.
fn decide(
    store: &mut Store,
    today: NaiveDate,
    (motion, terms): (Motion, Terms),
    says: Position,
    next: Option<Stage>,
) -> Result<(), CommitError> {
    let mut act = on(today, Role::Secretary);
    let mut make = |store: &mut Store, change: Change| {
        act.at += TimeDelta::seconds(1);
        store.commit(&act, vec![change]).map(drop)
    };
    let known: Vec<MeetingId> = store.meetings().unwrap().into_iter().map(|row| row.id).collect();
    let planned = meeting::plan(&known, today, "finops-tac");
    let Change::Planned { meeting: session, .. } = planned.clone() else { panic!("{planned:?}") };
    let now = |store: &Store| store.meeting(&session).unwrap().unwrap();
    make(store, planned)?;
    let agenda = meeting::set_agenda(&now(store), vec![Ref::from(REF)]);
    make(store, agenda)?;
    make(store, Change::Called { meeting: session.clone(), reading: Base::Attendance })?;
    for n in 1..=3 {
        let act = on(today, Role::Secretary);
        let act = Act { at: act.at + TimeDelta::seconds(10), ..act };
        let change = meeting::come_in(&now(store), SeatNo(n), &act).unwrap();
        store.commit(&act, vec![change])?;
    }
    let application = store.application(&Ref::from(REF)).unwrap().unwrap();
    let earlier = store.ballots_of(&application.reference).unwrap();
    let moved = Moved { terms, ..motion.into() };
    let opened = ballot::open(&now(store), &application, &earlier, moved, today).map_err(Refusal::from)?;
    make(store, opened)?;
    let current = id(u32::try_from(earlier.len()).unwrap() + 1);
    for n in 1..=3 {
        let (seat, now) = (SeatNo(n), Some(says));
        make(store, Change::Voted { ballot: current.clone(), seat, was: None, now, why: None })?;
    }
    let closed = ballot::close(&now(store), &store.ballot(&current).unwrap().unwrap()).unwrap();
    make(store, closed)?;
    let rules = store.council_rules("finops-tac").unwrap();
    let ballot = store.ballot(&current).unwrap().unwrap();
    let declared = ballot::declare(&rules, &now(store), &ballot, next).unwrap();
    make(store, declared)?;
    make(store, Change::Adjourned { meeting: session.clone() })
}

fn adopt(store: &mut Store, today: NaiveDate, motion: Motion, terms: Terms) {
    decide(store, today, (motion, terms), Position::For, None).unwrap_or_else(|error| panic!("{error}"));
}

fn certified(store: &Store) -> Certification {
    store.certifications_of(&Ref::from(REF)).unwrap().remove(0)
}

fn stage(store: &Store) -> (Stage, Option<NaiveDate>) {
    let review = store.application(&Ref::from(REF)).unwrap().unwrap().review;
    (review.stage, review.parked)
}

fn asks(text: &str, due: NaiveDate, cleared_by: Option<&str>) -> Condition {
    let cleared_by = cleared_by.map(str::to_owned);
    Condition { text: text.to_owned(), owner: "A. Owner".to_owned(), due, cleared_by }
}

fn about(n: u32) -> Terms {
    Terms { certification: Some(id(n)), ..Terms::default() }
}

fn clear(store: &mut Store, n: u32, evidence: &str, act: &Act) -> Result<(), CommitError> {
    let one = certified(store);
    let imposed = &one.conditions[n as usize - 1];
    let now = Clearing { on: act.today, by: act.actor.clone(), evidence: evidence.to_owned() };
    store.commit(act, vec![condition::cleared(&id(1), imposed, Some(now))]).map(drop)
}

fn refused(result: Result<(), CommitError>) -> String {
    result.unwrap_err().to_string()
}

/// Granted on the 24th of November when two conditions are cleared: one due on the 1st of December, which the lead
/// clears, one on the 15th.
fn conditional() -> Store {
    conditional_in(docket())
}

fn conditional_in(store: Store) -> Store {
    let mut store = ready_in(store);
    let conditions = vec![
        asks("Publish the price list", december(1), Some("the lead")),
        asks("Name a second contact", december(15), None),
    ];
    let terms = Terms { in_force: InForce::WhenCleared, conditions, ..Terms::default() };
    adopt(&mut store, day(24), Motion::ApproveWithConditions, terms);
    store
}

#[test]
fn a_certification_waits_until_its_last_condition_is_cleared() {
    let mut store = conditional();
    assert_eq!(stage(&store), (Stage::Decided, None));
    let waits = certified(&store);
    assert_eq!((waits.from, waits.begins(), waits.on(day(24)).state), (day(24), None, State::Waiting));
    assert_eq!(waits.open_conditions(december(1)).to_string(), "2 conditions open");
    assert_eq!(waits.open_conditions(december(2)).to_string(), "2 conditions open, 1 lapsed");

    clear(&mut store, 2, "https://nordlicht.example/people", &on(day(30), Role::Reviewer)).unwrap();
    let late = on(december(3), Role::Lead);
    clear(&mut store, 1, "the list was seen", &late).unwrap();
    let holds = certified(&store);
    assert_eq!(holds.begins(), Some(december(3)), "the day the last one was cleared");
    assert_eq!(holds.on(december(2)).state, State::Upcoming);
    assert_eq!(holds.on(december(3)).state, State::InForce);
    assert!(holds.conditions[0].is_late() && !holds.conditions[1].is_late());
    assert_eq!(holds.conditions[0].cleared.as_ref().unwrap().by, "R. Reviewer");

    assert!(store.undo(&late).unwrap().what.contains("cleared condition 1: the list was seen"));
    assert_eq!(certified(&store).begins(), None, "it waits again");
    assert!(store.verify(None).unwrap().ok);
}

#[test]
fn a_condition_is_cleared_by_whom_it_names_with_evidence_and_once() {
    let mut store = conditional();
    let (reviewer, lead) = (on(day(30), Role::Reviewer), on(day(30), Role::Lead));
    assert!(refused(clear(&mut store, 1, "seen", &reviewer)).contains("is for the lead to clear"));
    assert!(refused(clear(&mut store, 1, "  ", &lead)).contains("without evidence"));
    let seen = |store: &Store| certified(store).conditions[0].clone();
    let open = seen(&store);
    let backdated = Clearing { on: day(25), by: lead.actor.clone(), evidence: "seen".to_owned() };
    let backdated = condition::cleared(&id(1), &open, Some(backdated));
    assert!(refused(store.commit(&lead, vec![backdated]).map(drop)).contains("cleared today"));
    clear(&mut store, 1, "seen", &lead).unwrap();
    let again = Clearing { on: lead.today, by: lead.actor.clone(), evidence: "again".to_owned() };
    let stale = condition::cleared(&id(1), &open, Some(again.clone()));
    assert!(refused(store.commit(&lead, vec![stale]).map(drop)).contains("changed meanwhile"));
    let twice = condition::cleared(&id(1), &seen(&store), Some(again));
    assert!(refused(store.commit(&lead, vec![twice]).map(drop)).contains("stays as it is"));
    let reopened = condition::cleared(&id(1), &seen(&store), None);
    assert!(refused(store.commit(&reviewer, vec![reopened.clone()]).map(drop)).contains("the lead"));
    store.commit(&lead, vec![reopened]).unwrap();
    assert_eq!(seen(&store).cleared, None);
    let unknown = Change::Cleared { ballot: id(1), condition: 9, was: None, now: None };
    assert!(refused(store.commit(&lead, vec![unknown]).map(drop)).contains("condition 9"));
}

#[test]
fn the_terms_that_were_voted_on_hold_at_the_declaration() {
    let mut store = ready();
    let moved = Terms { from: Some(december(1)), ..Terms::default() };
    decide(&mut store, day(24), (Motion::Approve, moved), Position::For, None).unwrap();
    let granted = certified(&store);
    assert_eq!((granted.from, granted.until), (december(1), None), "no last day was moved");
    let ballot = store.ballot(&id(1)).unwrap().unwrap();
    assert_eq!(outcome::effect(&ballot).as_deref(), Some("certified"));
}

/// The refs that are shown as ready on `today`.
fn shown_on(store: &Store, today: NaiveDate) -> usize {
    let filter = Filter { stages: vec![Stage::ReadyForTac], back_on: Some(today), ..Filter::default() };
    store.page(&filter, Sort::Received, ALL).unwrap().rows.len()
}

#[test]
fn what_is_deferred_to_a_day_is_back_on_that_day_and_nothing_is_written() {
    let mut store = ready();
    let terms = Terms { returns: Some(december(15)), ..Terms::default() };
    adopt(&mut store, day(24), Motion::Defer, terms);
    assert_eq!(stage(&store), (Stage::ReadyForTac, Some(december(15))));
    let entries = store.verify(None).unwrap().entries;
    assert_eq!(shown_on(&store, december(14)), 0, "the day before");
    assert_eq!(shown_on(&store, december(15)), 1, "the returns day itself");
    assert_eq!(shown_on(&store, december(16)), 1, "the day after");
    assert_eq!(store.verify(None).unwrap().entries, entries);
    let early = decide(&mut store, december(14), (Motion::Approve, Terms::default()), Position::For, None);
    assert!(refused(early).contains("set aside until 2026-12-15"));
    adopt(&mut store, december(15), Motion::Approve, Terms::default());
    assert_eq!(stage(&store), (Stage::Decided, None), "a decision sets nothing aside");
}

#[test]
fn what_waits_for_information_waits_for_the_applicant_and_says_for_what() {
    let mut store = ready();
    let terms = Terms { information: Some("the price list".to_owned()), ..Terms::default() };
    adopt(&mut store, day(24), Motion::Defer, terms);
    assert_eq!(stage(&store), (Stage::AwaitingApplicant, None));
    let pending =
        |store: &Store| outcome::pending(&store.ballots_of(&Ref::from(REF)).unwrap(), stage(store).0);
    let expected = "deferred until information comes: the price list (2026-0001/1)";
    assert_eq!(pending(&store).as_deref(), Some(expected));
    let review = store.application(&Ref::from(REF)).unwrap().unwrap().review;
    let (application, was) = (Ref::from(REF), Standing::of(&review));
    let now = Standing::moved(Stage::Withdrawn, day(25));
    store
        .commit(&on(day(25), Role::Lead), vec![Change::Staged { application, was, now, because: None }])
        .unwrap();
    assert_eq!(pending(&store), None);
}

#[test]
fn a_certification_is_suspended_then_revoked_by_later_ballots() {
    let mut store = ready();
    adopt(&mut store, day(24), Motion::Approve, Terms::default());
    let rests = Terms { until: Some(december(10)), ..about(1) };
    adopt(&mut store, december(1), Motion::Suspend, rests);
    assert_eq!(stage(&store), (Stage::Decided, None));
    let state = |store: &Store, day| certified(store).on(day).to_string();
    assert_eq!(state(&store, day(30)), "in force", "the day before");
    assert_eq!(state(&store, december(1)), "suspended until 2026-12-10", "the day of the ballot");
    assert_eq!(state(&store, december(10)), "suspended until 2026-12-10", "its last day");
    assert_eq!(state(&store, december(11)), "in force", "the day after");
    let lost = decide(&mut store, december(11), (Motion::Revoke, about(1)), Position::Against, None);
    lost.unwrap();
    assert_eq!(state(&store, december(12)), "in force", "a motion that fails does nothing");
    adopt(&mut store, december(14), Motion::Revoke, about(1));
    assert_eq!(state(&store, december(14)), "revoked on 2026-12-14");
    assert_eq!(state(&store, december(31)), "revoked on 2026-12-14");
    let again = decide(&mut store, december(15), (Motion::Suspend, about(1)), Position::For, None);
    assert!(refused(again).contains("no"), "nothing is left to suspend");
    assert!(store.verify(None).unwrap().ok);
}

#[test]
fn reclassified_it_goes_into_review_as_the_other_program() {
    let mut store = ready();
    let terms = Terms { program: Some(Program::SpecialtySolution), ..Terms::default() };
    adopt(&mut store, day(24), Motion::Reclassify, terms);
    let application = store.application(&Ref::from(REF)).unwrap().unwrap();
    assert_eq!(
        (application.program, application.review.stage),
        (Program::SpecialtySolution, Stage::InReview)
    );
    assert_eq!(store.ballot(&id(1)).unwrap().unwrap().program, Program::Platform, "as it was voted on");
    assert!(store.certifications_of(&Ref::from(REF)).unwrap().is_empty(), "nothing is granted by it");
    let change = staged(&store, REF, Stage::ReadyForTac);
    store.commit(&on(day(25), Role::Lead), vec![moved_on(change, day(25))]).unwrap();
    adopt(&mut store, december(1), Motion::Approve, Terms::default());
    assert_eq!(certified(&store).program, Program::SpecialtySolution);
    assert!(store.verify(None).unwrap().ok);
}

/// The same move on another day.
fn moved_on(change: Change, today: NaiveDate) -> Change {
    match change {
        Change::Staged { application, was, now, because } => {
            Change::Staged { application, was, now: Standing { since: today, ..now }, because }
        }
        other => other,
    }
}

#[test]
fn what_is_referred_stays_ready_and_says_what_was_asked() {
    let mut store = ready();
    let terms = Terms { question: Some("Is a free tier enough?".to_owned()), ..Terms::default() };
    adopt(&mut store, day(24), Motion::Refer, terms);
    assert_eq!(stage(&store), (Stage::ReadyForTac, None));
    let ballots = store.ballots_of(&Ref::from(REF)).unwrap();
    let said = "referred to the Series Manager: Is a free tier enough?";
    assert_eq!(outcome::effect(&ballots[0]).as_deref(), Some(said));
    assert_eq!(outcome::pending(&ballots, Stage::ReadyForTac), Some(format!("{said} (2026-0001/1)")));
}

#[test]
fn after_a_motion_that_fails_the_next_stage_is_chosen() {
    let mut store = ready();
    let next = Some(Stage::AwaitingApplicant);
    let approve = (Motion::Approve, Terms::default());
    decide(&mut store, day(24), approve, Position::Against, next).unwrap();
    assert_eq!(stage(&store), (Stage::AwaitingApplicant, None));
    let mut store = ready();
    let next = Some(Stage::Enquiry);
    let decline = (Motion::Decline, Terms::default());
    let wrong = decide(&mut store, day(24), decline, Position::For, next);
    assert!(refused(wrong).contains("cannot become"));
}

/// A console whose clock stands at nine on `today`.
fn console_on(store: Store, today: NaiveDate, width: u16, height: u16) -> Driver {
    let at = today.and_hms_opt(9, 0, 0).unwrap().and_utc();
    let mut driver = console_with_clock(store, Box::new(move || (at, today)), width, height);
    driver.day(today).press("g q g t");
    driver
}

#[test]
fn conditions_come_back_on_today_and_are_cleared_in_the_register() {
    for (today, said) in [
        (day(24), "condition due in 7 days: Publish the price list"),
        (december(1), "condition due today: Publish the price list"),
        (december(2), "condition lapsed, 1 day late: Publish"),
    ] {
        console_on(conditional(), today, 160, 36).see("Conditions and expiries within 90 days (2)").see(said);
    }
    let mut screen = console_on(conditional(), december(2), 120, 36);
    screen
        .press("g r")
        .see("waits for its conditions")
        .see("2 open, 1 lapsed")
        .see("lapsed: was due 2026-12-01");
    screen.press("c").see("Conditions of Nordlicht Cloud AG").press("enter").press("enter");
    screen.see("Give a link, or say what was seen.").type_text("the list was seen").press("enter");
    screen
        .see("for the lead to say: write lead if you are")
        .press("enter")
        .see("This is for the lead: write lead");
    screen.type_text("lead").press("enter");
    screen.see("cleared condition 1: the list was seen").see("1 open").see("cleared late on 2026-12-02");
    screen.press("c down enter").type_text("https://nordlicht.example/people").press("enter");
    screen.see("all cleared").see("no end stated").press("enter").see("certified: platform in force");
    screen.press("g r u").see("1 open").see("waits for its conditions");
    screen.press("c enter").see("Open condition 1 again?").press("y").see("Your role").press("enter");
    screen.see("2 open, 1 lapsed");
    let mut narrow = console_on(conditional(), december(2), 40, 10);
    narrow.press("g r").see("conditions: 2 open, 1");
}

#[test]
fn a_condition_for_a_person_is_cleared_in_their_name_alone() {
    let mut store = ready();
    let conditions = vec![asks("Publish the price list", december(1), Some("Nora Prüfer"))];
    let terms = Terms { in_force: InForce::WhenCleared, conditions, ..Terms::default() };
    adopt(&mut store, day(24), Motion::ApproveWithConditions, terms);
    let why = refused(clear(&mut store, 1, "seen", &on(day(30), Role::Lead)));
    assert!(why.contains("is for Nora Prüfer to clear"), "{why}");
    assert!(why.contains("in that name: --actor \"Nora Prüfer\""), "{why}");
    let mut screen = console_on(store, december(1), 120, 36);
    screen.press("g r c enter").see("let Nora Prüfer do it, in that name: --actor");
    assert!(screen.model().overlays.is_empty());
}

#[test]
fn what_is_deferred_is_on_today_again_from_its_day_on() {
    let deferred = || {
        let mut store = ready();
        let terms = Terms { returns: Some(december(15)), ..Terms::default() };
        adopt(&mut store, day(24), Motion::Defer, terms);
        store
    };
    console_on(deferred(), december(14), 120, 36).see_no("back since");
    console_on(deferred(), december(15), 120, 36).see("back since 2026-12-15");
    let mut screen = console_on(deferred(), december(14), 120, 36);
    screen
        .press("g q")
        .see("No application is in this view.")
        .press("f")
        .type_text("set aside")
        .press("enter");
    screen
        .see("Nordlicht Cloud AG")
        .press("enter")
        .see("set aside until 2026-12-15")
        .see("deferred until 2026-12-15");
}

/// A docket file with [`conditional`] in it.
fn in_a_file() -> (Place, String) {
    let place = Place::new();
    let path = place.path("conditional.sqlite");
    let file = path.to_str().unwrap().to_owned();
    drop(conditional_in(Store::open(&path, Access::Create, StoreEnv::counting()).unwrap()));
    (place, file)
}

#[test]
fn conditions_are_listed_cleared_and_opened_again_by_the_command_line() {
    let (place, file) = in_a_file();
    let json = |arguments: &[&str]| place.json(&[arguments, &["--file", &file]].concat());
    let list = || json(&["condition", "list", "--as-of", "2026-12-02"]);
    let states: Vec<_> = list().as_array().unwrap().iter().map(|one| one["state"].clone()).collect();
    assert_eq!(states, ["lapsed", "due-soon"]);
    let register = json(&["register", "--as-of", "2026-12-02"]);
    assert_eq!(register[0]["standing"]["state"], "waiting");
    assert_eq!((&register[0]["conditions_open"], &register[0]["conditions_lapsed"]), (&2.into(), &1.into()));
    assert_eq!(json(&["show", REF])["certifications"][0]["in_force"], "when-cleared");

    let clear = |n| ["condition", "clear", "2026-0001/1", n, "--evidence", "seen", "--file", &file];
    assert!(place.fails(1, &clear("1")).contains("the lead"));
    assert!(place.wrong(&clear("9")).contains("condition 9"));
    let lead = [&clear("1")[..], &["--role", "lead"]].concat();
    assert_eq!(place.json(&lead)["changes"][0]["what"], "cleared condition 1: seen");
    assert_eq!(list().as_array().unwrap().len(), 1);
    let all = json(&["condition", "list", REF, "--all"]);
    assert_eq!((&all[0]["state"], &all[0]["cleared"]["evidence"]), (&"cleared".into(), &"seen".into()));
    json(&["condition", "reopen", "2026-0001/1", "1", "--role", "lead"]);
    assert_eq!(list().as_array().unwrap().len(), 2);
    assert_eq!(json(&["verify"])["ok"], true);
}

#[test]
fn the_file_itself_refuses_to_change_what_was_done_and_tells_it_in_plain_words() {
    let (place, file) = in_a_file();
    let args = ["condition", "clear", "2026-0001/1", "2", "--evidence", "seen", "--file", &file];
    place.json(&args);
    let raw = rusqlite::Connection::open(&file).unwrap();
    raw.execute_batch("PRAGMA foreign_keys = ON").unwrap();
    for (sql, says) in [
        ("UPDATE condition_clearing SET day = '2026-01-01'", "opened again, and cleared anew"),
        ("UPDATE ballot_condition SET due = '2030-01-01'", "frozen"),
        ("UPDATE certification SET in_force = 'now'", "by a ballot alone"),
        ("DELETE FROM certification", "never taken out"),
        (
            "INSERT INTO certification_change VALUES ('2026-0001', 1, 1, 'revoked', '2026-11-24', NULL)",
            "by an adopted ballot",
        ),
    ] {
        let error = raw.execute(sql, []).unwrap_err().to_string();
        assert!(error.contains(says), "{sql}: {error}");
    }
    let told: (String, Option<String>, u32, u32, String) = raw
        .query_row(
            "SELECT in_force, in_force_from, conditions, conditions_open, next_due FROM register",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)),
        )
        .unwrap();
    assert_eq!(told, ("when-cleared".to_owned(), None, 2, 1, "2026-12-01".to_owned()));
    let shown: String = raw
        .query_row("SELECT evidence FROM condition WHERE cleared_on IS NOT NULL", [], |row| row.get(0))
        .unwrap();
    assert_eq!(shown, "seen");
    raw.execute("DELETE FROM condition_clearing", []).unwrap();
    drop(raw);
    assert_eq!(place.run(&["verify", "--file", &file]).status.code(), Some(1), "the journal says otherwise");
}
