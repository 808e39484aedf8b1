//! What the chair ruled of the head count for Enterprise.

use super::enterprise;
use crate::{
    review::{
        Application, Assessment, Basis, Status, Verdict, assess,
        assessment::Judged,
        support::{application, as_of, find, member},
    },
    rules::{Edition, Program, Provenance, RuledOn, shipped},
};

fn edition(applies: Option<bool>) -> Edition {
    let ruled =
        applies.map(|applies| RuledOn { applies, by: "ruling 1 of 2026-11-01 by C. Chair".to_owned() });
    shipped::default_edition().unwrap().as_ruled(ruled.as_ref())
}

fn assessed(application: &Application, basis: Basis, applies: Option<bool>) -> Assessment {
    assess(&edition(applies), application, basis, as_of())
}

fn heads(result: &Assessment) -> &Judged {
    result.requirements.iter().find(|one| one.id.as_str() == "ENT-E3-P3").unwrap()
}

fn remarked(result: &Assessment, field: &str) -> Vec<String> {
    result.remarks.iter().filter(|one| one.field == field).map(|one| one.text.clone()).collect()
}

/// Whether the head count stands in the way, or it is advised how to reach it.
fn asks_for_people(result: &Assessment) -> bool {
    let mut said = result.in_the_way.iter().chain(result.advice.iter().map(|one| &one.text));
    said.any(|said| {
        ["ENT-E3-P3", "practitioners of the", "more practitioner"].iter().any(|people| said.contains(people))
    })
}

/// Short of people, and ready but for them.
fn few() -> Application {
    let mut one = enterprise();
    for id in ["ENT-E3-P1", "ENT-E3-P2", "ENT-E3-M1"] {
        find(&mut one, id, Status::Met);
    }
    one
}

#[test]
fn a_ruling_that_it_applies_takes_the_place_of_the_mark() {
    let mut one = few();
    find(&mut one, "ENT-E3-P3", Status::NotMet);
    let before = assessed(&one, Basis::AsFound, None);
    assert_eq!(heads(&before).provenance, Provenance::Inferred);
    assert!(remarked(&before, "verdict")[0].contains("ENT-E3-P3 (inferred)"), "{before:?}");
    let ruled = assessed(&one, Basis::AsFound, Some(true));
    assert_eq!((ruled.verdict, &ruled.headcount), (before.verdict, &before.headcount));
    assert_eq!(heads(&ruled).provenance, Provenance::Stated);
    assert_eq!(remarked(&ruled, "ENT-E3-P3"), ["applies, by ruling 1 of 2026-11-01 by C. Chair"]);
    assert!(remarked(&ruled, "verdict").iter().all(|said| !said.contains("ENT-E3-P3")), "{ruled:?}");
}

#[test]
fn a_ruling_that_it_does_not_apply_takes_it_out_of_the_verdict() {
    let mut one = few();
    for basis in Basis::ALL {
        let before = assessed(&one, *basis, None);
        assert!(before.headcount.as_ref().is_some_and(|heads| heads.met == Some(false)));
        assert!(asks_for_people(&before));
        let ruled = assessed(&one, *basis, Some(false));
        assert_eq!(ruled.headcount, None);
        let judged = heads(&ruled);
        assert_eq!((judged.status, judged.computed), (Status::NotApplicable, None));
        assert_eq!(judged.reason, "does not apply, by ruling 1 of 2026-11-01 by C. Chair");
        assert_eq!(remarked(&ruled, "ENT-E3-P3"), std::slice::from_ref(&judged.reason));
        assert!(!asks_for_people(&ruled));
    }
    find(&mut one, "ENT-E3-P3", Status::NotMet);
    assert_eq!(assessed(&one, Basis::AsFound, None).verdict, Verdict::Short);
    assert_eq!(heads(&assessed(&one, Basis::AsFound, Some(false))).status, Status::NotApplicable);
}

#[test]
fn no_other_program_is_touched_nor_what_a_source_states() {
    for program in Program::ALL.iter().filter(|program| **program != Program::Enterprise) {
        let one = member(*program, 140, 3);
        for applies in [true, false] {
            let ruled = assessed(&one, Basis::AsClaimed, Some(applies));
            assert_eq!(ruled, assessed(&one, Basis::AsClaimed, None), "{program}");
        }
    }
    let mut stated = shipped::default_edition().unwrap().clone();
    let enterprise = stated.programs.iter_mut().find(|rules| rules.program == Program::Enterprise).unwrap();
    for one in &mut enterprise.requirements {
        one.provenance = Provenance::Stated;
    }
    let ruled = RuledOn { applies: false, by: "ruling 1".to_owned() };
    assert_eq!(stated.as_ruled(Some(&ruled)), stated);
    let again = assess(
        &edition(Some(false)).as_ruled(None),
        &application(Program::Enterprise),
        Basis::AsFound,
        as_of(),
    );
    assert_eq!(again, assessed(&application(Program::Enterprise), Basis::AsFound, None));
}
