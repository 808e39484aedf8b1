//! The certified heads: whose figure gives the tier, what is needed, held and short, and who the holders are.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use super::grouped::{self, Entry};
use super::{Scene, parts, split, status};
use crate::console::app::screen::review::{Pane, detail, item};
use crate::console::view::widget::table::{self, Column};
use crate::console::view::widget::text;
use crate::review::{Item, ItemKind};

/// Rows of the detail below the list.
const DETAIL: u16 = 5;

/// Draws the pane.
pub(super) fn draw(scene: Scene<'_>, frame: &mut Frame<'_>, area: Rect) {
    let heads = scene.reckoning.heads.as_ref();
    let summary = heads.map(|heads| detail::heads::of(scene.file, heads)).unwrap_or_default();
    let width = usize::from(area.width.saturating_sub(2));
    let rows = parts::height(scene.look, width, &summary).min(area.height * 2 / 3);
    let [top, rest] = area.layout(&Layout::vertical([Constraint::Length(rows), Constraint::Fill(1)]));
    let top = Rect { x: top.x.saturating_add(1), width: top.width.saturating_sub(2), ..top };
    parts::draw(scene.look, frame, top, &summary);
    if scene.file.items(Pane::Heads).is_empty() {
        let line =
            if rest.height > 1 { Rect { y: rest.y.saturating_add(1), height: 1, ..rest } } else { rest };
        return text::put(frame, line, " No holder is named.", scene.look.theme.dim);
    }
    let rest = if area.height >= 12 && rows > 0 { split::ruled(scene.look, frame, rest) } else { rest };
    holders(scene, frame, rest);
}

fn holders(scene: Scene<'_>, frame: &mut Frame<'_>, area: Rect) {
    let (list, beside) = split::draw(scene.look, frame, area, DETAIL);
    let mut entries = Vec::new();
    let mut group = None;
    for item in scene.file.items(Pane::Heads) {
        let Some(holder) = item::holder(scene.file.application(), item.n) else { continue };
        if group.replace(holder.credential) != Some(holder.credential) {
            let heading = format!(" Holders: {}", holder.credential.noun());
            entries.push(Entry::Heading(Line::from(Span::styled(heading, scene.look.theme.heading))));
        }
        entries.push(Entry::Row(row(scene, *item, usize::from(list.width))));
    }
    grouped::draw(scene.look, frame, list, (scene.review.cursor(Pane::Heads), scene.focused), entries);
    if let Some(beside) = beside {
        parts::draw(scene.look, frame, beside, &detail::chosen(scene.review).1);
    }
}

fn row(scene: Scene<'_>, item: Item, width: usize) -> Line<'static> {
    let (application, look) = (scene.file.application(), scene.look);
    let Some(holder) = item::holder(application, item.n) else { return Line::default() };
    let (mark, word, style) = status::check(application, Item::new(ItemKind::Holder, item.n), look);
    let counts = detail::item::counts(scene.file, holder);
    let counts_style = if counts.starts_with("no") { look.theme.warn } else { look.theme.dim };
    let expires = holder.expires.map_or_else(|| "no expiry".to_owned(), |day| format!("until {day}"));
    let columns =
        [Column::Fixed(1), Column::Fixed(9), Column::Grow(10), Column::Fixed(16), Column::Fixed(20)];
    let cells = [
        (mark.to_owned(), style),
        (word.to_owned(), style),
        (holder.name.clone(), look.theme.text),
        (expires, look.theme.dim),
        (format!("counts: {counts}"), counts_style),
    ];
    table::row(look, &table::widths(&columns, width.saturating_sub(3)), &cells)
}
