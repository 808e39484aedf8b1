//! What holds of every assessment, whatever was put forward and found.

use docket::{
    review::{
        Application, Assessment, Basis, Check, Claim, Finding, Holder, Item, ItemKind, Status, Verdict,
        assess,
    },
    rules::{Credential, Edition, Program, RequirementId, shipped},
};
use proptest::{prelude::*, sample::Index};

use crate::applications::{accept, as_of, claim, day, evidence, feature, find, holder, member, reject};

fn edition() -> &'static Edition {
    shipped::default_edition().unwrap()
}

fn activities() -> Vec<String> {
    let table = edition().points.as_ref().unwrap();
    table.categories.iter().flat_map(|category| &category.activities).map(|one| one.id.to_string()).collect()
}

fn claims() -> impl Strategy<Value = Vec<Claim>> {
    let one = (
        prop::sample::select(activities()),
        proptest::option::weighted(0.95, 0_u32..6),
        0_i64..600,
        any::<bool>(),
    );
    proptest::collection::vec(one, 0..25).prop_map(|drawn| {
        let read = |(n, (activity, count, ago, validated)): (u32, (String, Option<u32>, i64, bool))| Claim {
            count,
            date: (ago % 7 != 0).then(|| day("2026-12-01") - chrono::Duration::days(ago)),
            validated,
            ..claim(n, &activity, 1)
        };
        (1..).zip(drawn).map(read).collect()
    })
}

fn holders() -> impl Strategy<Value = Vec<Holder>> {
    let credentials = vec![Credential::Focp, Credential::Fcp, Credential::Engineer];
    let one = (0_u32..6, prop::sample::select(credentials), any::<bool>());
    proptest::collection::vec(one, 0..12).prop_map(|drawn| {
        let read = |(n, (person, credential, employed))| Holder {
            employed,
            ..holder(n, &format!("Person {person}"), credential)
        };
        (1..).zip(drawn).map(read).collect()
    })
}

fn statuses() -> impl Strategy<Value = Vec<(Index, Status)>> {
    let status = prop::sample::select(Status::ALL.to_vec());
    proptest::collection::vec((any::<Index>(), status), 0..14)
}

prop_compose! {
    fn applications()(
        program in prop::sample::select(Program::ALL.to_vec()),
        employees in 0_u64..6000,
        practitioners in 0_u32..60,
        claims in claims(),
        holders in holders(),
        found in statuses(),
        checked in proptest::collection::vec((any::<Index>(), 0_u32..4), 0..12),
        mapped in proptest::collection::vec(any::<Index>(), 0..18),
    ) -> Application {
        let mut one = member(program, employees, practitioners);
        let claimed = claims.len();
        one.facts.claims = claims;
        one.facts.holders = holders;
        let rules = &edition().program(program).unwrap().requirements;
        for (which, status) in found {
            let id = &which.get(rules).id;
            find(&mut one, id.as_str(), status);
            if let Some(finding) = one.review.findings.get_mut(id) {
                finding.until = (status == Status::Waived).then(|| day("2027-01-01"));
            }
            let n = u32::try_from(one.facts.evidence.len()).unwrap() + 1;
            one.facts.evidence.push(evidence(n, id.as_str()));
        }
        for (which, kind) in checked {
            let n = u32::try_from(which.index(claimed.max(1))).unwrap() + 1;
            match kind {
                0 => reject(&mut one, ItemKind::Claim, n),
                1 => reject(&mut one, ItemKind::Holder, n),
                _ => accept(&mut one, ItemKind::Claim, n),
            }
        }
        let known = &edition().framework.capabilities;
        let names: Vec<&str> = mapped.iter().map(|which| which.get(known).id.as_str()).collect();
        if !names.is_empty() {
            one.facts.features = vec![feature(1, &names)];
        }
        one
    }
}

fn found(application: &Application) -> Assessment {
    assess(edition(), application, Basis::AsFound, as_of())
}

/// Worst first.
fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Short => 0,
        Verdict::Incomplete => 1,
        Verdict::Ready => 2,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_category_counts_more_than_its_cap(one in applications(), claimed in any::<bool>()) {
        let basis = if claimed { Basis::AsClaimed } else { Basis::AsFound };
        let points = assess(edition(), &one, basis, as_of()).points;
        if let Some(points) = points {
            let mut total = Some(0);
            for category in &points.categories {
                let figures = category.raw.zip(category.counted).zip(category.lost);
                if let Some(((raw, counted), lost)) = figures {
                    prop_assert!(counted <= category.cap);
                    prop_assert_eq!(raw.0, counted.0 + lost.0);
                }
                total = total.zip(figures).map(|(sum, ((_, counted), _))| sum + counted.0);
            }
            prop_assert_eq!(points.total.map(|points| points.0), total);
            prop_assert_eq!(points.met.is_some(), total.is_some());
        }
    }

    #[test]
    fn adding_a_met_item_never_worsens_a_verdict(one in applications(), which in any::<Index>()) {
        let before = found(&one);
        let rules = &edition().program(one.program).unwrap().requirements;
        let at = which.index(rules.len());
        prop_assume!(matches!(before.requirements[at].status, Status::Open | Status::NotMet));
        let mut after = one;
        find(&mut after, rules[at].id.as_str(), Status::Met);
        let after = found(&after);
        prop_assert!(rank(after.verdict) >= rank(before.verdict), "{before:?}\n{after:?}");
        prop_assert!(rank(after.forecast) >= rank(before.forecast), "{before:?}\n{after:?}");
    }

    #[test]
    fn accepting_a_claim_never_worsens_a_verdict(one in applications(), n in 1_u32..25) {
        let item = Item::new(ItemKind::Claim, n);
        prop_assume!(!one.review.checks.contains_key(&item));
        let before = found(&one);
        let mut after = one;
        accept(&mut after, ItemKind::Claim, n);
        let after = found(&after);
        prop_assert!(rank(after.verdict) >= rank(before.verdict));
    }

    #[test]
    fn the_order_of_findings_claims_and_holders_is_irrelevant(
        (one, mixed) in applications().prop_flat_map(|one| {
            let findings: Vec<(RequirementId, Finding)> = one.review.findings.clone().into_iter().collect();
            let checks: Vec<(Item, Check)> = one.review.checks.clone().into_iter().collect();
            let mixed = (
                Just(one.facts.claims.clone()).prop_shuffle(),
                Just(one.facts.holders.clone()).prop_shuffle(),
                Just(one.facts.evidence.clone()).prop_shuffle(),
                Just(findings).prop_shuffle(),
                Just(checks).prop_shuffle(),
            );
            (Just(one), mixed)
        })
    ) {
        let mut other = one.clone();
        let (claims, holders, evidence, findings, checks) = mixed;
        other.facts.claims = claims;
        other.facts.holders = holders;
        other.facts.evidence = evidence;
        other.review.findings = findings.into_iter().collect();
        other.review.checks = checks.into_iter().collect();
        for basis in Basis::ALL {
            let first = assess(edition(), &one, *basis, as_of());
            prop_assert_eq!(first, assess(edition(), &other, *basis, as_of()));
        }
    }

    #[test]
    fn short_is_always_said_as_short_of(one in applications()) {
        let result = found(&one);
        let said = result.in_the_way.iter().any(|line| line.starts_with("short of "));
        prop_assert_eq!(said, result.verdict == Verdict::Short, "{:?}", result);
        prop_assert_eq!(result.in_the_way.is_empty(), result.verdict == Verdict::Ready, "{:?}", result);
    }
}
