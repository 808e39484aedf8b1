//! The head count at its boundaries.

use super::{Heads, reckon};
use crate::{
    review::{
        Application, ItemKind,
        facts::Parent,
        support::{application, as_of, day, holder, member, reject},
    },
    rules::{Credential, Program, shipped},
};

fn heads(application: &Application) -> Heads {
    reckon(&shipped::default_edition().unwrap().headcount, application, as_of())
}

fn needed(employees: u64) -> u32 {
    heads(&member(Program::Platform, employees, 0)).result.rows[0].required.unwrap()
}

fn counted(application: &Application) -> Option<u64> {
    heads(application).result.rows[0].counted
}

#[test]
fn employees_99_and_100() {
    assert_eq!((needed(99), needed(100)), (3, 10));
}

#[test]
fn employees_499_and_500() {
    assert_eq!((needed(499), needed(500)), (10, 35));
}

#[test]
fn employees_4999_and_5000() {
    assert_eq!((needed(4999), needed(5000)), (35, 50));
}

#[test]
fn no_employees_are_a_figure() {
    let heads = heads(&member(Program::Platform, 0, 3));
    assert_eq!((heads.result.tier.as_deref(), heads.result.met), (Some("0-99"), Some(true)));
}

#[test]
fn unknown_employees_leave_tier_and_result_unknown() {
    let mut one = member(Program::Platform, 1, 500);
    one.facts.organisation.employees = None;
    let heads = heads(&one);
    assert_eq!((heads.result.tier, heads.result.met), (None, None));
    assert_eq!(heads.result.rows[0].counted, Some(500));
    assert_eq!(heads.result.rows[0].required, None);
}

#[test]
fn the_parent_gives_the_tier_not_the_unit() {
    let mut one = member(Program::Platform, 140, 10);
    one.facts.organisation.parent = Some(Parent { name: "Example Holding".into(), employees: Some(1200) });
    let with_parent = heads(&one);
    assert_eq!(with_parent.result.tier.as_deref(), Some("500-4999"));
    assert_eq!((with_parent.of_parent, with_parent.result.met), (true, Some(false)));
    one.facts.organisation.parent = Some(Parent { name: "Example Holding".into(), employees: None });
    assert_eq!(heads(&one).result.met, None);
}

#[test]
fn practitioners_34_and_35() {
    assert_eq!(heads(&member(Program::Platform, 1200, 34)).result.met, Some(false));
    assert_eq!(heads(&member(Program::Platform, 1200, 35)).result.met, Some(true));
}

#[test]
fn twenty_practitioners_and_three_professionals_are_35() {
    let mut one = member(Program::Platform, 1200, 20);
    one.facts.credentials.insert(Credential::Fcp, Some(3));
    let heads = heads(&one);
    assert_eq!((heads.result.rows[0].counted, heads.result.met), (Some(35), Some(true)));
    assert_eq!(
        heads.reason(),
        "35 held (20 and 5 x 3 professionals), 35 practitioners needed at 500-4999 employees (Example AG)"
    );
}

#[test]
fn without_any_figure_the_count_is_unknown_and_with_one_the_other_is_zero() {
    let mut one = member(Program::Platform, 10, 0);
    one.facts.credentials.clear();
    assert_eq!(counted(&one), None);
    one.facts.credentials.insert(Credential::Fcp, Some(1));
    assert_eq!(counted(&one), Some(5));
}

#[test]
fn where_a_figure_cannot_be_read_the_count_is_unknown() {
    let mut one = member(Program::Platform, 10, 40);
    one.facts.credentials.insert(Credential::Fcp, None);
    let unknown = heads(&one);
    assert_eq!(
        (unknown.result.rows[0].counted, unknown.result.met, unknown.practitioners),
        (None, None, None)
    );
    assert_eq!(
        unknown.reason(),
        "a figure given cannot be read, 3 practitioners needed at 0-99 employees (Example AG)"
    );
    one.facts.holders = vec![holder(1, "B. Person", Credential::Fcp)];
    assert_eq!(counted(&one), Some(45), "where holders are named only they count");
}

#[test]
fn where_holders_are_named_only_they_count() {
    let mut one = member(Program::Platform, 10, 40);
    one.facts.holders =
        vec![holder(1, "B. Person", Credential::Focp), holder(2, "b.  person", Credential::Focp)];
    assert_eq!(counted(&one), Some(1));
}

#[test]
fn a_holder_of_both_counts_as_professional_alone() {
    let mut one = application(Program::Platform);
    one.facts.holders = vec![
        holder(1, "B. Person", Credential::Focp),
        holder(2, "B. Person", Credential::Fcp),
        holder(3, "C. Person", Credential::Focp),
    ];
    assert_eq!(counted(&one), Some(6));
}

#[test]
fn expired_left_future_and_rejected_holders_do_not_count() {
    let mut one = application(Program::Platform);
    one.facts.holders = (1..=5).map(|n| holder(n, &format!("Person {n}"), Credential::Focp)).collect();
    one.facts.holders[0].expires = Some(day("2026-11-22"));
    one.facts.holders[1].expires = Some(as_of());
    one.facts.holders[2].employed = false;
    one.facts.holders[3].issued = Some(day("2026-11-24"));
    reject(&mut one, ItemKind::Holder, 5);
    assert_eq!(counted(&one), Some(1));
}

#[test]
fn engineers_and_personas_are_no_practitioners() {
    let mut one = member(Program::Platform, 10, 2);
    one.facts.credentials.insert(Credential::Engineer, Some(9));
    one.facts.holders = vec![holder(1, "B. Person", Credential::Persona)];
    assert_eq!(counted(&one), Some(2));
}
