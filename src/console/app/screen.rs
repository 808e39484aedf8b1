//! The screens: which there are, and what each of them knows and does.

pub mod conflict;
pub mod handbook;
pub mod journal;
pub mod meeting;
pub mod queue;
pub mod register;
pub mod review;
pub mod today;

use super::command::Scope;
use super::cursor::Cursor;
use super::effect::Effect;
use super::model::Model;
use crate::rules::ids::words;

words!(
    /// One of the screens.
    Screen {
        /// What is due.
        Today = "today",
        /// All applications.
        Queue = "queue",
        /// One application.
        Review = "review",
        /// The council's meeting.
        Meeting = "meeting",
        /// What was granted.
        Register = "register",
        /// The edition's requirements.
        Handbook = "handbook",
        /// Who changed what, and when.
        Journal = "journal",
    }
);

impl Screen {
    /// The name in the header.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Today => "Today",
            Self::Queue => "Queue",
            Self::Review => "Review",
            Self::Meeting => "Meeting",
            Self::Register => "Register",
            Self::Handbook => "Handbook",
            Self::Journal => "Journal",
        }
    }

    /// The scope of its own keys.
    pub const fn scope(self) -> Scope {
        match self {
            Self::Today => Scope::Today,
            Self::Queue => Scope::Queue,
            Self::Review => Scope::Review,
            Self::Meeting => Scope::Meeting,
            Self::Register => Scope::Register,
            Self::Handbook => Scope::Handbook,
            Self::Journal => Scope::Journal,
        }
    }
}

/// What each screen knows.
#[derive(Clone, Debug, Default)]
pub struct Screens {
    /// What Today knows.
    pub today: today::Today,
    /// What Queue knows.
    pub queue: queue::Queue,
    /// What Review knows.
    pub review: review::Review,
    /// What Meeting knows.
    pub meeting: meeting::Meeting,
    /// What Register knows.
    pub register: register::Register,
    /// What Handbook knows.
    pub handbook: handbook::Handbook,
    /// What Journal knows.
    pub journal: journal::Journal,
}

/// The scopes of the screen in front, the nearest first; a screen with panes adds the focused one.
pub fn scopes(model: &Model) -> Vec<Scope> {
    let mut scopes = vec![model.screen.scope()];
    if model.screen == Screen::Review && model.screens.review.pane.lists_items() {
        scopes.insert(0, Scope::Evidence);
    }
    if model.screen == Screen::Meeting && model.screens.meeting.ballot().is_some() {
        scopes.insert(0, Scope::Ballot);
    }
    scopes
}

/// The edition that the screen in front is about: of the application under review, the one that is read, or the one in
/// use.
pub fn edition(model: &Model) -> &str {
    let screens = &model.screens;
    let shown = match model.screen {
        Screen::Review => screens.review.file.as_ref().map(|file| &file.application().edition),
        Screen::Handbook => screens.handbook.edition.as_ref(),
        _ => None,
    };
    shown.map_or(model.about.edition.as_str(), |edition| edition.as_str())
}

/// The list of the screen in front that has the focus.
pub fn cursor_mut(model: &mut Model) -> Option<&mut Cursor> {
    if let Some(present) = &mut model.present {
        return Some(&mut present.top);
    }
    let screens = &mut model.screens;
    Some(match model.screen {
        Screen::Today => &mut screens.today.cursor,
        Screen::Queue => &mut screens.queue.cursor,
        Screen::Review => screens.review.cursor_mut(),
        Screen::Meeting => screens.meeting.cursor_mut(),
        Screen::Register => &mut screens.register.cursor,
        Screen::Handbook => &mut screens.handbook.cursor,
        Screen::Journal => &mut screens.journal.cursor,
    })
}

/// Asks for what the screen in front shows: on entering it, and whenever the file has changed.
pub fn load(model: &mut Model) -> Vec<Effect> {
    if let Some(present) = &model.present {
        return present.read();
    }
    match model.screen {
        Screen::Today => today::load(model),
        Screen::Queue => queue::load(model),
        Screen::Review => review::load(model),
        Screen::Meeting => meeting::load(model),
        Screen::Register => register::load(model),
        Screen::Handbook => handbook::load(model),
        Screen::Journal => journal::load(model),
    }
}

/// The cursor of the screen in front has moved: a screen that follows it asks for more here.
pub fn moved(model: &mut Model) -> Vec<Effect> {
    if model.present.is_some() {
        return Vec::new();
    }
    match model.screen {
        Screen::Today => today::moved(model),
        Screen::Queue => queue::moved(model),
        Screen::Review => review::moved(model),
        Screen::Meeting => meeting::moved(model),
        Screen::Register => register::moved(model),
        Screen::Handbook => handbook::moved(model),
        Screen::Journal => journal::moved(model),
    }
}

/// Something else than a digit was pressed: the next one begins a new number.
pub fn number_ends(model: &mut Model) {
    model.screens.meeting.typed.clear();
}

/// Leaves the innermost thing open on the screen in front, such as a filter, if there is one.
pub fn leave(model: &mut Model) -> Option<Vec<Effect>> {
    match model.screen {
        Screen::Today => today::leave(model),
        Screen::Queue => queue::leave(model),
        Screen::Review => review::leave(model),
        Screen::Meeting => meeting::leave(model),
        Screen::Register => register::leave(model),
        Screen::Handbook => handbook::leave(model),
        Screen::Journal => journal::leave(model),
    }
}
