//! The roll in columns: each seat with what it says, as a word.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::flow::Flow;
use crate::console::app::present::{Line, Said};
use crate::console::app::screen::meeting::words;
use crate::console::view::Look;
use crate::console::view::widget::text;
use crate::council::{Position, Silence};

/// The narrowest column in which a seat can be read.
const NARROWEST: u16 = 25;
/// Columns between two columns of seats.
const BETWEEN: u16 = 2;
/// Columns for what is said of a seat.
const SAID: usize = 11;

/// What is shown of positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// Who is in the room.
    Attendance,
    /// Who has said something, but not what.
    Answered,
    /// What each has said.
    Positions,
}

/// How the seats are laid out: columns, and rows from one seat to the next.
#[derive(Clone, Copy)]
struct Grid {
    columns: u16,
    pitch: u16,
}

fn most_columns(width: u16) -> u16 {
    (width / NARROWEST).clamp(1, 4)
}

/// Rows that `seats` take at least.
pub(super) fn least(seats: usize, width: u16) -> u16 {
    u16::try_from(seats).unwrap_or(u16::MAX).div_ceil(most_columns(width))
}

/// Columns of the terminal that a seat takes with a whole name.
fn column(lines: &[Line]) -> u16 {
    let widest = lines.iter().map(|line| text::width(&name(line))).max().unwrap_or_default();
    u16::try_from(widest + SAID + 4).unwrap_or(u16::MAX).saturating_add(BETWEEN)
}

/// Columns in which every name is whole, one at least.
fn whole_columns(lines: &[Line], width: u16) -> u16 {
    (width / column(lines).max(NARROWEST)).clamp(1, most_columns(width))
}

/// The holder; who presides is named as such.
fn name(line: &Line) -> String {
    format!("{}{}", line.holder, if line.chair { ", chair" } else { "" })
}

/// Rows that the seats take with whole names.
pub(super) fn liked(lines: &[Line], width: u16) -> u16 {
    u16::try_from(lines.len()).unwrap_or(u16::MAX).div_ceil(whole_columns(lines, width))
}

/// The airiest layout that fits with whole names, else with cut ones, else the tightest.
fn grid(lines: &[Line], area: Rect) -> Grid {
    let seats = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let (whole, most) = (whole_columns(lines, area.width), most_columns(area.width));
    let tries = [(2, 1..=whole), (1, 1..=whole), (1, whole..=most)];
    let mut layouts =
        tries.into_iter().flat_map(|(pitch, range)| range.map(move |columns| Grid { columns, pitch }));
    let rows = |grid: &Grid| {
        seats.div_ceil(grid.columns).saturating_mul(grid.pitch).saturating_sub(grid.pitch.saturating_sub(1))
    };
    layouts.find(|grid| rows(grid) <= area.height).unwrap_or(Grid { columns: most, pitch: 1 })
}

/// Draws the seats in what is left of the page; where not all fit, those around the one whose turn it is.
pub(super) fn draw(flow: &mut Flow<'_, '_>, lines: &[Line], shown: Shown) {
    let area = flow.take(u16::MAX);
    let seats = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    if seats == 0 || area.is_empty() {
        return;
    }
    let Grid { columns, pitch } = grid(lines, area);
    let deep = seats.div_ceil(columns);
    let room = area.height.saturating_add(pitch).saturating_sub(1) / pitch;
    let turn = (0_u16..).zip(lines).find(|(_, line)| line.said == Said::Turn);
    let turn = turn.map_or(0, |(at, _)| at % deep);
    let top = turn.saturating_sub(room / 2).min(deep.saturating_sub(room));
    let width = (area.width / columns).min(column(lines).saturating_add(BETWEEN));
    for (at, line) in (0_u16..).zip(lines) {
        let (column, row) = (at / deep, at % deep);
        if row < top || row - top >= room {
            continue;
        }
        let place = Rect {
            x: area.x.saturating_add(column.saturating_mul(width)),
            y: area.y.saturating_add((row - top).saturating_mul(pitch)),
            width: width.saturating_sub(BETWEEN),
            height: 1,
        };
        one(flow, place, line, shown);
    }
    let look = flow.look;
    if top > 0 {
        text::put_right(flow.frame(), Rect { height: 1, ..area }, &look.symbols.more_above, look.theme.dim);
    }
    if top.saturating_add(room) < deep {
        let last = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
        text::put_right(flow.frame(), last, &look.symbols.more_below, look.theme.dim);
    }
}

fn one(flow: &mut Flow<'_, '_>, place: Rect, line: &Line, shown: Shown) {
    let look = flow.look;
    let (word, style) = said(line.said, shown, look);
    let room = usize::from(place.width).saturating_sub(SAID + 4);
    let quiet = line.said == Said::Silent(Silence::Absent);
    let text_style = if quiet { look.theme.dim } else { look.theme.text };
    let before = format!("{:>2} {} ", line.n, text::fill(&name(line), room, look));
    text::put(flow.frame(), place, &before, text_style);
    let x = place.x.saturating_add(u16::try_from(text::width(&before)).unwrap_or(u16::MAX));
    let beside = Rect { x, width: place.right().saturating_sub(x), ..place };
    text::put(flow.frame(), beside, &text::fill(word, SAID, look), style);
    if line.said == Said::Turn {
        flow.frame().buffer_mut().set_style(place, look.theme.selected);
    }
}

/// What is said of a seat, as a word.
fn said(said: Said, shown: Shown, look: &Look) -> (&'static str, Style) {
    let theme = &look.theme;
    match (said, shown) {
        (Said::Silent(Silence::Absent), _) => (words::silence(Silence::Absent), theme.dim),
        (_, Shown::Attendance) => ("in", theme.good),
        (Said::Position(position), Shown::Positions) => {
            (words::position(position), position_style(position, look))
        }
        (Said::Position(_), Shown::Answered) => ("answered", theme.strong),
        (Said::Left, _) => ("left", theme.warn),
        (Said::Turn, _) => ("their turn", theme.strong),
        (Said::Silent(silence @ Silence::NoPosition), _) => (words::silence(silence), theme.warn),
        (Said::Silent(silence), _) => (words::silence(silence), theme.dim),
    }
}

/// The style of a position. The word says it too.
pub(super) const fn position_style(position: Position, look: &Look) -> Style {
    match position {
        Position::For => look.theme.good,
        Position::Against => look.theme.bad,
        Position::Abstain => look.theme.text,
        Position::Recused => look.theme.claimed,
    }
}
