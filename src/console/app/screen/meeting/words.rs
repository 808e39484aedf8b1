//! What the screen says of a meeting, in words.

use chrono::{DateTime, FixedOffset, Utc};

use super::{Item, Row};
use crate::{
    console::app::wording::count,
    council::{
        Ballot, BallotState, MeetingState, Minute, Position, Prospect, Room, Silence, Since, Standing,
        Threshold,
        conflict::{Relation, Suggestion},
        standing,
        tally::Quorum,
    },
};

/// `Conflict, hard: seat 12 B. Name works for Lumen Cost.`
pub fn conflict(conflict: &Suggestion) -> String {
    let seat = conflict.seat.map(|n| format!("seat {n} ")).unwrap_or_default();
    let tie = conflict.tie();
    let tie = tie.trim_end_matches('.');
    format!("Conflict, {}: {seat}{} {tie}.", conflict.standing(), conflict.person)
}

/// The same behind the name of whoever has it, as short as can be: `hard, works for applicant`.
pub fn conflict_below(conflict: &Suggestion) -> String {
    let who = if conflict.with_parent { "the parent" } else { "applicant" };
    let tie = match conflict.relation {
        Relation::Employed => "works for",
        Relation::Parent => "same group as",
        Relation::Customer => "customer of",
        Relation::Competitor => "competes with",
        Relation::Paid => "paid by",
        Relation::Personal => "close to",
    };
    let what = if conflict.stands() { conflict.weight.as_str() } else { conflict.state.as_str() };
    format!("{what}, {tie} {who}")
}

/// What a position is called in a roll.
pub const fn position(position: Position) -> &'static str {
    match position {
        Position::For => "for",
        Position::Against => "against",
        Position::Abstain => "abstains",
        Position::Recused => "recused",
    }
}

/// What is said of a seat without a position, in a ballot that is over or in one that is open.
pub const fn silence(silence: Silence) -> &'static str {
    match silence {
        Silence::ToCome => "to come",
        Silence::NoPosition => "no position",
        Silence::NoPart => "no part",
        Silence::Absent => "not in",
    }
}

/// A position of a seat that has left, so that it does not count.
pub fn left(said: Position) -> String {
    format!("left: {}", position(said))
}

/// The edition, in full.
pub fn edition(item: &Item) -> String {
    format!("edition {}: {}", item.application.edition, item.edition)
}

/// An instant as the time of day where the meeting is.
pub fn time(at: DateTime<Utc>, offset: FixedOffset) -> String {
    at.with_timezone(&offset).format("%H:%M").to_string()
}

/// The day and the time of day at `offset` from UTC.
pub fn day_and_time(at: DateTime<Utc>, offset: FixedOffset) -> String {
    at.with_timezone(&offset).format("%Y-%m-%d, %H:%M").to_string()
}

/// `15 members, quorum 8, 9 present, 1 may leave before quorum is lost`.
pub fn room(room: &Room) -> String {
    let quorum = &room.quorum;
    let leave = match (quorum.met, room.may_leave) {
        (false, _) => format!("NO QUORUM: {} more must come in", room.missing),
        (true, 0) => "nobody may leave".to_owned(),
        (true, n) => format!("{n} may leave before quorum is lost"),
    };
    format!("{}, quorum {}, {} present, {leave}", members(room), quorum.needed, quorum.present)
}

/// The same where there is little room: `9 of 15 in, quorum 8, 1 may leave`.
pub fn short_room(room: &Room) -> String {
    let quorum = &room.quorum;
    let head = format!("{} of {} in, ", quorum.present, room.members);
    if quorum.met {
        format!("{head}quorum {}, {} may leave", quorum.needed, room.may_leave)
    } else {
        format!("{head}NO QUORUM: {} missing", room.missing)
    }
}

/// A room at closing, where there is little room: `quorum met: 9 of 15 in, 8 needed`.
pub fn short_quorum(room: &Room) -> String {
    let Quorum { needed, present, .. } = room.quorum;
    format!("{}: {present} of {} in, {needed} needed", met(&room.quorum), room.members)
}

/// Whether there was a quorum, where there is little room.
pub const fn met(quorum: &Quorum) -> &'static str {
    if quorum.met { "quorum met" } else { "NO QUORUM" }
}

/// `15 members`.
pub fn members(room: &Room) -> String {
    count(room.members.into(), "member")
}

/// How many have answered an electronic ballot, and what is still needed: `3 of 13 have answered: 4 more for of 10
/// outstanding`.
pub fn answered(ballot: &Ballot, standing: &Standing) -> String {
    let said = format!("{} of {} have answered", ballot.positions.len(), ballot.roster.len());
    if ballot.is_open() { format!("{said}: {}", prospect(standing.prospect)) } else { said }
}

/// How much is needed, and of what: `majority of those in attendance`.
pub fn threshold(ballot: &Ballot) -> String {
    let share = match ballot.threshold {
        Threshold::Majority => "majority",
        Threshold::TwoThirdsOfMembers => "two thirds",
    };
    format!("{share} of {}", standing::base(ballot).words())
}

