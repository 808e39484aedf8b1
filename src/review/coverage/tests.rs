//! The map against the worked example of the programme's questions and answers.

use super::map;
use crate::{
    review::{
        Feature, ItemKind,
        assessment::{Coverage, Share},
        support::{application, feature, reject},
    },
    rules::{Extent, Framework, Program, shipped},
};

fn framework() -> &'static Framework {
    &shipped::default_edition().unwrap().framework
}

/// The features of the worked example with the capabilities it gives, in its spelling. Where its cell is lost,
/// the one capability that is left.
const EXAMPLE: &[(&str, &[&str])] = &[
    ("Anomaly Alert Functionality", &["Managing Anomalies"]),
    ("Create & Monitor Budgets", &["Budget Management"]),
    ("Create Custom Metrics", &["Measuring Unit Costs"]),
    ("Commitment Based Discounts Reporting", &["Managing Commitment Based Discounts"]),
    (
        "Cost Allocation Model",
        &[
            "Managing Shared Costs",
            "Cost Allocation",
            "Data Analysis & Showback",
            "Chargeback & Finance Integration",
        ],
    ),
    ("Forecasting based on previous spend", &["Forecasting"]),
    (
        "Ingest 3rd Party Data",
        &["Establishing a FinOps Design & Accountability Structure", "FinOps & Intersecting Frameworks"],
    ),
    (
        "Real Time Cloud Billing Data Reporting",
        &[
            "Onboarding Workloads",
            "Data Ingestion & Normalization",
            "FinOps Education & Enablement",
            "Establishing a FinOps Culture",
        ],
    ),
    (
        "Real Time Cloud Resource Utilization Data Reporting",
        &[
            "Workload Management & Automation",
            "Resource Utilization & Efficiency",
            "Cloud Policy & Governance",
        ],
    ),
];

fn example() -> Vec<Feature> {
    let read = |(n, (name, capabilities)): (u32, &(&str, &[&str]))| Feature {
        n,
        name: (*name).to_owned(),
        url: None,
        capabilities: capabilities.iter().map(|text| framework().find(text).unwrap().id.clone()).collect(),
    };
    (1..).zip(EXAMPLE).map(read).collect()
}

#[test]
fn the_worked_example_covers_every_capability_once_and_every_domain() {
    let mut one = application(Program::Platform);
    one.facts.features = example();
    let map = map(framework(), &one);
    assert!(map.capabilities.iter().all(|capability| capability.features.len() == 1), "{map:?}");
    let full = Coverage { domains: Share { covered: 6, of: 6 }, capabilities: Share { covered: 18, of: 18 } };
    assert_eq!(map.numbers(), full);
    assert_eq!(map.reaches(Extent::All), Some(true));
}

#[test]
fn the_rows_that_the_source_still_has_cover_14_capabilities() {
    let mut one = application(Program::Platform);
    one.facts.features = example();
    for lost in [1, 2, 3, 6] {
        reject(&mut one, ItemKind::Feature, lost);
    }
    let map = map(framework(), &one);
    assert_eq!(map.numbers().capabilities.covered, 14);
    assert_eq!((map.reaches(Extent::Most), map.reaches(Extent::All)), (Some(true), Some(false)));
}

#[test]
fn most_is_more_than_half_of_both() {
    let nine = [
        "allocation",
        "normalization",
        "shared-cost",
        "forecasting",
        "chargeback",
        "budget-management",
        "policy-governance",
        "education-enablement",
        "asset-management",
    ];
    let mut one = application(Program::Platform);
    one.facts.features = vec![feature(1, &nine)];
    let half = map(framework(), &one);
    assert_eq!((half.numbers().capabilities.covered, half.reaches(Extent::Most)), (9, Some(false)));
    one.facts.features.push(feature(2, &["establish-finops-culture"]));
    let three_domains = map(framework(), &one);
    assert_eq!(three_domains.numbers().domains.covered, 3);
    assert_eq!(three_domains.reaches(Extent::Most), Some(false));
    one.facts.features.push(feature(3, &["onboarding-workloads"]));
    assert_eq!(map(framework(), &one).reaches(Extent::Most), Some(true));
}

#[test]
fn without_features_nothing_is_told_and_with_an_empty_one_nothing_is_covered() {
    let mut one = application(Program::SpecialtySolution);
    assert_eq!(map(framework(), &one).reaches(Extent::Specific), None);
    one.facts.features = vec![feature(1, &[])];
    assert_eq!(map(framework(), &one).reaches(Extent::Specific), Some(false));
    one.facts.features = vec![feature(1, &["anomalies"])];
    assert_eq!(map(framework(), &one).reaches(Extent::Specific), Some(true));
}
