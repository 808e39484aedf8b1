//! From what was read to the change that queues it.

use chrono::NaiveDate;

use super::Submission;
use crate::{record::Change, review::Stage};

impl Submission {
    /// The change that queues this application in `stage`. One that names no day was received `today`.
    pub fn queued(self, stage: Stage, today: NaiveDate) -> Change {
        Change::Received {
            application: self.reference,
            program: self.program,
            kind: self.kind,
            edition: self.edition,
            received: self.received.unwrap_or(today),
            stage,
            facts: self.facts,
            remarks: self.remarks,
            original: self.original,
        }
    }
}
