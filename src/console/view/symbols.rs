//! The symbols, by what they stand for. Each is one column wide.

use ratatui::symbols::border;
use serde::Deserialize;

use super::LookError;
use crate::console::app::settings::SymbolSet;

/// A symbol for each thing.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Symbols {
    /// Before the chosen row.
    pub cursor: String,
    /// A requirement is met.
    pub met: String,
    /// A requirement is not met.
    pub not_met: String,
    /// A requirement is open.
    pub open: String,
    /// A requirement does not apply.
    pub not_applicable: String,
    /// A requirement is waived.
    pub waived: String,
    /// A rule is inferred.
    pub inferred: String,
    /// A rule is assumed.
    pub assumed: String,
    /// A row is marked.
    pub marked: String,
    /// Something was cut off.
    pub ellipsis: String,
    /// Between two parts of a line.
    pub separator: String,
    /// A bar, as far as it counts.
    pub bar_full: String,
    /// A bar, as far as it is claimed.
    pub bar_claimed: String,
    /// A bar, where it is empty.
    pub bar_empty: String,
    /// A floor or a need in a bar.
    pub bar_floor: String,
    /// There are more rows above.
    pub more_above: String,
    /// There are more rows below.
    pub more_below: String,
    /// Top left, top right, bottom left, bottom right.
    pub corners: [String; 4],
    /// A border across.
    pub across: String,
    /// A border that stands upright.
    pub upright: String,
}

impl Symbols {
    /// The set called `name`.
    ///
    /// # Errors
    /// The set's file is wrong.
    pub fn load(name: SymbolSet) -> Result<Self, LookError> {
        let text = match name {
            SymbolSet::Unicode => include_str!("../../../assets/symbols/unicode.toml"),
            SymbolSet::Ascii => include_str!("../../../assets/symbols/ascii.toml"),
        };
        toml::from_str(text).map_err(|error| LookError {
            what: "set of symbols",
            name: name.to_string(),
            why: error.to_string(),
        })
    }

    /// The border of a popup.
    pub fn border(&self) -> border::Set<'_> {
        let [top_left, top_right, bottom_left, bottom_right] = &self.corners;
        border::Set {
            top_left,
            top_right,
            bottom_left,
            bottom_right,
            vertical_left: &self.upright,
            vertical_right: &self.upright,
            horizontal_top: &self.across,
            horizontal_bottom: &self.across,
        }
    }
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;

    #[test]
    fn every_symbol_is_one_column_wide_and_in_the_basic_plane() {
        for set in SymbolSet::ALL {
            let text = format!("{:?}", Symbols::load(*set).unwrap());
            for symbol in text.split('"').skip(1).step_by(2) {
                assert_eq!(symbol.width(), 1, "{symbol}");
                assert!(symbol.chars().all(|c| (c as u32) < 0xE000), "{symbol}");
                assert!(*set != SymbolSet::Ascii || symbol.is_ascii(), "{symbol}");
            }
        }
    }
}
