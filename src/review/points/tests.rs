//! The points at their boundaries.

use super::{Reckoned, Taking, Why, reckon};
use crate::{
    review::{
        Application, Check, Claim, Item, ItemKind,
        support::{accept, application, as_of, claim, day, holder, reject},
    },
    rules::{Credential, Points, Program, shipped},
};

fn with(claims: Vec<Claim>) -> Application {
    let mut one = application(Program::Enterprise);
    one.facts.claims = claims;
    one
}

fn points(application: &Application, taking: Taking) -> Reckoned {
    let table = shipped::default_edition().unwrap().points.as_ref().unwrap();
    reckon(table, application, taking, as_of())
}

fn total(claims: Vec<Claim>) -> u64 {
    points(&with(claims), Taking::Claimed).total.0
}

/// 90 points without the category that has a floor.
fn ninety() -> Vec<Claim> {
    vec![claim(1, "fcp", 2), claim(2, "lead-working-group", 1), claim(3, "finops-x-breakout", 2)]
}

#[test]
fn a_hundred_points_with_10_in_demonstrate_fail_and_with_15_pass() {
    let mut one = with(ninety());
    one.facts.claims.push(claim(4, "overview-interview", 1));
    let ten = points(&one, Taking::Claimed);
    assert_eq!((ten.total, ten.met), (Points(100), false));
    assert_eq!(ten.shortages(), ["5 points in Demonstrate FinOps Program"]);
    one.facts.claims.push(claim(5, "assessment", 1));
    let fifteen = points(&one, Taking::Claimed);
    assert_eq!((fifteen.total, fifteen.met), (Points(105), true));
    one.facts.claims[2] = claim(3, "other-speaking", 3);
    let exactly = points(&one, Taking::Claimed);
    assert_eq!((exactly.total, exactly.met), (Points(100), true));
}

#[test]
fn full_caps_elsewhere_and_10_in_demonstrate_are_170_and_fail() {
    let one = with(vec![
        claim(1, "fcp", 2),
        claim(2, "overview-interview", 1),
        claim(3, "lead-working-group", 3),
        claim(4, "certified-platform", 1),
        claim(5, "certified-service-provider", 1),
        claim(6, "official-speaking", 3),
    ]);
    let reckoned = points(&one, Taking::Claimed);
    assert_eq!((reckoned.total, reckoned.met), (Points(170), false));
    assert_eq!(reckoned.categories[2].result.lost, Points(10));
}

#[test]
fn counts_add_up_before_the_limit_and_the_cap() {
    let one = with(vec![
        claim(1, "tac-seat", 1),
        claim(2, "tac-seat", 4),
        claim(3, "focp", 4),
        claim(4, "focp", 8),
    ]);
    let reckoned = points(&one, Taking::Claimed);
    assert_eq!(reckoned.categories[2].result.raw, Points(10));
    let training = &reckoned.categories[0].result;
    assert_eq!((training.raw, training.counted, training.lost), (Points(60), Points(50), Points(10)));
    assert_eq!(reckoned.categories[0].activities[1].claims, [3, 4]);
}

#[test]
fn a_count_of_zero_counts_nothing_and_an_unreadable_one_is_flagged() {
    let mut unreadable = claim(2, "focp", 1);
    unreadable.count = None;
    let reckoned = points(&with(vec![claim(1, "focp", 0), unreadable]), Taking::Claimed);
    assert_eq!(reckoned.total, Points(0));
    assert_eq!(
        reckoned.dropped.iter().map(|one| (one.claim, one.why)).collect::<Vec<_>>(),
        [(2, Why::NoCount)]
    );
}

/// What an assessment claimed on a day brings, with the application received on 2026-09-14.
fn assessment_on(date: &str) -> u64 {
    let mut one = claim(1, "assessment", 1);
    one.date = Some(day(date));
    total(vec![one])
}

#[test]
fn a_claim_on_and_around_the_edge_of_its_window() {
    assert_eq!(["2025-09-13", "2025-09-14", "2025-09-15"].map(assessment_on), [0, 5, 5]);
}

#[test]
fn a_claim_on_the_as_of_day_and_the_day_after() {
    assert_eq!(["2026-11-23", "2026-11-24"].map(assessment_on), [5, 0]);
    let mut late = claim(1, "other-speaking", 1);
    late.date = Some(day("2026-11-24"));
    assert_eq!(points(&with(vec![late]), Taking::Claimed).dropped[0].why, Why::AfterAsOf(as_of()));
}

#[test]
fn a_window_that_reaches_back_from_29_february() {
    let mut one = with(vec![claim(1, "assessment", 1)]);
    one.received = day("2028-02-29");
    let table = shipped::default_edition().unwrap().points.as_ref().unwrap();
    let on = |one: &mut Application, date: &str| {
        one.facts.claims[0].date = Some(day(date));
        reckon(table, one, Taking::Claimed, day("2028-03-01")).total.0
    };
    assert_eq!(["2027-02-27", "2027-02-28", "2028-02-29"].map(|date| on(&mut one, date)), [0, 5, 5]);
}

