//! The program itself in a terminal, in a place of its own.

use std::env;

use portable_pty::CommandBuilder;

use crate::place::Place;
use crate::pty::Pty;

/// The program with these arguments and nothing around it but `place`, in a terminal that knows UTF-8 and colours.
pub(crate) fn command(place: &Place, arguments: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_docket"));
    command.env_clear();
    command.args(arguments);
    command.cwd(place.path(""));
    for (name, value) in [
        ("HOME", place.path("")),
        ("XDG_DATA_HOME", place.path("data")),
        ("XDG_STATE_HOME", place.path("state")),
        ("XDG_CONFIG_HOME", place.path("config")),
        ("TMPDIR", place.path("")),
    ] {
        command.env(name, value);
    }
    for (name, value) in [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("USER", "tester"), ("TZ", "UTC")]
    {
        command.env(name, value);
    }
    command
}

/// The samples on a docket that is kept, 120 by 36; the first screen is there.
pub(crate) fn demo(place: &Place) -> Pty {
    let mut docket = Pty::spawn(command(place, &["--file", "docket.sqlite", "demo"]), 120, 36);
    docket.wait_for("DEMO").wait_for("Next TAC meeting");
    docket
}

/// The docket that [`demo`] made, opened again.
pub(crate) fn again(place: &Place) -> Pty {
    let mut docket = Pty::spawn(command(place, &["--file", "docket.sqlite"]), 120, 36);
    docket.wait_for("Next TAC meeting");
    docket
}

/// Opens an application by all its keys at once, as a person does who knows them.
pub(crate) fn open(docket: &mut Pty, reference: &str) {
    docket.press("g q").wait_for("Queue").press("/ ctrl-u").write(reference.as_bytes()).write(b"\r\r");
    docket.wait_for("Requirements").wait_for(reference);
}

/// Runs a verb on that docket; gives what it prints.
#[track_caller]
pub(crate) fn says(place: &Place, arguments: &[&str]) -> String {
    let file = place.path("docket.sqlite");
    let file = file.to_str().unwrap();
    let output = place.run(&[&["--file", file], arguments].concat());
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {said}{errors}");
    said
}

/// The console is left at once, and has ended well.
#[track_caller]
pub(crate) fn quit(mut docket: Pty) {
    docket.press("g t").wait_for("Today").press("q");
    assert_eq!(docket.wait_end(), 0, "{}", docket.screen());
    docket.assert_restored();
}
