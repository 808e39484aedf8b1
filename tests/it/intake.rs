//! Files of applications through the reader: the vendor profiles' oddities, broken files, arbitrary bytes.

use docket::{
    intake::{Batch, IntakeError, Mapping, Options, comparable, read, refused_rows},
    rules::{Edition, shipped},
};
use proptest::prelude::*;

const PROFILES: &str = include_str!("data/vendor-profiles.csv");

fn read_with(name: &str, bytes: &[u8], mapping: Option<&Mapping>) -> Result<Batch, IntakeError> {
    let editions: Vec<&Edition> = shipped::editions().collect();
    read(name, bytes, Options { editions: &editions, mapping })
}

fn profiles(bytes: &[u8]) -> Result<Batch, IntakeError> {
    read_with("profiles.csv", bytes, Some(&Mapping::shipped("vendor-profile").unwrap()))
}

fn refs(batch: &Batch) -> Vec<&str> {
    batch.submissions.iter().map(|submission| submission.reference.as_str()).collect()
}

#[test]
fn every_row_of_the_profiles_is_accounted_for() {
    let batch = profiles(PROFILES.as_bytes()).unwrap();
    assert_eq!(batch.refused, []);
    assert_eq!(
        refs(&batch),
        [
            "altamira-works-service-provider",
            "borealis-sons-co-service-provider",
            "borealis-sons-co-platform",
            "borealis-sons-co-training-partner",
            "delfin-solucoes-platform",
            "delfin-solucoes-service-provider",
            "delfin-solucoes-training-partner",
            "emmer-cloud-service-provider",
            "gable-tools-specialty-solution",
            "iris-platform",
        ]
    );
    let left: Vec<_> =
        batch.left_out.iter().map(|left| format!("{} {}: {}", left.place, left.name, left.why)).collect();
    assert_eq!(
        left,
        [
            "line 4 Cinder Ltd: neither a certified status nor a type, so nothing is asked for",
            "line 7 Foss Mills: types has only `Cloud Provider`: there is no certification for cloud providers",
            "line 9 Hazel\nConsulting: certified_status has only `FinOps Certified Wizard`: asks for no program known here",
        ]
    );
}

#[test]
fn what_a_profile_says_is_kept_and_what_it_says_oddly_is_remarked() {
    let batch = profiles(PROFILES.as_bytes()).unwrap();
    let remarks: Vec<Vec<&str>> = batch
        .submissions
        .iter()
        .map(|one| one.remarks.iter().map(|remark| remark.field.as_str()).collect())
        .collect();
    let size = "organisation.employees";
    assert_eq!(remarks[0], [size, "credentials.focp"]);
    assert_eq!(remarks[2], [size, "features.1.capabilities"]);
    assert_eq!(remarks[7], [size], "a cloud provider beside a program is no remark");
    assert_eq!(
        remarks[9],
        ["types", "organisation.membership.finops_foundation", "organisation.membership.since", size]
    );
    let platform = &batch.submissions[2];
    assert_eq!(platform.facts.evidence[0].requirement.as_str(), "PLT-E3-M2");
    assert_eq!(platform.facts.evidence[0].title.as_deref(), Some("#borealis"));
    assert_eq!(batch.submissions[1].facts.evidence, [], "a service provider needs no support channel");
    assert_eq!(platform.facts.working_groups[1].name, "Author of the “Optimisation \"Notes\"”");
    assert_eq!(platform.facts.features[0].url.as_deref(), Some("https://borealis.example/"));
    assert_eq!(platform.facts.features[0].capabilities.len(), 1);
    assert_eq!(batch.submissions[8].facts.evidence[0].requirement.as_str(), "SPS-E3-M2");
    assert!(batch.submissions[8].facts.features.is_empty());
    let original: serde_json::Value = serde_json::from_str(&batch.submissions[0].original).unwrap();
    assert_eq!(original["number_of_focp"], "50+");
    assert_eq!(original["clouds"], "AWS;Azure");
}

