//! The council's meeting, to be read from the back of a room.

mod agenda;
mod answers;
mod ballot;
mod draft;
mod item;
mod last;
mod list;
mod page;
mod result;
mod roll;
mod session;

#[cfg(test)]
mod tests;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::console::app::model::Model;
use crate::console::app::screen::meeting::Page;
use crate::console::view::Look;
use crate::console::view::widget::text;

/// Draws the screen.
pub(super) fn draw(model: &Model, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let screen = &model.screens.meeting;
    match (screen.page, &screen.sight) {
        (Page::List, _) => list::draw(model, look, frame, area),
        (_, None) => text::paragraph(frame, area, " The meeting is being read.", look.theme.dim),
        (Page::Session(pane), Some(sight)) => session::draw((model, look), frame, area, pane, sight),
        (Page::Draft, Some(sight)) => draft::draw(model, look, frame, area, sight),
        (Page::Item, Some(sight)) => item::draw(model, look, frame, area, sight),
    }
}
