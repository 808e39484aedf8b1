//! One application under review: its header, the tabs, and the pane in front.

mod demo;
mod evidence;
mod gauges;
mod grouped;
mod header;
mod heads;
mod history;
mod map;
mod parts;
mod points;
mod requirements;
mod split;
mod status;
mod tabs;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};

use crate::console::app::Keymap;
use crate::console::app::model::Model;
use crate::console::app::overlay::{Count, Overlay};
use crate::console::app::screen::review::{File, Pane, Reckoning, Review};
use crate::console::view::Look;
use crate::console::view::widget::text;

/// What a pane is drawn from.
#[derive(Clone, Copy)]
struct Scene<'a> {
    review: &'a Review,
    file: &'a File,
    /// What is reckoned: of the file, or of the draft while a count is typed.
    reckoning: &'a Reckoning,
    /// The open number field.
    count: Option<&'a Count>,
    look: &'a Look,
    keymap: &'a Keymap,
    today: NaiveDate,
    /// The keys go to the screen, not to something over it.
    focused: bool,
}

/// Draws the screen.
pub(super) fn draw(model: &Model, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let review = &model.screens.review;
    let Some(file) = review.file.as_deref() else {
        let line = match &review.open {
            Some(reference) => format!(" Reading {reference} ..."),
            None => " No application is open. Choose one in the Queue.".to_owned(),
        };
        return text::paragraph(frame, area, &line, look.theme.dim);
    };
    let count = model.overlays.iter().find_map(|overlay| match overlay {
        Overlay::Count(count) => Some(count),
        _ => None,
    });
    let drafted = count.and_then(|count| count.reckoning.as_deref());
    let scene = Scene {
        review,
        file,
        reckoning: drafted.unwrap_or(&file.reckoning),
        count,
        look,
        keymap: &model.keymap,
        today: model.about.today,
        focused: model.overlays.is_empty() || count.is_some(),
    };
    let head = header::height(scene, area);
    let [top, tabs, body] = area.layout(&Layout::vertical([
        Constraint::Length(head),
        Constraint::Length(1),
        Constraint::Fill(1),
    ]));
    header::draw(scene, frame, top, area);
    tabs::draw(scene, frame, tabs);
    match review.pane {
        Pane::Requirements => requirements::draw(scene, frame, body),
        Pane::Evidence => evidence::draw(scene, frame, body),
        Pane::Points => points::draw(scene, frame, body),
        Pane::Heads => heads::draw(scene, frame, body),
        Pane::Map => map::draw(scene, frame, body),
        Pane::Demo => demo::draw(scene, frame, body),
        Pane::History => history::draw(scene, frame, body),
    }
}
