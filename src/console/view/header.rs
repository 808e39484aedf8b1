//! The line on top: screen, edition, docket, who, and the day.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::Block;

use super::Look;
use super::widget::text;
use crate::console::app::model::{Mark, Model};

/// Draws the line on top.
pub(super) fn draw(model: &Model, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let about = &model.about;
    let rehearsal = about.mark == Some(Mark::Rehearsal);
    let style = if rehearsal { look.theme.rehearsal } else { look.theme.header };
    frame.render_widget(Block::new().style(style), area);
    let mut left = vec![model.screen.title().to_owned()];
    left.extend(about.mark.map(|mark| mark.as_str().to_uppercase()));
    if !about.edition.is_empty() {
        left.push(format!("edition {}", about.edition));
    }
    left.push(about.file.clone());
    let between = format!(" {} ", look.symbols.separator);
    let left = format!(" {}", left.join(&between));
    let day = about.today.format("%Y-%m-%d").to_string();
    let right = format!("{}{between}{day} ", text::cut(&about.actor, 20, look));
    let room = usize::from(area.width);
    let right = if room < 60 { format!("{day} ") } else { right };
    let width = text::width(&right);
    text::put(frame, area, &text::cut(&left, room.saturating_sub(width + 1), look), style);
    text::put_right(frame, area, &right, style);
}
