//! The application in short: the facts that anybody may know.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::flow::Flow;
use crate::console::app::present::Subject;
use crate::console::app::present::subject::{MapShown, PointsShown};
use crate::console::app::wording;
use crate::console::view::Look;
use crate::console::view::widget::meter::Meter;
use crate::console::view::widget::text;
use crate::review::Verdict;
use crate::review::assessment::{Headcount, Options};

/// Columns of a label.
const LABEL: usize = 24;

/// Columns for what is said.
const SAID: usize = 38;

/// One fact: its label, what is said, and a bar where it is a number of something.
pub(super) struct Fact {
    label: String,
    said: String,
    style: Style,
    bar: Option<Meter>,
}

/// Draws the facts.
pub(super) fn draw(subject: &Subject, flow: &mut Flow<'_, '_>) {
    let facts = facts(subject, flow.look);
    let rows = u16::try_from(facts.len()).unwrap_or(u16::MAX);
    flow.spread(rows.saturating_mul(2).saturating_add(3), [0]);
    title(subject, flow);
    flow.gap();
    let airy = rows.saturating_mul(2) <= flow.left().height.saturating_add(1);
    for fact in &facts {
        one(flow, fact);
        if airy {
            flow.take(1);
        }
    }
}

/// Who asks for what.
pub(super) fn title(subject: &Subject, flow: &mut Flow<'_, '_>) {
    let theme = &flow.look.theme;
    let (heading, strong, dim) = (theme.heading, theme.strong, theme.dim);
    let parent = subject.parent.as_ref().map(|parent| format!(", part of {parent}")).unwrap_or_default();
    flow.line(&format!("{}{parent}", subject.organisation), heading);
    flow.line(subject.program.title(), strong);
    flow.line(&format!("{} {} {}", subject.edition, flow.look.symbols.separator, subject.reference), dim);
}

fn one(flow: &mut Flow<'_, '_>, fact: &Fact) {
    let (look, row) = (flow.look, flow.take(1));
    let label = LABEL.min(usize::from(row.width) / 3);
    let mut spans = vec![
        Span::styled(text::fill(&fact.label, label, look), look.theme.dim),
        Span::styled(fact.said.clone(), fact.style),
    ];
    let left = usize::from(row.width).saturating_sub(label + SAID);
    if let (Some(bar), Ok(width @ 8..)) = (fact.bar, u16::try_from(left.min(50))) {
        let gap = SAID.saturating_sub(text::width(&fact.said)).max(2);
        spans.push(Span::raw(" ".repeat(gap)));
        spans.extend(bar.bar(width, look).spans);
    }
    flow.frame().render_widget(Line::from(spans), row);
}

fn facts(subject: &Subject, look: &Look) -> Vec<Fact> {
    let theme = &look.theme;
    let (said, style) = match subject.verdict {
        Verdict::Ready => ("ready: everything needed holds", theme.good),
        Verdict::Short => ("short of what is asked", theme.warn),
        Verdict::Incomplete => ("something is still open", theme.warn),
    };
    let mut facts = vec![Fact { label: "Review".to_owned(), said: said.to_owned(), style, bar: None }];
    let received = subject.received.to_string();
    facts.push(Fact { label: "Received".to_owned(), said: received, style: theme.text, bar: None });
    facts.extend(subject.options.as_ref().map(|options| optional(options, look)));
    facts.extend(subject.headcount.iter().flat_map(|heads| people(heads, look)));
    facts.extend(subject.points.as_ref().map(|points| points_in_short(points, look)));
    facts.extend(subject.map.as_ref().map(|map| map_in_short(map, look)));
    facts
}

fn counted(label: &str, met: u64, need: u64, of: u64, said: String, look: &Look) -> Fact {
    let style = if met >= need { look.theme.text } else { look.theme.warn };
    let floor = (need < of).then_some(need);
    let bar = Some(Meter { counted: met, claimed: met, full: of, floor });
    Fact { label: label.to_owned(), said, style, bar }
}

fn optional(options: &Options, look: &Look) -> Fact {
    let said = format!("{} of {} needed, {} listed", options.met, options.need, options.of);
    counted("Optional", options.met.into(), options.need.into(), options.of.into(), said, look)
}

fn people(heads: &Headcount, look: &Look) -> Vec<Fact> {
    let row = |row: &crate::review::assessment::HeadcountRow| {
        let label = wording::credential(row.credential);
        match (row.counted, row.required) {
            (Some(held), Some(needed)) => {
                let (needed, full) = (u64::from(needed), u64::from(needed).max(held));
                counted(label, held, needed, full, format!("{held} held, {needed} needed"), look)
            }
            (held, _) => {
                let held = held.map_or_else(|| "not known".to_owned(), |held| held.to_string());
                let said = format!("{held}, needed: not known");
                Fact { label: label.to_owned(), said, style: look.theme.warn, bar: None }
            }
        }
    };
    heads.rows.iter().map(row).collect()
}

fn points_in_short(points: &PointsShown, look: &Look) -> Fact {
    let (total, needed) = (points.total.0, points.required.0);
    let floors = if points.categories.iter().all(|one| one.met) { "" } else { ", a floor is missed" };
    let said = format!("{total} of {needed} needed{floors}");
    let fact = counted("Points", total, needed, total.max(needed), said, look);
    Fact { style: if points.met { look.theme.text } else { look.theme.warn }, ..fact }
}

fn map_in_short(map: &MapShown, look: &Look) -> Fact {
    let (covered, of) = map.covered();
    let said = format!("{covered} of {of} covered");
    counted("Capabilities", covered, 0, of, said, look)
}
