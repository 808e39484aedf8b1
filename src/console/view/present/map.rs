//! The capability map of an application: what is covered, in words and marks.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::flow::Flow;
use super::summary;
use crate::console::app::present::Subject;
use crate::console::app::present::subject::MapShown;
use crate::console::view::widget::text;

/// The narrowest column in which a name can be read.
const NARROWEST: u16 = 36;

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
    let rows = flow.left().height;
    let domains = deep(map.domains.len(), flow.left().width);
    let capabilities = deep(map.capabilities.len(), flow.left().width);
    let both = domains.saturating_add(capabilities).saturating_add(3);
    if rows >= both {
        flow.line("Domains", dim);
        names(flow, &map.domains, domains);
        flow.take(1);
        flow.line("Capabilities", dim);
    }
    names(flow, &map.capabilities, capabilities);
}

/// How much is covered.
fn numbers(map: &MapShown) -> String {
    let (covered, of) = map.covered();
    let domains = map.domains.iter().filter(|(_, covered)| *covered).count();
    format!("{covered} of {of} capabilities, {domains} of {} domains covered", map.domains.len())
}

fn columns(width: u16) -> u16 {
    (width / NARROWEST).clamp(1, 3)
}

/// Rows that so many names take.
fn deep(names: usize, width: u16) -> u16 {
    u16::try_from(names).unwrap_or(u16::MAX).div_ceil(columns(width))
}

/// The names in columns, each with a mark and, where it is not covered, a word.
fn names(flow: &mut Flow<'_, '_>, names: &[(String, bool)], deep: u16) {
    let columns = columns(flow.left().width);
    let airy = deep.saturating_mul(2) <= flow.left().height.saturating_add(1);
    let pitch = if airy { 2 } else { 1 };
    let area = flow.take(deep.saturating_mul(pitch));
    let width = area.width / columns;
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
        let (mark, style) = if *covered {
            (&look.symbols.met, look.theme.good)
        } else {
            (&look.symbols.open, look.theme.dim)
        };
        let room = usize::from(place.width).saturating_sub(2);
        let line = Line::from_iter([
            Span::styled(format!("{mark} "), style),
            Span::styled(text::cut(name, room, look), if *covered { look.theme.text } else { style }),
        ]);
        flow.frame().render_widget(line, place);
    }
}
