//! P5: live numbers are provisional; only a declared result says adopted.

use super::scene::{At, console, raw, run, scene};
use crate::place::Place;

/// Words that only a declared result may say.
const RESULTS: [&str; 4] = ["adopted", "**granted", "granted from", "no decision"];

/// Every verb that says something of the ballot or of its application.
const VERBS: [&str; 13] = [
    "ballot show 2026-0001/1",
    "meeting show",
    "meeting list",
    "show 2026-0001",
    "list",
    "history 2026-0001",
    "packet 2026-0001",
    "minutes 2026-11-24",
    "minutes 2026-11-24 --public",
    "minutes 2026-11-24 --format html",
    "decision 2026-0001",
    "decision 2026-0001 --format html",
    "packet --meeting 2026-11-24",
];

/// What a verb prints, for people and as JSON.
fn said(place: &Place, verb: &str) -> [String; 2] {
    let words: Vec<&str> = verb.split(' ').collect();
    let plain = place.run(&words);
    assert!(plain.status.success(), "{verb}: {plain:?}");
    let json = run(place, verb).to_string();
    // Fields that will say it, and do not yet.
    let json = json.replace("\"adopted\":null", "").replace("\"granted\":null", "");
    [String::from_utf8(plain.stdout).unwrap(), json]
}

/// The first line of `text` that gives a result away. The texts of the rules, which say what adopted means, are none.
fn gives_away(text: &str) -> Option<&str> {
    let says = |line: &&str| {
        let line = line.replace("so the motion is not adopted", "").to_lowercase();
        RESULTS.iter().any(|word| line.contains(word))
    };
    text.lines().find(says)
}

#[test]
fn p5_no_verb_says_a_result_before_it_is_declared() {
    for at in [At::Open, At::Closed] {
        let place = scene(at);
        if matches!(at, At::Open) {
            run(&place, "vote 2026-0001/1 5 for");
        }
        for verb in VERBS {
            let [plain, json] = said(&place, verb);
            assert_eq!(gives_away(&plain), None, "{verb}");
            if !verb.starts_with("decision") {
                assert_eq!(gives_away(&json).map(|_| &json), None, "{verb} --json");
            }
        }
        assert_eq!(run(&place, "register"), serde_json::json!([]));
        let [plain, _] = said(&place, "minutes 2026-11-24");
        assert!(plain.contains("rovisional"), "{plain}");
        assert_eq!(run(&place, "decision 2026-0001")["decision"]["vote"]["outcome"], serde_json::Value::Null);
    }
    let place = scene(At::Declared);
    for verb in ["ballot show 2026-0001/1", "meeting show", "minutes 2026-11-24", "decision 2026-0001"] {
        assert!(said(&place, verb).iter().all(|said| said.contains("adopted")), "{verb}");
    }
}

#[test]
fn p5_no_screen_of_the_console_says_a_result_before_it_is_declared() {
    for (at, mark) in [(At::Open, "PROVISIONAL"), (At::Closed, "NOT DECLARED")] {
        let place = scene(at);
        let mut screen = console(&place);
        screen.press("g m enter enter");
        for (width, height) in [(200, 50), (120, 36), (80, 24), (40, 10)] {
            screen.resize(width, height);
            assert!(screen.screen().to_uppercase().contains(mark), "{width}x{height}:\n{}", screen.screen());
            for keys in ["j", "k", "tab", "esc", "g t", "g q", "g j", "g m", "enter", "enter"] {
                screen.press(keys).see_no("dopted").see_no("ADOPTED").see_no("certified from");
            }
        }
    }
}

#[test]
fn p5_the_file_itself_says_no_result_before_it_is_declared() {
    for at in [At::Open, At::Closed] {
        let place = scene(at);
        let outcome: Option<String> =
            raw(&place).query_row("SELECT outcome FROM decision", [], |row| row.get(0)).unwrap();
        assert_eq!(outcome, None);
        let outcomes: u32 =
            raw(&place).query_row("SELECT count(outcome) FROM vote", [], |row| row.get(0)).unwrap();
        assert_eq!(outcomes, 0);
    }
}

/// One process votes while another looks: what it sees is provisional until the declaration.
#[test]
fn p5_a_second_process_sees_provisional_figures_until_the_declaration() {
    let place = scene(At::Open);
    let mut screen = console(&place);
    screen.press("g m enter enter").see("BALLOT OPEN").see("2 for");
    run(&place, "vote 2026-0001/1 5 for");
    screen.watch().see("3 for").see_no("dopted");
    run(&place, "ballot close 2026-0001/1");
    screen.watch().see("CLOSED, NOT DECLARED").see_no("dopted").see_no("ADOPTED");
    run(&place, "ballot declare 2026-0001/1");
    screen.watch().see("ADOPTED");
}
