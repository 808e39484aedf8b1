//! A ruling, made from what holds: one place for console and command line.

use super::change::Change;
use crate::council::{Meeting, RuleSet, Ruled, Ruling, ruling};

/// Rules `now`, in `meeting` where one is open. `rulings` are those there are.
pub fn rule(
    rules: &RuleSet,
    rulings: &[Ruling],
    meeting: Option<&Meeting>,
    now: Ruled,
    (chair, because): (String, String),
) -> Change {
    let last = rulings.iter().map(|ruling| ruling.n).max().unwrap_or_default();
    Change::Ruled {
        n: last.saturating_add(1),
        meeting: meeting.map(|meeting| meeting.id.clone()),
        chair,
        was: ruling::holds_in(rules, rulings, meeting, now.matter()),
        now,
        because,
    }
}

/// The name of whoever presides over `meeting`, where a seat does.
pub fn chair(meeting: &Meeting) -> Option<&str> {
    meeting.members.iter().find(|seat| seat.chair).map(|seat| seat.holder.as_str())
}
