//! `docket tally` from the outside: its JSON form, its plain form and its exit statuses.

use std::process::{Command, Output};

use assert_cmd::cargo::CommandCargoExt;
use serde_json::{Value, json};

fn docket(arguments: &str) -> Output {
    Command::cargo_bin("docket").unwrap().args(arguments.split_whitespace()).output().unwrap()
}

fn tally(arguments: &str) -> Value {
    let output = docket(&format!("tally --json {arguments}"));
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(output.stderr.is_empty(), "{output:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The message of a use that must end with exit status 2.
fn refused(arguments: &str) -> String {
    let output = docket(arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments}: {output:?}");
    assert!(output.stdout.is_empty(), "{arguments}: {output:?}");
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn the_json_form_is_the_contract() {
    let expected = json!({
        "quorum": { "needed": 8, "present": 9, "met": true },
        "readings": [
            { "base": "attendance", "of": 9, "needed": 5, "for": 4, "adopted": false },
            { "base": "unrecused", "of": 7, "needed": 4, "for": 4, "adopted": true },
            { "base": "cast", "of": 6, "needed": 4, "for": 4, "adopted": true },
        ],
        "agree": false,
        "outcome": "needs-ruling",
    });
    assert_eq!(tally("--members 15 --present 9 --for 4 --against 2 --abstain 1 --recused 2"), expected);
}

#[test]
fn a_ruling_puts_one_reading_in_force() {
    let outcome = |ruling: &str| {
        tally(&format!("--members 15 --present 8 --recused 8 --ruling {ruling}"))["outcome"].clone()
    };
    assert_eq!(outcome("attendance"), "not-adopted");
    assert_eq!(outcome("unrecused"), "no-decision");
    assert_eq!(outcome("cast"), "no-decision");
}

#[test]
fn an_electronic_vote_has_one_base_and_no_quorum() {
    let expected = json!({
        "quorum": null,
        "readings": [{ "base": "members", "of": 15, "needed": 8, "for": 7, "adopted": false }],
        "agree": true,
        "outcome": "not-adopted",
    });
    assert_eq!(tally("--mode electronic --members 15 --present 99 --for 7"), expected);
}

#[test]
fn two_thirds_at_a_meeting_need_the_quorum_too() {
    let at = |arguments: &str| tally(&format!("--threshold two-thirds-of-members --members 15 {arguments}"));
    assert_eq!(at("--present 10 --for 10")["outcome"], "adopted");
    let short = at("--present 7 --for 7");
    assert_eq!(short["outcome"], "no-decision");
    assert_eq!(
        short["readings"],
        json!([{ "base": "members", "of": 15, "needed": 10, "for": 7, "adopted": null }])
    );
}

#[test]
fn the_global_json_may_stand_before_the_verb() {
    let output = docket("--json tally --members 1 --present 1 --for 1");
    let tally: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(tally["outcome"], "adopted");
}

#[test]
fn the_plain_form_names_quorum_readings_and_outcome() {
    let output = docket("tally --members 15 --present 8 --for 4 --abstain 4");
    let expected = "\
quorum      met: 8 present, 8 needed
attendance  not-adopted: 4 for of 8, 5 needed
unrecused   not-adopted: 4 for of 8, 5 needed
cast        adopted: 4 for of 4, 3 needed
outcome     needs-ruling: the readings differ; name the one in force with --ruling
";
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
}

#[test]
fn check_answers_with_the_exit_status_and_says_nothing_more() {
    let check = |arguments: &str| {
        let output = docket(&format!("tally --check --members 3 --present 3 {arguments}"));
        assert!(!output.stdout.is_empty() && output.stderr.is_empty(), "{output:?}");
        output.status.code()
    };
    assert_eq!(check("--for 2"), Some(0));
    assert_eq!(check("--for 1 --against 2"), Some(1));
    assert_eq!(check("--for 1"), Some(1), "the readings differ");
}

#[test]
fn a_split_that_cannot_be_ends_with_2() {
    for (arguments, says) in [
        ("tally --members 0", "at least 1 member"),
        ("tally --members 5 --present 6", "6 present of 5 members"),
        ("tally --members 5 --present 2 --for 3", "3 positions of 2 present"),
        ("tally --members 5 --mode electronic --for 6", "6 positions of 5 members"),
        ("tally --members 5 --mode electronic --ruling cast", "leave the ruling out"),
        ("tally --members 5 --threshold two-thirds-of-members --ruling cast", "leave the ruling out"),
        ("tally --members 4294967295 --present 4294967295 --for 4294967295 --against 1", "4294967296"),
    ] {
        let message = refused(arguments);
        assert!(message.contains(says), "{arguments}: {message}");
        assert_eq!(message.lines().count(), 1, "{message}");
    }
}

#[test]
fn wrong_use_ends_with_2() {
    for arguments in [
        "",
        "unheard-of",
        "tally",
        "tally --members 4294967296",
        "tally --members -1",
        "tally --members 1.5",
        "tally --members 5 --mode post",
        "tally --members 5 --ruling members",
        "tally --members 5 --threshold 2/3",
    ] {
        assert!(!refused(arguments).is_empty(), "{arguments}");
    }
    let hostile = refused("tally --members \u{1b}[31m\u{9b}\u{202e}x");
    assert!(hostile.contains("<U+009B><U+202E>x") && !hostile.contains('\u{1b}'), "{hostile}");
}

#[test]
fn help_and_version_end_with_0() {
    for arguments in ["--help", "--version", "tally --help"] {
        let output = docket(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments}");
        assert!(!output.stdout.is_empty() && output.stderr.is_empty(), "{arguments}: {output:?}");
    }
}

#[test]
fn a_closed_pipe_is_silent_and_keeps_the_exit_status() {
    for (arguments, status) in [("--members 3 --present 3 --for 2", 0), ("--check --members 3", 1)] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = Command::cargo_bin("docket")
            .unwrap()
            .arg("tally")
            .args(arguments.split_whitespace())
            .stdout(writer)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(status));
        assert!(output.stderr.is_empty(), "{output:?}");
    }
}
