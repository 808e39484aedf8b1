//! A closed ballot: the roll read back with its arithmetic; once declared, its result.

use ratatui::style::Style;

use super::item;
use super::page::Page;
use super::roll::{self, Cell};
use crate::console::app::model::Model;
use crate::console::app::screen::meeting::{Row, Sight, ballot, words};
use crate::console::app::wording;
use crate::console::view::Look;
use crate::council::{Ballot, BallotState, Outcome, RollRow, standing};

/// Draws the ballot.
pub(super) fn draw(page: &mut Page<'_, '_>, model: &Model, row: Row<'_>, sight: &Sight, over: &Ballot) {
    item::head(page, row, sight);
    let Some(standing) = sight.standing(over) else {
        return page.line("The positions of this ballot cannot be counted.", page.look.theme.bad);
    };
    if page.height() > 16 {
        page.rule();
    }
    if let Some(outcome) = words::declared(over) {
        declared(page, row, sight, over, outcome);
    }
    let (text, strong) = (page.look.theme.text, page.look.theme.strong);
    for (line, style) in words::arithmetic(over, &standing).iter().zip([text, strong, strong]) {
        page.line(line, style);
    }
    if words::declared(over).is_some()
        && let Some(line) = words::readings(&standing)
    {
        page.line(&line, page.look.theme.dim);
    }
    if let BallotState::Closed { at, .. } = over.state {
        let key = model.keymap.first("ballot.declare").unwrap_or_default();
        let closed = words::time(at, sight.offset);
        page.line(&format!("Closed {closed}. Read the roll back; then {key} declares."), page.look.theme.key);
    }
    page.gap(17);
    let conflicts = row.conflicts(&sight.meeting);
    let look = page.look;
    let cells: Vec<Cell> = standing::roll(&sight.meeting, Some(over))
        .iter()
        .map(|row| {
            let (said, style) = said(row, look);
            Cell::new(row.seat, said, style).conflict(ballot::concerns(&conflicts, row.seat.n))
        })
        .collect();
    let (frame, rest) = page.rest();
    roll::draw(look, frame, rest, &cells, Some(model.screens.meeting.seats));
}

/// The result, where the application went, and what was granted.
fn declared(page: &mut Page<'_, '_>, row: Row<'_>, sight: &Sight, over: &Ballot, outcome: Outcome) {
    let theme = &page.look.theme;
    let (text, style) = (
        theme.text,
        match outcome {
            Outcome::Adopted => theme.good,
            Outcome::NotAdopted => theme.bad,
            Outcome::NoDecision | Outcome::NeedsRuling => theme.warn,
        },
    );
    let at = match over.state {
        BallotState::Declared { at, .. } => words::time(at, sight.offset),
        BallotState::Open | BallotState::Closed { .. } => String::new(),
    };
    page.ends((&words::outcome(outcome).to_uppercase(), style), (&format!("declared {at}"), text));
    let stage = row.item.map(|item| wording::stage(item.application.review.stage));
    let granted = sight.granted.iter().find(|granted| granted.ballot == over.id.to_string());
    let certification = granted.map(|granted| {
        let until = granted.until.map_or("no last day".to_owned(), |until| format!("until {until}"));
        format!("certified from {}, {until}", granted.from)
    });
    let parts = [stage.map(|stage| format!("application: {stage}")), certification];
    let said: Vec<String> = parts.into_iter().flatten().collect();
    page.line(&said.join("; "), text);
    page.gap(18);
}

/// What a seat said, as it is read back.
fn said(row: &RollRow<'_>, look: &Look) -> (String, Style) {
    match row.position {
        Some(position) if row.left => (format!("left, was {}", words::position(position)), look.theme.warn),
        Some(position) => roll::position(position, look),
        None if row.present => ("no position".to_owned(), look.theme.warn),
        None => ("not in".to_owned(), look.theme.dim),
    }
}
