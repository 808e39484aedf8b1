//! The Enterprise points: the gauges, and the claims by category and activity with subtotals.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::grouped::{self, Entry};
use super::{Scene, gauges, parts, split, status};
use crate::console::app::screen::review::reckoning::BothPoints;
use crate::console::app::screen::review::{Pane, detail, item};
use crate::console::view::Look;
use crate::console::view::widget::table::{self, Column};
use crate::console::view::widget::text;
use crate::review::facts::Claim;
use crate::review::points::{ActivityDetail, Reckoned};
use crate::review::{Item, ItemKind};
use crate::rules::{ActivityId, CategoryId};

/// Rows of the detail below the list.
const DETAIL: u16 = 4;

/// Draws the pane.
pub(super) fn draw(scene: Scene<'_>, frame: &mut Frame<'_>, area: Rect) {
    let Some(points) = &scene.reckoning.points else {
        return text::put(frame, area, " This program asks for no points.", scene.look.theme.dim);
    };
    let [top, rest] = area
        .layout(&Layout::vertical([Constraint::Length(gauges::height(points, area)), Constraint::Fill(1)]));
    gauges::draw(scene, points, frame, top);
    let rest = if top.height > 1 { split::ruled(scene.look, frame, rest) } else { rest };
    let (list, beside) = split::draw(scene.look, frame, rest, DETAIL);
    let entries = entries(scene, points, usize::from(list.width));
    if entries.is_empty() {
        text::put(frame, list, " Nothing was claimed.", scene.look.theme.dim);
    }
    grouped::draw(scene.look, frame, list, (scene.review.cursor(Pane::Points), scene.focused), entries);
    if let Some(beside) = beside {
        parts::draw(scene.look, frame, beside, &detail::chosen(scene.review).1);
    }
}

fn entries(scene: Scene<'_>, points: &BothPoints, width: usize) -> Vec<Entry<'static>> {
    let mut entries = Vec::new();
    let mut category: Option<CategoryId> = None;
    let mut activity: Option<ActivityId> = None;
    let claims = scene.file.items(Pane::Points).iter();
    for claim in claims.filter_map(|item| item::claim(scene.file.application(), item.n)) {
        if activity.as_ref() != Some(&claim.activity) {
            activity = Some(claim.activity.clone());
            let known =
                scene.file.edition().points.as_ref().and_then(|table| table.activity(&claim.activity));
            let of = known.map(|(of, _)| of.id.clone());
            if of.is_none() || of != category {
                entries.push(Entry::Heading(category_heading(scene, points, of.as_ref(), width)));
                category = of;
            }
            if known.is_some() {
                entries.push(Entry::Heading(activity_heading(scene, points, &claim.activity, width)));
            }
        }
        entries.push(Entry::Row(row(scene, points, claim, width)));
    }
    entries
}

/// The category and its subtotals.
fn category_heading(
    scene: Scene<'_>,
    points: &BothPoints,
    id: Option<&CategoryId>,
    width: usize,
) -> Line<'static> {
    let (look, theme) = (scene.look, &scene.look.theme);
    let of = |both: &Reckoned| both.categories.iter().find(|one| Some(&one.result.id) == id).cloned();
    let (Some(now), Some(claimed)) = (of(&points.accepted), of(&points.claimed)) else {
        return Line::from(Span::styled(" Not in this edition", theme.warn));
    };
    let sums = format!("{} counted, {} claimed", now.result.counted, claimed.result.counted);
    between(&format!(" {}", now.title), "", &sums, width, (look, theme.heading))
}

/// The activity, what one is worth, and its subtotals.
fn activity_heading(scene: Scene<'_>, points: &BothPoints, id: &ActivityId, width: usize) -> Line<'static> {
    let (look, theme) = (scene.look, &scene.look.theme);
    let of = |both: &Reckoned| -> Option<ActivityDetail> {
        let mut all = both.categories.iter().flat_map(|one| &one.activities);
        all.find(|one| one.id == *id).cloned()
    };
    let (Some(now), Some(claimed)) = (of(&points.accepted), of(&points.claimed)) else {
        return Line::default();
    };
    let limit = match now.limit {
        Some(1) => ", once".to_owned(),
        Some(most) => format!(", at most {most}"),
        None => String::new(),
    };
    let sums = format!("{} accepted, {} claimed", now.points, claimed.points);
    between(
        &format!("  {}", now.title),
        &format!(" {} each{limit}", now.each),
        &sums,
        width,
        (look, theme.text),
    )
}

/// A name and what goes with it at the left, figures at the right.
fn between(
    name: &str,
    each: &str,
    right: &str,
    width: usize,
    (look, style): (&Look, Style),
) -> Line<'static> {
    let right = if width < 56 { "" } else { right };
    let room = width.saturating_sub(text::width(right) + 3);
    let name = text::cut(name, room.saturating_sub(text::width(each)).max(room / 2), look);
    let each = text::fill(each, room.saturating_sub(text::width(&name)), look);
    Line::from_iter([
        Span::styled(name, style),
        Span::styled(each, look.theme.dim),
        Span::styled(format!("  {right}"), look.theme.dim),
    ])
}

fn row(scene: Scene<'_>, points: &BothPoints, claim: &Claim, width: usize) -> Line<'static> {
    let (application, look) = (scene.file.application(), scene.look);
    let (mark, word, style) = status::check(application, Item::new(ItemKind::Claim, claim.n), look);
    let dropped = points.hoped.dropped.iter().find(|dropped| dropped.claim == claim.n);
    let what = claim.title.clone().or_else(|| claim.person.clone()).unwrap_or_default();
    let what = match dropped {
        Some(_) => format!("not counted: {what}"),
        None => what,
    };
    let what_style = if dropped.is_some() { look.theme.warn } else { look.theme.text };
    let columns = if width < 56 {
        vec![Column::Fixed(1), Column::Fixed(9), Column::Fixed(0), Column::Fixed(9), Column::Grow(8)]
    } else {
        let (count, day) = (Column::Fixed(9), Column::Fixed(10));
        vec![Column::Fixed(1), Column::Fixed(9), Column::Fixed(4), count, Column::Grow(12), day]
    };
    let (count, count_style) = count(scene, claim);
    let cells = [
        (mark.to_owned(), style),
        (word.to_owned(), style),
        (format!("c{}", claim.n), look.theme.dim),
        (count, count_style),
        (what, what_style),
        (claim.date.map_or_else(|| "no date".to_owned(), |day| day.to_string()), look.theme.dim),
    ];
    let indent = if width < 56 { "" } else { "  " };
    let mut line = table::row(look, &table::widths(&columns, width.saturating_sub(3 + indent.len())), &cells);
    line.spans.insert(0, Span::raw(indent));
    line
}

/// How often: as found good, else as put forward; the digits while they are typed.
fn count(scene: Scene<'_>, claim: &Claim) -> (String, Style) {
    let theme = &scene.look.theme;
    if let Some(field) = scene.count.filter(|field| field.claim == claim.n) {
        return (format!("[{:>4}_]", field.line.value()), theme.strong);
    }
    let counted = item::count(scene.file.application(), claim.n);
    match (counted, claim.count) {
        (None, _) => ("x ?".to_owned(), theme.warn),
        (Some(counted), Some(claimed)) if counted != claimed => {
            (format!("x {counted} of {claimed}"), theme.warn)
        }
        (Some(counted), _) => (format!("x {counted}"), theme.text),
    }
}
