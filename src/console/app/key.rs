//! One key press, free of any terminal library, and how it is written: `ctrl-d`, `enter`, `J`, `?`.

use std::fmt;
use std::str::FromStr;

/// Which key was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// A key that types a character; an upper-case letter says that shift was held.
    Char(char),
    /// A function key, `f1` to `f12`.
    Function(u8),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab; with shift it is written `shift-tab`.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
}

/// Names of the keys that have one, in the order they are looked up.
const NAMES: [(&str, Code); 16] = [
    ("space", Code::Char(' ')),
    ("enter", Code::Enter),
    ("esc", Code::Esc),
    ("tab", Code::Tab),
    ("backspace", Code::Backspace),
    ("delete", Code::Delete),
    ("up", Code::Up),
    ("down", Code::Down),
    ("left", Code::Left),
    ("right", Code::Right),
    ("home", Code::Home),
    ("end", Code::End),
    ("pageup", Code::PageUp),
    ("pagedown", Code::PageDown),
    ("pgup", Code::PageUp),
    ("pgdn", Code::PageDown),
];

/// One key press with what was held down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The key itself.
    pub code: Code,
    /// Control was held.
    pub ctrl: bool,
    /// Alt was held.
    pub alt: bool,
    /// Shift was held; never set for characters, whose case says it.
    pub shift: bool,
}

impl Key {
    /// The key `code` with nothing held down.
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// The key that types `c`.
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// The character with control held.
    pub const fn ctrl(c: char) -> Self {
        Self { code: Code::Char(c), ctrl: true, alt: false, shift: false }
    }

    /// What this key types into a text, if anything.
    pub const fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "ctrl-"), (self.alt, "alt-"), (self.shift, "shift-")] {
            if held {
                f.write_str(name)?;
            }
        }
        if let Some((name, _)) = NAMES.iter().find(|(_, code)| *code == self.code) {
            return f.write_str(name);
        }
        match self.code {
            Code::Char(c) => write!(f, "{c}"),
            Code::Function(n) => write!(f, "f{n}"),
            _ => Ok(()),
        }
    }
}

/// A text that names no key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no key; write keys like j, J, ?, enter, space, ctrl-d or shift-tab")]
pub struct UnknownKey(pub String);

impl FromStr for Key {
    type Err = UnknownKey;

    fn from_str(text: &str) -> Result<Self, UnknownKey> {
        let (mut ctrl, mut alt, mut shift, mut rest) = (false, false, false, text);
        loop {
            let (held, after) = if let Some(after) = rest.strip_prefix("ctrl-") {
                (&mut ctrl, after)
            } else if let Some(after) = rest.strip_prefix("alt-") {
                (&mut alt, after)
            } else if let Some(after) = rest.strip_prefix("shift-") {
                (&mut shift, after)
            } else {
                break;
            };
            if after.is_empty() || std::mem::replace(held, true) {
                return Err(UnknownKey(text.to_owned()));
            }
            rest = after;
        }
        let mut code = code(rest).ok_or_else(|| UnknownKey(text.to_owned()))?;
        if let (Code::Char(c), true) = (code, shift) {
            code = Code::Char(c.to_uppercase().next().unwrap_or(c));
            shift = false;
        }
        Ok(Self { code, ctrl, alt, shift })
    }
}

fn code(text: &str) -> Option<Code> {
    if let Some((_, code)) = NAMES.iter().find(|(name, _)| *name == text) {
        return Some(*code);
    }
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) if !c.is_control() => Some(Code::Char(c)),
        (Some('f'), Some(_)) => {
            let number = text.strip_prefix('f')?.parse().ok()?;
            (1..=12).contains(&number).then_some(Code::Function(number))
        }
        _ => None,
    }
}

/// Reads keys in a row, such as `g g`.
///
/// # Errors
/// The first word that names no key; an empty row is an unknown key too.
pub fn sequence(text: &str) -> Result<Vec<Key>, UnknownKey> {
    let keys: Vec<Key> = text.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    if keys.is_empty() { Err(UnknownKey(text.to_owned())) } else { Ok(keys) }
}

/// Writes keys in a row, the way [`sequence`] reads them.
pub fn show(keys: &[Key]) -> String {
    keys.iter().map(Key::to_string).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_written_the_way_they_are_read() {
        for text in [
            "j",
            "J",
            "?",
            ":",
            "-",
            "enter",
            "space",
            "ctrl-d",
            "ctrl-alt-x",
            "shift-tab",
            "f5",
            "alt-enter",
        ] {
            assert_eq!(text.parse::<Key>().unwrap().to_string(), text);
        }
        assert_eq!(show(&sequence("g  g").unwrap()), "g g");
        assert_eq!("shift-j".parse::<Key>().unwrap(), Key::char('J'));
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for text in ["", "hyper-x", "ctrl-", "ctrl-ctrl-d", "f13", "f0", "entre", "\u{1b}"] {
            assert!(text.parse::<Key>().is_err(), "{text:?}");
        }
        assert!(sequence("  ").is_err());
        assert!(sequence("g nope").is_err());
    }
}
