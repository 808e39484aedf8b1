//! The agenda in the making.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::page::Page;
use crate::console::app::model::Model;
use crate::console::app::screen::meeting::{
    Candidate, Sight,
    agenda::{Entry, What},
    words,
};
use crate::console::app::wording;
use crate::console::view::Look;
use crate::console::view::widget::table::{self, Column};
use crate::console::view::widget::{list, text};

/// Draws what is on the agenda and what could be.
pub(super) fn draw(model: &Model, look: &Look, frame: &mut Frame<'_>, area: Rect, sight: &Sight) {
    let screen = &model.screens.meeting;
    let draft = &screen.draft;
    let mut page = Page::new(look, frame, area);
    page.gap(8);
    let chosen = wording::count(draft.chosen().len() as u64, "item");
    page.ends(
        (&format!("Agenda of {}", sight.meeting.id), look.theme.heading),
        (&format!("{chosen}, not kept yet"), look.theme.strong),
    );
    if page.height() > 8 {
        page.line(&hint(model), look.theme.dim);
        page.gap(8);
    }
    if draft.entries.is_empty() {
        return page.line("Nothing is ready for TAC.", look.theme.dim);
    }
    let below = if page.height() > 6 { page.foot(2) } else { Rect::default() };
    let (frame, rest) = page.rest();
    let columns =
        [Column::Fixed(3), Column::Grow(15), Column::Grow(18), Column::Fixed(20), Column::Fixed(10)];
    let widths = table::widths(&columns, usize::from(rest.width.saturating_sub(2)));
    list::draw(look, frame, rest, draft.cursor, true, |index| {
        draft.entries.get(index).map_or_else(Line::default, |entry| {
            let number = draft.number(index).map_or("  -".to_owned(), |number| format!("{number:>3}"));
            let style = if entry.marked { look.theme.text } else { look.theme.dim };
            let cells = match &entry.what {
                What::Application(candidate) => [
                    (number, look.theme.strong),
                    (candidate.organisation.clone(), style),
                    (conflicts(model, candidate), look.theme.warn),
                    (wording::program(candidate.program).to_owned(), style),
                    (candidate.received.to_string(), look.theme.dim),
                ],
                What::Item(_, text) => {
                    let none = || (String::new(), style);
                    [(number, look.theme.strong), (text.clone(), style), none(), none(), none()]
                }
            };
            table::row(look, &widths, &cells)
        })
    });
    let chosen = draft.entries.get(draft.cursor.at());
    let named = chosen.map(|entry| named(model, entry)).unwrap_or_default();
    text::paragraph(frame, below, &named, look.theme.warn);
}

/// What the keys do.
fn hint(model: &Model) -> String {
    let key = |id| model.keymap.first(id).unwrap_or_default();
    format!(
        "{} marks, {} and {} move, {} keeps it, {} leaves it as it was.",
        key("meeting.mark"),
        key("meeting.later"),
        key("meeting.earlier"),
        key("meeting.open"),
        key("everywhere.leave"),
    )
}

/// The seats with a conflict that stands.
fn conflicts(model: &Model, candidate: &Candidate) -> String {
    let found = model.screens.meeting.conflicts_of(candidate);
    let mut seats: Vec<String> =
        found.iter().filter_map(|conflict| conflict.seat).map(|seat| seat.to_string()).collect();
    seats.dedup();
    if seats.is_empty() { String::new() } else { format!("conflict: seat {}", seats.join(", ")) }
}

/// The same in full.
fn named(model: &Model, entry: &Entry) -> String {
    let What::Application(candidate) = &entry.what else { return String::new() };
    let found = model.screens.meeting.conflicts_of(candidate);
    found.iter().map(words::conflict).collect::<Vec<_>>().join(" ")
}
