//! The capability map: capabilities by domains, with the features that cover each.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use super::{Scene, parts, split};
use crate::console::app::screen::review::{Pane, detail};
use crate::console::view::widget::{list, text};
use crate::review::coverage::{CapabilityCover, CapabilityMap};

/// Below this width the names of the capabilities take the room of the features.
const NARROW: u16 = 56;

/// Draws the pane.
pub(super) fn draw(scene: Scene<'_>, frame: &mut Frame<'_>, area: Rect) {
    let Some(map) = &scene.reckoning.map else {
        return text::put(frame, area, " This program asks for no features.", scene.look.theme.dim);
    };
    let domains = u16::try_from(map.domains.len()).unwrap_or(u16::MAX);
    let (place, beside) = split::draw(scene.look, frame, area, domains);
    let [covered, head, rows] = place.layout(&Layout::vertical([
        Constraint::Length(u16::from(area.height > 6)),
        Constraint::Length(1),
        Constraint::Fill(1),
    ]));
    let features = if place.width < NARROW { 6 } else { 22 };
    let name = usize::from(place.width).saturating_sub(map.domains.len() * 2 + features).clamp(16, 46);
    let numbers = text::cut(&in_numbers(map), usize::from(covered.width).saturating_sub(2), scene.look);
    text::put(frame, covered, &format!(" {numbers}"), scene.look.theme.heading);
    frame.render_widget(heading(scene, map, name), head);
    let cursor = scene.review.cursor(Pane::Map);
    list::draw(scene.look, frame, rows, cursor, scene.focused, |at| {
        map.capabilities.get(at).map_or_else(Line::default, |cover| {
            row(scene, map, cover, name, usize::from(place.width).saturating_sub(3))
        })
    });
    let Some(beside) = beside else { return };
    let [legend_place, rest] =
        beside.layout(&Layout::vertical([Constraint::Length(domains), Constraint::Fill(1)]));
    legend(scene, map, frame, legend_place);
    if rest.height > 2 {
        let rest = Rect { y: rest.y.saturating_add(1), height: rest.height.saturating_sub(1), ..rest };
        parts::draw(scene.look, frame, rest, &detail::chosen(scene.review).1);
    }
}

/// How much is covered.
fn in_numbers(map: &CapabilityMap) -> String {
    let (domains, capabilities) = (map.numbers().domains, map.numbers().capabilities);
    let unchecked = match map.unchecked {
        0 => String::new(),
        unchecked => format!("; {unchecked} unchecked"),
    };
    format!(
        "Covered: {} of {} capabilities, {} of {} domains{unchecked}",
        capabilities.covered, capabilities.of, domains.covered, domains.of
    )
}

/// The numbers of the domains.
fn heading(scene: Scene<'_>, map: &CapabilityMap, name: usize) -> Line<'static> {
    let numbers = (1..=map.domains.len()).map(|n| n.to_string()).collect::<Vec<_>>().join(" ");
    let text = format!("{}{numbers}  features", " ".repeat(name + 5));
    Line::from(Span::styled(text, scene.look.theme.dim))
}

fn row(
    scene: Scene<'_>,
    map: &CapabilityMap,
    cover: &CapabilityCover,
    name: usize,
    width: usize,
) -> Line<'static> {
    let look = scene.look;
    let (symbols, theme) = (&look.symbols, &look.theme);
    let (mark, style) =
        if cover.is_covered() { (&symbols.met, theme.good) } else { (&symbols.open, theme.warn) };
    let mut spans = vec![
        Span::styled(format!("{mark} "), style),
        Span::styled(text::fill(&cover.name, name, look), theme.text),
        Span::raw(" "),
    ];
    spans.extend(map.domains.iter().map(|domain| {
        let here = cover.domains.contains(&domain.id);
        let cell = match (here, cover.is_covered()) {
            (false, _) => "  ".to_owned(),
            (true, true) => format!("{} ", symbols.met),
            (true, false) => format!("{} ", symbols.open),
        };
        Span::styled(cell, style)
    }));
    let features = if cover.is_covered() {
        cover.features.iter().map(|n| format!("f{n}")).collect::<Vec<_>>().join(" ")
    } else {
        "uncovered".to_owned()
    };
    let left = width.saturating_sub(name + 4 + map.domains.len() * 2);
    spans.push(Span::styled(format!(" {}", text::cut(&features, left, look)), theme.dim));
    Line::from(spans)
}

/// The names of the domains, with whether each is covered: in a word too where all names have room beside it.
fn legend(scene: Scene<'_>, map: &CapabilityMap, frame: &mut Frame<'_>, area: Rect) {
    let (symbols, theme) = (&scene.look.symbols, &scene.look.theme);
    let longest = map.domains.iter().map(|domain| text::width(&domain.name)).max().unwrap_or_default();
    let with_word = longest + 14 <= usize::from(area.width);
    for ((n, domain), place) in (1..).zip(&map.domains).zip(area.rows()) {
        let (mark, word, style) = if domain.covered {
            (&symbols.met, "covered   ", theme.good)
        } else {
            (&symbols.open, "uncovered ", theme.warn)
        };
        let state = format!("{n} {mark} {}", if with_word { word } else { "" });
        let room = usize::from(area.width).saturating_sub(text::width(&state));
        let line = Line::from_iter([
            Span::styled(state, style),
            Span::styled(text::cut(&domain.name, room, scene.look), theme.text),
        ]);
        frame.render_widget(line, place);
    }
}
