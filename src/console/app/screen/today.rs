//! What is due today.

use crate::console::app::{cursor::Cursor, effect::Effect, model::Model};

/// What the screen knows.
#[derive(Clone, Debug, Default)]
pub struct Today {
    /// The chosen row.
    pub cursor: Cursor,
}

/// What this screen asks the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TodayRequest {}

/// What the store answers this screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TodayReply {}

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
pub(in crate::console::app) const fn answered(_model: &mut Model, reply: TodayReply) -> Vec<Effect> {
    match reply {}
}
