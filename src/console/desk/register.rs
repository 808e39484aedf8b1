//! What Register asks.

use super::{Desk, Trouble, meeting};
use crate::console::app::screen::register::{Next, RegisterReply, RegisterRequest};
use crate::review::queue::Window;

/// Most certifications that are shown.
const MOST: u64 = 5_000;

/// Answers a request of Register.
pub(super) fn answer(desk: &Desk, request: &RegisterRequest) -> Result<RegisterReply, Trouble> {
    match request {
        RegisterRequest::Read => {
            let rows = desk.store.certifications(Window { first: 0, rows: MOST })?;
            let next = match meeting::next(&desk.store.meetings()?) {
                Some(id) => desk.store.meeting(&id)?,
                None => None,
            };
            let next = next.map(|found| Next { meeting: found.id, agenda: found.agenda });
            Ok(RegisterReply::Read { all: rows, next })
        }
    }
}
