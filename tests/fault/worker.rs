//! A process that makes changes and says of each one when it is acknowledged. It is this very binary, started again with
//! one test chosen.

use std::{
    env,
    io::{BufRead as _, BufReader, Write as _},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
};

use docket::{
    council::{Position, Reason, SeatNo},
    record::Change,
    review::Ref,
    store::{Access, CommitError, Store, StoreEnv},
};

use crate::{
    dockets::{act_of, ballot_on, received},
    record::line,
};

const FILE: &str = "DOCKET_TEST_FILE";
const STATE: &str = "DOCKET_TEST_STATE";
const NAME: &str = "DOCKET_TEST_NAME";
const FROM: &str = "DOCKET_TEST_FROM";
const MOST: &str = "DOCKET_TEST_MOST";

/// What is said before a change that is acknowledged, and before one that is refused.
const MADE: &str = "made ";
const REFUSED: &str = "refused ";

/// A worker at work.
pub(crate) struct Worker {
    child: Child,
    output: BufReader<ChildStdout>,
}

/// What a worker says of a change.
#[derive(Debug)]
pub(crate) enum Said {
    Made(String),
    Refused(String),
}

impl Worker {
    /// Starts a worker on the docket at `file`, which makes changes number `from` to `from + most`.
    pub(crate) fn start(file: &Path, state: &Path, name: &str, from: usize, most: usize) -> Self {
        let mut child = Command::new(env::current_exe().unwrap())
            .args(["worker::works", "--exact", "--ignored", "--nocapture", "--test-threads=1"])
            .envs([(FILE, file), (STATE, state)])
            .envs([(NAME, name), (FROM, &from.to_string()), (MOST, &most.to_string())])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        Self { child, output }
    }

    /// What it says next; `None` once it says nothing more.
    pub(crate) fn says(&mut self) -> Option<Said> {
        loop {
            let mut text = String::new();
            // A line without an end was cut off with the process: it acknowledges nothing.
            if self.output.read_line(&mut text).unwrap() == 0 || !text.ends_with('\n') {
                return None;
            }
            let text = text.trim_end();
            if let Some(what) = text.strip_prefix(MADE) {
                return Some(Said::Made(what.to_owned()));
            }
            if let Some(why) = text.strip_prefix(REFUSED) {
                return Some(Said::Refused(why.to_owned()));
            }
        }
    }

    /// Kills it, as no process can prevent.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
    }

    /// Waits for its end; whether it ended well.
    pub(crate) fn ends_well(mut self) -> bool {
        self.child.wait().unwrap().success()
    }
}

/// A test that gives up leaves no worker behind.
impl Drop for Worker {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

#[test]
#[ignore = "it is started by the other tests, as a process of its own"]
fn works() {
    let text = |name: &str| env::var(name).unwrap();
    let (name, from, most) = (text(NAME), text(FROM).parse::<usize>().unwrap(), text(MOST).parse().unwrap());
    let env = StoreEnv::system(Some(PathBuf::from(text(STATE))));
    let mut store = Store::open(Path::new(&text(FILE)), Access::Write, env).unwrap();
    let mut out = std::io::stdout();
    for n in from..from.saturating_add(most) {
        let change = next(&store, &name, n);
        let said = line(&change);
        match store.commit(&act_of(&name, 0), vec![change]) {
            Ok(_) => writeln!(out, "\n{MADE}{said}").unwrap(),
            Err(error @ CommitError::Refused(_)) => {
                writeln!(out, "\n{REFUSED}{said}: {}", error.to_string().replace('\n', " ")).unwrap();
            }
            Err(error) => panic!("{error}"),
        }
        out.flush().unwrap();
    }
}

/// The change number `n`: an application, a vote or a note.
fn next(store: &Store, name: &str, n: usize) -> Change {
    match n % 3 {
        0 => received(&format!("{name}-{n}"), &format!("Firm {n} of {name}")),
        1 => {
            let seat = SeatNo(u32::try_from(n / 3 % 3 + 1).unwrap());
            let ballot = store.ballot(&ballot_on("2026-0001")).unwrap().unwrap();
            let was = ballot.positions.get(&seat).copied();
            let all = [Position::For, Position::Against, Position::Abstain];
            let others = all.into_iter().filter(|position| Some(*position) != was);
            let now = others.cycle().nth(n % 2);
            let why = was.map(|_| Reason::Changed);
            Change::Voted { ballot: ballot.id, seat, was, now, why }
        }
        _ => {
            let application = Ref::from("2026-0002");
            let notes = store.notes(&application).unwrap();
            let n = notes.last().map_or(1, |note| note.n + 1);
            Change::Noted { application, n, text: Some(format!("{name} was here")) }
        }
    }
}
