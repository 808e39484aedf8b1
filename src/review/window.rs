//! Windows of months: how far back a day may lie.

use chrono::NaiveDate;

use crate::rules::Months;

/// A stretch of days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

impl Window {
    /// From `months` before the day received, that day of the month included (where the month has no such day, its
    /// last one), to the as-of day: what is earned after applying counts.
    pub fn back(received: NaiveDate, months: Months, as_of: NaiveDate) -> Self {
        let from = received.checked_sub_months(chrono::Months::new(months.0)).unwrap_or(NaiveDate::MIN);
        Self { from, to: as_of }
    }

    /// Whether `day` lies in it.
    pub fn contains(self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }
}

#[cfg(test)]
mod tests {
    use super::Window;
    use crate::{review::support::day, rules::Months};

    fn from(received: &str, months: u32) -> String {
        Window::back(day(received), Months(months), day("2028-12-31")).from.to_string()
    }

    #[test]
    fn the_edge_is_the_same_day_of_the_month() {
        assert_eq!(from("2026-09-14", 12), "2025-09-14");
    }

    #[test]
    fn where_the_month_has_no_such_day_its_last_one_is_the_edge() {
        assert_eq!(from("2026-05-31", 3), "2026-02-28");
        assert_eq!(from("2024-05-31", 3), "2024-02-29");
    }

    #[test]
    fn the_29th_of_february_reaches_back_to_the_28th() {
        assert_eq!(from("2028-02-29", 12), "2027-02-28");
        assert_eq!(from("2028-02-29", 48), "2024-02-29");
    }

    #[test]
    fn both_ends_are_included() {
        let window = Window::back(day("2026-09-14"), Months(12), day("2026-10-01"));
        let inside = ["2025-09-13", "2025-09-14", "2025-09-15", "2026-09-20", "2026-10-01", "2026-10-02"]
            .map(|at| window.contains(day(at)));
        assert_eq!(inside, [false, true, true, true, true, false]);
    }
}
