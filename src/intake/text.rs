//! From bytes to text: UTF-8, with or without a byte order mark.

use super::{IntakeError, limits};

/// The text of a file, without its byte order mark.
///
/// # Errors
/// Too long, empty, or not UTF-8; a NUL counts as not text, as UTF-16 is full of them.
pub(super) fn decode(bytes: &[u8]) -> Result<&str, IntakeError> {
    if bytes.len() > limits::FILE {
        return Err(IntakeError::TooLong);
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(IntakeError::NotUtf8 { line: 1, looks_like: "UTF-16" });
    }
    let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        let near = bytes.iter().take(64).filter(|byte| **byte == 0).count();
        let looks_like = if near > 8 { "UTF-16" } else { "binary data: it holds a NUL" };
        return Err(IntakeError::NotUtf8 { line: line_at(bytes, at), looks_like });
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if text.trim().is_empty() => Err(IntakeError::Empty),
        Ok(text) => Ok(text),
        Err(error) => {
            Err(IntakeError::NotUtf8 { line: line_at(bytes, error.valid_up_to()), looks_like: guess(bytes) })
        }
    }
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
