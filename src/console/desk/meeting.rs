//! What Meeting asks.

use super::{Desk, Trouble};
use crate::console::app::screen::meeting::{MeetingReply, MeetingRequest};

/// Answers a request of Meeting.
pub(super) fn answer(_desk: &mut Desk, request: MeetingRequest) -> Result<MeetingReply, Trouble> {
    match request {}
}
