//! A ballot: the motion, the tally in large figures, what is still needed, and the roll; once declared, the result.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::big::{self, Dot, Figure};
use super::flow::Flow;
use super::roll::{self, Shown};
use crate::console::app::model::Model;
use crate::console::app::present::{Agendum, Poll, Present, Sitting, reading::LOW};
use crate::console::app::screen::meeting::words;
use crate::console::view::Look;
use crate::console::view::widget::text;
use crate::council::{Outcome, Position, Prospect, Silence};
use crate::text::sentence;

/// Lines of a motion where there are none to spare.
const MOTION: u16 = 2;

/// What stands in the middle of the page.
enum Centre {
    Result(String, Outcome),
    Tally(Vec<Figure>),
}

/// Up to this height what comes next is left out.
const SHORT: u16 = 22;

/// Draws the ballot.
pub(super) fn draw(
    model: &Model,
    present: &Present,
    sitting: &Sitting,
    poll: &Poll,
    flow: &mut Flow<'_, '_>,
) {
    let hidden = present.hides(poll);
    let more = text::more(flow.look, model.keymap.first("present.motion"));
    if flow.left().height < LOW {
        return low(sitting, poll, (hidden, &more), flow);
    }
    let below = below(poll, sitting, hidden, flow.left(), flow.look);
    let area = flow.left();
    let whole = flow.rows_of(&poll.motion);
    let around = 2_u16.saturating_add(rows(below.len()));
    let texts = around.saturating_add(whole.min(MOTION));
    let centre = centre(poll, hidden, flow.look);
    let spare = |seats: u16| area.height.saturating_sub(texts).saturating_sub(seats).saturating_sub(1);
    let (least, liked) =
        (roll::least(sitting.roll.len(), area.width), roll::liked(&sitting.roll, area.width));
    let (large, dot) = match fit(&centre, area, spare(liked)) {
        (_, None) => fit(&centre, area, spare(least)),
        found => found,
    };
    // What is spare goes to the motion first: it is what the room votes on.
    let others = around.saturating_add(large).saturating_add(liked);
    let motion = whole.min(area.height.saturating_sub(others).max(MOTION));
    flow.spread(others.saturating_add(motion), [0, 2, 1]);
    title(poll, (motion, &more), flow);
    flow.gap();
    middle(&centre, dot, flow);
    flow.gap();
    for (line, style) in &below {
        flow.line(line, *style);
    }
    flow.gap();
    roll::draw(flow, &sitting.roll, if hidden { Shown::Answered } else { Shown::Positions });
}

/// The ballot on a low page.
fn low(sitting: &Sitting, poll: &Poll, (hidden, more): (bool, &str), flow: &mut Flow<'_, '_>) {
    let centre = centre(poll, hidden, flow.look);
    flow.shortened(&poll.motion, usize::from(MOTION), more, flow.look.theme.strong);
    middle(&centre, None, flow);
    if poll.outcome.is_some() {
        big::figures(flow, &positions(poll, flow.look), None);
    }
    if poll.prospect.is_none() {
        flow.line(&words::short_quorum(&poll.room), flow.look.theme.text);
    } else if let Some((line, style)) = below(poll, sitting, hidden, Rect::ZERO, flow.look).first() {
        flow.line(line, *style);
        let quorum = if poll.room.quorum.met { flow.look.theme.text } else { flow.look.theme.warn };
        flow.line(&words::short_room(&poll.room), quorum);
    }
    roll::draw(flow, &sitting.roll, if hidden { Shown::Answered } else { Shown::Positions });
}

/// The tally, or the result.
fn middle(centre: &Centre, dot: Option<Dot>, flow: &mut Flow<'_, '_>) {
    match (centre, dot) {
        (Centre::Tally(figures), dot) => big::figures(flow, figures, dot),
        (Centre::Result(word, outcome), Some(dot)) => {
            let (place, style) = (flow.take(dot.height()), style(*outcome, flow.look));
            big::draw(flow, place, dot, &word.to_uppercase(), style);
        }
        (Centre::Result(word, outcome), None) => {
            flow.line(&format!("DECLARED: {}", word.to_uppercase()), style(*outcome, flow.look));
        }
    }
}

