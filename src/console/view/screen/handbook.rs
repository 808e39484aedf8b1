//! What the edition asks, and how the council decides.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::console::app::model::Model;
use crate::console::app::screen::handbook::{Level, Page};
use crate::console::app::wording;
use crate::console::view::Look;
use crate::console::view::widget::{caption, list, pane, text};
use crate::rules::Provenance;

/// From this width on, the chosen rule is shown beside the list.
const WIDE: u16 = 100;

/// From this height on, it is shown below the list.
const TALL: u16 = 18;

/// Rows of the part below.
const BELOW: u16 = 7;

/// Columns for an id.
const ID: usize = 11;

/// Draws the screen.
pub(super) fn draw(model: &Model, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let handbook = &model.screens.handbook;
    let (top, area) = pane::first_row(area);
    if handbook.pages.is_empty() {
        return;
    }
    let find = if handbook.find.is_empty() { String::new() } else { format!("/{}", handbook.find) };
    let symbols = &look.symbols;
    let legend = format!("{} inferred  {} assumed", symbols.inferred, symbols.assumed);
    caption::draw(
        look,
        frame,
        top,
        &[handbook.title.clone(), legend, find],
        &caption::place(handbook.cursor),
    );
    if handbook.cursor.is_empty() {
        let (_, rest) = pane::first_row(area);
        let said = "No rule matches. esc shows all again.";
        return text::paragraph(frame, pane::indented(rest), said, look.theme.dim);
    }
    let (rows, whole) = if area.width >= WIDE {
        let (left, right) = pane::right(look, frame, area, area.width * 2 / 5);
        (left, Some(right))
    } else if area.height >= TALL {
        let (upper, lower) = pane::below(look, frame, area, BELOW);
        (upper, Some(pane::indented(lower)))
    } else {
        (area, None)
    };
    let pages = handbook.rows();
    let room = usize::from(rows.width.saturating_sub(3));
    list::draw(look, frame, rows, handbook.cursor, true, |index| {
        pages.get(index).map(|page| line(page, look, room)).unwrap_or_default()
    });
    if let (Some(place), Some(page)) = (whole, handbook.chosen()) {
        read(page, look, frame, place);
    }
}

fn line(page: &Page, look: &Look, room: usize) -> Line<'static> {
    let theme = &look.theme;
    match page.level {
        Level::Chapter => Line::styled(text::cut(&page.text, room, look), theme.heading),
        Level::Section => Line::styled(text::cut(&format!(" {}", page.text), room, look), theme.strong),
        Level::Rule => {
            let mark = mark(page.provenance, look);
            let id = text::fill(&page.id, ID.max(text::width(&page.id)).min(room / 3), look);
            let left = room.saturating_sub(text::width(&id) + 5);
            Line::from_iter([
                Span::styled(format!("  {mark} "), theme.warn),
                Span::styled(id, theme.dim),
                Span::styled(format!(" {}", text::cut(&page.text, left, look)), theme.text),
            ])
        }
    }
}

/// The mark of what was not read in a source.
fn mark(provenance: Provenance, look: &Look) -> &str {
    match provenance {
        Provenance::Stated => " ",
        Provenance::Inferred => &look.symbols.inferred,
        Provenance::Assumed => &look.symbols.assumed,
    }
}

/// The chosen row whole.
fn read(page: &Page, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let theme = &look.theme;
    let mut parts: Vec<(String, Style)> = Vec::new();
    if page.level == Level::Rule {
        let word = wording::provenance(page.provenance);
        let mark =
            if word.is_empty() { String::new() } else { format!("  {} {word}", mark(page.provenance, look)) };
        parts.push((format!("{}{mark}", page.id), theme.heading));
    }
    parts.push((page.text.clone(), if page.level == Level::Rule { theme.text } else { theme.heading }));
    if area.height > BELOW {
        parts.push((String::new(), theme.text));
    }
    for (label, text) in &page.more {
        parts.push((format!("{label}: {text}"), theme.text));
        if area.height > BELOW {
            parts.push((String::new(), theme.text));
        }
    }
    let mut rows = area.rows();
    for (part, style) in parts {
        let lines = text::wrap(&part, usize::from(area.width.saturating_sub(1)));
        for line in if lines.is_empty() { vec![String::new()] } else { lines } {
            let Some(row) = rows.next() else { return };
            text::put(frame, row, &line, style);
        }
    }
}
