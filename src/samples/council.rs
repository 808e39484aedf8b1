//! The council: its seats, the meetings it held, and the one to come.

use chrono::{Days, NaiveDate};

use super::{
    Rehearsal, SamplesError, instant,
    script::{SampleBallot, SampleMeeting, SampleSeat},
};
use crate::{
    council::{Attendance, Base, Meeting, MeetingId, Motion, Position, RuleSet, Seat, SeatNo, Terms, rules},
    record::{Change, Moved, ballot},
    review::Ref,
};

/// Half past four in the afternoon, in minutes.
const AFTERNOON: u32 = 990;

/// The council has been what it is for so many days.
const STANDING: u64 = 900;

/// Makes the seats.
pub(super) fn seats(
    stage: &mut Rehearsal,
    seats: &[SampleSeat],
    today: NaiveDate,
) -> Result<(), SamplesError> {
    let from = today.checked_sub_days(Days::new(STANDING)).unwrap_or(today);
    let change = |(n, seat): (u32, &SampleSeat)| Change::Seated {
        was: None,
        now: Some(Seat {
            parent: seat.parent.clone(),
            chair: seat.chair,
            from: Some(from),
            ..Seat::new(SeatNo(n), seat.holder.as_str(), seat.employer.as_str())
        }),
    };
    stage.make(from, AFTERNOON, (1..).zip(seats).map(change).collect())
}

/// Plans `meeting`, and holds it if somebody came.
pub(super) fn meet(
    stage: &mut Rehearsal,
    meeting: SampleMeeting,
    today: NaiveDate,
) -> Result<(), SamplesError> {
    let id = MeetingId::new(meeting.date.to_string());
    let planned = meeting.date.min(today);
    let mut agenda: Vec<Ref> = meeting.ballots.iter().map(|ballot| ballot.application.clone()).collect();
    agenda.extend(meeting.agenda);
    let plan = Change::Planned { meeting: id.clone(), date: meeting.date, rules: rules::DEFAULT.to_owned() };
    let list = Change::AgendaSet { meeting: id.clone(), was: Vec::new(), now: agenda };
    stage.make(planned, AFTERNOON - 60, vec![plan, list])?;
    if meeting.present.is_empty() {
        return Ok(());
    }
    let day = meeting.date;
    stage.make(day, AFTERNOON, vec![Change::Called { meeting: id.clone(), reading: Base::Attendance }])?;
    let came = |seat: &SeatNo| Change::Attended {
        meeting: id.clone(),
        seat: *seat,
        was: None,
        now: Some(Attendance { seat: *seat, since: instant(day, AFTERNOON + 1), left: None }),
    };
    stage.make(day, AFTERNOON + 1, meeting.present.iter().map(came).collect())?;
    let rules = RuleSet::shipped(rules::DEFAULT)?;
    for (minute, held) in (AFTERNOON + 5..).step_by(10).zip(&meeting.ballots) {
        vote(stage, &rules, &id, held, (day, minute))?;
    }
    stage.make(day, AFTERNOON + 50, vec![Change::Adjourned { meeting: id }])
}

/// Holds one ballot from opening to declaration, beginning at `when`.
fn vote(
    stage: &mut Rehearsal,
    rules: &RuleSet,
    meeting: &MeetingId,
    held: &SampleBallot,
    when: (NaiveDate, u32),
) -> Result<(), SamplesError> {
    let (day, minute) = when;
    let session = sitting(stage, meeting)?;
    let Some(application) = stage.store.application(&held.application)? else {
        return Err(SamplesError::Wrong(format!("{} is not there", held.application)));
    };
    let terms = Terms { until: held.until, ..Terms::default() };
    let moved = Moved { terms, ..Moved::from(Motion::Approve) };
    let opened = ballot::open(&session, &application, &[], moved, day)?;
    stage.make(day, minute, vec![opened])?;
    for (position, seats) in [
        (Position::For, &held.for_),
        (Position::Against, &held.against),
        (Position::Abstain, &held.abstain),
        (Position::Recused, &held.recused),
    ] {
        for seat in seats {
            let session = sitting(stage, meeting)?;
            let open = open_ballot(&session)?;
            stage.make(day, minute + 1, vec![ballot::vote(&session, open, *seat, Some(position))?])?;
        }
    }
    let session = sitting(stage, meeting)?;
    let closed = ballot::close(&session, open_ballot(&session)?)?;
    stage.make(day, minute + 2, vec![closed])?;
    let session = sitting(stage, meeting)?;
    let declared = ballot::declare(rules, &session, open_ballot(&session)?, None)?;
    stage.make(day, minute + 3, vec![declared])
}

fn sitting(stage: &Rehearsal, meeting: &MeetingId) -> Result<Meeting, SamplesError> {
    let found = stage.store.meeting(meeting)?;
    found.ok_or_else(|| SamplesError::Wrong(format!("the meeting of {meeting} is not there")))
}

fn open_ballot(meeting: &Meeting) -> Result<&crate::council::Ballot, SamplesError> {
    meeting.open_ballot().ok_or_else(|| SamplesError::Wrong(format!("no ballot is open in {}", meeting.id)))
}
