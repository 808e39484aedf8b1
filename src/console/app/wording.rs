//! The words that days, programs and stages have on the screens.

mod judged;

pub use judged::{credential, judged};

use chrono::NaiveDate;

use crate::review::Stage;
use crate::rules::{Program, Provenance, Section};

/// Days within which a day to come is said as a number of days.
const NEAR: i64 = 60;

/// `1 day`, `3 days`: a number with its noun.
pub fn count(number: u64, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// `1 entry`, `3 entries`.
pub fn entries(number: u64) -> String {
    if number == 1 { "1 entry".to_owned() } else { format!("{number} entries") }
}

/// Days from `today` to `day`, as words: `today`, `tomorrow`, `in 5 days`, `3 days ago`.
pub fn away(day: NaiveDate, today: NaiveDate) -> String {
    match (day - today).num_days() {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        days if days < 0 => format!("{} ago", count(days.unsigned_abs(), "day")),
        days => format!("in {}", count(days.unsigned_abs(), "day")),
    }
}

/// When something is due: `3 days late`, `due today`, `due in 5 days`; a day far off as itself.
pub fn due(day: NaiveDate, today: NaiveDate) -> String {
    match (day - today).num_days() {
        days if days < 0 => format!("{} late", count(days.unsigned_abs(), "day")),
        days if days <= NEAR => format!("due {}", away(day, today)),
        _ => format!("due {day}"),
    }
}

/// When something is due, in a column headed so: `3 days late`, `tomorrow`, `in 5 days`, `2027-01-20`.
pub fn due_short(day: NaiveDate, today: NaiveDate) -> String {
    let due = due(day, today);
    due.strip_prefix("due ").map(str::to_owned).unwrap_or(due)
}

/// Since when something waits: `since today`, `12 days`.
pub fn waiting(since: NaiveDate, today: NaiveDate) -> String {
    match (today - since).num_days() {
        days if days <= 0 => "since today".to_owned(),
        days => count(days.unsigned_abs(), "day"),
    }
}

/// How long something granted still holds: `expires in 40 days`, `expired 3 days ago`, `no end stated`.
pub fn expiry(until: Option<NaiveDate>, today: NaiveDate) -> String {
    match until.map(|day| (day, (day - today).num_days())) {
        None => "no end stated".to_owned(),
        Some((day, days)) if days < 0 => format!("expired {}", away(day, today)),
        Some((day, days)) if days <= 365 => format!("expires {}", away(day, today)),
        Some(_) => "in force".to_owned(),
    }
}

/// The name of a program where there is little room.
pub fn program(program: Program) -> &'static str {
    program.name()
}

/// The name of a program in one word.
pub fn program_word(of: Program) -> &'static str {
    program(of).split(' ').next().unwrap_or_default()
}

/// The name of a stage where there is little room.
pub const fn stage_short(of: Stage) -> &'static str {
    match of {
        Stage::AwaitingApplicant => "awaiting",
        Stage::ReadyForTac => "ready",
        other => stage(other),
    }
}

/// The name of a stage.
pub const fn stage(stage: Stage) -> &'static str {
    stage.words()
}

/// The heading of a section.
pub const fn section(section: Section) -> &'static str {
    match section {
        Section::Prerequisite => "Prerequisites",
        Section::Mandatory => "Mandatory",
        Section::Optional => "Optional",
        Section::Validation => "Validation",
    }
}

/// What a mark of provenance says; empty for what was read in a source.
pub const fn provenance(provenance: Provenance) -> &'static str {
    match provenance {
        Provenance::Stated => "",
        Provenance::Inferred => "inferred",
        Provenance::Assumed => "assumed",
    }
}

/// How sure a rule is, in words.
pub const fn surety(provenance: Provenance) -> &'static str {
    match provenance {
        Provenance::Stated => "stated in the source",
        Provenance::Inferred => "inferred from the source",
        Provenance::Assumed => "assumed: not found, a stand-in until a ruling replaces it",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn days_are_said_in_words() {
        let today = day("2026-11-23");
        for (other, expected) in [
            ("2026-11-23", "due today"),
            ("2026-11-24", "due tomorrow"),
            ("2026-11-28", "due in 5 days"),
            ("2026-11-22", "1 day late"),
            ("2026-11-20", "3 days late"),
            ("2027-11-23", "due 2027-11-23"),
        ] {
            assert_eq!(due(day(other), today), expected);
        }
        assert_eq!(waiting(day("2026-11-23"), today), "since today");
        assert_eq!(waiting(day("2026-11-22"), today), "1 day");
        assert_eq!(expiry(None, today), "no end stated");
        assert_eq!(expiry(Some(day("2026-11-22")), today), "expired yesterday");
        assert_eq!(expiry(Some(day("2026-12-03")), today), "expires in 10 days");
        assert_eq!(expiry(Some(day("2028-12-03")), today), "in force");
    }
}
