//! Several texts are asked for at once.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{WIDTH, inside, rows};
use crate::console::app::overlay::{Field, Form};
use crate::console::view::Look;
use crate::console::view::widget::{entry, popup, text};

/// Most rows for what there is to know of a field, or what is wrong with it.
const SAID: usize = 5;

/// Rows of fields that are left at least, however much is said.
const FIELDS: u16 = 2;

/// Draws a line a field, and below them what to know of the one being typed in.
pub(super) fn draw(form: &Form, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let width = usize::from(inside(area));
    let longest = form.fields.iter().map(|field| said(form, field, width).len()).max().unwrap_or_default();
    let fields = rows(form.fields.len());
    let height = fields.saturating_add(1).saturating_add(rows(longest.clamp(1, SAID)));
    let title = if form.restored { format!("Your draft: {}", form.title) } else { form.title.clone() };
    let place = popup::centre(look, frame, area, &title, (WIDTH, height));
    let lines = form.fields.get(form.cursor.at()).map(|field| said(form, field, width)).unwrap_or_default();
    let below = rows(lines.len().clamp(1, SAID)).min(place.height.saturating_sub(FIELDS.min(fields)));
    let upper = Rect { height: place.height.saturating_sub(below), ..place };
    self::fields(form, look, frame, upper);
    let gap = u16::from(upper.height > fields);
    let top = if gap > 0 { upper.y.saturating_add(fields).saturating_add(gap) } else { upper.bottom() };
    let wrong = form.fields.get(form.cursor.at()).is_some_and(|field| field.problem.is_some());
    let style = if wrong { look.theme.bad } else { look.theme.dim };
    let told = Rect { y: top, height: place.bottom().saturating_sub(top), ..place };
    for (line, row) in lines.iter().zip(told.rows()) {
        text::put(frame, row, line, style);
    }
}

/// What is wrong with the field, or what to know of it.
fn said(form: &Form, field: &Field, width: usize) -> Vec<String> {
    text::wrap(&field.said(form.restored), width)
}

fn fields(form: &Form, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let widest = form.fields.iter().map(|field| text::width(&field.label)).max().unwrap_or_default();
    let widest = widest.min(usize::from(area.width / 2));
    let top = form.cursor.top(usize::from(area.height));
    for ((index, field), row) in form.fields.iter().enumerate().skip(top).zip(area.rows()) {
        let before = format!("{}  ", text::fill(&field.label, widest, look));
        let focused = index == form.cursor.at();
        entry::draw(look, frame, row, &before, &field.line, focused);
        if focused && field.selected {
            entry::selected(look, frame, row, text::width(&before), &field.line);
        }
        let Some(problem) = &field.problem else { continue };
        // What is wrong with the field in front stands below.
        let taken = widest + 4 + text::width(field.line.value());
        let beside = format!(" ! {problem}");
        let fits = !focused && taken + text::width(&beside) <= usize::from(row.width);
        text::put_right(frame, row, if fits { &beside } else { " !" }, look.theme.bad);
    }
}
