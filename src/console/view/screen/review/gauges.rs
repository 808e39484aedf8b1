//! A gauge for each category of the points: raw, counted, cap, lost, floor and claimed, as figures and as a bar; and
//! the total.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::Scene;
use crate::console::app::screen::review::reckoning::BothPoints;
use crate::console::view::Look;
use crate::console::view::widget::meter::Meter;
use crate::console::view::widget::text;
use crate::review::points::CategoryDetail;

/// Rows that the gauges take: a heading, the categories, the total.
pub(super) fn height(points: &BothPoints, area: Rect) -> u16 {
    let all = u16::try_from(points.accepted.categories.len()).unwrap_or(u16::MAX).saturating_add(2);
    if area.height >= all.saturating_mul(2) { all } else { 1 }
}

/// Draws the gauges; where there is room for one row only, the total and what the floors still need.
pub(super) fn draw(scene: Scene<'_>, points: &BothPoints, frame: &mut Frame<'_>, area: Rect) {
    if area.height <= 1 {
        return brief(scene, points, frame, area);
    }
    let mut rows = area.rows();
    let columns = Columns::of(area);
    if let Some(row) = rows.next() {
        frame.render_widget(columns.line(scene.look, &HEADING, None, scene.look.theme.dim), row);
    }
    let best = points.hoped.categories.iter().zip(&points.claimed.categories);
    for (category, (hoped, claimed)) in points.accepted.categories.iter().zip(best) {
        let Some(row) = rows.next() else { return };
        let style = if category.result.met { scene.look.theme.text } else { scene.look.theme.warn };
        let bar = Meter {
            counted: category.result.counted.0,
            claimed: hoped.result.counted.0,
            full: category.result.cap.0,
            floor: category.result.floor.map(|floor| floor.0),
        };
        frame.render_widget(columns.line(scene.look, &cells(category, claimed), Some(bar), style), row);
    }
    if let Some(row) = rows.next() {
        let (accepted, hoped) = (&points.accepted, &points.hoped);
        let lost: u64 = accepted.categories.iter().map(|one| one.result.lost.0).fold(0, u64::saturating_add);
        let raw: u64 = accepted.categories.iter().map(|one| one.result.raw.0).fold(0, u64::saturating_add);
        let missing = accepted.required.0.saturating_sub(accepted.total.0);
        let state = if missing == 0 { "reached".to_owned() } else { format!("short {missing}") };
        let cells = [
            "Total".to_owned(),
            accepted.total.to_string(),
            format!("of {}", accepted.required),
            raw.to_string(),
            lost.to_string(),
            state,
            points.claimed.total.to_string(),
        ];
        let full = accepted.required.0.max(accepted.total.0).max(hoped.total.0);
        let (counted, claimed) = (accepted.total.0, hoped.total.0);
        let bar = Meter { counted, claimed, full, floor: Some(accepted.required.0) };
        frame.render_widget(columns.line(scene.look, &cells, Some(bar), scene.look.theme.strong), row);
    }
}

const HEADING: [&str; 7] = ["Points", "counted", "cap", "raw", "lost", "floor", "claimed"];

fn cells(category: &CategoryDetail, claimed: &CategoryDetail) -> [String; 7] {
    let result = &category.result;
    let floor = match result.floor {
        None => String::new(),
        Some(floor) if result.met => format!("{floor} met"),
        Some(floor) => format!("{floor} short {}", floor.0.saturating_sub(result.counted.0)),
    };
    [
        category.title.clone(),
        result.counted.to_string(),
        format!("of {}", result.cap),
        result.raw.to_string(),
        if result.lost.0 == 0 { String::new() } else { result.lost.to_string() },
        floor,
        claimed.result.counted.to_string(),
    ]
}

/// Where the columns lie.
struct Columns {
    name: usize,
    bar: u16,
    /// Columns of the figures after the bar; those that have no room are left out from the right.
    figures: Vec<usize>,
}

impl Columns {
    fn of(area: Rect) -> Self {
        let figures = [7, 6, 4, 4, 11, 7];
        let room = usize::from(area.width).saturating_sub(2);
        let name = if room < 70 {
            16
        } else if room < 90 {
            22
        } else {
            29
        };
        let mut left = room.saturating_sub(name);
        let mut shown = Vec::new();
        for width in figures {
            if left < width + 1 + 8 {
                break;
            }
            left -= width + 1;
            shown.push(width);
        }
        let bar = u16::try_from(left.saturating_sub(1).min(30)).unwrap_or(0);
        Self { name, bar, figures: shown }
    }

    fn line(
        &self,
        look: &Look,
        cells: &[impl AsRef<str>],
        bar: Option<Meter>,
        style: Style,
    ) -> Line<'static> {
        let mut cells = cells.iter().map(AsRef::as_ref);
        let name = text::fill(cells.next().unwrap_or_default(), self.name, look);
        let mut spans = vec![Span::raw(" "), Span::styled(name, style), Span::raw(" ")];
        match bar {
            Some(bar) => spans.extend(bar.bar(self.bar, look).spans),
            None => spans.push(Span::raw(" ".repeat(usize::from(self.bar)))),
        }
        for (cell, width) in cells.zip(&self.figures) {
            spans.push(Span::styled(format!(" {cell:>width$}"), style));
        }
        Line::from(spans)
    }
}

fn brief(scene: Scene<'_>, points: &BothPoints, frame: &mut Frame<'_>, area: Rect) {
    let accepted = &points.accepted;
    let mut line =
        format!(" {} of {} points, {} claimed", accepted.total, accepted.required, points.claimed.total);
    for category in accepted.categories.iter().filter(|category| !category.result.met) {
        let floor = category.result.floor.unwrap_or_default();
        line = format!("{line}; {} {} of {floor}", category.title, category.result.counted);
    }
    text::put(frame, area, &text::cut(&line, usize::from(area.width), scene.look), scene.look.theme.strong);
}
