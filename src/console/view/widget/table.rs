//! Rows in columns, cut to fit.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::text;
use crate::console::view::Look;

/// How wide a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Always this many columns of the terminal.
    Fixed(usize),
    /// At least this many, and a share of what is left.
    Grow(usize),
}

/// The widths of `columns` in `room` columns of the terminal, with one space between two. Columns from the right are
/// left out (0) where there is no room for them.
pub fn widths(columns: &[Column], room: usize) -> Vec<usize> {
    let mut left = room;
    let mut widths: Vec<usize> = Vec::with_capacity(columns.len());
    for (index, column) in columns.iter().enumerate() {
        let (Column::Fixed(least) | Column::Grow(least)) = *column;
        let needed = least + usize::from(index > 0);
        if needed > left {
            widths.push(if index == 0 { left } else { 0 });
            left = 0;
        } else {
            widths.push(least);
            left -= needed;
        }
    }
    let growing: Vec<usize> = columns
        .iter()
        .enumerate()
        .filter(|(index, column)| {
            matches!(column, Column::Grow(_)) && widths.get(*index).is_some_and(|w| *w > 0)
        })
        .map(|(index, _)| index)
        .collect();
    for (rank, index) in growing.iter().enumerate() {
        let share = left / (growing.len() - rank);
        left -= share;
        if let Some(width) = widths.get_mut(*index) {
            *width += share;
        }
    }
    widths
}

/// One row: each cell cut or filled to its width.
pub fn row(look: &Look, widths: &[usize], cells: &[(String, Style)]) -> Line<'static> {
    let mut spans = Vec::with_capacity(cells.len() * 2);
    for ((cell, style), width) in cells.iter().zip(widths).filter(|(_, width)| **width > 0) {
        if !spans.is_empty() {
            spans.push(Span::raw(" "));
        }
        spans.push(Span::styled(text::fill(cell, *width, look), *style));
    }
    Line::from(spans)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_share_what_is_left_and_never_take_more() {
        use Column::{Fixed, Grow};
        assert_eq!(widths(&[Fixed(3), Grow(4), Fixed(2)], 20), [3, 13, 2]);
        assert_eq!(widths(&[Grow(4), Grow(4)], 10), [4, 5]);
        assert_eq!(widths(&[Fixed(3), Fixed(8)], 5), [3, 0], "the last goes first");
        for room in 0..40 {
            let got = widths(&[Fixed(3), Grow(4), Fixed(2), Grow(6)], room);
            let shown = got.iter().filter(|width| **width > 0).count();
            assert!(got.iter().sum::<usize>() + shown.saturating_sub(1) <= room, "{room} {got:?}");
        }
    }
}
