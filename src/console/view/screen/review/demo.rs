//! The demonstrations.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Scene, parts};
use crate::console::app::screen::review::detail::{self, Part, Tone};

/// Draws the pane.
pub(super) fn draw(scene: Scene<'_>, frame: &mut Frame<'_>, area: Rect) {
    let place = Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(2), ..area };
    let mut shown = detail::chosen(scene.review).1;
    let keys = |command: &str| scene.keymap.first(command).unwrap_or_else(|| "the palette".to_owned());
    let hint = format!(
        "{} records a demo that was held, {} plans one, {} asks for one or not any more.",
        keys("review.open"),
        keys("review.demo-plan"),
        keys("review.demo-ask"),
    );
    shown.push(Part::new("", "", Tone::Plain));
    shown.push(Part::new("Keys", hint, Tone::Dim));
    parts::draw(scene.look, frame, place, &shown);
}
