//! The next meeting of the council, and what it granted that ends soon.

use chrono::NaiveDate;

use super::{MOST, SHOWN, after, row, section, some};
use crate::console::app::screen::today::{Kind, Opens, Row, Section, Urgency};
use crate::console::app::wording;
use crate::console::desk::{Desk, Trouble};
use crate::council::register::Certification;
use crate::council::{MeetingState, Seat, conflict};
use crate::review::queue::{Filter, QueueRow, Sort, Window};
use crate::review::{Ref, Stage};
use crate::store::MeetingRow;

/// Days ahead in which the end of a certification is shown.
const AHEAD: u64 = 90;

/// Days for which one that has ended stays.
const ENDED: u64 = 90;

/// Most applications of a stage that are shown.
const ITEMS: u64 = 2 * SHOWN;

/// Most certifications that are looked through.
const LOOKED_THROUGH: u64 = 5_000;

/// The next meeting: its day, its items, what else is ready, and who works for an applicant.
pub(super) fn next(desk: &Desk, today: NaiveDate) -> Result<Section, Trouble> {
    let (ready, waiting) = items(desk, Stage::ReadyForTac)?;
    let (on, planned) = items(desk, Stage::OnAgenda)?;
    let meetings = desk.store.meetings()?;
    let to_come = |meeting: &&MeetingRow| meeting.state == MeetingState::Planned && meeting.date >= today;
    let open = meetings.iter().find(|meeting| meeting.state == MeetingState::Open);
    let meeting = open.or_else(|| meetings.iter().filter(to_come).min_by_key(|meeting| meeting.date));
    let mut rows = Vec::new();
    if let Some(meeting) = meeting {
        rows.push(headline(meeting, waiting, today));
    } else if waiting.saturating_add(planned) > 0 {
        rows.push(no_meeting(waiting));
    }
    let day = meeting.map_or(today, |meeting| meeting.date);
    let seats: Vec<Seat> = desk.store.seats()?.into_iter().filter(|seat| seat.held_on(day)).collect();
    let items = on.iter().map(|one| (one, "on the agenda")).chain(ready.iter().map(|one| (one, "ready")));
    for (one, stands) in items.take(MOST.saturating_sub(rows.len())) {
        rows.push(item(desk, &seats, one, stands)?);
    }
    Ok(section(Kind::Tac, waiting.saturating_add(planned), rows))
}

fn items(desk: &Desk, stage: Stage) -> Result<(Vec<QueueRow>, u64), Trouble> {
    some(desk, &Filter { stages: vec![stage], ..Filter::default() }, Sort::Received, ITEMS)
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

/// An application for the meeting; members who work for it or its parent are named.
fn item(desk: &Desk, seats: &[Seat], one: &QueueRow, stands: &str) -> Result<Row, Trouble> {
    let parent = desk.store.parent(&one.reference)?;
    let suggested = conflict::suggested(seats, &one.organisation, parent.as_deref());
    let holder = |suggestion: &conflict::Suggestion| {
        seats.iter().find(|seat| seat.n == suggestion.seat).map(|seat| seat.holder.as_str())
    };
    let holders: Vec<&str> = suggested.iter().filter_map(holder).collect();
    Ok(if holders.is_empty() {
        row(one, stands.to_owned(), Urgency::Calm)
    } else {
        row(one, format!("conflict: {}", holders.join(", ")), Urgency::Late)
    })
}

/// What ends within [`AHEAD`] days, and what has ended lately and was not granted anew.
pub(super) fn expiring(desk: &Desk, today: NaiveDate) -> Result<Section, Trouble> {
    let all = desk.store.certifications(Window { first: 0, rows: LOOKED_THROUGH })?;
    let ends = |one: &Certification| {
        let until = one.until?;
        let shown = until <= after(today, AHEAD) && after(until, ENDED) >= today;
        (shown && !renewed(&all, one)).then_some(until)
    };
    let mut found: Vec<(NaiveDate, &Certification)> =
        all.iter().filter_map(|one| ends(one).map(|until| (until, one))).collect();
    found.sort_by(|a, b| (a.0, &a.1.reference).cmp(&(b.0, &b.1.reference)));
    let total = u64::try_from(found.len()).unwrap_or(u64::MAX);
    Ok(section(Kind::Expiring, total, found.into_iter().map(|(until, one)| ending(until, one, today))))
}

/// The same organisation holds the same certification for longer.
fn renewed(all: &[Certification], one: &Certification) -> bool {
    all.iter().any(|other| {
        let longer = one.until.is_some_and(|until| other.until.is_none_or(|later| later > until));
        other.organisation == one.organisation && other.program == one.program && longer
    })
}

fn ending(until: NaiveDate, one: &Certification, today: NaiveDate) -> Row {
    Row {
        opens: Opens::Application(Ref::clone(&one.reference)),
        title: one.organisation.clone(),
        about: wording::program(one.program).to_owned(),
        note: wording::expiry(Some(until), today),
        urgency: if until < today { Urgency::Late } else { Urgency::Soon },
    }
}
