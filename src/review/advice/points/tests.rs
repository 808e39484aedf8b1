//! The smallest sets.

use crate::{
    review::{
        Application, Basis, ItemKind, assess,
        assessment::AdviceKind,
        support::{accept, application, as_of, claim},
    },
    rules::{Program, shipped},
};

fn advice(application: &Application, basis: Basis) -> Vec<String> {
    let assessed = assess(shipped::default_edition().unwrap(), application, basis, as_of());
    let points = assessed.advice.into_iter().filter(|advice| advice.kind == AdviceKind::Points);
    points.map(|advice| advice.text).collect()
}

#[test]
fn where_only_the_floor_is_missed_the_floor_alone_is_advised() {
    let mut one = application(Program::Enterprise);
    one.facts.claims = vec![
        claim(1, "fcp", 2),
        claim(2, "overview-interview", 1),
        claim(3, "lead-working-group", 3),
        claim(4, "certified-platform", 1),
    ];
    assert_eq!(advice(&one, Basis::AsClaimed), ["1 x Lessons learned shared in public (10 each)"]);
}

#[test]
fn from_nothing_the_smallest_sets_take_six_activities_and_keep_to_the_floor() {
    let ways = advice(&application(Program::Enterprise), Basis::AsClaimed);
    assert_eq!(ways.len(), 2);
    for way in &ways {
        assert!(way.contains("Overview Interview"), "{way}");
        let times = |part: &str| part.split_once(" x ").unwrap().0.parse::<u32>().unwrap();
        assert_eq!(way.split(", ").filter(|part| part.contains(" x ")).map(times).sum::<u32>(), 6, "{way}");
    }
}

#[test]
fn what_is_claimed_and_undecided_comes_first() {
    let mut one = application(Program::Enterprise);
    one.facts.claims = vec![
        claim(1, "fcp", 2),
        claim(2, "overview-interview", 1),
        claim(3, "lessons-learned", 1),
        claim(4, "lead-working-group", 3),
    ];
    accept(&mut one, ItemKind::Claim, 1);
    assert_eq!(
        advice(&one, Basis::AsFound),
        ["check the undecided claims: they bring 70 points, 120 in all"]
    );
}
