//! The edges of the house: which room may use which, and where the outside libraries may be used.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Each room and the rooms it may use, itself aside.
const ROOMS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("rules", &["text"]),
    ("review", &["rules", "text"]),
    ("council", &["rules", "review", "text"]),
    ("record", &["rules", "review", "council", "text"]),
    ("intake", &["rules", "review", "council", "record", "text"]),
    ("papers", &["rules", "review", "council", "record", "text"]),
    ("store", &["rules", "review", "council", "record", "text"]),
    ("samples", &["rules", "review", "council", "record", "intake", "store", "text"]),
    ("console", &["rules", "review", "council", "record", "intake", "store", "samples", "papers", "text"]),
    (
        "cli",
        &["rules", "review", "council", "record", "intake", "store", "samples", "papers", "console", "text"],
    ),
];

/// Each outside library that has a room of its own, and the folders it may be used in.
const OWNED: &[(&str, &[&str])] = &[
    ("rusqlite", &["src/store"]),
    ("ratatui", &["src/console/view", "src/console/shell"]),
    ("crossterm", &["src/console/shell"]),
    ("clap", &["src/cli", "src/main.rs"]),
    ("color_eyre", &["src/main.rs"]),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// Every source file with its path from the top and its text without comments.
fn files() -> Vec<(String, String)> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    sources(&top.join("src"), &mut paths);
    paths
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let code = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .collect::<Vec<_>>()
                .join("\n");
            (path.strip_prefix(top).unwrap().to_str().unwrap().to_owned(), code)
        })
        .collect()
}

fn room_of(path: &str) -> Option<&str> {
    let first = path.strip_prefix("src/")?.split('/').next()?;
    Some(first.strip_suffix(".rs").unwrap_or(first)).filter(|room| !matches!(*room, "lib" | "main"))
}

/// Whether `code` names the module `room` of this crate.
fn uses(code: &str, room: &str) -> bool {
    let direct = format!("crate::{room}");
    let names = |text: &str| {
        text.match_indices(&direct).any(|(at, _)| {
            !text[at + direct.len()..].starts_with(|letter: char| letter.is_alphanumeric() || letter == '_')
        })
    };
    let grouped = code.split("use crate::{").skip(1).any(|group| {
        let mut depth = 0;
        let mut at_top = String::new();
        for letter in group.chars() {
            match letter {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                _ if depth == 0 => at_top.push(letter),
                _ => {}
            }
        }
        at_top.split(',').any(|name| name.trim().split("::").next() == Some(room))
    });
    names(code) || grouped
}

#[test]
fn rooms_use_only_the_rooms_below_them() {
    let mut wrong = Vec::new();
    for (path, code) in files() {
        let Some(room) = room_of(&path) else { continue };
        let Some((_, below)) = ROOMS.iter().find(|(name, _)| *name == room) else {
            panic!("{path} is in no room of the house");
        };
        for (other, _) in ROOMS {
            if *other != room && !below.contains(other) && uses(&code, other) {
                wrong.push(format!("{path} uses {other}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn outside_libraries_stay_in_their_rooms() {
    let mut wrong = Vec::new();
    for (path, code) in files() {
        for (library, folders) in OWNED {
            let named = code.contains(&format!("{library}::")) || code.contains(&format!("use {library}"));
            if named && !folders.iter().any(|folder| path.starts_with(folder)) {
                wrong.push(format!("{path} uses {library}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn drawing_decides_nothing_and_the_app_draws_nothing() {
    for (path, code) in files() {
        let pure = ["rules", "review", "council", "record", "intake", "papers"]
            .iter()
            .any(|room| room_of(&path) == Some(room))
            || path.starts_with("src/console/app");
        if pure {
            let shell = ["std::fs", "std::env::", "std::process", "Instant::now", "Utc::now", "Local::now"];
            for word in shell {
                assert!(!code.contains(word), "{path} is pure and may not use {word}");
            }
        }
    }
}

#[test]
fn nothing_else_lies_at_the_top() {
    let expected = ["Cargo.toml", "Cargo.lock", "LICENSE", "README.md", "assets", "src", "tests", "target"];
    for entry in fs::read_dir(env!("CARGO_MANIFEST_DIR")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(name.starts_with('.') || expected.contains(&name.as_str()), "{name} lies at the top");
    }
}

#[test]
fn a_use_is_seen_however_it_is_written() {
    assert!(uses("use crate::{a::B, store::Store};", "store"));
    assert!(uses("crate::store::open()", "store"));
    assert!(!uses("use crate::{a::{store}, b};", "store"));
    assert!(!uses("use crate::stored;", "store"));
}
