//! The motion in full: what the room votes on, word for word.

use super::flow::Flow;
use crate::console::app::model::Model;
use crate::console::app::present::{
    Poll, Present,
    reading::{LOW, Reading},
};

/// Draws the motion, from the row that it was scrolled to.
pub(super) fn draw(model: &Model, present: &Present, poll: &Poll, flow: &mut Flow<'_, '_>) {
    let theme = &flow.look.theme;
    let (heading, strong, text, dim) = (theme.heading, theme.strong, theme.text, theme.dim);
    let reading = Reading::of(poll, model.size);
    let airy = flow.left().height >= LOW;
    flow.line(&poll.organisation, heading);
    if airy {
        flow.take(1);
    }
    let top = present.top.at().min(reading.tops().saturating_sub(1));
    for (at, row) in reading.rows.iter().enumerate().skip(top).take(reading.room) {
        flow.line(row, if at < reading.first { strong } else { text });
    }
    if reading.is_long() {
        let last = top.saturating_add(reading.room).min(reading.rows.len());
        let keys = ["move.down", "move.up"].map(|id| model.keymap.first(id).unwrap_or_default()).join(" ");
        let said = format!("Lines {} to {last} of {}; {keys} move", top + 1, reading.rows.len());
        flow.line(&said, dim);
    }
}
