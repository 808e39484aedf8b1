//! A text that is typed in, with the terminal's cursor in it.

use ratatui::Frame;
use ratatui::layout::Rect;
use tui_input::Input as Line;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::text;
use crate::console::view::Look;
use crate::text::visible;

/// A text broken into rows, and where the cursor stands in them.
#[derive(Debug, PartialEq, Eq)]
pub struct Rows {
    /// The rows.
    pub rows: Vec<String>,
    /// The cursor's row and column.
    pub cursor: (usize, usize),
}

impl Rows {
    /// The text of `line` broken where it says so, and where a row of `width` columns is full.
    pub fn new(line: &Line, width: usize) -> Self {
        let mut rows = vec![String::new()];
        let mut cursor = None;
        let (mut typed, mut column) = (0, 0);
        for grapheme in line.value().graphemes(true) {
            let shown = visible(grapheme);
            let breaks = grapheme == "\n" || column + shown.width() > width && column > 0;
            if cursor.is_none() && typed >= line.cursor() && (grapheme == "\n" || !breaks) {
                cursor = Some((rows.len() - 1, column));
            }
            typed += grapheme.chars().count();
            if breaks {
                rows.push(String::new());
                column = 0;
            }
            if grapheme == "\n" {
                continue;
            }
            if cursor.is_none() && typed > line.cursor() {
                cursor = Some((rows.len() - 1, column));
            }
            column += shown.width();
            if let Some(row) = rows.last_mut() {
                row.push_str(&shown);
            }
        }
        let end = (rows.len() - 1, column);
        Self { rows, cursor: cursor.unwrap_or(end) }
    }
}

/// Draws the text on all rows of `area`, those around the cursor where there are more.
pub fn rows(look: &Look, frame: &mut Frame<'_>, area: Rect, line: &Line) {
    if area.is_empty() {
        return;
    }
    let Rows { rows, cursor: (row, column) } = Rows::new(line, usize::from(area.width.saturating_sub(1)));
    let top = (row + 1).saturating_sub(usize::from(area.height));
    for (text, place) in rows.iter().skip(top).zip(area.rows()) {
        text::put(frame, place, text, look.theme.text);
    }
    show_cursor(frame, area, column, row - top);
}

/// Draws the text in one row after `before`; where it is too long, the part around the cursor. `focused` shows the
/// cursor.
pub fn draw(look: &Look, frame: &mut Frame<'_>, area: Rect, before: &str, line: &Line, focused: bool) {
    if area.is_empty() {
        return;
    }
    let lead = u16::try_from(text::width(before)).unwrap_or(u16::MAX).min(area.width);
    text::put(frame, area, before, look.theme.key);
    let place = Rect { x: area.x.saturating_add(lead), width: area.width.saturating_sub(lead), ..area };
    let left: String = line.value().chars().take(line.cursor()).collect();
    let column = visible(&left).width();
    let room = usize::from(place.width.saturating_sub(1));
    let skip = column.saturating_sub(room);
    text::put(frame, place, &after(&visible(line.value()), skip), look.theme.text);
    if focused {
        show_cursor(frame, place, column - skip, 0);
    }
}

/// Shows that the text of `line`, drawn in one row from column `lead` of `area` on, is selected.
pub fn selected(look: &Look, frame: &mut Frame<'_>, area: Rect, lead: usize, line: &Line) {
    let lead = u16::try_from(lead).unwrap_or(u16::MAX).min(area.width);
    let long = u16::try_from(visible(line.value()).width()).unwrap_or(u16::MAX);
    let width = long.min(area.width.saturating_sub(lead));
    let place = Rect { x: area.x.saturating_add(lead), width, height: area.height.min(1), ..area };
    frame.buffer_mut().set_style(place, look.theme.selected);
}

/// Puts the terminal's cursor at a column and row of `area`, or as near as it can be.
fn show_cursor(frame: &mut Frame<'_>, area: Rect, column: usize, row: usize) {
    if area.is_empty() {
        return;
    }
    let x =
        area.x.saturating_add(u16::try_from(column).unwrap_or(u16::MAX)).min(area.right().saturating_sub(1));
    let y =
        area.y.saturating_add(u16::try_from(row).unwrap_or(u16::MAX)).min(area.bottom().saturating_sub(1));
    frame.set_cursor_position((x, y));
}

/// What is left of `text` after `skip` columns.
fn after(text: &str, skip: usize) -> String {
    let mut passed = 0;
    let rest = text.graphemes(true).skip_while(|grapheme| {
        let before = passed;
        passed += grapheme.width();
        before < skip
    });
    rest.collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn broken(text: &str, cursor: usize, width: usize) -> (Vec<String>, (usize, usize)) {
        let rows = Rows::new(&Line::new(text.to_owned()).with_cursor(cursor), width);
        (rows.rows, rows.cursor)
    }

    #[test]
    fn the_cursor_is_where_the_next_letter_goes() {
        assert_eq!(broken("", 0, 5), (vec![String::new()], (0, 0)));
        assert_eq!(broken("abc", 3, 5), (vec!["abc".into()], (0, 3)));
        assert_eq!(broken("ab\ncd", 2, 5), (vec!["ab".into(), "cd".into()], (0, 2)));
        assert_eq!(broken("ab\ncd", 3, 5), (vec!["ab".into(), "cd".into()], (1, 0)));
        assert_eq!(broken("abcdef", 3, 3), (vec!["abc".into(), "def".into()], (1, 0)));
        assert_eq!(broken("ab\n", 3, 5), (vec!["ab".into(), String::new()], (1, 0)));
    }

    proptest! {
        #[test]
        fn the_cursor_is_always_on_a_row(text in "[a-c\u{6f22}\n]{0,30}", at in 0_usize..31, width in 2_usize..10) {
            let (rows, (row, column)) = broken(&text, at.min(text.chars().count()), width);
            prop_assert!(row < rows.len() && column <= width, "{rows:?} {row} {column}");
            prop_assert!(rows.iter().all(|row| row.width() <= width));
        }
    }
}
