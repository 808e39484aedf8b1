//! What was done in a meeting besides its ballots.

use chrono::{DateTime, Utc};

use crate::council::{Action, Attendance, FreeItem, MeetingId, SeatNo, Topic};

/// A time in the room that was put right.
pub(super) fn corrected(
    seat: SeatNo,
    was: Option<&Attendance>,
    now: Option<&Attendance>,
    because: &str,
) -> String {
    format!("corrected seat {seat}: {}, recorded as {}: {because}", stay(now), stay(was))
}

/// A stay in the room: `in from 09:00 to 09:20 UTC`.
pub(crate) fn stay(stay: Option<&Attendance>) -> String {
    let time = |at: DateTime<Utc>| at.format("%H:%M").to_string();
    match stay {
        None => "not in".to_owned(),
        Some(Attendance { since, left: None, .. }) => format!("in since {} UTC", time(*since)),
        Some(Attendance { since, left: Some(left), .. }) => {
            format!("in from {} to {} UTC", time(*since), time(*left))
        }
    }
}

/// A free item that came, went, moved or was said in other words.
pub(super) fn item(was: Option<&FreeItem>, now: Option<&FreeItem>) -> String {
    match (was, now) {
        (None, Some(now)) => format!("put `{}` on the agenda as item {}", now.text, now.place),
        (Some(was), None) => format!("took `{}` off the agenda", was.text),
        (Some(was), Some(now)) if was.text == now.text => {
            format!("moved `{}` from item {} to item {}", now.text, was.place, now.place)
        }
        (Some(was), Some(now)) => format!("called the item `{}`, before `{}`", now.text, was.text),
        (None, None) => "left the agenda as it was".to_owned(),
    }
}

/// A note on a line of the agenda that was written or taken back.
pub(super) fn minuted(n: u32, topic: &Topic, written: bool, action: Option<&Action>) -> String {
    let did = if written { "wrote down" } else { "took back" };
    match action {
        None => format!("{did} note {n} on {topic}"),
        Some(Action { owner, due }) => {
            let due = due.map(|due| format!(", due {due}")).unwrap_or_default();
            format!("{did} action {n} on {topic} for {owner}{due}")
        }
    }
}

/// A packet that was sent.
pub(super) fn sent(n: u32, hash: &str, items: usize) -> String {
    let applications = if items == 1 { "application" } else { "applications" };
    format!("sent packet {n} with {items} {applications}, hash {}", hash.get(..16).unwrap_or(hash))
}

/// Minutes that were approved.
pub(super) fn approved(by: &MeetingId, hash: &str) -> String {
    format!("minutes approved by meeting {by}, hash {}", hash.get(..16).unwrap_or(hash))
}
