//! Labelled parts of text, broken to the width.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::status;
use crate::console::app::screen::review::detail::Part;
use crate::console::view::Look;
use crate::console::view::widget::text;

/// Columns of the labels where there is room for a column of them.
const LABEL: usize = 14;

/// Draws the parts; what does not fit is left out, and said to be.
pub(super) fn draw(look: &Look, frame: &mut Frame<'_>, area: Rect, parts: &[Part]) {
    let lines = lines(look, usize::from(area.width), parts);
    let more = lines.len() > usize::from(area.height);
    for (line, place) in lines.into_iter().zip(area.rows()) {
        frame.render_widget(line, place);
    }
    if let (true, Some(place)) = (more, area.rows().next_back()) {
        text::put_right(frame, place, &format!(" {} enter", look.symbols.more_below), look.theme.dim);
    }
}

/// Rows that the parts take.
pub(super) fn height(look: &Look, width: usize, parts: &[Part]) -> u16 {
    u16::try_from(lines(look, width, parts).len()).unwrap_or(u16::MAX)
}

fn lines<'a>(look: &Look, width: usize, parts: &'a [Part]) -> Vec<Line<'a>> {
    let labelled = parts.iter().any(|part| !part.label.is_empty());
    let indent = if !labelled || width < 3 * LABEL { 0 } else { LABEL };
    let mut lines = Vec::new();
    let mut in_column = false;
    for part in parts {
        in_column |= !part.label.is_empty();
        let indent = if in_column { indent } else { 0 };
        let style = status::tone(part.tone, look);
        let inline =
            if indent == 0 && !part.label.is_empty() { format!("{}: ", part.label) } else { String::new() };
        let texts = text::wrap(&format!("{inline}{}", part.text), width.saturating_sub(indent).max(1));
        for (n, line) in texts.into_iter().enumerate() {
            let label = if n == 0 && inline.is_empty() { part.label.as_str() } else { "" };
            let mut spans = Vec::new();
            if indent > 0 {
                spans.push(Span::styled(text::fill(label, indent, look), look.theme.dim));
            }
            spans.push(Span::styled(line, style));
            lines.push(Line::from(spans));
        }
    }
    lines
}
