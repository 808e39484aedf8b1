//! The requirements by section, and the chosen one in full.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::grouped::{self, Entry};
use super::{Scene, parts, split, status};
use crate::console::app::screen::review::{Pane, detail, finding};
use crate::console::view::widget::table::{self, Column};
use crate::review::assessment::Judged;
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
            entries.push(Entry::Heading(heading(scene, requirement.section)));
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

/// The name of a section, and what is needed of it.
fn heading(scene: Scene<'_>, section: Section) -> Line<'static> {
    let options = scene.reckoning.assessment.options.as_ref().filter(|_| section == Section::Optional);
    let (name, needed) = match (section, options) {
        (Section::Prerequisite, _) => ("Prerequisites", "all needed".to_owned()),
        (Section::Mandatory, _) => ("Mandatory", "all needed".to_owned()),
        (Section::Validation, _) => ("Validation", "after the rest".to_owned()),
        (Section::Optional, Some(o)) => {
            ("Optional", format!("{} of {} needed, {} listed", o.met, o.need, o.of))
        }
        (Section::Optional, None) => ("Optional", String::new()),
    };
    Line::from_iter([
        Span::styled(format!(" {name}"), scene.look.theme.heading),
        Span::styled(format!("  {needed}"), scene.look.theme.dim),
    ])
}

fn row(scene: Scene<'_>, requirement: &Requirement, width: usize) -> Line<'static> {
    let look = scene.look;
    let Some(judged) = scene.reckoning.assessment.requirements.iter().find(|one| one.id == requirement.id)
    else {
        return Line::default();
    };
    let (mark, word, style) = status::status(judged.status, look);
    let differs = detail::requirement::differs(judged);
    let flag = if differs { "!" } else { "" };
    let (computed, computed_style) = match computed(judged) {
        Some(text) if differs => (text, look.theme.warn),
        Some(text) => (text, look.theme.dim),
        None => (String::new(), look.theme.dim),
    };
    let columns = if width < 60 {
        vec![Column::Fixed(1), Column::Fixed(8), Column::Fixed(9), Column::Fixed(1), Column::Grow(8)]
    } else {
        vec![
            Column::Fixed(1),
            Column::Fixed(8),
            Column::Fixed(9),
            Column::Fixed(1),
            Column::Grow(12),
            Column::Fixed(16),
        ]
    };
    let cells = [
        (mark.to_owned(), style),
        (format!("{word}{flag}"), style),
        (requirement.id.to_string(), look.theme.dim),
        (status::provenance(requirement.provenance, look).to_owned(), look.theme.warn),
        (requirement.text.clone(), look.theme.text),
        (computed, computed_style),
    ];
    table::row(look, &table::widths(&columns, width.saturating_sub(3)), &cells)
}

fn computed(judged: &Judged) -> Option<String> {
    judged.computed.map(|computed| format!("computed {}", finding::word(computed)))
}
