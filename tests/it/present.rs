//! The room's screen over a real docket, from the plan of a meeting to its end.
#![expect(clippy::disallowed_methods, reason = "these tests read the docket's file as it lies on the disk")]

use chrono::NaiveDate;
use docket::{
    console::{
        app::{Keymap, Model, Present, Settings},
        desk::Gallery,
    },
    council::{Base, Condition, Meeting, MeetingId, Motion, Position, RuleSet, Seat, SeatNo, Terms, rules},
    record::{Act, Change, Moved, Role, ballot, meeting},
    review::{Finding, Ref, Stage, Status},
    rules::RequirementId,
    samples,
    store::{Access, Store, StoreEnv},
};
use tempfile::TempDir;

use crate::{
    dockets::{act_of, day, minute, staged},
    driver::{Driver, about},
};

const PRIVATE: [&str; 3] = ["the lead is unsure about them", "we were told in confidence", "Oda Reinholt"];

/// The samples with their council, and somebody who keeps the record.
struct Hall {
    folder: TempDir,
    store: Store,
}

impl Hall {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut store =
            Store::open(&folder.path().join("docket.sqlite"), Access::Create, StoreEnv::counting()).unwrap();
        samples::load(&mut store, "R. Reviewer", day(23)).unwrap();
        let mut hall = Self { folder, store };
        let [note, because, _] = PRIVATE.map(str::to_owned);
        let application = Ref::from("northlight-platform");
        hall.make(Change::Noted { application: application.clone(), n: 1, text: Some(note) });
        let requirement = RequirementId::from("PLT-E3-O3");
        let was = hall.store.application(&application).unwrap().unwrap();
        let was = was.review.findings.get(&requirement).cloned();
        let now = Finding { status: Status::Met, justification: Some(because), text: None, until: None };
        hall.make(Change::Found { application, requirement, was, now: Some(now) });
        hall
    }

    fn act() -> Act {
        act_of("S. Secretary", 30)
    }

    fn make(&mut self, change: Change) {
        self.store.commit(&Self::act(), vec![change]).unwrap_or_else(|error| panic!("{error}"));
    }

    fn meeting(&self) -> Meeting {
        self.store.meeting(&MeetingId::from("2026-11-23")).unwrap().unwrap()
    }

    fn rules() -> RuleSet {
        RuleSet::shipped(rules::DEFAULT).unwrap()
    }

    /// The meeting is called to order, and seats 1 to 9 come in.
    fn call(&mut self) {
        self.call_under(Base::Attendance, 9);
    }

    /// The same under another reading, with seats 1 to `last`.
    fn call_under(&mut self, reading: Base, last: u32) {
        let act = Act { role: (reading != Base::Attendance).then_some(Role::Chair), ..Self::act() };
        let called = Change::Called { meeting: MeetingId::from("2026-11-23"), reading };
        self.store.commit(&act, vec![called]).unwrap_or_else(|error| panic!("{error}"));
        for n in 1..=last {
            self.make(meeting::come_in(&self.meeting(), SeatNo(n), &Self::act()).unwrap());
        }
    }

    fn open(&mut self, reference: &str) {
        self.open_on(reference, Motion::Approve.into());
    }

    fn open_on(&mut self, reference: &str, moved: Moved) {
        let application = self.store.application(&Ref::from(reference)).unwrap().unwrap();
        let before = self.store.ballots_of(&application.reference).unwrap();
        let opened = ballot::open(&self.meeting(), &application, &before, moved, day(23)).unwrap();
        self.make(opened);
    }

    fn vote(&mut self, seats: &[u32], position: Position) {
        for seat in seats {
            let meeting = self.meeting();
            let open = meeting.open_ballot().unwrap();
            self.make(ballot::vote(&meeting, open, SeatNo(*seat), Some(position)).unwrap());
        }
    }

    /// Four for, one against, one abstaining, one recused; two have said nothing.
    fn vote_some(&mut self) {
        self.open("northlight-platform");
        self.vote(&[1, 2, 4, 6], Position::For);
        self.vote(&[3], Position::Against);
        self.vote(&[5], Position::Abstain);
        self.vote(&[7], Position::Recused);
    }

    fn close(&mut self) {
        let meeting = self.meeting();
        self.make(ballot::close(&meeting, meeting.open_ballot().unwrap()).unwrap());
    }

    fn declare(&mut self) {
        let meeting = self.meeting();
        let declared =
            ballot::declare(&Self::rules(), &meeting, meeting.open_ballot().unwrap(), None).unwrap();
        self.make(declared);
    }

    /// The room's screen over the same file.
    fn screen(&self) -> Driver {
        let clock = Box::new(|| (minute(0), day(23)));
        let mut gallery = Gallery::open(self.folder.path().join("docket.sqlite"), clock).unwrap();
        let mut model = Model::new(about(), Keymap::default(), Settings::default());
        model.present = Some(Present::default());
        let mut driver = Driver::with(model, move |request| gallery.answer(request));
        driver.resize(80, 24);
        driver
    }
}