/// Who asks, the motion, and the rules it is judged by.
fn title(poll: &Poll, (lines, more): (u16, &str), flow: &mut Flow<'_, '_>) {
    let theme = &flow.look.theme;
    let (heading, strong, dim) = (theme.heading, theme.strong, theme.dim);
    let edition = format!("{} {} {}", poll.edition, flow.look.symbols.separator, poll.id);
    flow.line(&poll.organisation, heading);
    flow.shortened(&poll.motion, usize::from(lines), more, strong);
    flow.line(&edition, dim);
}

fn fit(centre: &Centre, area: Rect, rows: u16) -> (u16, Option<Dot>) {
    match centre {
        Centre::Tally(figures) => big::fit(figures, area, rows),
        Centre::Result(word, _) => {
            let dot = Dot::largest(&[&word.to_uppercase()], area.width, rows.min(area.height / 4));
            (dot.map_or(1, Dot::height), dot)
        }
    }
}

fn centre(poll: &Poll, hidden: bool, look: &Look) -> Centre {
    if let Some(outcome) = poll.outcome {
        return Centre::Result(outcome.words().to_owned(), outcome);
    }
    if hidden {
        let theme = &look.theme;
        let answered = Figure { number: poll.answered.into(), label: "answered", style: theme.strong };
        return Centre::Tally(vec![answered, silent(poll, look)]);
    }
    Centre::Tally(positions(poll, look))
}

/// Seats in the room that are still waited for; once it is closed, all that were there without a position.
fn silent(poll: &Poll, look: &Look) -> Figure {
    let (number, silence) = match poll.prospect {
        Some(_) => (poll.outstanding, Silence::ToCome),
        None => (poll.outstanding.saturating_add(poll.aside), Silence::NoPosition),
    };
    Figure { number: number.into(), label: words::silence(silence), style: look.theme.text }
}

/// How many took each position, and how many none.
fn positions(poll: &Poll, look: &Look) -> Vec<Figure> {
    let (split, theme) = (&poll.split, &look.theme);
    let figure = |number: u32, label, style| Figure { number: number.into(), label, style };
    let of = |number, label, position| {
        let style = if number == 0 { theme.dim } else { roll::position_style(position, look) };
        figure(number, label, style)
    };
    vec![
        of(split.for_, "for", Position::For),
        of(split.against, "against", Position::Against),
        of(split.abstain, "abstaining", Position::Abstain),
        of(split.recused, "recused", Position::Recused),
        silent(poll, look),
    ]
}

/// What is still needed, and whether there is a quorum; once closed, the arithmetic.
fn below(poll: &Poll, sitting: &Sitting, hidden: bool, area: Rect, look: &Look) -> Vec<(String, Style)> {
    let theme = &look.theme;
    let quorum = if poll.room.quorum.met { theme.text } else { theme.warn };
    let Some(prospect) = poll.prospect else {
        let [quorum, votes, rule] = &poll.arithmetic;
        let line = |(label, line): &(&str, String)| (format!("{label:<8}{line}"), theme.text);
        if poll.outcome.is_none() {
            return vec![line(quorum), line(rule)];
        }
        let mut lines = vec![line(quorum), line(votes), line(rule)];
        let next = sitting.next().filter(|_| area.height > SHORT);
        let said =
            |(number, item): (usize, &Agendum)| format!("Next    item {number}, {}", item.organisation);
        lines.extend(next.map(|next| (said(next), theme.dim)));
        return lines;
    };
    let style = if matches!(prospect, Prospect::NoQuorum { .. }) { theme.warn } else { theme.strong };
    let (still, needed) = if hidden {
        ("The tally is hidden until the ballot is closed.".to_owned(), sentence(&poll.threshold))
    } else {
        (sentence(&words::prospect(prospect)), sentence(&poll.needed))
    };
    let one = format!("{still} {needed}");
    let mut lines = if text::width(&one) <= usize::from(area.width) {
        vec![(one, style)]
    } else {
        vec![(still, style), (needed, theme.text)]
    };
    lines.push((sentence(&words::room(&poll.room)), quorum));
    lines.extend(poll.left.as_ref().map(|left| (sentence(left), theme.warn)));
    lines
}

const fn style(outcome: Outcome, look: &Look) -> Style {
    match outcome {
        Outcome::Adopted => look.theme.good,
        Outcome::NotAdopted => look.theme.bad,
        Outcome::NoDecision | Outcome::NeedsRuling => look.theme.warn,
    }
}

fn rows(lines: usize) -> u16 {
    u16::try_from(lines).unwrap_or(u16::MAX)
}
