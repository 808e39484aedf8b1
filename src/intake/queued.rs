//! From what was read to the change that queues it.

use chrono::NaiveDate;

use super::Submission;
use crate::{
    record::Change,
    review::{Remark, Stage},
};

impl Submission {
    /// The change that queues this application in `stage`. One that names no day was received `today`.
    pub fn queued(mut self, stage: Stage, today: NaiveDate) -> Change {
        let received = self.arrived(today);
        Change::Received {
            application: self.reference,
            program: self.program,
            kind: self.kind,
            edition: self.edition,
            received,
            stage,
            facts: self.facts,
            remarks: self.remarks,
            original: self.original,
        }
    }

    /// The day it came: `today` where it names none. A day that is yet to come is remarked.
    pub(super) fn arrived(&mut self, today: NaiveDate) -> NaiveDate {
        let received = self.received.unwrap_or(today);
        if received > today {
            let text = format!("{received} is later than the day of import, {today}");
            self.remarks.push(Remark { field: "received".to_owned(), text });
        }
        received
    }
}
