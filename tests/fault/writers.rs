//! Several processes that write to one docket at once.

use std::{path::Path, process::Stdio, thread};

use serde_json::Value;

use crate::{
    place::Place,
    record::{in_folder, is_sound, lines},
    worker::{Said, Worker},
};

/// Who works; their applications begin with their names.
const NAMES: [&str; 2] = ["kim", "lou"];

/// Changes that each of them tries.
const EACH: usize = 24;

/// What a worker made, and why it was refused something.
fn work(path: &Path, state: &Path, name: &str) -> (Vec<String>, Vec<String>) {
    let mut worker = Worker::start(path, state, name, 0, EACH);
    let (mut made, mut refused) = (Vec::new(), Vec::new());
    while let Some(said) = worker.says() {
        match said {
            Said::Made(what) => made.push(what),
            Said::Refused(why) => refused.push(why),
        }
    }
    assert!(worker.ends_well(), "{name} could not go on after {made:#?}");
    (made, refused)
}

/// Both work at once, with memories of their own or with one. Everything is made, or refused for a reason that is
/// said, and what was made is there once, in the order of each.
fn both(states: [&str; 2]) {
    let folder = tempfile::tempdir().unwrap();
    let path = in_folder(folder.path());
    let before = lines(&path).len();
    let done = thread::scope(|scope| {
        let [one, two] = NAMES.map(|name| {
            let state = folder.path().join(states[usize::from(name == NAMES[1])]);
            let path = &path;
            scope.spawn(move || work(path, &state, name))
        });
        [one.join().unwrap(), two.join().unwrap()]
    });
    let found = &lines(&path)[before..];
    let mut in_all = 0;
    for ((made, refused), name) in done.iter().zip(NAMES) {
        assert_eq!(made.len() + refused.len(), EACH);
        for why in refused {
            assert!(
                why.contains("changed") || why.contains("meanwhile"),
                "no reason a person understands: {why}"
            );
        }
        // Each one's own applications stand in the order they were made.
        let own = |line: &&String| line.starts_with(name);
        let mine: Vec<&String> = found.iter().filter(own).collect();
        assert_eq!(mine, made.iter().filter(own).collect::<Vec<_>>());
        in_all += made.len();
    }
    assert_eq!(found.len(), in_all, "{found:#?}");
    let queued = found.iter().filter(|line| NAMES.iter().any(|name| line.starts_with(name)));
    assert_eq!(queued.count(), 2 * EACH.div_ceil(3), "every application came in once");
    is_sound(&path);
}

#[test]
fn two_consoles_of_one_installation_lose_nothing() {
    both(["state", "state"]);
}

#[test]
fn two_installations_lose_nothing() {
    both(["one", "two"]);
}

/// A note rests on nothing that another note changes.
#[test]
fn of_notes_written_at_once_none_is_refused() {
    let place = Place::new();
    let path = in_folder(&place.path(""));
    let before = lines(&path).len();
    let texts: Vec<String> = (1..=8).map(|n| format!("Note {n}")).collect();
    let writers: Vec<_> = texts
        .iter()
        .map(|text| {
            let mut note = place.command();
            note.args(["--file", path.to_str().unwrap(), "note", "2026-0002", text, "--json"]);
            note.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
        })
        .collect();
    let mut said = Vec::new();
    for writer in writers {
        let output = writer.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        said.push(serde_json::from_slice::<Value>(&output.stdout).unwrap()["changes"][0]["what"].to_string());
    }
    said.sort_unstable();
    let numbered: Vec<String> = (1..=8).map(|n| format!("\"wrote note {n}\"")).collect();
    assert_eq!(said, numbered, "each says the number that its note has");
    assert_eq!(lines(&path).len(), before + 8);
    is_sound(&path);
}