/// A motion that no page of 24 rows has room for beside the roll.
fn with_conditions() -> Moved {
    let conditions = [
        "Publish the pages that map each feature to a capability of the Framework, for every feature shown \
         | Northlight Systems, product team | 2027-01-15",
        "Show the anomaly alerts in a live demonstration, with data of at least two customers | Northlight \
         Systems | 2027-02-15 | Hana Mizuki",
        "Name a second holder of the Practitioner credential, since one holder leaves in spring | Northlight \
         Systems, people | 2027-03-31",
    ];
    let terms = Terms {
        from: NaiveDate::from_ymd_opt(2026, 12, 1),
        until: NaiveDate::from_ymd_opt(2028, 12, 1),
        conditions: conditions.map(|text| Condition::parse(text, day(23)).unwrap()).into(),
        ..Terms::default()
    };
    let (mover, seconder) = (Some(SeatNo(2)), Some(SeatNo(3)));
    Moved { terms, mover, seconder, ..Motion::ApproveWithConditions.into() }
}

/// What is on the screen at the three sizes.
fn frames(name: &str, screen: &mut Driver) {
    for (width, height) in [(80, 24), (120, 36), (200, 50)] {
        screen.resize(width, height);
        insta::assert_snapshot!(format!("{name}-{width}x{height}"), screen.screen());
    }
    screen.resize(80, 24);
}

/// Follows the file as the real screen does.
fn follow(screen: &mut Driver) -> &mut Driver {
    screen.ask(docket::console::app::Request::Watch)
}

#[test]
fn a_meeting_as_the_room_sees_it() {
    let mut hall = Hall::new();
    let mut screen = hall.screen();
    frames("planned", screen.see("Next meeting: 2026-11-23, today"));
    hall.call();
    frames("roll-call", follow(&mut screen).see("9 present").see("Next: item 1, Northlight Systems"));
    hall.vote_some();
    frames("open", follow(&mut screen).see("PROVISIONAL").see("4 for").see("1 more for of 2 outstanding"));
    hall.vote(&[8, 9], Position::For);
    hall.close();
    frames("closed", follow(&mut screen).see("CLOSED, NOT DECLARED").see("6 for"));
    hall.declare();
    frames("declared", follow(&mut screen).see("DECLARED: ADOPTED"));
    hall.make(meeting::adjourn(&hall.meeting()).unwrap());
    follow(&mut screen).see("The meeting of 2026-11-23 is adjourned.");
}

