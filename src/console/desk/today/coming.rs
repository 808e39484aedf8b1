//! What the council granted that comes back: conditions that are due, and certifications that end.

use chrono::NaiveDate;

use super::{after, section};
use crate::console::app::screen::today::{Kind, Opens, Row, Section, Urgency};
use crate::console::app::wording;
use crate::console::desk::{Desk, Trouble};
use crate::council::condition::{ConditionState, Imposed};
use crate::council::register::{Certification, State};
use crate::review::queue::Window;

/// Days ahead in which a condition or an end is shown.
const AHEAD: u64 = 90;

/// Days for which a certification that has ended stays.
const ENDED: u64 = 90;

/// Most certifications that are looked through.
const LOOKED_THROUGH: u64 = 5_000;

/// What comes due or ends within [`AHEAD`] days, the soonest first: conditions until they are cleared, certifications
/// until some time after their end unless they were granted anew.
pub(super) fn soon(desk: &Desk, today: NaiveDate) -> Result<Section, Trouble> {
    let all = desk.store.certifications(Window { first: 0, rows: LOOKED_THROUGH })?;
    let mut rows: Vec<(NaiveDate, Row)> =
        desk.store.conditional()?.iter().flat_map(|one| due(one, today)).collect();
    rows.extend(all.iter().filter_map(|one| ends(&all, one, today)));
    rows.sort_by(|(a, one), (b, other)| (a, &one.title, &one.note).cmp(&(b, &other.title, &other.note)));
    let total = u64::try_from(rows.len()).unwrap_or(u64::MAX);
    Ok(section(Kind::Expiring, total, rows.into_iter().map(|(_, row)| row)))
}

/// The conditions of `one` that are open and due; of a certification that is over none is asked for.
fn due(one: &Certification, today: NaiveDate) -> Vec<(NaiveDate, Row)> {
    if one.on(today).state.is_over() {
        return Vec::new();
    }
    let soon = |condition: &&Imposed| condition.condition.due <= after(today, AHEAD);
    one.outstanding()
        .filter(soon)
        .map(|condition| (condition.condition.due, condition_row(one, condition, today)))
        .collect()
}

fn condition_row(one: &Certification, condition: &Imposed, today: NaiveDate) -> Row {
    let due = wording::due_short(condition.condition.due, today);
    let (note, urgency) = match condition.state(today) {
        ConditionState::Lapsed => (format!("condition lapsed, {due}"), Urgency::Late),
        ConditionState::DueSoon => (format!("condition due {due}"), Urgency::Soon),
        ConditionState::Open | ConditionState::Cleared => (format!("condition due {due}"), Urgency::Calm),
    };
    row(one, format!("{note}: {}", condition.condition.text), urgency)
}

fn ends(all: &[Certification], one: &Certification, today: NaiveDate) -> Option<(NaiveDate, Row)> {
    let until = one.until?;
    let shown = until <= after(today, AHEAD) && after(until, ENDED) >= today;
    let revoked = one.on(today).state == State::Revoked;
    if !shown || revoked || renewed(all, one, today) {
        return None;
    }
    let urgency = if until < today { Urgency::Late } else { Urgency::Soon };
    Some((until, row(one, wording::expiry(Some(until), today), urgency)))
}

/// The same organisation holds the same certification for longer.
fn renewed(all: &[Certification], one: &Certification, today: NaiveDate) -> bool {
    all.iter().any(|other| {
        let longer = one.until.is_some_and(|until| other.until.is_none_or(|later| later > until));
        let stands = other.on(today).state != State::Revoked;
        other.organisation == one.organisation && other.program == one.program && longer && stands
    })
}

fn row(one: &Certification, note: String, urgency: Urgency) -> Row {
    Row {
        opens: Opens::Application(one.reference.clone()),
        title: one.organisation.clone(),
        about: wording::program_word(one.program).to_owned(),
        note,
        urgency,
    }
}
