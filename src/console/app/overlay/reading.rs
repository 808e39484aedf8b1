//! Texts that may be longer than the screen: how they are broken into rows, and how far they can be scrolled.

use super::Overlay;
use crate::console::app::cursor::Cursor;
use crate::text;

/// Columns of a box that holds text, where there is room for them.
pub const WIDTH: u16 = 72;

/// Rows that the screen keeps for itself around a box: header, notice, footer, and two borders.
const AROUND: u16 = 5;

/// Columns inside a box on a screen of so many.
pub fn inside(columns: u16) -> u16 {
    WIDTH.min(columns.saturating_sub(4))
}

/// Paragraphs as rows of at most `width` columns.
pub fn broken(paragraphs: &[String], width: u16) -> Vec<String> {
    let rows = paragraphs.iter().map(|paragraph| text::wrap(paragraph, usize::from(width)));
    rows.flat_map(|rows| if rows.is_empty() { vec![String::new()] } else { rows }).collect()
}

/// Makes the cursor of a text to read as long as the text can be scrolled on a screen of this size.
pub(super) fn fit(overlay: &mut Overlay, (columns, rows): (u16, u16)) {
    let room = usize::from(rows.saturating_sub(AROUND));
    let scrolls = |cursor: &mut Cursor, lines: &[String], room: usize| {
        let all = broken(lines, inside(columns)).len();
        cursor.resize(all.saturating_sub(room).saturating_add(1));
    };
    match overlay {
        Overlay::Text(text) => scrolls(&mut text.cursor, &text.lines, room),
        Overlay::Letter(letter) => {
            let lines = letter.lines();
            scrolls(&mut letter.cursor, &lines, room);
        }
        Overlay::Confirm(confirm) => {
            let asked = usize::from(confirm.rows());
            let lines = confirm.said(inside(columns));
            scrolls(&mut confirm.cursor, &lines, room.saturating_sub(asked));
        }
        _ => {}
    }
}
