//! A list: only the rows in the window are asked for.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::text;
use crate::console::app::cursor::Cursor;
use crate::console::view::Look;

/// Draws the rows around the cursor. `row` is asked for each row on screen; it may give an empty line for one that is
/// not read yet. Without `focused` the chosen row is only hinted at.
pub fn draw<'a>(
    look: &Look,
    frame: &mut Frame<'_>,
    area: Rect,
    cursor: Cursor,
    focused: bool,
    row: impl Fn(usize) -> Line<'a>,
) {
    let top = cursor.top(usize::from(area.height));
    let mark = format!("{} ", look.symbols.cursor);
    for (index, place) in (top..cursor.len()).zip(area.rows()) {
        let body = Rect { x: place.x.saturating_add(2), width: place.width.saturating_sub(2), ..place };
        frame.render_widget(row(index), body);
        if index == cursor.at() {
            let style = if focused { look.theme.selected } else { look.theme.selected_idle };
            text::put(frame, Rect { width: place.width.min(2), ..place }, &mark, look.theme.text);
            choose(look, frame, place, style);
        }
    }
    more(look, frame, area, cursor, top);
}

/// Draws a row as the chosen one. The colours of its parts give way, so that it is one bar and can be read.
pub fn choose(look: &Look, frame: &mut Frame<'_>, place: Rect, style: Style) {
    frame.buffer_mut().set_style(place, Style::reset().patch(look.theme.text).patch(style));
}

/// Says that there is more above or below.
fn more(look: &Look, frame: &mut Frame<'_>, area: Rect, cursor: Cursor, top: usize) {
    let mark = |frame: &mut Frame<'_>, row: Option<Rect>, symbol: &str| {
        if let Some(row) = row {
            text::put_right(frame, row, symbol, look.theme.dim);
        }
    };
    if top > 0 {
        mark(frame, area.rows().next(), &look.symbols.more_above);
    }
    if top.saturating_add(usize::from(area.height)) < cursor.len() {
        mark(frame, area.rows().next_back(), &look.symbols.more_below);
    }
}
