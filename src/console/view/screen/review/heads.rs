//! The certified heads: whose figure gives the tier, what is needed, held and short, and who the holders are.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::grouped::{self, Entry};
use super::{Scene, parts, split, status};
use crate::console::app::screen::review::how::credential_word;
use crate::console::app::screen::review::{Pane, detail, item};
use crate::console::view::widget::table::{self, Column};
use crate::console::view::widget::text;
use crate::review::credentials::Held;
use crate::review::headcount::Heads;
use crate::review::{Item, ItemKind};
use crate::rules::{Credential, Provenance};

/// Rows of the detail below the list.
const DETAIL: u16 = 5;

/// Draws the pane.
pub(super) fn draw(scene: Scene<'_>, frame: &mut Frame<'_>, area: Rect) {
    let summary = scene.reckoning.heads.as_ref().map(|heads| summary(scene, heads)).unwrap_or_default();
    let rows = u16::try_from(summary.len()).unwrap_or(u16::MAX).min(area.height / 2);
    let [top, rest] = area.layout(&Layout::vertical([Constraint::Length(rows), Constraint::Fill(1)]));
    for ((line, style), place) in summary.into_iter().zip(top.rows()) {
        let line = text::cut(&line, usize::from(place.width), scene.look);
        text::put(frame, place, &line, style);
    }
    holders(scene, frame, rest);
}

/// Whose figure, which tier; then needed, held and short; then what that is made of.
fn summary(scene: Scene<'_>, heads: &Heads) -> Vec<(String, Style)> {
    let theme = &scene.look.theme;
    let result = &heads.result;
    let whose = if heads.of_parent { "the parent" } else { "the applicant" };
    let size =
        result.employees.map_or_else(|| "size not known".to_owned(), |people| format!("{people} employees"));
    let tier = result.tier.as_ref().map_or_else(|| "no tier".to_owned(), |tier| format!("tier {tier}"));
    let sure = match heads.provenance {
        Some(Provenance::Inferred) => " (the row is inferred)",
        Some(Provenance::Assumed) => " (the row is assumed)",
        Some(Provenance::Stated) | None => "",
    };
    let mut lines = vec![(format!(" {whose}, {}: {size}, {tier}{sure}", heads.whose), theme.text)];
    for row in &result.rows {
        let figure = |figure: Option<u64>| figure.map_or_else(|| "not known".to_owned(), |n| n.to_string());
        let short = row.short_by();
        let (end, style) = match short {
            Some(0) => ("enough".to_owned(), theme.good),
            Some(short) => (format!("short by {short}"), theme.bad),
            None => ("cannot be told".to_owned(), theme.warn),
        };
        let unit = if heads.practitioners.is_some() && row.credential == Credential::Focp {
            "in Practitioners"
        } else {
            credential_word(row.credential)
        };
        let needed = figure(row.required.map(u64::from));
        lines.push((format!(" {unit}: needed {needed}, held {}, {end}", figure(row.counted)), style));
    }
    lines.push((format!(" Made of: {}", made_of(scene, heads)), theme.text));
    if let (Some(alone), Some(all)) = (heads.practitioners, heads.count(Credential::Focp)) {
        if alone < all {
            let both = all.saturating_sub(alone);
            let text =
                format!(" {both} of the Practitioners are Professionals as well and count as those alone");
            lines.push((text, theme.text));
        }
    }
    lines.push((String::new(), theme.text));
    lines
}

fn made_of(scene: Scene<'_>, heads: &Heads) -> String {
    let worth = scene.file.edition().headcount.professional_counts;
    let part = |credential: Credential, held: &Held| {
        let worth = worth.filter(|_| credential == Credential::Fcp);
        let each = worth.map(|worth| format!(" x {worth}")).unwrap_or_default();
        let word = credential_word(credential);
        match held {
            Held::NotGiven => format!("no {word} given"),
            Held::Bare(count) => format!("{count} {word}{each} (claimed, unchecked: no names)"),
            Held::Named(_) => format!("{} {word}{each} (named)", held.count().unwrap_or_default()),
        }
    };
    heads.held.iter().map(|(credential, held)| part(*credential, held)).collect::<Vec<_>>().join(", ")
}

fn holders(scene: Scene<'_>, frame: &mut Frame<'_>, area: Rect) {
    let (list, beside) = split::draw(scene.look, frame, area, DETAIL);
    let mut entries = Vec::new();
    let mut group = None;
    for item in scene.file.items(Pane::Heads) {
        let Some(holder) = item::holder(scene.file.application(), item.n) else { continue };
        if group.replace(holder.credential) != Some(holder.credential) {
            let heading = format!(" {}", credential_word(holder.credential));
            entries.push(Entry::Heading(Line::from(Span::styled(heading, scene.look.theme.heading))));
        }
        entries.push(Entry::Row(row(scene, *item, usize::from(list.width))));
    }
    if entries.is_empty() {
        text::put(frame, list, " No holder is named.", scene.look.theme.dim);
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
