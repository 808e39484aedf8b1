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
use crate::console::app::cursor::Cursor;
use crate::console::app::model::Model;
use crate::console::app::overlay::reading::{self, WIDTH};
use crate::console::app::overlay::{self, Overlay};

/// Columns of a box that lists what can be done, a line each.
const LISTED: u16 = 104;

/// Draws one of them over `area`.
pub(super) fn draw(overlay: &Overlay, model: &Model, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    match overlay {
        Overlay::Help(help) => help::draw(help, model, look, frame, area),
        Overlay::Palette(palette) => palette::draw(palette, model, look, frame, area),
        Overlay::Input(input) => prompt::input(input, look, frame, area),
        Overlay::Confirm(confirm) => prompt::confirm(confirm, model, look, frame, area),
        Overlay::Pick(pick) => choice::draw(pick, look, frame, area),
        Overlay::Text(text) => read(text, look, frame, area),
        Overlay::Letter(letter) => {
            let shown = overlay::Text { title: letter.title(), lines: letter.lines(), cursor: letter.cursor };
            read(&shown, look, frame, area);
        }
        Overlay::Form(form) => form::draw(form, look, frame, area),
        Overlay::Find(find) => prompt::find(find, look, frame, area),
        Overlay::Count(_) => {}
    }
}

/// The width inside a box in `area`.
fn inside(area: Rect) -> u16 {
    reading::inside(area.width)
}

/// How many of something fit on a screen.
fn rows(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// A text to read, from the row that it was scrolled to.
fn read(shown: &overlay::Text, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let lines = reading::broken(&shown.lines, inside(area));
    let place = popup::centre(look, frame, area, &shown.title, (WIDTH, rows(lines.len())));
    scrolled(look, frame, place, &lines, shown.cursor);
}

/// Lines from the one that `cursor` is on, as far as they fill the place; says where there are more.
fn scrolled(look: &Look, frame: &mut Frame<'_>, place: Rect, lines: &[String], cursor: Cursor) {
    let height = usize::from(place.height);
    let top = cursor.at().min(lines.len().saturating_sub(height));
    for (line, row) in lines.iter().skip(top).zip(place.rows()) {
        text::put(frame, row, line, look.theme.text);
    }
    // In the border's gap beside the text, so that nothing of it is hidden.
    let beside = Rect { x: place.right(), width: 1, ..place }.intersection(frame.area());
    let more = |there: bool, row: Option<Rect>, symbol: &str, frame: &mut Frame<'_>| {
        if let Some(row) = row.filter(|_| there) {
            text::put(frame, row, symbol, look.theme.warn);
        }
    };
    more(top > 0, beside.rows().next(), &look.symbols.more_above, frame);
    more(top + height < lines.len(), beside.rows().next_back(), &look.symbols.more_below, frame);
}
