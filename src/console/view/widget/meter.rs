//! A bar with a number beside it; the number says everything that the bar shows.

use ratatui::text::{Line, Span};

use crate::console::view::Look;

/// What a bar shows. All figures are in the same unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meter {
    /// What counts.
    pub counted: u64,
    /// What would count if everything claimed were good; at least `counted`.
    pub claimed: u64,
    /// The end of the bar.
    pub full: u64,
    /// What is needed, if something is: marked in the bar.
    pub floor: Option<u64>,
}

impl Meter {
    /// The bar alone, `width` columns wide.
    pub fn bar(self, width: u16, look: &Look) -> Line<'static> {
        let at = |figure: u64| self.column(figure, width);
        let (counted, claimed, floor) = (at(self.counted), at(self.claimed), self.floor.map(at));
        let symbols = &look.symbols;
        let cells = (0..width).map(|column| {
            if floor.is_some_and(|floor| column == floor.min(width.saturating_sub(1)) && column >= counted) {
                Span::styled(symbols.bar_floor.clone(), look.theme.strong)
            } else if column < counted {
                Span::styled(symbols.bar_full.clone(), look.theme.text)
            } else if column < claimed {
                Span::styled(symbols.bar_claimed.clone(), look.theme.claimed)
            } else {
                Span::styled(symbols.bar_empty.clone(), look.theme.dim)
            }
        });
        cells.collect()
    }

    /// The column that stands for `figure`: something is never shown as nothing, nor nearly all as all.
    fn column(self, figure: u64, width: u16) -> u16 {
        if figure == 0 || self.full == 0 || width == 0 {
            return 0;
        }
        if figure >= self.full {
            return width;
        }
        let share = u128::from(figure) * u128::from(width) / u128::from(self.full);
        let column = u16::try_from(share).unwrap_or(width);
        column.clamp(1.min(width), width.saturating_sub(1).max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::app::settings::{Settings, SymbolSet};

    fn bar(counted: u64, claimed: u64, full: u64, floor: Option<u64>) -> String {
        let look = Look::new(&Settings { symbols: SymbolSet::Ascii, ..Settings::default() }).unwrap();
        Meter { counted, claimed, full, floor }.bar(10, &look).to_string()
    }

    #[test]
    fn a_bar_shows_what_counts_what_is_claimed_and_what_is_needed() {
        assert_eq!(bar(10, 10, 25, None), "####......");
        assert_eq!(bar(10, 20, 25, Some(15)), "####==|=..");
        assert_eq!(bar(25, 25, 25, Some(15)), "##########");
        assert_eq!(bar(0, 0, 25, None), "..........");
        assert_eq!(bar(1, 1, 500, None), "#.........", "something is not nothing");
        assert_eq!(bar(499, 499, 500, None), "#########.", "nearly all is not all");
        assert_eq!(bar(u64::MAX, u64::MAX, 0, Some(u64::MAX)).len(), 10);
    }
}
