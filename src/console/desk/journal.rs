//! What Journal asks.

use super::{Desk, Trouble};
use crate::console::app::screen::journal::{Checked, JournalReply, JournalRequest, Line};
use crate::review::queue::Window;
use crate::store::JournalRow;

/// Answers a request of Journal.
pub(super) fn answer(desk: &Desk, request: &JournalRequest) -> Result<JournalReply, Trouble> {
    match request {
        JournalRequest::Page(window) => page(desk, *window),
        JournalRequest::Verify => verify(desk),
    }
}

fn page(desk: &Desk, window: Window) -> Result<JournalReply, Trouble> {
    let total = desk.store.entries()?;
    let rows = desk.store.history(None, window)?;
    Ok(JournalReply::Page { first: window.first, total, rows: rows.into_iter().map(line).collect() })
}

fn line(row: JournalRow) -> Line {
    Line {
        at: row.at,
        actor: row.actor,
        role: row.role,
        subject: row.subject,
        what: row.what,
        undoes: row.undoes,
        undone: row.undone,
        key: row.key,
    }
}

fn verify(desk: &Desk) -> Result<JournalReply, Trouble> {
    let found = desk.store.verify(None)?;
    let checks =
        found.checks.into_iter().map(|check| (check.id.to_owned(), check.ok, check.detail)).collect();
    Ok(JournalReply::Verified(Checked {
        ok: found.ok,
        entries: found.entries,
        fingerprint: found.fingerprint,
        checks,
    }))
}