#[test]
fn a_cut_row_names_its_line_and_the_others_are_read() {
    let cut = PROFILES.find("profiles/emmer.md").unwrap() + 40;
    let batch = profiles(&PROFILES.as_bytes()[..cut]).unwrap();
    let refused: Vec<_> = batch.refused.iter().map(ToString::to_string).collect();
    assert_eq!(
        refused,
        ["line 6: 4 fields where the header has 12: is the row cut off, or a comma without quotes?"]
    );
    assert_eq!(batch.submissions.len(), 7);
    let in_quotes = PROFILES.find("Sons").unwrap();
    let batch = profiles(&PROFILES.as_bytes()[..in_quotes]).unwrap();
    assert!(batch.refused[0].to_string().starts_with("line 3: a quote is opened and never closed"));
}

#[test]
fn another_encoding_names_its_line() {
    let latin1: Vec<u8> = PROFILES.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    let error = profiles(&latin1).unwrap_err().to_string();
    assert!(error.starts_with("line 5: this is not UTF-8 text (it looks like Latin-1"), "{error}");
    for bytes in [
        PROFILES.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>(),
        std::iter::once(0xFEFF).chain(PROFILES.encode_utf16()).flat_map(u16::to_be_bytes).collect(),
    ] {
        let error = profiles(&bytes).unwrap_err().to_string();
        assert!(error.starts_with("line 1: this is not UTF-8 text (it looks like UTF-16)"), "{error}");
    }
}

#[test]
fn line_ends_and_a_byte_order_mark_change_nothing() {
    let lines = PROFILES.replace("Hazel\n", "Hazel ");
    let windows = format!("\u{FEFF}{}", lines.replace('\n', "\r\n"));
    let (one, other) = (profiles(lines.as_bytes()).unwrap(), profiles(windows.as_bytes()).unwrap());
    assert!(one == other, "lines: {:?} and {:?}", one.left_out, other.left_out);
}

#[test]
fn the_order_of_a_file_does_not_change_its_refs() {
    let mut lines: Vec<&str> = PROFILES.lines().collect();
    lines.retain(|line| !line.contains("Hazel") && !line.starts_with("Consulting"));
    let forward = profiles(lines.join("\n").as_bytes()).unwrap();
    lines[1..].reverse();
    let backward = profiles(lines.join("\n").as_bytes()).unwrap();
    let sorted = |batch: &Batch| {
        let mut refs: Vec<_> = refs(batch).into_iter().map(str::to_owned).collect();
        refs.sort_unstable();
        refs
    };
    assert_eq!(sorted(&forward), sorted(&backward));
}

#[test]
fn plain_csv_has_field_paths_for_headers() {
    let text = "ref,organisation.name,program,edition,organisation.employees,credentials.focp,linked,\
                organisation.membership.linux_foundation,features.1.name,features.1.capabilities,evidence.2.requirement,colour\n\
                A-1,Example AG,platform,2023,140,12,B-1;C-1,true,Alerts,Managing Anomalies; Forecasting,PLT-E3-O2,blue\n\
                ,Other AG,plat,2023,,,,,,,,\n,Third AG,platform,,,,,,,,,\n";
    let batch = read_with("a.csv", text.as_bytes(), None).unwrap();
    let one = &batch.submissions[0];
    assert_eq!(one.reference.as_str(), "A-1");
    assert_eq!(one.facts.organisation.employees, Some(140));
    assert_eq!(one.facts.organisation.membership.linux_foundation, Some(true));
    assert_eq!(one.facts.linked.len(), 2);
    assert_eq!(one.facts.features[0].capabilities.len(), 2);
    assert_eq!(one.facts.evidence[0].n, 2);
    assert_eq!(one.remarks.len(), 1);
    assert_eq!(one.remarks[0].field, "colour");
    let places: Vec<_> = batch.refused.iter().map(|refused| refused.place.to_string()).collect();
    assert_eq!(places, ["line 3, column program", "line 4, column edition"]);
}

#[test]
fn a_header_that_does_not_fit_says_what_is_missing() {
    let said = |text: &str, mapped: bool| {
        let error =
            if mapped { profiles(text.as_bytes()) } else { read_with("a.csv", text.as_bytes(), None) };
        error.unwrap_err().to_string()
    };
    assert!(said("name,types\nA,B\n", true).contains("no column capabilities, certified_status"));
    assert!(said("name,types\nA,B\n", false).contains("no column organisation.name, program, edition"));
    assert!(said("organisation.name;program;edition\nA;platform;2023\n", false).contains("parted by commas"));
    assert!(said("organisation.name,program,edition,program\n", false).contains("`program` stands twice"));
    assert!(said("organisation.name,program,edition,program.x\n", false).contains("contradict"));
    assert!(said(&"x,".repeat(1_001), false).contains("at most 1000"));
    assert!(said("organisation.name,program,edition,claims.999999999.count\n", false).contains("1 to 200"));
}

