//! A vote without a meeting: until when it is open, and who has answered.

use super::page::Page;
use super::roll::Cell;
use super::{ballot, item, result};
use crate::console::app::screen::meeting::{Meeting, Sight, words};
use crate::console::view::Look;
use crate::council::{Ballot, standing};

/// What is voted on without a meeting, until when, and how many have answered.
pub(super) fn head(page: &mut Page<'_, '_>, sight: &Sight, ballot: &Ballot) {
    let theme = &page.look.theme;
    let (heading, strong, text, dim) = (theme.heading, theme.strong, theme.text, theme.dim);
    let state = item::state(ballot);
    let until = ballot.deadline.map(|at| words::day_and_time(at, sight.offset)).unwrap_or_default();
    if page.width() < 60 {
        let state = state.rsplit(", ").next().unwrap_or(state);
        page.ends((&ballot.id.to_string(), heading), (state, strong));
        let said = format!("{} of {} said", ballot.positions.len(), ballot.roster.len());
        return page.line(&format!("Until {until}: {said}"), text);
    }
    page.ends((&format!("Electronic ballot {}", ballot.id), heading), (state, strong));
    let opened = words::day_and_time(ballot.opened, sight.offset);
    page.line(&format!("Without a meeting. Opened {opened}; ends {until}."), text);
    if let Some(standing) = sight.standing(ballot).filter(|_| page.height() > 5) {
        page.line(&format!("{}.", words::answered(ballot, &standing)), strong);
    }
    if page.height() > 8 {
        page.line("All members decide: nobody has to be in a room, and no quorum is needed.", dim);
    }
}

/// The members, and what each has answered.
pub(super) fn cells(screen: &Meeting, look: &Look, sight: &Sight, ballot: &Ballot) -> Vec<Cell> {
    let roll = standing::roll(&sight.meeting, Some(ballot));
    let cell = |row| {
        if ballot.is_open() {
            ballot::cell(row, screen, &[], (false, ballot), look)
        } else {
            result::cell(row, ballot, look)
        }
    };
    roll.iter().map(cell).collect()
}
