//! The shape of an application file, for `docket schema application`.
//!
//! These types describe; they do not read: the reader is kinder than any schema (it remarks where this refuses).

#![expect(dead_code, reason = "the types are there for the schema that is derived from them")]

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::{JsonSchema, Schema, schema_for};

use crate::{
    review::Kind,
    rules::{Credential, Level, Program},
};

/// The JSON schema of one application.
pub fn schema() -> Schema {
    schema_for!(Application)
}

/// An application for a FinOps organisation certification. Fields that are not listed here are kept.
#[derive(JsonSchema)]
struct Application {
    /// Its ref; derived from organisation and program where none is given.
    #[schemars(length(min = 1, max = 64), regex(pattern = r"^[^\s/\\-][^\s/\\]*$"))]
    r#ref: Option<String>,
    /// What is asked for.
    program: Program,
    /// The first application or a later one; `new` where not given.
    kind: Option<Kind>,
    /// The id of the edition it is judged by, such as `2023`.
    edition: String,
    /// The day it came; the day of import where not given.
    received: Option<NaiveDate>,
    /// Who asks; for `instructor`, the employer.
    organisation: Organisation,
    /// Whom to write to; for `instructor`, the person.
    contact: Option<Contact>,
    /// For `instructor`: the person's practice.
    person: Option<Person>,
    /// How many people hold a credential.
    credentials: Option<BTreeMap<Credential, u32>>,
    /// The holders of credentials by name; where some are named for a credential only they count.
    holders: Option<Vec<Holder>>,
    /// Links and documents for requirements.
    evidence: Option<Vec<Evidence>>,
    /// Counted Enterprise activities.
    claims: Option<Vec<Claim>>,
    /// Features and the capabilities they support.
    features: Option<Vec<Feature>>,
    /// Working groups taken part in.
    working_groups: Option<Vec<WorkingGroup>>,
    /// Demonstrations.
    demo: Option<Demo>,
    /// Refs of applications or certifications that go together with this one.
    linked: Option<Vec<String>>,
    /// Free text.
    note: Option<String>,
}

/// The applicant.
#[derive(JsonSchema)]
struct Organisation {
    /// Its name.
    #[schemars(length(min = 1, max = 500))]
    name: String,
    /// Its own employees.
    employees: Option<u64>,
    /// Its website.
    website: Option<String>,
    /// The organisation it belongs to, whose size counts.
    parent: Option<Parent>,
    /// Its memberships.
    membership: Option<Membership>,
}

/// The organisation the applicant belongs to.
#[derive(JsonSchema)]
struct Parent {
    /// Its name.
    name: String,
    /// Its employees.
    employees: Option<u64>,
}

/// Memberships as stated.
#[derive(JsonSchema)]
struct Membership {
    /// Member of the Linux Foundation.
    linux_foundation: Option<bool>,
    /// Member of the FinOps Foundation.
    finops_foundation: Option<Level>,
    /// Since.
    since: Option<NaiveDate>,
}

/// A person to write to.
#[derive(JsonSchema)]
struct Contact {
    /// Name.
    name: Option<String>,
    /// Address.
    email: Option<String>,
}

/// An instructor's practice.
#[derive(JsonSchema)]
struct Person {
    /// Practising FinOps since.
    practising_since: Option<NaiveDate>,
}

/// A named holder of a credential.
#[derive(JsonSchema)]
struct Holder {
    /// The person.
    name: String,
    /// What they hold.
    credential: Credential,
    /// Since.
    issued: Option<NaiveDate>,
    /// Last day it is valid; without one it never expires.
    expires: Option<NaiveDate>,
    /// Still employed; true where not given.
    employed: Option<bool>,
    /// Link to the badge.
    badge: Option<String>,
}

/// A piece of evidence.
#[derive(JsonSchema)]
struct Evidence {
    /// The id of the requirement it is for.
    requirement: String,
    /// Where it can be seen.
    url: Option<String>,
    /// What it is.
    title: Option<String>,
    /// When it came out.
    date: Option<NaiveDate>,
}

/// A counted Enterprise activity.
#[derive(JsonSchema)]
struct Claim {
    /// The id of the activity.
    activity: String,
    /// How often; 1 where not given.
    count: Option<u32>,
    /// When.
    date: Option<NaiveDate>,
    /// What.
    title: Option<String>,
    /// Who did it.
    person: Option<String>,
    /// The vendor it is about.
    vendor: Option<String>,
    /// Where it can be seen.
    url: Option<String>,
    /// Whether it was validated.
    validated: Option<bool>,
}

/// A feature and the capabilities it supports.
#[derive(JsonSchema)]
struct Feature {
    /// What it is.
    name: String,
    /// Where it can be seen.
    url: Option<String>,
    /// Names, ids or aliases of capabilities.
    capabilities: Option<Vec<String>>,
}

/// A working group taken part in.
#[derive(JsonSchema)]
struct WorkingGroup {
    /// Its name.
    name: String,
    /// Meetings attended.
    attended: Option<u32>,
    /// Meetings held.
    held: Option<u32>,
}

/// Demonstrations.
#[derive(JsonSchema)]
struct Demo {
    /// Link to the recording.
    recording: Option<String>,
    /// A live demonstration.
    live: Option<LiveDemo>,
}

/// A live demonstration.
#[derive(JsonSchema)]
struct LiveDemo {
    /// The day.
    date: Option<NaiveDate>,
    /// How long it took, in minutes.
    minutes: Option<u32>,
    /// Whether it was passed.
    passed: Option<bool>,
}
