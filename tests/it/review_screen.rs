//! Review over a real docket: from received to ready by keys alone, and what a reviewer sees at three sizes.

use docket::{
    console::app::Message,
    record::{Act, Change, Role},
    review::{Basis, Finding, Kind, Ref, Remark, Stage, Status, assess},
    rules::Program,
    samples,
    store::{Access, Store, StoreEnv},
};

use crate::{
    applications,
    desks::console,
    dockets::{day, docket, minute},
    driver::Driver,
    place::Place,
};

const SIZES: [(u16, u16); 3] = [(120, 36), (80, 24), (40, 10)];

/// A docket with the samples; they are told from 2026-11-23.
fn sampled() -> Store {
    let mut store = docket();
    samples::load(&mut store, "R. Reviewer", day(23)).unwrap();
    store
}

/// A console with an application open.
fn open(store: Store, reference: &str) -> Driver {
    let mut screen = console(store, 120, 36);
    screen.press("g q /").type_text(reference).press("enter enter");
    assert_eq!(screen.model().screens.review.open, Some(Ref::from(reference)));
    screen
}

fn paste(screen: &mut Driver, text: &str) {
    screen.send(Message::Paste(text.to_owned()));
}

/// The screen at each size, without the quotes around each line.
fn sizes(screen: &mut Driver) -> String {
    let frames = SIZES.map(|(width, height)| {
        screen.resize(width, height);
        let text = screen.screen();
        let lines = text.lines().map(|line| line.trim_matches('"').trim_end());
        format!("{width}x{height}\n{}\n", lines.collect::<Vec<_>>().join("\n"))
    });
    screen.resize(120, 36);
    frames.join("\n")
}

#[test]
fn what_a_reviewer_sees() {
    let mut screen = open(sampled(), "cindervale-platform");
    insta::assert_snapshot!("requirements", sizes(&mut screen));
    screen.press("tab");
    insta::assert_snapshot!("evidence", sizes(&mut screen));
    screen.press("tab tab");
    insta::assert_snapshot!("map", sizes(&mut screen));
    screen.press("tab");
    insta::assert_snapshot!("demo", sizes(&mut screen));
}

#[test]
fn what_a_reviewer_of_points_and_heads_sees() {
    let mut screen = open(sampled(), "tidewater-enterprise");
    screen.press("tab tab");
    insta::assert_snapshot!("points", sizes(&mut screen));
    screen.press("enter 7");
    insta::assert_snapshot!("points-while-typing", sizes(&mut screen));
    let mut screen = open(sampled(), "lumenpath-training");
    screen.press("tab tab");
    insta::assert_snapshot!("heads", sizes(&mut screen));
}

#[test]
fn a_platform_goes_from_received_to_ready_by_keys_alone() {
    let mut store = docket();
    queue(&mut store);
    let mut screen = open(store, "2026-0007");
    screen.see("received since 2026-11-23").see("INCOMPLETE").see("nobody assigned");
    screen.see("50+").press("S").type_text("in review").press("enter").see("in review since 2026-11-23");
    screen.press("A enter").type_text("2026-12-04").press("enter").see("due 2026-12-04");
    // The documents are not in: no demo is planned.
    screen.press("P").see("Not done:").see("PLT-E3-P1");
    // Everything that is computed, in one transaction, taken back and made again.
    screen.press(".").see("Confirm 3 computed").see("PLT-E3-P2 met").press("y").see("u undoes");
    screen.see("options 1 of 3 needed").press("u").see("undone").see("options 0 of 3 needed");
    screen.press(". y").see("options 1 of 3 needed, 6 listed");
    // The evidence: accepted, and rejected with a reason.
    screen.press("e a r");
    paste(&mut screen, "The link is dead.");
    screen
        .press("enter")
        .see("rejected")
        .press("u")
        .see("undone")
        .press("a a a a")
        .see("[Evidence]")
        .press("e");
    // A reviewer's own findings, one with a justification and a text for the applicant.
    screen.press("m k c");
    paste(&mut screen, "Seen on 2026-11-20.");
    screen.press("enter J t");
    paste(&mut screen, "Thank you for the pages.");
    screen.press("enter").see("PLT-E3-M2");
    screen.press("m m m").see("options 2 of 3 needed").press("m").see("options 3 of 3 needed");
    // The documents are in: the demo is planned, held and found good.
    screen.press("P").type_text("2026-11-25").press("enter shift-tab shift-tab").see("for 2026-11-25");
    screen.press("enter ctrl-u").type_text("2026-11-23").press("enter").type_text("60").press("enter");
    screen.type_text("yes").press("enter").see("2026-11-23, 60 minutes, passed");
    screen.press("J").see("[Requirements").press(". y").see("READY").see("In the way: nothing");
    screen.press("S").type_text("ready for TAC").press("enter").see("ready for TAC since 2026-11-23");
    screen.press("N");
    paste(&mut screen, "Ask for the second press release.");
    screen.press("enter shift-tab").see("[History]").see("Ask for the second press release.");
    screen.press("]").see("this is the end of the queue");
}

