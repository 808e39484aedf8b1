//! Who changed what, and when.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line as Row;

use crate::console::app::model::Model;
use crate::console::app::screen::journal::Line;
use crate::console::app::wording;
use crate::console::view::Look;
use crate::console::view::widget::table::Column::{Fixed, Grow};
use crate::console::view::widget::{caption, list, pane, table, text};

/// Below this width only the time and what was done are shown.
const NARROW: u16 = 66;

/// From this width on there is room for long refs.
const ROOMY: u16 = 100;

/// Draws the screen.
pub(super) fn draw(model: &Model, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let journal = &model.screens.journal;
    let (top, area) = pane::first_row(area);
    if journal.loaded.is_none() {
        return;
    }
    let entries = wording::entries(u64::try_from(journal.cursor.len()).unwrap_or(u64::MAX));
    let parts = [entries, "newest first".to_owned(), "times in UTC".to_owned()];
    caption::draw(look, frame, top, &parts, &caption::place(journal.cursor));
    if journal.cursor.is_empty() {
        let (_, rest) = pane::first_row(area);
        return text::paragraph(frame, pane::indented(rest), "Nothing has been changed yet.", look.theme.dim);
    }
    let narrow = area.width < NARROW;
    let roomy = area.width >= ROOMY;
    let subject = if roomy { 30 } else { 22 };
    let columns: &[table::Column] =
        if narrow { &[Fixed(11), Grow(20)] } else { &[Fixed(16), Fixed(13), Fixed(subject), Grow(20)] };
    let widths = table::widths(columns, usize::from(area.width.saturating_sub(2)));
    list::draw(look, frame, area, journal.cursor, true, |index| {
        let Some(line) = journal.row(index) else { return Row::default() };
        table::row(look, &widths, &cells(line, narrow, roomy, look))
    });
}

fn cells(line: &Line, narrow: bool, roomy: bool, look: &Look) -> Vec<(String, Style)> {
    let (what, style) = what(line, look);
    if narrow {
        let what = format!("{what} ({})", line.subject);
        return vec![(line.at.format("%m-%d %H:%M").to_string(), look.theme.dim), (what, style)];
    }
    let who = line.role.map_or_else(|| line.actor.clone(), |role| format!("{} ({role})", line.actor));
    vec![
        (line.at.format("%Y-%m-%d %H:%M").to_string(), look.theme.dim),
        (who, look.theme.text),
        (subject(line, roomy).to_owned(), look.theme.text),
        (what, style),
    ]
}

/// What an entry is about; without the word for its kind where there is little room.
fn subject(line: &Line, roomy: bool) -> &str {
    match line.subject.split_once(' ') {
        Some((_, name)) if !roomy => name,
        _ => &line.subject,
    }
}

/// What was done; the word before it says where a change was taken back, or takes one back.
fn what(line: &Line, look: &Look) -> (String, Style) {
    match (line.undoes, line.undone) {
        (true, _) => (format!("undo: {}", line.what), look.theme.warn),
        (false, true) => (format!("undone: {}", line.what), look.theme.dim),
        (false, false) => (line.what.clone(), look.theme.text),
    }
}
