//! The loop: messages in, the model changed, effects done, one frame for everything that was waiting.

use std::collections::{BTreeMap, VecDeque};
use std::io;
use std::mem::ManuallyDrop;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use chrono::NaiveDate;
use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::layout::{Rect, Size};

use super::ConsoleError;
use crate::console::app::{Effect, Message, Model, Notice, Request, Settings, screen, update};
use crate::console::view::{self, Look};

/// What the loop needs from the outside; tests bring their own.
pub trait World {
    /// Hands a request to the store; the answer comes as a message.
    fn ask(&mut self, request: Request);
    /// An answer has come.
    fn answered(&mut self) {}
    /// How long the next frame may still wait for answers that are on their way; nothing where none is.
    fn patience(&self) -> Duration {
        Duration::ZERO
    }
    /// Today.
    fn today(&mut self) -> NaiveDate;
    /// Opens an address in the browser.
    fn open_link(&mut self, url: &str) -> Result<(), String>;
    /// Puts a text on the clipboard.
    fn copy(&mut self, text: &str) -> Result<(), String>;
    /// Lets the text be edited in the person's editor, which has the terminal meanwhile.
    fn edit(&mut self, text: &str) -> Result<String, String>;
    /// Keeps an unfinished text, or forgets it where there is none.
    fn draft(&mut self, name: &str, text: Option<&str>) -> Result<(), String>;
    /// Stops the program until the shell continues it.
    fn suspend(&mut self) -> io::Result<()>;
    /// A frame is about to be drawn, or has been.
    fn frame(&mut self, begins: bool) -> io::Result<()>;
}

/// The loop with all it works on.
#[derive(Debug)]
pub struct Looper<B: Backend, W: World> {
    /// Never dropped: the guard gives the terminal back, and ratatui's own way panics where the terminal is gone.
    terminal: ManuallyDrop<Terminal<B>>,
    model: Model,
    look: Look,
    looked_at: Settings,
    world: W,
    drafts: BTreeMap<String, Option<String>>,
    ended: Option<Result<u8, ConsoleError>>,
    /// A refusal that no frame has shown yet.
    unseen: Option<String>,
}

impl<B: Backend, W: World> Looper<B, W> {
    /// A loop that has not begun; `look` is that of the model's settings.
    pub fn new(terminal: Terminal<B>, model: Model, look: Look, world: W) -> Self {
        let looked_at = model.settings;
        let terminal = ManuallyDrop::new(terminal);
        Self { terminal, model, look, looked_at, world, drafts: BTreeMap::new(), ended: None, unseen: None }
    }

    /// The model as it is.
    pub const fn model(&self) -> &Model {
        &self.model
    }

    /// The terminal as it is.
    pub fn terminal(&self) -> &Terminal<B> {
        &self.terminal
    }

    /// The world as it is.
    pub const fn world(&self) -> &W {
        &self.world
    }

    /// The terminal, for what a test does to it.
    pub fn terminal_mut(&mut self) -> &mut Terminal<B> {
        &mut self.terminal
    }

    /// The world, for what a test does to it.
    pub const fn world_mut(&mut self) -> &mut W {
        &mut self.world
    }

    /// Ends the loop and gives its world back.
    pub fn into_world(self) -> W {
        self.world
    }

    /// Draws the first frame, then takes messages until the console is left; gives back the exit status. What the first
    /// frame shows has been asked for.
    ///
    /// # Errors
    /// The terminal cannot be used, or a thread has died.
    pub fn run(&mut self, inbox: &Receiver<Message>) -> Result<u8, ConsoleError> {
        self.repaint()?;
        self.take(VecDeque::new(), inbox)?;
        if let Some(ended) = self.drawn()? {
            return ended;
        }
        while let Ok(message) = inbox.recv() {
            if let Some(ended) = self.turn(message, inbox)? {
                return ended;
            }
        }
        Ok(0)
    }

    /// Asks for what the first frame shows, and draws it.
    ///
    /// # Errors
    /// The terminal cannot be used.
    pub fn begin(&mut self) -> Result<(), ConsoleError> {
        self.ask_first()?;
        self.draw()
    }

    /// Asks for what the first frame shows, and writes nothing: the terminal may not be ours yet.
    ///
    /// # Errors
    /// The terminal cannot say its size.
    pub fn ask_first(&mut self) -> Result<(), ConsoleError> {
        let Size { width, height } = self.terminal.size().map_err(terminal)?;
        self.model.size = (width, height);
        let effects = screen::load(&mut self.model);
        self.all(effects)
    }

