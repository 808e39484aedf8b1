//! The palette.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::{LISTED, rows};
use crate::console::app::model::Model;
use crate::console::app::overlay::Palette;
use crate::console::app::overlay::palette::Entry;
use crate::console::view::Look;
use crate::console::view::widget::table::{self, Column};
use crate::console::view::widget::{entry, list, popup, text};

/// From this height on there are two lines for what the chosen command does.
const ROOMY: u16 = 20;

/// Draws what was typed and the commands it leaves; those that cannot be used say why.
pub(super) fn draw(palette: &Palette, model: &Model, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let entries = palette.entries(model);
    let detail = if area.height < ROOMY { 1 } else { 2 };
    let height = rows(entries.len().max(1)).saturating_add(2 + detail);
    let place = popup::centre(look, frame, area, "Everything that can be done here", (LISTED, height));
    let Some(top) = place.rows().next() else { return };
    entry::draw(look, frame, top, ": ", &palette.filter, true);
    let below =
        Rect { y: place.y.saturating_add(1), height: place.height.saturating_sub(2 + detail), ..place };
    let columns = [Column::Fixed(18), Column::Fixed(10), Column::Grow(8)];
    let widths = table::widths(&columns, usize::from(below.width.saturating_sub(2)));
    list::draw(look, frame, below, palette.cursor, true, |index| {
        let Some(entry) = entries.get(index) else { return Line::default() };
        let style = if entry.disabled.is_some() { look.theme.dim } else { look.theme.text };
        let said = said(entry);
        let keys = (entry.keys.clone(), look.theme.key);
        table::row(look, &widths, &[(entry.command.title.to_owned(), style), keys, (said, look.theme.dim)])
    });
    let chosen = entries.get(palette.cursor.at()).map(said);
    if let (Some(said), 5..) = (chosen, place.height) {
        let rows = place.rows().skip(usize::from(place.height.saturating_sub(detail)));
        for (line, row) in text::wrap(&said, usize::from(place.width)).into_iter().zip(rows) {
            text::put(frame, row, &line, look.theme.text);
        }
    }
}

/// What a command does, or why it cannot be used now.
fn said(entry: &Entry) -> String {
    entry.disabled.as_ref().map_or_else(|| entry.command.doc.to_owned(), |why| format!("not now: {why}"))
}
