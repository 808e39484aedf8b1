//! Figures and a few words in letters five rows high, made of the symbol of a full bar.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::flow::Flow;
use crate::console::view::widget::text;

/// Rows of a letter, in dots.
const TALL: u16 = 5;

/// How large a dot is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dot {
    columns: u16,
    rows: u16,
}

/// The sizes there are, the largest first.
const SIZES: [Dot; 4] = [
    Dot { columns: 6, rows: 3 },
    Dot { columns: 4, rows: 2 },
    Dot { columns: 2, rows: 1 },
    Dot { columns: 1, rows: 1 },
];

impl Dot {
    /// Rows of a letter.
    pub(super) const fn height(self) -> u16 {
        self.rows.saturating_mul(TALL)
    }

    /// The largest in which each of `words` fits into `columns`, and all into `rows`.
    pub(super) fn largest(words: &[&str], columns: u16, rows: u16) -> Option<Self> {
        let fits = |dot: &&Self| {
            dot.height() <= rows && words.iter().all(|word| dots(word).saturating_mul(dot.columns) <= columns)
        };
        SIZES.iter().find(fits).copied()
    }
}

/// The rows of a letter; `#` is a dot.
const fn letter(of: char) -> [&'static str; 5] {
    match of {
        '0' | 'O' => ["###", "# #", "# #", "# #", "###"],
        '1' => [" # ", "## ", " # ", " # ", "###"],
        '2' => ["###", "  #", "###", "#  ", "###"],
        '3' => ["###", "  #", " ##", "  #", "###"],
        '4' => ["# #", "# #", "###", "  #", "  #"],
        '5' | 'S' => ["###", "#  ", "###", "  #", "###"],
        '6' => ["###", "#  ", "###", "# #", "###"],
        '7' => ["###", "  #", "  #", "  #", "  #"],
        '8' => ["###", "# #", "###", "# #", "###"],
        '9' => ["###", "# #", "###", "  #", "###"],
        'A' => ["###", "# #", "###", "# #", "# #"],
        'C' => ["###", "#  ", "#  ", "#  ", "###"],
        'D' => ["## ", "# #", "# #", "# #", "## "],
        'E' => ["###", "#  ", "## ", "#  ", "###"],
        'I' => ["#", "#", "#", "#", "#"],
        'N' => ["#  #", "## #", "# ##", "#  #", "#  #"],
        'P' => ["###", "# #", "###", "#  ", "#  "],
        'T' => ["###", " # ", " # ", " # ", " # "],
        _ => ["  ", "  ", "  ", "  ", "  "],
    }
}

/// Columns of a word, in dots.
fn dots(word: &str) -> u16 {
    let [first, ..] = rows(word);
    u16::try_from(first.len()).unwrap_or(u16::MAX)
}

/// A word as rows of dots.
fn rows(word: &str) -> [String; 5] {
    let mut rows: [String; 5] = Default::default();
    for (at, of) in word.chars().enumerate() {
        for (row, dots) in rows.iter_mut().zip(letter(of)) {
            if at > 0 {
                row.push(' ');
            }
            row.push_str(dots);
        }
    }
    rows
}

/// Draws `word` from the left of `place`.
pub(super) fn draw(flow: &mut Flow<'_, '_>, place: Rect, dot: Dot, word: &str, style: Style) {
    let full = flow.look.symbols.bar_full.clone();
    let rows = rows(word);
    let rows = rows.iter().flat_map(|row| std::iter::repeat_n(row, usize::from(dot.rows)));
    for (row, line) in rows.zip(place.rows()) {
        let cell = |dot: char| if dot == '#' { full.as_str() } else { " " };
        let drawn: String = row.chars().map(|of| cell(of).repeat(usize::from(dot.columns))).collect();
        text::put(flow.frame(), line, &drawn, style);
    }
}

/// A figure with what it counts.
pub(super) struct Figure {
    /// The figure.
    pub(super) number: u64,
    /// What it counts.
    pub(super) label: &'static str,
    /// In which style.
    pub(super) style: Style,
}

/// Columns between two figures.
const BETWEEN: u16 = 3;

/// Rows that `figures` take where at most `rows` are to be had, and how large they are: no more than a quarter of a
/// page of `area`, so that it stays calm.
pub(super) fn fit(figures: &[Figure], area: Rect, rows: u16) -> (u16, Option<Dot>) {
    let (width, rows) = (area.width, rows.min((area.height / 4).max(TALL + 1)));
    let numbers: Vec<String> = figures.iter().map(|figure| figure.number.to_string()).collect();
    let words: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let slot = slot(figures, width).saturating_sub(BETWEEN);
    let dot = Dot::largest(&words, slot, rows.saturating_sub(1)).filter(|dot| dot.columns > 1);
    (dot.map_or(1, |dot| dot.height().saturating_add(1)), dot)
}

fn slot(figures: &[Figure], width: u16) -> u16 {
    width / u16::try_from(figures.len()).unwrap_or(u16::MAX).max(1)
}

/// Draws `figures` side by side, each with its words below; without a size as one line of words.
pub(super) fn figures(flow: &mut Flow<'_, '_>, figures: &[Figure], dot: Option<Dot>) {
    let said = |figure: &Figure| format!("{} {}", figure.number, figure.label);
    let Some(dot) = dot else {
        let line: Vec<String> = figures.iter().map(said).collect();
        return flow.wrapped(&line.join(", "), 2, flow.look.theme.strong);
    };
    let slot = slot(figures, flow.left().width);
    let (numbers, labels) = (flow.take(dot.height()), flow.take(1));
    for (at, figure) in (0_u16..).zip(figures) {
        let beside = |row: Rect| Rect {
            x: row.x.saturating_add(at.saturating_mul(slot)),
            width: slot.saturating_sub(1),
            ..row
        };
        draw(flow, beside(numbers), dot, &figure.number.to_string(), figure.style);
        let label = text::cut(&said(figure), usize::from(slot.saturating_sub(1)), flow.look);
        text::put(flow.frame(), beside(labels), &label, figure.style);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_of_a_result_is_known_and_even() {
        for word in ["ADOPTED", "NOT ADOPTED", "NO DECISION", "0123456789"] {
            for of in word.chars() {
                let rows = letter(of);
                assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{of}");
                assert_eq!(of != ' ', rows.iter().any(|row| row.contains('#')), "{of}");
            }
        }
    }

    #[test]
    fn the_largest_that_fits_is_taken() {
        assert_eq!(Dot::largest(&["12"], 28, 10), Some(Dot { columns: 4, rows: 2 }));
        assert_eq!(Dot::largest(&["12"], 27, 10), Some(Dot { columns: 2, rows: 1 }));
        assert_eq!(Dot::largest(&["12"], 200, 4), None);
    }
}
