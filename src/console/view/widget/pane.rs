//! Parts of a screen side by side, with a line between them.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::text;
use crate::console::view::Look;

/// Splits off `width` columns on the right, and draws the line between. Gives back left and right.
pub fn right(look: &Look, frame: &mut Frame<'_>, area: Rect, width: u16) -> (Rect, Rect) {
    let width = width.min(area.width);
    let left = Rect { width: area.width.saturating_sub(width).saturating_sub(3), ..area };
    let line = Rect { x: left.right().saturating_add(1), width: area.width.min(1), ..area };
    for row in line.rows() {
        text::put(frame, row, &look.symbols.upright, look.theme.border);
    }
    (left, Rect { x: area.right().saturating_sub(width), width, ..area })
}

/// Splits off `height` rows below, and draws the line between. Gives back the upper and the lower part.
pub fn below(look: &Look, frame: &mut Frame<'_>, area: Rect, height: u16) -> (Rect, Rect) {
    let height = height.min(area.height);
    let upper = Rect { height: area.height.saturating_sub(height).saturating_sub(1), ..area };
    let line = Rect { y: upper.bottom(), height: area.height.min(1), ..area };
    text::put(frame, line, &look.symbols.across.repeat(usize::from(line.width)), look.theme.border);
    (upper, Rect { y: area.bottom().saturating_sub(height), height, ..area })
}

/// Splits off the first row. Gives back it and the rest.
pub fn first_row(area: Rect) -> (Rect, Rect) {
    let first = Rect { height: area.height.min(1), ..area };
    let rest = Rect { y: first.bottom(), height: area.height.saturating_sub(first.height), ..area };
    (first, rest)
}

/// The area without its first column.
pub fn indented(area: Rect) -> Rect {
    Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(2), ..area }
}
