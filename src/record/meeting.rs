//! The changes of a meeting, made from what is known of it: one place for console, command line and samples.
//!
//! Each asks the rules of order first, so that a refusal comes before anything is written.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveTime, TimeDelta, TimeZone as _, Utc};

use super::{act::Act, change::Change};
use crate::{
    council::{Attendance, Base, Meeting, MeetingId, Refusal, RuleSet, Ruling, SeatNo, order, ruling},
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

/// The day that a meeting is named by; `None` for a vote without a meeting.
pub fn day_of(id: &MeetingId) -> Option<NaiveDate> {
    id.as_str().get(..10)?.parse().ok()
}

/// Makes the agenda.
pub fn set_agenda(meeting: &Meeting, now: Vec<Ref>) -> Change {
    Change::AgendaSet { meeting: meeting.id.clone(), was: meeting.agenda.clone(), now }
}

/// Calls the meeting to order under the reading that was ruled, else the one that its rules name.
///
/// # Errors
/// It was called before.
pub fn call_to_order(meeting: &Meeting, rules: &RuleSet, rulings: &[Ruling]) -> Result<Change, Refusal> {
    order::may_call_to_order(meeting)?;
    Ok(called(&meeting.id, ruling::reading(rules, rulings)))
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

/// Times of a stay that are put right; what is `None` stays as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// Came in.
    pub since: Option<DateTime<Utc>>,
    /// Went out; `Some(None)` did not go out.
    pub left: Option<Option<DateTime<Utc>>>,
}

impl Times {
    /// What becomes of the stay `was` of `seat`; nothing where it begins at no time.
    pub fn of(self, seat: SeatNo, was: Option<Attendance>) -> Option<Attendance> {
        let since = self.since.or(was.map(|was| was.since))?;
        let left = self.left.unwrap_or_else(|| was.and_then(|was| was.left));
        Some(Attendance { seat, since, left })
    }
}

/// Puts a stay of `seat` right: `was` as it was recorded, `now` as it was in truth.
///
/// # Errors
/// The meeting was not called to order.
pub fn correct(
    meeting: &Meeting,
    seat: SeatNo,
    was: Option<Attendance>,
    now: Option<Attendance>,
    because: String,
) -> Result<Change, Refusal> {
    order::may_correct(meeting)?;
    Ok(Change::Corrected { meeting: meeting.id.clone(), seat, was, now, because })
}

/// The instant at which it was `time` by the clock of the room, in `meeting`. The minute of the call to order is the
/// call itself; a time long before it lies behind midnight.
pub fn instant(meeting: &Meeting, time: NaiveTime, offset: FixedOffset) -> Option<DateTime<Utc>> {
    let called = meeting.called?;
    let day = called.with_timezone(&offset).date_naive();
    let at = offset.from_local_datetime(&day.and_time(time)).single()?.to_utc();
    if at >= called {
        return Some(at);
    }
    let early = called - at;
    if early < TimeDelta::minutes(1) {
        Some(called)
    } else if early > TimeDelta::hours(12) {
        at.checked_add_days(Days::new(1))
    } else {
        Some(at)
    }
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
    fn a_time_by_the_clock_is_an_instant_of_the_meeting() {
        let mut meeting = crate::council::sample::meeting(3, &[]);
        meeting.called = Some(sample::minute(0) + chrono::TimeDelta::seconds(40));
        let east = chrono::FixedOffset::east_opt(3600).unwrap();
        let at = |meeting: &_, text: &str| super::instant(meeting, text.parse().unwrap(), east);
        assert_eq!(at(&meeting, "10:07:00"), Some(sample::minute(7)));
        assert_eq!(at(&meeting, "10:00:00"), meeting.called, "the minute of the call");
        assert_eq!(
            at(&meeting, "09:30:00"),
            Some(sample::minute(-30)),
            "before the call, and refused for it"
        );
        meeting.called = Some(sample::minute(13 * 60));
        assert_eq!(at(&meeting, "00:30:00"), Some(sample::minute(14 * 60 + 30)), "behind midnight");
        meeting.called = None;
        assert_eq!(super::instant(&meeting, chrono::NaiveTime::MIN, east), None);
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
