//! The next meeting of the council.

use chrono::NaiveDate;

use super::{MOST, SHOWN, row, section, some};
use crate::console::app::screen::today::{Kind, Opens, Row, Section, Urgency};
use crate::console::app::wording;
use crate::console::desk::{Desk, Trouble};
use crate::council::conflict::{Applicant, Register};
use crate::council::{Ballot, Meeting, MeetingState, Seat, Since, electronic};
use crate::review::Stage;
use crate::review::application::set_aside;
use crate::review::queue::{Filter, QueueRow, Sort};
use crate::store::MeetingRow;

/// Most applications of a stage that are shown.
const ITEMS: u64 = 2 * SHOWN;

/// The next meeting: its day, its items, what else is ready, and who works for an applicant.
pub(super) fn next(desk: &Desk, today: NaiveDate) -> Result<Section, Trouble> {
    let (ready, waiting) = items(desk, Stage::ReadyForTac, Some(today))?;
    let (on, planned) = items(desk, Stage::OnAgenda, None)?;
    let meetings = desk.store.meetings()?;
    let to_come = |meeting: &&MeetingRow| meeting.state == MeetingState::Planned && meeting.date >= today;
    let open = meetings.iter().find(|meeting| meeting.state == MeetingState::Open);
    let meeting = open.or_else(|| meetings.iter().filter(to_come).min_by_key(|meeting| meeting.date));
    let mut rows = electronic(desk, today)?;
    if let Some(meeting) = meeting {
        rows.push(headline(meeting, waiting, today));
    } else if waiting.saturating_add(planned) > 0 {
        rows.push(no_meeting(waiting));
    }
    let day = meeting.map_or(today, |meeting| meeting.date);
    let sent = match meeting {
        Some(meeting) => desk.store.meeting(&meeting.id)?.filter(|meeting| !meeting.packets.is_empty()),
        None => None,
    };
    let council =
        Council { seats: desk.store.council_on(day)?.members, register: desk.store.conflicts()?, day };
    let on = on.iter().map(|one| (one, "on the agenda".to_owned()));
    let ready = ready
        .iter()
        .map(|one| (one, one.parked.map_or_else(|| "ready".to_owned(), |day| set_aside(day, today))));
    for (one, stands) in on.chain(ready).take(MOST.saturating_sub(rows.len())) {
        let stands = match &sent {
            Some(meeting) => since(desk, meeting, one)?.unwrap_or(stands),
            None => stands,
        };
        rows.push(item(desk, &council, one, stands)?);
    }
    Ok(section(Kind::Tac, waiting.saturating_add(planned), rows))
}

/// The electronic ballots that are not declared: until when, and how many have not answered.
fn electronic(desk: &Desk, today: NaiveDate) -> Result<Vec<Row>, Trouble> {
    let waiting = desk.store.waiting_ballots()?;
    let leads = waiting.iter().filter(|ballot| ballot.is_electronic() && ballot.with.is_none());
    let row = |ballot: &Ballot| {
        let silent: Vec<String> = electronic::silent(ballot).map(|seat| seat.n.to_string()).collect();
        let over = ballot.deadline.is_some_and(|at| at.with_timezone(&desk.offset).date_naive() < today);
        let ends =
            ballot.deadline.map(|at| at.with_timezone(&desk.offset).format("%Y-%m-%d %H:%M").to_string());
        let ends = ends.unwrap_or_default();
        let (ends, urgency) = match (ballot.is_open(), over) {
            (false, _) => ("closed: to be declared".to_owned(), Urgency::Late),
            (true, true) => (format!("ended {ends}: to be closed"), Urgency::Late),
            (true, false) => (format!("until {ends}"), Urgency::Soon),
        };
        let silent = if silent.is_empty() {
            "all have answered".to_owned()
        } else {
            format!("without an answer: {}", silent.join(" "))
        };
        Row {
            opens: Opens::Meeting(Some(electronic::session_id(&ballot.id))),
            title: format!("Electronic ballot {}", ballot.id),
            about: ballot.organisation.clone(),
            note: format!("{ends}; {silent}"),
            urgency,
        }
    };
    Ok(leads.map(row).collect())
}

/// What stands at `stage`; what is set aside until a later day than `back_on` is left out.
fn items(desk: &Desk, stage: Stage, back_on: Option<NaiveDate>) -> Result<(Vec<QueueRow>, u64), Trouble> {
    some(desk, &Filter { stages: vec![stage], back_on, ..Filter::default() }, Sort::Received, ITEMS)
}

fn headline(meeting: &MeetingRow, waiting: u64, today: NaiveDate) -> Row {
    let when = match meeting.state {
        MeetingState::Open => "open now".to_owned(),
        _ => wording::away(meeting.date, today),
    };
    let on = wording::count(u64::from(meeting.items), "item");
    let more = if waiting > 0 { format!(", {waiting} more ready") } else { String::new() };
    let urgent = meeting.state == MeetingState::Open || meeting.date == today;
    Row {
        opens: Opens::Meeting(Some(meeting.id.clone())),
        title: format!("Meeting {}, {when}", meeting.id),
        about: String::new(),
        note: format!("{on} on the agenda{more}"),
        urgency: if urgent { Urgency::Soon } else { Urgency::Calm },
    }
}

fn no_meeting(waiting: u64) -> Row {
    Row {
        opens: Opens::Meeting(None),
        title: "No meeting is planned".to_owned(),
        about: String::new(),
        note: format!("{waiting} ready for one"),
        urgency: Urgency::Soon,
    }
}

/// What became of an item of `meeting` since the packet was sent; nothing where it stands as in it.
fn since(desk: &Desk, meeting: &Meeting, one: &QueueRow) -> Result<Option<String>, Trouble> {
    if !meeting.agenda.contains(&one.reference) {
        return Ok(None);
    }
    let Some(application) = desk.store.application(&one.reference)? else { return Ok(None) };
    let (since, changes) = desk.store.since_packet(meeting, &application)?;
    Ok(match since {
        Some(Since::Changed) => Some(format!("changed since the packet: {}", changes.join("; "))),
        Some(Since::Added) => Some("on the agenda, not in the packet".to_owned()),
        Some(Since::Same) | None => None,
    })
}

/// Who decides, on which day, and what is known of their conflicts.
struct Council {
    seats: Vec<Seat>,
    register: Register,
    day: NaiveDate,
}

/// An application for the meeting; members with a conflict that stands are named.
fn item(desk: &Desk, council: &Council, one: &QueueRow, stands: String) -> Result<Row, Trouble> {
    let parent = desk.store.parent(&one.reference)?;
    let applicant = Applicant {
        reference: Some(&one.reference),
        organisation: &one.organisation,
        parent: parent.as_deref(),
    };
    let suggested = council.register.of_seats(&council.seats, applicant, council.day);
    let mut holders: Vec<&str> =
        suggested.iter().filter(|one| one.stands()).map(|one| one.person.as_str()).collect();
    holders.dedup();
    Ok(if holders.is_empty() {
        row(one, stands, Urgency::Calm)
    } else {
        let changed = if stands.contains("packet") { format!("; {stands}") } else { String::new() };
        row(one, format!("conflict: {}{changed}", holders.join(", ")), Urgency::Late)
    })
}
