//! Everything the console knows.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::ahead::{self, Ahead};
use super::command::Scope;
use super::cursor::{Cursor, Step};
use super::effect::Effect;
use super::key::Key;
use super::keymap::Keymap;
use super::notice::Notice;
use super::overlay::{self, Overlay};
use super::present::{self, Page, Present};
use super::screen::{self, Screen, Screens};
use super::seen::Seen;
use super::settings::Settings;
use crate::record::Role;
use crate::rules::ids::words;

/// Rows that the header, the footer and the borders take from a screen.
const CHROME: usize = 4;

words!(
    /// What sets a docket apart from the real one.
    Mark {
        /// The samples.
        Demo = "demo",
        /// A copy for rehearsing.
        Rehearsal = "rehearsal",
    }
);

/// What the header says about the docket in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The docket's file, as a person would name it.
    pub file: String,
    /// Who is at the console.
    pub actor: String,
    /// The edition in use.
    pub edition: String,
    /// Today.
    pub today: NaiveDate,
    /// What sets this docket apart.
    pub mark: Option<Mark>,
    /// Where the person's own keys are read from.
    pub keymap_file: String,
}

/// Everything the console knows.
#[derive(Clone, Debug)]
pub struct Model {
    /// The screen in front.
    pub screen: Screen,
    /// The screens before it, the latest last.
    pub back: Vec<Screen>,
    /// What each screen knows.
    pub screens: Screens,
    /// What lies over the screen, the topmost last.
    pub overlays: Vec<Overlay>,
    /// What the topmost of them rests on.
    pub seen: Seen,
    /// What just happened.
    pub notice: Option<Notice>,
    /// What the header says.
    pub about: About,
    /// Which keys do what.
    pub keymap: Keymap,
    /// How it looks.
    pub settings: Settings,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// The keys of an unfinished sequence, such as the first `g` of `g g`.
    pub pending: Vec<Key>,
    /// What was typed before what it is about was there.
    pub ahead: Ahead,
    /// The keys that ran the last command.
    pub keys: Vec<Key>,
    /// Unfinished texts by name.
    pub drafts: BTreeMap<String, String>,
    /// What was handed in and is not yet in the docket.
    pub handed_in: Option<Box<Overlay>>,
    /// The roles in which the person has acted in this session.
    pub roles: BTreeSet<Role>,
    /// ctrl-c was pressed once: the next one ends the console.
    pub ending: bool,
    /// The room's screen, in place of all others.
    pub present: Option<Present>,
}

impl Model {
    /// A console on its first screen, with nothing read yet.
    pub fn new(about: About, keymap: Keymap, settings: Settings) -> Self {
        Self {
            screen: Screen::Today,
            back: Vec::new(),
            screens: Screens::default(),
            overlays: Vec::new(),
            seen: Seen::default(),
            notice: None,
            about,
            keymap,
            settings,
            size: (80, 24),
            pending: Vec::new(),
            ahead: Ahead::default(),
            keys: Vec::new(),
            drafts: BTreeMap::new(),
            handed_in: None,
            roles: BTreeSet::new(),
            ending: false,
            present: None,
        }
    }

    /// The scopes whose keys work now, the nearest first.
    pub fn scopes(&self) -> Vec<Scope> {
        match self.overlays.last() {
            Some(overlay) => overlay.scopes(),
            None => self.screen_scopes(),
        }
    }

    /// The scopes of the screen in front, whatever lies over it.
    pub fn screen_scopes(&self) -> Vec<Scope> {
        if self.present.is_some() {
            let scrolls = self.present.as_ref().is_some_and(|present| present.page == Page::Motion);
            return if scrolls { vec![Scope::Present, Scope::Move] } else { vec![Scope::Present] };
        }
        let mut scopes = screen::scopes(self);
        scopes.extend([Scope::Move, Scope::Everywhere]);
        scopes
    }

    /// Rows of a list on the screen, for paging.
    pub fn page(&self) -> usize {
        usize::from(self.size.1).saturating_sub(CHROME)
    }

    /// The list that has the focus, if there is one.
    pub fn cursor_mut(&mut self) -> Option<&mut Cursor> {
        if self.overlays.is_empty() {
            return screen::cursor_mut(self);
        }
        self.overlays.last_mut().and_then(Overlay::cursor_mut)
    }

    /// Moves in the list that has the focus, and tells the screen.
    pub fn step(&mut self, step: Step) -> Vec<Effect> {
        let page = self.page();
        overlay::fit(self);
        present::fit(self);
        if let Some(cursor) = self.cursor_mut() {
            cursor.step(step, page);
        }
        if self.overlays.is_empty() { screen::moved(self) } else { Vec::new() }
    }

    /// Puts `overlay` over everything else.
    pub fn open(&mut self, overlay: impl Into<Overlay>) -> Vec<Effect> {
        let mut overlay = overlay.into();
        overlay.restore(&self.drafts);
        self.overlays.push(overlay);
        self.seen = Seen::now(self);
        Vec::new()
    }

    /// Goes to `screen` and reads what it shows.
    pub fn go(&mut self, screen: Screen) -> Vec<Effect> {
        self.overlays.clear();
        if screen != self.screen {
            self.back.retain(|earlier| *earlier != screen);
            self.back.push(self.screen);
            self.screen = screen;
        }
        let asked = screen::load(self);
        // The next key is about what will be there.
        ahead::until_answered(self, asked)
    }

    /// Says something in the notice line.
    pub fn say(&mut self, notice: Notice) -> Vec<Effect> {
        self.notice = Some(notice);
        Vec::new()
    }
}
