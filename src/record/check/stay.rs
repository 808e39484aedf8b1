//! One stay in the room: its times are in order.

use super::{
    case::Case,
    refusal::{Refusal, fresh},
};
use crate::{
    council::{Attendance, Meeting, MeetingState, order},
    record::journal::stamp,
};

/// Whether `was` is a stay of an open meeting, as it stands there.
pub(super) fn is_open_to_change(meeting: &Meeting, was: &Attendance) -> Result<(), Refusal> {
    if meeting.state != MeetingState::Open {
        let (meeting, state) = (meeting.id.clone(), meeting.state);
        return Err(order::Refusal::NotInSession { meeting, state }.into());
    }
    let is = meeting.attendance.iter().find(|stay| stay.seat == was.seat && stay.since == was.since);
    fresh(format!("the stay of seat {} in the room", was.seat), &Some(was), &is, |stay| match stay {
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
    in_order(case, meeting, now)
}

/// Whether the times of `stay` lie within the meeting, not after now, and beside the other stays of the seat.
pub(super) fn in_order(case: &Case, meeting: &Meeting, stay: &Attendance) -> Result<(), Refusal> {
    let last = stay.left.unwrap_or(stay.since);
    if meeting.called.is_none_or(|called| stay.since < called) || last < stay.since || last > case.act.at {
        return Err(Refusal::invalid(
            format!("the times of seat {} are not in order", stay.seat),
            "nobody comes before the call to order, leaves before coming in, or does either later than now",
        ));
    }
    let beside = |other: &Attendance| {
        other.left.is_some_and(|left| left <= stay.since) || stay.left.is_some_and(|left| left <= other.since)
    };
    let others = meeting.attendance.iter();
    let mut others = others.filter(|other| other.seat == stay.seat && other.since != stay.since);
    if others.all(beside) {
        return Ok(());
    }
    Err(Refusal::invalid(
        format!("seat {} was in the room already at that time", stay.seat),
        "give times beside its other stays",
    ))
}
