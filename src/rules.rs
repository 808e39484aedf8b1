//! PURE. What a certification asks: editions of the programme's rules as data.

pub mod edition;
pub mod ids;
pub mod points;

pub use edition::{Edition, Extent, JudgedBy, OptionalNeed, ProgramRules, Requirement};
pub use ids::{
    ActivityId, CapabilityId, CategoryId, Credential, DomainId, EditionId, Level, Program, Provenance,
    RequirementId, Section,
};
pub use points::{Months, Points};
