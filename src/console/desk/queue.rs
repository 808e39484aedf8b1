//! What Queue asks.

use super::{Desk, Trouble};
use crate::console::app::screen::queue::{Listed, Preview, QueueReply, QueueRequest};
use crate::review::assess;
use crate::review::queue::{Filter, QueueRow, Sort, Window};
use crate::review::{Basis, Ref};

/// Answers a request of Queue.
pub(super) fn answer(desk: &mut Desk, request: QueueRequest) -> Result<QueueReply, Trouble> {
    match request {
        QueueRequest::Page { filter, sort, window, keep } => page(desk, &filter, sort, window, keep.as_ref()),
        QueueRequest::Preview(reference) => preview(desk, &reference),
    }
}

/// The rows of a window; where an application is to be kept in sight, the window that holds it.
fn page(
    desk: &Desk,
    filter: &Filter,
    sort: Sort,
    mut window: Window,
    keep: Option<&Ref>,
) -> Result<QueueReply, Trouble> {
    let at = match keep {
        Some(keep) => desk.store.position_of(filter, sort, keep)?,
        None => None,
    };
    if let Some(at) = at.filter(|at| *at < window.first || *at >= window.first.saturating_add(window.rows)) {
        window.first = at.saturating_sub(window.rows / 2);
    }
    let page = desk.store.page(filter, sort, window)?;
    let rows = page.rows.into_iter().map(|row| listed(desk, row)).collect();
    Ok(QueueReply::Page { first: page.first, total: page.total, rows, at })
}

/// A row with the number of requirements that its program has.
fn listed(desk: &Desk, row: QueueRow) -> Listed {
    let edition = desk.store.edition(&row.edition).ok();
    let requirements = edition.as_ref().and_then(|edition| edition.program(row.program));
    let of = requirements.map(|rules| u32::try_from(rules.requirements.len()).unwrap_or(u32::MAX));
    Listed { row, of }
}

fn preview(desk: &mut Desk, reference: &Ref) -> Result<QueueReply, Trouble> {
    let today = desk.today();
    let Some(application) = desk.store.application(reference)? else {
        return Ok(QueueReply::Gone);
    };
    let edition = desk.store.edition_for(&application)?;
    let assessment = assess(&edition, &application, Basis::AsFound, today);
    Ok(QueueReply::Preview(Box::new(Preview {
        organisation: application.facts.organisation,
        note: application.facts.note,
        stage: application.review.stage,
        since: application.review.since,
        planned: application.review.demo.planned,
        assessment,
    })))
}
