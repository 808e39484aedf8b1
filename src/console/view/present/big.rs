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

impl Figure {
    /// The figure and what it counts, in words.
    fn said(&self) -> String {
        format!("{} {}", self.number, self.label)
    }
}

/// Columns between two figures.
const BETWEEN: u16 = 3;

/// Rows that `figures` take where at most `rows` are to be had, and how large they are: no more than a quarter of a
/// page of `area`, so that it stays calm.
pub(super) fn fit(figures: &[Figure], area: Rect, rows: u16) -> (u16, Option<Dot>) {
    let rows = rows.min((area.height / 4).max(TALL + 1));
    let fits =
        |dot: &&Dot| dot.columns > 1 && dot.height() < rows && slots(figures, **dot, area.width).is_some();
    let dot = SIZES.iter().find(fits).copied();
    (dot.map_or(1, |dot| dot.height().saturating_add(1)), dot)
}

/// Columns of each figure and the gap behind it: as many for each where that is enough, else as many as each needs with
/// its words, and a share of what is spare. `None` where there is no room.
fn slots(figures: &[Figure], dot: Dot, width: u16) -> Option<Vec<u16>> {
    let of = u16::try_from(figures.len()).unwrap_or(u16::MAX).max(1);
    let large = |figure: &Figure| dot.width(&figure.number.to_string());
    let even = width / of;
    if figures.iter().all(|figure| large(figure).saturating_add(BETWEEN) <= even) {
        return Some(vec![even; figures.len()]);
    }
    let words = |figure: &Figure| u16::try_from(text::width(&figure.said())).unwrap_or(u16::MAX);
    let needed = |figure: &Figure| large(figure).max(words(figure)).saturating_add(BETWEEN);
    let needed: Vec<u16> = figures.iter().map(needed).collect();
    let all = needed.iter().copied().fold(0, u16::saturating_add);
    let spare = width.saturating_add(BETWEEN).checked_sub(all)? / of;
    Some(needed.into_iter().map(|columns| columns.saturating_add(spare)).collect())
}

/// Draws `figures` side by side, each with its words below; without a size as one line of words.
pub(super) fn figures(flow: &mut Flow<'_, '_>, figures: &[Figure], dot: Option<Dot>) {
    let Some((dot, slots)) = dot.and_then(|dot| Some((dot, slots(figures, dot, flow.left().width)?))) else {
        let line: Vec<String> = figures.iter().map(Figure::said).collect();
        return flow.wrapped(&line.join(", "), 2, flow.look.theme.strong);
    };
    let (numbers, labels) = (flow.take(dot.height()), flow.take(1));
    let mut x = numbers.x;
    for (slot, figure) in slots.into_iter().zip(figures) {
        let beside = |row: Rect| Rect { x, width: slot.saturating_sub(1), ..row };
        draw(flow, beside(numbers), dot, &figure.number.to_string(), figure.style);
        let label = text::cut(&figure.said(), usize::from(slot.saturating_sub(1)), flow.look);
        text::put(flow.frame(), beside(labels), &label, figure.style);
        x = x.saturating_add(slot);
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
    fn a_figure_of_two_digits_gets_the_room_that_others_leave() {
        let style = Style::default();
        let figures = |numbers: [u64; 5]| {
            let labels = ["for", "against", "abstaining", "recused", "to come"];
            let both = numbers.into_iter().zip(labels);
            both.map(|(number, label)| Figure { number, label, style }).collect::<Vec<_>>()
        };
        let area = Rect::new(0, 0, 78, 21);
        let dot = Dot { columns: 2, rows: 1 };
        assert_eq!(slots(&figures([4, 1, 1, 1, 2]), dot, 78), Some(vec![15; 5]));
        for numbers in [[0, 0, 0, 0, 15], [10, 2, 1, 0, 2], [10, 10, 10, 10, 10]] {
            let slots = slots(&figures(numbers), dot, 78).unwrap();
            assert!(slots.iter().sum::<u16>() <= 78 + BETWEEN, "{slots:?}");
            assert_eq!(fit(&figures(numbers), area, 6), (6, Some(dot)), "{numbers:?}");
        }
        assert_eq!(fit(&figures([0, 0, 0, 0, 15]), area, 5), (1, None));
        assert_eq!(fit(&figures([0, 0, 0, 0, 15]), Rect::new(0, 0, 50, 21), 6), (1, None));
    }

    #[test]
    fn the_largest_that_fits_is_taken() {
        assert_eq!(Dot::largest(&["12"], 26, 10), Some(Dot { columns: 4, rows: 2 }));
        assert_eq!(Dot::largest(&["12"], 25, 10), Some(Dot { columns: 2, rows: 1 }));
        assert_eq!(Dot::largest(&["NOT ADOPTED"], 78, 5), Some(Dot { columns: 2, rows: 1 }));
        assert_eq!(Dot::largest(&["12"], 200, 4), None);
    }
}
