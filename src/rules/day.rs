//! How a day is written, and which days are meant at all.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime};

/// A text that names no day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no day: write 2026-12-31, today, or +7 for a week from today")]
pub struct NoDay(String);

/// The days of [`is_near`], in words.
pub const NEAR: &str = "from 1990 to 2199";

/// Whether a day can be meant: anything further away is a slip.
pub fn is_near(day: NaiveDate) -> bool {
    (1990..=2199).contains(&day.year())
}

/// The day that a person means by `text`: `2027-03-31`, `today`, or `+7` for so many days from `today`.
///
/// # Errors
/// It names none.
pub fn meant(text: &str, today: NaiveDate) -> Result<NaiveDate, NoDay> {
    let text = text.trim();
    let later = |days: &str| today.checked_add_days(Days::new(days.trim().parse::<u16>().ok()?.into()));
    let day = match text.strip_prefix('+') {
        Some(days) => later(days),
        None if text.eq_ignore_ascii_case("today") => Some(today),
        None => read(text),
    };
    day.ok_or_else(|| NoDay(text.to_owned()))
}

/// The moment that a person means by `text`: a time of a day, as `2026-12-01T17:00`, or the end of one.
///
/// # Errors
/// It names none.
pub fn end_meant(text: &str, today: NaiveDate) -> Result<NaiveDateTime, NoEnd> {
    let text = text.trim();
    let at_its_end = || meant(text, today).ok()?.and_hms_opt(23, 59, 0);
    let timed = || {
        let (day, time) = text.split_once('T')?;
        Some(read(day)?.and_time(NaiveTime::parse_from_str(time, "%H:%M").ok()?))
    };
    timed().or_else(at_its_end).ok_or_else(|| NoEnd(text.to_owned()))
}

/// A text that names no deadline.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no deadline: write 2026-12-01, +7 for a week from today, or with a time 2026-12-01T17:00")]
pub struct NoEnd(String);

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
    fn a_deadline_is_a_time_or_the_end_of_a_day() {
        let today = read("2026-11-23").unwrap();
        let said = |text: &str| end_meant(text, today).map(|end| end.to_string());
        assert_eq!(said("+7").unwrap(), "2026-11-30 23:59:00");
        assert_eq!(said("2026-12-01T17:00").unwrap(), "2026-12-01 17:00:00");
        for wrong in ["2026-12-1", "2026-12-1T17:00", "2026-12-01T25:00", "soon", ""] {
            assert!(said(wrong).is_err(), "{wrong}");
        }
    }

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
