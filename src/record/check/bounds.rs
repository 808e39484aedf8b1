//! Whether a change keeps within bounds: no text longer than one that is kept, no day out of all reason. What it leaves
//! as it was is not asked about, so that what an earlier docket took can still be corrected.

use chrono::NaiveDate;
use serde_json::Value;

use super::refusal::Refusal;
use crate::{
    record::{Change, Field},
    review::Facts,
    rules::day,
    text::{LONGEST, LONGEST_LINE},
};

/// What is said in one line: names of people, of companies, of who did something.
const LINES: &[&str] = &[
    "assignee",
    "by",
    "chair",
    "cleared_by",
    "employer",
    "holder",
    "name",
    "organisation",
    "owner",
    "parent",
    "person",
    "stands_in_for",
];

/// Days of the team and of the council. Those in facts are the applicant's word, which is kept as it came.
const DAYS: &[&str] = &["date", "due", "from", "on", "parked", "planned", "returns", "until"];

/// What a change repeats or copies: it was asked about when it was made.
const REPEATED: &[&str] = &["was", "roster"];

/// Whether every text and every day of `change` is within bounds.
pub(super) fn within(change: &Change) -> Result<(), Refusal> {
    match change {
        Change::RulesTaken { .. } => Ok(()),
        Change::SuspensionEnds { now, .. } | Change::ConflictEnds { now, .. } => {
            now.map_or(Ok(()), |day| is_near("until", day))
        }
        Change::Received { facts, received, .. } | Change::Submitted { facts, received, .. } => {
            is_near("received", *received)?;
            line("organisation.name", &facts.organisation.name)?;
            of_facts(facts)
        }
        Change::Amended { field, now, .. } => {
            let most = match field {
                Field::OrganisationName | Field::ParentName => LONGEST_LINE,
                _ => LONGEST,
            };
            now.as_deref().map_or(Ok(()), |text| short(field.as_str(), text, most))
        }
        _ => written(change).and_then(|value| inside("", &value, None)),
    }
}

/// Whether `text` is no longer than what is said in one line.
pub(super) fn line(field: &str, text: &str) -> Result<(), Refusal> {
    short(field, text, LONGEST_LINE)
}

fn short(field: &str, text: &str, most: usize) -> Result<(), Refusal> {
    // Counting is for what has more bytes than it may have characters.
    let length = if text.len() > most { text.chars().count() } else { 0 };
    if length > most { Err(Refusal::TooLong { field: field.to_owned(), length, most }) } else { Ok(()) }
}

fn is_near(field: &str, day: NaiveDate) -> Result<(), Refusal> {
    if day::is_near(day) { Ok(()) } else { Err(Refusal::FarDay { field: field.to_owned(), day }) }
}

fn of_facts(facts: &Facts) -> Result<(), Refusal> {
    texts("", &written(facts)?)
}

fn written(what: &impl serde::Serialize) -> Result<Value, Refusal> {
    serde_json::to_value(what).map_err(|why| Refusal::invalid(why.to_string(), "write it as JSON"))
}

/// Whether all texts in `value` are short enough to be kept.
fn texts(field: &str, value: &Value) -> Result<(), Refusal> {
    match value {
        Value::String(text) => short(field, text, LONGEST),
        Value::Array(list) => list.iter().try_for_each(|one| texts(field, one)),
        Value::Object(fields) => fields.iter().try_for_each(|(name, one)| texts(name, one)),
        _ => Ok(()),
    }
}

/// Whether what is new in `value`, which is called `field` and `was` something before, is within bounds.
fn inside(field: &str, value: &Value, was: Option<&Value>) -> Result<(), Refusal> {
    if was == Some(value) {
        return Ok(());
    }
    match value {
        Value::String(text) if DAYS.contains(&field) => {
            text.parse().map_or_else(|_| line(field, text), |day| is_near(field, day))
        }
        Value::String(text) if LINES.contains(&field) => line(field, text),
        Value::String(text) => short(field, text, LONGEST),
        Value::Array(list) => list.iter().try_for_each(|one| inside(field, one, None)),
        Value::Object(fields) => fields.iter().try_for_each(|(name, one)| match name.as_str() {
            name if REPEATED.contains(&name) => Ok(()),
            "now" => inside(name, one, fields.get("was")),
            name => inside(name, one, was.and_then(|was| was.get(name))),
        }),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        council::{MeetingId, Seat},
        record::sample::{evidence, reference, seat},
        review::Evidence,
    };

    fn seated(was: Option<Seat>, now: Seat) -> Result<(), Refusal> {
        within(&Change::Seated { was, now: Some(now) })
    }

    #[test]
    fn a_name_is_said_in_one_line_and_a_text_is_longer() {
        let holder = |length: usize| Seat { holder: "é".repeat(length), ..seat(1) };
        assert!(seated(None, holder(LONGEST_LINE)).is_ok());
        let refused = seated(None, holder(LONGEST_LINE + 1)).unwrap_err();
        let says = "holder has 501 characters, and 500 are the most that are kept; make it shorter";
        assert_eq!(refused.to_string(), says);
        let noted =
            |length: usize| Change::Noted { application: reference(), n: 1, text: Some("x".repeat(length)) };
        assert!(within(&noted(LONGEST)).is_ok());
        assert_eq!(
            within(&noted(LONGEST + 1)),
            Err(Refusal::TooLong { field: "text".to_owned(), length: LONGEST + 1, most: LONGEST })
        );
        let name = |field| {
            let now = Some("x".repeat(LONGEST_LINE + 1));
            within(&Change::Amended { application: reference(), field, was: None, now })
        };
        assert!(name(Field::OrganisationName).is_err() && name(Field::Website).is_ok());
    }

    #[test]
    fn a_day_out_of_all_reason_is_a_slip() {
        let planned = |date: &str| {
            let (meeting, rules) = (MeetingId::from(date), "finops-tac".to_owned());
            within(&Change::Planned { meeting, date: date.parse().unwrap(), rules })
        };
        assert!(planned("1990-01-01").is_ok() && planned("2199-12-31").is_ok());
        for far in ["1989-12-31", "2200-01-01", "0001-01-01", "9999-12-31"] {
            let said = planned(far).unwrap_err().to_string();
            assert_eq!(said, format!("date: {far} is no day that can be meant; give one from 1990 to 2199"));
            let end = Change::ConflictEnds { n: 1, was: None, now: far.parse().ok() };
            assert!(within(&end).unwrap_err().to_string().starts_with("until: "));
        }
    }

    #[test]
    fn what_stays_as_it_was_is_not_asked_about() {
        let old = Seat { holder: "x".repeat(5_000), from: "0001-01-01".parse().ok(), ..seat(1) };
        let ended = Seat { until: "2026-12-31".parse().ok(), ..old.clone() };
        assert_eq!(seated(Some(old.clone()), ended), Ok(()));
        assert_eq!(seated(Some(old.clone()), seat(1)), Ok(()));
        assert!(seated(Some(seat(1)), old).is_err());
        let was = Evidence { date: "0001-01-01".parse().ok(), ..evidence(1) };
        let now = Evidence { title: Some("Other".to_owned()), ..was.clone() };
        let change = |was| Change::Given { application: reference(), was, now: Some(now.clone()) };
        assert!(within(&change(Some(was))).is_ok() && within(&change(None)).is_err());
    }
}
