//! A list with headings: the cursor goes over the rows alone, and the headings scroll with them.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::console::app::cursor::Cursor;
use crate::console::view::Look;
use crate::console::view::widget::text;

/// One line of the list.
pub(super) enum Entry<'a> {
    /// A heading.
    Heading(Line<'a>),
    /// The next row.
    Row(Line<'a>),
}

/// Draws the entries so that the chosen row is in sight.
pub(super) fn draw(
    look: &Look,
    frame: &mut Frame<'_>,
    area: Rect,
    (cursor, focused): (Cursor, bool),
    entries: Vec<Entry<'_>>,
) {
    let chosen = entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| matches!(entry, Entry::Row(_)))
        .nth(cursor.at())
        .map(|(line, _)| line);
    let mut lines = Cursor::new(entries.len());
    lines.go(chosen.unwrap_or_default());
    let height = usize::from(area.height);
    let top = lines.top(height);
    let more_below = top.saturating_add(height) < entries.len();
    for ((line, entry), place) in entries.into_iter().enumerate().skip(top).zip(area.rows()) {
        match entry {
            Entry::Heading(heading) => frame.render_widget(heading, place),
            Entry::Row(row) => {
                let body =
                    Rect { x: place.x.saturating_add(2), width: place.width.saturating_sub(2), ..place };
                frame.render_widget(row, body);
                if Some(line) == chosen {
                    let mark = format!("{} ", look.symbols.cursor);
                    text::put(frame, Rect { width: place.width.min(2), ..place }, &mark, look.theme.text);
                    let style = if focused { look.theme.selected } else { look.theme.selected_idle };
                    frame.buffer_mut().set_style(place, style);
                }
            }
        }
    }
    let marks = [
        (top > 0, area.rows().next(), &look.symbols.more_above),
        (more_below, area.rows().next_back(), &look.symbols.more_below),
    ];
    for (_, place, mark) in marks.into_iter().filter(|(shown, ..)| *shown) {
        if let Some(place) = place {
            text::put_right(frame, place, mark, look.theme.dim);
        }
    }
}
