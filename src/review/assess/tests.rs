//! Verdict, forecast and what stands in the way.

mod ruled;

use serde_json::json;

use crate::{
    review::{
        Application, Assessment, Basis, ItemKind, Status, Verdict, assess, documents_in,
        facts::{LiveDemo, Parent},
        support::{accept, application, as_of, claim, day, evidence, feature, find, holder, member},
    },
    rules::{Credential, Level, Program, RequirementId, shipped},
};

fn assessed(application: &Application, basis: Basis) -> Assessment {
    assess(shipped::default_edition().unwrap(), application, basis, as_of())
}

/// A platform application that puts forward everything.
fn platform() -> Application {
    let mut one = member(Program::Platform, 140, 10);
    let all: Vec<&str> = shipped::default_edition()
        .unwrap()
        .framework
        .capabilities
        .iter()
        .map(|one| one.id.as_str())
        .collect();
    one.facts.features = vec![feature(1, &all)];
    one.facts.demo.recording = Some("https://example.org/demo".into());
    one.facts.evidence = (1..=4).map(|n| evidence(n, "PLT-E3-O2")).collect();
    one.facts.evidence.extend([evidence(5, "PLT-E3-O4"), evidence(6, "PLT-E3-O6"), evidence(7, "PLT-E3-M2")]);
    one.facts.demo.live =
        Some(LiveDemo { date: Some(day("2026-10-20")), minutes: Some(60), passed: Some(true) });
    one
}

const CORE: [&str; 6] = ["PLT-E3-P1", "PLT-E3-P2", "PLT-E3-M1", "PLT-E3-M2", "PLT-E3-M3", "PLT-E3-V1"];

#[test]
fn an_untouched_docket_application_is_incomplete_and_its_forecast_says_more() {
    let result = assessed(&platform(), Basis::AsFound);
    assert_eq!((result.verdict, result.forecast), (Verdict::Incomplete, Verdict::Ready));
    assert!(result.requirements.iter().all(|one| one.status == Status::Open));
    assert!(result.in_the_way[0].starts_with("open: PLT-E3-P1"), "{:?}", result.in_the_way);
}

#[test]
fn a_file_is_judged_by_what_is_computed_and_the_rest_is_open() {
    let result = assessed(&platform(), Basis::AsClaimed);
    assert_eq!((result.verdict, result.forecast), (Verdict::Incomplete, Verdict::Ready));
    let open: Vec<&str> = result.in_the_way.iter().map(String::as_str).collect();
    assert_eq!(
        open,
        [
            "open: PLT-E3-M2 Runs a product support channel in the Foundation's Slack",
            "open: 2 more optional items (3 needed, 1 met, 5 open)"
        ]
    );
}

#[test]
fn ready_needs_core_options_and_demo_and_no_more() {
    let mut one = platform();
    for id in CORE.iter().chain(&["PLT-E3-O2", "PLT-E3-O4"]) {
        find(&mut one, id, Status::Met);
    }
    assert_eq!(assessed(&one, Basis::AsFound).verdict, Verdict::Incomplete);
    find(&mut one, "PLT-E3-O6", Status::Met);
    let result = assessed(&one, Basis::AsFound);
    assert_eq!((result.verdict, result.in_the_way.len()), (Verdict::Ready, 0));
    let options = result.options.unwrap();
    assert_eq!((options.need, options.of, options.stated_of, options.met), (3, 6, 5, 3));
    let rests: Vec<&str> =
        result.remarks.iter().filter(|one| one.field == "verdict").map(|one| one.text.as_str()).collect();
    assert_eq!(
        rests,
        [
            "the verdict rests on rules not read in the source: PLT-E3-P1 (inferred), PLT-E3-P2 (inferred), the head \
          count at 100-499 (inferred), PLT-E3-M1 (assumed)"
        ]
    );
}

#[test]
fn a_finding_that_comes_to_contradict_what_is_computed_does_not_count_until_it_is_justified() {
    let mut one = platform();
    for id in CORE.iter().chain(&["PLT-E3-O2", "PLT-E3-O4", "PLT-E3-O6"]) {
        find(&mut one, id, Status::Met);
    }
    one.facts.organisation.membership.finops_foundation = Some(Level::None);
    let membership = RequirementId::from("PLT-E3-P1");
    assert_eq!(assessed(&one, Basis::AsFound).verdict, Verdict::Ready, "it is justified");
    one.review.findings.get_mut(&membership).unwrap().justification = Some(" ".to_owned());
    let result = assessed(&one, Basis::AsFound);
    assert_eq!((result.verdict, result.forecast), (Verdict::Incomplete, Verdict::Short));
    let says = "found met, computed not met: does not count until it is justified or found anew";
    assert_eq!(result.in_the_way.len(), 1);
    assert!(result.in_the_way[0].starts_with("open: PLT-E3-P1"), "{:?}", result.in_the_way);
    assert!(result.in_the_way[0].contains(says), "{:?}", result.in_the_way);
    assert!(result.remarks.iter().any(|one| one.field == "PLT-E3-P1" && one.text == says));
    one.review.findings.remove(&membership);
    assert!(assessed(&one, Basis::AsFound).remarks.iter().all(|one| one.field != "PLT-E3-P1"));
}

