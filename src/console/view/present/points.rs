//! The points of an application: the total in large figures, and each category with its cap and floor.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::big::{self, Figure};
use super::flow::Flow;
use super::summary;
use crate::console::app::present::Subject;
use crate::console::app::present::subject::CategoryShown;
use crate::console::view::widget::meter::Meter;
use crate::console::view::widget::text;

/// Columns of a category's name.
const NAME: usize = 30;

/// Draws the points.
pub(super) fn draw(subject: &Subject, flow: &mut Flow<'_, '_>) {
    let Some(points) = &subject.points else {
        summary::title(subject, flow);
        flow.gap();
        return flow.line("This program asks for no points.", flow.look.theme.dim);
    };
    let theme = &flow.look.theme;
    let (style, dim) = (if points.met { theme.good } else { theme.warn }, theme.dim);
    let figures = [
        Figure { number: points.total.0, label: "points that count", style },
        Figure { number: points.required.0, label: "needed", style: dim },
    ];
    let rows = u16::try_from(points.categories.len()).unwrap_or(u16::MAX);
    let area = flow.left();
    let spare = area.height.saturating_sub(rows).saturating_sub(6);
    let (large, dot) = big::fit(&figures, Rect { width: area.width.min(100), ..area }, spare);
    flow.spread(large.saturating_add(rows.saturating_mul(2)).saturating_add(3), [0, 1]);
    summary::title(subject, flow);
    flow.gap();
    big::figures(flow, &figures, dot);
    flow.gap();
    let airy = rows.saturating_mul(2) <= flow.left().height.saturating_add(1);
    for category in &points.categories {
        one(flow, category);
        if airy {
            flow.take(1);
        }
    }
}

fn one(flow: &mut Flow<'_, '_>, category: &CategoryShown) {
    let (look, row) = (flow.look, flow.take(1));
    let name = NAME.min(usize::from(row.width) / 2);
    let style = if category.met { look.theme.text } else { look.theme.warn };
    let floor = match category.floor {
        None => String::new(),
        Some(floor) if category.met => format!(", floor {floor} reached"),
        Some(floor) => format!(", floor {floor} MISSED"),
    };
    let said = format!("{:>3} of {}{floor}", category.counted.0, category.cap);
    let mut spans = vec![
        Span::styled(text::fill(&category.title, name, look), look.theme.strong),
        Span::styled(text::fill(&said, 30.min(usize::from(row.width).saturating_sub(name)), look), style),
    ];
    let left = usize::from(row.width).saturating_sub(name + 32).min(60);
    if let Ok(width @ 8..) = u16::try_from(left) {
        let floor = category.floor.map(|floor| floor.0);
        let counted = category.counted.0;
        let bar = Meter { counted, claimed: counted, full: category.cap.0, floor }.bar(width, look);
        spans.extend(bar.spans);
    }
    flow.frame().render_widget(Line::from(spans), row);
}
