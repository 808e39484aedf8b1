//! All applications.

mod preview;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::console::app::model::Model;
use crate::console::app::screen::queue::look::sort_title;
use crate::console::app::screen::queue::{Listed, Queue};
use crate::console::app::wording;
use crate::console::view::Look;
use crate::console::view::widget::table::Column::{Fixed, Grow};
use crate::console::view::widget::{caption, list, pane, table, text};

/// From this width on, the chosen application is assessed beside the list.
const WIDE: u16 = 110;

/// Columns of the preview.
const PREVIEW: u16 = 40;

/// Below this width only what is needed most is shown.
const NARROW: u16 = 66;

/// From this width of the list on, long refs are shown too.
const ROOMY: u16 = 100;

/// Columns of a ref that is short.
const SHORT: usize = 10;

/// Draws the screen.
pub(super) fn draw(model: &Model, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let queue = &model.screens.queue;
    let (top, area) = pane::first_row(area);
    caption::draw(look, frame, top, &shown(queue), &caption::place(queue.cursor));
    if queue.loaded.is_none() {
        return;
    }
    if queue.cursor.is_empty() {
        let (_, rest) = pane::first_row(area);
        return text::paragraph(frame, pane::indented(rest), nothing(queue), look.theme.dim);
    }
    let (left, beside) = if area.width >= WIDE {
        let (left, right) = pane::right(look, frame, area, PREVIEW);
        (left, Some(right))
    } else {
        (area, None)
    };
    draw_list(model, look, frame, left, beside.is_some());
    if let Some(place) = beside {
        preview::draw(model, look, frame, place);
    }
}

/// Which applications are shown, as parts of the line above.
fn shown(queue: &Queue) -> Vec<String> {
    let find = if queue.look.find.is_empty() { String::new() } else { format!("/{}", queue.look.find) };
    let marked = match queue.marked.len() {
        0 => String::new(),
        marked => format!("{marked} marked"),
    };
    vec![queue.look.view.title().to_owned(), sort_title(queue.look.sort).to_owned(), find, marked]
}

const fn nothing(queue: &Queue) -> &'static str {
    if queue.look.find.is_empty() {
        "No application is in this view. f shows another one, n adds an application."
    } else {
        "No application matches. esc shows all again."
    }
}

fn draw_list(model: &Model, look: &Look, frame: &mut Frame<'_>, area: Rect, previewed: bool) {
    let queue = &model.screens.queue;
    let columns = columns(queue, area.width, previewed);
    let room = usize::from(area.width.saturating_sub(2));
    let kinds: Vec<table::Column> = columns.iter().map(|column| column.width).collect();
    let widths = table::widths(&kinds, room);
    let (head, rows) = pane::first_row(area);
    let titles: Vec<(String, Style)> =
        columns.iter().map(|column| (column.title.to_owned(), look.theme.dim)).collect();
    let body = Rect { x: head.x.saturating_add(2), width: head.width.saturating_sub(2), ..head };
    frame.render_widget(table::row(look, &widths, &titles), body);
    list::draw(look, frame, rows, queue.cursor, true, |index| {
        let Some(listed) = queue.row(index) else { return Line::default() };
        let cells: Vec<(String, Style)> =
            columns.iter().map(|column| (column.cell)(model, look, listed)).collect();
        table::row(look, &widths, &cells)
    });
}

/// One column of the list.
struct Shown {
    title: &'static str,
    width: table::Column,
    cell: fn(&Model, &Look, &Listed) -> (String, Style),
}

impl Shown {
    const fn new(
        title: &'static str,
        width: table::Column,
        cell: fn(&Model, &Look, &Listed) -> (String, Style),
    ) -> Self {
        Self { title, width, cell }
    }
}

/// The columns that fit: fewer where the screen is narrow, or where the preview says the rest. Short refs stand first;
/// long ones are made of the name and stand last, where there is room.
fn columns(queue: &Queue, width: u16, previewed: bool) -> Vec<Shown> {
    let refs = queue
        .loaded
        .iter()
        .flat_map(|loaded| &loaded.rows)
        .map(|one| text::width(one.row.reference.as_str()));
    let widest = refs.max().unwrap_or_default();
    let reference = Shown::new("Ref", Fixed(widest.max(3)), |_, look, one| plain(look, &one.row.reference));
    let name = Shown::new("Organisation", Grow(14), |_, look, one| plain(look, &one.row.organisation));
    let stage =
        Shown::new("Stage", Fixed(9), |_, look, one| plain(look, wording::stage_short(one.row.stage)));
    let due = Shown::new("Due", Fixed(11), self::due);
    let short = widest <= SHORT;
    if width < NARROW {
        return vec![name, stage, due];
    }
    let mut columns = vec![Shown::new("", Fixed(1), mark)];
    if short {
        columns.push(reference);
    }
    columns.extend([
        name,
        Shown::new("Program", Fixed(10), |_, look, one| plain(look, wording::program_word(one.row.program))),
        stage,
        Shown::new("Reviewer", Fixed(if width < ROOMY { 9 } else { 16 }), reviewer),
        due,
    ]);
    if !previewed {
        columns.push(Shown::new("Found", Fixed(5), found));
    }
    if !short && width >= ROOMY {
        columns.push(Shown::new("Ref", Grow(18), |_, look, one| plain(look, &one.row.reference)));
    }
    columns
}

fn plain(look: &Look, text: &(impl ToString + ?Sized)) -> (String, Style) {
    (text.to_string(), look.theme.text)
}

fn mark(model: &Model, look: &Look, one: &Listed) -> (String, Style) {
    let marked = model.screens.queue.marked.contains_key(&one.row.reference);
    (if marked { look.symbols.marked.clone() } else { String::new() }, look.theme.strong)
}

fn reviewer(model: &Model, look: &Look, one: &Listed) -> (String, Style) {
    match &one.row.assignee {
        None => ("nobody".to_owned(), look.theme.dim),
        Some(name) if *name == model.about.actor => ("you".to_owned(), look.theme.strong),
        Some(name) => plain(look, name),
    }
}

fn due(model: &Model, look: &Look, one: &Listed) -> (String, Style) {
    let today = model.about.today;
    match one.row.due {
        None => (String::new(), look.theme.dim),
        Some(due) if due < today => (wording::due_short(due, today), look.theme.bad),
        Some(due) => plain(look, &wording::due_short(due, today)),
    }
}

fn found(_: &Model, look: &Look, one: &Listed) -> (String, Style) {
    let of = one.of.map_or_else(|| "?".to_owned(), |of| of.to_string());
    let style = if one.of == Some(one.row.found) { look.theme.good } else { look.theme.text };
    (format!("{:>2}/{of}", one.row.found), style)
}
