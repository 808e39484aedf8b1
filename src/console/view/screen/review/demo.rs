//! The demonstrations.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Scene, parts};
use crate::console::app::screen::review::detail;

/// Draws the pane.
pub(super) fn draw(scene: Scene<'_>, frame: &mut Frame<'_>, area: Rect) {
    let place = Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(2), ..area };
    parts::draw(scene.look, frame, place, &detail::chosen(scene.review).1);
}
