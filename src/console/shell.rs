//! The console's edge: the terminal, the threads and everything else outside the model.

mod clipboard;
mod clock;
mod drafts;
mod editor;
mod guard;
mod input;
mod link;
mod looper;
mod options;
mod outside;
mod panic;
mod signals;
mod store;

use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::sync::mpsc;

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

use super::app::overlay::Text;
use super::app::{Keymap, Mark, Message, Model, Reply, Request};
use super::view::{Look, LookError};

pub use looper::{Looper, World};
pub use options::Options;

/// Why the console could not start or go on.
#[derive(Debug, thiserror::Error)]
pub enum ConsoleError {
    /// Standard input or output is no terminal.
    #[error("the console needs a terminal; `docket --help` lists the commands that work without one")]
    NoTerminal,
    /// The terminal could not be used.
    #[error("the terminal cannot be used: {0}")]
    Terminal(#[from] io::Error),
    /// Colours or symbols could not be read.
    #[error(transparent)]
    Look(#[from] LookError),
    /// A thread has died.
    #[error("{0}")]
    Failed(String),
    /// The console was left before the store had answered, and the answer was no.
    #[error("the last change was not made: {0}")]
    NotMade(String),
}

impl ConsoleError {
    /// The exit status of the program.
    pub const fn exit_status(&self) -> u8 {
        match self {
            Self::NoTerminal => 2,
            _ => 1,
        }
    }
}

/// A console that is ready but for its docket and its terminal. To make one takes about as long as to open a docket, and
/// neither needs the other.
#[derive(Debug)]
pub struct Console {
    model: Model,
    look: Look,
}

impl Console {
    /// Reads keymap, colours and symbols; what is wrong in the person's keymap is shown first.
    ///
    /// # Errors
    /// The colours or the symbols cannot be read.
    pub fn new(options: Options) -> Result<Self, ConsoleError> {
        let look = Look::new(&options.settings)?;
        Ok(Self { model: first_model(options), look })
    }

    /// Runs on the terminal until it is left; gives back the exit status. `handler` is the store: it answers requests
    /// on a thread of its own. Unfinished texts lie in the folder `drafts`, made if missing.
    ///
    /// # Errors
    /// There is no terminal, it cannot be used, or a thread has died. The terminal is restored before this returns.
    pub fn run(
        mut self,
        mark: Option<Mark>,
        drafts: PathBuf,
        handler: impl FnMut(Request) -> Reply + Send + 'static,
    ) -> Result<u8, ConsoleError> {
        has_terminal()?;
        self.model.about.mark = mark;
        self.model.drafts = drafts::load(&drafts);
        let (sender, inbox) = mpsc::channel();
        panic::install(&sender);
        let continued = signals::watch(&sender)?;
        let store = store::Store::start(handler, sender.clone())?;
        let gate = input::start(sender.clone())?;
        let world = outside::Outside::new(store, gate, sender, continued, drafts);
        let terminal = Terminal::new(CrosstermBackend::new(io::stdout()))?;
        let mut looper = Looper::new(terminal, self.model, self.look, world);
        // The store looks for the answers while the terminal is taken over.
        looper.ask_first()?;
        let guard = guard::Guard::enter()?;
        let ended = looper.run(&inbox);
        drop(guard);
        looper.into_world().finish();
        ended.and_then(|status| not_made(&inbox).map_or(Ok(status), Err))
    }
}

/// Whether there is a terminal to run on; asked before a docket is made for nothing.
///
/// # Errors
/// Standard input or output is no terminal.
pub fn has_terminal() -> Result<(), ConsoleError> {
    let both = io::stdin().is_terminal() && io::stdout().is_terminal();
    both.then_some(()).ok_or(ConsoleError::NoTerminal)
}

/// The model to begin with.
fn first_model(options: Options) -> Model {
    let (keymap, problems) = Keymap::load(options.keymap.as_deref());
    let mut model = Model::new(options.about, keymap, options.settings);
    model.overlays = options.first;
    model.present = options.present;
    if !problems.is_empty() {
        let mut lines = vec![format!("In {}:", model.about.keymap_file)];
        lines.extend(problems.iter().map(ToString::to_string));
        model.open(Text::new("Some of your keys were left out", lines));
    }
    model
}

/// A refusal that came in after the last key.
fn not_made(inbox: &mpsc::Receiver<Message>) -> Option<ConsoleError> {
    inbox.try_iter().find_map(|message| match message {
        Message::Answer(reply) => reply.not_made().map(ConsoleError::NotMade),
        _ => None,
    })
}
