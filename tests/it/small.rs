//! The smallest screen: the question, its keys and the edition can always be read.

use docket::{
    console::app::{Keymap, Mark, Model, Reply, Settings, overlay::Text, settings::SymbolSet},
    samples,
};

use crate::desks::console;
use crate::dockets::{act, day, docket, received};
use crate::driver::{Driver, about};

fn open(width: u16, height: u16) -> Driver {
    let mut store = docket();
    samples::load(&mut store, "R. Reviewer", day(23)).unwrap();
    console(store, width, height)
}

#[test]
fn a_long_question_can_be_read_to_its_end_with_its_keys_in_sight() {
    let mut screen = open(120, 36);
    screen.press("g q /").type_text("cindervale-platform").press("enter enter").resize(40, 10).press(".");
    screen.see("Confirm 5 computed").see("y yes   n no").see("PLT-E3-M1 met").see("\u{2193}");
    screen
        .press("G")
        .see("y yes   n no")
        .see_no("PLT-E3-M1 met")
        .see("\u{2191}")
        .press("g g")
        .see("PLT-E3-M1");
    screen.press("y").see("u undoes");
}

#[test]
fn a_long_text_can_be_read_to_its_end() {
    let mut model = Model::new(about(), Keymap::default(), Settings::default());
    let words = (0..90).map(|n| format!("word{n:02}")).collect::<Vec<_>>().join(" ");
    model.open(Text::new("One paragraph", vec![words]));
    let mut screen = Driver::with(model, |_| Reply::Nothing);
    screen.resize(40, 10).see("word00").see("esc leave").press("G").see("word89").press("k").see_no("word89");
    screen
        .press("j")
        .see("word89")
        .press("ctrl-u ctrl-u ctrl-u ctrl-u ctrl-u ctrl-u ctrl-u ctrl-u")
        .see("word00");
    screen.press("esc").see_no("One paragraph");
}

#[test]
fn the_edition_and_the_mark_are_whole_in_every_header() {
    for mark in [None, Some(Mark::Demo), Some(Mark::Rehearsal)] {
        let about = docket::console::app::About { mark, ..about() };
        let mut screen =
            Driver::with(Model::new(about, Keymap::default(), Settings::default()), |_| Reply::Nothing);
        screen.resize(40, 10);
        for keys in ["g t", "g q", "g m", "g r", "g h", "g j"] {
            screen.press(keys).see("edition 2023");
            if let Some(mark) = mark {
                screen.see(&mark.as_str().to_uppercase());
            }
        }
    }
}

#[test]
fn the_keys_of_a_screen_come_before_those_that_are_everywhere() {
    let mut screen = open(40, 10);
    screen.press("g q enter").see("m met").see("n not met").see("S stage").see("? help");
}

#[test]
fn marks_are_ascii_where_the_symbols_are() {
    let mut store = docket();
    store.commit(&act(), vec![received("2026-0001", "A\u{1b}[31m\u{301}B")]).unwrap();
    let settings = Settings { symbols: SymbolSet::Ascii, ..Settings::default() };
    let mut desk = docket::console::desk::Desk::new(store, "R. Reviewer", Box::new(|| (act().at, day(23))));
    let model = Model::new(about(), Keymap::default(), settings);
    let mut screen = Driver::with(model, move |request| desk.answer(request));
    screen.press("g q").see("A^[31m");
    assert!(!screen.screen().contains('\u{241b}'), "{}", screen.screen());
}
