//! The seats in columns: as few as fit, with a line or two a seat.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::console::app::cursor::Cursor;
use crate::console::app::screen::meeting::words;
use crate::console::view::Look;
use crate::console::view::widget::text;
use crate::council::conflict::Suggestion;
use crate::council::{Position, Seat};

/// The narrowest column in which a seat can be read.
const NARROWEST: u16 = 37;
/// The widest, so that what is said stands near the name.
const WIDEST: u16 = 54;
/// Columns for what is said of a seat.
const SAID: usize = 14;

/// Columns before the name: the mark, the number, and an alert.
const LEAD: usize = 5;

/// One seat of the roll, ready to be drawn.
pub(super) struct Cell {
    /// The number.
    pub(super) number: String,
    /// The holder.
    pub(super) name: String,
    /// What is said of it.
    pub(super) said: String,
    /// In which style.
    pub(super) style: Style,
    /// What stands below, where there is room.
    pub(super) below: String,
    /// What stands below deserves a look.
    pub(super) warns: bool,
}

impl Cell {
    /// A cell for `seat`.
    pub(super) fn new(seat: &Seat, said: impl Into<String>, style: Style) -> Self {
        let chair = if seat.chair { ", chair" } else { "" };
        Self {
            number: seat.n.to_string(),
            name: format!("{}{chair}", seat.who()),
            said: said.into(),
            style,
            below: seat.employer.clone(),
            warns: false,
        }
    }

    /// Says below it which of `conflicts` the holder has, and what has become of them.
    pub(super) fn conflicts(mut self, conflicts: &[Suggestion]) -> Self {
        let theirs: Vec<&Suggestion> =
            conflicts.iter().filter(|one| one.seat.is_some_and(|n| n.to_string() == self.number)).collect();
        if !theirs.is_empty() {
            let said: Vec<String> = theirs.iter().map(|one| words::conflict_below(one)).collect();
            self.below = format!("{}: {}", self.below, said.join("; "));
            self.warns = theirs.iter().any(|one| one.stands());
        }
        self
    }
}

/// The style of a position. The word says it too.
pub(super) const fn style(position: Position, look: &Look) -> Style {
    match position {
        Position::For => look.theme.good,
        Position::Against => look.theme.bad,
        Position::Abstain => look.theme.warn,
        Position::Recused => look.theme.claimed,
    }
}

/// A position in the roll: the word, in its style.
pub(super) fn position(position: Position, look: &Look) -> (String, Style) {
    (words::position(position).to_owned(), style(position, look))
}

/// How the seats are laid out.
#[derive(Clone, Copy)]
struct Grid {
    columns: u16,
    lines: u16,
}

/// The layout of `seats` in `area`: two lines a seat if that fits, else one; as few columns as fit.
fn grid(seats: u16, area: Rect) -> Grid {
    let most = (area.width / NARROWEST).clamp(1, 3);
    let layouts = [2, 1].into_iter().flat_map(|lines| (1..=most).map(move |columns| Grid { columns, lines }));
    let fits = |grid: &Grid| seats.div_ceil(grid.columns).saturating_mul(grid.lines) <= area.height;
    layouts.into_iter().find(fits).unwrap_or(Grid { columns: most, lines: 1 })
}

/// Draws the seats; the chosen one is always in sight. Without a cursor none is chosen.
pub(super) fn draw(look: &Look, frame: &mut Frame<'_>, area: Rect, cells: &[Cell], cursor: Option<Cursor>) {
    let seats = u16::try_from(cells.len()).unwrap_or(u16::MAX);
    if seats == 0 || area.is_empty() {
        return;
    }
    let Grid { columns, lines } = grid(seats, area);
    let deep = seats.div_ceil(columns);
    let width = (area.width / columns).min(WIDEST);
    let chosen = cursor.and_then(Cursor::chosen);
    let shown = (area.height / lines).max(1);
    let at = chosen.and_then(|at| u16::try_from(at).ok()).unwrap_or_default() % deep;
    let top = at.saturating_sub(shown / 2).min(deep.saturating_sub(shown));
    for (index, cell) in (0_u16..).zip(cells) {
        let (column, row) = (index / deep, index % deep);
        if row < top || row - top >= shown {
            continue;
        }
        let place = Rect {
            x: area.x + column * width,
            y: area.y + (row - top) * lines,
            width: width.saturating_sub(1),
            height: lines.min(area.height),
        };
        one(look, frame, place, cell, chosen == Some(usize::from(index)));
    }
    if top > 0 {
        text::put_right(frame, Rect { height: 1, ..area }, &look.symbols.more_above, look.theme.dim);
    }
    if top + shown < deep {
        let last = Rect { y: area.bottom() - 1, height: 1, ..area };
        text::put_right(frame, last, &look.symbols.more_below, look.theme.dim);
    }
}

fn one(look: &Look, frame: &mut Frame<'_>, place: Rect, cell: &Cell, chosen: bool) {
    let row = Rect { height: 1, ..place };
    let mark = if chosen { look.symbols.cursor.as_str() } else { " " };
    let alert = if cell.warns && place.height < 2 { "!" } else { " " };
    let width = usize::from(place.width);
    let said = SAID.min(width);
    let name = text::fill(&cell.name, width.saturating_sub(LEAD + 1 + said), look);
    let before = format!("{mark}{:>2}{alert} {name}", cell.number);
    text::put(frame, row, &before, look.theme.strong);
    let after = Rect { x: row.right().saturating_sub(columns(said)), width: columns(said), ..row };
    text::put(frame, after, &text::fill(&cell.said, said, look), cell.style);
    if chosen {
        frame.buffer_mut().set_style(row, look.theme.selected);
    }
    if place.height > 1 {
        let style = if cell.warns { look.theme.warn } else { look.theme.dim };
        let lead = columns(LEAD);
        let below =
            Rect { x: place.x + lead, y: place.y + 1, width: place.width.saturating_sub(lead), height: 1 };
        text::put(frame, below, &text::cut(&cell.below, usize::from(below.width), look), style);
    }
}

fn columns(width: usize) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}
