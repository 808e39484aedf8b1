//! The ref of an application: given, or derived from who asks for what.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::limits;
use crate::{review::application::Ref, rules::Program, text::visible};

/// Letters of an organisation in a derived ref, so that the whole stays within [`limits::REF`].
const SLUG: usize = 44;
/// Letters that are left of a longer one, so that a hash fits behind them.
const CUT: usize = 34;

/// A ref as given.
///
/// # Errors
/// Says what is wrong with it: it is typed in commands and stands in paths, so it is short and plain.
pub(super) fn given(text: &str) -> Result<Ref, String> {
    let length = text.chars().count();
    if length == 0 || length > limits::REF {
        return Err(format!("a ref has 1 to {} characters, this one {length}", limits::REF));
    }
    if text.starts_with('-') || text.chars().all(|c| c == '.') {
        return Err("a ref begins with a letter or a digit".to_owned());
    }
    if let Some(bad) = text.chars().find(|c| !plain(*c)) {
        return Err(format!(
            "a ref has no blanks, control or invisible characters and no slashes, this one has U+{:04X}",
            u32::from(bad)
        ));
    }
    Ok(Ref::new(text))
}

fn plain(c: char) -> bool {
    shows(c) && !matches!(c, '/' | '\\')
}

/// Whether a character leaves a mark of its own on the page.
pub(super) fn shows(c: char) -> bool {
    let mut buffer = [0; 4];
    let text = c.encode_utf8(&mut buffer);
    !c.is_whitespace() && visible(text) == *text
}

/// The ref that organisation, program and (for an instructor) person give; never a counter or the day.
pub(super) fn derived(organisation: &str, program: Program, person: Option<&str>) -> Ref {
    let Slug { text, complete } = slug(organisation);
    let mut reference = text;
    if !complete {
        push(&mut reference, &short_hash(organisation));
    }
    push(&mut reference, program.as_str());
    if let (Program::Instructor, Some(person)) = (program, person) {
        push(&mut reference, &short_hash(person));
    }
    Ref::new(reference)
}

fn push(reference: &mut String, part: &str) {
    if !reference.is_empty() {
        reference.push('-');
    }
    reference.push_str(part);
}

struct Slug {
    text: String,
    /// No letter or digit of the name was lost.
    complete: bool,
}

/// A name in lower-case ASCII, its words joined by hyphens.
fn slug(name: &str) -> Slug {
    let mut text = String::new();
    let mut complete = true;
    let mut gap = false;
    for c in name.nfkd().filter(|c| !is_combining_mark(*c)) {
        let folded = fold(c);
        if folded.is_empty() {
            complete &= !c.is_alphanumeric();
            gap = true;
            continue;
        }
        if gap && !text.is_empty() {
            text.push('-');
        }
        gap = false;
        text.push_str(&folded);
    }
    let room = if complete { SLUG } else { CUT };
    if text.len() > room {
        let cut: String = text.chars().take(CUT).collect();
        let whole_words = cut.rfind('-').and_then(|end| cut.get(..end)).map(str::to_owned);
        return Slug { text: whole_words.unwrap_or(cut), complete: false };
    }
    let complete = complete && !text.is_empty();
    Slug { text, complete }
}

/// A letter or digit in lower-case ASCII; empty for anything else.
fn fold(c: char) -> String {
    let letters = match c {
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ø' | 'Ø' => "o",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'þ' | 'Þ' => "th",
        'ħ' | 'Ħ' => "h",
        'ı' => "i",
        _ if c.is_ascii_alphanumeric() => return c.to_ascii_lowercase().to_string(),
        _ => "",
    };
    letters.to_owned()
}

/// Eight hexadecimal digits that stand for a name, however it is spaced, cased or composed.
fn short_hash(name: &str) -> String {
    let folded: String = name.nfkc().flat_map(char::to_lowercase).collect();
    let spaced = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    Sha256::digest(spaced.as_bytes()).iter().take(4).fold(String::new(), |mut hex, byte| {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn platform(name: &str) -> String {
        derived(name, Program::Platform, None).to_string()
    }

    #[test]
    fn names_become_plain_refs() {
        assert_eq!(platform("Example AG"), "example-ag-platform");
        assert_eq!(platform("  Müller & Söhne, Inc. "), "muller-sohne-inc-platform");
        assert_eq!(platform("Straße Łódź Øst"), "strasse-lodz-ost-platform");
        assert_eq!(platform("ＦＵＬＬ width"), "full-width-platform");
    }

    #[test]
    fn lost_letters_leave_a_hash() {
        let one = platform("例株式会社");
        let other = platform("別株式会社");
        assert_ne!(one, other);
        assert!(one.ends_with("-platform") && one.is_ascii(), "{one}");
        let long = platform(&"Very Long Name ".repeat(9));
        assert!(long.len() <= limits::REF, "{long}");
        assert_ne!(long, platform(&"Very Long Name ".repeat(10)));
        assert_ne!(platform("!!!"), platform("???"));
        assert_eq!(
            platform("Association of Example Organisations"),
            "association-of-example-organisations-platform"
        );
    }

    #[test]
    fn an_instructor_is_a_person() {
        let of = |person| derived("Example AG", Program::Instructor, person).to_string();
        assert_eq!(of(None), "example-ag-instructor");
        assert_ne!(of(Some("A. Person")), of(Some("B. Person")));
        assert_eq!(of(Some("A. Person")), of(Some(" a.  person ")));
        let long = derived(&"x".repeat(200), Program::Instructor, Some("A")).to_string();
        assert!(given(&long).is_ok(), "{long}");
    }

    #[test]
    fn given_refs_are_plain() {
        for good in ["2026-0007", "A", "müller.1", &"x".repeat(64)] {
            assert!(given(good).is_ok(), "{good}");
        }
        for bad in ["", "a b", "a/b", "a\\b", "a\nb", "-x", "..", "a\u{202E}b", "a\u{200B}", &"x".repeat(65)]
        {
            assert!(given(bad).is_err(), "{bad:?}");
        }
    }
}
