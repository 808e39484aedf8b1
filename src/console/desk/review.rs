//! What Review asks.

use super::{Desk, Trouble};
use crate::console::app::screen::review::{ReviewReply, ReviewRequest};

/// Answers a request of Review.
pub(super) fn answer(_desk: &mut Desk, request: ReviewRequest) -> Result<ReviewReply, Trouble> {
    match request {}
}
