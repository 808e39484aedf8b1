//! One of several is asked for.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;

use super::{WIDTH, inside, rows};
use crate::console::app::overlay::Pick;
use crate::console::view::Look;
use crate::console::view::widget::table::{self, Column};
use crate::console::view::widget::{entry, list, popup, text};

/// Rows for the note of the chosen one, where a note is longer than its column.
const NOTE: u16 = 2;

/// Draws the filter and what it leaves; a note that is cut is shown whole for the chosen one.
pub(super) fn draw(pick: &Pick, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let left: Vec<_> = pick.left().collect();
    let room = usize::from(inside(area)).saturating_sub(2);
    let longest = pick.choices.iter().map(|choice| text::width(&choice.label)).max().unwrap_or_default();
    let widths = table::widths(&[Column::Fixed(longest.min(room)), Column::Grow(1)], room);
    let column = widths.get(1).copied().unwrap_or_default();
    let cut = pick.choices.iter().any(|choice| text::width(&choice.note) > column);
    let notes = if cut { NOTE } else { 0 };
    let height = rows(pick.choices.len()).saturating_add(1).saturating_add(notes);
    let place = popup::centre(look, frame, area, &pick.title, (WIDTH, height));
    let notes = notes.min(place.height / 3);
    let [top, below, bottom] = place.layout(&Layout::vertical([
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(notes),
    ]));
    if pick.by_key {
        text::put(frame, top, "Press the letter.", look.theme.dim);
    } else {
        entry::draw(look, frame, top, "/ ", &pick.filter, true);
    }
    list::draw(look, frame, below, pick.cursor, true, |index| {
        left.get(index).map_or_else(Line::default, |(_, choice)| {
            let cells = [(choice.label.clone(), look.theme.text), (choice.note.clone(), look.theme.dim)];
            table::row(look, &widths, &cells)
        })
    });
    if let Some((_, choice)) = left.get(pick.cursor.at()) {
        text::paragraph(frame, bottom, &choice.note, look.theme.text);
    }
}
