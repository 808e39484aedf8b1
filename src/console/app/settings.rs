//! How the console looks, as the person at it chose.

use crate::rules::ids::words;

words!(
    /// Which set of symbols is drawn.
    SymbolSet {
        /// Symbols of Unicode's basic plane, for locales in UTF-8.
        Unicode = "unicode",
        /// Plain ASCII.
        Ascii = "ascii",
    }
);

words!(
    /// Which theme colours the screen.
    ThemeName {
        /// The terminal's own colours.
        Terminal = "terminal",
        /// For a light background.
        Light = "light",
        /// For a dark background.
        Dark = "dark",
        /// The strongest contrast.
        HighContrast = "high-contrast",
    }
);

/// How the console looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The theme.
    pub theme: ThemeName,
    /// The symbols.
    pub symbols: SymbolSet,
    /// Colours may be used; `NO_COLOR` says no.
    pub colour: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { theme: ThemeName::Terminal, symbols: SymbolSet::Unicode, colour: true }
    }
}

impl SymbolSet {
    /// The set that fits a locale such as `de_DE.UTF-8`; an unset locale is not UTF-8.
    pub fn for_locale(locale: Option<&str>) -> Self {
        let locale = locale.unwrap_or_default().to_ascii_lowercase();
        if locale.contains("utf-8") || locale.contains("utf8") { Self::Unicode } else { Self::Ascii }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locale_chooses_the_symbols() {
        assert_eq!(SymbolSet::for_locale(Some("de_DE.UTF-8")), SymbolSet::Unicode);
        assert_eq!(SymbolSet::for_locale(Some("C.utf8")), SymbolSet::Unicode);
        assert_eq!(SymbolSet::for_locale(Some("C")), SymbolSet::Ascii);
        assert_eq!(SymbolSet::for_locale(None), SymbolSet::Ascii);
    }
}
