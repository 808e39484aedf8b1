//! The line above a list: what is shown on the left, how much of it on the right.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::text;
use crate::console::app::cursor::Cursor;
use crate::console::view::Look;

/// Draws the line: the parts on the left are set apart, the right keeps its room.
pub fn draw(look: &Look, frame: &mut Frame<'_>, area: Rect, parts: &[String], right: &str) {
    let between = format!(" {} ", look.symbols.separator);
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let left = format!(" {}", parts.join(&between));
    let right = format!("{right} ");
    let room = usize::from(area.width).saturating_sub(text::width(&right) + 1);
    text::put(frame, area, &text::cut(&left, room, look), look.theme.strong);
    text::put_right(frame, area, &right, look.theme.dim);
}

/// `3 of 12`; empty where there is nothing.
pub fn place(cursor: Cursor) -> String {
    cursor.chosen().map(|at| format!("{} of {}", at + 1, cursor.len())).unwrap_or_default()
}
