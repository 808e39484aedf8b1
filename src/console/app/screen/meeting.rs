//! The council's meeting: planned, called to order, voted in, adjourned. What is shown is what the file has; what is
//! still on its way there is marked.

pub mod agenda;
pub mod ballot;
pub mod closing;
pub mod consent;
pub mod correct;
pub mod electronic;
pub mod in_full;
pub mod making;
pub mod matter;
pub mod minutes;
pub mod motion;
pub mod noting;
pub mod page;
pub mod room;
pub mod ruling;
pub mod seats;
pub mod session;
pub mod sight;
pub mod stand_in;
pub mod words;

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;

use super::Screen;
use crate::console::app::{cursor::Cursor, effect::Effect, model::Model};
use crate::{council::MeetingId, review::Ref};

pub use agenda::Draft;
pub use making::{Last, LastState, Waiting};
pub use matter::{Matter, Opening};
pub use page::{Page, Pane};
pub use sight::{Candidate, Council, Item, Known, MeetingReply, MeetingRequest, Row, Sight, Votable};

/// What the screen knows.
#[derive(Clone, Debug, Default)]
pub struct Meeting {
    /// The meeting that was asked for; without one, the open or the next one is shown.
    pub open: Option<MeetingId>,
    /// The list of meetings was read.
    pub read: bool,
    /// Every meeting, newest first.
    pub list: Vec<Known>,
    /// The chosen row of the list.
    pub cursor: Cursor,
    /// The meeting that is shown, as the file has it.
    pub sight: Option<Sight>,
    /// Which part of it is in front.
    pub page: Page,
    /// The chosen seat.
    pub seats: Cursor,
    /// The chosen row of the agenda.
    pub items: Cursor,
    /// The agenda being made.
    pub draft: Draft,
    /// Digits of a seat's number typed so far.
    pub typed: String,
    /// What was asked of the store and is not in the file yet, the oldest first.
    pub waiting: std::collections::VecDeque<Waiting>,
    /// The last key that did something.
    pub last: Option<Last>,
}

/// Asks for what the screen shows.
pub(super) fn load(model: &mut Model) -> Vec<Effect> {
    making::read(&model.screens.meeting)
}

/// The cursor has moved: everything about the meeting is here already.
pub(super) const fn moved(_model: &mut Model) -> Vec<Effect> {
    Vec::new()
}

/// Leaves the innermost thing that is open, if there is one.
pub(super) fn leave(model: &mut Model) -> Option<Vec<Effect>> {
    page::leave(&mut model.screens.meeting).then(Vec::new)
}

/// Takes in an answer.
pub(in crate::console::app) fn answered(model: &mut Model, reply: MeetingReply) -> Vec<Effect> {
    making::answered(model, reply)
}

/// Puts an application on the agenda of a meeting, and goes there.
pub fn enlist(model: &mut Model, meeting: MeetingId, reference: Ref) -> Vec<Effect> {
    let mut effects = open(model, meeting.clone());
    let what = format!("{reference} put on the agenda");
    effects.extend(making::send(model, what, MeetingRequest::Enlist { meeting, reference }));
    effects
}

/// Opens a meeting.
pub fn open(model: &mut Model, meeting: MeetingId) -> Vec<Effect> {
    page::show(&mut model.screens.meeting, meeting);
    model.go(Screen::Meeting)
}
