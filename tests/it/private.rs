//! Everything private that a docket can hold, made at once: none of it is in what others get to see, and each of it is
//! where those who work with it look.

use chrono::{Local, Utc};
use docket::console::{
    app::{Keymap, Model, Present, Request, Settings},
    desk::Gallery,
};
use serde_json::json;

use crate::{
    driver::{Driver, about},
    place::Place,
};

/// What is private, and whether the internal minutes have it.
const PRIVATE: [(&str, bool); 17] = [
    // The requirement that was found not met, and what was said of it.
    ("FSP-E3-M2", true),
    ("justification-borage", true),
    ("text-lovage", false),
    ("presented-mallow", true),
    // People, and where they are found.
    ("Contact Sorrel", false),
    ("sorrel@private.example", false),
    ("Holder Tansy", false),
    ("private.example/tansy", false),
    ("rejection-hyssop", false),
    // Conflicts: whom somebody is tied to and why, and what the chair said.
    ("Employer-burdock", true),
    ("tie-vervain", false),
    ("waiver-teasel", true),
    // The meeting.
    ("pulled-henbane", true),
    ("minute-campion", true),
    ("correction-sedge", true),
    ("amended-orpine", true),
    ("note-comfrey", false),
];

fn run(place: &Place, arguments: &[&str]) -> String {
    let output = place.run(arguments);
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Three applications that the council has before it; much is known of the first.
fn reviewed() -> Place {
    let place = Place::new();
    let one = |reference: &str, name: &str| {
        json!({ "ref": reference, "program": "service-provider", "edition": "2023", "received": "2026-09-14",
            "organisation": { "name": name, "employees": 50 },
            "contact": { "name": "Contact Sorrel", "email": "sorrel@private.example" },
            "holders": [{ "name": "Holder Tansy", "credential": "focp", "badge": "https://private.example/tansy" }],
            "note": "note-comfrey of the applicant" })
    };
    let all = json!([one("a", "Alder"), one("b", "Birch"), one("c", "Cedar")]);
    let file = place.file("all.json", all.to_string());
    run(&place, &["import", &file]);
    run(&place, &["set", "a", "FSP-E3-M1", "met"]);
    let because = ["--because", "justification-borage", "--text", "text-lovage"];
    run(&place, &[&["set", "a", "FSP-E3-M2", "not-met"][..], &because].concat());
    run(&place, &["evidence", "a", "reject", "h1", "--because", "rejection-hyssop"]);
    run(&place, &["note", "a", "note-comfrey"]);
    for reference in ["a", "b", "c"] {
        run(&place, &["stage", reference, "in-review"]);
        let because = ["--because", "presented-mallow", "--presented-by", "Lea", "--role", "lead"];
        run(&place, &[&["stage", reference, "ready-for-tac"][..], &because].concat());
    }
    for holder in ["Amara", "Bastian", "Celine", "Dmitri"] {
        run(&place, &["seat", "add", holder, "--employer", "Employer-burdock"]);
    }
    for holder in ["Bastian", "Celine"] {
        let tie = ["--relation", "customer", "--because", "tie-vervain"];
        run(&place, &[&["conflict", "add", holder, "Alder"][..], &tie].concat());
    }
    let because = ["--because", "waiver-teasel", "--role", "chair"];
    run(&place, &[&["conflict", "waive", "a", "Bastian"][..], &because].concat());
    place
}

/// The first is put to the vote in a meeting.
fn voted(place: &Place) {
    for verb in [
        "meeting open 2026-11-24",
        "meeting in 1 2 3 4",
        "meeting agenda a b",
        "meeting consent a b",
        "meeting pull b --by 1 --because pulled-henbane",
        "meeting note a minute-campion",
        "meeting correct 4 --never --because correction-sedge",
        "ballot open a --motion approve",
        "vote a/1 1 for",
        "vote a/1 2 for",
        "vote a/1 3 recused",
    ] {
        run(place, &verb.split(' ').collect::<Vec<_>>());
    }
}

/// It is granted, the meeting ends, its minutes are amended; and another is voted on without a meeting.
fn ended(place: &Place) {
    for verb in [
        "ballot close a/1",
        "ballot declare a/1",
        "meeting adjourn",
        "minutes 2026-11-24 --amend Read --because amended-orpine",
        "ballot open c --motion approve --electronic --deadline 2099-01-01",
        "vote c/1 1 for",
        "ballot pull c/1 --by 2 --because pulled-henbane",
    ] {
        run(place, &verb.split(' ').collect::<Vec<_>>());
    }
}

#[track_caller]
fn none_in(what: &str, text: &str) {
    for (private, _) in PRIVATE {
        assert!(!text.contains(private), "{what} says {private}: {text}");
    }
    for word in ["NOT MET", "not-met"] {
        assert!(!text.contains(word), "{what} says {word}: {text}");
    }
}

#[test]
fn public_papers_have_nothing_private_and_internal_ones_what_they_are_for() {
    let place = reviewed();
    voted(&place);
    ended(&place);
    for named in ["2026-11-24", "c/1"] {
        for form in [&["--format", "md"][..], &["--format", "html"], &["--json"]] {
            none_in(named, &run(&place, &[&["minutes", named, "--public"], form].concat()));
        }
    }
    for form in ["md", "html", "csv", "json"] {
        none_in("the register", &run(&place, &["register", "--format", form]));
    }
    let internal = run(&place, &["minutes", "2026-11-24"]);
    for (private, shown) in PRIVATE {
        assert_eq!(internal.contains(private), shown, "{private} in {internal}");
    }
    assert!(internal.contains("**NOT MET**"), "{internal}");
    assert!(run(&place, &["minutes", "c/1"]).contains("pulled-henbane"));
    // What the minutes do not have is where people work with it.
    let whole = run(&place, &["show", "a", "--json"]) + &run(&place, &["evidence", "a"]);
    for kept in ["Contact Sorrel", "sorrel@private.example", "Holder Tansy", "text-lovage", "note-comfrey"] {
        assert!(whole.contains(kept), "{kept} in {whole}");
    }
    assert!(run(&place, &["conflict", "list", "--json"]).contains("tie-vervain"));
}

#[test]
fn the_shared_screen_has_nothing_private() {
    let place = reviewed();
    let mut gallery =
        Gallery::open(place.docket(), Box::new(|| (Utc::now(), Local::now().date_naive()))).unwrap();
    let mut model = Model::new(about(), Keymap::default(), Settings::default());
    model.present = Some(Present::default());
    let mut screen = Driver::with(model, move |request| gallery.answer(request));
    let mut look = |when: &str, seen: &str| {
        screen.ask(Request::Watch);
        for (width, height) in [(80, 24), (200, 50)] {
            screen.resize(width, height);
            for keys in ["1", "2", "3", "4", "] 2", "[ 1", "h", "h", "?", "esc"] {
                screen.press(keys);
                none_in(&format!("the screen {when} after {keys}"), &screen.screen());
            }
        }
        screen.press("1").see(seen);
    };
    run(&place, &["meeting", "plan", "2026-11-24"]);
    look("before the meeting", "2026-11-24");
    voted(&place);
    look("while a ballot is open", "Alder");
    run(&place, &["ballot", "close", "a/1"]);
    look("when it is closed", "CLOSED");
    run(&place, &["ballot", "declare", "a/1"]);
    look("when it is declared", "ADOPTED");
}
