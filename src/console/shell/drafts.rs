//! Unfinished texts, a file each, so that a crash loses none.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

/// What the files of unfinished texts end in.
const SUFFIX: &str = ".draft";

/// The unfinished texts in `folder` by name; those that cannot be read are left where they are.
#[expect(clippy::disallowed_methods, reason = "the shell reads the drafts")]
pub(super) fn load(folder: &Path) -> BTreeMap<String, String> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let drafts = files.filter_map(|file| {
        let name = file.file_name();
        let name = decode(name.to_str()?.strip_suffix(SUFFIX)?)?;
        Some((name, fs::read_to_string(file.path()).ok()?))
    });
    drafts.collect()
}

/// Keeps `text` under `name`, or forgets it where there is none or it is empty.
pub(super) fn keep(folder: &Path, name: &str, text: Option<&str>) -> Result<(), String> {
    let file = folder.join(encode(name) + SUFFIX);
    if let Some(text) = text.filter(|text| !text.is_empty()) {
        return write(&file, text);
    }
    match fs::remove_file(&file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("{} cannot be removed: {error}", file.display()))
        }
        _ => Ok(()),
    }
}

/// Writes a private file whole: to another name first, then renamed. Makes its folder, private too.
pub(super) fn write(file: &Path, text: &str) -> Result<(), String> {
    let written = || -> std::io::Result<()> {
        if let Some(folder) = file.parent() {
            fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        }
        let beside = file.with_extension("part");
        let mut part =
            fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&beside)?;
        part.write_all(text.as_bytes())?;
        fs::rename(&beside, file)
    };
    written().map_err(|error| format!("{} cannot be written: {error}", file.display()))
}

/// A name as a file name: letters, digits, `-` and `_` stay, every other byte becomes `%` and two digits.
fn encode(name: &str) -> String {
    let mut text = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_' {
            text.push(char::from(byte));
        } else {
            _ = write!(text, "%{byte:02x}");
        }
    }
    text
}

/// The name that was encoded as `text`.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_comes_back_under_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let drafts = folder.path().join("state/drafts");
        keep(&drafts, "2026-0007 PLT/../text \u{e4}", Some("so far")).unwrap();
        let loaded = load(&drafts);
        assert_eq!(loaded.get("2026-0007 PLT/../text \u{e4}").map(String::as_str), Some("so far"));
        keep(&drafts, "2026-0007 PLT/../text \u{e4}", None).unwrap();
        keep(&drafts, "never there", None).unwrap();
        assert!(load(&drafts).is_empty());
    }
}
