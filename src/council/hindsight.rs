//! What a closed ballot would have come to by the times in the room as they stand now.
//!
//! A ballot is closed once and is never counted again, whatever is put right later. What the corrected times would give
//! is only said beside its result.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    ballot::Ballot,
    meeting::{Attendance, Correction, Meeting},
    rules::RuleSet,
    seat::{Seat, SeatNo},
    standing::{base, present_for, result, split},
    tally::{Outcome, Quorum, Reading, SplitError, quorum},
};

/// What a closed ballot would have come to by the times as they stand now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Hindsight {
    /// Seats whose being in the room at its closing was put right later; where it was put back, it comes to the same.
    #[serde(skip)]
    pub corrected: BTreeSet<SeatNo>,
    /// Seats that were counted as present and were not in the room at its closing.
    pub without: Vec<SeatNo>,
    /// Seats that were in the room at its closing and were not counted as present.
    pub with: Vec<SeatNo>,
    /// Members who would have been present, against those needed.
    pub quorum: Quorum,
    /// What the reading in force would give; `adopted` is null before the ballot is declared.
    pub reading: Reading,
    /// What it would have come to; null before the ballot is declared.
    pub outcome: Option<Outcome>,
    /// Whether that is what it came to.
    pub same: bool,
    /// The result alone, for where there is next to no room.
    #[serde(skip)]
    pub least: String,
    /// All of it in few words, without who it is about.
    pub short: String,
    /// All of it in words.
    pub text: String,
}

/// What `ballot` of `meeting` would have come to by the times of `meeting` as they stand. `None` where it is not
/// closed, was taken without a meeting, was pulled before it was decided, or rested on no time that was put right later.
///
/// Roster, reading, threshold, positions and recusals are as they were. What a seat said that was not in the room does
/// not count; a seat that was there and has no position is present and silent.
///
/// # Errors
/// Its positions cannot be.
pub fn hindsight(
    rules: &RuleSet,
    meeting: &Meeting,
    ballot: &Ballot,
) -> Result<Option<Hindsight>, SplitError> {
    let rests_on_the_room = !ballot.is_electronic() && ballot.pulled.is_none();
    let Some(closed) = ballot.closed().filter(|_| rests_on_the_room) else { return Ok(None) };
    let known = present_for(meeting, ballot);
    let there = in_the_room(meeting, ballot, closed, &known);
    let those_of = |some: &[SeatNo], not: &[SeatNo]| -> Vec<SeatNo> {
        some.iter().filter(|seat| !not.contains(seat)).copied().collect()
    };
    let (without, with) = (those_of(&known, &there), those_of(&there, &known));
    let mut corrected = corrected_since(&meeting.corrections, closed, &known);
    corrected.extend(without.iter().chain(&with));
    if corrected.is_empty() {
        return Ok(None);
    }
    let tally = result(rules, ballot, &there)?;
    let of = base(ballot);
    let reading = tally.under(of).copied().ok_or(SplitError::UnknownReading(of))?;
    let counted = result(rules, ballot, &known)?.outcome;
    let declared = ballot.outcome();
    let mut hindsight = Hindsight {
        corrected,
        without,
        with,
        quorum: quorum(rules, split(ballot, &there)),
        reading: Reading { adopted: reading.adopted.filter(|_| declared.is_some()), ..reading },
        outcome: declared.map(|_| tally.outcome),
        same: declared.unwrap_or(counted) == tally.outcome,
        least: String::new(),
        short: String::new(),
        text: String::new(),
    };
    hindsight.say(ballot, (tally.outcome, reading.adopted.is_some()));
    Ok(Some(hindsight))
}

/// `meeting` as it stood at its end, with the times as they were put right after it by those of `corrections`.
#[must_use]
pub fn put_right<'a>(meeting: &Meeting, corrections: impl IntoIterator<Item = &'a Correction>) -> Meeting {
    let mut right = meeting.clone();
    right.corrections = corrections.into_iter().cloned().collect();
    let Some(over) = meeting.adjourned else { return right };
    for one in right.corrections.iter().filter(|one| one.at > over) {
        right.attendance.retain(|stay| Some(stay) != one.was.as_ref());
        right.attendance.extend(one.now);
    }
    right
}

