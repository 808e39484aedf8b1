//! The changes of the register of conflicts: one place for console and command line.

use chrono::NaiveDate;

use super::Change;
use crate::council::conflict::{Conflict, Register, Suggestion};

/// Enters `conflict` in the register, with what is to be said of it.
pub fn enter(register: &Register, conflict: Conflict, note: Option<String>) -> Change {
    Change::ConflictEntered { n: register.next(), conflict, taken_back: false, note }
}

/// Gives conflict `n` of the register a last day.
pub fn end(register: &Register, n: u32, day: NaiveDate) -> Change {
    let was = register.known.get(&n).and_then(|known| known.until);
    Change::ConflictEnds { n, was, now: Some(day) }
}

/// What is said of a conflict that stands for whoever is to review an application.
pub fn reviewer(conflict: &Suggestion) -> String {
    format!("conflict of the reviewer: {conflict}")
}
