//! One text is asked for, or yes or no.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::widgets::Clear;

use super::{WIDTH, inside, rows, scrolled};
use crate::console::app::model::Model;
use crate::console::app::overlay::{Confirm, Find, Input, reading};
use crate::console::view::Look;
use crate::console::view::widget::{entry, popup, text};

/// Most rows of a text that are shown at once.
const TALLEST: u16 = 8;

/// Draws the prompt for a text: the line, below it what is wrong or what to know.
pub(super) fn input(input: &Input, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let (below, style) = match &input.problem {
        Some(problem) => (problem.clone(), look.theme.bad),
        None => (input.hint.clone(), look.theme.dim),
    };
    let below = text::wrap(&below, usize::from(inside(area)));
    let typed = entry::Rows::new(&input.line, usize::from(inside(area).saturating_sub(3))).rows.len();
    let typed = rows(typed).min(TALLEST);
    let size = (WIDTH, rows(below.len()).saturating_add(typed));
    let place = popup::centre(look, frame, area, &input.title, size);
    let [typing, told] = place.layout(&Layout::vertical([Constraint::Max(typed), Constraint::Fill(1)]));
    text::put(frame, typing, "> ", look.theme.key);
    let beside = Rect { x: typing.x.saturating_add(2), width: typing.width.saturating_sub(2), ..typing };
    entry::rows(look, frame, beside, &input.line);
    if input.selected {
        entry::selected(look, frame, beside, 0, &input.line);
    }
    for (line, row) in below.iter().zip(told.rows()) {
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
    let lines = reading::broken(&confirm.said(inside(area)), inside(area));
    let height = rows(lines.len()).saturating_add(confirm.rows());
    let place = popup::centre(look, frame, area, &confirm.title, (WIDTH, height));
    let [above, below] =
        place.layout(&Layout::vertical([Constraint::Fill(1), Constraint::Length(confirm.rows())]));
    scrolled(look, frame, above, &lines, confirm.cursor);
    let mut places = below.rows();
    let Some(word) = &confirm.word else {
        if let Some(row) = places.next() {
            let key = |id: &str| model.keymap.first(id).unwrap_or_default();
            let keys = format!("{} yes   {} no", key("answer.yes"), key("answer.no"));
            text::put(frame, row, &keys, look.theme.key);
        }
        return;
    };
    if let Some(row) = places.next() {
        let long = if confirm.wrong { "That is not it. " } else { "" };
        let long = format!("{long}Type {word} and enter to do it; esc leaves.");
        let short = if confirm.wrong { "Not that: " } else { "" };
        let short = format!("{short}type {word}, enter; esc leaves");
        let fits = text::width(&long) <= usize::from(row.width);
        text::put(frame, row, if fits { &long } else { &short }, look.theme.key);
    }
    if let Some(row) = places.next() {
        entry::draw(look, frame, row, "> ", &confirm.line, true);
    }
}
