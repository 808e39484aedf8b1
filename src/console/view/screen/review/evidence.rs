//! What was put forward: pieces by requirement, holders by credential, features.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::grouped::{self, Entry};
use super::{Scene, parts, split, status};
use crate::console::app::screen::review::{Pane, detail, item};
use crate::console::view::widget::table::{self, Column};
use crate::console::view::widget::text;
use crate::review::{Item, ItemKind};

/// Rows of the detail below the list.
const DETAIL: u16 = 6;

/// Draws the pane.
pub(super) fn draw(scene: Scene<'_>, frame: &mut Frame<'_>, area: Rect) {
    let (list, beside) = split::draw(scene.look, frame, area, DETAIL);
    let mut entries = Vec::new();
    let mut group = None;
    for item in scene.file.items(Pane::Evidence) {
        let heading = heading(scene, *item);
        if group.replace(heading.clone()) != Some(heading.clone()) {
            let line = text::cut(&format!(" {heading}"), usize::from(list.width), scene.look);
            entries.push(Entry::Heading(Line::from(Span::styled(line, scene.look.theme.heading))));
        }
        entries.push(Entry::Row(row(scene, *item, usize::from(list.width), list.width < area.width)));
    }
    if entries.is_empty() {
        text::put(frame, list, " No link, holder or feature; claims are under Points.", scene.look.theme.dim);
    }
    grouped::draw(scene.look, frame, list, (scene.review.cursor(Pane::Evidence), scene.focused), entries);
    if let Some(beside) = beside {
        parts::draw(scene.look, frame, beside, &detail::chosen(scene.review).1);
    }
}

fn heading(scene: Scene<'_>, item: Item) -> String {
    let application = scene.file.application();
    match item.kind {
        ItemKind::Evidence => {
            let Some(piece) = item::piece(application, item.n) else { return String::new() };
            let asked = scene.file.edition().requirement(&piece.requirement);
            let asked = asked.map_or("not in this edition", |one| one.text.as_str());
            format!("{} {asked}", piece.requirement)
        }
        ItemKind::Holder => item::holder(application, item.n)
            .map(|holder| format!("Holders: {}", holder.credential.noun()))
            .unwrap_or_default(),
        ItemKind::Feature => "Features".to_owned(),
        ItemKind::Claim => "Claims".to_owned(),
    }
}

fn row(scene: Scene<'_>, item: Item, width: usize, beside: bool) -> Line<'static> {
    let (application, look) = (scene.file.application(), scene.look);
    let (mark, word, style) = status::check(application, item, look);
    let link = item::link(application, item).unwrap_or_default().to_owned();
    let mut columns =
        vec![Column::Fixed(1), Column::Fixed(9), Column::Fixed(4), Column::Grow(14), Column::Fixed(10)];
    if !beside {
        columns.push(Column::Grow(14));
    }
    let cells = [
        (mark.to_owned(), style),
        (word.to_owned(), style),
        (item.to_string(), look.theme.dim),
        (item::name(application, item), look.theme.text),
        (day(scene, item), look.theme.dim),
        (link, look.theme.dim),
    ];
    table::row(look, &table::widths(&columns, width.saturating_sub(3)), &cells)
}

/// The day that matters: of a piece when it came out, of a holder when the credential ends.
fn day(scene: Scene<'_>, item: Item) -> String {
    let application = scene.file.application();
    let day = match item.kind {
        ItemKind::Evidence => item::piece(application, item.n).and_then(|piece| piece.date),
        ItemKind::Holder => item::holder(application, item.n).and_then(|holder| holder.expires),
        ItemKind::Claim => item::claim(application, item.n).and_then(|claim| claim.date),
        ItemKind::Feature => None,
    };
    day.map(|day| day.to_string()).unwrap_or_default()
}
