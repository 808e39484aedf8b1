//! What a person may write where a day, a number, yes or no, or one of several words is asked for; and what is wrong
//! with it, as a sentence.

use chrono::NaiveDate;

use crate::rules::{day, ids::meant};

/// A text that says something.
///
/// # Errors
/// It is empty.
pub fn some_text(text: &str) -> Result<(), String> {
    if text.trim().is_empty() { Err("Say a few words, or leave with esc.".to_owned()) } else { Ok(()) }
}

/// The day that `text` names: `2027-03-31`, `today`, or `+7` for so many days from `today`.
pub fn day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    day::meant(text, today).ok()
}

/// Finds a text good that names a day.
pub fn some_day(today: NaiveDate) -> impl Fn(&str) -> Result<(), String> + Copy {
    move |text| read(text, today).map(drop)
}

/// The same, or nothing.
pub fn day_or_nothing(today: NaiveDate) -> impl Fn(&str) -> Result<(), String> + Copy {
    move |text| if text.is_empty() { Ok(()) } else { read(text, today).map(drop) }
}

/// Finds a day good that is not over.
pub fn day_to_come(today: NaiveDate) -> impl Fn(&str) -> Result<(), String> + Copy {
    move |text| match read(text, today)? {
        day if day < today => Err(format!("{day} is over; give today or a later day.")),
        _ => Ok(()),
    }
}

/// Finds a day good that is not to come.
pub fn day_gone_by(today: NaiveDate) -> impl Fn(&str) -> Result<(), String> + Copy {
    move |text| match read(text, today)? {
        day if day > today => Err(format!("{day} is yet to come; say it once it is over.")),
        _ => Ok(()),
    }
}

fn read(text: &str, today: NaiveDate) -> Result<NaiveDate, String> {
    day::meant(text, today).map_err(|why| format!("{why}."))
}

/// A whole number.
///
/// # Errors
/// It is none, or too large.
pub fn number(text: &str) -> Result<(), String> {
    let wrong = |_none| format!("`{text}` is no whole number: write digits alone, such as 60.");
    text.parse::<u32>().map(drop).map_err(wrong)
}

/// Yes or no.
pub fn yes_no(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "yes" | "y" | "true" => Some(true),
        "no" | "n" | "false" => Some(false),
        _ => None,
    }
}

/// Finds yes and no good.
///
/// # Errors
/// It is neither.
pub fn yes_or_no(text: &str) -> Result<(), String> {
    yes_no(text).map(drop).ok_or_else(|| "Write yes or no; y and n will do.".to_owned())
}

/// The one of `words` that `text` means: itself, or the only one that begins so. Spaces stand for hyphens.
///
/// # Errors
/// None begins so, or several do.
pub fn one_of<W: Copy>(text: &str, words: &[W], name: fn(W) -> &'static str) -> Result<W, String> {
    let begins = meant(text, words, name);
    let list = |words: &[W]| words.iter().map(|word| name(*word)).collect::<Vec<_>>().join(", ");
    match begins.as_slice() {
        [one] => Ok(*one),
        _ if text.trim().is_empty() => Err(format!("Write one of: {}.", list(words))),
        [_, _, ..] => Err(format!("`{text}` could be {}.", list(&begins))),
        _ => Err(format!("`{text}` is not one of: {}.", list(words))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Field;
    use crate::rules::Program;

    #[test]
    fn a_day_is_a_date_or_so_many_days() {
        let today: NaiveDate = "2026-11-23".parse().unwrap();
        assert_eq!(day("2026-12-01", today), "2026-12-01".parse().ok());
        assert_eq!(day("+7", today), "2026-11-30".parse().ok());
        assert_eq!(day("Today", today), Some(today));
        let or_nothing = day_or_nothing(today);
        assert!(or_nothing("").is_ok() && or_nothing("+0").is_ok());
        for wrong in ["soon", "+x", "2026-02-30", "2026-02-3", "+", "2026"] {
            assert!(or_nothing(wrong).is_err(), "{wrong}");
        }
        assert!(day_to_come(today)("2026-11-23").is_ok() && day_to_come(today)("2026-11-22").is_err());
        assert!(day_gone_by(today)("2026-11-23").is_ok() && day_gone_by(today)("2026-11-24").is_err());
    }

    #[test]
    fn a_word_is_meant_by_what_only_it_begins_with() {
        let meant = |text: &str| one_of(text, Program::ALL, Program::as_str);
        assert_eq!(meant("plat"), Ok(Program::Platform));
        assert_eq!(meant("FinOps Certified Enterprise"), Ok(Program::Enterprise));
        assert_eq!(meant("Specialty Sol"), Ok(Program::SpecialtySolution));
        assert_eq!(meant("s"), Err("`s` could be specialty-solution, service-provider.".to_owned()));
        assert!(meant("").unwrap_err().contains("one of: platform, "));
        assert!(meant("cloud").unwrap_err().contains("not one of: platform, "));
    }

    #[test]
    fn every_word_is_meant_by_itself() {
        for field in Field::ALL {
            assert_eq!(one_of(field.as_str(), Field::ALL, Field::as_str), Ok(*field));
        }
    }

    #[test]
    fn yes_and_no_are_short_or_long() {
        let said = ["y", "YES", "true", "n", "No", "perhaps", ""].map(yes_no);
        assert_eq!(said, [Some(true), Some(true), Some(true), Some(false), Some(false), None, None]);
    }
}
