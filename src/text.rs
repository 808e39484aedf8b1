//! PURE. Text from outside on its way out: what cannot be seen is shown, so that nothing reaches a terminal that
//! could move its cursor, turn its direction or hide in it. And how long a text may be.
//!
//! Line breaks count as control characters. Whoever shows text of several lines splits it first.

use std::{borrow::Cow, fmt::Write as _};

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

/// The most characters of a text that is kept, such as a note or a reason.
pub const LONGEST: usize = 64 * 1024;

/// The most characters of what is said in one line, such as a name.
pub const LONGEST_LINE: usize = 500;

/// Combining marks left on one base character; more would climb over the lines around it.
const MARKS_PER_BASE: usize = 4;

/// `text` with every character shown: control characters as pictures (`␛`) or `<U+009B>`, bidi, zero-width, tag and
/// other invisible characters as `<U+202E>`. A base keeps four combining marks, the others are counted as
/// `<+96 marks>`; a mark without a base gets a dotted circle to stand on.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_control()) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut marks = 0;
    let mut based = false;
    for character in text.chars() {
        if is_mark(character) {
            if !based {
                shown.push('\u{25CC}');
            }
            if marks < MARKS_PER_BASE {
                shown.push(character);
            }
            marks += 1;
        } else {
            count_excess(&mut shown, marks);
            marks = 0;
            show(&mut shown, character);
        }
        based = true;
    }
    count_excess(&mut shown, marks);
    if shown == text { Cow::Borrowed(text) } else { Cow::Owned(shown) }
}

/// `text` made visible and broken at spaces into lines of at most `width` columns.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in visible(paragraph).split_inclusive(' ') {
            if line.width() + word.trim_end().width() > width && !line.is_empty() {
                lines.push(std::mem::take(&mut line).trim_end().to_owned());
            }
            for grapheme in word.graphemes(true) {
                if line.width() + grapheme.trim_end().width() > width && !line.is_empty() {
                    lines.push(std::mem::take(&mut line).trim_end().to_owned());
                }
                line.push_str(grapheme);
            }
        }
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// `json`, a JSON text, with every character that cannot be seen as `\u....`. Such characters stand only within its
/// strings, so that the value stays the same.
pub fn json_escaped(json: &str) -> Cow<'_, str> {
    if json.is_ascii() && !json.contains('\u{7F}') {
        return Cow::Borrowed(json);
    }
    let mut escaped = String::with_capacity(json.len());
    for character in json.chars() {
        if character == '\u{7F}' || !character.is_ascii() && (is_hidden(character) || is_style(character)) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                _ = write!(escaped, "\\u{unit:04x}");
            }
        } else {
            escaped.push(character);
        }
    }
    Cow::Owned(escaped)
}

/// Whether `character` changes a terminal's state, the direction of text, or shows as nothing at all.
///
/// The two selectors between text and emoji style (U+FE0E, U+FE0F) are left out: they belong to ordinary emoji, and
/// are limited as combining marks are.
pub fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{AD}'
                | '\u{34F}'
                | '\u{61C}'
                | '\u{70F}'
                | '\u{115F}'..='\u{1160}'
                | '\u{17B4}'..='\u{17B5}'
                | '\u{180B}'..='\u{180F}'
                | '\u{200B}'..='\u{200F}'
                | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{3164}'
                | '\u{FE00}'..='\u{FE0D}'
                | '\u{FEFF}'
                | '\u{FFA0}'
                | '\u{FFF0}'..='\u{FFFB}'
                | '\u{13430}'..='\u{1343F}'
                | '\u{16FE4}'
                | '\u{1BCA0}'..='\u{1BCA3}'
                | '\u{1D173}'..='\u{1D17A}'
                | '\u{E0000}'..='\u{E0FFF}'
        )
}

/// Whether `character` only asks for the text or the emoji style of the one before.
const fn is_style(character: char) -> bool {
    matches!(character, '\u{FE0E}' | '\u{FE0F}')
}

