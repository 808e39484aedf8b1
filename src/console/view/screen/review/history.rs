//! What happened so far: changes, notes, submissions, and what was not understood.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Scene, parts, split};
use crate::console::app::screen::review::{Pane, detail};
use crate::console::view::widget::table::{self, Column};
use crate::console::view::widget::{list, text};

/// Rows of the detail below the list.
const DETAIL: u16 = 4;

/// Draws the pane.
pub(super) fn draw(scene: Scene<'_>, frame: &mut Frame<'_>, area: Rect) {
    let look = scene.look;
    let (place, beside) = split::draw(look, frame, area, DETAIL);
    let columns = [Column::Fixed(16), Column::Fixed(6), Column::Fixed(12), Column::Grow(16)];
    let narrow = [Column::Fixed(10), Column::Fixed(6), Column::Fixed(0), Column::Grow(10)];
    let is_narrow = place.width < 56;
    let columns = if is_narrow { narrow } else { columns };
    let widths = table::widths(&columns, usize::from(place.width).saturating_sub(3));
    if scene.file.events.is_empty() {
        text::put(frame, place, " Nothing has happened yet.", look.theme.dim);
    }
    let cursor = scene.review.cursor(Pane::History);
    list::draw(look, frame, place, cursor, scene.focused, |at| {
        let Some(event) = scene.file.events.get(at) else { return ratatui::text::Line::default() };
        let when = event.when.split_once(' ').filter(|_| is_narrow).map_or(&*event.when, |(day, _)| day);
        let cells = [
            (when.to_owned(), look.theme.dim),
            (event.sort.word().to_owned(), look.theme.dim),
            (event.who.clone(), look.theme.dim),
            (event.what.clone(), look.theme.text),
        ];
        table::row(look, &widths, &cells)
    });
    if let Some(beside) = beside {
        parts::draw(look, frame, beside, &detail::chosen(scene.review).1);
    }
}
