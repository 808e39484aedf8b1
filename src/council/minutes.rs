//! What became of the minutes of a meeting: approved by a later one, and put right by amendments.

use chrono::{DateTime, Utc};

use super::meeting::{Correction, Meeting, MeetingId};

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

impl Approval {
    /// Whether what was recorded `at` that instant was in the text that was approved.
    pub fn covers(&self, at: DateTime<Utc>) -> bool {
        at <= self.at
    }
}

impl Amendment {
    /// Whether it was in the text that was approved, or would be where nothing was approved yet.
    pub fn is_part_of(&self, approval: Option<&Approval>) -> bool {
        is_part_of(self.at, approval)
    }
}

impl Meeting {
    /// The corrections of times that are in its minutes: once these are approved, those that were made before.
    pub fn corrections_in_minutes(&self) -> impl Iterator<Item = &Correction> {
        self.corrections.iter().filter(|one| is_part_of(one.at, self.approval.as_ref()))
    }

    /// The corrections of times that were made after its minutes were approved.
    pub fn corrections_since_approval(&self) -> impl Iterator<Item = &Correction> {
        self.corrections.iter().filter(|one| !is_part_of(one.at, self.approval.as_ref()))
    }
}

fn is_part_of(at: DateTime<Utc>, approval: Option<&Approval>) -> bool {
    approval.is_none_or(|approval| approval.covers(at))
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
