//! A program in a terminal, and the moment of every byte it writes. Silence is waited for and never counted.

use std::{
    io::{Read as _, Write},
    num::NonZeroU16,
    sync::mpsc::{self, Receiver, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

const COLUMNS: u16 = 200;
const ROWS: u16 = 50;

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// A program that has written nothing for so long has finished.
const QUIET: Duration = Duration::from_millis(40);

/// After so much silence whatever was typed is answered, on the slowest machine too.
const SETTLED: Duration = Duration::from_millis(500);

/// How a frame begins.
const FRAME: &[u8] = b"\x1b[?2026h";

/// A program in a terminal.
pub(crate) struct Terminal {
    output: Receiver<(Instant, Vec<u8>)>,
    input: Box<dyn Write + Send>,
    screen: vt100::Parser,
    child: Box<dyn Child + Send + Sync>,
    _master: Box<dyn MasterPty + Send>,
    started: Instant,
}

/// What a program wrote without a pause.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Burst {
    /// From what it answers to its last byte.
    pub(crate) took: Duration,
    pub(crate) bytes: usize,
    /// Frames that were begun; docket marks them.
    pub(crate) frames: usize,
}

impl Terminal {
    /// Starts `command` with `typed` waiting for it.
    pub(crate) fn start(command: CommandBuilder, typed: &[u8]) -> Self {
        let pair = native_pty_system()
            .openpty(PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 })
            .unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let mut input = pair.master.take_writer().unwrap();
        let (sender, output) = mpsc::channel();
        thread::spawn(move || {
            let mut bytes = [0; 1 << 13];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if sender.send((Instant::now(), bytes[..count].to_vec())).is_err() {
                    return;
                }
            }
        });
        input.write_all(typed).unwrap();
        let started = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        let number = |n| NonZeroU16::new(n).unwrap();
        let screen = vt100::Parser::new(number(ROWS), number(COLUMNS), 0);
        Self { output, input, screen, child, _master: pair.master, started }
    }

    /// From the start to the last byte of the first screen that shows `text`.
    pub(crate) fn first(&mut self, text: &str) -> Duration {
        let started = self.started;
        loop {
            let burst = self.burst(started);
            if self.screen.screen().contents().contains(text) {
                return burst.took;
            }
            assert!(started.elapsed() < PATIENCE, "no `{text}`:\n{}", self.screen.screen().contents());
        }
    }

    /// Types `bytes` in one write; what comes of it.
    pub(crate) fn press(&mut self, bytes: &[u8]) -> Burst {
        let pressed = Instant::now();
        self.input.write_all(bytes).unwrap();
        self.burst(pressed)
    }

    /// What is written from now until it is quiet.
    fn burst(&mut self, since: Instant) -> Burst {
        let mut last = since;
        let mut all = Vec::new();
        let mut patience = PATIENCE;
        loop {
            match self.output.recv_timeout(patience) {
                Ok((at, bytes)) => {
                    all.extend(bytes);
                    (last, patience) = (at, QUIET);
                }
                Err(RecvTimeoutError::Timeout) if !all.is_empty() => break,
                Err(why) => panic!("no answer ({why}):\n{}", self.screen.screen().contents()),
            }
        }
        self.screen.process(&all);
        let frames = all.windows(FRAME.len()).filter(|bytes| *bytes == FRAME).count();
        Burst { took: last - since, bytes: all.len(), frames }
    }

    /// Bytes written and processor time used while nothing is typed.
    pub(crate) fn idle(&mut self, pause: Duration) -> (usize, Duration) {
        // What is late still belongs to what was typed.
        while self.output.recv_timeout(SETTLED).is_ok() {}
        let (before, until) = (self.processor(), Instant::now() + pause);
        let mut bytes = 0;
        while let Ok((_, more)) = self.output.recv_timeout(until.saturating_duration_since(Instant::now())) {
            bytes += more.len();
        }
        (bytes, self.processor() - before)
    }

    /// Processor time used so far, to a hundredth of a second.
    fn processor(&self) -> Duration {
        let stat = self.proc("stat");
        let fields: Vec<&str> = stat.rsplit(") ").next().unwrap().split(' ').collect();
        let ticks: u64 = [11, 12].into_iter().map(|n: usize| fields[n].parse::<u64>().unwrap()).sum();
        Duration::from_millis(10 * ticks)
    }

    /// Memory in use, in kB.
    pub(crate) fn memory(&self) -> u32 {
        let status = self.proc("status");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.trim().trim_end_matches(" kB").parse().unwrap()
    }

    fn proc(&self, file: &str) -> String {
        let pid = self.child.process_id().unwrap();
        std::fs::read_to_string(format!("/proc/{pid}/{file}")).unwrap()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}
