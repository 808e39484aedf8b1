//! The keymap: what is shipped, and what a person's own file may say.

use super::*;

fn meaning(keymap: &Keymap, scopes: &[Scope], keys: &str) -> &'static str {
    match keymap.find(scopes, &key::sequence(keys).unwrap()) {
        Found::Command(command) => command.id,
        Found::Prefix => "prefix",
        Found::Nothing => "nothing",
    }
}

#[test]
fn the_shipped_keymap_is_without_a_problem() {
    assert_eq!(Keymap::load(None).1, []);
}

#[test]
fn every_shipped_prefix_has_a_name() {
    let keymap = Keymap::default();
    for binding in keymap.bindings.iter().filter(|binding| binding.keys.len() > 1) {
        let prefix = &binding.keys[..binding.keys.len() - 1];
        assert!(keymap.prefix_name(prefix).is_some(), "{}", key::show(prefix));
    }
}

#[test]
fn keys_in_a_row_are_found_across_scopes() {
    let keymap = Keymap::default();
    let scopes = [Scope::Queue, Scope::Move, Scope::Everywhere];
    assert_eq!(meaning(&keymap, &scopes, "g"), "prefix");
    assert_eq!(meaning(&keymap, &scopes, "g g"), "move.first");
    assert_eq!(meaning(&keymap, &scopes, "g q"), "everywhere.queue");
    assert_eq!(meaning(&keymap, &scopes, "g z"), "nothing");
    let rows = keymap.following(&scopes, &key::sequence("g").unwrap());
    assert!(rows.iter().any(|(rest, command)| rest == "t" && command.id == "everywhere.today"));
}

#[test]
fn a_persons_own_keys_win() {
    let own = "[move]\ndown = [\"n\", \"ctrl-n\"]\nup = []\n[everywhere]\ntoday = [\"?\"]\n";
    let (keymap, problems) = Keymap::load(Some(own));
    assert_eq!(problems, []);
    let scopes = [Scope::Move, Scope::Everywhere];
    assert_eq!(meaning(&keymap, &scopes, "n"), "move.down");
    assert_eq!(meaning(&keymap, &scopes, "j"), "nothing");
    assert_eq!(meaning(&keymap, &scopes, "k"), "nothing");
    assert_eq!(
        meaning(&keymap, &scopes, "?"),
        "everywhere.today",
        "a key taken over runs the new command alone"
    );
    assert_eq!(keymap.keys("everywhere.help"), "f1");
    assert_eq!(keymap.keys("move.up"), "");
}

#[test]
fn what_is_wrong_is_named_with_its_line_and_the_rest_still_works() {
    let own =
        "[move]\ndown = [\"x\"]\nsideways = [\"s\"]\nup = [\"x\", \"hyper-k\", \"w\"]\n[nowhere]\na = []\n";
    let (keymap, problems) = Keymap::load(Some(own));
    let lines: Vec<usize> = problems.iter().map(|problem| problem.line).collect();
    assert_eq!(lines, [3, 4, 4, 5], "{problems:?}");
    assert_eq!(meaning(&keymap, &[Scope::Move], "x"), "move.down");
    assert_eq!(meaning(&keymap, &[Scope::Move], "w"), "move.up");
    let (keymap, problems) = Keymap::load(Some("[move\ndown = \"x\"\n"));
    assert!(!problems.is_empty());
    assert_eq!(meaning(&keymap, &[Scope::Everywhere], "?"), "everywhere.help");
}
