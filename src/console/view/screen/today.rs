//! What is due today.

mod begin;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::console::app::model::Model;
use crate::console::app::screen::today::{Board, Kind, Row, Urgency};
use crate::console::view::Look;
use crate::console::view::widget::table::Column::{Fixed, Grow};
use crate::console::view::widget::{list, pane, table, text};

/// From this width on, the sections stand in two columns.
const WIDE: u16 = 110;

/// Below this width a row says only what it is and why it is here.
const NARROW: u16 = 50;

/// The sections of the left column; the others stand on the right.
const LEFT: [Kind; 3] = [Kind::Mine, Kind::New, Kind::Awaiting];

/// One line of a column.
enum Line<'a> {
    Heading(String),
    Row(usize, &'a Row),
    Said(String),
    Blank,
}

/// Draws the screen.
pub(super) fn draw(model: &Model, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let today = &model.screens.today;
    let Some(board) = &today.board else { return };
    if board.empty {
        return begin::draw(model, look, frame, area);
    }
    let (top, rest) = pane::first_row(area);
    next(board, look, frame, pane::indented(top));
    let rest = if rest.height > 12 { pane::first_row(rest).1 } else { rest };
    let at = today.cursor.at();
    if area.width < WIDE {
        return column(look, frame, rest, &lines(board, Kind::ALL), at);
    }
    let (left, right) = pane::right(look, frame, rest, (rest.width - 3) / 2);
    let others: Vec<Kind> = Kind::ALL.iter().copied().filter(|kind| !LEFT.contains(kind)).collect();
    column(look, frame, left, &lines(board, &LEFT), at);
    column(look, frame, right, &lines(board, &others), at);
}

/// What to do first.
fn next(board: &Board, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let said = match board.next() {
        None => "Nothing is due.".to_owned(),
        Some((_, _, row)) => {
            let parts = [&row.title, &row.about, &row.note];
            let parts: Vec<&str> =
                parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
            format!("Next: {}", parts.join(", "))
        }
    };
    text::put(frame, area, &text::cut(&said, usize::from(area.width), look), look.theme.strong);
}

/// The lines of some sections, with a blank one between two.
fn lines<'a>(board: &'a Board, kinds: &[Kind]) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    for (first, section) in kinds.iter().filter_map(|kind| board.section(*kind)) {
        if !lines.is_empty() {
            lines.push(Line::Blank);
        }
        let shown = u64::try_from(section.rows.len()).unwrap_or(u64::MAX);
        let title = section.kind.title();
        lines.push(Line::Heading(match section.total {
            0 => title.to_owned(),
            _ if section.kind == Kind::Tac => title.to_owned(),
            total if total > shown => format!("{title} ({shown} of {total})"),
            total => format!("{title} ({total})"),
        }));
        lines.extend(section.rows.iter().enumerate().map(|(at, row)| Line::Row(first + at, row)));
        if section.rows.is_empty() {
            lines.push(Line::Said(section.kind.nothing().to_owned()));
        }
    }
    lines
}

/// Draws the lines around the chosen row.
fn column(look: &Look, frame: &mut Frame<'_>, area: Rect, lines: &[Line<'_>], chosen: usize) {
    let height = usize::from(area.height);
    let at = lines.iter().position(|line| matches!(line, Line::Row(index, _) if *index == chosen));
    let last = lines.len().saturating_sub(height);
    let top = at.map_or(0, |at| at.saturating_sub(height / 2).min(last));
    for (line, place) in lines.iter().skip(top).zip(area.rows()) {
        match line {
            Line::Blank => {}
            Line::Heading(title) => text::put(frame, pane::indented(place), title, look.theme.heading),
            Line::Said(said) => {
                let inside =
                    Rect { x: place.x.saturating_add(2), width: place.width.saturating_sub(2), ..place };
                text::put(frame, inside, said, look.theme.dim);
            }
            Line::Row(index, row) => self::row(look, frame, place, row, *index == chosen),
        }
    }
    if top > 0 {
        more(look, frame, area.rows().next(), &look.symbols.more_above);
    }
    if top < last {
        more(look, frame, area.rows().next_back(), &look.symbols.more_below);
    }
}

fn more(look: &Look, frame: &mut Frame<'_>, place: Option<Rect>, symbol: &str) {
    if let Some(place) = place {
        text::put_right(frame, place, symbol, look.theme.dim);
    }
}

fn row(look: &Look, frame: &mut Frame<'_>, place: Rect, row: &Row, chosen: bool) {
    let note = urgency(row.urgency, look);
    let inside = Rect { x: place.x.saturating_add(2), width: place.width.saturating_sub(2), ..place };
    let room = usize::from(inside.width);
    let cell = |text: &str| (text.to_owned(), look.theme.text);
    let line = if place.width < NARROW {
        let widths = table::widths(&[Grow(14), Grow(18)], room);
        table::row(look, &widths, &[cell(&row.title), (row.note.clone(), note)])
    } else if row.about.is_empty() {
        let widths = table::widths(&[Grow(16), Grow(18)], room);
        table::row(look, &widths, &[cell(&row.title), (row.note.clone(), note)])
    } else {
        let widths = table::widths(&[Grow(16), Fixed(10), Grow(18)], room);
        let about = (row.about.clone(), look.theme.dim);
        table::row(look, &widths, &[cell(&row.title), about, (row.note.clone(), note)])
    };
    frame.render_widget(line, inside);
    if chosen {
        text::put(frame, place, &look.symbols.cursor, look.theme.text);
        list::choose(look, frame, place, look.theme.selected);
    }
}

/// How a note is drawn; its words say as much.
const fn urgency(urgency: Urgency, look: &Look) -> Style {
    match urgency {
        Urgency::Calm => look.theme.text,
        Urgency::Soon => look.theme.warn,
        Urgency::Late => look.theme.bad,
    }
}
