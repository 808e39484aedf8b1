//! The chair rules how a rule is to be read from now on. What was opened before keeps the reading it was opened under.

use super::{
    case::{Case, says_something},
    refusal::{Refusal, fresh},
};
use crate::{
    council::{MeetingId, Ruled, order, ruling},
    record::Role,
};

/// What a ruling says.
pub(super) struct Said<'a> {
    pub(super) was: Ruled,
    pub(super) now: Ruled,
    pub(super) chair: &'a str,
    pub(super) because: &'a str,
}

pub(super) fn ruled(case: &Case, n: u32, id: Option<&MeetingId>, said: &Said) -> Result<(), Refusal> {
    let Said { was, now, chair, because } = *said;
    let meeting = id.map(|id| case.meeting(id)).transpose()?;
    meeting.map_or(Ok(()), order::may_rule)?;
    if let (None, Some(open)) = (id, &case.before.open_meeting) {
        return Err(Refusal::invalid(
            format!("meeting {open} is open, and the ruling is not made in it"),
            "rule in the meeting that is open",
        ));
    }
    let rules = case.rules()?;
    if was.matter() != now.matter() || !ruling::can_be(rules, now) {
        return Err(Refusal::invalid(
            format!("`{}` is no {} of rule set {}", now.value(), now.matter(), rules.id),
            format!("give one of {}", ruling::choices(rules, now.matter()).join(", ")),
        ));
    }
    case.in_role(Role::Chair, "a ruling")?;
    let last = case.before.rulings.iter().map(|ruling| ruling.n).max().unwrap_or_default();
    fresh("the rulings", &n.saturating_sub(1), &last, |n| format!("{n} in number"))?;
    let is = ruling::holds_in(rules, &case.before.rulings, meeting, now.matter());
    fresh(format!("the {}", now.matter()), &was, &is, |ruled| ruled.words().into_owned())?;
    if now == is {
        return Err(Refusal::not_allowed(
            format!("it holds already that {now}"),
            "leave it, or rule something else",
        ));
    }
    for (text, what, instead) in
        [(because, "a reason", "say why, with --because"), (chair, "a name", "say who rules, with --chair")]
    {
        if !says_something(text) {
            return Err(Refusal::invalid(format!("a ruling without {what}"), instead));
        }
    }
    Ok(())
}
