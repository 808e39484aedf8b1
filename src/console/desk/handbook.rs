//! What Handbook asks.

use super::{Desk, Trouble};
use crate::console::app::screen::handbook::{Book, HandbookReply, HandbookRequest};
use crate::council::rules::DEFAULT;
use crate::rules::shipped;

/// Answers a request of Handbook.
pub(super) fn answer(desk: &mut Desk, request: &HandbookRequest) -> Result<HandbookReply, Trouble> {
    match request {
        HandbookRequest::Read(edition) => {
            let edition = desk.store.edition_now(edition)?;
            let council = desk.store.council_rules(DEFAULT)?;
            let rulings = desk.store.rulings()?;
            let mut editions = desk.store.kept_editions()?;
            editions.extend(shipped::editions().map(|edition| edition.id.clone()));
            editions.sort();
            editions.dedup();
            Ok(HandbookReply::Read(Book { edition, council, rulings, editions }))
        }
    }
}
