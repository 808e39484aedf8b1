use super::*;
use crate::{
    review::facts::{Claim, LiveDemo},
    rules::{Credential, Level, shipped},
};

/// The example of the design, section 8.
const EXAMPLE: &str = r#"{ "ref": "2026-0007", "program": "enterprise", "kind": "new", "edition": "2023", "received": "2026-09-14",
  "organisation": { "name": "Example AG", "employees": 140, "website": "https://example.org",
    "parent": { "name": "Example Holding", "employees": 1200 },
    "membership": { "linux_foundation": true, "finops_foundation": "general", "since": "2021-07-01" } },
  "contact": { "name": "A. Person", "email": "a.person@example.org" },
  "person": { "practising_since": "2024-01-01" },
  "credentials": { "focp": 20, "fcp": 3 },
  "holders": [ { "name": "B. Person", "credential": "focp", "issued": "2025-02-01", "expires": "2027-02-01", "employed": true, "badge": "https://example.org/b" } ],
  "evidence": [ { "requirement": "PLT-E3-O2", "url": "https://example.org/case-1", "title": "Case study 1", "date": "2026-03-02" } ],
  "claims": [ { "activity": "overview-interview", "count": 1, "date": "2026-05-04", "title": "Interview", "person": "", "vendor": "", "url": "https://example.org/x", "validated": false } ],
  "features": [ { "name": "Anomaly alerts", "url": "https://example.org/alerts", "capabilities": ["Managing Anomalies"] } ],
  "working_groups": [ { "name": "FOCUS", "attended": 9, "held": 16 } ],
  "demo": { "recording": "https://example.org/demo", "live": { "date": "2026-09-30", "minutes": 60, "passed": true } },
  "linked": ["2026-0008"], "note": "free text" }"#;

fn read_as(name: &str, text: &str) -> Result<Batch, IntakeError> {
    let editions: Vec<&Edition> = shipped::editions().collect();
    read(name, text.as_bytes(), Options { editions: &editions, mapping: None })
}

fn batch(text: &str) -> Batch {
    read_as("file.json", text).unwrap()
}

/// An application with further fields, as JSON.
fn with(fields: &str) -> Submission {
    let text = format!(
        r#"{{"organisation":{{"name":"Example AG","employees":140}},"program":"platform","edition":"2023"{fields}}}"#
    );
    let batch = batch(&text);
    assert!(batch.refused.is_empty(), "{:?}", batch.refused);
    batch.submissions.into_iter().next().unwrap()
}

fn remarked(submission: &Submission) -> Vec<&str> {
    submission.remarks.iter().map(|remark| remark.field.as_str()).collect()
}

fn day(text: &str) -> Option<NaiveDate> {
    let read: Result<NaiveDate, _> = text.parse();
    assert!(read.is_ok(), "{text}");
    read.ok()
}

#[test]
fn the_designs_example_is_understood_without_a_remark() {
    let read = batch(EXAMPLE).submissions.into_iter().next().unwrap();
    assert_eq!(read.remarks, []);
    assert_eq!((read.reference.as_str(), read.reference_given), ("2026-0007", true));
    assert_eq!((read.program, read.kind, read.edition.as_str()), (Program::Enterprise, Kind::New, "2023"));
    assert_eq!(read.received, day("2026-09-14"));
    assert_eq!(read.original, EXAMPLE);
    let facts = read.facts;
    assert_eq!(facts.organisation.parent.unwrap().employees, Some(1200));
    assert_eq!(facts.organisation.membership.finops_foundation, Some(Level::General));
    assert_eq!(facts.credentials, BTreeMap::from([(Credential::Focp, Some(20)), (Credential::Fcp, Some(3))]));
    assert_eq!(facts.holders[0].expires, day("2027-02-01"));
    assert_eq!(facts.features[0].capabilities[0].as_str(), "anomalies");
    assert_eq!(
        facts.demo.live,
        Some(LiveDemo { date: day("2026-09-30"), minutes: Some(60), passed: Some(true) })
    );
    assert_eq!(facts.linked, [Ref::from("2026-0008")]);
    let claim = Claim {
        n: 1,
        activity: "overview-interview".into(),
        count: Some(1),
        date: day("2026-05-04"),
        title: Some("Interview".to_owned()),
        person: None,
        vendor: None,
        url: Some("https://example.org/x".to_owned()),
        validated: false,
    };
    assert_eq!(facts.claims, [claim]);
}

