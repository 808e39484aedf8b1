//! A box over what is below it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;
use ratatui::widgets::{Block, Clear};

use super::text;
use crate::console::view::Look;

/// Draws a box in the middle of `area` with room for `size` columns and rows inside, less where there is no room.
/// Gives back the inside.
pub fn centre(look: &Look, frame: &mut Frame<'_>, area: Rect, title: &str, size: (u16, u16)) -> Rect {
    let (width, height) = outside(area, size);
    let x = area.x.saturating_add(area.width.saturating_sub(width) / 2);
    let y = area.y.saturating_add(area.height.saturating_sub(height) / 3);
    at(look, frame, Rect { x, y, width, height }, title)
}

/// The same in the lower right corner.
pub fn corner(look: &Look, frame: &mut Frame<'_>, area: Rect, title: &str, size: (u16, u16)) -> Rect {
    let (width, height) = outside(area, size);
    let x = area.right().saturating_sub(width);
    let y = area.bottom().saturating_sub(height);
    at(look, frame, Rect { x, y, width, height }, title)
}

fn outside(area: Rect, (width, height): (u16, u16)) -> (u16, u16) {
    (width.saturating_add(4).min(area.width), height.saturating_add(2).min(area.height))
}

fn at(look: &Look, frame: &mut Frame<'_>, place: Rect, title: &str) -> Rect {
    let room = usize::from(place.width.saturating_sub(4));
    let title = format!(" {} ", text::cut(title, room, look));
    let block = Block::bordered()
        .border_set(look.symbols.border())
        .border_style(look.theme.border)
        .style(look.theme.text)
        .title(Span::styled(title, look.theme.heading));
    let inside = block.inner(place);
    frame.render_widget(Clear, place);
    frame.render_widget(block, place);
    Rect { x: inside.x.saturating_add(1), width: inside.width.saturating_sub(2), ..inside }
}
