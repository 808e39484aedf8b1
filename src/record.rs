//! PURE. The record: changes, whether one may be made, and the journal they are chained into.

pub mod act;
pub mod agenda;
pub mod amend;
pub mod ballot;
pub(crate) mod canonical;
pub mod change;
pub mod check;
pub mod condition;
pub mod conflict;
pub mod corrected;
pub mod describe;
pub mod electronic;
pub mod entry;
pub mod journal;
pub mod meeting;
pub mod minutes;
pub mod moved;
pub mod note;
pub mod ruling;
pub mod seal;
pub mod seat;
pub mod sitting;
pub mod snapshot;
pub mod subject;
pub mod together;
pub mod undo;

pub use act::{Act, Role};
pub use change::{Assignment, Change, Field, Granted, RulesKind, Standing};
pub use check::{Before, Refusal, Together, check, check_together, check_undo};
pub use corrected::Corrected;
pub use describe::describe;
pub use entry::{ContentHash, Entry, EntryHash, EntryKey, WriterId};
pub use moved::Moved;
pub use sitting::{Adopted, Done, Opening, Reopened, Sitting};
pub use snapshot::snapshot;
pub use subject::Subject;

#[cfg(test)]
pub(crate) mod sample;
