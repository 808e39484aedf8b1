//! Every verb that prints JSON prints what `docket schema` describes: the verbs are asked of the program itself.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::{fits::misfit, place::Place};

/// Verbs that print no JSON of the docket: consoles, and the schemas themselves.
const WITHOUT: [&str; 4] = ["demo", "present", "rehearse", "schema"];

/// A docket worked on with every verb, in this order, and the form of what each prints.
const STORY: &[(&str, &str)] = &[
    ("import FILE", "import"),
    ("list", "list"),
    ("show e", "show"),
    ("assess e", "assessment"),
    ("history e", "history"),
    ("assign e Lea", "done"),
    ("set p PLT-E3-M2 met", "done"),
    ("claim e overview-interview accept", "done"),
    ("evidence p list", "evidence"),
    ("evidence p accept h1", "done"),
    ("evidence p reset h1", "done"),
    ("evidence p reject h1 --because expired", "done"),
    ("evidence p add PLT-E3-O2 https://example.org/2", "done"),
    ("evidence s ask-demo", "done"),
    ("evidence s plan-demo -", "done"),
    ("evidence p demo 2026-10-01 --minutes 60 --passed", "done"),
    ("note p text", "done"),
    ("amend p organisation.employees 9", "done"),
    ("undo", "undone"),
    ("stage p in-review", "done"),
    ("stage p ready-for-tac --because asked --presented-by Lea --role lead", "done"),
    ("stage s in-review", "done"),
    ("stage s ready-for-tac --because asked --presented-by Lea --role lead", "done"),
    ("stage e in-review", "done"),
    ("stage e ready-for-tac --because asked --presented-by Lea --role lead", "done"),
    ("seat add Amara --employer Bluefield --chair", "seat"),
    ("seat add Bastian --employer Cobalt", "seat"),
    ("seat add Celine --employer Orchard", "seat"),
    ("seat add Dmitri --employer Ravel", "seat"),
    ("seat add Elif --employer Sable", "seat"),
    ("seat add Farid --employer Tonic", "seat"),
    ("seat change 4 --employer Other --from 2026-01-01", "done"),
    ("seat vacate 5 --on 2026-01-31", "done"),
    ("seat end 6 2026-01-31 --for-good", "done"),
    ("seat suspend 4 --because absent --from 2026-02-01", "done"),
    ("seat list", "seats"),
    ("seat reinstate 4 --on 2026-03-01", "done"),
    ("seat list --all", "seats"),
    ("seat count", "count"),
    ("conflict add Bastian Sorrel --relation customer", "done"),
    ("conflict add Celine Sorrel --relation paid", "done"),
    ("conflict list s", "conflicts"),
    ("conflict dismiss s Celine --because another --role chair", "done"),
    ("conflict waive s Bastian --because over --role chair", "done"),
    ("conflict list", "conflicts"),
    ("conflict end 1", "done"),
    ("meeting plan 2026-11-24", "named"),
    ("meeting open 2026-11-24", "named"),
    ("meeting in 1 2 3", "done"),
    ("meeting out 3", "done"),
    ("meeting agenda s p", "done"),
    ("meeting agenda", "agenda"),
    ("meeting consent s p", "done"),
    ("meeting pull p --by 1", "done"),
    ("meeting consent", "consent"),
    ("meeting item Other", "done"),
    ("meeting move 3 up", "done"),
    ("meeting note s said", "done"),
    ("meeting action s do --owner Lea", "done"),
    ("meeting unnote 1", "done"),
    ("meeting drop 2", "done"),
    ("meeting correct 3 --never --because slip", "done"),
    ("seat stand-in 4 Ulla --employer Ravel", "done"),
    ("seat return 4", "done"),
    ("ruling reading unrecused --because asked --role chair", "done"),
    ("ruling stand-ins vote --because asked --role chair", "done"),
    ("ruling validity 24 --because asked --role chair", "done"),
    ("ruling head-count applies --because asked --role chair", "done"),
    ("ruling list", "rulings"),
    ("packet --meeting 2026-11-24", "packet"),
    ("ballot open s --motion approve-with-conditions --condition Link|Sorrel|2027-03-01", "opened"),
    ("ballot list", "ballots"),
    ("vote s/1 1 for", "done"),
    ("vote s/1 2 against", "done"),
    ("vote s/1 2 for --slip", "done"),
    ("meeting in 3", "done"),
    ("ballot join s/1 3 no", "done"),
    ("ballot show s/1", "ballot"),
    ("ballot close s/1", "ballot"),
    ("ballot declare s/1", "ballot"),
    ("condition list", "conditions"),
    ("condition clear s/1 1 --evidence link", "done"),
    ("condition reopen s/1 1", "done"),
    ("meeting show", "meeting"),
    ("meeting adjourn", "ended"),
    ("meeting list", "meetings"),
    ("minutes 2026-11-24 --amend Read --because why", "done"),
    ("minutes 2026-11-24", "minutes"),
    ("minutes 2026-11-24 --public", "minutes"),
    ("decision s", "decision"),
    ("letter s", "letter"),
    ("letter p", "letter"),
    ("register", "register"),
    ("ballot open e --motion approve --electronic --deadline 2099-01-01", "opened"),
    ("vote e/1 1 for", "done"),
    ("minutes e/1", "minutes"),
    ("ballot pull e/1 --by 2 --because talk", "done"),
    ("decision e/1", "decision"),
    ("tally --members 15 --present 9 --for 4 --against 2 --abstain 1 --recused 2", "tally"),
    ("show s", "show"),
    ("export", "export"),
    ("verify", "verify"),
    ("editions", "editions"),
    ("editions 2023", "edition"),
];