#[test]
fn what_is_found_not_met_or_out_of_reach_is_short() {
    let mut one = platform();
    find(&mut one, "PLT-E3-M2", Status::NotMet);
    let result = assessed(&one, Basis::AsFound);
    assert_eq!(result.verdict, Verdict::Short);
    assert!(result.in_the_way[0].starts_with("short of PLT-E3-M2"), "{:?}", result.in_the_way);
    let mut one = platform();
    for n in 1..=4 {
        find(&mut one, &format!("PLT-E3-O{n}"), Status::NotMet);
    }
    let result = assessed(&one, Basis::AsFound);
    assert_eq!(result.verdict, Verdict::Short);
    assert_eq!(result.in_the_way[0], "short of 1 optional item (3 needed, 0 met, 2 open)");
}

#[test]
fn a_waiver_past_its_end_is_open_again() {
    let mut one = platform();
    let id = RequirementId::from("PLT-E3-M2");
    let status = |one: &mut Application, until: &str| {
        find(one, "PLT-E3-M2", Status::Waived);
        one.review.findings.get_mut(&id).unwrap().until = Some(day(until));
        assessed(one, Basis::AsFound).requirements.iter().find(|one| one.id == id).unwrap().status
    };
    assert_eq!(status(&mut one, "2026-11-23"), Status::Waived);
    assert_eq!(status(&mut one, "2026-11-22"), Status::Open);
}

#[test]
fn a_live_demo_on_request_applies_once_it_is_asked_for() {
    let mut one = application(Program::SpecialtySolution);
    let demo = |one: &Application| assessed(one, Basis::AsFound).requirements.last().unwrap().clone();
    assert_eq!(
        (demo(&one).status, demo(&one).reason.as_str()),
        (Status::NotApplicable, "no live demo was asked for")
    );
    one.review.demo.asked = true;
    assert_eq!(demo(&one).status, Status::Open);
}

#[test]
fn documents_are_in_before_the_demo() {
    let mut one = platform();
    for id in CORE[..5].iter().chain(&["PLT-E3-O2", "PLT-E3-O4"]) {
        find(&mut one, id, Status::Met);
    }
    let missing = documents_in(&assessed(&one, Basis::AsFound)).unwrap_err();
    assert_eq!(missing.to_string(), "the documents are not in: 1 more optional");
    find(&mut one, "PLT-E3-O6", Status::Met);
    assert_eq!(documents_in(&assessed(&one, Basis::AsFound)), Ok(()));
}

/// An enterprise with 170 points claimed that fails the floor.
fn enterprise() -> Application {
    let mut one = member(Program::Enterprise, 1200, 20);
    one.facts.claims = vec![
        claim(1, "fcp", 2),
        claim(2, "overview-interview", 1),
        claim(3, "lead-working-group", 3),
        claim(4, "certified-platform", 2),
        claim(5, "certified-service-provider", 1),
        claim(6, "finops-x-breakout", 3),
    ];
    one
}

#[test]
fn points_in_a_docket_need_accepted_claims_and_the_finding() {
    let mut one = enterprise();
    one.facts.claims.push(claim(7, "lessons-learned", 1));
    let result = assessed(&one, Basis::AsFound);
    let points = result.points.unwrap();
    assert_eq!(
        (points.total, points.claimed_total),
        (Some(crate::rules::Points(0)), Some(crate::rules::Points(180)))
    );
    let judged = result.requirements.iter().find(|one| one.id.as_str() == "ENT-E3-M1").unwrap();
    assert_eq!(judged.computed, None, "unchecked claims could still make it hold: {}", judged.reason);
    assert_eq!(result.verdict, Verdict::Incomplete);
    for id in ["ENT-E3-P1", "ENT-E3-P2", "ENT-E3-P3", "ENT-E3-M1"] {
        find(&mut one, id, Status::Met);
    }
    assert_eq!(assessed(&one, Basis::AsFound).verdict, Verdict::Incomplete);
    for n in 1..=7 {
        accept(&mut one, ItemKind::Claim, n);
    }
    assert_eq!(assessed(&one, Basis::AsFound).verdict, Verdict::Ready);
}

#[test]
fn a_floor_out_of_reach_is_short_whatever_is_found() {
    let mut one = enterprise();
    for id in ["ENT-E3-P1", "ENT-E3-P2", "ENT-E3-P3", "ENT-E3-M1"] {
        find(&mut one, id, Status::Met);
    }
    let result = assessed(&one, Basis::AsFound);
    assert_eq!(result.verdict, Verdict::Short);
    assert_eq!(result.in_the_way, ["short of 5 points in Demonstrate FinOps Program"]);
}