/// `majority of those in attendance: 5 of 9 needed`.
pub fn needed(ballot: &Ballot, standing: &Standing) -> String {
    format!("{}: {} of {} needed", threshold(ballot), standing.reading.needed, standing.reading.of)
}

/// What is still needed, as a sentence for the room.
pub fn prospect(prospect: Prospect) -> String {
    match prospect {
        Prospect::Carried => "nothing more: carried as it stands".to_owned(),
        Prospect::CannotCarry => "cannot carry any more".to_owned(),
        Prospect::NoQuorum { .. } | Prospect::Needs { .. } => prospect.to_string(),
    }
}

/// `5 for, 2 against, 1 abstaining, 1 recused, 0 without a position`, and `1 taking no part` where one came late and does
/// not.
pub fn split(standing: &Standing) -> String {
    let split = &standing.split;
    let aside = match standing.aside.len() {
        0 => String::new(),
        n => format!(", {n} taking no part"),
    };
    format!(
        "{} for, {} against, {} abstaining, {} recused, {} without a position{aside}",
        split.for_,
        split.against,
        split.abstain,
        split.recused,
        standing.outstanding.len()
    )
}

/// Where a ballot was opened: `on 2026-11-24`, or `electronic`.
pub fn opened_in(ballot: &Ballot) -> String {
    ballot.meeting.as_ref().map_or_else(|| "electronic".to_owned(), |meeting| format!("on {meeting}"))
}

/// The state of a ballot.
pub const fn state(ballot: &Ballot) -> &'static str {
    match ballot.state {
        BallotState::Open => "ballot open",
        BallotState::Closed { .. } => "to be declared",
        BallotState::Declared { outcome, .. } => outcome.words(),
    }
}

/// The state of an item without a ballot.
pub const fn unvoted(meeting: MeetingState) -> &'static str {
    match meeting {
        MeetingState::Planned | MeetingState::Open => "to do",
        MeetingState::Adjourned => "not voted on",
    }
}

/// The state of a row of the agenda; a free item has none.
pub fn row_state(row: &Row<'_>, meeting: MeetingState) -> &'static str {
    match row.ballot {
        Some(ballot) => state(ballot),
        None if row.free.is_some() => "",
        None => unvoted(meeting),
    }
}

/// How an application stands against the packet that was sent.
pub fn since(item: &Item) -> Option<String> {
    Some(match item.since.as_ref()? {
        Since::Same => "As in the packet that was sent.".to_owned(),
        Since::Added => "Not in the packet that was sent.".to_owned(),
        Since::Changed => format!("Changed since the packet: {}.", item.changes.join("; ")),
    })
}

/// A note on a line of the agenda.
pub fn note(note: &Minute) -> String {
    let text = note.text.as_deref().unwrap_or("(erased)");
    match &note.action {
        None => format!("Note {}: {text}", note.n),
        Some(action) => {
            let due = action.due.map(|due| format!(", due {due}")).unwrap_or_default();
            format!("Action {}, {}{due}: {text}", note.n, action.owner)
        }
    }
}

/// The arithmetic of a closed ballot, line by line with a label, without its result.
pub fn arithmetic(ballot: &Ballot, standing: &Standing) -> [(&'static str, String); 3] {
    let room = &standing.room;
    let quorum = format!(
        "{}, {} present at closing, quorum {}: {}",
        members(room),
        room.quorum.present,
        room.quorum.needed,
        if room.quorum.met { "met" } else { "NOT MET" }
    );
    let sum = format!("{}, {} for", needed(ballot, standing), standing.reading.for_);
    let quorum = if ballot.is_electronic() {
        ("Members", format!("{}, all of them the base: there was no meeting", members(room)))
    } else {
        ("Quorum", quorum)
    };
    [quorum, ("Votes", split(standing)), ("Rule", sum)]
}

/// The split where there is little room: `5 for 2 against 1 abst 1 rec 0 open`; once it is closed, `0 silent`, with those
/// who took no part.
pub fn short_split(ballot: &Ballot, standing: &Standing) -> String {
    let split = &standing.split;
    let outstanding = standing.outstanding.len();
    let silent = if ballot.is_open() {
        format!("{outstanding} open")
    } else {
        format!("{} silent", outstanding.saturating_add(standing.aside.len()))
    };
    format!(
        "{} for {} against {} abst {} rec {silent}",
        split.for_, split.against, split.abstain, split.recused,
    )
}

/// What was said by those that left an open ballot, where there is little room: `1 who left: asked at close`.
pub fn short_left(standing: &Standing) -> Option<String> {
    let left = standing.left.len();
    (left > 0).then(|| format!("{left} who left: asked at close"))
}

/// Whether the other readings would come to something else, as the one line that the record has of it.
pub fn readings(standing: &Standing) -> Option<String> {
    let others = standing.tally.readings.iter();
    let differ: Vec<&str> = others
        .filter(|reading| reading.adopted != standing.reading.adopted)
        .map(|reading| reading.base.words())
        .collect();
    (!differ.is_empty())
        .then(|| format!("A majority of {} would have come to something else.", differ.join(", or of ")))
}
