//! Several texts are asked for at once.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{WIDTH, rows};
use crate::console::app::overlay::Form;
use crate::console::view::Look;
use crate::console::view::widget::{entry, popup, text};

/// Rows for what to know of a field, and how high the box must be to have them all.
const BELOW: (u16, u16) = (2, 7);

/// Draws a line a field, and below them what to know of the one being typed in.
pub(super) fn draw(form: &Form, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let height = rows(form.fields.len()).saturating_add(BELOW.0 + 1);
    let place = popup::centre(look, frame, area, &form.title, (WIDTH, height));
    let below = if place.height < BELOW.1 { 1 } else { BELOW.0 + 1 };
    let upper = Rect { height: place.height.saturating_sub(below), ..place };
    fields(form, look, frame, upper);
    let gap = u16::from(below > 1);
    let said = Rect { y: upper.bottom().saturating_add(gap), height: below - gap, ..place };
    hint(form, look, frame, said.intersection(place));
}

fn fields(form: &Form, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let widest = form.fields.iter().map(|field| text::width(&field.label)).max().unwrap_or_default();
    let widest = widest.min(usize::from(area.width / 2));
    let top = form.cursor.top(usize::from(area.height));
    for ((index, field), row) in form.fields.iter().enumerate().skip(top).zip(area.rows()) {
        let before = format!("{}  ", text::fill(&field.label, widest, look));
        entry::draw(look, frame, row, &before, &field.line, index == form.cursor.at());
        if field.problem.is_some() {
            text::put_right(frame, row, " !", look.theme.bad);
        }
    }
}

/// What is wrong with the field, or what to know before filling it in.
fn hint(form: &Form, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let Some(field) = form.fields.get(form.cursor.at()) else { return };
    let (said, style) = match &field.problem {
        Some(problem) => (problem, look.theme.bad),
        None => (&field.hint, look.theme.dim),
    };
    text::paragraph(frame, area, said, style);
}
