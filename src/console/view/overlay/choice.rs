//! One of several is asked for.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::{WIDTH, rows};
use crate::console::app::overlay::Pick;
use crate::console::view::Look;
use crate::console::view::widget::table::{self, Column};
use crate::console::view::widget::{entry, list, popup};

/// Draws the filter and what it leaves.
pub(super) fn draw(pick: &Pick, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let left: Vec<_> = pick.left().collect();
    let height = rows(pick.choices.len()).saturating_add(1);
    let place = popup::centre(look, frame, area, &pick.title, (WIDTH, height));
    let Some(top) = place.rows().next() else { return };
    entry::draw(look, frame, top, "/ ", &pick.filter, true);
    let below = Rect { y: place.y.saturating_add(1), height: place.height.saturating_sub(1), ..place };
    let longest = left.iter().map(|(_, choice)| choice.label.chars().count()).max().unwrap_or_default();
    let room = usize::from(below.width.saturating_sub(2));
    let widths = table::widths(&[Column::Fixed(longest.min(room)), Column::Grow(1)], room);
    list::draw(look, frame, below, pick.cursor, true, |index| {
        left.get(index).map_or_else(Line::default, |(_, choice)| {
            let cells = [(choice.label.clone(), look.theme.text), (choice.note.clone(), look.theme.dim)];
            table::row(look, &widths, &cells)
        })
    });
}
