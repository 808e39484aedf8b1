//! From bytes to text: UTF-8, with or without a byte order mark.

use super::{IntakeError, limits};

/// The text of a file, without its byte order mark.
///
/// # Errors
/// Too long, empty, no text at all, or text that is not UTF-8.
pub(super) fn decode(bytes: &[u8]) -> Result<&str, IntakeError> {
    if bytes.len() > limits::FILE {
        return Err(IntakeError::TooLong);
    }
    if let Some((_, what)) = KINDS.iter().find(|(begins, _)| bytes.starts_with(begins)) {
        return Err(IntakeError::NotText { what });
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(IntakeError::NotUtf8 { line: 1, looks_like: "UTF-16" });
    }
    let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        return Err(if is_utf16(bytes) {
            IntakeError::NotUtf8 { line: line_at(bytes, at), looks_like: "UTF-16" }
        } else {
            IntakeError::NotText { what: "not text (it holds a NUL)" }
        });
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if text.trim().is_empty() => Err(IntakeError::Empty),
        Ok(text) => Ok(text),
        Err(error) => {
            Err(IntakeError::NotUtf8 { line: line_at(bytes, error.valid_up_to()), looks_like: guess(bytes) })
        }
    }
}

/// What files that are no text begin with, and what they are.
const KINDS: &[(&[u8], &str)] = &[
    (b"SQLite format 3\0", "a SQLite file, such as a docket"),
    (b"PK\x03\x04", "a ZIP archive or a spreadsheet file"),
    (b"\xD0\xCF\x11\xE0", "an old spreadsheet or document file"),
    (b"%PDF-", "a PDF file"),
    (b"\x1F\x8B", "a gzip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\x7FELF", "a program"),
];

/// Bytes that are looked at to tell UTF-16 from what is no text.
const SAMPLE: usize = 512;

/// Whether every other byte is a NUL nearly throughout, as in UTF-16 of western text, and hardly any byte beside.
fn is_utf16(bytes: &[u8]) -> bool {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let nuls = |from: usize| sample.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, pairs) = (nuls(0), nuls(1), sample.len() / 2);
    let (most, least) = (even.max(odd), even.min(odd));
    // Three pairs of four have a NUL on one side, and none has one on the other.
    least == 0 && most > 0 && most.saturating_mul(4) >= pairs.saturating_mul(3)
}

/// A guess at an eight-bit encoding: Latin-1 has nothing between 0x80 and 0x9F, Windows-1252 its quotes.
fn guess(bytes: &[u8]) -> &'static str {
    if bytes.iter().any(|byte| (0x80..0xA0).contains(byte)) {
        "Windows-1252 or another eight-bit encoding"
    } else {
        "Latin-1 (ISO 8859-1)"
    }
}

/// The line of a byte, from 1.
pub(super) fn line_at(bytes: &[u8], at: usize) -> u64 {
    let before = bytes.get(..at).unwrap_or(bytes);
    before.iter().filter(|byte| **byte == b'\n').fold(1, |line: u64, _| line.saturating_add(1))
}

/// A value for a sentence: shortened, in backticks.
pub(super) fn quote(value: &str) -> String {
    let mut chars = value.chars();
    let short: String = chars.by_ref().take(limits::QUOTE).collect();
    if chars.next().is_some() { format!("`{short}…`") } else { format!("`{short}`") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_encoding_is_named_with_its_line() {
        let latin1 = b"name\ngood\nM\xFCller\n";
        let error = decode(latin1).unwrap_err();
        assert_eq!(error, IntakeError::NotUtf8 { line: 3, looks_like: "Latin-1 (ISO 8859-1)" });
        let utf16: Vec<u8> = "name,program\nA,b\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(matches!(decode(&utf16), Err(IntakeError::NotUtf8 { line: 1, looks_like: "UTF-16" })));
        let windows = b"name\n\x93quoted\x94\n";
        assert!(decode(windows).unwrap_err().to_string().contains("line 2"));
        assert!(decode(windows).unwrap_err().to_string().contains("Windows-1252"));
    }

    #[test]
    fn what_is_no_text_is_called_by_its_name() {
        let said = |bytes: &[u8]| decode(bytes).unwrap_err().to_string();
        let mut sqlite = b"SQLite format 3\0".to_vec();
        sqlite.extend([0; 200]);
        assert_eq!(said(&sqlite), "this is a SQLite file, such as a docket: give JSON, JSON Lines or CSV");
        assert!(said(b"PK\x03\x04\x14\0").contains("spreadsheet"));
        for binary in
            [&[1, 0, 0, 0, 2, 0, 7, 3][..], b"name\0\0\0\0\0\0\0\0\0\0\0\0", &[0; 64], b"a\0b,c\n1,2,3\n"]
        {
            assert_eq!(said(binary), "this is not text (it holds a NUL): give JSON, JSON Lines or CSV");
        }
        let big: Vec<u8> = "Straße,Größe\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert!(said(&big).contains("UTF-16"));
    }

    #[test]
    fn a_byte_order_mark_is_no_text_and_blank_is_empty() {
        assert_eq!(decode(b"\xEF\xBB\xBF{}"), Ok("{}"));
        assert_eq!(decode(b" \r\n\t"), Err(IntakeError::Empty));
        assert_eq!(decode(b"\xEF\xBB\xBF"), Err(IntakeError::Empty));
    }

    #[test]
    fn quoted_values_are_short() {
        assert_eq!(quote("50+"), "`50+`");
        assert!(quote(&"x".repeat(1000)).chars().count() < 70);
    }
}
