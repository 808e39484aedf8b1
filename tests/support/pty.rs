//! A real terminal for a program: keys in, a screen out, and how the program left it behind.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use docket::console::app::key::{self, Code, Key};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

/// How long anything may take before a test gives up.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long to wait for output before looking at a condition again that makes none.
const LOOK: Duration = Duration::from_millis(20);

/// What is written before each frame, and after it.
const FRAME_BEGINS: &[u8] = b"\x1b[?2026h";
const FRAME_ENDS: &[u8] = b"\x1b[?2026l";

/// A program in a terminal.
pub(crate) struct Pty {
    parser: vt100::Parser,
    output: Receiver<Vec<u8>>,
    raw: Vec<u8>,
    input: Box<dyn Write + Send>,
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    before: String,
}

impl Pty {
    /// Starts `command` in a terminal of `cols` by `rows`.
    pub(crate) fn spawn(command: CommandBuilder, cols: u16, rows: u16) -> Self {
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let before = line_settings(pair.master.as_ref());
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = mpsc::channel();
        thread::spawn(move || {
            let mut bytes = [0; 8192];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self {
            parser: vt100::Parser::new(NonZeroU16::new(rows).unwrap(), NonZeroU16::new(cols).unwrap(), 0),
            output,
            raw: Vec::new(),
            input: pair.master.take_writer().unwrap(),
            master: pair.master,
            child,
            before,
        }
    }

    /// Presses keys one after the other, such as `g q enter`.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        for key in key::sequence(keys).unwrap() {
            self.write(&bytes(key));
        }
        self
    }

