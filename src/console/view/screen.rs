//! Draws the screen in front, each in its own file.

mod handbook;
mod journal;
mod meeting;
mod queue;
mod register;
mod review;
mod today;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::Look;
use crate::console::app::model::Model;
use crate::console::app::screen::Screen;

/// Draws the screen in front on `area`.
pub(super) fn draw(model: &Model, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    match model.screen {
        Screen::Today => today::draw(model, look, frame, area),
        Screen::Queue => queue::draw(model, look, frame, area),
        Screen::Review => review::draw(model, look, frame, area),
        Screen::Meeting => meeting::draw(model, look, frame, area),
        Screen::Register => register::draw(model, look, frame, area),
        Screen::Handbook => handbook::draw(model, look, frame, area),
        Screen::Journal => journal::draw(model, look, frame, area),
    }
}
