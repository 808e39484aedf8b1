//! What the keys of Today, Queue, Register, Handbook and Journal do to a real docket.

use docket::{
    console::app::{Screen, screen::queue::View},
    record::{Change, RulesKind},
    review::{Ref, queue::Sort},
    samples,
    store::Store,
};

use crate::desks::console;
use crate::dockets::{act, day, docket, received};
use crate::driver::{Driver, about};

fn filled() -> Store {
    let mut store = docket();
    samples::load(&mut store, &about().actor, day(23)).unwrap();
    store
}

fn open() -> Driver {
    console(filled(), 120, 36)
}

/// A docket of so many received applications, `2026-0000` and on.
fn many(number: u32) -> Store {
    let mut store = docket();
    let change = |n: u32| received(&format!("2026-{n:04}"), &format!("Organisation {n:04}"));
    store.commit(&act(), (0..number).map(change).collect()).unwrap();
    store
}

#[test]
fn today_begins_with_what_is_late_and_opens_it() {
    let mut screen = open();
    screen.see("Next: Cindervale Analytics, Platform, 3 days late").press("enter");
    assert_eq!(screen.model().screen, Screen::Review);
    assert_eq!(screen.model().screens.review.open, Some(Ref::from("cindervale-platform")));
    screen.press("q");
    assert_eq!(screen.model().screen, Screen::Today);
}

#[test]
fn the_queue_follows_what_is_typed_and_gives_the_list_back() {
    let mut screen = open();
    screen.press("g q /").type_text("lumen").see("1 of 2").see("Lumenpath Academy");
    screen
        .press("esc")
        .see("1 of 15")
        .press("/")
        .type_text("QUILL")
        .press("enter")
        .see("/QUILL")
        .see("1 of 1");
    screen.press("esc").see("of 15");
    screen.press("/").type_text("nothing like it").see("No application matches.");
}

#[test]
fn views_and_orders_are_chosen_by_key() {
    let mut screen = open();
    screen.press("g q f").see("nobody assigned, not yet decided").press("down down enter").see("Mine");
    assert_eq!(screen.model().screens.queue.look.view, View::Mine);
    screen.see_no("Verdant Ops").press("s").see("by organisation").press("s s").see("by due date");
    assert_eq!(screen.model().screens.queue.look.sort, Sort::Due);
    screen.press("g g").see("Cindervale").press("esc").see("Open");
}

#[test]
fn the_cursor_stays_on_its_application_when_the_order_changes() {
    let mut screen = open();
    screen.press("g q j j j j");
    let chosen = |screen: &Driver| screen.model().screens.queue.chosen().map(|one| one.row.reference.clone());
    let before = chosen(&screen);
    screen.press("s");
    assert_eq!(chosen(&screen), before);
}

#[test]
fn marked_applications_are_assigned_together_and_undone_together() {
    let mut screen = console(many(5), 120, 36);
    screen.press("g q space space").see("2 marked").press("A").see("Assign 2 applications");
    screen.press("enter").type_text("+7").press("enter").see("u undoes").see_no("2 marked");
    screen.press("f down down enter").see("1 of 2").see("in 7 days").press("u").see("undone:");
    screen.see("No application is in this view.");
}

#[test]
fn a_wrong_day_is_not_taken() {
    let mut screen = console(many(1), 120, 36);
    screen.press("g q A enter").type_text("soon").press("enter").see("`soon` is no day");
    assert!(screen.model().screens.queue.chosen().is_some_and(|one| one.row.due.is_none()));
}

