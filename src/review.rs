//! PURE. What was found: applications, evidence, findings, stages and the assessment of them all.

pub mod application;
pub mod assessment;
pub mod facts;
pub mod finding;
pub mod queue;
pub mod stage;

pub use application::{Application, Kind, LinkedTo, Ref, Remark};
pub use assessment::{Assessment, Basis, Verdict};
pub use facts::{Claim, Evidence, Facts, Feature, Holder, ItemNo, WorkingGroup};
pub use finding::{Check, Finding, Item, ItemKind, Status};
pub use stage::Stage;
