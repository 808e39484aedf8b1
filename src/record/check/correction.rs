//! A time in the room is put right, while the meeting goes on or afterwards. What a ballot froze at its closing is not
//! touched: who was present for it, and its result, stay as they were.

use super::{
    case::{Case, says_something},
    refusal::Refusal,
    stay,
};
use crate::council::{Attendance, MeetingId, SeatNo, order};

pub(super) fn corrected(
    case: &Case,
    id: &MeetingId,
    seat: SeatNo,
    (was, now): (Option<&Attendance>, Option<&Attendance>),
    because: &str,
) -> Result<(), Refusal> {
    let meeting = case.meeting(id)?;
    order::may_correct(meeting)?;
    if was.into_iter().chain(now).any(|stay| stay.seat != seat) {
        return Err(Refusal::invalid("a stay of another seat", "name one seat"));
    }
    if was == now {
        return Err(Refusal::invalid(
            format!("these are the times of seat {seat} already"),
            "say when they came in or went out in truth",
        ));
    }
    if !says_something(because) {
        return Err(Refusal::invalid("a correction without a reason", "say why, with --because"));
    }
    if !meeting.members.iter().any(|member| member.n == seat) {
        return Err(order::Refusal::NoMember { seat, meeting: id.clone() }.into());
    }
    let there = |seen: &Attendance| {
        meeting.attendance.iter().find(|stay| stay.seat == seat && stay.since == seen.since)
    };
    stay::is_there(seat, was, was.and_then(there))?;
    now.map_or(Ok(()), |now| stay::in_order(case, meeting, now, was))
}
