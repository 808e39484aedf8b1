//! A disk that takes no more, and files that nobody may write: the change is refused with a plain message, and what was
//! there before is there after.

use std::{
    path::Path,
    process::{Command, Output, Stdio},
};

use serde_json::json;

use crate::{
    files::contents,
    place::Place,
    record::{in_folder, is_sound, lines},
};

/// Bytes of the blocks that `ulimit -f` counts.
const BLOCK: u64 = 512;

/// Runs `command` in a process whose files may not grow over so many blocks.
fn limited(command: &Command, blocks: u64) -> Output {
    let script = format!("ulimit -f {blocks}; trap '' XFSZ; exec \"$0\" \"$@\"");
    let mut shell = Command::new("/bin/sh");
    shell.arg("-c").arg(script).arg(command.get_program()).args(command.get_args()).env_clear();
    shell.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    shell.stdin(Stdio::null()).output().unwrap()
}

/// So many applications, one a line.
fn applications(many: u32) -> String {
    let one = |n| {
        let note = "words ".repeat(60);
        json!({ "ref": format!("N-{n}"), "program": "platform", "edition": "2023",
            "organisation": { "name": format!("Firm {n}") }, "note": note })
    };
    let lines: Vec<String> = (0..many).map(|n| one(n).to_string()).collect();
    lines.join("\n")
}

#[test]
fn a_full_disk_refuses_the_whole_change_and_loses_nothing() {
    let place = Place::new();
    let path = in_folder(&place.path(""));
    let before = lines(&path);
    let file = place.file("many.jsonl", applications(200));
    let size = std::fs::metadata(&path).unwrap().len() / BLOCK;
    let mut refusals = 0;
    // Less than the docket, exactly it, and more and more of what the change needs.
    for blocks in [size / 2, size, size + 8, size + 64, size + 160, size + 320] {
        let mut import = place.command();
        import.args(["--file", path.to_str().unwrap(), "import", &file]);
        let output = limited(&import, blocks);
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        is_sound(&path);
        if output.status.success() {
            break;
        }
        refusals += 1;
        assert_eq!(output.status.code(), Some(3), "{blocks}: {output:?}");
        assert!(message.contains(path.to_str().unwrap()), "{blocks}: {message}");
        assert!(message.contains("nothing was changed"), "{blocks}: {message}");
        assert_eq!(lines(&path), before, "{blocks}: a part of the change was made");
        let mut list = place.command();
        list.args(["--file", path.to_str().unwrap(), "list"]);
        assert!(limited(&list, blocks).status.success(), "{blocks}: reading goes on");
    }
    assert!(refusals >= 4, "the limits were too wide to prove anything: {refusals} refused");
    assert!(place.run(&["--file", path.to_str().unwrap(), "import", &file]).status.success(), "room again");
    assert!(lines(&path).len() >= before.len() + 200);
    is_sound(&path);
}

#[test]
fn a_docket_for_which_there_is_no_room_leaves_no_file_behind() {
    let place = Place::new();
    let path = place.path("new.sqlite");
    let mut add = place.command();
    add.args([
        "--file",
        path.to_str().unwrap(),
        "seat",
        "add",
        "Ada Winter",
        "--employer",
        "Brightwater Retail",
    ]);
    for blocks in [0, 8, 64] {
        let output = limited(&add, blocks);
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(3), "{blocks}: {output:?}");
        assert!(message.contains(path.to_str().unwrap()), "{blocks}: {message}");
        assert!(!path.exists(), "{blocks}: an empty file is left");
        // A file that was there before stays, and is made a docket once there is room.
        std::fs::write(&path, "").unwrap();
        assert_eq!(limited(&add, blocks).status.code(), Some(3), "{blocks}");
        assert!(path.exists(), "{blocks}: somebody else's file is gone");
        std::fs::remove_file(&path).unwrap();
    }
    assert!(add.output().unwrap().status.success(), "room again");
    is_sound(&path);
}

/// A file that even root cannot write; it can be again at the end.
struct Immutable<'p>(&'p Path);

impl<'p> Immutable<'p> {
    /// Makes it so; `None` where this system has no way.
    fn make(path: &'p Path) -> Option<Self> {
        let changed = Command::new("chattr").arg("+i").arg(path).stderr(Stdio::null()).status();
        let immutable = changed.is_ok_and(|status| status.success());
        let guard = immutable.then_some(Self(path))?;
        std::fs::OpenOptions::new().append(true).open(path).is_err().then_some(guard)
    }
}

impl Drop for Immutable<'_> {
    fn drop(&mut self) {
        _ = Command::new("chattr").arg("-i").arg(self.0).status();
    }
}

#[test]
fn a_file_that_cannot_be_written_is_read_and_left_alone() {
    let place = Place::new();
    let path = in_folder(&place.path(""));
    let at = ["--file", path.to_str().unwrap()];
    let before = contents(&place);
    let Some(immutable) = Immutable::make(&path) else {
        println!("SKIPPED: no `chattr +i` here (it needs root and a file system that knows it)");
        return;
    };
    let message = place.fails(3, &[&at, &["note", "2026-0002", "a word"][..]].concat());
    assert!(message.contains("read-only") && message.contains(path.to_str().unwrap()), "{message}");
    assert!(place.run(&[&at, &["list"][..]].concat()).status.success(), "reading goes on");
    drop(immutable);
    assert_eq!(contents(&place), before);
    is_sound(&path);
}

#[test]
fn another_users_docket_is_read_and_left_alone() {
    let place = Place::new();
    let path = in_folder(&place.path(""));
    let at = ["--file", path.to_str().unwrap()];
    let mut note = place.command();
    note.args([&at, &["note", "2026-0002", "a word"][..]].concat());
    let Some(output) = as_nobody(&place, &note) else {
        println!("SKIPPED: no way to be another user here (it needs root and `setpriv`)");
        return;
    };
    let before = lines(&path);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(message.contains(path.to_str().unwrap()), "{message}");
    assert_eq!(lines(&path), before);
    is_sound(&path);
}

/// Runs `command` as a user without rights, who may read everything in `place`.
fn as_nobody(place: &Place, command: &Command) -> Option<Output> {
    if !rustix::process::geteuid().is_root() {
        return None;
    }
    let open = |path: &Path, mode: &str| Command::new("chmod").arg(mode).arg(path).status();
    _ = open(&place.path(""), "755");
    _ = open(&place.path("docket.sqlite"), "644");
    let reach = |program: &str| {
        let mut other = Command::new("setpriv");
        other.args(["--reuid", "65534", "--regid", "65534", "--clear-groups", program]);
        other
    };
    let can = reach("test").arg("-x").arg(command.get_program()).status();
    can.is_ok_and(|status| status.success()).then_some(())?;
    let mut other = reach(command.get_program().to_str()?);
    other.args(command.get_args()).env_clear().env("PATH", "/usr/bin:/bin");
    other.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    other.output().ok()
}
