//! Minutes from the draft to the amendment, and papers that are written from a copy for rehearsing.

use docket::{
    samples,
    store::{Access, Store, StoreEnv},
};
use serde_json::json;

use crate::{
    dockets::{act, day},
    place::Place,
};

/// The samples' meeting that was held two weeks before 2026-11-23, and the one that is planned for that day.
const HELD: &str = "2026-11-09";
const NEXT: &str = "2026-11-23";

fn place() -> Place {
    let place = Place::new();
    std::fs::create_dir_all(place.docket().parent().unwrap()).unwrap();
    let mut store = Store::open(&place.docket(), Access::Create, StoreEnv::system(None)).unwrap();
    samples::load(&mut store, "tester", day(23)).unwrap();
    place
}

#[test]
fn minutes_are_a_draft_then_approved_then_amended() {
    let place = place();
    let draft = place.printed(&["minutes", HELD]);
    assert!(draft.contains("DRAFT: not approved by the council yet"), "{draft}");
    assert!(place.wrong(&["minutes", HELD, "--approve"]).contains("no meeting is open"));
    let early = place.fails(1, &["minutes", HELD, "--approve", "--meeting", NEXT]);
    assert!(early.contains("was not called to order"), "{early}");
    place.json(&["minutes", HELD, "--amend", "Seat 3 left at 17:10.", "--because", "her own note"]);
    place.json(&["meeting", "open", NEXT]);
    let approved = place.json(&["minutes", HELD, "--approve"]);
    assert!(approved["changes"][0]["what"].as_str().unwrap().contains("approved by meeting 2026-11-23"));
    let again = place.fails(1, &["minutes", HELD, "--approve"]);
    assert!(again.contains("were approved by meeting 2026-11-23"), "{again}");

    let minutes = place.json(&["minutes", HELD]);
    assert_eq!(minutes["standing"], "approved");
    assert_eq!(minutes["approved"]["same_text"], true);
    assert_eq!(minutes["amendments"][0]["approved"], true);
    place.json(&[
        "minutes",
        HELD,
        "--amend",
        "9 for, not 8.",
        "--because",
        "counted again",
        "--meeting",
        NEXT,
    ]);
    let minutes = place.json(&["minutes", HELD]);
    assert_eq!((&minutes["standing"], &minutes["approved"]["same_text"]), (&json!("amended"), &json!(true)));
    let page = place.printed(&["minutes", HELD]);
    for said in [
        "AMENDED since",
        "APPROVED by the meeting of 2026-11-23",
        "AFTER THE APPROVAL",
        "Because: counted again",
    ] {
        assert!(page.contains(said), "{said} in {page}");
    }
    assert!(page.contains("8 for of 12 in attendance"), "the original is kept");
    assert!(place.printed(&["minutes", HELD, "--format", "html"]).contains("AMENDED since"));
    let public = place.printed(&["minutes", HELD, "--public"]);
    assert!(
        public.contains("9 for, not 8.") && !public.contains("counted again") && !public.contains("tester")
    );
    assert_eq!(place.json(&["verify"])["ok"], true);
}

#[test]
fn the_hash_of_the_approval_is_that_of_the_draft() {
    use sha2::{Digest as _, Sha256};
    let place = place();
    let draft = place.printed(&["minutes", HELD]);
    let hash = Sha256::digest(draft.as_bytes())
        .iter()
        .fold(String::new(), |hash, byte| hash + &format!("{byte:02x}"));
    place.json(&["meeting", "open", NEXT]);
    place.json(&["minutes", HELD, "--approve"]);
    assert_eq!(place.json(&["minutes", HELD])["approved"]["sha256"], hash);
}

#[test]
fn minutes_of_a_meeting_that_goes_on_are_neither_approved_nor_amended() {
    let place = place();
    place.json(&["meeting", "open", NEXT]);
    let open = place.fails(1, &["minutes", NEXT, "--approve"]);
    assert!(open.contains("adjourn it first"), "{open}");
    let open = place.fails(1, &["minutes", NEXT, "--amend", "x", "--because", "y"]);
    assert!(open.contains("adjourn it first"), "{open}");
    let empty = place.fails(2, &["minutes", HELD, "--amend", " ", "--because", "y"]);
    assert!(empty.contains("what it said, what it should say"), "{empty}");
    assert!(!place.wrong(&["minutes", HELD, "--amend", "x"]).is_empty());
}

/// Papers that are made from every docket.
const PAPERS: [&[&str]; 6] = [
    &["minutes", HELD],
    &["minutes", HELD, "--public"],
    &["packet", "--meeting", NEXT],
    &["decision", "lanternworks-service"],
    &["letter", "lanternworks-service", "--date", "2026-11-23"],
    &["register"],
];

#[test]
fn papers_of_a_rehearsal_say_so_in_every_form() {
    let place = place();
    let copy = place.path("copy.sqlite");
    drop(
        Store::open(&place.docket(), Access::Read, StoreEnv::system(None))
            .unwrap()
            .rehearse_at(&copy, &act())
            .unwrap(),
    );
    let file = copy.to_str().unwrap();
    for paper in PAPERS {
        for form in [&[][..], &["--format", "html"], &["--json"]] {
            let of = |file: &str| place.printed(&[paper, form, &["--file", file]].concat());
            let rehearsed = of(file).to_lowercase();
            assert!(rehearsed.contains("rehearsal"), "{paper:?} {form:?}: {rehearsed}");
            assert!(
                !of(place.docket().to_str().unwrap()).to_lowercase().contains("rehearsal"),
                "{paper:?} {form:?}"
            );
        }
    }
    let mail = ["letter", "lanternworks-service", "--format", "txt", "--file", file];
    assert!(place.printed(&mail).starts_with("Subject: REHEARSAL: "));
    let table = place.printed(&["register", "--format", "csv", "--file", file]);
    assert!(table.starts_with("REHEARSAL"), "{table}");
}

#[test]
fn the_same_file_gives_the_same_bytes() {
    let place = place();
    place.json(&["meeting", "open", NEXT]);
    place.json(&["minutes", HELD, "--approve"]);
    let copied = place.path("again.sqlite");
    std::fs::copy(place.docket(), &copied).unwrap();
    for paper in PAPERS {
        for form in [&[][..], &["--format", "html"], &["--json"]] {
            let of = |file: &str| place.printed(&[paper, form, &["--file", file]].concat());
            let first = of(place.docket().to_str().unwrap());
            assert_eq!(first, of(place.docket().to_str().unwrap()), "{paper:?} {form:?}");
            assert_eq!(first, of(copied.to_str().unwrap()), "{paper:?} {form:?} of a copy");
        }
    }
}
