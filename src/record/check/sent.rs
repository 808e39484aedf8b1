//! A packet is marked as sent: it names what stood on the agenda, as it stands.

use super::{
    case::Case,
    refusal::{Refusal, fresh},
};
use crate::council::{MeetingId, SentItem, order};

pub(super) fn sent(
    case: &Case,
    id: &MeetingId,
    n: u32,
    hash: &str,
    items: &[SentItem],
) -> Result<(), Refusal> {
    let meeting = case.meeting(id)?;
    order::not_over(meeting)?;
    let last = meeting.packets.iter().map(|packet| packet.n).max().unwrap_or_default();
    fresh(format!("the packets of meeting {id}"), &n.saturating_sub(1), &last, |n| format!("{n} in number"))?;
    is_hash(hash)?;
    let listed: Vec<_> = items.iter().map(|item| &item.application).collect();
    let agenda: Vec<_> = meeting.agenda.iter().collect();
    fresh(format!("the agenda of meeting {id}"), &listed, &agenda, |refs| {
        format!("[{}]", refs.iter().map(|one| one.as_str()).collect::<Vec<_>>().join(", "))
    })?;
    if items.is_empty() {
        return Err(Refusal::not_allowed(
            format!("no application is on the agenda of meeting {id}"),
            "put on it what the packet is about",
        ));
    }
    items.iter().try_for_each(|item| {
        let reference = &item.application;
        let is = case.before.snapshots.get(reference).ok_or_else(|| {
            Refusal::unknown(format!("application {reference}"), "see the queue for those that are")
        })?;
        fresh(reference.as_str(), &item.snapshot, is, |hash| {
            format!("as reviewed {}", hash.get(..16).unwrap_or(hash))
        })
    })
}

/// Whether `hash` can be that of a paper.
pub(super) fn is_hash(hash: &str) -> Result<(), Refusal> {
    if hash.len() == 64 && hash.chars().all(|digit| digit.is_ascii_hexdigit()) {
        return Ok(());
    }
    Err(Refusal::invalid(format!("`{hash}` is no hash of a paper"), "give its SHA-256 in hexadecimal"))
}
