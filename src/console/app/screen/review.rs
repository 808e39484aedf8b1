//! One application under review.

use crate::console::app::screen::Screen;
use crate::console::app::{cursor::Cursor, effect::Effect, model::Model};
use crate::review::Ref;

/// What the screen knows.
#[derive(Clone, Debug, Default)]
pub struct Review {
    /// The application that is open.
    pub open: Option<Ref>,
    /// The chosen row.
    pub cursor: Cursor,
}

/// What this screen asks the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewRequest {}

/// What the store answers this screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewReply {}

/// Asks for what the screen shows.
pub(super) const fn load(_model: &mut Model) -> Vec<Effect> {
    Vec::new()
}

/// The cursor has moved.
pub(super) const fn moved(_model: &mut Model) -> Vec<Effect> {
    Vec::new()
}

/// Leaves the innermost thing that is open, if there is one.
pub(super) const fn leave(_model: &mut Model) -> Option<Vec<Effect>> {
    None
}

/// Takes in an answer.
pub(in crate::console::app) const fn answered(_model: &mut Model, reply: ReviewReply) -> Vec<Effect> {
    match reply {}
}

/// Opens an application.
pub fn open(model: &mut Model, application: Ref) -> Vec<Effect> {
    model.screens.review.open = Some(application);
    model.go(Screen::Review)
}
