//! How a pane is divided: the list, and what is said of the chosen row beside it, below it, or not at all.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::console::view::Look;
use crate::console::view::widget::text;

/// From this width on, the detail stands beside the list.
const WIDE: u16 = 100;
/// From this height on, the detail stands below the list.
const HIGH: u16 = 12;

/// Divides the area and draws the line between. `below` is how many rows the detail may take below the list.
pub(super) fn draw(look: &Look, frame: &mut Frame<'_>, area: Rect, below: u16) -> (Rect, Option<Rect>) {
    if area.width >= WIDE {
        let list = Rect { width: area.width / 5 * 3, ..area };
        let x = list.right().saturating_add(2);
        let detail = Rect { x, width: area.right().saturating_sub(x).saturating_sub(1), ..area };
        for row in area.rows() {
            let place = Rect { x: list.right(), width: 1, ..row };
            text::put(frame, place, &look.symbols.upright, look.theme.border);
        }
        return (list, Some(detail));
    }
    if area.height < HIGH {
        return (area, None);
    }
    let height = below.min(area.height / 2);
    let list = Rect { height: area.height.saturating_sub(height).saturating_sub(1), ..area };
    let rule = Rect { y: list.bottom(), height: 1, ..area };
    text::put(frame, rule, &look.symbols.across.repeat(usize::from(area.width)), look.theme.border);
    let detail =
        Rect { x: area.x.saturating_add(1), y: rule.bottom(), width: area.width.saturating_sub(2), height };
    (list, Some(detail))
}

/// Draws a line across the first row, and gives back what is below it.
pub(super) fn ruled(look: &Look, frame: &mut Frame<'_>, area: Rect) -> Rect {
    text::put(frame, area, &look.symbols.across.repeat(usize::from(area.width)), look.theme.border);
    Rect { y: area.y.saturating_add(1), height: area.height.saturating_sub(1), ..area }
}
