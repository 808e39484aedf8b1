//! Meetings: planned, called to order, attended, and over.

use chrono::NaiveDate;

use super::{case::Case, refusal::Refusal, stay};
use crate::{
    council::{Attendance, Base, MeetingId, SeatNo, order, ruling},
    record::Role,
};

pub(super) fn planned(case: &Case, id: &MeetingId, date: NaiveDate, rules: &str) -> Result<(), Refusal> {
    if !names(id, date) {
        return Err(Refusal::invalid(
            format!("a meeting of {date} cannot be called {id}"),
            format!("call it {date}, or {date}-2 for a second one that day"),
        ));
    }
    if case.before.meeting.is_some() {
        return Err(Refusal::not_allowed(
            format!("meeting {id} is there already"),
            format!("a second one that day is {date}-2"),
        ));
    }
    if case.rules()?.id != rules {
        return Err(Refusal::unknown(format!("council rule set {rules}"), "name one that comes with docket"));
    }
    Ok(())
}

/// Whether `id` is `date`, or `date` with `-2` or a higher number behind it.
fn names(id: &MeetingId, date: NaiveDate) -> bool {
    let date = date.to_string();
    let Some(rest) = id.as_str().strip_prefix(&date) else { return false };
    let number = rest.strip_prefix('-').and_then(|digits| digits.parse::<u32>().ok());
    rest.is_empty() || number.is_some_and(|n| n >= 2 && rest == format!("-{n}"))
}

pub(super) fn called(case: &Case, id: &MeetingId, reading: Base) -> Result<(), Refusal> {
    let meeting = case.meeting(id)?;
    order::may_call_to_order(meeting)?;
    if let Some(open) = &case.before.open_meeting {
        return Err(Refusal::not_allowed(format!("meeting {open} is still open"), "adjourn it first"));
    }
    if meeting.members.is_empty() {
        return Err(Refusal::not_allowed(
            format!("nobody holds a seat on {}", meeting.date),
            "add the seats of the council first",
        ));
    }
    let rules = case.rules()?;
    if !rules.bases().any(|base| base == reading) {
        let known: Vec<_> = rules.bases().map(Base::as_str).collect();
        return Err(Refusal::invalid(
            format!("`{reading}` is no reading of rule set {}", rules.id),
            format!("give one of {}", known.join(", ")),
        ));
    }
    let holds = ruling::reading(rules, &case.before.rulings);
    if reading != holds {
        case.in_role(Role::Chair, &format!("a reading other than {holds}"))?;
    }
    Ok(())
}

pub(super) fn attended(
    case: &Case,
    id: &MeetingId,
    seat: SeatNo,
    was: Option<&Attendance>,
    now: Option<&Attendance>,
) -> Result<(), Refusal> {
    let meeting = case.meeting(id)?;
    if was.into_iter().chain(now).any(|stay| stay.seat != seat) {
        return Err(Refusal::invalid("a stay of another seat", "name one seat"));
    }
    match (was, now) {
        (None, None) => Err(Refusal::invalid("no stay before and none after", "say when they came in")),
        (None, Some(now)) => {
            order::may_come_in(meeting, seat)?;
            stay::in_order(case, meeting, now, None)
        }
        (Some(was), now) => {
            stay::is_open_to_change(meeting, was)?;
            now.map_or(Ok(()), |now| stay::follows(case, meeting, was, now))
        }
    }
}

pub(super) fn adjourned(case: &Case, id: &MeetingId) -> Result<(), Refusal> {
    Ok(order::may_adjourn(case.meeting(id)?)?)
}
