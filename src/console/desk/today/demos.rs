//! Demonstrations: those to be planned, and those of this week.

use chrono::NaiveDate;

use super::{SHOWN, after, row, section};
use crate::console::app::screen::today::{Kind, Section, Urgency};
use crate::console::app::wording;
use crate::console::desk::{Desk, Trouble};
use crate::review::queue::QueueRow;
use crate::review::{Application, Basis, assess, documents_in};
use crate::rules::{Edition, JudgedBy, ProgramRules};

/// Days that "this week" reaches from today.
const WEEK: u64 = 7;

/// Applications without a demonstration that are looked at, the oldest first, and of those at most so many that are
/// read whole.
const LOOKED_AT: u64 = 60;
const READ: usize = 10;

/// Where one application stands with its demonstration.
enum Demo {
    ToPlan,
    Planned(NaiveDate),
}

/// Demonstrations to plan, and those planned until a week from now; one planned for a day gone by is to be recorded.
pub(super) fn due(desk: &Desk, today: NaiveDate) -> Result<Section, Trouble> {
    let planned = desk.store.demos_planned(after(today, WEEK), SHOWN)?;
    let oldest = desk.store.without_demo(LOOKED_AT)?;
    let candidates = oldest.iter().filter(|one| may_have_demo(desk, one)).take(READ);
    let mut found = Vec::new();
    for one in planned.iter().chain(candidates) {
        let Some(application) = desk.store.application(&one.reference)? else { continue };
        let edition = desk.store.edition_for(&application)?;
        found.extend(stands(&edition, &application, today).map(|demo| (one, demo)));
    }
    found.sort_by_key(|(_, demo)| match demo {
        Demo::Planned(day) => Some(*day),
        Demo::ToPlan => None,
    });
    let total = u64::try_from(found.len()).unwrap_or(u64::MAX);
    let rows = found.iter().map(|(one, demo)| match demo {
        Demo::ToPlan => row(one, "to be planned".to_owned(), Urgency::Soon),
        Demo::Planned(day) if *day < today => {
            row(one, format!("was planned {}: record it", wording::away(*day, today)), Urgency::Late)
        }
        Demo::Planned(day) => row(one, format!("planned {}", wording::away(*day, today)), Urgency::Calm),
    });
    Ok(section(Kind::Demos, total, rows))
}

/// A cheap look that spares reading most applications whole: the program has a demonstration, and enough has been
/// found for the documents to be in.
fn may_have_demo(desk: &Desk, one: &QueueRow) -> bool {
    let Ok(edition) = desk.store.edition(&one.edition) else { return false };
    edition.program(one.program).is_some_and(|rules| demo(rules).is_some() && one.found >= needed(rules))
}

/// Whether the program's live demonstration is held on request only; `None` where it has none.
fn demo(rules: &ProgramRules) -> Option<bool> {
    rules.requirements.iter().find_map(|requirement| match requirement.judged_by {
        JudgedBy::LiveDemo { on_request, .. } => Some(on_request),
        _ => None,
    })
}

/// Fewest findings with which the documents can be in.
fn needed(rules: &ProgramRules) -> u32 {
    use crate::rules::Section::{Mandatory, Prerequisite};
    let must =
        rules.requirements.iter().filter(|one| matches!(one.section, Prerequisite | Mandatory)).count();
    let optional = rules.optional.as_ref().map_or(0, |optional| optional.need);
    u32::try_from(must).unwrap_or(u32::MAX).saturating_add(optional)
}

fn stands(edition: &Edition, application: &Application, today: NaiveDate) -> Option<Demo> {
    let on_request = edition.program(application.program).and_then(demo)?;
    let review = &application.review.demo;
    if review.held.is_some() || (on_request && !review.asked) {
        return None;
    }
    match review.planned {
        Some(day) if day <= after(today, WEEK) => Some(Demo::Planned(day)),
        Some(_) => None,
        None => {
            let assessment = assess(edition, application, Basis::AsFound, today);
            documents_in(&assessment).is_ok().then_some(Demo::ToPlan)
        }
    }
}
