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

    /// Columns between two letters: half a dot, so that a result fits where it is read from far away.
    const fn between(self) -> u16 {
        self.columns.div_ceil(2)
    }

    /// Columns of a word.
    fn width(self, word: &str) -> u16 {
        let wide = |of| u16::try_from(letter(of)[0].len()).unwrap_or(u16::MAX).saturating_mul(self.columns);
        let letters = word.chars().map(wide).fold(0, u16::saturating_add);
        let gaps = u16::try_from(word.chars().count().saturating_sub(1)).unwrap_or(u16::MAX);
        letters.saturating_add(gaps.saturating_mul(self.between()))
    }

    /// The largest in which each of `words` fits into `columns`, and all into `rows`.
    pub(super) fn largest(words: &[&str], columns: u16, rows: u16) -> Option<Self> {
        let fits = |dot: &&Self| dot.height() <= rows && words.iter().all(|word| dot.width(word) <= columns);
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

/// Draws `word` from the left of `place`.
pub(super) fn draw(flow: &mut Flow<'_, '_>, place: Rect, dot: Dot, word: &str, style: Style) {
    let look = flow.look;
    let cell = |dot: char| if dot == '#' { look.symbols.bar_full.as_str() } else { " " };
    let between = " ".repeat(usize::from(dot.between()));
    for (at, line) in (0_u16..).zip(place.rows().take(usize::from(dot.height()))) {
        let row = usize::from(at / dot.rows.max(1));
        let letters = word.chars().map(|of| {
            let dots = letter(of).get(row).copied().unwrap_or_default().chars();
            dots.map(|of| cell(of).repeat(usize::from(dot.columns))).collect::<String>()
        });
        let letters: Vec<String> = letters.collect();
        text::put(flow.frame(), line, &letters.join(&between), style);
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
        assert_eq!(Dot::largest(&["12"], 26, 10), Some(Dot { columns: 4, rows: 2 }));
        assert_eq!(Dot::largest(&["12"], 25, 10), Some(Dot { columns: 2, rows: 1 }));
        assert_eq!(Dot::largest(&["NOT ADOPTED"], 78, 5), Some(Dot { columns: 2, rows: 1 }));
        assert_eq!(Dot::largest(&["12"], 200, 4), None);
    }
}