    /// Takes `first` and everything that waits behind it, then draws once. Says how the console ended, if it did.
    ///
    /// # Errors
    /// The terminal cannot be used.
    pub fn turn(
        &mut self,
        first: Message,
        inbox: &Receiver<Message>,
    ) -> Result<Option<Result<u8, ConsoleError>>, ConsoleError> {
        let today = self.world.today();
        if today != self.model.about.today {
            self.update(Message::Day(today))?;
        }
        self.take(VecDeque::from([first]), inbox)?;
        self.drawn()
    }

    /// Takes what is `waiting` and everything behind it, with the answers that come soon: they belong in the same frame.
    fn take(
        &mut self,
        mut waiting: VecDeque<Message>,
        inbox: &Receiver<Message>,
    ) -> Result<(), ConsoleError> {
        while self.ended.is_none() {
            let next = waiting.pop_front().or_else(|| inbox.try_recv().ok());
            let Some(message) = next.or_else(|| inbox.recv_timeout(self.world.patience()).ok()) else {
                break;
            };
            match message {
                Message::Together(messages) => waiting.extend(messages),
                message => {
                    if let Message::Answer(reply) = &message {
                        self.world.answered();
                        self.unseen = reply.not_made().or(self.unseen.take());
                    }
                    self.update(message)?;
                }
            }
        }
        Ok(())
    }

    /// Draws what came of it, or says how the console ended.
    fn drawn(&mut self) -> Result<Option<Result<u8, ConsoleError>>, ConsoleError> {
        self.write_drafts();
        let Some(ended) = self.ended.take() else {
            self.draw()?;
            self.unseen = None;
            return Ok(None);
        };
        Ok(Some(
            ended.and_then(|status| {
                self.unseen.take().map_or(Ok(status), |why| Err(ConsoleError::NotMade(why)))
            }),
        ))
    }

    fn update(&mut self, message: Message) -> Result<(), ConsoleError> {
        let effects = update(&mut self.model, message);
        self.all(effects)
    }

    fn all(&mut self, effects: Vec<Effect>) -> Result<(), ConsoleError> {
        effects.into_iter().try_for_each(|effect| self.effect(effect))
    }

    fn effect(&mut self, effect: Effect) -> Result<(), ConsoleError> {
        match effect {
            Effect::Quit(status) => self.ended = Some(Ok(status)),
            Effect::Fail(why) => self.ended = Some(Err(ConsoleError::Failed(why))),
            Effect::Ask(request) => self.world.ask(request),
            Effect::OpenLink(url) => {
                let opened = self.world.open_link(&url);
                self.told(opened, || format!("Opened {url}"));
            }
            Effect::Copy(text) => {
                let copied = self.world.copy(&text);
                self.told(copied, || format!("Copied {} bytes.", text.len()));
            }
            Effect::Edit(text) => {
                let edited = self.world.edit(&text);
                self.repaint()?;
                self.update(Message::Edited(edited))?;
            }
            Effect::KeepDraft { name, text } => {
                self.drafts.insert(name, Some(text));
            }
            Effect::DropDraft(name) => {
                self.drafts.insert(name, None);
            }
            Effect::Suspend => {
                self.write_drafts();
                self.world.suspend()?;
                self.repaint()?;
            }
            Effect::Redraw => self.repaint()?,
        }
        Ok(())
    }

    /// Says how an effect went.
    fn told(&mut self, done: Result<(), String>, said: impl FnOnce() -> String) {
        let notice = done.map_or_else(Notice::trouble, |()| Notice::done(said()));
        self.model.say(notice);
    }

    /// Writes the unfinished texts that have changed, each once.
    fn write_drafts(&mut self) {
        for (name, text) in std::mem::take(&mut self.drafts) {
            if let Err(why) = self.world.draft(&name, text.as_deref()) {
                self.model.say(Notice::trouble(why));
            }
        }
    }

    /// Forgets what is on the terminal, so that the next frame draws all of it. Asks the terminal nothing.
    fn repaint(&mut self) -> Result<(), ConsoleError> {
        let Size { width, height } = self.terminal.size().map_err(terminal)?;
        self.model.size = (width, height);
        self.terminal.resize(Rect::new(0, 0, width, height)).map_err(terminal)
    }

    fn draw(&mut self) -> Result<(), ConsoleError> {
        if self.looked_at != self.model.settings {
            self.look = Look::new(&self.model.settings)?;
            self.looked_at = self.model.settings;
        }
        self.world.frame(true)?;
        let (model, look) = (&self.model, &self.look);
        self.terminal.draw(|frame| view::draw(model, look, frame)).map_err(terminal)?;
        Ok(self.world.frame(false)?)
    }
}

/// An error of any backend.
fn terminal(error: impl std::error::Error) -> ConsoleError {
    ConsoleError::Terminal(io::Error::other(error.to_string()))
}