#[test]
fn counts_move_the_gauges_and_stand_in_the_file() {
    let mut screen = open(sampled(), "tidewater-enterprise");
    screen.press("tab tab").see("[Points");
    let shown = |screen: &Driver| {
        let points = screen.model().screens.review.file.as_ref().unwrap().reckoning.points.clone();
        points.unwrap().accepted.total.0
    };
    let before = shown(&screen);
    screen.press("K enter 2");
    assert_eq!(shown(&screen), before, "nothing is in the file yet");
    let line = |screen: &Driver| {
        let text = screen.screen();
        text.lines().find(|line| line.contains(" Total ")).unwrap().to_owned()
    };
    let typed = line(&screen);
    screen.press("enter").see("accepted");
    assert_eq!(line(&screen), typed, "what was previewed is what came of it");
    assert!(shown(&screen) > before);
}

#[test]
fn another_console_is_seen_and_never_overwritten() {
    let place = Place::new();
    let path = place.path("docket.sqlite");
    let mut store = Store::open(&path, Access::Create, StoreEnv::counting()).unwrap();
    samples::load(&mut store, "R. Reviewer", day(23)).unwrap();
    let mut screen = open(store, "cindervale-platform");
    let elsewhere = StoreEnv::new(None, || [7; 16]);
    let mut other = Store::open(&path, Access::Write, elsewhere).unwrap();
    let application = Ref::from("cindervale-platform");
    let change = Change::Found {
        application: application.clone(),
        requirement: "PLT-E3-M1".into(),
        was: None,
        now: Some(Finding { status: Status::Met, justification: None, text: None, until: None }),
    };
    let act = Act { actor: "Ines Okafor".to_owned(), role: None, at: minute(1), today: day(23) };
    other.commit(&act, vec![change]).unwrap();
    screen.press("m").see("Not done:").see("changed meanwhile");
    let there = other.application(&application).unwrap().unwrap();
    let edition = other.edition(&there.edition).unwrap();
    let assessment = assess(&edition, &there, Basis::AsFound, day(23));
    let drawn = &screen.model().screens.review.file.as_ref().unwrap().reckoning.assessment;
    assert_eq!(*drawn, assessment, "after a refusal the screen shows what is there");
}

/// Queues a platform that gives nearly everything.
fn queue(store: &mut Store) {
    let mut one = applications::member(Program::Platform, 140, 12);
    one.facts.evidence = (1..=4).map(|n| applications::evidence(n, "PLT-E3-O2")).collect();
    let change = Change::Received {
        application: Ref::from("2026-0007"),
        program: Program::Platform,
        kind: Kind::New,
        edition: "2023".into(),
        received: day(23),
        stage: Stage::Received,
        facts: one.facts,
        remarks: vec![Remark { field: "credentials.fcp".to_owned(), text: "`50+` is no number".to_owned() }],
        original: "{}".to_owned(),
    };
    let act = Act { actor: "import".to_owned(), role: Some(Role::Reviewer), at: minute(0), today: day(23) };
    store.commit(&act, vec![change]).unwrap();
}
