//! Every crate that docket is built from has a licence that is on the list.

use std::{collections::BTreeSet, process::Command};

/// Licences that may be shipped with an Apache-2.0 program.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "WTFPL",
    "Zlib",
];

/// Whether an expression of `AND` and `OR` can be fulfilled from the list. A slash is an old way to write `OR`.
fn allowed(expression: &str) -> bool {
    let plain = expression.replace(['(', ')'], "");
    plain.split(" AND ").all(|part| {
        part.replace(" / ", "/").replace('/', " OR ").split(" OR ").any(|one| ALLOWED.contains(&one.trim()))
    })
}

#[test]
fn every_dependency_has_a_licence_on_the_list() {
    let host = host();
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--filter-platform", &host])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let used: BTreeSet<&str> = metadata["resolve"]["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|node| node["id"].as_str())
        .collect();
    let packages = metadata["packages"].as_array().unwrap();
    let wrong: Vec<String> = packages
        .iter()
        .filter(|package| package["id"].as_str().is_some_and(|id| used.contains(id)))
        .filter(|package| !package["license"].as_str().is_some_and(allowed))
        .map(|package| format!("{} {}: {}", package["name"], package["version"], package["license"]))
        .collect();
    assert!(wrong.is_empty(), "licences that are not on the list: {wrong:#?}");
    assert!(packages.len() < 320, "{} packages: is each one still needed?", packages.len());
}

/// The platform the tests run on, as the compiler names it.
fn host() -> String {
    let output = Command::new("rustc").arg("-vV").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().find_map(|line| line.strip_prefix("host: ")).unwrap().to_owned()
}

#[test]
fn a_licence_outside_the_list_is_found() {
    assert!(allowed("(MIT OR Apache-2.0) AND Unicode-3.0"));
    assert!(allowed("MIT/GPL-3.0"));
    assert!(!allowed("GPL-3.0"));
    assert!(!allowed("MIT AND GPL-3.0"));
}
