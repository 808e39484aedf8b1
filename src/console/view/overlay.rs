//! Draws what lies over a screen.

mod choice;
mod form;
mod help;
mod palette;
mod prompt;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::Look;
use super::widget::{popup, text};
use crate::console::app::model::Model;
use crate::console::app::overlay::{self, Overlay};

/// Columns of a box that holds text.
const WIDTH: u16 = 72;

/// Draws one of them over `area`.
pub(super) fn draw(overlay: &Overlay, model: &Model, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    match overlay {
        Overlay::Help(help) => help::draw(help, model, look, frame, area),
        Overlay::Palette(palette) => palette::draw(palette, model, look, frame, area),
        Overlay::Input(input) => prompt::input(input, look, frame, area),
        Overlay::Confirm(confirm) => prompt::confirm(confirm, model, look, frame, area),
        Overlay::Pick(pick) => choice::draw(pick, look, frame, area),
        Overlay::Text(text) => read(text, look, frame, area),
        Overlay::Form(form) => form::draw(form, look, frame, area),
        Overlay::Find(find) => prompt::find(find, look, frame, area),
        Overlay::Count(_) => {}
    }
}

/// The width inside a box in `area`.
fn inside(area: Rect) -> u16 {
    WIDTH.min(area.width.saturating_sub(4))
}

/// How many of something fit on a screen.
fn rows(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// A text to read: the cursor's line is kept in sight.
fn read(shown: &overlay::Text, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let lines = wrapped(&shown.lines, inside(area));
    let place = popup::centre(look, frame, area, &shown.title, (WIDTH, rows(lines.len())));
    let last = lines.len().saturating_sub(usize::from(place.height));
    let top = shown.cursor.at().min(last);
    for (line, row) in lines.iter().skip(top).zip(place.rows()) {
        text::put(frame, row, line, look.theme.text);
    }
}

/// Paragraphs broken to `width` columns.
fn wrapped(paragraphs: &[String], width: u16) -> Vec<String> {
    let broken = paragraphs.iter().map(|paragraph| text::wrap(paragraph, usize::from(width)));
    broken.flat_map(|lines| if lines.is_empty() { vec![String::new()] } else { lines }).collect()
}