fn prepared() -> (Place, String) {
    let place = Place::new();
    let one = |reference: &str, name: &str, program: &str| {
        json!({ "ref": reference, "program": program, "edition": "2023", "received": "2026-09-14",
            "organisation": { "name": name, "employees": 140, "parent": { "name": "Holding" } },
            "contact": { "name": "A. Person", "email": "a@example.org" },
            "credentials": { "focp": 20, "fcp": 3 },
            "holders": [{ "name": "B. Person", "credential": "focp", "issued": "2025-02-01" }],
            "evidence": [{ "requirement": "PLT-E3-O2", "url": "https://example.org/1" }],
            "features": [{ "name": "Alerts", "capabilities": ["Managing Anomalies", "unheard of"] }],
            "working_groups": [{ "name": "FOCUS", "attended": 9, "held": 16 }],
            "claims": [{ "activity": "overview-interview", "date": "2026-05-04" }] })
    };
    let all = json!([
        one("p", "Pine", "platform"),
        one("s", "Sorrel", "specialty-solution"),
        one("e", "Elm", "enterprise")
    ]);
    let file = place.file("all.json", all.to_string());
    (place, file)
}

/// The names in a part of a help page.
fn names(place: &Place, arguments: &[&str], heading: &str) -> Vec<String> {
    let output = place.run(&[arguments, &["--help"]].concat());
    let help = String::from_utf8(output.stdout).unwrap();
    let part = help.lines().skip_while(|line| *line != heading).skip(1).take_while(|line| !line.is_empty());
    let names = part.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    names
        .filter_map(|line| line.split_whitespace().next().map(str::to_owned))
        .filter(|name| name != "help")
        .collect()
}

/// Every verb of the program, with its own verbs.
fn verbs(place: &Place) -> BTreeSet<String> {
    let mut verbs = BTreeSet::new();
    for verb in names(place, &[], "Verbs:") {
        let own = names(place, &[&verb], "Commands:");
        match own.as_slice() {
            [] => verbs.extend([verb]),
            own => verbs.extend(own.iter().map(|name| format!("{verb} {name}"))),
        }
    }
    verbs
}

/// The verb that a line of the story is about: where two words name it, the second stands behind a ref for some.
fn verb_of(verbs: &BTreeSet<String>, line: &str) -> String {
    let words: Vec<&str> = line.split(' ').collect();
    let two = |at: usize| words.get(at).map(|word| format!("{} {word}", words[0]));
    let named = [two(1), two(2), Some(words[0].to_owned())].into_iter().flatten();
    named.into_iter().find(|verb| verbs.contains(verb)).unwrap_or_else(|| panic!("`{line}` names no verb"))
}

#[test]
fn every_verb_prints_what_its_schema_says() {
    let (place, file) = prepared();
    let verbs = verbs(&place);
    assert!(verbs.len() > 60, "{verbs:?}");
    let mut left: BTreeSet<String> =
        verbs.iter().filter(|verb| !WITHOUT.contains(&verb.as_str())).cloned().collect();
    let mut schemas: BTreeMap<&str, Value> = BTreeMap::new();
    let mut fit = |form: &'static str, line: &str, printed: &Value| {
        let schema = schemas.entry(form).or_insert_with(|| place.json(&["schema", form]));
        let misfit = misfit(schema, schema, printed);
        assert_eq!(misfit, None, "`{line}` as `{form}`: {printed:#}");
    };
    for (line, form) in STORY {
        let arguments: Vec<&str> =
            line.split(' ').map(|word| if word == "FILE" { &file } else { word }).collect();
        fit(form, line, &place.json(&arguments));
        left.remove(&verb_of(&verbs, line));
    }
    // An export is taken into an empty docket.
    let export = place.file("export.json", place.json(&["export"]).to_string());
    let other = Place::new();
    fit("loaded", "apply", &other.json(&["apply", &export]));
    left.remove("apply");
    assert!(left.is_empty(), "no form is checked of: {left:?}");
    // What is described is printed by some verb, or read by one.
    let known = place.json(&["schema"]);
    let known = known.as_array().unwrap().iter().map(|name| name.as_str().unwrap());
    let unused: Vec<&str> = known.filter(|name| !schemas.contains_key(name)).collect();
    assert_eq!(unused, ["application", "change"], "described and printed by no verb");
}

#[test]
fn a_value_that_does_not_fit_is_found() {
    let place = Place::new();
    let schema = place.json(&["schema", "tally"]);
    let tally = place.json(&["tally", "--members", "9", "--present", "9", "--for", "5"]);
    assert_eq!(misfit(&schema, &schema, &tally), None);
    for (pointer, wrong) in
        [("/agree", json!("yes")), ("/outcome", json!("perhaps")), ("/readings/0/of", json!(null))]
    {
        let mut tally = tally.clone();
        *tally.pointer_mut(pointer).unwrap() = wrong;
        assert!(misfit(&schema, &schema, &tally).is_some(), "{pointer}");
    }
    let mut less = tally.clone();
    less.as_object_mut().unwrap().remove("quorum");
    assert!(misfit(&schema, &schema, &less).unwrap().contains("`quorum` is missing"));
    let mut more = tally;
    more["extra"] = json!(1);
    assert!(misfit(&schema, &schema, &more).unwrap().contains("is not described"));
}