/// `meeting` with the times in the room as they were known at its end: what was put right after that is not in them.
#[must_use]
pub fn as_recorded(meeting: &Meeting) -> Meeting {
    let mut then = meeting.clone();
    let Some(over) = meeting.adjourned else { return then };
    for one in meeting.corrections.iter().rev().filter(|one| one.at > over) {
        then.attendance.retain(|stay| Some(stay) != one.now.as_ref());
        then.attendance.extend(one.was);
    }
    then.attendance.sort_by_key(|stay| (stay.since, stay.seat));
    then
}

/// Whether `stay` goes over the instant `closed`. Of a seat that comes or goes in that very instant, what was `known`
/// then holds.
fn goes_over(stay: &Attendance, closed: DateTime<Utc>, known: &[SeatNo]) -> bool {
    let then = known.contains(&stay.seat);
    let began = stay.since < closed || (stay.since == closed && then);
    began && stay.left.is_none_or(|left| left > closed || (left == closed && then))
}

/// The seats of the roster that were in the room when `ballot` closed. Who counted then counts: whoever is named for the
/// seat later, and whatever is ruled of that later, changes nothing of it.
fn in_the_room(meeting: &Meeting, ballot: &Ballot, closed: DateTime<Utc>, known: &[SeatNo]) -> Vec<SeatNo> {
    let there = |seat: &SeatNo| {
        let mut stays = meeting.attendance.iter().filter(|stay| stay.seat == *seat);
        stays.any(|stay| goes_over(stay, closed, known) && (known.contains(seat) || meeting.counts(stay)))
    };
    ballot.roster.iter().map(|seat| seat.n).filter(there).collect()
}

/// The seats of which a later correction says that they were in the room at that instant, or that they were not.
fn corrected_since(corrections: &[Correction], closed: DateTime<Utc>, known: &[SeatNo]) -> BTreeSet<SeatNo> {
    let there = |stay: Option<&Attendance>| stay.is_some_and(|stay| goes_over(stay, closed, known));
    let later = corrections.iter().filter(|one| one.at > closed);
    later.filter(|one| there(one.was.as_ref()) != there(one.now.as_ref())).map(|one| one.seat).collect()
}

impl Hindsight {
    /// Puts it in words: the one place that does.
    fn say(&mut self, ballot: &Ballot, (outcome, decides): (Outcome, bool)) {
        let Quorum { present, needed, met } = self.quorum;
        let Reading { for_, of, needed: votes, base, .. } = self.reading;
        let came_to = if ballot.is_declared() { outcome.words() } else { outcome.as_it_stands() };
        let present = format!("{present} of {} present", ballot.roster.len());
        let (figures, more) = if !met {
            (present, format!(", {needed} needed"))
        } else if !decides {
            (format!("{present}, all recused"), String::new())
        } else {
            (format!("{present}, {for_} for of {of}"), format!(" {}, {votes} needed", base.counted()))
        };
        let came_to = if met { came_to.to_owned() } else { format!("no quorum, {came_to}") };
        let least = if self.same { "the same" } else { came_to.split(',').next().unwrap_or_default() };
        self.least = format!("corrected times: {least}");
        let who = self.who(ballot);
        (self.short, self.text) = if self.same {
            let same = |who: &str, more: &str| {
                format!("by the times corrected later{who} it comes to the same: {came_to} ({figures}{more})")
            };
            (same("", ""), same(&who, &more))
        } else {
            let other = |who: &str, more: &str| {
                format!("by the times corrected later{who}, {figures}{more}: {came_to}")
            };
            (other("", ""), format!("{}; it is not counted again", other(&who, &more)))
        };
    }

    /// ` (without seat 3 Celine Dufour)`.
    fn who(&self, ballot: &Ballot) -> String {
        let named = |word: &str, seats: &[SeatNo]| {
            let those = ballot.roster.iter().filter(|seat| seats.contains(&seat.n));
            let named: Vec<String> = those.map(Seat::named).collect();
            (!named.is_empty()).then(|| format!("{word} {}", named.join(", ")))
        };
        let who: Vec<String> =
            named("without", &self.without).into_iter().chain(named("with", &self.with)).collect();
        if who.is_empty() { String::new() } else { format!(" ({})", who.join("; ")) }
    }
}

#[cfg(test)]
#[path = "hindsight_tests.rs"]
mod tests;