#[test]
fn the_parent_decides_the_tier_of_a_unit() {
    let mut one = member(Program::ServiceProvider, 140, 20);
    one.facts.organisation.parent = Some(Parent { name: "Example Holding".into(), employees: Some(1200) });
    let result = assessed(&one, Basis::AsClaimed);
    assert_eq!(result.verdict, Verdict::Short);
    assert_eq!(result.in_the_way[0], "short of 15 practitioners of the 35 needed");
    let advice: Vec<&str> = result.advice.iter().map(|one| one.text.as_str()).take(2).collect();
    assert_eq!(
        advice,
        [
            "15 more practitioners: 15 x 325 = 4875 USD (FinOps Certified Practitioner, exam only, 2026); an exam alone \
             comes without any study material and suits people with long practice",
            "3 more professionals: 3 x 500 = 1500 USD (FinOps Certified Professional, 2026)"
        ]
    );
}

#[test]
fn doubts_about_credentials_are_remarked() {
    let mut one = member(Program::Platform, 140, 20);
    one.facts.credentials.insert(Credential::Fcp, Some(1));
    one.facts.holders = vec![holder(1, "B. Person", Credential::Focp)];
    let remarks = |one: &Application| {
        let remarks = assessed(one, Basis::AsFound).remarks.into_iter();
        remarks.map(|one| format!("{}: {}", one.field, one.text)).take(2).collect::<Vec<_>>()
    };
    assert_eq!(
        remarks(&one),
        [
            "credentials.focp: 20 are given as a figure, but only those named count: 1 valid",
            "credentials.fcp: claimed, unchecked: a figure without names"
        ]
    );
    one.facts.credentials.clear();
    one.facts.holders.push(holder(2, "B. Person", Credential::Fcp));
    let both = "holders: 1 person with both credentials: counted as professionals alone (assumed)";
    assert_eq!(remarks(&one)[0], both);
    one.facts.holders.clear();
    one.facts.organisation.employees = None;
    assert_eq!(
        remarks(&one),
        [
            "organisation.employees: the size of Example AG is not known",
            "credentials: no figure and no holder is given"
        ]
    );
}

#[test]
fn the_json_form_of_an_assessment() {
    let result = assessed(&enterprise(), Basis::AsClaimed);
    let json = serde_json::to_value(&result).unwrap();
    let keys: Vec<&String> = json.as_object().unwrap().keys().collect();
    let mut expected = [
        "schema",
        "ref",
        "organisation",
        "program",
        "edition",
        "received",
        "as_of",
        "basis",
        "verdict",
        "forecast",
        "requirements",
        "options",
        "headcount",
        "points",
        "coverage",
        "advice",
        "remarks",
    ];
    expected.sort_unstable();
    let mut sorted = keys.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, expected.iter().collect::<Vec<_>>());
    assert_eq!(json["schema"], 1);
    assert_eq!(json["ref"], "2026-0007");
    assert_eq!(
        (&json["basis"], &json["verdict"], &json["forecast"]),
        (&json!("as-claimed"), &json!("short"), &json!("short"))
    );
    assert_eq!((&json["options"], &json["coverage"]), (&json!(null), &json!(null)));
    assert_eq!(
        json["requirements"][0],
        json!({"id": "ENT-E3-P1", "section": "prerequisite", "status": "met", "computed": "met",
            "reason": "Linux Foundation: member; FinOps Foundation: general", "provenance": "stated"})
    );
    assert_eq!(json["requirements"][1]["computed"], json!(null));
    assert_eq!(
        json["headcount"],
        json!({"employees": 1200, "tier": "500-4999", "met": false,
            "rows": [{"credential": "focp", "required": 35, "counted": 20}]})
    );
    assert_eq!(
        (
            &json["points"]["total"],
            &json["points"]["claimed_total"],
            &json["points"]["required"],
            &json["points"]["met"]
        ),
        (&json!(170), &json!(170), &json!(100), &json!(false))
    );
    assert_eq!(
        json["points"]["categories"][1],
        json!({"id": "demonstrate", "raw": 10, "counted": 10, "cap": 25, "lost": 0, "floor": 15, "met": false})
    );
    assert_eq!(
        json["remarks"][0],
        json!({"field": "claims", "text": "certified-platform is put forward 2 times and counts 1"})
    );
}

#[test]
fn every_program_can_be_ready() {
    let edition = shipped::default_edition().unwrap();
    for rules in &edition.programs {
        let mut one =
            if rules.program == Program::Enterprise { enterprise() } else { application(rules.program) };
        one.facts.claims.push(claim(7, "lessons-learned", 1));
        for requirement in &rules.requirements {
            find(&mut one, requirement.id.as_str(), Status::Met);
        }
        for n in 1..=7 {
            accept(&mut one, ItemKind::Claim, n);
        }
        assert_eq!(assessed(&one, Basis::AsFound).verdict, Verdict::Ready, "{}", rules.program);
    }
}
