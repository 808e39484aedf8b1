//! What was granted, and how it stands.

use chrono::{Days, NaiveDate};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::console::app::model::Model;
use crate::console::app::screen::register::Register;
use crate::console::app::wording;
use crate::console::view::Look;
use crate::console::view::widget::table::Column::{self, Fixed, Grow};
use crate::console::view::widget::{caption, list, pane, table, text};
use crate::council::condition::ConditionState;
use crate::council::register::{Certification, CurbKind, State};

/// Below this width only name and standing are shown.
const NARROW: u16 = 66;

/// From this height on, what was asked and decided later stands below the list.
const TALL: u16 = 16;

/// Most rows of what stands below the list.
const BELOW: usize = 6;

/// Days ahead in which an end deserves a look.
const SOON: u64 = 90;

/// One column of the list.
struct Shown {
    title: &'static str,
    width: Column,
    cell: fn(&Certification, NaiveDate, &Look) -> (String, Style),
}

impl Shown {
    const fn new(
        title: &'static str,
        width: Column,
        cell: fn(&Certification, NaiveDate, &Look) -> (String, Style),
    ) -> Self {
        Self { title, width, cell }
    }
}

/// The columns that fit; conditions have one where a certification was granted with some.
fn columns(all: &[Certification], width: u16) -> Vec<Shown> {
    if width < NARROW {
        return vec![
            Shown::new("Organisation", Grow(12), |one, _, look| plain(&one.organisation, look)),
            Shown::new("Standing", Fixed(24), pressing),
        ];
    }
    let mut columns = vec![
        Shown::new("Organisation", Grow(14), |one, _, look| plain(&one.organisation, look)),
        Shown::new("Certified", Fixed(18), |one, _, look| plain(wording::program(one.program), look)),
        Shown::new("Standing", Fixed(26), standing),
    ];
    if all.iter().any(|one| !one.conditions.is_empty()) {
        columns.push(Shown::new("Conditions", Fixed(16), conditions));
    }
    columns.extend([
        Shown::new("Until", Fixed(10), |one, _, look| plain(&day(one.until), look)),
        Shown::new("From", Fixed(10), |one, _, look| plain(&day(one.begins()), look)),
        Shown::new("Ballot", Grow(14), |one, _, look| plain(&one.ballot, look)),
    ]);
    columns
}

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
    let today = model.about.today;
    let more = register.chosen(today).map(|one| more(one, today, look)).unwrap_or_default();
    let area = if more.is_empty() || area.height < TALL {
        area
    } else {
        let rows = more.len().min(BELOW);
        let (upper, lower) = pane::below(look, frame, area, u16::try_from(rows).unwrap_or_default());
        for ((line, style), place) in more.iter().zip(lower.rows()) {
            let place = pane::indented(place);
            text::put(frame, place, &text::cut(line, usize::from(place.width), look), *style);
        }
        upper
    };
    draw_list(register, today, look, frame, area);
}

fn draw_list(register: &Register, today: NaiveDate, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let columns = columns(register.all.as_deref().unwrap_or_default(), area.width);
    let kinds: Vec<Column> = columns.iter().map(|column| column.width).collect();
    let widths = table::widths(&kinds, usize::from(area.width.saturating_sub(2)));
    let (head, rows) = pane::first_row(area);
    let titles: Vec<(String, Style)> =
        columns.iter().map(|column| (column.title.to_owned(), look.theme.dim)).collect();
    let body = Rect { x: head.x.saturating_add(2), width: head.width.saturating_sub(2), ..head };
    frame.render_widget(table::row(look, &widths, &titles), body);
    let all = register.rows(today);
    list::draw(look, frame, rows, register.cursor, true, |index| {
        let Some(one) = all.get(index) else { return Line::default() };
        let cells: Vec<_> = columns.iter().map(|column| (column.cell)(one, today, look)).collect();
        table::row(look, &widths, &cells)
    });
}

