//! What is always in sight: who asks for what, where it stands, the verdict, the forecast, and what is in the way.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{Scene, status};
use crate::console::app::screen::meeting::words::conflict_below;
use crate::console::app::screen::review::detail::verdict::way;
use crate::console::app::wording;
use crate::console::view::widget::text;
use crate::review::application::set_aside;
use crate::review::assessment::points_shown;

/// From this height on there is room for everything.
const FULL: u16 = 18;
/// From this on for a second line of what is in the way.
const ROOMY: u16 = 24;
/// And from this on for a remark and for advice.
const TALL: u16 = 28;

/// Rows that the header takes of an area.
pub(super) fn height(scene: Scene<'_>, area: Rect) -> u16 {
    if area.height < FULL {
        return 2;
    }
    3 + u16::try_from(below(scene, area).len()).unwrap_or_default() + u16::from(area.height >= TALL)
}

/// Draws the header.
pub(super) fn draw(scene: Scene<'_>, frame: &mut Frame<'_>, area: Rect, whole: Rect) {
    let mut rows = area.rows();
    let mut next = || rows.next().unwrap_or_default();
    if area.height <= 2 {
        return brief(scene, frame, next(), next());
    }
    who(scene, frame, next());
    where_it_stands(scene, frame, next());
    verdict(scene, frame, next());
    for (line, style) in below(scene, whole) {
        text::put(frame, next(), &format!(" {line}"), style);
    }
}

/// What is in the way in one line, or two; where there is room the first remark and the best advice.
fn below(scene: Scene<'_>, whole: Rect) -> Vec<(String, Style)> {
    let look = scene.look;
    let width = usize::from(whole.width.saturating_sub(2));
    let tall = whole.height >= TALL;
    let room = if whole.height >= ROOMY { 2 } else { 1 };
    let way = text::wrap(&format!("In the way: {}", way(scene.reckoning)), width);
    let cut = way.len() > room;
    let mut lines: Vec<(String, Style)> =
        way.into_iter().take(room).map(|line| (line, look.theme.text)).collect();
    if let (true, Some((last, _))) = (cut, lines.last_mut()) {
        *last = text::cut(
            &format!("{} {}", text::cut(last, width.saturating_sub(2), look), look.symbols.ellipsis),
            width,
            look,
        );
    }
    let assessment = &scene.reckoning.assessment;
    let remark = assessment.remarks.first().filter(|_| tall);
    lines.extend(remark.map(|remark| {
        (text::cut(&format!("Remark: {}: {}", remark.field, remark.text), width, look), look.theme.text)
    }));
    let advice = assessment.advice.first().filter(|_| tall);
    lines.extend(
        advice.map(|advice| (text::cut(&format!("Advice: {}", advice.text), width, look), look.theme.dim)),
    );
    lines
}

/// Where there are two rows only: the verdict and who asks, the forecast and what is in the way.
fn brief(scene: Scene<'_>, frame: &mut Frame<'_>, first: Rect, second: Rect) {
    let (assessment, look) = (&scene.reckoning.assessment, scene.look);
    let word = format!(" {}", assessment.verdict.as_str().to_uppercase());
    let application = scene.file.application();
    let between = format!(" {} ", look.symbols.separator);
    let parts = [application.facts.organisation.name.as_str(), application.program.name()];
    let rest =
        format!("{between}{}{between}{}", parts.join(&between), wording::stage(application.review.stage));
    let room = usize::from(first.width).saturating_sub(text::width(&word));
    let line = Line::from_iter([
        Span::styled(word, status::verdict(assessment.verdict, look)),
        Span::styled(text::cut(&rest, room, look), look.theme.heading),
    ]);
    frame.render_widget(line, first);
    let way =
        if assessment.in_the_way.is_empty() { "nothing in the way".to_owned() } else { way(scene.reckoning) };
    let line = format!(" forecast {}{between}{way}", assessment.forecast);
    text::put(frame, second, &text::cut(&line, usize::from(second.width), look), look.theme.text);
}