#[test]
fn the_schema_names_exactly_the_fields_of_the_example() {
    let schema = schema().to_value();
    let example: serde_json::Value = serde_json::from_str(EXAMPLE).unwrap();
    let described: Vec<_> = schema["properties"].as_object().unwrap().keys().collect();
    assert_eq!(described, example.as_object().unwrap().keys().collect::<Vec<_>>());
    for (definition, part) in [
        ("Organisation", &example["organisation"]),
        ("Membership", &example["organisation"]["membership"]),
        ("Holder", &example["holders"][0]),
        ("Evidence", &example["evidence"][0]),
        ("Claim", &example["claims"][0]),
        ("Feature", &example["features"][0]),
        ("WorkingGroup", &example["working_groups"][0]),
        ("LiveDemo", &example["demo"]["live"]),
    ] {
        let described: Vec<_> =
            schema["$defs"][definition]["properties"].as_object().unwrap().keys().collect();
        assert_eq!(described, part.as_object().unwrap().keys().collect::<Vec<_>>(), "{definition}");
    }
}

#[test]
fn a_count_that_is_null_is_not_known_and_one_that_is_absent_was_not_given() {
    let read = with(r#","credentials":{"focp":null,"fcp":0}"#);
    assert_eq!(
        read.facts.credentials,
        BTreeMap::from([(Credential::Focp, None), (Credential::Fcp, Some(0))])
    );
}

#[test]
fn wrong_values_in_optional_fields_are_remarks_and_null() {
    let read = with(
        r#","credentials":{"focp":"50+","fcp":-1,"engineer":2.5,"juggler":1},"kind":"again","received":"14.9.2026",
        "note":5,"demo":[],"linked":["a b","ok","ok"],"evidence":[{"requirement":"PLT-E3-O2","date":"2026-02-30"}, 7],
        "contact":{"name":1e400,"nick":"N"},"person":"x""#,
    );
    let unread = [Credential::Focp, Credential::Fcp, Credential::Engineer].map(|which| (which, None));
    assert_eq!(read.facts.credentials, BTreeMap::from(unread), "given, and not known");
    assert_eq!((read.kind, read.received), (Kind::New, None));
    assert_eq!(read.facts.linked, [Ref::from("ok")]);
    assert_eq!(read.facts.evidence.len(), 1);
    let mut fields = remarked(&read);
    fields.sort_unstable();
    assert_eq!(
        fields,
        [
            "contact.name",
            "contact.nick",
            "credentials.engineer",
            "credentials.fcp",
            "credentials.focp",
            "credentials.juggler",
            "demo",
            "evidence.1.date",
            "evidence.2",
            "kind",
            "linked",
            "note",
            "person",
            "received",
        ]
    );
    assert!(read.remarks.iter().any(|remark| remark.text.contains("`50+`")), "{:?}", read.remarks);
}

#[test]
fn a_claim_counts_once_where_no_count_is_given_and_not_at_all_where_it_is_wrong() {
    let read = with(
        r#","claims":[{"activity":"fcp"},{"activity":"fcp","count":null},{"activity":"fcp","count":0},
        {"activity":"fcp","count":-3},{"activity":"fcp","count":1.5},{"activity":"fcp","count":99999999999},
        {"activity":"fpc"},{"count":2}]"#,
    );
    let counts: Vec<_> = read.facts.claims.iter().map(|claim| (claim.n, claim.count)).collect();
    assert_eq!(counts, [(1, Some(1)), (2, Some(1)), (3, Some(0)), (4, None), (5, None), (6, None)]);
    assert_eq!(remarked(&read)[..3], ["claims.4.count", "claims.5.count", "claims.6.count"]);
    assert_eq!(remarked(&read)[3..], ["claims.7.activity", "claims.8"]);
    assert!(read.remarks[3].text.contains("the nearest: fcp"), "{}", read.remarks[3].text);
}

