//! What Review asks: one application with everything around it, and its neighbours in the queue.

use super::{Desk, Trouble, papers};
use crate::console::app::screen::review::ask::{Loaded, Note, Past, Submission};
use crate::console::app::screen::review::{ReviewReply, ReviewRequest};
use crate::papers::message;
use crate::review::Ref;
use crate::review::queue::{Filter, Sort, Window};
use crate::store::{JournalRow, NoteRow, Store, StoreError, SubmissionRow};

/// Changes of its past that are read.
const PAST: u64 = 500;

/// Answers a request of Review.
pub(super) fn answer(desk: &mut Desk, request: ReviewRequest) -> Result<ReviewReply, Trouble> {
    Ok(match request {
        ReviewRequest::Open { reference, filter, sort, after } => {
            match open(desk, &reference, &filter, sort)? {
                Some(loaded) => ReviewReply::Opened(Box::new(Loaded { after, ..loaded })),
                None => ReviewReply::Unknown(reference),
            }
        }
        ReviewRequest::Message(reference) => message(desk, reference)?,
        ReviewRequest::Beside { reference, filter, sort, forward } => {
            ReviewReply::Beside(beside(&desk.store, &reference, &filter, sort, forward)?)
        }
    })
}

fn open(desk: &mut Desk, reference: &Ref, filter: &Filter, sort: Sort) -> Result<Option<Loaded>, StoreError> {
    let today = desk.today();
    let store = &desk.store;
    let Some(application) = store.application(reference)? else { return Ok(None) };
    let place = match store.position_of(filter, sort, reference)? {
        Some(at) => Some((at, store.page(filter, sort, Window { first: at, rows: 1 })?.total)),
        None => None,
    };
    Ok(Some(Loaded {
        edition: store.edition_for(&application)?,
        ballots: store.ballots_of(reference)?,
        certifications: store.certifications_of(reference)?,
        seats: store.seats()?,
        register: store.conflicts()?,
        conflicts: store.conflicts_with(&application, today)?,
        submissions: store.submissions(reference)?.into_iter().map(Submission::from).collect(),
        notes: store.notes(reference)?.into_iter().map(Note::from).collect(),
        history: store
            .history(Some(reference), Window { first: 0, rows: PAST })?
            .into_iter()
            .map(Past::from)
            .collect(),
        place,
        after: 0,
        application,
    }))
}

/// The letter as it would be written today, as a message.
fn message(desk: &mut Desk, reference: Ref) -> Result<ReviewReply, Trouble> {
    let today = desk.today();
    let store = &desk.store;
    let Some(application) = store.application(&reference)? else {
        return Ok(ReviewReply::Unknown(reference));
    };
    let letter = papers::letter(store, &application, today)?;
    let to = message::to(&letter).to_owned();
    let text = message::text(&letter, &desk.actor, store.is_rehearsal()?);
    Ok(ReviewReply::Message { reference, to, text })
}

fn beside(
    store: &Store,
    reference: &Ref,
    filter: &Filter,
    sort: Sort,
    forward: bool,
) -> Result<Option<Ref>, StoreError> {
    let at = store.position_of(filter, sort, reference)?;
    let next = match (at, forward) {
        // One that has left the queue is followed by the first, and preceded by nothing.
        (None, true) => Some(0),
        (Some(at), true) => at.checked_add(1),
        (Some(at), false) => at.checked_sub(1),
        (None, false) => None,
    };
    let Some(first) = next else { return Ok(None) };
    let page = store.page(filter, sort, Window { first, rows: 1 })?;
    Ok(page.rows.into_iter().next().map(|row| row.reference))
}

impl From<SubmissionRow> for Submission {
    fn from(row: SubmissionRow) -> Self {
        Self { n: row.n, received: row.received, original: row.original }
    }
}

impl From<NoteRow> for Note {
    fn from(row: NoteRow) -> Self {
        Self { n: row.n, at: row.at, actor: row.actor, text: row.text }
    }
}

impl From<JournalRow> for Past {
    fn from(row: JournalRow) -> Self {
        let what = if row.undoes { format!("undone: {}", row.what) } else { row.what };
        Self { at: row.at, actor: row.actor, what }
    }
}
