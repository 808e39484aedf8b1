//! The parts of the screen, and the way between them.

use super::{Meeting, Row};
use crate::{
    console::app::cursor::Cursor,
    council::{Ballot, Meeting as Session, MeetingId, MeetingState, order},
};

/// Which part of the screen is in front.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// Every meeting.
    #[default]
    List,
    /// One meeting: its room and its agenda.
    Session(Pane),
    /// The agenda being made.
    Draft,
    /// The chosen item of the agenda, with its ballot.
    Item,
}

/// A part of the page of a meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The roll call.
    #[default]
    Room,
    /// The agenda.
    Agenda,
}

impl Pane {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Room => Self::Agenda,
            Self::Agenda => Self::Room,
        }
    }
}

impl Meeting {
    /// The chosen row of the agenda.
    pub fn row(&self) -> Option<Row<'_>> {
        self.sight.as_ref()?.rows().get(self.items.at()).copied()
    }

    /// The ballot in front.
    pub fn ballot(&self) -> Option<&Ballot> {
        if self.page == Page::Item { self.row()?.ballot } else { None }
    }

    /// The meeting in front is in session.
    pub fn in_session(&self) -> bool {
        self.state() == Some(MeetingState::Open)
    }

    /// How far the meeting in front has come; a vote without one is none.
    pub fn state(&self) -> Option<MeetingState> {
        let held = self.in_front().filter(|meeting| order::is_held(&meeting.id).is_ok());
        held.map(|meeting| meeting.state)
    }

    /// The meeting or the vote without one that is in front.
    pub fn in_front(&self) -> Option<&Session> {
        let shown = self.sight.as_ref().filter(|_| self.page != Page::List);
        shown.map(|sight| &sight.meeting)
    }

    /// The list that has the focus.
    pub const fn cursor_mut(&mut self) -> &mut Cursor {
        match self.page {
            Page::List => &mut self.cursor,
            Page::Session(Pane::Agenda) => &mut self.items,
            Page::Session(Pane::Room) | Page::Item => &mut self.seats,
            Page::Draft => &mut self.draft.cursor,
        }
    }

    /// The cursors stay inside what there is.
    pub(super) fn resize(&mut self) {
        self.cursor.resize(self.list.len());
        let (seats, items) = self.sight.as_ref().map_or((0, 0), |sight| {
            let roster = self.ballot().map_or(&sight.meeting.members, |ballot| &ballot.roster);
            (roster.len(), sight.rows().len())
        });
        self.seats.resize(seats);
        self.items.resize(items);
    }

    /// The item in front is that of the ballot that waits, if one does: a re-vote has a row of its own.
    pub(super) fn follow(&mut self) {
        let waits = |row: Row<'_>| row.ballot.is_some_and(|ballot| !ballot.is_declared());
        if self.row().is_some_and(waits) {
            return;
        }
        if let (Page::Item, Some(at)) = (self.page, self.undeclared()) {
            self.choose_item(at);
        }
    }

    /// The row of the ballot that waits to be declared, if one does.
    fn undeclared(&self) -> Option<usize> {
        let waits = |row: &Row<'_>| row.ballot.is_some_and(|ballot| !ballot.is_declared());
        self.sight.as_ref()?.rows().iter().position(waits)
    }

    /// The row of the ballot that waits to be declared, if it is one on the chosen item.
    pub fn undeclared_here(&self) -> Option<usize> {
        let at = self.undeclared()?;
        let waits = self.sight.as_ref()?.rows().get(at)?.reference;
        (waits.is_some() && self.row()?.reference == waits).then_some(at)
    }

    fn choose_item(&mut self, at: usize) {
        self.items.resize(at.saturating_add(1).max(self.items.len()));
        self.items.go(at);
    }

    /// Shows the item in row `at` with its ballot, and whose turn it is.
    pub(super) fn show_item(&mut self, at: usize) {
        self.page = Page::Item;
        self.choose_item(at);
        self.resize();
        self.call_first();
    }

    /// The page on which a meeting is met first: a ballot that waits to be declared is never out of sight.
    pub(super) fn front(&mut self) {
        let state = self.sight.as_ref().map(|sight| sight.meeting.state);
        self.page = match (state, self.undeclared()) {
            (None, _) => Page::List,
            (Some(MeetingState::Open), Some(at)) => return self.show_item(at),
            (Some(MeetingState::Open), None) => Page::Session(Pane::Room),
            (Some(MeetingState::Planned | MeetingState::Adjourned), _) => Page::Session(Pane::Agenda),
        };
    }
}

/// Shows another meeting; it is read on the next load.
pub(super) fn show(screen: &mut Meeting, meeting: MeetingId) {
    if screen.sight.as_ref().is_none_or(|sight| sight.meeting.id != meeting) {
        *screen = Meeting {
            list: std::mem::take(&mut screen.list),
            waiting: std::mem::take(&mut screen.waiting),
            last: screen.last.take(),
            ..Meeting::default()
        };
    }
    screen.open = Some(meeting);
    screen.front();
}

/// Leaves the innermost part; false where there is none.
pub(super) fn leave(screen: &mut Meeting) -> bool {
    if !screen.typed.is_empty() {
        screen.typed.clear();
        return true;
    }
    screen.page = match screen.page {
        Page::List => return false,
        Page::Session(_) => Page::List,
        Page::Draft | Page::Item => Page::Session(Pane::Agenda),
    };
    screen.resize();
    true
}
