//! The capability map of an application: what is covered, in words and marks.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::flow::Flow;
use super::summary;
use crate::console::app::present::Subject;
use crate::console::app::present::subject::MapShown;
use crate::console::view::widget::text;

/// Draws the map.
pub(super) fn draw(subject: &Subject, flow: &mut Flow<'_, '_>) {
    summary::title(subject, flow);
    flow.gap();
    let (strong, dim) = (flow.look.theme.strong, flow.look.theme.dim);
    let Some(map) = &subject.map else {
        return flow.line("This program asks for no capabilities.", dim);
    };
    flow.line(&numbers(map), strong);
    flow.gap();
    let width = flow.left().width;
    let (domains, capabilities) = (deep(map.domains.len(), width), deep(map.capabilities.len(), width));
    let (rows, names_of_both) = (flow.left().height, domains.saturating_add(capabilities));
    let pitch = if names_of_both.saturating_mul(2).saturating_add(3) <= rows { 2 } else { 1 };
    if names_of_both.saturating_add(3) <= rows {
        flow.line("Domains", dim);
        names(flow, &map.domains, domains, pitch);
        flow.take(1);
        flow.line("Capabilities", dim);
    }
    names(flow, &map.capabilities, capabilities, pitch);
}

/// How much is covered.
fn numbers(map: &MapShown) -> String {
    let (covered, of) = map.covered();
    let domains = map.domains.iter().filter(|(_, covered)| *covered).count();
    format!("{covered} of {of} capabilities, {domains} of {} domains covered", map.domains.len())
}

/// Columns of names, so wide that most names are whole.
const fn columns(width: u16) -> u16 {
    match width {
        0..72 => 1,
        72..150 => 2,
        _ => 3,
    }
}

/// Rows that so many names take.
fn deep(names: usize, width: u16) -> u16 {
    u16::try_from(names).unwrap_or(u16::MAX).div_ceil(columns(width))
}

/// The names in columns, `pitch` rows from one to the next, each with a mark; says so where not all can be seen.
fn names(flow: &mut Flow<'_, '_>, names: &[(String, bool)], deep: u16, pitch: u16) {
    let area = flow.take(deep.saturating_mul(pitch));
    let width = area.width / columns(area.width);
    let look = flow.look;
    for (at, (name, covered)) in (0_u16..).zip(names) {
        let place = Rect {
            x: area.x.saturating_add((at / deep.max(1)).saturating_mul(width)),
            y: area.y.saturating_add((at % deep.max(1)).saturating_mul(pitch)),
            width: width.saturating_sub(2),
            height: 1,
        };
        if place.y >= area.bottom() {
            continue;
        }
        let (mark, of_mark, of_name) = if *covered {
            (&look.symbols.met, look.theme.good, look.theme.text)
        } else {
            (&look.symbols.open, look.theme.dim, look.theme.dim)
        };
        let room = usize::from(place.width).saturating_sub(2);
        let mark = Span::styled(format!("{mark} "), of_mark);
        let line = Line::from_iter([mark, Span::styled(text::cut(name, room, look), of_name)]);
        flow.frame().render_widget(line, place);
    }
    if area.height < deep {
        let last = Rect { y: area.bottom().saturating_sub(1), height: area.height.min(1), ..area };
        text::put_right(flow.frame(), last, &look.symbols.more_below, look.theme.dim);
    }
}
