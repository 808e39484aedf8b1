//! PURE. What a certification asks: editions of the programme's rules as data.

pub mod day;
pub mod edition;
pub mod fold;
pub mod framework;
pub mod headcount;
pub mod ids;
pub mod points;
pub mod requirement;
pub mod shipped;
pub mod training;

pub use edition::{Edition, EditionError, OptionalNeed, ProgramRules, Text};
pub use framework::{Capability, Domain, Framework, UnknownCapability};
pub use headcount::{HeadcountTable, Tier};
pub use ids::{
    ActivityId, CapabilityId, CategoryId, Credential, DomainId, EditionId, Level, Program, Provenance,
    RequirementId, Section,
};
pub use points::{Months, Points, PointsTable};
pub use requirement::{Extent, JudgedBy, Requirement, RuledOn};