fn shown(register: &Register, model: &Model) -> Vec<String> {
    let all = register.all.as_ref().map_or(0, Vec::len);
    let of = |state: State| match register.count(state, model.about.today) {
        0 => String::new(),
        some => format!("{some} {state}"),
    };
    let find = if register.find.is_empty() { String::new() } else { format!("/{}", register.find) };
    let count = wording::count(u64::try_from(all).unwrap_or(u64::MAX), "certification");
    vec![
        count,
        of(State::Suspended),
        of(State::Expired),
        of(State::Revoked),
        register.order.title().to_owned(),
        find,
    ]
}

fn plain(text: &str, look: &Look) -> (String, Style) {
    (text.to_owned(), look.theme.text)
}

fn day(day: Option<NaiveDate>) -> String {
    day.map_or_else(String::new, |day| day.to_string())
}

/// What is most pressing, where there is room for one thing: what lapsed, then the standing, then what is open.
fn pressing(one: &Certification, today: NaiveDate, look: &Look) -> (String, Style) {
    let open = one.open_conditions(today);
    match one.on(today).state {
        State::InForce | State::Waiting if open.open > 0 => {
            let (said, style) = conditions(one, today, look);
            (format!("conditions: {said}"), style)
        }
        _ => standing(one, today, look),
    }
}

fn standing(one: &Certification, today: NaiveDate, look: &Look) -> (String, Style) {
    let soon = today.checked_add_days(Days::new(SOON)).unwrap_or(NaiveDate::MAX);
    let standing = one.on(today);
    let style = match standing.state {
        State::Revoked | State::Expired => look.theme.bad,
        State::Suspended | State::Waiting | State::Upcoming => look.theme.warn,
        State::InForce if one.until.is_some_and(|until| until <= soon) => look.theme.warn,
        State::InForce => look.theme.text,
    };
    let said = match standing.state {
        State::InForce | State::Expired => match wording::expiry(one.until, today) {
            far if far == "in force" => standing.to_string(),
            near => near,
        },
        _ => standing.to_string(),
    };
    (said, style)
}

/// What is open of the conditions, or that all are cleared.
fn conditions(one: &Certification, today: NaiveDate, look: &Look) -> (String, Style) {
    let open = one.open_conditions(today);
    match (open.open, open.lapsed) {
        (0, _) if one.conditions.is_empty() => (String::new(), look.theme.text),
        (0, _) if one.outstanding().next().is_some() => ("asked no more".to_owned(), look.theme.dim),
        (0, _) => ("all cleared".to_owned(), look.theme.text),
        (all, 0) => (format!("{all} open"), look.theme.warn),
        (all, lapsed) if all == lapsed => (format!("{lapsed} lapsed"), look.theme.bad),
        (all, lapsed) => (format!("{all} open, {lapsed} lapsed"), look.theme.bad),
    }
}

/// The conditions of a certification and what was decided of it later, a line each: what is open first.
fn more(one: &Certification, today: NaiveDate, look: &Look) -> Vec<(String, Style)> {
    let mut lines = Vec::new();
    for curb in one.curbs.iter().rev() {
        let until = curb.until.map(|until| format!(" until {until}")).unwrap_or_default();
        let said = match curb.kind {
            CurbKind::Revoked => format!("Revoked on {}, by ballot {}", curb.from, curb.ballot),
            CurbKind::Suspended => format!("Suspended from {}{until}, by ballot {}", curb.from, curb.ballot),
        };
        lines.push((said, look.theme.text));
    }
    let (cleared, open): (Vec<_>, Vec<_>) = one.conditions.iter().partition(|one| one.cleared.is_some());
    for condition in open.into_iter().chain(cleared) {
        let style = match condition.state(today) {
            ConditionState::Lapsed => look.theme.bad,
            ConditionState::DueSoon => look.theme.warn,
            ConditionState::Open => look.theme.text,
            ConditionState::Cleared => look.theme.dim,
        };
        let shown =
            condition.cleared.as_ref().map(|cleared| format!(": {}", cleared.evidence)).unwrap_or_default();
        let said = format!(
            "Condition {}: {}; {}; {}{shown}",
            condition.n,
            condition.condition.text,
            condition.condition.owner,
            condition.standing(today)
        );
        lines.push((said, style));
    }
    lines
}
