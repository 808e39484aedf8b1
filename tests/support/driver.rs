//! Drives the real loop of the console over a screen in memory, with a store of the test's own.

use std::sync::mpsc::{self, Receiver, Sender};

use chrono::NaiveDate;
use docket::console::app::{About, Keymap, Message, Model, Reply, Request, Settings, key};
use docket::console::shell::{Looper, World};
use docket::console::view::Look;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// What stands for the person's editor: it gives back the text, or says what went wrong.
type Editor = Box<dyn FnMut(&str) -> Result<String, String>>;

/// The world of a test: it notes what it was asked.
pub(crate) struct Noted {
    handler: Box<dyn FnMut(Request) -> Reply>,
    messages: Sender<Message>,
    editor: Editor,
    /// What was asked, in the order of asking: links, copies, drafts, suspensions.
    pub(crate) notes: Vec<String>,
    /// How many frames were drawn.
    pub(crate) frames: usize,
    /// What day it is.
    pub(crate) today: NaiveDate,
}

impl World for Noted {
    fn ask(&mut self, request: Request) {
        let echo = request == Request::Echo;
        let reply = if echo { Reply::Echo } else { (self.handler)(request) };
        if reply != Reply::Nothing {
            self.messages.send(Message::Answer(reply)).unwrap();
        }
    }

    fn today(&mut self) -> NaiveDate {
        self.today
    }

    fn open_link(&mut self, url: &str) -> Result<(), String> {
        self.notes.push(format!("open {url}"));
        Ok(())
    }

    fn copy(&mut self, text: &str) -> Result<(), String> {
        self.notes.push(format!("copy {text}"));
        Ok(())
    }

    fn edit(&mut self, text: &str) -> Result<String, String> {
        (self.editor)(text)
    }

    fn draft(&mut self, name: &str, text: Option<&str>) -> Result<(), String> {
        self.notes.push(text.map_or(format!("forget {name}"), |text| format!("keep {name}: {text}")));
        Ok(())
    }

    fn suspend(&mut self) -> std::io::Result<()> {
        self.notes.push("suspend".to_owned());
        Ok(())
    }

    fn frame(&mut self, begins: bool) -> std::io::Result<()> {
        self.frames += usize::from(begins);
        Ok(())
    }
}

/// The console as a person sees it: keys in, a screen out.
#[must_use = "a driver that nobody looks at proves nothing"]
pub(crate) struct Driver {
    looper: Looper<TestBackend, Noted>,
    messages: Sender<Message>,
    inbox: Receiver<Message>,
    ended: Option<Result<u8, String>>,
}

/// What the header says in tests.
pub(crate) fn about() -> About {
    About {
        file: "docket.sqlite".to_owned(),
        actor: "R. Reviewer".to_owned(),
        edition: "2023".to_owned(),
        today: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
        mark: None,
        keymap_file: "keymap.toml".to_owned(),
    }
}

impl Driver {
    /// A console of 100 by 30 over a store that answers with `handler`; the first frame is drawn.
    pub(crate) fn new(handler: impl FnMut(Request) -> Reply + 'static) -> Self {
        Self::with(Model::new(about(), Keymap::default(), Settings::default()), handler)
    }

    /// The same with a model of the test's own.
    pub(crate) fn with(model: Model, handler: impl FnMut(Request) -> Reply + 'static) -> Self {
        let (messages, inbox) = mpsc::channel();
        let world = Noted {
            handler: Box::new(handler),
            messages: messages.clone(),
            editor: Box::new(|_| Err("there is no editor in this test".to_owned())),
            notes: Vec::new(),
            frames: 0,
            today: model.about.today,
        };
        let terminal = Terminal::new(TestBackend::new(100, 30)).unwrap();
        let look = Look::new(&model.settings).unwrap();
        let mut looper = Looper::new(terminal, model, look, world);
        looper.begin().unwrap();
        let mut driver = Self { looper, messages, inbox, ended: None };
        driver.settle();
        driver
    }

    /// Gives the person an editor: it gets the text and gives back another, or says what went wrong.
    pub(crate) fn editor(&mut self, edit: impl FnMut(&str) -> Result<String, String> + 'static) -> &mut Self {
        self.looper.world_mut().editor = Box::new(edit);
        self
    }

    /// Gives the terminal another size.
    pub(crate) fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.looper.terminal_mut().backend_mut().resize(width, height);
        self.send(Message::Resize { width, height })
    }

    /// Asks the store whether somebody else has changed the file, as the store's thread does when nobody asks.
    pub(crate) fn watch(&mut self) -> &mut Self {
        self.looper.world_mut().ask(Request::Watch);
        self.settle();
        self
    }

    /// Another day begins.
    pub(crate) fn day(&mut self, today: NaiveDate) -> &mut Self {
        self.looper.world_mut().today = today;
        self
    }

    /// Presses keys one after the other, such as `j j enter`, waiting for the answers after each.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        for key in key::sequence(keys).unwrap() {
            self.send(Message::Key(key));
        }
        self
    }

    /// Types a text.
    pub(crate) fn type_text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.send(Message::Key(key::Key::char(c)));
        }
        self
    }

    /// Sends a message and waits for what follows from it.
    pub(crate) fn send(&mut self, message: Message) -> &mut Self {
        self.messages.send(message).unwrap();
        self.settle();
        self
    }

    /// Asks the store as the real console does between keys, and waits for what follows from it.
    pub(crate) fn ask(&mut self, request: Request) -> &mut Self {
        self.looper.world_mut().ask(request);
        self.settle();
        self
    }

    /// Sends many messages at once, as a held key does.
    pub(crate) fn send_all(&mut self, messages: impl IntoIterator<Item = Message>) -> &mut Self {
        for message in messages {
            self.messages.send(message).unwrap();
        }
        self.settle();
        self
    }

    fn settle(&mut self) {
        while let Ok(message) = self.inbox.try_recv() {
            assert!(self.ended.is_none(), "the console has ended already: {:?}", self.ended);
            let ended = self.looper.turn(message, &self.inbox).unwrap();
            self.ended = ended.map(|ended| ended.map_err(|error| error.to_string()));
        }
    }

    /// The text on the screen.
    pub(crate) fn screen(&self) -> String {
        self.looper.terminal().backend().to_string()
    }

    /// `text` is on the screen.
    #[track_caller]
    pub(crate) fn see(&mut self, text: &str) -> &mut Self {
        assert!(self.screen().contains(text), "`{text}` is not on the screen:\n{}", self.screen());
        self
    }

    /// `text` is not on the screen.
    #[track_caller]
    pub(crate) fn see_no(&mut self, text: &str) -> &mut Self {
        assert!(!self.screen().contains(text), "`{text}` is on the screen:\n{}", self.screen());
        self
    }

    /// How the console ended: the exit status or the error; none while it runs.
    pub(crate) fn ended(&self) -> Option<Result<u8, String>> {
        self.ended.clone()
    }

    /// What the world was asked, and how many frames were drawn.
    pub(crate) fn world(&self) -> &Noted {
        self.looper.world()
    }

    /// What the console knows.
    pub(crate) fn model(&self) -> &Model {
        self.looper.model()
    }
}
