//! An open ballot: the room, the tally so far, what is still needed, and the seats.

use ratatui::style::Style;

use super::page::Page;
use super::roll::{self, Cell};
use super::{agenda, item};
use crate::console::app::model::Model;
use crate::console::app::screen::meeting::{Meeting, Row, Sight, words};
use crate::console::view::Look;
use crate::council::conflict::Suggestion;
use crate::council::{Ballot, Prospect, RollRow, Silence, Standing, standing};

/// Draws the ballot.
pub(super) fn draw(page: &mut Page<'_, '_>, model: &Model, row: Row<'_>, sight: &Sight, open: &Ballot) {
    let screen = &model.screens.meeting;
    item::head(page, model, row, sight);
    let Some(standing) = sight.standing(open) else {
        return page.line("The positions of this ballot cannot be counted.", page.look.theme.bad);
    };
    if page.height() > 12 {
        page.rule();
    }
    figures(page, sight, open, &standing);
    let conflicts = row.conflicts(sight);
    let said = agenda::conflicts(row, sight);
    let one_line = page.height() < 18;
    if one_line && page.height() > 9 {
        for line in &said {
            page.line(&format!("! {line}"), page.look.theme.warn);
        }
    }
    page.gap(10);
    let turn = screen.turn();
    let look = page.look;
    let roll = standing::roll(&sight.meeting, Some(open));
    let cells: Vec<Cell> = roll
        .iter()
        .map(|row| cell(row, screen, &conflicts, (turn == Some(row.seat.n), open), look))
        .collect();
    let (frame, rest) = page.rest();
    roll::draw(look, frame, rest, &cells, Some(screen.seats));
}

/// Quorum, tally, reading and what is still needed.
fn figures(page: &mut Page<'_, '_>, sight: &Sight, open: &Ballot, standing: &Standing) {
    let theme = &page.look.theme;
    let (strong, text, warn) = (theme.strong, theme.text, theme.warn);
    let quorum = if standing.room.quorum.met { text } else { warn };
    if page.width() < 60 {
        page.line(&words::short_split(open, standing), strong);
        if let Some(left) = words::short_left(standing).filter(|_| page.height() > 6) {
            page.line(&left, warn);
        }
        if open.deadline.is_none() {
            page.line(&words::short_room(&standing.room), quorum);
        }
        let reading = &standing.reading;
        let needed = format!("{}, {} of {}", words::prospect(standing.prospect), reading.needed, reading.of);
        return page.line(&needed, if standing.room.quorum.met { strong } else { warn });
    }
    match open.deadline {
        Some(deadline) => {
            let day = words::day_and_time(deadline, sight.offset);
            page.figure("Ends", &format!("{day}, without a meeting: all members decide"), text);
        }
        None => page.figure("Quorum", &words::room(&standing.room), quorum),
    }
    page.figure("Tally", &words::split(standing), strong);
    if let Some(left) = standing::asked_at_close(open, standing) {
        page.figure("Left", &left, warn);
    }
    page.figure("Rule", &words::needed(open, standing), text);
    let style = if matches!(standing.prospect, Prospect::NoQuorum { .. }) { warn } else { strong };
    page.figure("Needed", &words::prospect(standing.prospect), style);
}

/// A seat of the roll: what it said, whose turn it is, who has left.
pub(super) fn cell(
    row: &RollRow<'_>,
    screen: &Meeting,
    conflicts: &[Suggestion],
    (turn, open): (bool, &Ballot),
    look: &Look,
) -> Cell {
    let (said, style): (String, Style) = if screen.waits_for(row.seat.n) {
        ("...".to_owned(), look.theme.dim)
    } else {
        match row.position {
            Some(position) if row.left => (words::left(position), look.theme.warn),
            Some(position) => roll::position(position, look),
            None if turn => ("THEIR TURN".to_owned(), look.theme.key),
            None if open.is_electronic() => ("no answer yet".to_owned(), look.theme.text),
            None => match row.silence.unwrap_or(Silence::ToCome) {
                Silence::ToCome => ("in the room".to_owned(), look.theme.text),
                silence => (words::silence(silence).to_owned(), look.theme.dim),
            },
        }
    };
    Cell::new(row.seat, said, style).conflicts(conflicts)
}
