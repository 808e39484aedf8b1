//! Every meeting.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::page::Page;
use crate::console::app::model::Model;
use crate::console::app::screen::meeting::session;
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
    let longest = screen.list.iter().map(|known| text::width(known.id.as_str())).max().unwrap_or_default();
    let longest = longest.clamp(14, room.saturating_sub(STATE + 2).max(14));
    let columns = [table::Column::Fixed(longest), table::Column::Fixed(STATE), table::Column::Grow(8)];
    let widths = table::widths(&columns, room);
    list::draw(look, frame, area, screen.cursor, true, |index| {
        screen.list.get(index).map_or_else(Line::default, |known| {
            let items = wording::count(known.items.into(), "item");
            let (state, when) = match known.ends {
                Some(ends) => ("vote pending", ends.format("until %Y-%m-%d, %H:%M").to_string()),
                None => (session::state(known.state), wording::away(known.date, model.about.today)),
            };
            let cells = [
                (known.id.to_string(), look.theme.text),
                (state.to_owned(), look.theme.strong),
                (format!("{items}, {when}"), look.theme.dim),
            ];
            table::row(look, &widths, &cells)
        })
    });
}
