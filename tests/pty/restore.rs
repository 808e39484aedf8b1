//! However the console ends, the terminal is as it was.

use std::time::Duration;

use rustix::process::Signal;

use crate::program::program;
use crate::pty::Pty;

/// The console, drawn for the first time.
fn start(first: &str) -> Pty {
    let mut docket = Pty::spawn(program(first), 80, 24);
    docket.wait_for("? help");
    assert!(docket.terminal().alternate_screen() && docket.terminal().bracketed_paste());
    docket
}

#[test]
fn after_leaving() {
    let mut docket = start("");
    docket.press("g j").wait_for("Journal").press("q").wait_for("Today").press("q");
    assert_eq!(docket.wait_end(), 0);
    docket.assert_restored();
}

#[test]
fn what_was_there_before_is_not_wiped() {
    let docket = start("");
    let before = docket.raw().windows(8).position(|bytes| bytes == b"\x1b[?1049h").unwrap();
    assert!(!docket.raw()[..before].contains(&b'\x1b'), "something was drawn on the screen of the shell");
}

#[test]
fn after_a_signal() {
    for (signal, status) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130)] {
        let mut docket = start("");
        docket.signal(signal);
        assert_eq!(docket.wait_end(), status);
        docket.assert_restored();
    }
}

#[test]
fn after_a_panic() {
    let mut docket = Pty::spawn(program("panic"), 80, 24);
    docket.wait_for("Ready?").press("y");
    assert_eq!(docket.wait_end(), 101);
    docket.assert_restored();
    assert!(docket.screen().contains("broken on purpose"), "{}", docket.screen());
}

#[test]
fn after_a_panic_behind_it() {
    let mut docket = start("");
    docket.press("u");
    assert_eq!(docket.wait_end(), 1);
    docket.assert_restored();
    assert!(docket.screen().contains("store thread failed (store broken on purpose"), "{}", docket.screen());
}

#[test]
fn after_a_change_that_was_refused_too_late_to_be_seen() {
    let mut docket = start("refuse");
    docket.write(b"uq");
    assert_eq!(docket.wait_end(), 1);
    docket.assert_restored();
    assert!(
        docket.screen().contains("the last change was not made: someone was faster."),
        "{}",
        docket.screen()
    );
}

#[test]
fn after_an_error() {
    let mut docket = Pty::spawn(program("error"), 80, 24);
    docket.wait_for("Ready?").press("y");
    assert_eq!(docket.wait_end(), 1);
    docket.assert_restored();
    assert!(docket.screen().contains("Error: wrong on purpose"), "{}", docket.screen());
}

#[test]
fn while_stopped_and_then_all_is_drawn_again() {
    let mut docket = start("");
    docket.press("g q").wait_for("Queue").press("ctrl-z").wait_given_back();
    docket.signal(Signal::CONT).wait_for("? help").wait_for("Queue");
    assert!(docket.terminal().alternate_screen());
    docket.press("q");
    assert_eq!(docket.wait_end(), 0);
    docket.assert_restored();
}

#[test]
fn nothing_is_written_while_nothing_happens() {
    let mut docket = start("");
    assert!(docket.writes_nothing_for(Duration::from_millis(2500)), "longer than the file is watched at");
    docket.press("q");
    assert_eq!(docket.wait_end(), 0);
}

#[test]
fn keys_that_wait_together_are_drawn_together() {
    let mut docket = start("");
    let before = docket.frames();
    docket.write("j".repeat(200).as_bytes()).press("g j").wait_for("Journal");
    let drawn = docket.frames() - before;
    assert!(drawn <= 4, "{drawn} frames for 202 keys");
    docket.press("q q");
    assert_eq!(docket.wait_end(), 0);
}

#[test]
fn the_chosen_row_is_reversed_without_colour() {
    let mut command = program("");
    command.env("NO_COLOR", "1");
    let mut docket = Pty::spawn(command, 80, 24);
    docket.wait_for("? help").press(":").wait_for("Everything that can be done here");
    let screen = docket.terminal();
    let chosen = (0..24)
        .find(|row| screen.rows(0, 80).nth(usize::from(*row)).is_some_and(|text| text.contains("| > ")));
    let column =
        screen.rows(0, 80).nth(usize::from(chosen.unwrap())).and_then(|text| text.find("| > ")).unwrap();
    let cell = screen.cell(chosen.unwrap(), u16::try_from(column).unwrap() + 3).unwrap();
    assert!(cell.inverse(), "the chosen row is not marked");
    let written = String::from_utf8_lossy(docket.raw()).into_owned();
    assert!(!written.contains("\u{1b}[38;") && !written.contains("\u{1b}[48;"), "a colour was set");
}

#[test]
fn a_storm_of_sizes_ends_in_a_whole_screen() {
    let mut docket = start("");
    for size in [(20, 5), (200, 60), (1, 1), (41, 11), (39, 9)] {
        docket.resize(size.0, size.1);
    }
    docket.resize(100, 30).wait_for("? help").wait_for("2026-").press("q");
    assert_eq!(docket.wait_end(), 0);
    docket.assert_restored();
}

#[test]
fn an_editor_has_the_terminal_to_itself_and_its_text_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let editor = folder.path().join("my editor.sh");
    std::fs::write(&editor, "read line\nprintf 'new %s' \"$line\" > \"$1\"\n").unwrap();
    let mut command = program("edit");
    command.env("EDITOR", format!("sh '{}'", editor.display()));
    command.env("DOCKET_TEST_DRAFTS", folder.path().join("drafts"));
    let mut docket = Pty::spawn(command, 80, 24);
    docket.wait_for("> old").press("ctrl-e").wait_gone("Why?").write(b"words\n").wait_for("> new words");
    docket.press("enter").wait_for("Copied 9 bytes.");
    assert!(String::from_utf8_lossy(docket.raw()).contains("\u{1b}]52;c;bmV3IHdvcmRz\u{7}"));
    docket.press("q");
    assert_eq!(docket.wait_end(), 0);
    docket.assert_restored();
    assert_eq!(std::fs::read_dir(folder.path().join("drafts")).unwrap().count(), 0, "nothing is left behind");
}

#[test]
fn a_long_paste_arrives_whole() {
    let mut docket = Pty::spawn(program("edit"), 80, 24);
    docket.wait_for("> old");
    let pasted = "x".repeat(20_000);
    docket.write(format!("\u{1b}[200~{pasted}end\u{1b}[201~").as_bytes()).wait_for("xend").press("enter");
    docket.wait_for("Copied 20006 bytes.").press("q");
    assert_eq!(docket.wait_end(), 0);
}

#[test]
fn without_a_terminal_one_line_and_status_two() {
    let output = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["program::runs", "--exact", "--ignored", "--nocapture"])
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("the console needs a terminal"), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
}
