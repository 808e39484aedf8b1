//! What is always in sight: who asks for what, where it stands, the verdict, the forecast, and what is in the way.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Scene, status};
use crate::console::view::widget::text;
use crate::review::Status;

/// From this height on there is room for everything.
const FULL: u16 = 18;
/// And from this on for a second line of what is in the way.
const TALL: u16 = 28;

/// Rows that the header takes of an area.
pub(super) const fn height(area: Rect) -> u16 {
    match area.height {
        TALL.. => 6,
        FULL.. => 4,
        _ => 2,
    }
}

/// Draws the header.
pub(super) fn draw(scene: Scene<'_>, frame: &mut Frame<'_>, area: Rect) {
    let mut rows = area.rows();
    let mut next = || rows.next().unwrap_or_default();
    let full = area.height > 2;
    who(scene, frame, next(), full);
    if full {
        where_it_stands(scene, frame, next());
        verdict(scene, frame, next());
        let rest = usize::from(area.height).saturating_sub(3);
        let way = text::wrap(&in_the_way(scene), usize::from(area.width.saturating_sub(2)));
        let cut = way.len() > rest.min(2);
        for (n, line) in way.iter().take(rest.min(2)).enumerate() {
            let last = cut && n + 1 == rest.min(2);
            let more = if last { format!("{line} {}", scene.look.symbols.ellipsis) } else { line.clone() };
            let line = text::cut(&more, usize::from(area.width.saturating_sub(1)), scene.look);
            text::put(frame, next(), &format!(" {line}"), scene.look.theme.text);
        }
    } else {
        let assessment = &scene.reckoning.assessment;
        let first = assessment.in_the_way.first().cloned().unwrap_or_else(|| "nothing in the way".to_owned());
        let rest = format!(" (forecast {}): {first}", assessment.forecast);
        let word = format!(" {}", assessment.verdict);
        let room = usize::from(area.width).saturating_sub(text::width(&word));
        let line = Line::from_iter([
            Span::styled(word, status::verdict(assessment.verdict, scene.look)),
            Span::styled(text::cut(&rest, room, scene.look), scene.look.theme.text),
        ]);
        frame.render_widget(line, next());
    }
}

/// Who asks for what; on the right the ref and the place in the queue.
fn who(scene: Scene<'_>, frame: &mut Frame<'_>, area: Rect, full: bool) {
    let (application, look) = (scene.file.application(), scene.look);
    let reference = application.reference.as_str();
    let right = match scene.file.loaded.place {
        Some((at, total)) if full => format!("{reference} {} {} of {total} ", look.symbols.separator, at + 1),
        _ => format!("{reference} "),
    };
    let right = text::cut(&right, usize::from(area.width) / 2, look);
    let stage = if full {
        String::new()
    } else {
        format!(" {} {}", look.symbols.separator, application.review.stage)
    };
    let room = usize::from(area.width).saturating_sub(text::width(&right)).saturating_sub(2);
    let organisation = &application.facts.organisation;
    let parent = organisation.parent.as_ref().map(|parent| format!(" (of {})", parent.name));
    let name = format!("{}{}", organisation.name, parent.unwrap_or_default());
    let program = format!(" {} {}{stage}", look.symbols.separator, application.program.title());
    let program = if text::width(&name) + text::width(&program) > room && !full {
        format!(" {} {}", look.symbols.separator, application.program)
    } else {
        program
    };
    let name = text::cut(&name, room.saturating_sub(text::width(&program)).max(room / 2), look);
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
    let mut parts = vec![format!("{} since {}", review.stage, review.since)];
    if let Some(day) = review.parked {
        parts.push(format!("set aside until {day}"));
    }
    parts.push(review.assignee.clone().unwrap_or_else(|| "nobody assigned".to_owned()));
    parts.push(review.due.map_or_else(|| "no due date".to_owned(), |day| format!("due {day}")));
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
    let open = assessment.requirements.iter().filter(|one| one.status == Status::Open).count();
    let mut parts = vec![format!("forecast {}", assessment.forecast)];
    if let Some(points) = &assessment.points {
        parts.push(format!(
            "{} of {} points, {} claimed",
            points.total, points.required, points.claimed_total
        ));
    }
    if let Some(options) = &assessment.options {
        parts.push(format!("options {} of {} needed, {} listed", options.met, options.need, options.of));
    }
    parts.push(format!("{open} of {} undecided", assessment.requirements.len()));
    if assessment.remarks.iter().any(|remark| remark.field == "verdict") {
        parts.push("rests on unstated rules".to_owned());
    }
    match assessment.remarks.len() {
        0 => {}
        1 => parts.push("1 remark".to_owned()),
        remarks => parts.push(format!("{remarks} remarks")),
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

fn in_the_way(scene: Scene<'_>) -> String {
    let way = &scene.reckoning.assessment.in_the_way;
    if way.is_empty() {
        "Nothing stands in the way.".to_owned()
    } else {
        format!("In the way: {}", way.join("; "))
    }
}
