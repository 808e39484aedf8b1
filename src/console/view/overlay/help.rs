//! The help.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{LISTED, rows};
use crate::console::app::model::Model;
use crate::console::app::overlay::Help;
use crate::console::app::overlay::help::Row;
use crate::console::view::Look;
use crate::console::view::widget::table::{self, Column};
use crate::console::view::widget::{entry, list, popup, text};

/// Draws what was typed, the keys it leaves, and where one's own keys are read from; the room is told how it closes.
pub(super) fn draw(help: &Help, model: &Model, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let shown = help.rows();
    let title = format!("Keys (docket {})", env!("CARGO_PKG_VERSION"));
    let place = popup::centre(look, frame, area, &title, (LISTED, rows(shown.len()).saturating_add(2)));
    let (Some(top), Some(bottom)) = (place.rows().next(), place.rows().next_back()) else { return };
    let below = Rect { y: place.y.saturating_add(1), height: place.height.saturating_sub(2), ..place };
    let widths =
        table::widths(&[Column::Fixed(17), Column::Grow(8)], usize::from(below.width.saturating_sub(2)));
    list::draw(look, frame, below, help.cursor, true, |index| match shown.get(index) {
        None => Line::default(),
        Some(Row::Heading(scope)) => Line::from(Span::styled(scope.title(), look.theme.heading)),
        Some(Row::Keys(command, keys)) => {
            let keys = if keys.is_empty() { format!(": {}", command.title) } else { (*keys).to_owned() };
            table::row(look, &widths, &[(keys, look.theme.key), (command.doc.to_owned(), look.theme.text)])
        }
    });
    if place.height > 1 {
        let own = match &model.present {
            None => format!("Your own keys: {}", model.about.keymap_file),
            Some(_) => format!("{} closes this", model.keymap.first("entry.leave").unwrap_or_default()),
        };
        text::put(frame, bottom, &text::cut(&own, usize::from(bottom.width), look), look.theme.dim);
    }
    entry::draw(look, frame, top, "/ ", &help.filter, true);
}
