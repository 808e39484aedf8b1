//! The program that the tests put into a terminal: the console over a store that breaks on demand. It is this very
//! binary, started again with one test chosen.

use std::env;
use std::path::PathBuf;

use chrono::NaiveDate;
use docket::console::app::overlay::Confirm;
use docket::console::app::settings::SymbolSet;
use docket::console::app::{About, Effect, Overlay, Reply, Request, Settings};
use docket::console::{self, Console, Options};
use portable_pty::CommandBuilder;

/// Says to the program which question it asks first.
const FIRST: &str = "DOCKET_TEST_FIRST";

/// The program, asking `first` to begin with.
pub(crate) fn program(first: &str) -> CommandBuilder {
    let mut command = CommandBuilder::new(env::current_exe().unwrap());
    command.args(["program::runs", "--exact", "--ignored", "--nocapture", "--test-threads=1"]);
    command.env(FIRST, first);
    command.env("TERM", "xterm-256color");
    command.env("RUST_BACKTRACE", "0");
    command.env_remove("NO_COLOR");
    command.env_remove("VISUAL");
    command
}

/// What is asked first: yes makes the console end in the way that is named.
fn first(name: &str) -> Vec<Overlay> {
    let ask = |then: fn() -> Vec<Effect>| vec![Confirm::new("Ready?", Vec::new(), move |_| then()).into()];
    match name {
        "panic" => ask(|| panic!("broken on purpose")),
        "error" => ask(|| vec![Effect::Fail("wrong on purpose".to_owned())]),
        "edit" => vec![
            console::app::overlay::Input::new("Why?", |_, text| vec![Effect::Copy(text)]).text("old").into(),
        ],
        _ => Vec::new(),
    }
}

#[test]
#[ignore = "it is started by the other tests, in a terminal"]
fn runs() {
    let no_color = env::var("NO_COLOR").is_ok_and(|value| !value.is_empty());
    let options = Options {
        about: About {
            file: "docket.sqlite".to_owned(),
            actor: "R. Reviewer".to_owned(),
            edition: "2023".to_owned(),
            today: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
            mark: None,
            keymap_file: "keymap.toml".to_owned(),
        },
        settings: Settings { symbols: SymbolSet::Ascii, colour: !no_color, ..Settings::default() },
        keymap: None,
        first: first(&env::var(FIRST).unwrap_or_default()),
        present: None,
    };
    let refuses = env::var(FIRST).is_ok_and(|first| first == "refuse");
    let drafts =
        env::var_os("DOCKET_TEST_DRAFTS").map_or_else(|| env::temp_dir().join("docket-test"), PathBuf::from);
    let ended = Console::new(options).unwrap().run(None, drafts, move |request| match request {
        Request::Undo if refuses => Reply::Refused("someone was faster.".to_owned()),
        Request::Undo => panic!("store broken on purpose"),
        Request::Echo => Reply::Echo,
        _ => Reply::Nothing,
    });
    let status = ended.unwrap_or_else(|error| {
        eprintln!("Error: {error}");
        error.exit_status()
    });
    std::process::exit(i32::from(status));
}
