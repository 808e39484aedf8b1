//! Every meeting.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::page::Page;
use crate::console::app::model::Model;
use crate::console::app::screen::meeting::{Known, session};
use crate::console::app::wording;
use crate::console::view::Look;
use crate::console::view::widget::{list, table, text};

/// Columns of a state.
const STATE: usize = 12;

/// Draws the list of meetings.
pub(super) fn draw(model: &Model, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let screen = &model.screens.meeting;
    let mut page = Page::new(look, frame, area);
    page.gap(8);
    page.line("Meetings of the council", look.theme.heading);
    page.gap(8);
    if screen.list.is_empty() {
        let key = model.keymap.first("meeting.plan").unwrap_or_default();
        let said = if screen.read {
            format!("No meeting is planned. {key} plans one.")
        } else {
            "The meetings are being read.".to_owned()
        };
        return page.line(&said, look.theme.dim);
    }
    let (frame, area) = page.rest();
    let room = usize::from(area.width.saturating_sub(2));
    let name = |known: &Known| match (known.ends, known.id.as_str().rsplit_once(' ')) {
        // Its state says that it is a vote.
        (Some(_), Some((_, ballot))) if room < 60 => ballot.to_owned(),
        _ => known.id.to_string(),
    };
    let longest = screen.list.iter().map(|known| text::width(&name(known))).max().unwrap_or_default();
    let longest = longest.clamp(14, room.saturating_sub(STATE + 2).max(14));
    let columns = [table::Column::Fixed(longest), table::Column::Fixed(STATE), table::Column::Grow(8)];
    let widths = table::widths(&columns, room);
    list::draw(look, frame, area, screen.cursor, true, |index| {
        screen.list.get(index).map_or_else(Line::default, |known| {
            let items = wording::count(known.items.into(), "item");
            let (state, more) = if let Some(ends) = known.ends {
                ("vote pending", format!("until {}, {items}", ends.format("%Y-%m-%d, %H:%M")))
            } else {
                let when = wording::away(known.date, model.about.today);
                (session::state(known.state), format!("{items}, {when}"))
            };
            let cells = [
                (name(known), look.theme.text),
                (state.to_owned(), look.theme.strong),
                (more, look.theme.dim),
            ];
            table::row(look, &widths, &cells)
        })
    });
}