#[test]
fn a_long_queue_is_read_where_one_looks() {
    let mut screen = console(many(2_000), 120, 24);
    screen.press("g q").see("Organisation 0000").see("1 of 2000");
    let read =
        |screen: &Driver| screen.model().screens.queue.loaded.as_ref().map_or(0, |loaded| loaded.rows.len());
    assert!(read(&screen) < 500);
    screen.press("G").see("Organisation 1999").see("2000 of 2000").press("g g").see("Organisation 0000");
    for _ in 0..60 {
        screen.press("ctrl-d");
    }
    screen.see("Organisation 0600");
    assert!(read(&screen) < 500);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test makes the file that is imported")]
fn a_file_is_imported_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("two.json");
    let one = |name: &str| {
        format!(r#"{{"program":"platform","edition":"2023","organisation":{{"name":"{name}"}}}}"#)
    };
    std::fs::write(&file, format!("[{},{}]", one("Alder"), one("Birch"))).unwrap();
    let broken = folder.path().join("broken.json");
    std::fs::write(&broken, format!("[{},{{}}]", one("Cedar"))).unwrap();
    let mut screen = console(docket(), 120, 36);
    screen.press("enter").type_text(broken.to_str().unwrap()).press("enter enter").see("Not done");
    screen.see("This docket is empty").see("broken.json").press("ctrl-u").type_text(file.to_str().unwrap());
    screen.press("enter enter").see("2 applications queued");
    screen.press("g t :").type_text("import").press("enter").type_text(file.to_str().unwrap());
    screen.press("enter enter").see("0 applications queued; 2 known already");
    screen.press("g t :").type_text("import").press("enter").type_text("/no/such/file").press("enter enter");
    screen.see("check the path").see("/no/such/file");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test makes the files that are imported")]
fn a_file_of_others_columns_is_imported_by_a_mapping() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("members.csv");
    std::fs::write(&file, "who,asks\nAlder,platform\nBirch,\n").unwrap();
    let mapping = folder.path().join("own.toml");
    let text = "id = \"own\"\ntitle = \"Ours\"\nedition = \"2023\"\nleft_out = \"asks for nothing\"\n\
        [[programs]]\ncolumn = \"asks\"\nvalues = { platform = \"platform\" }\n\
        [[feeds]]\ncolumn = \"who\"\nto = [\"organisation.name\"]\n";
    std::fs::write(&mapping, text).unwrap();
    let mut screen = console(docket(), 120, 36);
    screen.press("enter").type_text(file.to_str().unwrap()).press("enter").see("vendor-profile");
    screen.type_text("no-such").press("enter").see("shipped: vendor-profile").see("no-such");
    screen.press("ctrl-u").type_text(mapping.to_str().unwrap()).press("enter");
    screen.see("1 application queued; 1 row left out by the mapping");
}

#[test]
fn the_samples_fill_an_empty_docket() {
    let mut screen = console(docket(), 120, 36);
    screen.press("G enter").see("the samples are loaded").see("Mine, by due date").see("Cindervale");
}

#[test]
fn the_journal_marks_what_was_taken_back_and_verifies() {
    let mut screen = console(many(2), 120, 36);
    screen
        .press("g q A enter enter u g j")
        .see("undo: ")
        .see("undone: ")
        .press("enter")
        .see("takes an earlier change back");
    screen.press("esc v").see("Verified: nothing is wrong").see("Fingerprint");
}

#[test]
fn the_register_opens_the_application_behind_a_certification() {
    let mut screen = open();
    screen.press("g r").see("expires in 60 days").press("/").type_text("lantern").press("enter enter");
    assert_eq!(screen.model().screens.review.open, Some(Ref::from("lanternworks-service")));
}

#[test]
fn the_handbook_finds_rules_and_says_how_sure_they_are() {
    let mut screen = open();
    screen.press("g h /").type_text("most domains").see("PLT-E3-M1").see("assumed").press("esc");
    screen.press("/").type_text("recusal").press("enter").see("What the rules leave open").press("esc");
    screen.press("f").type_text("people").press("enter").see("one Professional counts for 5");
}

#[test]
fn a_hostile_name_is_shown_and_does_nothing() {
    let mut store = docket();
    store.commit(&act(), vec![received("2026-0001", "A\u{1b}[31m\u{202e}\u{0}\nB")]).unwrap();
    let mut screen = console(store, 120, 36);
    for keys in ["g t", "g q", "g j", "g r", "g h"] {
        let text = screen.press(keys).screen();
        assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}') && !text.contains('\u{0}'), "{keys}");
    }
    screen.press("g q").see("<U+202E>");
}

#[test]
fn no_screen_minds_any_size() {
    let mut screen = open();
    for keys in ["g t", "g q", "g r", "g h", "g j"] {
        screen.press(keys);
        for (width, height) in
            [(0, 0), (1, 1), (39, 9), (40, 10), (41, 11), (60, 12), (66, 18), (109, 19), (110, 20), (250, 80)]
        {
            screen.resize(width, height).press("j G g g");
        }
    }
}

#[test]
fn somebody_else_s_change_is_seen_at_the_next_look() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("docket.sqlite");
    let open = |access| Store::open(&path, access, docket::store::StoreEnv::system(None)).unwrap();
    let mut other = open(docket::store::Access::Create);
    let change = |n: u32| -> Change { received(&format!("2026-{n:04}"), "Somebody") };
    other.commit(&act(), vec![change(1)]).unwrap();
    let mut screen = console(open(docket::store::Access::Write), 120, 36);
    screen.press("g q").see("1 of 1");
    other.commit(&act(), vec![change(2)]).unwrap();
    screen.watch().see("1 of 2");
}

#[test]
fn the_handbook_offers_another_edition_only_where_there_is_one() {
    let mut screen = open();
    screen.press("g h").see_no("E edition").press("E").see("does nothing here").see_no("Read which");
    let mut store = filled();
    let text = docket::rules::shipped::edition_text(&"2023".into()).unwrap();
    let text = text.replacen("id = \"2023\"", "id = \"own\"", 1);
    let taken = Change::RulesTaken { kind: RulesKind::Edition, id: "own".to_owned(), text };
    store.commit(&act(), vec![taken]).unwrap();
    let mut screen = console(store, 120, 36);
    screen.press("g h").see("E edition").see("edition 2023").press("E").see("in use").type_text("own");
    screen.press("enter").see("edition own").see_no("edition 2023").press("g q").see("edition 2023");
    screen.press("g h").see("edition own");
}
