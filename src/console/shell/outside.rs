//! The world outside the model, on a real terminal.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender};
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use rustix::process::{Signal, kill_current_process_group};

use super::input::Gate;
use super::looper::World;
use super::store::Store;
use super::{clipboard, clock, drafts, editor, guard, link};
use crate::console::app::{Message, Request};

/// How long the system may take to stop the program.
const STOPPING: Duration = Duration::from_secs(1);

/// How long a frame waits for the answers it is to show: one turn of a screen that is drawn 60 times a second.
const SOON: Duration = Duration::from_millis(16);

/// The world outside the model, on a real terminal.
#[derive(Debug)]
pub(super) struct Outside {
    store: Store,
    gate: Gate,
    messages: Sender<Message>,
    continued: Receiver<()>,
    drafts: PathBuf,
    /// When the first question was asked that no frame has been drawn since.
    asked: Option<Instant>,
}

impl Outside {
    /// The world with its threads and folders.
    pub(super) const fn new(
        store: Store,
        gate: Gate,
        messages: Sender<Message>,
        continued: Receiver<()>,
        drafts: PathBuf,
    ) -> Self {
        Self { store, gate, messages, continued, drafts, asked: None }
    }

    /// Waits until the store has done everything it was asked.
    pub(super) fn finish(self) {
        self.store.finish();
    }
}

impl World for Outside {
    fn ask(&mut self, request: Request) {
        self.asked.get_or_insert_with(clock::moment);
        self.store.ask(request);
    }

    fn answered(&mut self) {
        self.store.answered();
    }

    fn patience(&self) -> Duration {
        match self.asked {
            Some(asked) if self.store.is_asked() => SOON.saturating_sub(clock::moment() - asked),
            _ => Duration::ZERO,
        }
    }

    fn today(&mut self) -> NaiveDate {
        clock::today()
    }

    fn open_link(&mut self, url: &str) -> Result<(), String> {
        link::open(url, &self.messages)
    }

    fn copy(&mut self, text: &str) -> Result<(), String> {
        clipboard::copy(text)
    }

    fn edit(&mut self, text: &str) -> Result<String, String> {
        self.gate.hold().map_err(|error| format!("the terminal cannot be handed over: {error}"))?;
        guard::leave();
        let edited = editor::edit(&self.drafts, text);
        let entered = guard::enter();
        self.gate.release();
        entered.map_err(|error| format!("the terminal did not come back: {error}"))?;
        edited
    }

    fn draft(&mut self, name: &str, text: Option<&str>) -> Result<(), String> {
        drafts::keep(&self.drafts, name, text)
    }

    fn suspend(&mut self) -> io::Result<()> {
        guard::leave();
        while self.continued.try_recv().is_ok() {}
        // The whole group, so that whoever started docket gets the shell back too.
        let stopped = kill_current_process_group(Signal::STOP);
        if stopped.is_ok() {
            // Another thread may take the signal; this one must not go on before the program is stopped and continued.
            _ = self.continued.recv_timeout(STOPPING);
        }
        guard::enter()?;
        Ok(stopped?)
    }

    fn frame(&mut self, begins: bool) -> io::Result<()> {
        let mut out = io::stdout();
        if begins {
            self.asked = None;
            return queue!(out, BeginSynchronizedUpdate);
        }
        queue!(out, EndSynchronizedUpdate)?;
        out.flush()
    }
}
