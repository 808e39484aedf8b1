//! How fast docket is beside a bare list: `cargo bench`. Figures are medians of runs that alternate; a goal that is
//! missed is said and does not fail the run. Without `--bench` (as `cargo test` starts it), or with `--quick`, all of it
//! runs once on a small docket, and what does not depend on the machine must hold.
#![expect(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unchecked_time_subtraction,
    clippy::unwrap_used,
    reason = "a bench works with clocks and files, prints, and may give up"
)]

mod bare;
mod console;
mod figures;
mod large;
mod micro;
mod terminal;

use std::{env, path::Path};

use figures::Report;

/// How much is done.
struct Size {
    /// Applications in the docket.
    applications: usize,
    /// Starts of each program.
    starts: usize,
    /// Times that each program is pressed keys.
    rounds: usize,
    /// Keys of each kind a round.
    keys: usize,
    /// Seconds of silence.
    idle: u64,
    /// Commits a round.
    commits: usize,
}

const FULL: Size = Size { applications: 10_000, starts: 11, rounds: 3, keys: 60, idle: 5, commits: 60 };
const QUICK: Size = Size { applications: 120, starts: 1, rounds: 1, keys: 3, idle: 1, commits: 3 };

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let has = |name: &str| arguments.iter().any(|argument| argument == name);
    if let [flag, file] = arguments.as_slice()
        && flag == bare::FLAG
    {
        return bare::run(Path::new(file));
    }
    let full = has("--bench") && !has("--quick");
    let size = if full { FULL } else { QUICK };
    let only = arguments.iter().find(|argument| !argument.starts_with('-'));
    let wanted = |part: &str| only.is_none_or(|only| only == part);
    let mut report = Report::new(full);
    let folder = tempfile::tempdir().unwrap();
    let docket = large::make(folder.path(), size.applications);
    println!("a docket of {}", docket.about());
    if wanted("console") {
        console::measure(&docket, &size, &mut report);
    }
    if wanted("store") {
        micro::measure(&docket, &size, &mut report);
    }
    report.end();
}
