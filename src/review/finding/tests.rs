//! Which findings may be made.

use super::{Finding, FindingError, Status, may_find};
use crate::{
    review::{assessment::Computed, support::day},
    rules::{Requirement, RequirementId, shipped},
};

fn requirement(id: &str) -> &'static Requirement {
    shipped::default_edition().unwrap().requirement(&RequirementId::from(id)).unwrap()
}

fn finding(status: Status, justification: Option<&str>, until: Option<&str>) -> Finding {
    Finding { status, justification: justification.map(str::to_owned), text: None, until: until.map(day) }
}

fn may(id: &str, finding: &Finding, computed: Option<Computed>) -> Result<(), FindingError> {
    may_find(requirement(id), finding, computed)
}

#[test]
fn a_waiver_needs_a_reason_and_an_end() {
    let id = "PLT-E3-M2";
    assert!(may(id, &finding(Status::Waived, Some("agreed"), Some("2027-03-01")), None).is_ok());
    for (reason, until) in
        [(None, Some("2027-03-01")), (Some(" "), Some("2027-03-01")), (Some("agreed"), None)]
    {
        let error = may(id, &finding(Status::Waived, reason, until), None).unwrap_err();
        assert_eq!(error, FindingError::WaiverIncomplete(id.into()));
    }
}

#[test]
fn a_prerequisite_is_not_waived() {
    let waiver = finding(Status::Waived, Some("agreed"), Some("2027-03-01"));
    assert_eq!(may("PLT-E3-P1", &waiver, None).unwrap_err(), FindingError::NotWaivable("PLT-E3-P1".into()));
}

#[test]
fn not_applicable_only_where_the_edition_allows_it() {
    let one = finding(Status::NotApplicable, None, None);
    assert!(may("SPS-E3-V1", &one, None).is_ok());
    assert_eq!(may("PLT-E3-V1", &one, None).unwrap_err(), FindingError::AlwaysApplies("PLT-E3-V1".into()));
}

#[test]
fn against_what_was_computed_a_justification_is_needed() {
    for (status, computed) in [(Status::Met, Computed::NotMet), (Status::NotMet, Computed::Met)] {
        assert!(may("PLT-E3-P2", &finding(status, None, None), Some(computed)).is_err());
        assert!(may("PLT-E3-P2", &finding(status, Some("seen the badges"), None), Some(computed)).is_ok());
    }
    assert!(may("PLT-E3-P2", &finding(Status::Met, None, None), Some(Computed::Met)).is_ok());
    assert!(may("PLT-E3-P2", &finding(Status::Open, None, None), Some(Computed::Met)).is_ok());
}
