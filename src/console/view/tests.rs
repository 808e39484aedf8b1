//! Drawing never panics, and what is chosen can be seen.

use chrono::NaiveDate;
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::*;
use crate::console::app::key;
use crate::console::app::overlay::{Choice, Confirm, Field, Form, Input, Overlay, Pick, Text};
use crate::console::app::settings::{SymbolSet, ThemeName};
use crate::console::app::{About, Effect, Keymap, Message, Screen, update};

fn model() -> Model {
    let about = About {
        file: "samples \u{202e}\u{1b}[31m \u{6f22}\u{5b57}.sqlite".into(),
        actor: "R. Reviewer".into(),
        edition: "2023".into(),
        today: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
        mark: Some(crate::console::app::Mark::Demo),
        keymap_file: "~/.config/docket/keymap.toml".into(),
    };
    Model::new(about, Keymap::default(), Settings::default())
}

fn overlays() -> Vec<Overlay> {
    let long = "A long sentence with \u{6f22}\u{5b57} and \u{202e} in it. ".repeat(8);
    let choices: Vec<Choice> =
        (0..40).map(|n| Choice { label: format!("choice {n}"), note: long.clone() }).collect();
    let fields = (0..12).map(|n| Field::new(format!("Field {n}"), &long).text(&long)).collect();
    vec![
        crate::console::app::overlay::Help::new(&model()).into(),
        crate::console::app::overlay::Palette::new(&model()).into(),
        Input::new("Why?", |_, _| Vec::<Effect>::new()).hint(&long).text(&long).into(),
        Confirm::new("Sure?", vec![long.clone(), String::new()], |_| Vec::new()).into(),
        Confirm::new("Sure?", vec![long.clone()], |_| Vec::new()).word("7").into(),
        Pick::new("Which?", choices, |_, _| Vec::new()).into(),
        Text::new("Read", vec![long; 30]).into(),
        Form::new("New", fields, |_, _| Vec::new()).into(),
    ]
}

fn drawn(model: &Model, width: u16, height: u16) -> Terminal<TestBackend> {
    let look = Look::new(&model.settings).unwrap();
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| draw(model, &look, frame)).unwrap();
    terminal
}

fn press(model: &mut Model, keys: &str) {
    for key in key::sequence(keys).unwrap() {
        update(model, Message::Key(key));
    }
}

proptest! {
    #[test]
    fn nothing_panics_at_any_size(
        width in 0_u16..=250,
        height in 0_u16..=80,
        screen in 0..Screen::ALL.len(),
        first in 0..8_usize,
        second in 0..8_usize,
        theme in 0..ThemeName::ALL.len(),
        symbols in 0..SymbolSet::ALL.len(),
        keys in prop::sample::select(vec!["g", "j", "x tab", "down down", "end home", "enter"]),
    ) {
        let mut model = model();
        model.screen = Screen::ALL[screen];
        model.settings.theme = ThemeName::ALL[theme];
        model.settings.symbols = SymbolSet::ALL[symbols];
        update(&mut model, Message::Resize { width, height });
        drawn(&model, width, height);
        model.overlays.push(overlays().swap_remove(first));
        press(&mut model, keys);
        drawn(&model, width, height);
        model.overlays.push(overlays().swap_remove(second));
        press(&mut model, keys);
        drawn(&model, width, height);
    }
}

#[test]
fn every_theme_draws_the_same_text() {
    let mut model = model();
    press(&mut model, ":");
    let mut texts: Vec<String> = Vec::new();
    for theme in ThemeName::ALL {
        model.settings.theme = *theme;
        texts.push(drawn(&model, 80, 24).backend().to_string());
    }
    texts.dedup();
    assert_eq!(texts.len(), 1);
}

#[test]
fn the_chosen_row_is_reversed_without_any_colour() {
    let mut model = model();
    model.settings.colour = false;
    model.settings.theme = ThemeName::Dark;
    press(&mut model, ": down");
    let terminal = drawn(&model, 80, 24);
    let styles = format!("{:?}", terminal.backend().buffer());
    assert!(!styles.contains("fg: Rgb") && !styles.contains("bg: Rgb"), "{styles}");
    let reversed = styles.lines().filter(|line| line.contains("modifier: REVERSED")).count();
    assert!(reversed >= 2, "the header and the chosen row: {styles}");
}

#[test]
fn the_footer_always_ends_with_the_palette_and_the_help() {
    for screen in Screen::ALL {
        let mut model = model();
        model.screen = *screen;
        for width in [40, 80, 120] {
            let text = drawn(&model, width, 12).backend().to_string();
            let last = text.lines().last().unwrap_or_default();
            assert!(last.contains(": palette  ? help"), "{screen} {width}: {last}");
        }
    }
}

#[test]
fn a_screen_that_is_too_small_says_so() {
    assert!(drawn(&model(), 39, 10).backend().to_string().contains("39x10 is too small."));
    assert!(drawn(&model(), 40, 9).backend().to_string().contains("docket needs 40x10."));
    assert!(!drawn(&model(), 40, 10).backend().to_string().contains("small"));
}

#[test]
fn text_from_outside_reaches_no_cell_raw() {
    let text = drawn(&model(), 200, 12).backend().to_string();
    assert!(text.contains("<U+202E>"), "{text}");
    assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'));
}
