//! Words and figures as papers write them.

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    council::{Ballot, MeetingId, Position, Threshold, share::Share},
    record::Done,
    review::Status,
    rules::{Program, Section},
};

/// The time of day, in UTC without saying so; with the day before it where that is not `day`.
pub(super) fn time(at: DateTime<Utc>, day: NaiveDate) -> String {
    if at.date_naive() == day {
        at.format("%H:%M").to_string()
    } else {
        at.format("%Y-%m-%d %H:%M").to_string()
    }
}

/// The day and the time, in UTC: of what goes on for days, or may have been done on any day.
pub(super) fn moment(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%d %H:%M UTC").to_string()
}

/// When something was done in a ballot, for a paper of `day`: one without a meeting goes on for days.
pub(super) fn voted(at: DateTime<Utc>, ballot: &Ballot, day: NaiveDate) -> String {
    if ballot.is_electronic() { moment(at) } else { time(at, day) }
}

/// Who did something: the name, with the role where one was stated.
pub(super) fn who(done: &Done) -> String {
    match done.role {
        Some(role) => format!("{} as {role}", done.actor),
        None => done.actor.clone(),
    }
}

/// A share as people say it: `more than 1/2`.
pub(super) fn share(share: Share) -> String {
    share.to_string().replace('-', " ")
}

/// `n` things.
pub(super) fn count(n: u32, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// Where it was decided, behind a verb.
pub(super) fn decided_in(meeting: Option<&MeetingId>) -> String {
    meeting.map_or_else(|| "by electronic ballot".to_owned(), |id| format!("in the meeting of {id}"))
}

pub(super) const fn threshold(threshold: Threshold) -> &'static str {
    match threshold {
        Threshold::Majority => "a majority",
        Threshold::TwoThirdsOfMembers => "two thirds of all members",
    }
}

/// A position as the roll names those who took it.
pub(super) const fn position(position: Position) -> &'static str {
    match position {
        Position::For => "For",
        Position::Against => "Against",
        Position::Abstain => "Abstained",
        Position::Recused => "Recused",
    }
}

/// A status in capitals, as minutes show it.
pub(super) const fn status(status: Status) -> &'static str {
    match status {
        Status::Open => "OPEN",
        Status::Met => "MET",
        Status::NotMet => "NOT MET",
        Status::NotApplicable => "NOT APPLICABLE",
        Status::Waived => "WAIVED",
    }
}

pub(super) const fn section(section: Section) -> &'static str {
    match section {
        Section::Prerequisite => "Prerequisite",
        Section::Mandatory => "Mandatory",
        Section::Optional => "Optional",
        Section::Validation => "Validation",
    }
}

/// What is asked for, by whose rules.
pub(super) fn asked(program: Program, edition: &str) -> String {
    format!("{}, edition {edition}", program.title())
}
