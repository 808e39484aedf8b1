//! The room's screen: large, calm, and made to be read from the back.

mod agenda;
mod attendance;
mod big;
mod flow;
mod frame;
mod map;
mod motion;
mod points;
mod roll;
mod summary;
mod vote;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::Look;
use super::widget::text;
use crate::console::app::model::Model;
use crate::console::app::present::{Page, Present, Scene};
use crate::council::MeetingState;
use flow::Flow;

/// Draws the screen.
pub(super) fn draw(model: &Model, present: &Present, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    if present.blank {
        let key = model.keymap.first("present.blank").unwrap_or_default();
        let last = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
        return text::put(frame, last, &format!(" {key} shows the meeting again"), look.theme.dim);
    }
    let body = frame::draw(model, present, look, frame, area);
    let mut flow = Flow::new(look, frame, body);
    match &present.scene {
        None => flow.line("Reading the docket.", look.theme.dim),
        Some(scene) => page(model, present, scene, &mut flow),
    }
}

fn page(model: &Model, present: &Present, scene: &Scene, flow: &mut Flow<'_, '_>) {
    let Some(sitting) = &scene.sitting else { return agenda::none(scene, flow) };
    match (present.page, &scene.subject) {
        (Page::Vote, _) => match (&sitting.poll, sitting.state) {
            (_, MeetingState::Planned | MeetingState::Adjourned) => agenda::draw(model, scene, sitting, flow),
            (None, MeetingState::Open) => attendance::draw(sitting, flow),
            (Some(poll), MeetingState::Open) => vote::draw(model, present, sitting, poll, flow),
        },
        (Page::Motion, _) => match scene.poll() {
            Some(poll) => motion::draw(model, present, poll, flow),
            None => flow.line("No motion is before the meeting.", flow.look.theme.dim),
        },
        (_, None) => flow.line("No application is on the agenda.", flow.look.theme.dim),
        (Page::Summary, Some(subject)) => summary::draw(subject, flow),
        (Page::Points, Some(subject)) => points::draw(subject, flow),
        (Page::Map, Some(subject)) => map::draw(subject, flow),
    }
}
