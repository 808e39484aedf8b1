//! A letter as the plain text of a message: to be edited and sent by mail.

use std::fmt::Write as _;

use chrono::NaiveDate;

use super::{
    letter::{Letter, Point},
    page::REHEARSAL,
};
use crate::{review::Status, rules::Section};

/// `letter` as a message from `from`: subject, greeting, what is to be said, and what is open or short with what the
/// applicant is told of it.
///
/// One that is written from a copy for a `rehearsal` says so in its subject and above all else.
pub fn text(letter: &Letter, from: &str, rehearsal: bool) -> String {
    let (program, of) = (letter.program.title(), &letter.organisation);
    let (subject, mark) =
        if rehearsal { ("REHEARSAL: ", format!("{REHEARSAL}.\n\n")) } else { ("", String::new()) };
    let mut text = format!("Subject: {subject}{program}: {of} ({})\n\n{mark}", letter.reference);
    let to = letter.to.as_deref().unwrap_or("Sir or Madam");
    _ = write!(text, "Dear {to},\n\n{}\n", letter.message);
    let (optional, needed): (Vec<&Point>, Vec<&Point>) =
        letter.points.iter().partition(|one| one.section == Section::Optional);
    list(&mut text, "", &needed);
    let heading =
        format!("Of the optional requirements {} more of these must be met:", letter.options_needed);
    list(&mut text, &heading, &optional);
    _ = write!(text, "\nPlease name {} when you answer.\n\nKind regards,\n{from}\n", letter.reference);
    text
}

fn list(text: &mut String, heading: &str, points: &[&Point]) {
    if points.is_empty() {
        return;
    }
    if !heading.is_empty() {
        _ = write!(text, "\n{heading}\n");
    }
    for point in points {
        _ = write!(text, "\n- {} {}", point.id, point.asks);
        match (&point.because, point.status) {
            (Some(because), _) => _ = write!(text, "\n  Found: {because}."),
            (None, Status::NotMet) => text.push_str("\n  This was not found to be met."),
            _ => {}
        }
        for line in point.text.iter().flat_map(|told| told.lines()) {
            _ = write!(text, "\n  {line}");
        }
    }
    text.push('\n');
}

/// What is noted in the docket once `text` was sent to somebody.
pub fn note(to: &str, date: NaiveDate, text: &str) -> String {
    format!("Sent to {to} on {date}:\n\n{}", text.trim_end())
}

/// Whom a letter is to, by name where one is known.
pub fn to(letter: &Letter) -> &str {
    letter.to.as_deref().unwrap_or("the applicant")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::Ref;
    use crate::rules::Program;

    fn point(section: Section, status: Status, text: Option<&str>) -> Point {
        Point {
            id: "PLT-E3-M2".into(),
            section,
            asks: "A support channel".to_owned(),
            status,
            because: None,
            text: text.map(str::to_owned),
        }
    }

    #[test]
    fn a_message_says_what_is_missing_with_what_the_reviewer_wrote() {
        let letter = Letter {
            schema: 1,
            reference: Ref::from("2026-0007"),
            date: "2026-11-23".parse().unwrap(),
            to: Some("A. Person".to_owned()),
            organisation: "Nordlicht Cloud AG".to_owned(),
            program: Program::Platform,
            edition: "2023".into(),
            message: "We are waiting for an answer from you.".to_owned(),
            points: vec![
                point(
                    Section::Mandatory,
                    Status::NotMet,
                    Some("Please name the channel.\nOne line will do."),
                ),
                point(Section::Optional, Status::Open, None),
            ],
            options_needed: 1,
        };
        insta::assert_snapshot!(text(&letter, "R. Reviewer", false), @r"
        Subject: FinOps Certified Platform: Nordlicht Cloud AG (2026-0007)

        Dear A. Person,

        We are waiting for an answer from you.

        - PLT-E3-M2 A support channel
          This was not found to be met.
          Please name the channel.
          One line will do.

        Of the optional requirements 1 more of these must be met:

        - PLT-E3-M2 A support channel

        Please name 2026-0007 when you answer.

        Kind regards,
        R. Reviewer
        ");
        let rehearsed = text(&letter, "R. Reviewer", true);
        assert!(rehearsed.starts_with("Subject: REHEARSAL: FinOps"), "{rehearsed}");
        assert!(rehearsed.contains("nothing in it was decided.\n\nDear A. Person"), "{rehearsed}");
        assert_eq!(note(to(&letter), letter.date, "Hello.\n"), "Sent to A. Person on 2026-11-23:\n\nHello.");
    }
}