#[test]
fn capabilities_are_found_by_any_name_and_counted_once() {
    let read = with(
        r#","features":[{"name":"F","capabilities":["managing anomalies","capability_anomalies","Forecastin"]},
        {"capabilities":["Forecasting"]}]"#,
    );
    assert_eq!(read.facts.features.len(), 1);
    assert_eq!(read.facts.features[0].capabilities, [crate::rules::CapabilityId::from("anomalies")]);
    assert_eq!(remarked(&read), ["features.1.capabilities", "features.2"]);
    assert!(read.remarks[0].text.contains("Forecasting"), "{}", read.remarks[0].text);
}

#[test]
fn a_missing_company_size_is_remarked_where_heads_are_counted() {
    let one = |organisation: &str, program: &str| {
        let text = format!(
            r#"{{"organisation":{{"name":"A"{organisation}}},"program":"{program}","edition":"2023","contact":{{"name":"P"}}}}"#
        );
        let read = batch(&text).submissions.into_iter().next().unwrap();
        read.remarks.into_iter().map(|remark| remark.field).collect::<Vec<_>>()
    };
    assert_eq!(one("", "platform"), ["organisation.employees"]);
    assert_eq!(one(r#","employees":0"#, "platform"), [""; 0]);
    assert_eq!(one(r#","employees":9,"parent":{"name":"P"}"#, "platform"), ["organisation.parent.employees"]);
    assert_eq!(one("", "instructor"), [""; 0]);
}

#[test]
fn without_organisation_program_or_edition_an_application_is_refused_by_index_and_pointer() {
    let good = r#"{"organisation":{"name":"Good"},"program":"platform","edition":"2023"}"#;
    for (bad, pointer) in [
        (r#"{"program":"platform","edition":"2023"}"#, "/organisation"),
        (r#"{"organisation":"A","program":"platform","edition":"2023"}"#, "/organisation"),
        (r#"{"organisation":{},"program":"platform","edition":"2023"}"#, "/organisation/name"),
        (
            r#"{"organisation":{"name":" \u200b"},"program":"platform","edition":"2023"}"#,
            "/organisation/name",
        ),
        (r#"{"organisation":{"name":7},"program":"platform","edition":"2023"}"#, "/organisation/name"),
        (r#"{"organisation":{"name":"\ud800"},"program":"platform","edition":"2023"}"#, "/organisation/name"),
        (r#"{"organisation":{"name":"A"},"edition":"2023"}"#, "/program"),
        (r#"{"organisation":{"name":"A"},"program":"plattform","edition":"2023"}"#, "/program"),
        (
            r#"{"organisation":{"name":"A"},"program":"platform","program":"enterprise","edition":"2023"}"#,
            "/program",
        ),
        (r#"{"organisation":{"name":"A"},"program":"platform"}"#, "/edition"),
        (r#"{"organisation":{"name":"A"},"program":"platform","edition":"1999"}"#, "/edition"),
        (r#"{"organisation":{"name":"A"},"program":"platform","edition":2023}"#, "/edition"),
        ("[]", ""),
        ("null", ""),
    ] {
        let batch = batch(&format!("[{good},{bad}]"));
        assert_eq!(batch.submissions.len(), 1, "{bad}");
        let places: Vec<_> = batch.refused.iter().map(|refused| refused.place.clone()).collect();
        assert_eq!(places, [Place::Json { index: 1, pointer: pointer.to_owned() }], "{bad}");
    }
}

#[test]
fn everything_that_is_wrong_with_an_application_is_named() {
    let batch = batch(r#"[{"organisation":{"name":7},"program":"plattform"},{}]"#);
    let places: Vec<_> = batch.refused.iter().map(|refused| refused.place.to_string()).collect();
    assert_eq!(
        places,
        [
            "index 0, /organisation/name",
            "index 0, /program",
            "index 0, /edition",
            "index 1, /organisation",
            "index 1, /program",
            "index 1, /edition"
        ]
    );
    assert_eq!((batch.rows, crate::intake::refused_rows(&batch.refused)), (2, 2));
}

#[test]
fn a_fault_in_the_json_of_a_line_is_named_by_its_column() {
    let good = r#"{"organisation":{"name":"Zürich"},"program":"platform","edition":"2023"}"#;
    for (bad, column) in [
        (r#"{"organisation":{"name":"Zürich"},,"#, "35"),
        (r#"{"ü":tru}"#, "9"),
        (r#"{"a":1"#, "6"),
        ("nonsense", "2"),
        (r#"{"organisation":{"name":"Zürich"},"program":"platform","edition":5}"#, "66"),
    ] {
        let batch = read_as("lines.jsonl", &format!("{good}\n{bad}\n")).unwrap();
        let place = Place::Line { line: 2, column: column.to_owned() };
        assert_eq!(batch.refused.first().map(|refused| &refused.place), Some(&place), "{bad}");
    }
}

#[test]
fn a_ref_that_cannot_be_used_is_remarked_and_another_is_made() {
    for wrong in [r#""a/b""#, r#""2026 0007""#, "7", r#"["x"]"#] {
        let one = format!(
            r#"{{"organisation":{{"name":"A"}},"program":"platform","edition":"2023","ref":{wrong}}}"#
        );
        let batch = batch(&one);
        assert_eq!(batch.submissions[0].reference.as_str(), "a-platform", "{wrong}");
        assert!(batch.submissions[0].remarks.iter().any(|remark| remark.field == "ref"), "{wrong}");
    }
}

#[test]
fn a_parent_that_is_no_object_is_a_parent_of_unknown_size() {
    let one = r#"{"organisation":{"name":"A","employees":140,"parent":"Holding"},"program":"platform","edition":"2023"}"#;
    let parent = batch(one).submissions[0].facts.organisation.parent.clone().unwrap();
    assert_eq!((parent.name.as_str(), parent.employees), ("Holding", None));
}

#[test]
fn json_lines_are_refused_by_line_and_column() {
    let good = r#"{"organisation":{"name":"Good"},"program":"platform","edition":"2023"}"#;
    let text = format!(
        "{good}\r\n\r\n{{\"organisation\":{{\"name\":\"Ü\"}},\"program\":5,\"edition\":\"2023\"}}\r\n{{\"a\":\n"
    );
    let batch = read_as("file.jsonl", &text).unwrap();
    assert_eq!(batch.submissions.len(), 1);
    let places: Vec<_> = batch.refused.iter().map(|refused| refused.place.to_string()).collect();
    assert_eq!(places, ["line 3, column 40", "line 4, column 5"]);
    assert_eq!(read_as("unknown", &text).unwrap(), batch);
}

#[test]
fn a_ref_twice_in_one_file_is_refused_at_both_places() {
    let good = r#"{"organisation":{"name":"Same"},"program":"platform","edition":"2023"}"#;
    let batch = batch(&format!(
        r#"[{good},{{"organisation":{{"name":"SAME"}},"program":"platform","edition":"2023"}}]"#
    ));
    assert!(batch.submissions.is_empty());
    let said: Vec<_> = batch.refused.iter().map(ToString::to_string).collect();
    assert!(
        said[0].starts_with("index 0: the ref `same-platform`") && said[0].contains("also at index 1"),
        "{said:?}"
    );
    assert!(said[1].starts_with("index 1: ") && said[1].contains("also at index 0"), "{said:?}");
}

#[test]
fn what_is_no_json_names_line_and_column() {
    let error = read_as("file.json", "[{\"a\": 1},\n {\"b\": }]").unwrap_err();
    assert!(matches!(error, IntakeError::NotJson { line: 2, column: 8, .. }), "{error}");
    assert!(matches!(read_as("file.json", "7"), Err(IntakeError::NotApplications)));
    assert!(matches!(read_as("file.json", ""), Err(IntakeError::Empty)));
    assert_eq!(batch("[]"), Batch::default());
}

#[test]
fn a_form_goes_through_the_same_reader() {
    let editions: Vec<&Edition> = shipped::editions().collect();
    let filled = [
        ("organisation.name", "Example AG"),
        ("program", "enterprise"),
        ("edition", "2023"),
        ("organisation.employees", "140"),
        ("organisation.parent.name", "Example Holding"),
        ("organisation.parent.employees", "about 1200"),
        ("organisation.membership.linux_foundation", "yes"),
        ("linked", "2026-0008, 2026-0009"),
        ("note", "  "),
    ];
    let read = form(&filled, &editions).unwrap();
    assert_eq!(read.reference.as_str(), "example-ag-enterprise");
    assert_eq!(read.facts.organisation.employees, Some(140));
    assert_eq!(read.facts.organisation.membership.linux_foundation, Some(true));
    assert_eq!(read.facts.linked.len(), 2);
    assert!(remarked(&read).contains(&"organisation.parent.employees"));
    assert_eq!(batch(&read.original).submissions, [read]);
    let refused =
        form(&[("organisation.name", "A"), ("program", "x"), ("edition", "2023")], &editions).unwrap_err();
    assert_eq!(refused.place, Place::Form { field: "program".to_owned() });
    let everything: Vec<_> = FORM.iter().map(|field| (field.path, "1")).collect();
    let known: Vec<_> =
        everything.into_iter().filter(|(path, _)| !matches!(*path, "program" | "edition")).collect();
    let all = [known, vec![("program", "platform"), ("edition", "2023")]].concat();
    let read = form(&all, &editions).unwrap();
    assert!(!read.remarks.iter().any(|remark| remark.text.contains("not a field")), "{:?}", read.remarks);
}

#[test]
fn what_is_too_much_is_refused_or_remarked() {
    let long = "x".repeat(limits::TEXT + 1);
    let read = with(&format!(r#","note":"{long}","{long}":1"#));
    assert_eq!(read.facts.note, None);
    assert!(read.remarks.iter().all(|remark| remark.field.len() + remark.text.len() < 500));
    let named = format!(r#"{{"organisation":{{"name":"{long}"}},"program":"platform","edition":"2023"}}"#);
    assert!(batch(&named).refused[0].why.contains("is a text of 65537 bytes"));
    let unknown: Vec<String> = (0..1000).map(|n| format!(r#","u{n}":0"#)).collect();
    assert_eq!(with(&unknown.concat()).remarks.len(), limits::REMARKS + 1);
    let many = "{},".repeat(limits::ITEMS);
    assert!(remarked(&with(&format!(r#","claims":[{many}{{}}]"#))).contains(&"claims"));
    let deep = format!("[{}", "[".repeat(1_000_000));
    assert!(matches!(read_as("file.json", &deep), Err(IntakeError::NotJson { .. })));
    let deep = format!("[{}{}]", "[".repeat(1_000_000), "]".repeat(1_000_000));
    assert!(batch(&deep).refused[0].why.contains("nested deeper"));
    let wide = format!(r#"{{"organisation":{{"name":"A"}},"x":"{}"}}"#, "y".repeat(limits::APPLICATION));
    assert!(batch(&wide).refused[0].why.contains("bytes"));
    let file = vec![b' '; limits::FILE + 1];
    assert_eq!(text::decode(&file), Err(IntakeError::TooLong));
}
