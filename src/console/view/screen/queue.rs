//! All applications.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::console::app::model::Model;
use crate::console::view::Look;
use crate::console::view::widget::text;

/// Draws the screen.
pub(super) fn draw(_model: &Model, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    text::paragraph(frame, area, "The queue is empty.", look.theme.dim);
}
