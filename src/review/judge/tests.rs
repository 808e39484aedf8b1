//! What is computed of a requirement, and what is not.

use super::judge;
use crate::{
    review::{
        Application, Basis, ItemKind, LinkedTo, Ref, WorkingGroup,
        assessment::Computed,
        case::Case,
        facts::LiveDemo,
        support::{application, as_of, day, evidence, feature, holder, reject},
    },
    rules::{Credential, Level, Program, RequirementId, shipped},
};

const MET: Option<Computed> = Some(Computed::Met);
const NOT_MET: Option<Computed> = Some(Computed::NotMet);

fn judged(application: &Application, basis: Basis, id: &str) -> (Option<Computed>, String) {
    let edition = shipped::default_edition().unwrap();
    let case = Case::new(edition, application, basis, as_of());
    let opinion = judge(&case, edition.requirement(&RequirementId::from(id)).unwrap());
    (opinion.computed, opinion.reason)
}

fn computed(application: &Application, id: &str) -> Option<Computed> {
    judged(application, Basis::AsFound, id).0
}

#[test]
fn membership_needs_both_and_the_level() {
    let mut one = application(Program::TrainingPartner);
    assert_eq!(computed(&one, "FTP-E3-P1"), None);
    one.facts.organisation.membership.finops_foundation = Some(Level::General);
    assert_eq!(computed(&one, "FTP-E3-P1"), None);
    one.facts.organisation.membership.linux_foundation = Some(true);
    assert_eq!(computed(&one, "FTP-E3-P1"), MET);
    one.facts.organisation.membership.finops_foundation = Some(Level::Other);
    assert_eq!(computed(&one, "FTP-E3-P1"), NOT_MET);
}

#[test]
fn evidence_counts_within_its_window() {
    let mut one = application(Program::Platform);
    assert_eq!(computed(&one, "PLT-E3-O1"), None);
    one.facts.evidence = vec![evidence(1, "PLT-E3-O1"), evidence(2, "PLT-E3-O1")];
    assert_eq!(computed(&one, "PLT-E3-O1"), MET);
    one.facts.evidence[0].date = Some(day("2025-09-13"));
    let (result, reason) = judged(&one, Basis::AsFound, "PLT-E3-O1");
    assert_eq!(result, NOT_MET);
    assert_eq!(
        reason,
        "1 of 2 pieces dated 2025-09-14 to 2026-11-23 (12 months back from the day received, 2026-09-14, and forward \
         to the as-of day); 1 more given do not count by their date; 2 unchecked"
    );
}

#[test]
fn rejected_evidence_never_counts() {
    let mut one = application(Program::Platform);
    one.facts.evidence = (1..=4).map(|n| evidence(n, "PLT-E3-O2")).collect();
    assert_eq!(computed(&one, "PLT-E3-O2"), MET);
    reject(&mut one, ItemKind::Evidence, 3);
    assert_eq!(computed(&one, "PLT-E3-O2"), NOT_MET);
    (1..=4).for_each(|n| reject(&mut one, ItemKind::Evidence, n));
    let (result, reason) = judged(&one, Basis::AsFound, "PLT-E3-O2");
    assert_eq!(result, NOT_MET, "what is rejected was given: {reason}");
    assert!(reason.ends_with("all that was given is rejected"), "{reason}");
}

#[test]
fn rejected_features_cover_nothing() {
    let mut one = application(Program::Platform);
    assert_eq!(computed(&one, "PLT-E3-M1"), None);
    one.facts.features = vec![feature(1, &["forecasting"])];
    reject(&mut one, ItemKind::Feature, 1);
    assert_eq!(computed(&one, "PLT-E3-M1"), NOT_MET);
}

#[test]
fn attendance_is_half_of_the_meetings() {
    let mut one = application(Program::Platform);
    let group = |attended, held| WorkingGroup { n: 1, name: "FOCUS".into(), attended, held };
    assert_eq!(computed(&one, "PLT-E3-O3"), None);
    for (attended, held, expected) in [
        (Some(8), Some(16), MET),
        (Some(7), Some(16), NOT_MET),
        (Some(8), None, None),
        (Some(0), Some(0), None),
        (Some(17), Some(16), None),
    ] {
        one.facts.working_groups = vec![group(attended, held)];
        assert_eq!(computed(&one, "PLT-E3-O3"), expected, "{attended:?} of {held:?}");
    }
}

#[test]
fn an_instructor_needs_named_holders() {
    let mut one = application(Program::Instructor);
    assert_eq!(computed(&one, "INS-E3-4"), None);
    one.facts.credentials.insert(Credential::Fcp, Some(1));
    assert_eq!(computed(&one, "INS-E3-4"), None);
    one.facts.holders = vec![holder(1, "A. Person", Credential::Fcp)];
    assert_eq!(computed(&one, "INS-E3-4"), MET);
    one.facts.holders[0].expires = Some(day("2026-11-22"));
    assert_eq!(computed(&one, "INS-E3-4"), NOT_MET);
}

#[test]
fn a_live_demo_is_held_long_enough_and_passed() {
    let mut one = application(Program::Platform);
    let demo = |date: &str, minutes, passed| Some(LiveDemo { date: Some(day(date)), minutes, passed });
    assert_eq!(computed(&one, "PLT-E3-V1"), None);
    for (live, expected) in [
        (demo("2026-09-30", Some(60), Some(true)), MET),
        (demo("2026-09-30", Some(59), Some(true)), NOT_MET),
        (demo("2026-09-30", Some(60), Some(false)), NOT_MET),
        (demo("2026-09-30", Some(60), None), None),
        (demo("2026-09-30", None, Some(true)), None),
        (demo("2026-11-23", Some(60), Some(true)), MET),
        (demo("2026-11-24", Some(60), Some(true)), None),
    ] {
        one.facts.demo.live = live.clone();
        assert_eq!(computed(&one, "PLT-E3-V1"), expected, "{live:?}");
    }
    one.review.demo.held = demo("2026-10-01", Some(75), Some(true));
    assert_eq!(computed(&one, "PLT-E3-V1"), MET, "what the team saw comes first");
}

#[test]
fn a_pair_satisfies_each_other() {
    let mut one = application(Program::TrainingPartner);
    assert_eq!(computed(&one, "FTP-E3-M2"), None);
    let reference = Ref::from("2026-0008");
    one.facts.linked = vec![reference.clone()];
    assert_eq!(judged(&one, Basis::AsClaimed, "FTP-E3-M2").0, MET);
    let mut linked = |program| {
        one.linked = vec![LinkedTo { reference: reference.clone(), program }];
        computed(&one, "FTP-E3-M2")
    };
    assert_eq!(linked(None), NOT_MET);
    assert_eq!(linked(Some(Program::Platform)), NOT_MET);
    assert_eq!(linked(Some(Program::Instructor)), MET);
}
