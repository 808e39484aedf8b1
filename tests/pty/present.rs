//! The room's screen in one terminal while the meeting is held by commands in another.

use std::{io::Read, path::PathBuf, process::Command, time::Duration};

use chrono::Local;
use docket::{
    samples,
    store::{Access, Store, StoreEnv},
};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use tempfile::TempDir;

use crate::pty::Pty;

const NOTE: &str = "they asked us to keep this to ourselves";
const BALLOT: &str = "northlight-platform/1";

/// A docket with the samples, and the program around it.
struct Hall(TempDir);

impl Hall {
    fn new() -> Self {
        let hall = Self(tempfile::tempdir().unwrap());
        let mut store = Store::open(&hall.docket(), Access::Create, StoreEnv::system(None)).unwrap();
        samples::load(&mut store, "tester", Local::now().date_naive()).unwrap();
        hall.run(&["note", "northlight-platform", NOTE]);
        hall
    }

    fn docket(&self) -> PathBuf {
        self.0.path().join("docket.sqlite")
    }

    fn environment(&self) -> [(&'static str, String); 4] {
        let home = self.0.path().display().to_string();
        let docket = self.docket().display().to_string();
        [("HOME", home), ("DOCKET_FILE", docket), ("USER", "tester".to_owned()), ("TERM", "xterm".to_owned())]
    }

    fn run(&self, arguments: &[&str]) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_docket"));
        let output = command.env_clear().envs(self.environment()).args(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {output:?}");
    }

    fn in_terminal(&self, arguments: &[&str], cols: u16, rows: u16) -> Pty {
        Pty::spawn(self.command(arguments), cols, rows)
    }

    fn command(&self, arguments: &[&str]) -> CommandBuilder {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_docket"));
        command.env_clear();
        for (name, value) in self.environment() {
            command.env(name, value);
        }
        command.args(arguments);
        command
    }
}

fn assert_silent(screen: &Pty) {
    let written = String::from_utf8_lossy(screen.raw()).to_lowercase();
    assert!(!written.contains("adopted"), "{}", screen.screen());
    assert!(!written.contains("ourselves"), "{}", screen.screen());
}

#[test]
fn a_meeting_is_followed_and_nothing_is_said_too_early() {
    let hall = Hall::new();
    let mut screen = hall.in_terminal(&["present"], 80, 24);
    screen.wait_for("Next meeting: ").wait_for("Northlight Systems");
    assert!(screen.writes_nothing_for(Duration::from_millis(1200)), "nothing is drawn while nothing changes");
    hall.run(&["meeting", "open", &Local::now().date_naive().to_string()]);
    screen.wait_for("Roll call");
    for seat in 1..=9 {
        hall.run(&["meeting", "in", &seat.to_string()]);
    }
    screen.wait_for("9 present");
    hall.run(&["ballot", "open", "northlight-platform", "--motion", "approve"]);
    screen.wait_for("PROVISIONAL").wait_for("9 to come");
    for (seat, position) in [("1", "for"), ("2", "for"), ("3", "against"), ("4", "abstain"), ("5", "recused")]
    {
        hall.run(&["vote", BALLOT, seat, position]);
    }
    screen.wait_for("2 for").wait_for("1 against").wait_for("3 more for of 4 outstanding");
    screen.press("2").wait_for("Optional").press("4").wait_for("Capabilities").press("1");
    hall.run(&["meeting", "out", "9"]);
    screen.wait_for("8 present").wait_for("3 more for of 3 outstanding");
    for seat in ["6", "7", "8"] {
        hall.run(&["vote", BALLOT, seat, "for"]);
    }
    screen.wait_for("5 for");
    hall.run(&["ballot", "close", BALLOT]);
    screen.wait_for("CLOSED, NOT DECLARED");
    assert_silent(&screen);
    hall.run(&["ballot", "declare", BALLOT]);
    screen.wait_for("DECLARED: ADOPTED");
    hall.run(&["meeting", "adjourn"]);
    screen.wait_for("is adjourned.").press("q");
    assert_eq!(screen.wait_end(), 0);
    screen.assert_restored();
    assert!(!String::from_utf8_lossy(screen.raw()).contains("ourselves"));
}

#[test]
fn a_locked_file_is_named_and_followed_again() {
    let hall = Hall::new();
    let mut screen = hall.in_terminal(&["present"], 80, 24);
    screen.wait_for("Northlight Systems");
    let other = rusqlite::Connection::open(hall.docket()).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    screen.wait_for("Not up to date: ").wait_for("Northlight Systems");
    other.execute_batch("ROLLBACK").unwrap();
    screen.wait_gone("Not up to date: ").wait_for("? help").press("ctrl-c");
    assert_eq!(screen.wait_end(), 0);
    screen.assert_restored();
}

#[test]
fn every_size_is_drawn_and_every_end_restores() {
    let hall = Hall::new();
    let mut screen = hall.in_terminal(&["present", "--hide-tally"], 200, 50);
    screen.wait_for("Next meeting: ");
    for (cols, rows) in [(1, 1), (250, 80), (39, 9)] {
        screen.resize(cols, rows);
    }
    screen.wait_for("39x9 is too small.").resize(80, 24).wait_for("Next meeting: ");
    screen.press("?").wait_for("Shows the vote").press("esc").wait_gone("Shows the vote");
    screen.signal(rustix::process::Signal::TERM);
    assert_eq!(screen.wait_end(), 143);
    screen.assert_restored();
}

#[test]
fn a_rehearsal_says_so_and_leaves_the_docket_alone() {
    let hall = Hall::new();
    let before = std::fs::read(hall.docket()).unwrap();
    let kept = hall.0.path().join("kept.sqlite");
    let keep = kept.display().to_string();
    let mut screen = hall.in_terminal(&["rehearse", "--keep", &keep], 80, 24);
    screen.wait_for("REHEARSAL").press("g m").wait_for("call to order").wait_for("REHEARSAL");
    screen.press("O y").wait_for("IN SESSION").press("q q q");
    assert_eq!(screen.wait_end(), 0);
    screen.assert_restored();
    assert_eq!(std::fs::read(hall.docket()).unwrap(), before);
    let listed = Command::new(env!("CARGO_BIN_EXE_docket")).args(["--file", &keep, "list"]).output().unwrap();
    assert!(String::from_utf8(listed.stderr).unwrap().contains("REHEARSAL"));
    for verb in [vec!["--file", &keep], vec!["--file", &keep, "present"]] {
        let mut again = hall.in_terminal(&verb, 80, 24);
        again.wait_for("REHEARSAL").press("q");
        assert_eq!(again.wait_end(), 0);
    }
}

#[test]
fn a_rehearsal_leaves_nothing_behind_when_its_terminal_is_closed() {
    let hall = Hall::new();
    let folder = hall.0.path().join("temporary");
    std::fs::create_dir(&folder).unwrap();
    let mut command = hall.command(&["rehearse"]);
    command.env("TMPDIR", &folder);
    let pair = native_pty_system().openpty(PtySize::default()).unwrap();
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut written = Vec::new();
    while !String::from_utf8_lossy(&written).contains("REHEARSAL") {
        let mut bytes = [0; 4096];
        let count = reader.read(&mut bytes).unwrap();
        written.extend_from_slice(&bytes[..count]);
    }
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
    drop((reader, pair.master));
    assert_eq!(child.wait().unwrap().signal(), None, "it ends by itself");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
}