    /// Sends bytes as they are.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> &mut Self {
        self.input.write_all(bytes).unwrap();
        self.input.flush().unwrap();
        self
    }

    /// Sends a signal to the program.
    pub(crate) fn signal(&mut self, signal: Signal) -> &mut Self {
        kill_process(self.pid(), signal).unwrap();
        self
    }

    fn pid(&self) -> Pid {
        Pid::from_raw(i32::try_from(self.child.process_id().unwrap()).unwrap()).unwrap()
    }

    /// Gives the terminal another size.
    pub(crate) fn resize(&mut self, cols: u16, rows: u16) -> &mut Self {
        self.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
        self.parser.screen_mut().set_size(NonZeroU16::new(rows).unwrap(), NonZeroU16::new(cols).unwrap());
        self
    }

    /// The text on the screen.
    pub(crate) fn screen(&self) -> String {
        self.parser.screen().contents()
    }

    /// Everything the program has written so far.
    pub(crate) fn raw(&self) -> &[u8] {
        &self.raw
    }

    /// How many frames were drawn so far.
    pub(crate) fn frames(&self) -> usize {
        self.raw.windows(FRAME_BEGINS.len()).filter(|bytes| *bytes == FRAME_BEGINS).count()
    }

    /// No frame is half drawn: what is on the screen can be read.
    fn whole(&self) -> bool {
        let mut marks = self.raw.windows(FRAME_BEGINS.len()).rev();
        let last = marks.find(|bytes| *bytes == FRAME_BEGINS || *bytes == FRAME_ENDS);
        last.is_none_or(|mark| mark == FRAME_ENDS)
    }

    /// The terminal as it is.
    pub(crate) fn terminal(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// Waits until `text` is on the screen.
    #[track_caller]
    pub(crate) fn wait_for(&mut self, text: &str) -> &mut Self {
        self.wait_until(&format!("`{text}` on the screen"), |pty| pty.screen().contains(text))
    }

    /// Waits until `text` is gone from the screen.
    #[track_caller]
    pub(crate) fn wait_gone(&mut self, text: &str) -> &mut Self {
        self.wait_until(&format!("no `{text}` on the screen"), |pty| !pty.screen().contains(text))
    }

    /// Waits until the program is stopped, as by a signal.
    #[track_caller]
    pub(crate) fn wait_stopped(&mut self) -> &mut Self {
        self.wait_until("a stopped program", |pty| pty.state() == Some('T'))
    }

    /// Waits until the program is stopped and the terminal is as it was found. What a program wrote before it was
    /// stopped may come in only after it is.
    #[track_caller]
    pub(crate) fn wait_given_back(&mut self) -> &mut Self {
        self.wait_stopped().wait_until("a restored terminal", |pty| pty.left_behind().is_none())
    }

    /// The program's state as the system knows it: `R`, `S`, `T` ...
    fn state(&self) -> Option<char> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.pid().as_raw_nonzero())).ok()?;
        stat.rsplit(") ").next()?.chars().next()
    }

    /// Waits until `done`; `what` says for what.
    #[track_caller]
    pub(crate) fn wait_until(&mut self, what: &str, done: impl Fn(&Self) -> bool) -> &mut Self {
        let deadline = Instant::now() + PATIENCE;
        while !(self.whole() && done(self)) {
            assert!(Instant::now() < deadline, "waited in vain for {what}:\n{}", self.screen());
            self.take(LOOK);
        }
        self
    }

    /// Takes in what was written; false once there will be no more.
    fn take(&mut self, wait: Duration) -> bool {
        match self.output.recv_timeout(wait) {
            Ok(bytes) => {
                self.parser.process(&bytes);
                self.raw.extend(bytes);
                true
            }
            Err(RecvTimeoutError::Timeout) => true,
            Err(RecvTimeoutError::Disconnected) => false,
        }
    }

    /// Takes in what is written for so long.
    pub(crate) fn listen(&mut self, long: Duration) -> &mut Self {
        let deadline = Instant::now() + long;
        while Instant::now() < deadline && self.take(deadline.saturating_duration_since(Instant::now())) {}
        self
    }

    /// Nothing is written for `quiet`.
    pub(crate) fn writes_nothing_for(&mut self, quiet: Duration) -> bool {
        let written = self.raw.len();
        let deadline = Instant::now() + quiet;
        while Instant::now() < deadline && self.raw.len() == written {
            self.take(LOOK);
        }
        self.raw.len() == written
    }

    /// Waits for the program to end; gives back its exit status.
    #[track_caller]
    pub(crate) fn wait_end(&mut self) -> u32 {
        let deadline = Instant::now() + PATIENCE;
        while self.take(LOOK) {
            assert!(Instant::now() < deadline, "the program does not end:\n{}", self.screen());
        }
        self.child.wait().unwrap().exit_code()
    }

    /// The terminal is as the program found it.
    #[track_caller]
    pub(crate) fn assert_restored(&self) {
        assert_eq!(self.left_behind(), None);
    }

    /// What of the terminal is not as the program found it.
    fn left_behind(&self) -> Option<&'static str> {
        let screen = self.terminal();
        let checks = [
            (screen.alternate_screen(), "the alternate screen was left on"),
            (screen.hide_cursor(), "the cursor was left hidden"),
            (screen.bracketed_paste(), "bracketed paste was left on"),
            (screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None, "the mouse was left on"),
            (line_settings(self.master.as_ref()) != self.before, "the line settings are others"),
        ];
        checks.into_iter().find(|(left, _)| *left).map(|(_, what)| what)
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        _ = self.child.kill();
    }
}

/// How the terminal's line is set (echo, signals and so on).
fn line_settings(master: &dyn MasterPty) -> String {
    format!(
        "{:?}",
        master.get_termios().map(|settings| (
            settings.input_flags,
            settings.output_flags,
            settings.local_flags
        ))
    )
}

/// What a terminal sends for a key.
fn bytes(key: Key) -> Vec<u8> {
    let mut bytes = match key.code {
        Code::Char(c) if key.ctrl => vec![c as u8 & 0x1f],
        Code::Char(c) => c.to_string().into_bytes(),
        Code::Enter => vec![b'\r'],
        Code::Esc => vec![0x1b],
        Code::Tab if key.shift => b"\x1b[Z".to_vec(),
        Code::Tab => vec![b'\t'],
        Code::Backspace => vec![0x7f],
        Code::Up => b"\x1b[A".to_vec(),
        Code::Down => b"\x1b[B".to_vec(),
        Code::Right => b"\x1b[C".to_vec(),
        Code::Left => b"\x1b[D".to_vec(),
        _ => panic!("no bytes are known for {key}"),
    };
    if key.alt {
        bytes.insert(0, 0x1b);
    }
    bytes
}
