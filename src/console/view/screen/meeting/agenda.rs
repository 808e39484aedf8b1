//! The agenda: its items and what became of them; below, what is to be known of the chosen one.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::page::Page;
use crate::console::app::model::Model;
use crate::console::app::screen::meeting::{Item, Row, Sight, words};
use crate::console::app::wording;
use crate::console::view::Look;
use crate::console::view::widget::{list, table};
use crate::council::{Outcome, Since, together::beforehand};

/// Rows for what is said of the chosen item.
const DETAIL: u16 = 9;

/// The fewest rows that the items keep.
const ITEMS: u16 = 7;

/// Draws the agenda.
pub(super) fn draw(model: &Model, look: &Look, frame: &mut Frame<'_>, area: Rect, focused: bool) {
    let screen = &model.screens.meeting;
    let Some(sight) = &screen.sight else { return };
    let mut page =
        Page::new(look, frame, Rect { x: area.x.saturating_sub(1), width: area.width + 2, ..area });
    if page.height() > 4 {
        let title = if sight.electronic().is_some() { "Voted on" } else { "Agenda" };
        page.line(title, if focused { look.theme.heading } else { look.theme.dim });
        page.gap(9);
    }
    let rows = sight.rows();
    if rows.is_empty() {
        let key = model.keymap.first("meeting.agenda").unwrap_or_default();
        return page.wrapped(
            &format!("Nothing is on it. {key} makes it from what is ready for TAC."),
            3,
            look.theme.dim,
        );
    }
    let below = match page.height() {
        height if height > 10 => page.foot(DETAIL.min(height.saturating_sub(ITEMS))),
        _ => Rect::default(),
    };
    let (frame, place) = page.rest();
    let columns = [table::Column::Fixed(2), table::Column::Grow(10), table::Column::Fixed(15)];
    let widths = table::widths(&columns, usize::from(place.width.saturating_sub(2)));
    list::draw(look, frame, place, screen.items, focused, |index| {
        rows.get(index).map_or_else(Line::default, |row| {
            let cells = [
                (row.number.to_string(), look.theme.text),
                (row.organisation().to_owned(), look.theme.text),
                (state(row, sight), style(*row, look)),
            ];
            table::row(look, &widths, &cells)
        })
    });
    if let Some(row) = rows.get(screen.items.at()).filter(|_| !below.is_empty()) {
        detail(look, frame, below, *row, sight);
    }
}

/// The state of an item; before it is voted on, whether it is on the consent list.
fn state(row: &Row<'_>, sight: &Sight) -> String {
    let listed = row.reference.and_then(|reference| sight.meeting.consent.get(reference));
    let said = match (row.ballot, listed) {
        (None, Some(consent)) if consent.pulled.is_some() => "pulled",
        (None, Some(_)) => "consent list",
        (Some(ballot), _) if ballot.pulled.is_some() => "pulled",
        _ => words::row_state(row, sight.meeting.state),
    };
    said.to_owned()
}

/// The style of an item's state. The word says it too.
const fn style(row: Row<'_>, look: &Look) -> Style {
    let Some(ballot) = row.ballot else { return look.theme.dim };
    match ballot.outcome() {
        None => look.theme.strong,
        Some(Outcome::Adopted) => look.theme.good,
        Some(Outcome::NotAdopted) => look.theme.bad,
        Some(Outcome::NoDecision | Outcome::NeedsRuling) => look.theme.warn,
    }
}

/// What is to be known of an item before it is opened.
fn detail(look: &Look, frame: &mut Frame<'_>, area: Rect, row: Row<'_>, sight: &Sight) {
    let mut page =
        Page::new(look, frame, Rect { x: area.x.saturating_sub(1), width: area.width + 2, ..area });
    page.rule();
    if let Some(reference) = row.reference {
        let program = row.program().map(wording::program).unwrap_or_default();
        page.line(&format!("{reference} {} {program}", look.symbols.separator), look.theme.text);
    }
    if let Some(item) = row.item {
        page.line(&format!("{}; {}", words::edition(item), item.verdict), look.theme.dim);
    }
    for line in conflicts(row, sight) {
        page.wrapped(&line, 2, look.theme.warn);
    }
    let listed = row.reference.and_then(|reference| sight.meeting.consent.get(reference));
    if let Some(pulled) = listed.and_then(|consent| consent.pulled.as_ref()) {
        page.wrapped(&format!("Consent list: {pulled}."), 2, look.theme.text);
    }
    expected(&mut page, row, sight);
    if let Some(topic) = row.topic() {
        for note in sight.meeting.notes_on(&topic) {
            page.wrapped(&words::note(note), 2, look.theme.text);
        }
    }
}

/// Whether those who are there can decide the item, and how it stands against the packet.
pub(super) fn expected(page: &mut Page<'_, '_>, row: Row<'_>, sight: &Sight) {
    let (text, warn) = (page.look.theme.text, page.look.theme.warn);
    if let Some(forecast) = row.forecast(sight) {
        let said = forecast.say(|seat| sight.holder(seat));
        page.wrapped(&format!("Forecast: {said}."), 2, if forecast.is_clear() { text } else { warn });
    }
    let item = row.item.filter(|_| row.ballot.is_none());
    let together = |item: &Item| beforehand(&item.application.reference, &item.partners, &sight.meeting.id);
    if let Some(said) = item.and_then(together) {
        page.wrapped(&format!("{said}."), 3, text);
    }
    if let Some((item, said)) = item.and_then(|item| Some((item, words::since(item)?))) {
        page.wrapped(&said, 3, if item.since == Some(Since::Same) { text } else { warn });
    }
}

/// The suggested conflicts of an item, a line each.
pub(super) fn conflicts(row: Row<'_>, sight: &Sight) -> Vec<String> {
    row.conflicts(sight).iter().map(words::conflict).collect()
}
