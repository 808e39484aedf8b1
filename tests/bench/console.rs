//! The console beside the bare list, on the same file in terminals of the same size.

use std::time::Duration;

use portable_pty::CommandBuilder;

use crate::{
    Size, bare,
    figures::{Report, bytes, median, ms, percentile},
    large::{ACTOR, Large},
    terminal::{Burst, Terminal},
};

const DOWN: &[u8] = b"\x1b[B";
const PAGE_DOWN: &[u8] = b"\x1b[6~";
const FLOOD: usize = 200;

/// A row of the queue that is on its first page in both programs.
const SHOWN: u64 = 30;

/// Text that is on Today once it is whole.
const TODAY: &str = "Next TAC meeting";

/// One of the two programs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    Docket,
    Bare,
}

const BOTH: [Which; 2] = [Which::Docket, Which::Bare];

/// What one program did, in all rounds.
#[derive(Default)]
struct Done {
    down: Vec<Burst>,
    page_down: Vec<Burst>,
    flood: Vec<Burst>,
    idle: Vec<(usize, Duration)>,
    memory: Vec<u32>,
}

fn command(docket: &Large, which: Which) -> CommandBuilder {
    let mut command = match which {
        Which::Docket => {
            let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_docket"));
            command.args(["--actor", ACTOR, "--file"]);
            command
        }
        Which::Bare => {
            let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
            command.arg(bare::FLAG);
            command
        }
    };
    command.arg(&docket.path);
    command.env_clear();
    command.env("HOME", &docket.folder);
    command.env("TERM", "xterm-256color");
    command.env("LANG", "C.UTF-8");
    command
}

/// Starts a program and brings it to its list.
fn list(docket: &Large, which: Which, shown: &str) -> (Terminal, Duration) {
    let typed: &[u8] = if which == Which::Docket { b"gq" } else { b"" };
    let mut terminal = Terminal::start(command(docket, which), typed);
    let took = terminal.first(shown);
    (terminal, took)
}

/// Prints all of it.
pub(crate) fn measure(docket: &Large, size: &Size, report: &mut Report) {
    Report::heading("the console in 200 x 50               docket        bare   ratio");
    first(docket, size, report);
    let [ours, bare] = BOTH.map(|_| Done::default()).map(std::cell::RefCell::new);
    for _ in 0..size.rounds {
        round(docket, Which::Docket, size, &mut ours.borrow_mut());
        round(docket, Which::Bare, size, &mut bare.borrow_mut());
    }
    say(&ours.into_inner(), &bare.into_inner(), report);
}

fn first(docket: &Large, size: &Size, report: &mut Report) {
    let shown = docket.organisation(SHOWN);
    let (mut today, mut queue, mut bare) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..size.starts {
        today.push(Terminal::start(command(docket, Which::Docket), b"").first(TODAY));
        queue.push(list(docket, Which::Docket, &shown).1);
        bare.push(list(docket, Which::Bare, &shown).1);
    }
    report.compare("first screen: Today", median(&today), median(&bare), 2.0);
    Report::beside("Today, then Queue typed ahead", &ms(median(&queue)), &ms(median(&bare)));
}

fn round(docket: &Large, which: Which, size: &Size, done: &mut Done) {
    let (mut terminal, _) = list(docket, which, &docket.organisation(SHOWN));
    done.down.extend((0..size.keys).map(|_| terminal.press(DOWN)));
    done.page_down.extend((0..size.keys).map(|_| terminal.press(PAGE_DOWN)));
    done.flood.push(terminal.press(&b"\x1b[A".repeat(FLOOD)));
    done.idle.push(terminal.idle(Duration::from_secs(size.idle)));
    done.memory.push(terminal.memory());
}

fn took(bursts: &[Burst], hundredths: usize) -> Duration {
    percentile(&bursts.iter().map(|burst| burst.took).collect::<Vec<_>>(), hundredths)
}

fn sent(bursts: &[Burst]) -> usize {
    median(&bursts.iter().map(|burst| burst.bytes).collect::<Vec<_>>())
}

fn frames(bursts: &[Burst]) -> usize {
    bursts.iter().map(|burst| burst.frames).max().unwrap()
}

fn say(ours: &Done, bare: &Done, report: &mut Report) {
    for (what, ours, bare) in
        [("down", &ours.down, &bare.down), ("page down", &ours.page_down, &bare.page_down)]
    {
        report.compare(&format!("{what}, p50"), took(ours, 50), took(bare, 50), 2.0);
        report.compare(&format!("{what}, p99"), took(ours, 99), took(bare, 99), 2.5);
        Report::beside(&format!("{what}, bytes"), &bytes(sent(ours)), &bytes(sent(bare)));
        Report::beside(&format!("{what}, frames at most"), &frames(ours).to_string(), "1");
    }
    report.compare("200 keys waiting", took(&ours.flood, 50), took(&bare.flood, 50), 2.0);
    Report::beside("200 keys waiting, bytes", &bytes(sent(&ours.flood)), &bytes(sent(&bare.flood)));
    let drawn = frames(&ours.flood);
    // One more where a busy terminal hands them over in two parts.
    let like_one = drawn <= frames(&ours.page_down).max(frames(&ours.down)) + 1;
    report.promise("200 keys are drawn as one: frames", &drawn.to_string(), like_one);
    let silent = ours.idle.iter().map(|(bytes, _)| *bytes).max().unwrap();
    report.promise("written while idle", &bytes(silent), silent == 0);
    let busy = |done: &Done| ms(done.idle.iter().map(|(_, busy)| *busy).max().unwrap());
    Report::beside("processor while idle", &busy(ours), &busy(bare));
    let memory = |done: &Done| median(&done.memory);
    report.weigh("memory", memory(ours), memory(bare), 4.0);
}
