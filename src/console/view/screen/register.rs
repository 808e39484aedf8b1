//! What was granted.

use chrono::{Days, NaiveDate};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::console::app::model::Model;
use crate::console::app::screen::register::Register;
use crate::console::app::wording;
use crate::console::view::Look;
use crate::console::view::widget::table::Column::{Fixed, Grow};
use crate::console::view::widget::{caption, list, pane, table, text};
use crate::council::register::Certification;

/// Below this width only name, program and end are shown.
const NARROW: u16 = 66;

/// Days ahead in which an end deserves a look.
const SOON: u64 = 90;

/// Draws the screen.
pub(super) fn draw(model: &Model, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let register = &model.screens.register;
    let (top, area) = pane::first_row(area);
    let Some(all) = &register.all else { return };
    caption::draw(look, frame, top, &shown(register, model), &caption::place(register.cursor));
    if register.cursor.is_empty() {
        let (_, rest) = pane::first_row(area);
        let said = if all.is_empty() {
            "No certification has been granted yet. An adopted ballot grants one."
        } else {
            "No certification matches. esc shows all again."
        };
        return text::paragraph(frame, pane::indented(rest), said, look.theme.dim);
    }
    let narrow = area.width < NARROW;
    let columns: &[table::Column] = if narrow {
        &[Grow(14), Fixed(21)]
    } else {
        &[Grow(20), Fixed(18), Fixed(21), Fixed(10), Fixed(10), Grow(16)]
    };
    let titles: &[&str] = if narrow {
        &["Organisation", "Standing"]
    } else {
        &["Organisation", "Certified", "Standing", "Until", "From", "Ballot"]
    };
    let widths = table::widths(columns, usize::from(area.width.saturating_sub(2)));
    let (head, rows) = pane::first_row(area);
    let titles: Vec<(String, Style)> =
        titles.iter().map(|title| ((*title).to_owned(), look.theme.dim)).collect();
    let body = Rect { x: head.x.saturating_add(2), width: head.width.saturating_sub(2), ..head };
    frame.render_widget(table::row(look, &widths, &titles), body);
    let all = register.rows();
    list::draw(look, frame, rows, register.cursor, true, |index| {
        let Some(one) = all.get(index) else { return Line::default() };
        let mut cells = cells(one, model.about.today, look);
        if narrow {
            cells =
                cells.into_iter().enumerate().filter(|(at, _)| [0, 2].contains(at)).map(|(_, c)| c).collect();
        }
        table::row(look, &widths, &cells)
    });
}

fn shown(register: &Register, model: &Model) -> Vec<String> {
    let all = register.all.as_ref().map_or(0, Vec::len);
    let ended = match register.ended(model.about.today) {
        0 => String::new(),
        ended => format!("{ended} expired"),
    };
    let find = if register.find.is_empty() { String::new() } else { format!("/{}", register.find) };
    let count = wording::count(u64::try_from(all).unwrap_or(u64::MAX), "certification");
    vec![count, ended, register.order.title().to_owned(), find]
}

fn cells(one: &Certification, today: NaiveDate, look: &Look) -> Vec<(String, Style)> {
    let plain = |text: String| (text, look.theme.text);
    let soon = today.checked_add_days(Days::new(SOON)).unwrap_or(NaiveDate::MAX);
    let style = match one.until {
        Some(until) if until < today => look.theme.bad,
        Some(until) if until <= soon => look.theme.warn,
        _ => look.theme.text,
    };
    vec![
        plain(one.organisation.clone()),
        plain(wording::program(one.program).to_owned()),
        (wording::expiry(one.until, today), style),
        plain(one.until.map_or_else(String::new, |until| until.to_string())),
        plain(one.from.to_string()),
        plain(one.ballot.clone()),
    ]
}