#[test]
fn the_room_reads_all_of_what_it_votes_on() {
    let mut hall = Hall::new();
    hall.call_under(Base::Attendance, 15);
    let mut screen = hall.screen();
    screen.press("5").see("No motion is before the meeting.");
    screen.resize(40, 10);
    screen.press("1").see("15 of 15 in, quorum 8, 7 may leave");
    screen.resize(80, 24);
    hall.open_on("northlight-platform", with_conditions());
    frames("conditions", follow(&mut screen).see("5 shows all of it").see("██"));
    screen.resize(200, 50);
    screen.see("2027-03-31").see_no("shows all of it");
    frames("motion", screen.press("5").see("under conditions."));
    screen.resize(40, 10);
    let (mut seen, mut before) = (screen.screen(), String::new());
    while before != screen.screen() {
        before = screen.screen();
        seen.push_str(&screen.press("j").screen());
    }
    for part in [
        "From 2026-12-01.",
        "In force at once",
        "Condition 1:",
        "2027-01-15",
        "Hana",
        "2027-03-31",
        "Moved by seat 2 Bastian Krol",
        "by seat 3 Celine Dufour.",
        "Edition 2023: Member certifications",
        "Ballot northlight-platform/1.",
    ] {
        assert!(seen.contains(part), "{part} in {seen}");
    }
    screen.press("ctrl-u g g").see("That Northlight Systems").press("G").see("Ballot northlight-platform/1.");
}

#[test]
fn what_is_looked_at_stays_with_the_ballot_in_front() {
    let mut hall = Hall::new();
    hall.call();
    hall.vote_some();
    hall.vote(&[8, 9], Position::For);
    hall.close();
    hall.declare();
    let mut screen = hall.screen();
    for page in ["2", "3", "4"] {
        screen.press(page).see("item 1 of 3").see("Northlight Systems");
    }
    screen.press("1 ]").see("item 2 of 3").press("1 2").see("item 1 of 3");
}

#[test]
fn the_help_has_the_keys_of_the_rooms_screen_alone() {
    let mut screen = Hall::new().screen();
    screen.resize(120, 50);
    screen.press("?").see("The room's screen").see("esc closes this");
    screen.see_no("Typing a text").see_no("Answering a question").see_no("Your own keys").see_no("Moving");
    screen.press("esc 5 ?").see("Moving");
}

#[test]
fn no_single_key_shows_the_room_what_everybody_said() {
    let mut hall = Hall::new();
    hall.call();
    hall.vote_some();
    let mut screen = hall.screen();
    screen.press("h").see_no("against").press("h").see("Show the tally while the ballot is open?");
    screen.see_no("4 for").press("n").see_no("4 for").press("h y").see("4 for").press("h").see_no("4 for");
    screen.press("h y").see("4 for");
    hall.vote(&[8, 9], Position::For);
    hall.close();
    hall.declare();
    hall.open("quillstone-specialty");
    hall.vote(&[1, 2], Position::For);
    follow(&mut screen).see("2 answered").see_no("2 for");
}

#[test]
fn no_result_is_said_before_it_is_declared() {
    let mut hall = Hall::new();
    let mut screen = hall.screen();
    let silent = |screen: &mut Driver| {
        for keys in ["1", "2", "3", "4", "5", "h 1", "?", "esc h", "y 1"] {
            assert!(!screen.press(keys).screen().to_lowercase().contains("adopted"), "{}", screen.screen());
        }
    };
    silent(&mut screen);
    hall.call();
    silent(follow(&mut screen));
    hall.vote_some();
    silent(follow(&mut screen));
    hall.vote(&[8, 9], Position::For);
    silent(follow(&mut screen));
    hall.close();
    silent(follow(&mut screen));
    hall.declare();
    follow(&mut screen).see("DECLARED: ADOPTED");
}

#[test]
fn a_low_screen_says_who_asks_and_how_it_ended() {
    let mut hall = Hall::new();
    hall.call();
    hall.vote_some();
    let mut screen = hall.screen();
    screen.resize(40, 10);
    screen.see("Northlight Systems").see("4 for, 1 against").see("2 to come");
    hall.close();
    follow(&mut screen).see("quorum met: 9 of 15 in, 8 needed").see("2 no position");
    hall.declare();
    follow(&mut screen).see("NOT ADOPTED").see("4 for, 1 against").see("quorum met: 9 of 15 in, 8 needed");
}

