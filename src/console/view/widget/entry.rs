//! A line that is typed in, with the terminal's cursor in it.

use ratatui::Frame;
use ratatui::layout::Rect;
use tui_input::Input as Line;
use unicode_width::UnicodeWidthStr;

use super::text;
use crate::console::view::Look;
use crate::text::visible;

/// Draws the line after `before`; where it is too long, the part around the cursor. `focused` shows the cursor.
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
    if focused && place.width > 0 {
        let x = place.x.saturating_add(u16::try_from(column - skip).unwrap_or(u16::MAX));
        frame.set_cursor_position((x.min(place.right().saturating_sub(1)), place.y));
    }
}

/// What is left of `text` after `skip` columns.
fn after(text: &str, skip: usize) -> String {
    let mut passed = 0;
    text.chars()
        .skip_while(|c| {
            let before = passed;
            passed += unicode_width::UnicodeWidthChar::width(*c).unwrap_or(0);
            before < skip
        })
        .collect()
}
