//! How a day is written, and which days are meant at all.

use chrono::{Datelike, Days, NaiveDate};

/// What a day may look like where a person is asked for one.
pub const FORM: &str = "write 2026-12-31, today, or +7 for a week from today";

/// The days of [`is_near`], in words.
pub const NEAR: &str = "from 1990 to 2199";

/// Whether a day can be meant: anything further away is a slip.
pub fn is_near(day: NaiveDate) -> bool {
    (1990..=2199).contains(&day.year())
}

/// The day that a person means by `text`: `2027-03-31`, `today`, or `+7` for so many days from `today`.
pub fn meant(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = text.trim();
    match text.strip_prefix('+') {
        Some(days) => today.checked_add_days(Days::new(days.trim().parse::<u16>().ok()?.into())),
        None if text.eq_ignore_ascii_case("today") => Some(today),
        None => read(text),
    }
}

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