#[test]
fn what_is_private_is_not_even_known_to_the_screen() {
    let mut hall = Hall::new();
    hall.call();
    hall.vote_some();
    let kept = hall.store.application(&Ref::from("northlight-platform")).unwrap();
    let kept = format!("{kept:?} {:?}", hall.store.notes(&Ref::from("northlight-platform")).unwrap());
    let mut screen = hall.screen();
    screen.press("2").see("Northlight Systems");
    let known = format!("{:?}", screen.model().present);
    for text in PRIVATE {
        assert!(kept.contains(text), "{text}");
        assert!(!known.contains(text), "{text} in {known}");
    }
}

#[test]
fn positions_can_be_hidden_until_the_ballot_is_closed() {
    let mut hall = Hall::new();
    hall.call();
    hall.vote_some();
    let mut screen = hall.screen();
    screen.see("against").press("h").see_no("against").see_no("4 for").see("7 answered");
    screen.see("The tally is hidden until the ballot is closed.").see("Majority of those in attendance.");
    screen.see_no("recused").see_no("needed");
    hall.vote(&[8, 9], Position::For);
    hall.close();
    follow(&mut screen).see("6 for").see("against");
}

#[test]
fn a_hidden_tally_looks_the_same_whatever_was_said() {
    let seen = |said: Position| {
        let mut hall = Hall::new();
        hall.call_under(Base::Cast, 9);
        hall.open("northlight-platform");
        hall.vote(&[1], Position::For);
        hall.vote(&[2], said);
        let mut screen = hall.screen();
        screen.press("h").see("2 answered").see("Majority of the votes for and against").see("9 present");
        [(40, 10), (80, 24), (120, 36)].map(|(width, height)| {
            screen.resize(width, height);
            screen.screen()
        })
    };
    let as_for = seen(Position::For);
    for said in [Position::Against, Position::Abstain, Position::Recused] {
        assert_eq!(seen(said), as_for, "{said}");
    }
}

#[test]
fn who_was_silent_at_closing_has_no_position_and_who_came_late_takes_no_part() {
    let mut hall = Hall::new();
    hall.call();
    hall.vote_some();
    let later = act_of("S. Secretary", 40);
    let came = meeting::come_in(&hall.meeting(), SeatNo(10), &later).unwrap();
    hall.store.commit(&later, vec![came]).unwrap();
    let meeting = hall.meeting();
    hall.make(ballot::join(&meeting, meeting.open_ballot().unwrap(), SeatNo(10), false).unwrap());
    let mut screen = hall.screen();
    screen.see("to come").see("no part").press("h").see("7 answered").see("2 to come").press("h y");
    hall.close();
    follow(&mut screen).see_no("to come").see("3 no position").see("no part");
    hall.declare();
    follow(&mut screen).see_no("to come").see("no position").see("no part");
}

#[test]
fn the_room_sees_how_the_quorum_is_reckoned_with_a_contributor() {
    let mut hall = Hall::new();
    let seat = Seat { contributor: true, ..Seat::new(SeatNo(16), "Ferran Ode", "Granite") };
    hall.make(Change::Seated { was: None, now: Some(seat) });
    hall.call();
    hall.screen().see("15 seats, 15 members, quorum 8; 1 contributor without a vote");
}

#[test]
fn the_screen_can_be_blank_and_comes_back() {
    let mut screen = Hall::new().screen();
    screen.press("b").see_no("Northlight").see("b shows the meeting again").press("b").see("Northlight");
}

#[test]
fn the_room_can_look_at_the_next_item_and_is_brought_back_to_the_vote() {
    let mut hall = Hall::new();
    hall.call();
    let mut screen = hall.screen();
    screen.press("]").see("item 1 of 3").press("]").see("item 2 of 3").see("Quillstone Commitments GmbH");
    screen.press("]").see("Brightledger Advisory").press("] [").see("Quillstone Commitments GmbH");
    screen.press("4").see("capabilities");
    hall.vote_some();
    follow(&mut screen).see("BALLOT OPEN, PROVISIONAL").press("2").see("Northlight Systems");
}

