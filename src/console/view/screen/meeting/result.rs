//! A closed ballot: the roll read back with its arithmetic; once declared, its result.

use ratatui::style::Style;

use super::item;
use super::page::Page;
use super::roll::{self, Cell};
use crate::console::app::model::Model;
use crate::console::app::screen::meeting::{Row, Sight, words};
use crate::console::app::wording;
use crate::console::view::Look;
use crate::console::view::widget::text::wrap;
use crate::council::{Ballot, BallotState, Outcome, RollRow, Silence, Standing, register::term, standing};

/// Draws the ballot.
pub(super) fn draw(page: &mut Page<'_, '_>, model: &Model, row: Row<'_>, sight: &Sight, over: &Ballot) {
    item::head(page, model, row, sight);
    let Some(standing) = sight.standing(over) else {
        return page.line("The positions of this ballot cannot be counted.", page.look.theme.bad);
    };
    if page.height() > 16 {
        page.rule();
    }
    if let Some(outcome) = over.outcome() {
        declared(page, row, sight, over, (outcome, standing.split.is_tie()));
    }
    reckoned(page, model, sight, over, &standing);
    page.gap(17);
    let conflicts = row.conflicts(sight);
    let look = page.look;
    let cells: Vec<Cell> = standing::roll(&sight.meeting, Some(over))
        .iter()
        .map(|row| cell(row, over, look).conflicts(&conflicts))
        .collect();
    let (frame, rest) = page.rest();
    roll::draw(look, frame, rest, &cells, Some(model.screens.meeting.seats));
}

/// The arithmetic, and what is to be done with it.
fn reckoned(page: &mut Page<'_, '_>, model: &Model, sight: &Sight, over: &Ballot, standing: &Standing) {
    let theme = &page.look.theme;
    let (text, strong, dim, key) = (theme.text, theme.strong, theme.dim, theme.key);
    if page.height() < 9 {
        let (quorum, reading) = (&standing.room.quorum, &standing.reading);
        page.line(&words::short_split(over, standing), strong);
        let met = words::met(quorum);
        page.line(&format!("{} of {} needed, {met}", reading.needed, reading.of), strong);
        return flag(page, sight, over);
    }
    for ((label, said), style) in words::arithmetic(over, standing).iter().zip([text, strong, strong]) {
        page.figure(label, said, style);
    }
    if let Some(line) = words::readings(standing).filter(|_| over.outcome().is_some()) {
        page.line(&line, dim);
    }
    flag(page, sight, over);
    if let BallotState::Closed { at, .. } = over.state {
        let declares = model.keymap.first("ballot.declare").unwrap_or_default();
        let closed = words::time(at, sight.offset);
        page.line(&format!("Closed {closed}. Read the roll back; then {declares} declares."), key);
    }
}

/// What the times as they were corrected later would have given, as fully as there is room for.
fn flag(page: &mut Page<'_, '_>, sight: &Sight, over: &Ballot) {
    let Some(hindsight) = sight.hindsight(over) else { return };
    let most = usize::from(page.height() / 4).max(1);
    let forms = [&hindsight.text, &hindsight.short, &hindsight.least].map(|said| format!("FLAG: {said}"));
    let fits = forms.iter().find(|said| wrap(said, page.width()).len() <= most);
    page.wrapped(fits.unwrap_or(&forms[2]), most, page.look.theme.warn);
}

/// The result, where the application went, and what was granted.
fn declared(
    page: &mut Page<'_, '_>,
    row: Row<'_>,
    sight: &Sight,
    over: &Ballot,
    (outcome, is_tie): (Outcome, bool),
) {
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
    let tie = if is_tie && outcome == Outcome::NotAdopted { ": a tie is no majority" } else { "" };
    page.ends(
        (&format!("{}{tie}", outcome.words().to_uppercase()), style),
        (&format!("declared {at}"), text),
    );
    let stage = row.item.map(|item| wording::stage(item.application.review.stage));
    let granted = sight.granted.iter().find(|granted| granted.ballot == over.id.to_string());
    let certification =
        granted.map(|granted| format!("certified {}", term(granted.in_force, granted.from, granted.until)));
    let parts = [stage.map(|stage| format!("application: {stage}")), certification];
    let said: Vec<String> = parts.into_iter().flatten().collect();
    if page.height() > 6 {
        page.line(&said.join("; "), text);
    }
    page.gap(18);
}

/// A seat of the roll, as it is read back.
pub(super) fn cell(row: &RollRow<'_>, over: &Ballot, look: &Look) -> Cell {
    let (said, style) = said(row, over, look);
    Cell::new(row.seat, said, style)
}

/// What a seat said, as it is read back.
fn said(row: &RollRow<'_>, over: &Ballot, look: &Look) -> (String, Style) {
    match row.position {
        Some(position) if row.left => (words::left(position), look.theme.warn),
        Some(position) => roll::position(position, look),
        None if over.is_electronic() => ("no answer".to_owned(), look.theme.warn),
        None => {
            let silence = row.silence.unwrap_or(Silence::NoPosition);
            let style = if silence == Silence::NoPosition { look.theme.warn } else { look.theme.dim };
            (words::silence(silence).to_owned(), style)
        }
    }
}
