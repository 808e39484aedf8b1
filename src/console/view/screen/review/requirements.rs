//! The requirements by section, and the chosen one in full.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::grouped::{self, Entry};
use super::{Scene, parts, split, status};
use crate::console::app::screen::review::{Pane, detail};
use crate::console::app::wording;
use crate::console::view::widget::table::{self, Column};
use crate::console::view::widget::text;
use crate::review::assessment::Computed;
use crate::rules::{Requirement, Section};

/// Rows of the detail below the list.
const DETAIL: u16 = 7;

/// Draws the pane.
pub(super) fn draw(scene: Scene<'_>, frame: &mut Frame<'_>, area: Rect) {
    let (list, beside) = split::draw(scene.look, frame, area, DETAIL);
    let mut entries = Vec::new();
    let mut section = None;
    for requirement in scene.file.requirements() {
        if section.replace(requirement.section) != Some(requirement.section) {
            let titled = entries.is_empty() && usize::from(list.width) >= NARROW;
            let width = if titled { usize::from(list.width) } else { 0 };
            entries.push(Entry::Heading(heading(scene, requirement.section, width)));
        }
        entries.push(Entry::Row(row(scene, requirement, usize::from(list.width))));
    }
    let cursor = scene.review.cursor(Pane::Requirements);
    grouped::draw(scene.look, frame, list, (cursor, scene.focused), entries);
    if let Some(beside) = beside {
        let (title, mut shown) = detail::chosen(scene.review);
        if let Some(first) = shown.first_mut() {
            first.text = format!("{title} {}", first.text);
        }
        parts::draw(scene.look, frame, beside, &shown);
    }
}

/// The name of a section, and what is needed of it; where there is a width, the name of the last column at its end.
fn heading(scene: Scene<'_>, section: Section, width: usize) -> Line<'static> {
    let theme = &scene.look.theme;
    let options = scene.reckoning.assessment.options.as_ref().filter(|_| section == Section::Optional);
    let needed = match (section, options) {
        (Section::Prerequisite | Section::Mandatory, _) => "all needed".to_owned(),
        (Section::Validation, _) => "after the rest".to_owned(),
        (Section::Optional, Some(o)) => format!("{} of {} needed, {} listed", o.met, o.need, o.of),
        (Section::Optional, None) => String::new(),
    };
    let name = format!(" {}", wording::section(section));
    let needed = format!("  {needed}");
    let taken = text::width(&name) + text::width(&needed);
    let mut spans = vec![Span::styled(name, theme.heading), Span::styled(needed, theme.dim)];
    if let Some(gap) = width.checked_sub(taken + COMPUTED + 1) {
        spans.push(Span::styled(format!("{}computed", " ".repeat(gap)), theme.dim));
    }
    Line::from(spans)
}

/// Below this width there is no column for what was computed.
const NARROW: usize = 56;
/// Columns for what was computed.
const COMPUTED: usize = 8;

fn row(scene: Scene<'_>, requirement: &Requirement, width: usize) -> Line<'static> {
    let look = scene.look;
    let judged = scene.reckoning.assessment.requirements.iter().find(|one| one.id == requirement.id);
    let Some(judged) = judged else { return Line::default() };
    let (mark, word, style) = status::status(judged.status, look);
    let differs = detail::requirement::differs(judged);
    let flag = if differs { "!" } else { "" };
    let computed = judged.computed.map(Computed::words).unwrap_or_default();
    let mut columns =
        vec![Column::Fixed(1), Column::Fixed(8), Column::Fixed(9), Column::Fixed(1), Column::Grow(8)];
    if width >= NARROW {
        columns.push(Column::Fixed(COMPUTED));
    }
    let cells = [
        (mark.to_owned(), style),
        (format!("{word}{flag}"), style),
        (requirement.id.to_string(), look.theme.dim),
        (status::provenance(requirement.surety(), look).to_owned(), look.theme.warn),
        (requirement.text.clone(), look.theme.text),
        (format!("{computed}{flag}"), if differs { look.theme.warn } else { look.theme.dim }),
    ];
    table::row(look, &table::widths(&columns, width.saturating_sub(3)), &cells)
}
