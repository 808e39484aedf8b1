//! Who makes a change, in which role, and when.

use chrono::{DateTime, NaiveDate, Utc};

use crate::rules::ids::words;

words!(
    /// In which role somebody acts. A record, not a lock.
    Role {
        /// Reviews applications.
        Reviewer = "reviewer",
        /// Leads the team.
        Lead = "lead",
        /// Keeps the council's record.
        Secretary = "secretary",
        /// Presides over the council.
        Chair = "chair",
    }
);

/// Who acts and when; the same for all changes of one transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// Who.
    pub actor: String,
    /// In which role, where the change asks for one.
    pub role: Option<Role>,
    /// The instant.
    pub at: DateTime<Utc>,
    /// The day where the actor is.
    pub today: NaiveDate,
}
