//! The changes of a meeting, made from what is known of it: one place for console, command line and samples.
//!
//! Each asks the rules of order first, so that a refusal comes before anything is written.

use chrono::NaiveDate;

use super::{act::Act, change::Change};
use crate::{
    council::{Attendance, Base, Meeting, MeetingId, Refusal, RuleSet, SeatNo, order},
    review::Ref,
};

/// Plans a meeting on `date` under the council rule set `rules`. `known` are the meetings there are: a second one on
/// the same day is told apart by its number.
pub fn plan(known: &[MeetingId], date: NaiveDate, rules: &str) -> Change {
    let first = MeetingId::new(date.to_string());
    let later = (2_u32..).map(|n| MeetingId::new(format!("{date}-{n}")));
    let free = std::iter::once(first.clone()).chain(later).find(|id| !known.contains(id));
    Change::Planned { meeting: free.unwrap_or(first), date, rules: rules.to_owned() }
}

/// Makes the agenda.
pub fn set_agenda(meeting: &Meeting, now: Vec<Ref>) -> Change {
    Change::AgendaSet { meeting: meeting.id.clone(), was: meeting.agenda.clone(), now }
}

/// Calls the meeting to order under the reading that its rules name.
///
/// # Errors
/// It was called before.
pub fn call_to_order(meeting: &Meeting, rules: &RuleSet) -> Result<Change, Refusal> {
    order::may_call_to_order(meeting)?;
    Ok(called(&meeting.id, rules.default_reading))
}

fn called(meeting: &MeetingId, reading: Base) -> Change {
    Change::Called { meeting: meeting.clone(), reading }
}

/// Lets `seat` into the room, at the instant of `act`.
///
/// # Errors
/// The meeting is not in session, the seat is no member of it, or it is in the room already.
pub fn come_in(meeting: &Meeting, seat: SeatNo, act: &Act) -> Result<Change, Refusal> {
    order::may_come_in(meeting, seat)?;
    Ok(attend(&meeting.id, seat, None, act))
}

/// Lets `seat` out of the room, at the instant of `act`.
///
/// # Errors
/// The meeting is not in session, or the seat is not in the room.
pub fn go_out(meeting: &Meeting, seat: SeatNo, act: &Act) -> Result<Change, Refusal> {
    order::may_go_out(meeting, seat)?;
    let stay = meeting.stay(seat).ok_or(Refusal::NotIn(seat))?;
    Ok(attend(&meeting.id, seat, Some(stay), act))
}

/// Ends `stay`, or begins one where there is none: for whoever has seen the stay and checks nothing else.
pub fn attend(meeting: &MeetingId, seat: SeatNo, stay: Option<Attendance>, act: &Act) -> Change {
    let now = stay.map_or(Attendance { seat, since: act.at, left: None }, |stay| Attendance {
        left: Some(act.at),
        ..stay
    });
    Change::Attended { meeting: meeting.clone(), seat, was: stay, now: Some(now) }
}

/// Adjourns the meeting.
///
/// # Errors
/// It is not in session, or a ballot is not declared.
pub fn adjourn(meeting: &Meeting) -> Result<Change, Refusal> {
    order::may_adjourn(meeting)?;
    Ok(Change::Adjourned { meeting: meeting.id.clone() })
}

#[cfg(test)]
mod tests {
    use super::{attend, come_in, go_out, plan};
    use crate::{
        council::{Attendance, MeetingId, Refusal, SeatNo},
        record::{Change, sample},
    };

    fn id(change: &Change) -> &str {
        match change {
            Change::Planned { meeting, .. } => meeting.as_str(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_second_meeting_on_a_day_has_a_number() {
        let day = sample::day(11, 24);
        let mut known = vec![MeetingId::from("2026-11-23")];
        assert_eq!(id(&plan(&known, day, "finops-tac")), "2026-11-24");
        known.push("2026-11-24".into());
        assert_eq!(id(&plan(&known, day, "finops-tac")), "2026-11-24-2");
        known.push("2026-11-24-2".into());
        assert_eq!(id(&plan(&known, day, "finops-tac")), "2026-11-24-3");
    }

    #[test]
    fn a_stay_begins_and_ends_at_the_instant_of_the_act() {
        let mut meeting = crate::council::sample::meeting(3, &[1]);
        let act = sample::act();
        let seat = SeatNo(2);
        let since = Attendance { seat, since: act.at, left: None };
        let expected = Change::Attended { meeting: meeting.id.clone(), seat, was: None, now: Some(since) };
        assert_eq!(come_in(&meeting, seat, &act), Ok(expected));
        assert_eq!(go_out(&meeting, seat, &act), Err(Refusal::NotIn(seat)));
        meeting.attendance.push(since);
        assert_eq!(come_in(&meeting, seat, &act), Err(Refusal::AlreadyIn(seat)));
        assert_eq!(go_out(&meeting, seat, &act), Ok(attend(&meeting.id, seat, Some(since), &act)));
    }
}
