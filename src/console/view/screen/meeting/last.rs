//! The line at the foot: the last key that did something, what became of it, and what undo would take back.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::console::app::model::Model;
use crate::console::app::screen::meeting::LastState;
use crate::console::view::Look;
use crate::console::view::widget::text;

/// Draws the line.
pub(super) fn draw(model: &Model, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let screen = &model.screens.meeting;
    if !screen.typed.is_empty() {
        let typed = format!("Seat number typed: {}", screen.typed);
        return text::put(frame, area, &text::cut(&typed, usize::from(area.width), look), look.theme.strong);
    }
    let (said, style) = said(model, look, usize::from(area.width));
    text::put(frame, area, &text::cut(&said, usize::from(area.width), look), style);
}

/// What was done and what became of it. Where there is little room the undo stays and what was done is cut.
fn said(model: &Model, look: &Look, width: usize) -> (String, Style) {
    let screen = &model.screens.meeting;
    let key = model.keymap.first("everywhere.undo").unwrap_or_default();
    let undo = screen.sight.as_ref().and_then(|sight| sight.undo.as_ref());
    let Some(last) = &screen.last else {
        let undoes = undo.map(|what| format!("{key} undoes: {what}"));
        return (undoes.unwrap_or_default(), look.theme.dim);
    };
    let head = format!("Last key {}  {}", last.key, last.what);
    match &last.state {
        LastState::Waiting => (format!("{head} {}", look.symbols.ellipsis), look.theme.dim),
        LastState::Done { undo: Some(_) } => {
            let whole = format!("{head}   in the file, {key} undoes it");
            if text::width(&whole) <= width {
                return (whole, look.theme.strong);
            }
            let tail = format!("  {key} undoes it");
            let head = text::cut(&head, width.saturating_sub(text::width(&tail)), look);
            (format!("{head}{tail}"), look.theme.strong)
        }
        LastState::Done { undo: None } => (format!("{head}   in the file"), look.theme.strong),
        LastState::Refused(why) => {
            (format!("Last key {}  NOT DONE, {}: {why}", last.key, last.what), look.theme.warn)
        }
    }
}
