//! One stay in the room: its times are in order.

use super::{
    case::Case,
    refusal::{Refusal, fresh},
};
use crate::{
    council::{Attendance, Meeting, MeetingState, SeatNo, order},
    record::journal::stamp,
};

/// Whether `was` is a stay of an open meeting, as it stands there.
pub(super) fn is_open_to_change(meeting: &Meeting, was: &Attendance) -> Result<(), Refusal> {
    if meeting.state != MeetingState::Open {
        let (meeting, state) = (meeting.id.clone(), meeting.state);
        return Err(order::Refusal::NotInSession { meeting, state }.into());
    }
    let is = meeting.attendance.iter().find(|stay| stay.seat == was.seat && stay.since == was.since);
    is_there(was.seat, Some(was), is)
}

/// Whether the stay `was` that a change saw of `seat` is what there `is`.
pub(super) fn is_there(
    seat: SeatNo,
    was: Option<&Attendance>,
    is: Option<&Attendance>,
) -> Result<(), Refusal> {
    fresh(format!("the stay of seat {seat} in the room"), &was, &is, |stay| match stay {
        None => "not there".to_owned(),
        Some(Attendance { left: None, .. }) => "in the room".to_owned(),
        Some(Attendance { left: Some(left), .. }) => format!("gone since {}", stamp(*left)),
    })
}

/// Whether the stay `was` can become `now`.
pub(super) fn follows(
    case: &Case,
    meeting: &Meeting,
    was: &Attendance,
    now: &Attendance,
) -> Result<(), Refusal> {
    if was.since != now.since {
        return Err(Refusal::invalid(
            "a stay keeps the time they came in",
            "take the stay back, and record it anew",
        ));
    }
    in_order(case, meeting, now, Some(was))
}

/// Whether the times of `stay` lie within the meeting, not after now, and beside the other stays of the seat: all but
/// the one it `replaces`.
pub(super) fn in_order(
    case: &Case,
    meeting: &Meeting,
    stay: &Attendance,
    replaces: Option<&Attendance>,
) -> Result<(), Refusal> {
    let last = stay.left.unwrap_or(stay.since);
    let end = meeting.adjourned.unwrap_or(case.act.at).min(case.act.at);
    if meeting.called.is_none_or(|called| stay.since < called) || last < stay.since || last > end {
        let end = if meeting.adjourned.is_some() { "after the end" } else { "later than now" };
        return Err(Refusal::invalid(
            format!("the times of seat {} are not in order", stay.seat),
            format!("nobody comes before the call to order, leaves before coming in, or does either {end}"),
        ));
    }
    let beside = |other: &Attendance| {
        let before = other.left.is_some_and(|left| left <= stay.since);
        other.since != stay.since && (before || stay.left.is_some_and(|left| left <= other.since))
    };
    let others = meeting.attendance.iter();
    let mut others = others.filter(|other| other.seat == stay.seat && Some(*other) != replaces);
    if others.all(beside) {
        return Ok(());
    }
    Err(Refusal::invalid(
        format!("seat {} was in the room already at that time", stay.seat),
        "give times beside its other stays",
    ))
}
