//! The assessment of the chosen application beside the list.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::console::app::model::Model;
use crate::console::app::screen::queue::Preview;
use crate::console::app::wording;
use crate::console::view::Look;
use crate::console::view::widget::text;
use crate::review::assessment::points_shown;
use crate::review::{Assessment, Status, Verdict};

/// Reasons that are shown.
const REASONS: usize = 6;

/// Remarks that are shown.
const REMARKS: usize = 4;

/// A text with its style; it is broken to the width.
type Part = (String, Style);

/// Draws the preview, if it is of the chosen application.
pub(super) fn draw(model: &Model, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let queue = &model.screens.queue;
    let Some(listed) = queue.chosen() else { return };
    let of_chosen = |preview: &&Preview| preview.assessment.reference == listed.row.reference;
    let Some(preview) = queue.preview.as_deref().filter(of_chosen) else { return };
    let mut rows = area.rows();
    for (part, style) in parts(preview, model, look) {
        for line in hanging(&part, usize::from(area.width.saturating_sub(1))) {
            let Some(row) = rows.next() else { return };
            text::put(frame, row, &line, style);
        }
    }
}

/// `part` broken to `width`; what goes on below a dash is set in like it.
fn hanging(part: &str, width: usize) -> Vec<String> {
    let Some(item) = part.strip_prefix("- ") else {
        let lines = text::wrap(part, width);
        return if lines.is_empty() { vec![String::new()] } else { lines };
    };
    let lines = text::wrap(item, width.saturating_sub(2)).into_iter().enumerate();
    lines.map(|(n, line)| format!("{}{line}", if n == 0 { "- " } else { "  " })).collect()
}

fn parts(preview: &Preview, model: &Model, look: &Look) -> Vec<Part> {
    let theme = &look.theme;
    let assessment = &preview.assessment;
    let mut parts = head(preview, model, look);
    parts.push((String::new(), theme.text));
    parts.push((format!("Verdict   {}", assessment.verdict), verdict(assessment.verdict, look)));
    parts.push((format!("Forecast  {}", assessment.forecast), verdict(assessment.forecast, look)));
    parts.extend(figures(assessment).into_iter().map(|line| (line, theme.text)));
    if let Some(day) = preview.planned {
        parts.push((format!("Demo      planned for {day}"), theme.text));
    }
    listed(&mut parts, look, "In the way", &assessment.in_the_way, REASONS);
    let remarks: Vec<String> =
        assessment.remarks.iter().map(|remark| format!("{}: {}", remark.field, remark.text)).collect();
    listed(&mut parts, look, "Remarks", &remarks, REMARKS);
    parts
}

fn head(preview: &Preview, model: &Model, look: &Look) -> Vec<Part> {
    let theme = &look.theme;
    let organisation = &preview.organisation;
    let since = wording::waiting(preview.since, model.about.today);
    let program = wording::program(preview.assessment.program);
    let mut parts = vec![
        (organisation.name.clone(), theme.heading),
        (preview.assessment.reference.to_string(), theme.dim),
        (format!("{program}, edition {}", preview.assessment.edition), theme.text),
        (format!("{}, {since}", wording::stage(preview.stage)), theme.text),
    ];
    if let Some(parent) = &organisation.parent {
        let size = parent.employees.map(|people| format!(", {people} employees")).unwrap_or_default();
        parts.push((format!("part of {}{size}", parent.name), theme.dim));
    } else if let Some(people) = organisation.employees {
        parts.push((format!("{people} employees"), theme.dim));
    }
    parts
}

fn verdict(verdict: Verdict, look: &Look) -> Style {
    match verdict {
        Verdict::Ready => look.theme.good,
        Verdict::Short => look.theme.bad,
        Verdict::Incomplete => look.theme.text,
    }
}

/// What can be said in figures: findings, heads, points, options, capabilities.
fn figures(assessment: &Assessment) -> Vec<String> {
    let found = assessment.requirements.iter().filter(|one| one.status != Status::Open).count();
    let mut lines = vec![format!("Found     {found} of {}", assessment.requirements.len())];
    if let Some(options) = &assessment.options {
        lines.push(format!("Options   {} of {} needed, {} listed", options.met, options.need, options.of));
    }
    for row in assessment.headcount.iter().flat_map(|heads| &heads.rows) {
        let counted = row.counted.map_or_else(|| "?".to_owned(), |counted| counted.to_string());
        let required = row.required.map_or_else(|| "?".to_owned(), |needed| needed.to_string());
        lines.push(format!("Heads     {counted} {}s, {required} needed", row.credential.noun()));
    }
    if let Some(points) = &assessment.points {
        let (total, claimed) = (points_shown(points.total), points_shown(points.claimed_total));
        lines.push(format!("Points    {total} of {}, {claimed} claimed", points.required));
    }
    if let Some(coverage) = &assessment.coverage {
        let (domains, capabilities) = (coverage.domains, coverage.capabilities);
        lines.push(format!(
            "Covered   {}/{} domains, {}/{} capabilities",
            domains.covered, domains.of, capabilities.covered, capabilities.of
        ));
    }
    lines
}

fn listed(parts: &mut Vec<Part>, look: &Look, title: &str, lines: &[String], most: usize) {
    if lines.is_empty() {
        return;
    }
    parts.push((String::new(), look.theme.text));
    parts.push((title.to_owned(), look.theme.heading));
    parts.extend(lines.iter().take(most).map(|line| (format!("- {line}"), look.theme.text)));
    if lines.len() > most {
        parts.push((format!("- and {} more", lines.len() - most), look.theme.dim));
    }
}
