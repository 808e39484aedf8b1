//! The roll call: who is in the room, and whether it can decide.

use super::big::{self, Figure};
use super::flow::Flow;
use super::roll::{self, Shown};
use crate::console::app::present::Sitting;
use crate::console::app::screen::meeting::words;
use crate::console::view::widget::text;

/// Draws the roll call.
pub(super) fn draw(sitting: &Sitting, flow: &mut Flow<'_, '_>) {
    let (room, theme) = (&sitting.room, &flow.look.theme);
    let (heading, strong, text, dim) = (theme.heading, theme.strong, theme.text, theme.dim);
    let style = if room.quorum.met { theme.good } else { theme.warn };
    let figure = |number: u32, label, style| Figure { number: number.into(), label, style };
    let figures = [
        figure(room.quorum.present, "present", style),
        figure(room.quorum.needed, "needed for a quorum", text),
        figure(room.members, "members", dim),
    ];
    let area = flow.left();
    let seats = roll::liked(&sitting.roll, area.width);
    let (large, dot) = big::fit(&figures, area, area.height.saturating_sub(seats).saturating_sub(4));
    let lines = if sitting.working.is_some() { 4 } else { 3 };
    flow.spread(large.saturating_add(seats).saturating_add(lines), [0, 2, 1]);
    flow.line("Roll call", heading);
    flow.gap();
    big::figures(flow, &figures, dot);
    flow.gap();
    let whole = words::room(room);
    let said = if text::width(&whole) <= flow.width() { whole } else { words::short_room(room) };
    flow.line(&said, if room.quorum.met { strong } else { style });
    if let Some(working) = &sitting.working {
        flow.line(working, dim);
    }
    let next = sitting.next().map(|(number, item)| format!("Next: item {number}, {}", item.organisation));
    flow.line(&next.unwrap_or_else(|| "Nothing is left to vote on.".to_owned()), dim);
    if let Some(ruling) = &sitting.ruling {
        flow.line(ruling, dim);
    }
    flow.gap();
    roll::draw(flow, &sitting.roll, Shown::Attendance);
}
