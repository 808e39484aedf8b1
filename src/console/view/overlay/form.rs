//! Several texts are asked for at once.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{WIDTH, rows};
use crate::console::app::overlay::Form;
use crate::console::view::Look;
use crate::console::view::widget::{entry, popup, text};

/// Draws a line a field, and below them what to know of the one being typed in.
pub(super) fn draw(form: &Form, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let height = rows(form.fields.len()).saturating_add(2);
    let place = popup::centre(look, frame, area, &form.title, (WIDTH, height));
    let widest = form.fields.iter().map(|field| text::width(&field.label)).max().unwrap_or_default();
    let widest = widest.min(usize::from(place.width / 2));
    let visible = usize::from(place.height.saturating_sub(2)).max(1);
    let top = form.cursor.top(visible);
    let mut places = place.rows();
    for (index, field) in form.fields.iter().enumerate().skip(top).take(visible) {
        let Some(row) = places.next() else { return };
        let before = format!("{}  ", text::fill(&field.label, widest, look));
        entry::draw(look, frame, row, &before, &field.line, index == form.cursor.at());
        if field.problem.is_some() {
            text::put_right(frame, row, " !", look.theme.bad);
        }
    }
    let Some(field) = form.fields.get(form.cursor.at()) else { return };
    let (below, style) = match &field.problem {
        Some(problem) => (problem, look.theme.bad),
        None => (&field.hint, look.theme.dim),
    };
    if let Some(row) = places.nth(1) {
        text::put(frame, row, &text::cut(below, usize::from(row.width), look), style);
    }
}
