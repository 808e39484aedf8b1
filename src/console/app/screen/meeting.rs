//! The council's meeting.

use crate::console::app::screen::Screen;
use crate::console::app::{cursor::Cursor, effect::Effect, model::Model};
use crate::council::MeetingId;

/// What the screen knows.
#[derive(Clone, Debug, Default)]
pub struct Meeting {
    /// The meeting that was asked for; without one, the open or the next one is shown.
    pub open: Option<MeetingId>,
    /// The chosen row.
    pub cursor: Cursor,
}

/// What this screen asks the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeetingRequest {}

/// What the store answers this screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeetingReply {}

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
pub(in crate::console::app) const fn answered(_model: &mut Model, reply: MeetingReply) -> Vec<Effect> {
    match reply {}
}

/// Opens a meeting.
pub fn open(model: &mut Model, meeting: MeetingId) -> Vec<Effect> {
    model.screens.meeting.open = Some(meeting);
    model.go(Screen::Meeting)
}
