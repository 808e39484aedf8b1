//! The line on top: screen, edition, docket, who, and the day.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::Block;

use super::Look;
use super::widget::text;
use crate::console::app::model::{Mark, Model};
use crate::console::app::screen;

/// Columns without which the file's name is left out.
const FILE: usize = 12;

/// Draws the line on top.
pub(super) fn draw(model: &Model, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let about = &model.about;
    let rehearsal = about.mark == Some(Mark::Rehearsal);
    let style = if rehearsal { look.theme.rehearsal } else { look.theme.header };
    frame.render_widget(Block::new().style(style), area);
    let between = format!(" {} ", look.symbols.separator);
    let mut left = vec![model.screen.title().to_owned()];
    left.extend(about.mark.map(|mark| mark.as_str().to_uppercase()));
    let edition = screen::edition(model);
    if !edition.is_empty() {
        left.push(format!("edition {edition}"));
    }
    // Screen, mark and edition are always whole; the day gives way to them, and the file to all.
    let needed = text::width(&left.join(&between)) + 1;
    let room = usize::from(area.width);
    let day = format!("{} ", about.today.format("%Y-%m-%d"));
    let right = if room >= 60 { format!("{}{between}{day}", text::cut(&about.actor, 20, look)) } else { day };
    let right = if needed + 1 + text::width(&right) > room { String::new() } else { right };
    let room = room.saturating_sub(text::width(&right) + 1);
    if needed + FILE <= room {
        left.push(about.file.clone());
    }
    let left = format!(" {}", left.join(&between));
    text::put(frame, area, &text::cut(&left, room, look), style);
    text::put_right(frame, area, &right, style);
}
