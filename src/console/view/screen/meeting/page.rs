//! A page filled from the top: one line after the other, and what is left below.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::console::view::Look;
use crate::console::view::widget::text;

/// Columns of the label before a figure.
pub(super) const LABEL: usize = 10;

/// A page being filled.
pub(super) struct Page<'a, 'f> {
    /// How it looks.
    pub(super) look: &'a Look,
    frame: &'a mut Frame<'f>,
    left: Rect,
}

impl<'a, 'f> Page<'a, 'f> {
    /// An empty page on `area`, with a margin of one column.
    pub(super) fn new(look: &'a Look, frame: &'a mut Frame<'f>, area: Rect) -> Self {
        let left = Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(2), ..area };
        Self { look, frame, left }
    }

    /// Columns of a line.
    pub(super) fn width(&self) -> usize {
        usize::from(self.left.width)
    }

    /// Rows that are left.
    pub(super) const fn height(&self) -> u16 {
        self.left.height
    }

    /// The frame and what is left of the page.
    pub(super) const fn rest(&mut self) -> (&mut Frame<'f>, Rect) {
        (self.frame, self.left)
    }

    /// Takes the next row.
    fn row(&mut self) -> Option<Rect> {
        let row = self.left.rows().next()?;
        self.left.y = self.left.y.saturating_add(1);
        self.left.height = self.left.height.saturating_sub(1);
        Some(row)
    }

    /// Keeps `rows` at the foot of the page for something else.
    pub(super) fn foot(&mut self, rows: u16) -> Rect {
        let rows = rows.min(self.left.height);
        self.left.height = self.left.height.saturating_sub(rows);
        Rect { y: self.left.bottom(), height: rows, ..self.left }
    }

    /// A line, cut where it is too long.
    pub(super) fn line(&mut self, line: &str, style: Style) {
        let shown = text::cut(line, self.width(), self.look);
        if let Some(row) = self.row() {
            text::put(self.frame, row, &shown, style);
        }
    }

    /// A line of several styles.
    pub(super) fn spans(&mut self, line: Line<'_>) {
        if let Some(row) = self.row() {
            self.frame.render_widget(line, row);
        }
    }

    /// A line with something at its right end, which goes before.
    pub(super) fn ends(&mut self, (left, of_left): (&str, Style), (right, of_right): (&str, Style)) {
        let room = self.width().saturating_sub(text::width(right) + 2);
        let shown = text::cut(left, room, self.look);
        if let Some(row) = self.row() {
            text::put(self.frame, row, &shown, of_left);
            text::put_right(self.frame, row, right, of_right);
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

    /// A label and what is to be said; on a narrow page without the label.
    pub(super) fn figure(&mut self, label: &str, said: &str, style: Style) {
        if self.width() < 60 {
            return self.line(said, style);
        }
        let shown = text::cut(said, self.width().saturating_sub(LABEL), self.look);
        let label = text::fill(label, LABEL, self.look);
        self.spans(Line::from_iter([
            ratatui::text::Span::styled(label, self.look.theme.dim),
            ratatui::text::Span::styled(shown, style),
        ]));
    }

    /// A rule across the page.
    pub(super) fn rule(&mut self) {
        let rule = self.look.symbols.across.repeat(self.width());
        self.line(&rule, self.look.theme.border);
    }

    /// An empty line, where there are at least `spare` rows left.
    pub(super) fn gap(&mut self, spare: u16) {
        if self.height() > spare {
            self.row();
        }
    }
}
