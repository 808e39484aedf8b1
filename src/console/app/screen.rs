//! The screens: which there are, and what each of them knows and does.

pub mod handbook;
pub mod journal;
pub mod meeting;
pub mod queue;
pub mod register;
pub mod review;
pub mod today;

use super::command::Scope;
use super::cursor::Cursor;
use super::effect::{Effect, Reply};
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
    vec![model.screen.scope()]
}

/// The list of the screen in front that has the focus.
pub fn cursor_mut(model: &mut Model) -> Option<&mut Cursor> {
    let screens = &mut model.screens;
    Some(match model.screen {
        Screen::Today => &mut screens.today.cursor,
        Screen::Queue => &mut screens.queue.cursor,
        Screen::Review => &mut screens.review.cursor,
        Screen::Meeting => &mut screens.meeting.cursor,
        Screen::Register => &mut screens.register.cursor,
        Screen::Handbook => &mut screens.handbook.cursor,
        Screen::Journal => &mut screens.journal.cursor,
    })
}

/// Asks for what the screen in front shows: on entering it, and whenever the file has changed.
pub fn load(_model: &mut Model) -> Vec<Effect> {
    Vec::new()
}

/// The cursor of the screen in front has moved: a screen that follows it asks for more here.
pub fn moved(_model: &mut Model) -> Vec<Effect> {
    Vec::new()
}

/// Leaves the innermost thing open on the screen in front, such as a filter; false if there is none.
pub fn leave(_model: &mut Model) -> bool {
    false
}

/// Takes in an answer of the store that is meant for a screen.
pub fn answered(_model: &mut Model, _reply: Reply) -> Vec<Effect> {
    Vec::new()
}
