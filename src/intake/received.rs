//! From a submission to the change that queues it.

use chrono::NaiveDate;

use super::Submission;
use crate::{record::Change, review::Stage};

impl Submission {
    /// The change that queues it. Where it does not say when it came, it came `today`.
    pub fn received(self, today: NaiveDate) -> Change {
        Change::Received {
            application: self.reference,
            program: self.program,
            kind: self.kind,
            edition: self.edition,
            received: self.received.unwrap_or(today),
            stage: Stage::Received,
            facts: self.facts,
            remarks: self.remarks,
            original: self.original,
        }
    }
}
