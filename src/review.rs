//! PURE. What was found: applications, evidence, findings, stages and the assessment of them all.

mod advice;
pub mod application;
pub mod assess;
pub mod assessment;
mod case;
pub mod coverage;
pub mod credentials;
pub mod documents;
pub mod facts;
pub mod finding;
pub mod headcount;
mod in_the_way;
mod judge;
pub mod points;
pub mod queue;
mod remarks;
pub mod stage;
mod verdict;
pub mod window;
mod wording;

#[cfg(test)]
#[path = "../tests/support/applications.rs"]
mod support;

pub use application::{Application, Kind, LinkedTo, Ref, Remark};
pub use assess::assess;
pub use assessment::{Assessment, Basis, Verdict};
pub use documents::{DocumentsMissing, documents_in};
pub use facts::{Claim, Evidence, Facts, Feature, Holder, ItemNo, WorkingGroup};
pub use finding::{Check, Finding, FindingError, Item, ItemKind, Status, may_find};
pub use stage::{Stage, StageError, may_move};
