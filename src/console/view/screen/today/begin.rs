//! The first screen of an empty docket: the ways to begin.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::console::app::model::Model;
use crate::console::app::screen::today::Begin;
use crate::console::view::Look;
use crate::console::view::widget::text;

/// Columns of the text.
const WIDTH: u16 = 72;

/// Draws the ways to begin, the chosen one marked.
pub(super) fn draw(model: &Model, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let width = WIDTH.min(area.width.saturating_sub(2));
    let spare = area.height.saturating_sub(12) / 3;
    let place = Rect {
        x: area.x.saturating_add(area.width.saturating_sub(width) / 2),
        y: area.y.saturating_add(spare),
        width,
        height: area.height.saturating_sub(spare),
    };
    let mut rows = place.rows();
    let mut say = |text: &str, style| {
        if let Some(row) = rows.next() {
            text::put(frame, row, &text::cut(text, usize::from(row.width), look), style);
        }
    };
    say("This docket is empty. How do you want to begin?", look.theme.heading);
    if area.height > 9 {
        say("", look.theme.text);
    }
    let chosen = model.screens.today.cursor.at();
    for (index, begin) in Begin::ALL.iter().enumerate() {
        let mark = if index == chosen { look.symbols.cursor.as_str() } else { " " };
        let style = if index == chosen { look.theme.selected } else { look.theme.text };
        let line = text::fill(&format!("{mark} {}", begin.title()), usize::from(width), look);
        say(&line, style);
        say(&format!("  {}", begin.about()), look.theme.dim);
        if area.height > 14 {
            say("", look.theme.text);
        }
    }
}
