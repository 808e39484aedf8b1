//! What an applicant put forward, as it was understood.
//!
//! `P` is personal text. It is `String` wherever people read it, and a hash of the content table wherever it is
//! recorded, so that a name can be erased and the journal still holds.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::application::Ref;
use crate::rules::{ActivityId, CapabilityId, Credential, Level, RequirementId};

/// The number of an evidence piece, claim, holder or feature within its application; the first is 1.
pub type ItemNo = u32;

/// Everything an application says, apart from its ref, program, edition and day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "P: Deserialize<'de>"))]
pub struct Facts<P = String> {
    /// Who asks.
    pub organisation: Organisation,
    /// Whom to write to; for an instructor, the person.
    pub contact: Contact<P>,
    /// For an instructor: practising FinOps since.
    pub practising_since: Option<NaiveDate>,
    /// Bare counts of credentials, people; `None` where what was given is no figure, so that nothing can be counted.
    pub credentials: BTreeMap<Credential, Option<u32>>,
    /// Named holders of credentials.
    pub holders: Vec<Holder<P>>,
    /// Pieces of evidence.
    pub evidence: Vec<Evidence>,
    /// Counted activities.
    pub claims: Vec<Claim<P>>,
    /// Features and the capabilities they support.
    pub features: Vec<Feature>,
    /// Working groups taken part in.
    pub working_groups: Vec<WorkingGroup>,
    /// Demonstrations.
    pub demo: Demo,
    /// Applications or certifications this one goes together with.
    pub linked: Vec<Ref>,
    /// Free text from the applicant.
    pub note: Option<P>,
}

/// The applicant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Its name.
    pub name: String,
    /// Its own employees, people.
    pub employees: Option<u64>,
    /// Its website.
    pub website: Option<String>,
    /// The organisation it belongs to.
    pub parent: Option<Parent>,
    /// Its memberships.
    pub membership: Membership,
}

/// The organisation the applicant belongs to; its size decides the tier.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Parent {
    /// Its name.
    pub name: String,
    /// Its employees, people.
    pub employees: Option<u64>,
}

/// Memberships as stated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Membership {
    /// Of the Linux Foundation.
    pub linux_foundation: Option<bool>,
    /// Of the FinOps Foundation.
    pub finops_foundation: Option<Level>,
    /// Member since.
    pub since: Option<NaiveDate>,
}

/// A person to write to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact<P = String> {
    /// Name.
    pub name: Option<P>,
    /// Address.
    pub email: Option<P>,
}

impl<P> Default for Contact<P> {
    fn default() -> Self {
        Self { name: None, email: None }
    }
}

/// A named holder of a credential.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Holder<P = String> {
    /// Its number.
    pub n: ItemNo,
    /// The person.
    pub name: P,
    /// What they hold.
    pub credential: Credential,
    /// Since.
    pub issued: Option<NaiveDate>,
    /// Last day it is valid; absent never expires.
    pub expires: Option<NaiveDate>,
    /// Still employed; absent is true.
    pub employed: bool,
    /// Link to the badge.
    pub badge: Option<P>,
}

/// A piece of evidence for a requirement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Its number.
    pub n: ItemNo,
    /// What it is given for.
    pub requirement: RequirementId,
    /// Where it can be seen.
    pub url: Option<String>,
    /// What it is.
    pub title: Option<String>,
    /// When it came out.
    pub date: Option<NaiveDate>,
}

/// A counted Enterprise activity put forward.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Claim<P = String> {
    /// Its number.
    pub n: ItemNo,
    /// Which activity.
    pub activity: ActivityId,
    /// How often; `None` where a figure was given that could not be read, so that nothing is counted.
    pub count: Option<u32>,
    /// When.
    pub date: Option<NaiveDate>,
    /// What.
    pub title: Option<String>,
    /// Who did it.
    pub person: Option<P>,
    /// The vendor it is about.
    pub vendor: Option<String>,
    /// Where it can be seen.
    pub url: Option<String>,
    /// The applicant says that it was validated.
    pub validated: bool,
}

/// A feature and the capabilities it supports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Feature {
    /// Its number.
    pub n: ItemNo,
    /// What it is.
    pub name: String,
    /// Where it can be seen.
    pub url: Option<String>,
    /// The capabilities understood, each once.
    pub capabilities: Vec<CapabilityId>,
}

/// A working group taken part in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WorkingGroup {
    /// Its number.
    pub n: ItemNo,
    /// Its name.
    pub name: String,
    /// Meetings attended.
    pub attended: Option<u32>,
    /// Meetings held.
    pub held: Option<u32>,
}

/// Demonstrations, as the applicant gives them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Demo {
    /// Link to the recording.
    pub recording: Option<String>,
    /// A live demonstration.
    pub live: Option<LiveDemo>,
}

/// A live demonstration held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LiveDemo {
    /// The day.
    pub date: Option<NaiveDate>,
    /// How long, in minutes.
    pub minutes: Option<u32>,
    /// Whether it was passed; not known before it was held.
    pub passed: Option<bool>,
}

impl<P> Facts<P> {
    /// The same facts with every personal text replaced by what `change` makes of it, in the order they stand.
    ///
    /// # Errors
    /// The first one that `change` gives.
    pub fn try_map<Q, E>(self, change: &mut impl FnMut(P) -> Result<Q, E>) -> Result<Facts<Q>, E> {
        let contact = Contact {
            name: self.contact.name.map(&mut *change).transpose()?,
            email: self.contact.email.map(&mut *change).transpose()?,
        };
        let holders =
            self.holders.into_iter().map(|holder| holder.try_map(change)).collect::<Result<_, E>>()?;
        let claims = self.claims.into_iter().map(|claim| claim.try_map(change)).collect::<Result<_, E>>()?;
        Ok(Facts {
            organisation: self.organisation,
            contact,
            practising_since: self.practising_since,
            credentials: self.credentials,
            holders,
            evidence: self.evidence,
            claims,
            features: self.features,
            working_groups: self.working_groups,
            demo: self.demo,
            linked: self.linked,
            note: self.note.map(change).transpose()?,
        })
    }
}

impl<P> Holder<P> {
    fn try_map<Q, E>(self, change: &mut impl FnMut(P) -> Result<Q, E>) -> Result<Holder<Q>, E> {
        Ok(Holder {
            n: self.n,
            name: change(self.name)?,
            credential: self.credential,
            issued: self.issued,
            expires: self.expires,
            employed: self.employed,
            badge: self.badge.map(change).transpose()?,
        })
    }
}

impl<P> Claim<P> {
    fn try_map<Q, E>(self, change: &mut impl FnMut(P) -> Result<Q, E>) -> Result<Claim<Q>, E> {
        Ok(Claim {
            n: self.n,
            activity: self.activity,
            count: self.count,
            date: self.date,
            title: self.title,
            person: self.person.map(change).transpose()?,
            vendor: self.vendor,
            url: self.url,
            validated: self.validated,
        })
    }
}
