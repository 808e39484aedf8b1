//! One text is asked for, or yes or no.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::Clear;

use super::{WIDTH, inside, rows, wrapped};
use crate::console::app::model::Model;
use crate::console::app::overlay::{Confirm, Find, Input};
use crate::console::view::Look;
use crate::console::view::widget::{entry, popup, text};

/// Draws the prompt for a text: the line, below it what is wrong or what to know.
pub(super) fn input(input: &Input, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let (below, style) = match &input.problem {
        Some(problem) => (problem.clone(), look.theme.bad),
        None => (input.hint.clone(), look.theme.dim),
    };
    let below = text::wrap(&below, usize::from(inside(area)));
    let place = popup::centre(look, frame, area, &input.title, (WIDTH, rows(below.len()).saturating_add(1)));
    let mut places = place.rows();
    if let Some(row) = places.next() {
        entry::draw(look, frame, row, "> ", &input.line, true);
    }
    for (line, row) in below.iter().zip(places) {
        text::put(frame, row, line, style);
    }
}

/// Draws the line in which something is looked for, below the list that follows it.
pub(super) fn find(find: &Find, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    if let Some(row) = area.rows().next_back() {
        frame.render_widget(Clear, row);
        entry::draw(look, frame, row, " / ", &find.line, true);
    }
}

/// Draws a question: what will happen, then what to press or type.
pub(super) fn confirm(confirm: &Confirm, model: &Model, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let lines = wrapped(&confirm.lines, inside(area));
    let height = rows(lines.len()).saturating_add(if confirm.word.is_some() { 2 } else { 1 });
    let place = popup::centre(look, frame, area, &confirm.title, (WIDTH, height));
    let asked = u16::min(if confirm.word.is_some() { 2 } else { 1 }, place.height);
    let room = usize::from(place.height - asked);
    let mut places = place.rows();
    for (line, row) in lines.iter().take(room).zip(places.by_ref()) {
        text::put(frame, row, line, look.theme.text);
    }
    let Some(word) = &confirm.word else {
        if let Some(row) = places.next() {
            let key = |id: &str| model.keymap.first(id).unwrap_or_default();
            let keys = format!("{} yes   {} no", key("answer.yes"), key("answer.no"));
            text::put(frame, row, &keys, look.theme.key);
        }
        return;
    };
    if let Some(row) = places.next() {
        let wrong = if confirm.wrong { "That is not it. " } else { "" };
        text::put(frame, row, &format!("{wrong}Type {word} and enter to do it; esc leaves."), look.theme.key);
    }
    if let Some(row) = places.next() {
        entry::draw(look, frame, row, "> ", &confirm.line, true);
    }
}
