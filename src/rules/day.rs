//! How a day is written.

use chrono::NaiveDate;

/// A day written as `YYYY-MM-DD`, with four, two and two digits: `2026-02-3` is one that is not written to its end.
pub fn read(text: &str) -> Option<NaiveDate> {
    let shaped = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    shaped.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_one_way_of_writing() {
        assert!(read("2024-02-29").is_some());
        for text in [
            "2023-02-29",
            "2024-2-29",
            "2026-02-3",
            "24-02-29",
            "2024-02-29T00:00",
            "+024-02-29",
            "2024/02/29",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
