//! One meeting: its room and its agenda side by side, or the one in front where there is no room for both.

use chrono::{DateTime, Utc};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;

use super::page::Page;
use super::roll::{self, Cell};
use super::{agenda, answers, last};
use crate::console::app::model::Model;
use crate::console::app::screen::meeting::{Meeting, Pane, Sight, minutes, session, words};
use crate::console::view::Look;
use crate::council::{Attendance, Matter, MeetingState, Ruled, Seat, ruling, standing};

/// The narrowest page with both parts on it.
const BOTH: u16 = 100;

/// Draws a meeting.
pub(super) fn draw(
    (model, look): (&Model, &Look),
    frame: &mut Frame<'_>,
    area: Rect,
    front: Pane,
    sight: &Sight,
) {
    let mut page = Page::new(look, frame, area);
    let foot = page.foot(1);
    page.gap(20);
    match sight.electronic() {
        Some(ballot) => answers::head(&mut page, sight, ballot),
        None => head(&mut page, sight),
    }
    page.gap(12);
    let (frame, rest) = page.rest();
    if rest.width >= BOTH {
        let [left, _, right] = rest.layout(&Layout::horizontal([
            Constraint::Fill(5),
            Constraint::Length(3),
            Constraint::Fill(4),
        ]));
        room(model, look, frame, left, front == Pane::Room);
        agenda::draw(model, look, frame, right, front == Pane::Agenda);
    } else if front == Pane::Room {
        room(model, look, frame, rest, true);
    } else {
        agenda::draw(model, look, frame, rest, true);
    }
    last::draw(model, look, frame, foot);
}

/// What the meeting is, and whether it can decide.
fn head(page: &mut Page<'_, '_>, sight: &Sight) {
    let (meeting, theme) = (&sight.meeting, &page.look.theme);
    let (heading, strong, dim) = (theme.heading, theme.strong, theme.dim);
    let state = session::state(meeting.state).to_uppercase();
    page.ends((&format!("Meeting of {}", meeting.id), heading), (&state, strong));
    let at = |at| words::time(at, sight.offset);
    let times = match (meeting.called.map(at), meeting.adjourned.map(at)) {
        (Some(called), None) => format!("Called to order {called}"),
        (Some(called), Some(adjourned)) => format!("Called to order {called}, adjourned {adjourned}"),
        (None, _) => "Not called to order yet".to_owned(),
    };
    let ruled = ruling::in_force(&sight.rulings, Matter::Reading)
        .filter(|ruling| meeting.reading.map(Ruled::Reading) == Some(ruling.now))
        .map(|ruling| format!(" (ruling {}, {})", ruling.n, ruling.chair))
        .unwrap_or_default();
    let reading = meeting.reading.map(|base| format!(", a majority of {} decides{ruled}", base.words()));
    if page.height() > 6 {
        page.line(&format!("{times}{}.", reading.unwrap_or_default()), dim);
    }
    if minutes::has_them(meeting) && page.height() > 5 {
        page.line(&minutes::became(meeting), strong);
    }
    if let Some(proof) = sight.proof.as_ref().filter(|_| page.height() > 5) {
        page.line(&format!("Fingerprint {proof}."), strong);
    }
    if meeting.state != MeetingState::Adjourned {
        let room = standing::room(&sight.rules, meeting);
        let style = if room.quorum.met { strong } else { page.look.theme.warn };
        let said = if page.width() < 60 { words::short_room(&room) } else { words::room(&room) };
        page.line(&said, style);
        let working = meeting.working(&sight.rules);
        if working.seats != working.members && page.height() > 8 {
            page.line(&working.to_string(), page.look.theme.dim);
        }
    }
}

/// The roll call.
fn room(model: &Model, look: &Look, frame: &mut Frame<'_>, area: Rect, focused: bool) {
    let screen = &model.screens.meeting;
    let Some(sight) = &screen.sight else { return };
    let mut page =
        Page::new(look, frame, Rect { x: area.x.saturating_sub(1), width: area.width + 2, ..area });
    if page.height() > 4 {
        let style = if focused { look.theme.heading } else { look.theme.dim };
        page.line(if sight.electronic().is_some() { "Answers" } else { "Roll call" }, style);
        page.gap(9);
    }
    let cells = match sight.electronic() {
        Some(ballot) => answers::cells(screen, look, sight, ballot),
        None => roll_call(screen, look, sight),
    };
    let (frame, rest) = page.rest();
    roll::draw(look, frame, rest, &cells, focused.then_some(screen.seats));
}

/// The members, and who of them is in the room.
fn roll_call(screen: &Meeting, look: &Look, sight: &Sight) -> Vec<Cell> {
    let cell = |seat: &Seat| {
        let waits = screen.waits_for(seat.n);
        let (said, style) =
            if waits { ("...".to_owned(), look.theme.dim) } else { attendance(sight, seat, look) };
        let mut cell = Cell::new(&sight.meeting.sitter(seat), said, style);
        if let Some(since) = uncounted(sight, seat) {
            let since = words::time(since, sight.offset);
            cell.below = format!("{}; in since {since}, does not count", cell.below);
        }
        if corrected(sight, seat) {
            cell.below = format!("{}; a time was corrected", cell.below);
        }
        cell
    };
    sight.meeting.members.iter().map(cell).collect()
}

/// Since when a stand-in is in the room who does not make the seat present.
fn uncounted(sight: &Sight, seat: &Seat) -> Option<DateTime<Utc>> {
    let stay = sight.meeting.stay(seat.n).filter(|_| !sight.meeting.is_present(seat.n));
    stay.map(|stay| stay.since)
}

/// Whether a time of this seat was corrected.
fn corrected(sight: &Sight, seat: &Seat) -> bool {
    sight.meeting.corrections.iter().any(|correction| correction.seat == seat.n)
}

/// Whether a seat is in the room, and since when; a time that was corrected says so.
fn attendance(sight: &Sight, seat: &Seat, look: &Look) -> (String, Style) {
    let mut stays = sight.meeting.attendance.iter().filter(|stay| stay.seat == seat.n);
    let time = |at| words::time(at, sight.offset);
    match (stays.next_back(), corrected(sight, seat)) {
        _ if uncounted(sight, seat).is_some() => ("in, no vote".to_owned(), look.theme.warn),
        (None, _) if sight.meeting.state == MeetingState::Planned => (String::new(), look.theme.dim),
        (None, true) => ("not in, corr.".to_owned(), look.theme.dim),
        (None, false) => ("not in".to_owned(), look.theme.dim),
        (Some(Attendance { since, left: None, .. }), true) => {
            (format!("IN {} corr.", time(*since)), look.theme.good)
        }
        (Some(Attendance { since, left: None, .. }), false) => {
            (format!("IN since {}", time(*since)), look.theme.good)
        }
        (Some(Attendance { left: Some(left), .. }), true) => {
            (format!("out {} corr", time(*left)), look.theme.warn)
        }
        (Some(Attendance { left: Some(left), .. }), false) => {
            (format!("left {}", time(*left)), look.theme.warn)
        }
    }
}
