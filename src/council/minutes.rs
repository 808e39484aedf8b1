//! What became of the minutes of a meeting: approved by a later one, and put right by amendments.

use chrono::{DateTime, Utc};

use super::meeting::MeetingId;

/// Minutes that the council has approved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// The meeting that approved them.
    pub by: MeetingId,
    /// SHA-256 of the text that was approved, in hexadecimal.
    pub hash: String,
    /// When that was recorded.
    pub at: DateTime<Utc>,
    /// Who recorded it.
    pub actor: String,
}

impl Amendment {
    /// Whether it was in the text that was approved, or would be where nothing was approved yet.
    pub fn is_part_of(&self, approval: Option<&Approval>) -> bool {
        approval.is_none_or(|approval| self.at <= approval.at)
    }
}

/// A correction of minutes. What they said before is kept, and printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amendment {
    /// Its number in the meeting; the first is 1.
    pub n: u32,
    /// What is to be read.
    pub text: String,
    /// Why.
    pub because: String,
    /// The meeting that adopted it, where one did.
    pub by: Option<MeetingId>,
    /// When it was recorded.
    pub at: DateTime<Utc>,
    /// Who recorded it.
    pub actor: String,
}
