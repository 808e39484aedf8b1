//! The whole meeting by keys in one terminal, and the room's screen in another: it follows, keeps what is private, and
//! names no outcome before that is declared.

use chrono::{Days, Local};
use docket::store::{Access, Store, StoreEnv};

use crate::{
    docket::command,
    place::Place,
    pty::Pty,
    script::{Hand, LATER, hold, prepare},
};

/// What nobody in the room may read: a note of the team's, and what a conflict is about.
const PRIVATE: [&str; 2] = ["asked us to keep this quiet", "owns shares in the applicant"];

/// The chair's terminal, and that of the room.
struct Hall {
    chair: Pty,
    room: Pty,
    /// How much the room's screen had written when the open ballot was first seen there.
    seen: usize,
}

impl Hall {
    fn new(place: &Place) -> Self {
        let terminal = |arguments: &[&str]| Pty::spawn(command(place, arguments), 120, 36);
        let mut chair = terminal(&["--file", "docket.sqlite"]);
        chair.wait_for("Next TAC meeting");
        let mut room = terminal(&["--file", "docket.sqlite", "present"]);
        room.wait_for("? help");
        Self { chair, room, seen: 0 }
    }

    /// What the room's screen wrote since the ballot was opened, in small letters.
    fn since_opened(&self) -> String {
        String::from_utf8_lossy(&self.room.raw()[self.seen..]).to_lowercase()
    }
}

impl Hand for Hall {
    /// What follows `esc` at once is another key to a terminal, so it waits for the frame.
    fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys.split(' ') {
            let frames = self.chair.frames();
            self.chair.press(key);
            if key == "esc" {
                self.chair.wait_until("a frame after esc", |chair| chair.frames() > frames);
            }
        }
        self
    }

    fn type_text(&mut self, text: &str) -> &mut Self {
        self.chair.write(text.as_bytes());
        self
    }

    #[track_caller]
    fn see(&mut self, text: &str) -> &mut Self {
        self.chair.wait_for(text);
        self
    }

    #[track_caller]
    fn see_no(&mut self, text: &str) -> &mut Self {
        self.chair.wait_gone(text);
        self
    }

    fn opened(&mut self) -> &mut Self {
        self.room.wait_for("PROVISIONAL").wait_gone("ADOPTED");
        self.seen = self.room.raw().len();
        self
    }

    fn closed(&mut self) -> &mut Self {
        self.chair.wait_for("Read the roll back");
        self.room.wait_for("CLOSED, NOT DECLARED");
        assert!(!self.since_opened().contains("adopted"), "{}", self.room.screen());
        self
    }

    fn declared(&mut self, outcome: &str) -> &mut Self {
        self.room.wait_for(&format!("DECLARED: {outcome}"));
        self
    }
}

#[test]
fn the_room_follows_the_whole_meeting_and_is_told_nothing_too_early() {
    let place = Place::new();
    let path = place.path("docket.sqlite");
    prepare(&mut Store::open(&path, Access::Create, StoreEnv::system(None)).unwrap());
    let file = ["--file", path.to_str().unwrap()];
    let run = |arguments: &[&str]| place.json(&[arguments, &file].concat());
    run(&["note", "2026-0001", PRIVATE[0]]);
    let conflict = ["conflict", "add", "Imke de Wit", "Nordlicht Cloud AG", "--relation", "personal"];
    run(&[&conflict[..], &["--because", PRIVATE[1]]].concat());
    let mut hall = Hall::new(&place);
    let later = Local::now().date_naive() + Days::new(LATER);
    hold(&mut hall, &later.to_string());
    hall.room.wait_for("is adjourned.").press("q");
    assert_eq!(hall.room.wait_end(), 0);
    let written = String::from_utf8_lossy(hall.room.raw()).into_owned();
    assert!(!PRIVATE.iter().any(|text| written.contains(text)), "the room was told what is private");
    hall.chair.press("q q q");
    assert_eq!(hall.chair.wait_end(), 0);
    assert_eq!(run(&["verify"])["ok"], true);
}
