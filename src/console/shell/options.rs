//! What the console is started with, and how it is found around the person.

use std::io::ErrorKind;
use std::path::Path;
use std::{env, fs};

use crate::console::app::overlay::Text;
use crate::console::app::settings::SymbolSet;
use crate::console::app::{About, Overlay, Present, Settings};

/// What the console is started with.
#[derive(Clone, Debug)]
pub struct Options {
    /// What the header says.
    pub about: About,
    /// How it looks.
    pub settings: Settings,
    /// The text of the person's own keymap, if there is one.
    pub keymap: Option<String>,
    /// What is asked or said before anything else, the last one first.
    pub first: Vec<Overlay>,
    /// The room's screen, where that is what is shown.
    pub present: Option<Present>,
}

impl Options {
    /// The options for a person whose configuration lies in this folder: the keymap is `keymap.toml`, colours and symbols
    /// follow `NO_COLOR`, the terminal and the locale.
    #[expect(clippy::disallowed_methods, reason = "the shell reads the person's keymap")]
    pub fn find(mut about: About, configuration: &Path) -> Self {
        let file = configuration.join("keymap.toml");
        about.keymap_file = file.display().to_string();
        let mut first = Vec::new();
        let keymap = match fs::read_to_string(&file) {
            Ok(text) => Some(text),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => {
                let lines = vec![format!("{} cannot be read: {error}", file.display())];
                first.push(Text::new("Your own keys are not in force", lines).into());
                None
            }
        };
        Self { about, settings: settings(variable), keymap, first, present: None }
    }
}

/// The settings that an environment asks for.
fn settings(variable: impl Fn(&str) -> Option<String>) -> Settings {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(&variable);
    // The console of Linux itself has few glyphs, whatever the locale.
    let bare = variable("TERM").is_some_and(|term| term == "linux");
    let symbols = if bare { SymbolSet::Ascii } else { SymbolSet::for_locale(locale.as_deref()) };
    Settings { symbols, colour: variable("NO_COLOR").is_none(), ..Settings::default() }
}

/// A variable that is set to something.
#[expect(clippy::disallowed_methods, reason = "the shell reads the environment")]
fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(set: &'static [(&'static str, &'static str)]) -> Settings {
        settings(move |name| set.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn the_environment_says_how_it_looks() {
        assert_eq!(with(&[("LANG", "de_DE.UTF-8")]).symbols, SymbolSet::Unicode);
        assert_eq!(with(&[("LANG", "de_DE.UTF-8"), ("LC_ALL", "C")]).symbols, SymbolSet::Ascii);
        assert_eq!(with(&[("LANG", "de_DE.UTF-8"), ("TERM", "linux")]).symbols, SymbolSet::Ascii);
        assert_eq!(with(&[]).symbols, SymbolSet::Ascii);
        assert!(with(&[]).colour);
        assert!(!with(&[("NO_COLOR", "1")]).colour);
    }
}