#[test]
fn nothing_is_answered_where_nothing_has_changed() {
    let mut hall = Hall::new();
    let mut screen = hall.screen();
    let frames = screen.world().frames;
    for _ in 0..5 {
        follow(&mut screen);
    }
    assert_eq!(screen.world().frames, frames);
    let note = |n| Change::Noted { application: Ref::from("osprey-platform"), n, text: Some("x".to_owned()) };
    hall.make(note(1));
    follow(&mut screen);
    assert_eq!(screen.world().frames, frames, "what the room does not see moves nothing on its screen");
}

#[test]
fn a_file_that_goes_away_and_comes_back_is_followed() {
    let hall = Hall::new();
    let path = hall.folder.path().join("docket.sqlite");
    let away = hall.folder.path().join("away.sqlite");
    let mut screen = hall.screen();
    drop(hall.store);
    std::fs::rename(&path, &away).unwrap();
    follow(&mut screen).see("Not up to date: ").see("Northlight Systems");
    let mut other = Store::open(&path, Access::Create, StoreEnv::counting()).unwrap();
    follow(&mut screen).see("No meeting is planned.").see_no("Not up to date");
    let plan = meeting::plan(&[], NaiveDate::from_ymd_opt(2026, 11, 30).unwrap(), rules::DEFAULT);
    other.commit(&Hall::act(), vec![plan]).unwrap();
    follow(&mut screen).see("Next meeting: 2026-11-30, in 7 days").see("Nothing is on the agenda yet.");
    std::fs::rename(&away, &path).unwrap();
    follow(&mut screen).see("Next meeting: 2026-11-23, today");
}

/// An Enterprise is presented as well, and put first on the agenda.
fn with_an_enterprise() -> Hall {
    let mut hall = Hall::new();
    let change = staged(&hall.store, "halvorsen-enterprise", Stage::ReadyForTac);
    hall.make(change);
    let mut agenda = hall.meeting().agenda;
    agenda.insert(0, Ref::from("halvorsen-enterprise"));
    hall.make(meeting::set_agenda(&hall.meeting(), agenda));
    hall
}

#[test]
fn the_public_facts_of_an_application() {
    let mut screen = with_an_enterprise().screen();
    for (width, height) in [(80, 24), (120, 36)] {
        screen.resize(width, height);
        for (key, name) in [("2", "summary"), ("3", "points"), ("] 4", "map"), ("[", "")] {
            screen.press(key);
            if !name.is_empty() {
                insta::assert_snapshot!(format!("{name}-{width}x{height}"), screen.screen());
            }
        }
    }
    screen.press("3 ]").see("This program asks for no points.");
}

#[test]
fn every_page_is_drawn_at_every_size() {
    let mut hall = with_an_enterprise();
    let mut screen = hall.screen();
    let all = |screen: &mut Driver| {
        for width in [0, 1, 39, 40, 57, 80, 101, 250] {
            for height in [0, 1, 9, 10, 13, 24, 37, 80] {
                screen.resize(width, height);
                for key in ["2", "3", "4", "5", "1"] {
                    screen.press(key);
                }
            }
        }
    };
    all(&mut screen);
    hall.call();
    all(follow(&mut screen));
    hall.vote_some();
    all(follow(&mut screen));
    hall.vote(&[8, 9], Position::Against);
    hall.close();
    all(follow(&mut screen));
    hall.declare();
    all(follow(&mut screen));
}

#[test]
fn the_screen_changes_nothing_and_asks_for_nothing_else() {
    let mut hall = Hall::new();
    hall.call();
    hall.vote_some();
    let path = hall.folder.path().join("docket.sqlite");
    let before = std::fs::read(&path).unwrap();
    let mut screen = hall.screen();
    screen.press("u y n C D p g t : enter 1 2 3 4 5 j ] [ h b b q");
    assert_eq!(screen.ended(), Some(Ok(0)));
    assert_eq!(std::fs::read(&path).unwrap(), before);
}
