//! A page filled from the top, with what is spare shared out as empty rows.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::console::view::Look;
use crate::console::view::widget::text;

/// A page being filled.
pub(super) struct Flow<'a, 'f> {
    /// How it looks.
    pub(super) look: &'a Look,
    frame: &'a mut Frame<'f>,
    left: Rect,
    gaps: std::collections::VecDeque<u16>,
}

impl<'a, 'f> Flow<'a, 'f> {
    /// An empty page on `area`.
    pub(super) fn new(look: &'a Look, frame: &'a mut Frame<'f>, area: Rect) -> Self {
        Self { look, frame, left: area, gaps: [1].into() }
    }

    /// Columns of a line.
    pub(super) fn width(&self) -> usize {
        usize::from(self.left.width)
    }

    /// What is left.
    pub(super) const fn left(&self) -> Rect {
        self.left
    }

    /// Shares out what `rows` of content leave of the page among the gaps to come, none above two rows. Where there
    /// is not enough for all, those that are named first in `order` get theirs.
    pub(super) fn spread<const N: usize>(&mut self, rows: u16, order: [usize; N]) {
        let mut gaps = [0_u16; N];
        let mut spare = self.left.height.saturating_sub(rows);
        for _ in 0..2 {
            for gap in order {
                if let Some(gap) = gaps.get_mut(gap).filter(|_| spare > 0) {
                    *gap += 1;
                    spare -= 1;
                }
            }
        }
        self.gaps = gaps.into();
    }

    /// Leaves the next gap.
    pub(super) fn gap(&mut self) {
        let gap = self.gaps.pop_front().unwrap_or(1);
        self.take(gap);
    }

    /// Takes the next rows, as many as there are.
    pub(super) fn take(&mut self, rows: u16) -> Rect {
        let rows = rows.min(self.left.height);
        let taken = Rect { height: rows, ..self.left };
        self.left.y = self.left.y.saturating_add(rows);
        self.left.height = self.left.height.saturating_sub(rows);
        taken
    }

    /// The frame, to draw on what was taken.
    pub(super) const fn frame(&mut self) -> &mut Frame<'f> {
        self.frame
    }

    /// A line, cut where it is too long.
    pub(super) fn line(&mut self, line: &str, style: Style) {
        let row = self.take(1);
        if !row.is_empty() {
            text::put(self.frame, row, &text::cut(line, usize::from(row.width), self.look), style);
        }
    }

    /// A text over as many lines as it takes, but no more than `most`.
    pub(super) fn wrapped(&mut self, whole: &str, most: usize, style: Style) {
        self.shortened(whole, most, &self.look.symbols.ellipsis, style);
    }

    /// The same; where there is more, the last line ends with `more`.
    pub(super) fn shortened(&mut self, whole: &str, most: usize, more: &str, style: Style) {
        for line in text::first_lines(whole, self.width(), most, more) {
            self.line(&line, style);
        }
    }

    /// Rows that a text takes in full.
    pub(super) fn rows_of(&self, whole: &str) -> u16 {
        u16::try_from(text::wrap(whole, self.width()).len()).unwrap_or(u16::MAX)
    }
}
