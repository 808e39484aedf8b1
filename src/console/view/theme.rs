//! The colours, by what they are for.

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

use super::LookError;
use crate::console::app::settings::ThemeName;

/// How each kind of text is drawn.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Theme {
    /// Plain text and the background.
    #[serde(deserialize_with = "style")]
    pub text: Style,
    /// What matters less.
    #[serde(deserialize_with = "style")]
    pub dim: Style,
    /// What matters more.
    #[serde(deserialize_with = "style")]
    pub strong: Style,
    /// Headings and titles.
    #[serde(deserialize_with = "style")]
    pub heading: Style,
    /// Keys in hints.
    #[serde(deserialize_with = "style")]
    pub key: Style,
    /// Borders.
    #[serde(deserialize_with = "style")]
    pub border: Style,
    /// The line on top.
    #[serde(deserialize_with = "style")]
    pub header: Style,
    /// The line on top of a copy for rehearsing.
    #[serde(deserialize_with = "style")]
    pub rehearsal: Style,
    /// The chosen row where the keys go.
    #[serde(deserialize_with = "style")]
    pub selected: Style,
    /// The chosen row of another pane.
    #[serde(deserialize_with = "style")]
    pub selected_idle: Style,
    /// Met, done, carried.
    #[serde(deserialize_with = "style")]
    pub good: Style,
    /// Not met, failed, refused.
    #[serde(deserialize_with = "style")]
    pub bad: Style,
    /// To be looked at.
    #[serde(deserialize_with = "style")]
    pub warn: Style,
    /// Claimed and not yet checked.
    #[serde(deserialize_with = "style")]
    pub claimed: Style,
}

impl Theme {
    /// The theme called `name`; without `colour` only bold, dim and the like are left, and selection stays visible.
    ///
    /// # Errors
    /// The theme's file is wrong.
    pub fn load(name: ThemeName, colour: bool) -> Result<Self, LookError> {
        let name = if colour { name } else { ThemeName::Terminal };
        let theme: Self = toml::from_str(text(name)).map_err(|error| LookError {
            what: "theme",
            name: name.to_string(),
            why: error.to_string(),
        })?;
        Ok(if colour { theme } else { theme.colourless() })
    }

    /// The same with bold, dim and reversed alone.
    fn colourless(mut self) -> Self {
        for style in [
            &mut self.text,
            &mut self.dim,
            &mut self.strong,
            &mut self.heading,
            &mut self.key,
            &mut self.border,
            &mut self.header,
            &mut self.rehearsal,
            &mut self.selected,
            &mut self.selected_idle,
            &mut self.good,
            &mut self.bad,
            &mut self.warn,
            &mut self.claimed,
        ] {
            style.fg = None;
            style.bg = None;
        }
        self
    }
}

/// The file of a theme.
const fn text(name: ThemeName) -> &'static str {
    match name {
        ThemeName::Terminal => include_str!("../../../assets/themes/terminal.toml"),
        ThemeName::Light => include_str!("../../../assets/themes/light.toml"),
        ThemeName::Dark => include_str!("../../../assets/themes/dark.toml"),
        ThemeName::HighContrast => include_str!("../../../assets/themes/high-contrast.toml"),
    }
}

/// A style as a theme's file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Token {
    fg: Option<String>,
    bg: Option<String>,
    #[serde(default)]
    add: Vec<String>,
}

fn style<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Style, D::Error> {
    use serde::de::Error;
    let token = Token::deserialize(deserializer)?;
    let colour = |name: Option<String>| {
        let read = |name: String| {
            name.parse::<Color>().map_err(|error| D::Error::custom(format!("`{name}`: {error}")))
        };
        name.map(read).transpose()
    };
    let mut style = Style { fg: colour(token.fg)?, bg: colour(token.bg)?, ..Style::default() };
    for word in token.add {
        style = style.add_modifier(match word.as_str() {
            "bold" => Modifier::BOLD,
            "dim" => Modifier::DIM,
            "underlined" => Modifier::UNDERLINED,
            "reversed" => Modifier::REVERSED,
            _ => return Err(D::Error::custom(format!("`{word}` is not bold, dim, underlined or reversed"))),
        });
    }
    Ok(style)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_can_be_read_and_shows_what_is_chosen() {
        for name in ThemeName::ALL {
            let theme = Theme::load(*name, true).unwrap();
            assert_ne!(theme.selected, theme.text, "{name}");
            assert_ne!(theme.selected, theme.selected_idle, "{name}");
        }
    }

    #[test]
    fn without_colour_no_theme_has_one() {
        for name in ThemeName::ALL {
            let theme = Theme::load(*name, false).unwrap();
            for style in [theme.text, theme.selected, theme.header, theme.good, theme.bad, theme.warn] {
                assert_eq!((style.fg, style.bg), (None, None), "{name}");
            }
            assert!(theme.selected.add_modifier.contains(Modifier::REVERSED));
        }
    }
}
