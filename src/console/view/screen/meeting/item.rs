//! The chosen item: who asks for what by which rules, and its ballot.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::page::Page;
use super::{agenda, ballot, last, result};
use crate::console::app::model::Model;
use crate::console::app::screen::meeting::{Row, Sight, in_full, words};
use crate::console::app::wording;
use crate::console::view::Look;
use crate::console::view::widget::text;
use crate::council::{Ballot, BallotState, MeetingState, motion, together::motion as of_motion};
use crate::review::Verdict;

/// Draws the item.
pub(super) fn draw(model: &Model, look: &Look, frame: &mut Frame<'_>, area: Rect, sight: &Sight) {
    let Some(row) = model.screens.meeting.row() else { return };
    let mut page = Page::new(look, frame, area);
    let foot = page.foot(1);
    page.gap(26);
    match row.ballot {
        None => before(&mut page, model, row, sight),
        Some(open) if open.is_open() => ballot::draw(&mut page, model, row, sight, open),
        Some(over) => result::draw(&mut page, model, row, sight, over),
    }
    let (frame, _) = page.rest();
    last::draw(model, look, frame, foot);
}

/// How far a ballot has come, over a page.
pub(super) const fn state(ballot: &Ballot) -> &'static str {
    match ballot.state {
        BallotState::Open => "BALLOT OPEN, PROVISIONAL",
        BallotState::Closed { .. } => "CLOSED, NOT DECLARED",
        BallotState::Declared { .. } => "DECLARED",
    }
}

/// The first lines of an item: number and applicant, program and edition, and the motion.
pub(super) fn head(page: &mut Page<'_, '_>, model: &Model, row: Row<'_>, sight: &Sight) {
    let theme = &page.look.theme;
    let (heading, strong, plain, dim) = (theme.heading, theme.strong, theme.text, theme.dim);
    let state = match row.ballot {
        None if row.free.is_some() => "",
        None if sight.meeting.state == MeetingState::Adjourned => "NOT VOTED ON",
        None => "TO DO",
        Some(ballot) => state(ballot),
    };
    let of = sight.meeting.topics().len();
    let title = format!("Item {} of {of}   {}", row.number, row.organisation());
    let state = if page.width() < 60 { state.rsplit(", ").next().unwrap_or(state) } else { state };
    page.ends((&title, heading), (state, strong));
    if page.height() < 9 {
        return;
    }
    let name = row.ballot.map(|ballot| ballot.id.to_string());
    let Some(name) = name.or_else(|| row.reference.map(ToString::to_string)) else { return };
    let program = row.program().map(crate::rules::Program::title).unwrap_or_default();
    let edition = row.item.map(words::edition).unwrap_or_default();
    let between = page.look.symbols.separator.clone();
    let whole = format!("{name} {between} {program} {between} {edition}");
    let short = edition.split(':').next().unwrap_or_default();
    let fits = text::width(&whole) <= page.width();
    page.line(
        if fits { whole } else { format!("{name} {between} {program} {between} {short}") }.as_str(),
        dim,
    );
    if let Some(ballot) = row.ballot {
        together(page, ballot, sight);
        let motion = motion::in_full(ballot.motion, &ballot.terms, &ballot.organisation, ballot.program);
        let lines = if ballot.terms.is_empty() { 2 } else { 6 };
        let more = text::more(page.look, model.keymap.first("ballot.motion"));
        page.shortened(&format!("Motion to {}: {motion}", ballot.motion.words()), lines, &more, plain);
        let mover = in_full::movers(ballot.mover, ballot.seconder, &ballot.roster);
        let again = ballot.again.as_ref().map(|again| format!("Takes up {again} again."));
        let said: Vec<String> = mover.into_iter().chain(again).collect();
        if !said.is_empty() {
            page.line(&said.join(" "), dim);
        }
    }
}

/// What the ballot goes together with, until when an electronic one is open, and who pulled it.
fn together(page: &mut Page<'_, '_>, ballot: &Ballot, sight: &Sight) {
    let (text, warn) = (page.look.theme.text, page.look.theme.warn);
    let all = of_motion(&sight.meeting.ballots, ballot);
    if all.len() > 1 {
        let others: Vec<String> =
            all.iter().filter(|one| one.id != ballot.id).map(|one| one.id.to_string()).collect();
        page.wrapped(&format!("ONE MOTION with {}", others.join(", ")), 2, text);
    }
    if let Some(deadline) = ballot.deadline {
        let ends = deadline.with_timezone(&sight.offset).format("%Y-%m-%d %H:%M");
        page.line(&format!("Electronic: all members may answer until {ends}"), text);
    }
    if let Some(pulled) = &ballot.pulled {
        page.line(&format!("Ended without a decision: {pulled}"), warn);
    }
}

/// An item that has not been put to the vote.
fn before(page: &mut Page<'_, '_>, model: &Model, row: Row<'_>, sight: &Sight) {
    head(page, model, row, sight);
    page.gap(12);
    let (text, warn, dim) = (page.look.theme.text, page.look.theme.warn, page.look.theme.dim);
    let Some(item) = row.item else {
        if row.free.is_none() {
            page.line("The application is not in the file.", dim);
        }
        return notes(page, row, sight);
    };
    let review = &item.application.review;
    let verdict = match item.verdict {
        Verdict::Ready => "ready: everything needed holds",
        Verdict::Short => "SHORT of what is asked",
        Verdict::Incomplete => "INCOMPLETE: something is still open",
    };
    page.figure("Review", verdict, if item.verdict == Verdict::Ready { text } else { warn });
    if let Some(presented) = &review.presented {
        page.figure("Presented", &format!("{} took it on: {}", presented.by, presented.because), warn);
    }
    page.figure("Received", &item.application.received.to_string(), text);
    if let Some(parent) = &item.application.facts.organisation.parent {
        page.figure("Parent", &parent.name, text);
    }
    page.figure("Stage", wording::stage(review.stage), text);
    for earlier in &item.ballots {
        let said = format!("{} {}: {}", earlier.id, words::opened_in(earlier), words::state(earlier));
        page.figure("Before", &said, text);
    }
    for line in agenda::conflicts(row, sight) {
        page.wrapped(&line, 2, warn);
    }
    agenda::expected(page, row, sight);
    notes(page, row, sight);
    page.gap(6);
    let key = model.keymap.first("meeting.ballot").unwrap_or_default();
    if model.screens.meeting.in_session() {
        page.line(&format!("{key} puts it to the vote."), dim);
    }
}

/// What was noted of the item.
fn notes(page: &mut Page<'_, '_>, row: Row<'_>, sight: &Sight) {
    let Some(topic) = row.topic() else { return };
    let text = page.look.theme.text;
    for note in sight.meeting.notes_on(&topic) {
        page.wrapped(&words::note(note), 3, text);
    }
}