#[test]
fn a_mapping_of_ones_own_is_checked_as_it_is_read() {
    assert!(Mapping::shipped("none").unwrap_err().to_string().contains("shipped: vendor-profile"));
    let text = docket::intake::SHIPPED[0].1;
    let said =
        |from: &str, to: &str| Mapping::parse("mine.toml", &text.replace(from, to)).unwrap_err().to_string();
    assert!(said("feeds", "feedz").contains("feedz"));
    assert!(
        said("\"platform\"", "\"plattform\"").contains("line "),
        "{}",
        said("\"platform\"", "\"plattform\"")
    );
    assert!(said("organisation.name", "organisation.title").contains("no column feeds `organisation.name`"));
    let json = br#"{"organisation":{"name":"A"}}"#;
    let mapping = Mapping::shipped("vendor-profile").unwrap();
    assert!(matches!(read_with("a.json", json, Some(&mapping)), Err(IntakeError::MappingForJson)));
}

/// Text that is nearly an application file.
fn nearly_json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        Just("1e400".to_owned()),
        Just("-7".to_owned()),
        Just("\"2023\"".to_owned()),
        Just("\"platform\"".to_owned()),
        Just("\"\\ud800\"".to_owned()),
        Just("\"\\u0000\"".to_owned()),
        "\"[a-zé\u{202E} ]{0,6}\"",
        Just("tru".to_owned()),
    ];
    let key = prop_oneof![
        Just("organisation"),
        Just("name"),
        Just("program"),
        Just("edition"),
        Just("ref"),
        Just("claims"),
        Just("count"),
        Just("features"),
        Just("capabilities"),
        Just("credentials"),
        Just("focp"),
        Just("parent"),
        Just("holders"),
        Just("demo"),
        Just("live"),
        Just("linked"),
        Just("received"),
    ];
    leaf.prop_recursive(5, 60, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(|items| format!("[{}]", items.join(","))),
            prop::collection::vec((key.clone(), inner), 0..6).prop_map(|entries| {
                let pairs: Vec<_> = entries.iter().map(|(key, value)| format!("\"{key}\":{value}")).collect();
                format!("{{{}}}", pairs.join(","))
            }),
        ]
    })
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), name in "[a-z]\\.(json|jsonl|csv|txt)") {
        let _ = read_with(&name, &bytes, None);
        let _ = read_with(&name, &bytes, Some(&Mapping::shipped("vendor-profile").unwrap()));
    }

    #[test]
    fn arbitrary_text_never_panics(text in "[{}\\[\\]\",:;a-z0-9.\\\\\\r\\n#é\u{0}-]{0,200}", name in "[a-z]\\.(json|jsonl|csv|txt)") {
        let _ = read_with(&name, text.as_bytes(), None);
        let _ = Mapping::parse("m", &text);
        let _ = comparable(&text);
    }

    #[test]
    fn nearly_json_never_panics_and_is_accounted_for(text in nearly_json()) {
        if let Ok(batch) = read_with("a.json", text.as_bytes(), None) {
            let given = serde_json::from_str::<Vec<serde::de::IgnoredAny>>(&text).map_or(1, |items| items.len());
            // One application may be refused for several reasons.
            prop_assert_eq!(batch.submissions.len() + refused_rows(&batch.refused), given);
        }
        let with_start = format!(r#"{{"organisation":{{"name":"A"}},"program":"platform","edition":"2023","x":{text}}}"#);
        if let Ok(batch) = read_with("a.json", with_start.as_bytes(), None)
            && let Some(one) = batch.submissions.first()
        {
            prop_assert_eq!(comparable(&one.original), comparable(&comparable(&one.original)));
        }
    }

    #[test]
    fn arbitrary_cells_never_panic(cells in prop::collection::vec("[ -~é\u{202E}]{0,12}", 12)) {
        let header = PROFILES.lines().next().unwrap();
        let row: Vec<_> = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        let batch = profiles(format!("{header}\n{}\n", row.join(",")).as_bytes()).unwrap();
        prop_assert!(batch.submissions.len() + batch.left_out.len() + batch.refused.len() <= 4);
    }
}