/// Who asks for what; on the right the ref and the place in the queue.
fn who(scene: Scene<'_>, frame: &mut Frame<'_>, area: Rect) {
    let (application, look) = (scene.file.application(), scene.look);
    let reference = application.reference.as_str();
    let right = match scene.file.loaded.place {
        Some((at, total)) => format!("{reference} {} {} of {total} ", look.symbols.separator, at + 1),
        None => format!("{reference} "),
    };
    let right = text::cut(&right, usize::from(area.width) / 2, look);
    let room = usize::from(area.width).saturating_sub(text::width(&right)).saturating_sub(2);
    let program = format!(" {} {}", look.symbols.separator, application.program.title());
    let name = &application.facts.organisation.name;
    let name = text::cut(name, room.saturating_sub(text::width(&program)).max(room / 2), look);
    let left = room.saturating_sub(text::width(&name));
    let line = Line::from_iter([
        Span::raw(" "),
        Span::styled(name, look.theme.heading),
        Span::styled(text::cut(&program, left, look), look.theme.text),
    ]);
    frame.render_widget(line, area);
    text::put_right(frame, area, &right, look.theme.dim);
}

/// The stage, who reviews it, by when, and the rest that one line has room for.
fn where_it_stands(scene: Scene<'_>, frame: &mut Frame<'_>, area: Rect) {
    let (application, review) = (scene.file.application(), &scene.file.application().review);
    let mut parts = vec![format!("{} since {}", wording::stage(review.stage), review.since)];
    parts.extend(review.parked.map(|day| set_aside(day, scene.today)));
    parts.extend(scene.file.council());
    match scene.file.reviewer() {
        None => parts.push("nobody assigned".to_owned()),
        Some((name, conflicts)) => {
            parts.push(name.to_owned());
            parts.extend(conflicts.first().map(|one| format!("conflict: {}", conflict_below(one))));
        }
    }
    parts.push(review.due.map_or_else(
        || "no due date".to_owned(),
        |day| match wording::due(day, scene.today) {
            late if late.ends_with("late") => format!("due {day}, {late}"),
            _ => format!("due {day}"),
        },
    ));
    if let Some(parent) = &application.facts.organisation.parent {
        parts.push(format!("part of {}", parent.name));
    }
    parts.push(format!("received {}", application.received));
    parts.push(format!("{}, edition {}", application.kind, application.edition));
    if let Some(presented) = &review.presented {
        parts.push(format!("presented anyway by {}: {}", presented.by, presented.because));
    }
    if let Some(locked) = scene.file.locked() {
        parts.insert(1, locked);
    }
    let between = format!(" {} ", scene.look.symbols.separator);
    let line = text::cut(&parts.join(&between), usize::from(area.width.saturating_sub(1)), scene.look);
    text::put(frame, area, &format!(" {line}"), scene.look.theme.text);
}

/// The verdict, the forecast, the meter of the options, and how many remarks there are.
fn verdict(scene: Scene<'_>, frame: &mut Frame<'_>, area: Rect) {
    let (assessment, look) = (&scene.reckoning.assessment, scene.look);
    let mut parts = vec![format!("forecast {}", assessment.forecast)];
    if let Some(points) = &assessment.points {
        parts.push(format!(
            "{} of {} points, {} claimed",
            points_shown(points.total),
            points.required,
            points_shown(points.claimed_total)
        ));
    }
    if let Some(options) = &assessment.options {
        parts.push(format!("options {} of {} needed, {} listed", options.met, options.need, options.of));
    }
    if assessment.remarks.iter().any(|remark| remark.field == "verdict") {
        parts.push("unstated rules".to_owned());
    }
    match assessment.remarks.len() {
        0 => {}
        remarks => {
            let key = scene.keymap.first("review.verdict").map(|key| format!(" ({key})")).unwrap_or_default();
            let remarks = u64::try_from(remarks).unwrap_or(u64::MAX);
            parts.push(format!("{}{key}", wording::count(remarks, "remark")));
        }
    }
    let between = format!(" {} ", look.symbols.separator);
    let word = format!(" {}", assessment.verdict.as_str().to_uppercase());
    let rest = format!("{between}{}", parts.join(&between));
    let room = usize::from(area.width).saturating_sub(text::width(&word));
    let line = Line::from_iter([
        Span::styled(word, status::verdict(assessment.verdict, look)),
        Span::styled(text::cut(&rest, room, look), look.theme.text),
    ]);
    frame.render_widget(line, area);
}