#[test]
fn a_windowed_claim_without_a_date_does_not_count() {
    let mut undated = claim(1, "certified-service-provider", 1);
    undated.date = None;
    let reckoned = points(&with(vec![undated]), Taking::Claimed);
    assert_eq!((reckoned.total, reckoned.dropped[0].why), (Points(0), Why::NoDate));
    let mut anytime = claim(1, "certified-platform", 1);
    anytime.date = None;
    assert_eq!(total(vec![anytime]), 15);
}

#[test]
fn an_internal_tool_counts_once_validated() {
    let mut one = with(vec![claim(1, "internal-tool", 1)]);
    assert_eq!(points(&one, Taking::Claimed).dropped[0].why, Why::NotValidated);
    one.facts.claims[0].validated = true;
    assert_eq!(points(&one, Taking::Claimed).total, Points(15));
    assert_eq!(points(&one, Taking::Accepted).total, Points(0));
    accept(&mut one, ItemKind::Claim, 1);
    assert_eq!(points(&one, Taking::Accepted).total, Points(15));
}

#[test]
fn credentials_claimed_are_limited_to_the_valid_holders_named() {
    let mut one = with(vec![claim(1, "fcp", 2), claim(2, "focp", 3)]);
    assert_eq!(points(&one, Taking::Claimed).categories[0].result.raw, Points(65));
    one.facts.holders = vec![holder(1, "B. Person", Credential::Fcp)];
    let reckoned = points(&one, Taking::Claimed);
    assert_eq!(reckoned.categories[0].result.raw, Points(40));
    assert_eq!(reckoned.categories[0].activities[0].limit, Some(1));
    one.facts.holders[0].employed = false;
    assert_eq!(points(&one, Taking::Claimed).categories[0].result.raw, Points(15));
}

#[test]
fn accepted_counts_stand_beside_what_was_claimed() {
    let mut one = with(vec![claim(1, "focp", 4), claim(2, "persona-training", 1), claim(3, "ambassador", 1)]);
    one.review.checks.insert(Item::new(ItemKind::Claim, 1), Check::Accepted { count: Some(2) });
    reject(&mut one, ItemKind::Claim, 3);
    let all = [Taking::Claimed, Taking::Accepted, Taking::Hoped].map(|taking| points(&one, taking).total.0);
    assert_eq!(all, [28, 10, 13]);
}

#[test]
fn an_unknown_activity_is_flagged() {
    let reckoned = points(&with(vec![claim(1, "juggling", 1)]), Taking::Claimed);
    assert_eq!((reckoned.total, reckoned.dropped[0].why), (Points(0), Why::NotListed));
}

#[test]
fn enormous_counts_saturate() {
    let one = with((1..=9).map(|n| claim(n, "fcp", u32::MAX)).collect());
    assert_eq!(points(&one, Taking::Claimed).total, Points(50));
}

#[test]
fn what_was_claimed_stays_whatever_reviewers_say() {
    let mut one = with(ninety());
    one.facts.holders =
        vec![holder(1, "B. Person", Credential::Fcp), holder(2, "C. Person", Credential::Fcp)];
    let claimed = points(&one, Taking::Claimed);
    reject(&mut one, ItemKind::Claim, 1);
    reject(&mut one, ItemKind::Holder, 1);
    one.review.checks.insert(Item::new(ItemKind::Claim, 3), Check::Accepted { count: Some(9) });
    assert_eq!(points(&one, Taking::Claimed), claimed);
    assert_ne!(points(&one, Taking::Hoped), claimed);
}

#[test]
fn where_a_count_cannot_be_read_the_points_are_not_known_until_a_reviewer_says_it() {
    let mut one = with(ninety());
    one.facts.claims[0].count = None;
    let claimed = points(&one, Taking::Claimed);
    let result = claimed.result(&claimed);
    assert_eq!((result.total, result.claimed_total, result.met), (None, None, None));
    let known: Vec<bool> =
        result.categories.iter().map(|one| one.raw.is_some() && one.lost.is_some()).collect();
    assert_eq!(known, [false, true, true, true, true], "the others are known");
    assert_eq!(claimed.unread(), [1]);
    one.review.checks.insert(Item::new(ItemKind::Claim, 1), Check::Accepted { count: Some(2) });
    assert_eq!(points(&one, Taking::Hoped).result(&claimed).total, Some(Points(90)));
    reject(&mut one, ItemKind::Claim, 1);
    assert!(points(&one, Taking::Hoped).known, "what is rejected is not asked about");
}
