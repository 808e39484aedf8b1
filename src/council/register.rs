//! The register: certifications granted.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::meeting::MeetingId;
use crate::{
    review::Ref,
    rules::{EditionId, Program},
};

/// One certification granted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Certification {
    /// The application it was granted for.
    #[serde(rename = "ref")]
    pub reference: Ref,
    /// Who holds it.
    pub organisation: String,
    /// What it is.
    pub program: Program,
    /// By which rules.
    pub edition: EditionId,
    /// First day.
    pub from: NaiveDate,
    /// Last day; `None` where none was stated.
    pub until: Option<NaiveDate>,
    /// The meeting that granted it; `None` where an electronic ballot did.
    pub meeting: Option<MeetingId>,
    /// The ballot, as `REF/1`.
    pub ballot: String,
}
