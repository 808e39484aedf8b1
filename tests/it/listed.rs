//! No test file is forgotten: each one in this folder is listed in `main.rs`.

use std::fs;

#[test]
fn every_file_is_listed() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it");
    let main = fs::read_to_string(format!("{folder}/main.rs")).unwrap();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let Some(name) = path.file_stem().and_then(|name| name.to_str()) else { continue };
        if path.extension().is_some_and(|ending| ending == "rs") && name != "main" {
            assert!(main.contains(&format!("mod {name};")), "{name}.rs is not listed in tests/it/main.rs");
        }
    }
}