fn is_mark(character: char) -> bool {
    is_combining_mark(character) && !is_hidden(character)
}

fn count_excess(shown: &mut String, marks: usize) {
    if marks > MARKS_PER_BASE {
        _ = write!(shown, "<+{} marks>", marks - MARKS_PER_BASE);
    }
}

fn show(shown: &mut String, character: char) {
    match picture(character) {
        Some(picture) => shown.push(picture),
        None if is_hidden(character) => _ = write!(shown, "<U+{:04X}>", u32::from(character)),
        None => shown.push(character),
    }
}

/// The control picture of a C0 character or DEL.
const fn picture(character: char) -> Option<char> {
    match character {
        '\0'..='\u{1F}' => char::from_u32(0x2400 + character as u32),
        '\u{7F}' => Some('\u{2421}'),
        _ => None,
    }
}

/// `text` as a sentence ends: with a stop, unless it has one.
pub fn stopped(text: &str) -> String {
    let text = text.trim_end();
    let ends = text.is_empty() || text.ends_with(['.', '!', '?', '\u{2026}']);
    format!("{text}{}", if ends { "" } else { "." })
}

/// `text` as a sentence: with a capital letter, and ended by [`stopped`].
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    stopped(&format!("{first}{}", letters.as_str()))
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::{is_hidden, json_escaped, visible};

    #[test]
    fn ordinary_text_is_borrowed_as_it_is() {
        for text in ["", "Example AG", "Zürich, 東京 👍\u{FE0F}", "e\u{301}", "हिन्दी", "\u{A0}"]
        {
            assert!(matches!(visible(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }

    #[test]
    fn control_characters_are_shown() {
        assert_eq!(visible("a\x1b[31mb\x07\r\n\t\0\x7f"), "a␛[31mb␇␍␊␉␀␡");
        assert_eq!(visible("\u{9B}31m\u{85}"), "<U+009B>31m<U+0085>");
    }

    #[test]
    fn bidi_zero_width_and_tag_characters_are_shown() {
        assert_eq!(visible("GmbH\u{202E}fdp"), "GmbH<U+202E>fdp");
        assert_eq!(visible("a\u{200B}b\u{FEFF}c\u{2067}"), "a<U+200B>b<U+FEFF>c<U+2067>");
        assert_eq!(visible("x\u{E0041}\u{E0101}"), "x<U+E0041><U+E0101>");
        assert_eq!(visible("\u{3164}"), "<U+3164>");
    }

    #[test]
    fn a_base_keeps_four_marks_and_the_rest_is_counted() {
        let tower = format!("a{}b", "\u{301}".repeat(100));
        assert_eq!(visible(&tower), format!("a{}<+96 marks>b", "\u{301}".repeat(4)));
        let at_end = format!("a{}", "\u{301}".repeat(5));
        assert_eq!(visible(&at_end), format!("a{}<+1 marks>", "\u{301}".repeat(4)));
    }

    #[test]
    fn a_mark_without_a_base_stands_on_a_circle() {
        assert_eq!(visible("\u{301}a"), "\u{25CC}\u{301}a");
    }

    #[test]
    fn nothing_that_is_shown_is_hidden_and_showing_twice_changes_nothing() {
        let everything: String = ('\0'..='\u{10FFFF}').collect();
        let shown = visible(&everything);
        assert!(!shown.chars().any(is_hidden));
        assert_eq!(visible(&shown), shown);
    }

    #[test]
    fn json_keeps_its_value_and_shows_only_what_can_be_seen() {
        let text = "a\x1b\u{7F}\u{9B}\u{202E}\u{E0041}ü\u{FE0F}\n";
        let json = serde_json::to_string_pretty(&[text]).unwrap();
        let escaped = json_escaped(&json);
        assert!(escaped.contains(r"a\u001b\u007f\u009b\u202e\udb40\udc41ü\ufe0f\n"), "{escaped}");
        assert_eq!(serde_json::from_str::<Vec<String>>(&escaped).unwrap(), [text]);
    }
}
