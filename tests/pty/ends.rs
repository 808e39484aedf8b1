//! However docket itself ends on the samples, the terminal and the docket are as they should be; and how it looks
//! follows the terminal.

use rustix::process::Signal;

use crate::docket::{again, command, demo, open, quit, says};
use crate::place::Place;
use crate::pty::Pty;
use crate::wire::sequences;

const SOUND: &str = "the docket is as it was written";

#[test]
fn a_signal_in_the_middle_of_a_form_ends_in_order() {
    let place = Place::new();
    for (signal, status) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130)] {
        let mut docket = demo(&place);
        docket.press("g q").wait_for("Queue").press("n").wait_for("rganisation").write(b"Half a na");
        docket.wait_for("Half a na").signal(signal);
        assert_eq!(docket.wait_end(), status, "{}", docket.screen());
        docket.assert_restored();
    }
    assert!(says(&place, &["verify"]).contains(SOUND));
}

#[test]
fn a_throw_away_docket_is_gone_however_docket_ends() {
    let place = Place::new();
    for signal in [None, Some(Signal::TERM)] {
        let mut docket = Pty::spawn(command(&place, &["demo"]), 100, 30);
        docket.wait_for("Next TAC meeting");
        match signal {
            Some(signal) => _ = docket.signal(signal),
            None => _ = docket.press("q"),
        }
        docket.wait_end();
        docket.assert_restored();
        let left = std::fs::read_dir(place.path("")).unwrap();
        let left: Vec<_> = left.map(|entry| entry.unwrap().file_name()).collect();
        assert!(!left.iter().any(|name| name.to_string_lossy().starts_with("docket-demo")), "{left:?}");
    }
}

#[test]
fn a_file_that_is_no_docket_is_said_before_the_terminal_is_taken() {
    let place = Place::new();
    place.file("docket.sqlite", "a letter, not a docket");
    let mut docket = Pty::spawn(command(&place, &["--file", "docket.sqlite"]), 80, 24);
    assert_eq!(docket.wait_end(), 3);
    docket.assert_restored();
    assert!(docket.screen().contains("docket.sqlite"), "{}", docket.screen());
    assert_eq!(std::fs::read(place.path("docket.sqlite")).unwrap(), b"a letter, not a docket");
}

#[test]
fn ctrl_z_and_back_goes_on_where_one_was() {
    let place = Place::new();
    let mut docket = demo(&place);
    open(&mut docket, "osprey-platform");
    docket.press("ctrl-z").wait_given_back();
    says(&place, &["stage", "osprey-platform", "in-review"]);
    docket.signal(Signal::CONT).wait_for("[Requirements").wait_for("in review since");
    docket.press("m").wait_for("found PLT-E3-P1 met");
    quit(docket);
}

#[test]
fn without_colour_the_chosen_row_is_reversed_and_no_colour_is_set() {
    let place = Place::new();
    let mut command = command(&place, &["--file", "docket.sqlite", "demo"]);
    command.env("NO_COLOR", "1");
    let mut docket = Pty::spawn(command, 120, 36);
    for keys in ["g q", "g r", "g h", "g j", "g m", "g t"] {
        docket.press(keys).wait_until("a chosen row", |docket| {
            let screen = docket.terminal();
            let (rows, cols) = screen.size();
            let reversed = |row, col| screen.cell(row, col).is_some_and(vt100::Cell::inverse);
            (2..rows.get()).any(|row| (0..cols.get()).filter(|col| reversed(row, *col)).count() > 3)
        });
    }
    open(&mut docket, "osprey-platform");
    docket.press("m").wait_for("u undoes");
    for sequence in sequences(docket.raw()) {
        let styles = sequence.strip_prefix("\u{1b}[").and_then(|rest| rest.strip_suffix('m'));
        let coloured = |style: &str| {
            style
                .parse::<u8>()
                .is_ok_and(|number| matches!(number, 30..=38 | 40..=48 | 58 | 90..=97 | 100..=107))
        };
        assert!(!styles.unwrap_or_default().split(';').any(coloured), "a colour was set: {sequence:?}");
    }
    quit(docket);
}

#[test]
fn a_bare_terminal_is_sent_ascii_alone() {
    let place = Place::new();
    for (name, value) in [("TERM", "linux"), ("LANG", "C")] {
        let mut command = command(&place, &["--file", "docket.sqlite", "demo"]);
        command.env(name, value);
        let mut docket = Pty::spawn(command, 120, 36);
        docket.wait_for("Next TAC meeting");
        open(&mut docket, "osprey-platform");
        for _ in 0..6 {
            docket.press("tab").wait_for("[");
        }
        docket.press("?").wait_for("Your own keys").press("esc").wait_gone("Your own keys");
        docket
            .press("g m")
            .wait_for("Roll call")
            .press("g h")
            .wait_for("Handbook")
            .press("g j")
            .wait_for("Journal");
        let drawn = String::from_utf8_lossy(docket.raw()).into_owned();
        // What the samples' data say in other letters stays.
        let of_data = |c: char| matches!(c, 'ö' | 'Ä' | '“' | '”');
        let beyond: String = drawn.chars().filter(|c| !c.is_ascii() && !of_data(*c)).collect();
        assert_eq!(beyond, "", "with {name}={value}");
        quit(docket);
    }
}

#[test]
fn a_megabyte_pasted_into_find_does_not_hold_docket_up() {
    let place = Place::new();
    let mut docket = demo(&place);
    docket.press("g q").wait_for("Queue").press("/");
    let pasted = format!("\u{1b}[200~{}\u{1b}[201~", "a very long text ".repeat(61_681));
    docket.write(pasted.as_bytes()).wait_for("No application matches");
    docket.press("esc").wait_gone("No application matches");
    quit(docket);
}

#[test]
fn a_storm_of_sizes_and_keys_ends_in_a_whole_screen() {
    let place = Place::new();
    let mut docket = demo(&place);
    open(&mut docket, "tidewater-enterprise");
    for _ in 0..8 {
        for size in [(20, 5), (200, 60), (1, 1), (41, 11), (39, 9), (250, 80), (2, 50)] {
            docket.resize(size.0, size.1).write(b"\tjk");
        }
        docket.resize(120, 36).wait_for("Tidewater Shipping Group").wait_for("2026");
    }
    quit(docket);
    quit(again(&place));
}
