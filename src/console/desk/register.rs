//! What Register asks.

use super::{Desk, Trouble, meeting};
use crate::console::app::screen::register::{RegisterReply, RegisterRequest};
use crate::review::queue::Window;

/// Most certifications that are shown.
const MOST: u64 = 5_000;

/// Answers a request of Register.
pub(super) fn answer(desk: &Desk, request: &RegisterRequest) -> Result<RegisterReply, Trouble> {
    match request {
        RegisterRequest::Read => {
            let rows = desk.store.certifications(Window { first: 0, rows: MOST })?;
            Ok(RegisterReply::Read { all: rows, next: meeting::next(&desk.store.meetings()?) })
        }
    }
}
