//! The README is true: its picture is a frame of the console, and the verbs it names are there.

use std::{env, fs};

use docket::{
    samples,
    store::{Store, StoreEnv},
};

use crate::{desks::console, dockets::day, driver::about};

/// The screen in memory puts each line between quotes.
const QUOTE: char = '"';

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");

/// What lies between the marks around the picture.
fn picture(readme: &str) -> (&str, &str, &str) {
    let (before, rest) = readme.split_once("<!-- frame -->\n```text\n").unwrap();
    let (picture, after) = rest.split_once("```\n<!-- /frame -->").unwrap();
    (before, picture, after)
}

/// With `DOCKET_UPDATE_README` set the picture is drawn into the README.
#[test]
fn the_picture_is_a_frame_of_the_console() {
    let mut store = Store::in_memory(StoreEnv::counting()).unwrap();
    samples::load(&mut store, &about().actor, day(23)).unwrap();
    let frame = console(store, 110, 28).screen();
    let frame: Vec<&str> = frame.lines().map(|line| line.trim_matches(QUOTE).trim_end()).collect();
    let frame = format!("{}\n", frame.join("\n"));
    let readme = fs::read_to_string(PATH).unwrap();
    let (before, picture, after) = picture(&readme);
    if env::var_os("DOCKET_UPDATE_README").is_some() {
        let drawn = format!("{before}<!-- frame -->\n```text\n{frame}```\n<!-- /frame -->{after}");
        fs::write(PATH, drawn).unwrap();
    } else {
        assert_eq!(picture, frame, "draw it again: DOCKET_UPDATE_README=1 cargo test --test it readme");
    }
}

#[test]
fn every_verb_it_names_is_there() {
    let readme = fs::read_to_string(PATH).unwrap();
    let mut seen = 0;
    for line in readme.lines().filter_map(|line| line.strip_prefix("docket ")) {
        let words: Vec<&str> =
            line.split_whitespace().take_while(|word| word.chars().all(|c| c.is_ascii_lowercase())).collect();
        let verbs = if matches!(words.first(), Some(&("meeting" | "ballot" | "seat"))) { 2 } else { 1 };
        let status = assert_cmd::Command::new(env!("CARGO_BIN_EXE_docket"))
            .args(words.iter().take(verbs))
            .arg("--help")
            .output()
            .unwrap()
            .status;
        assert!(status.success(), "{line}");
        seen += 1;
    }
    assert!(seen > 10, "{seen}");
}
