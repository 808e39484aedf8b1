//! The agenda of a meeting: printed, added to, taken from, put in another order.

use std::str::FromStr;

use super::{
    CliError, Context, Work,
    council::{self, MeetingArg},
    docket, out,
    print::{Noted, Topical},
};
use crate::{
    council::{
        Forecast, Meeting, MeetingState, RuleSet, Topic, forecast, motion::TAKE_UP_AGAIN,
        together::beforehand,
    },
    record::{agenda as changes, describe::or_none},
    review::{Application, Ref, Stage},
    store::Store,
};

/// Where a line is moved to.
#[derive(Clone, Copy, Debug)]
pub(super) enum To {
    /// One place up.
    Up,
    /// One place down.
    Down,
    /// To this place; the first is 1.
    Place(usize),
}

impl FromStr for To {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "up" => Ok(Self::Up),
            "down" => Ok(Self::Down),
            place => match place.parse() {
                Ok(place) if place > 0 => Ok(Self::Place(place)),
                _ => Err("write up, down, or a place; the first is 1"),
            },
        }
    }
}

/// Writes the agenda. Its JSON form has the applications alone; `meeting show` has every line.
pub(super) fn print(named: Option<&MeetingArg>, context: &Context) -> Result<(), CliError> {
    let meeting = council::meeting(&docket::read(context)?, named)?;
    if context.json {
        return out::json(&meeting.agenda);
    }
    meeting.topics().iter().try_for_each(|topic| match topic {
        Topic::Application(reference) => out::line(reference.as_str()),
        Topic::Item(n) => out::line(&or_none(meeting.item_text(*n))),
    })
}

/// Adds `refs` to the agenda, takes them `off`, or lets it be them `only`; free items stay where they are.
pub(super) fn set(
    named: Option<&MeetingArg>,
    refs: Vec<String>,
    (off, only): (bool, bool),
    context: &Context,
) -> Result<(), CliError> {
    let work = Work::begin(context)?;
    let meeting = council::meeting(&work.store, named)?;
    let refs: Vec<Ref> = refs.into_iter().map(Ref::new).collect();
    let was = &meeting.agenda;
    if let Some(absent) = refs.iter().find(|one| off && !was.contains(one)) {
        return Err(CliError::Wrong(format!("{absent} is not on the agenda of meeting {}", meeting.id)));
    }
    let now: Vec<Ref> = match (off, only) {
        (true, _) => was.iter().filter(|one| !refs.contains(one)).cloned().collect(),
        (_, true) => refs.clone(),
        _ => was.iter().cloned().chain(refs.iter().filter(|one| !was.contains(one)).cloned()).collect(),
    };
    if !off {
        say_decided(&work, &meeting, &refs)?;
    }
    work.finish(changes::set_applications(&meeting, &now))
}

/// Says which of `refs` stay on the agenda because they were decided, and how they are voted on again: nothing is to
/// be changed on the agenda for it.
fn say_decided(work: &Work<'_>, meeting: &Meeting, refs: &[Ref]) -> Result<(), CliError> {
    for reference in refs.iter().filter(|one| meeting.agenda.contains(one)) {
        if work.application(reference)?.review.stage == Stage::Decided {
            out::message(&format!("{reference} is on the agenda and decided; {TAKE_UP_AGAIN}"));
        }
    }
    Ok(())
}

/// Puts a free item on the agenda.
pub(super) fn add(
    named: Option<&MeetingArg>,
    text: String,
    place: Option<u32>,
    context: &Context,
) -> Result<(), CliError> {
    let work = Work::begin(context)?;
    let meeting = council::meeting(&work.store, named)?;
    work.finish(changes::add_item(&meeting, text, place))
}

/// Moves a line.
pub(super) fn shift(
    named: Option<&MeetingArg>,
    item: &str,
    to: To,
    context: &Context,
) -> Result<(), CliError> {
    let work = Work::begin(context)?;
    let meeting = council::meeting(&work.store, named)?;
    let topic = find(&meeting, item)?;
    let mut topics = meeting.topics();
    let at = topics.iter().position(|one| *one == topic).unwrap_or_default();
    let line = topics.remove(at);
    let place = match to {
        To::Up => at.saturating_sub(1),
        To::Down => at.saturating_add(1),
        To::Place(place) => place.saturating_sub(1),
    };
    topics.insert(place.min(topics.len()), line);
    work.finish(changes::arrange(&meeting, &topics))
}

/// Takes a line off.
pub(super) fn off(named: Option<&MeetingArg>, item: &str, context: &Context) -> Result<(), CliError> {
    let work = Work::begin(context)?;
    let meeting = council::meeting(&work.store, named)?;
    let topic = find(&meeting, item)?;
    let mut topics = meeting.topics();
    topics.retain(|one| *one != topic);
    work.finish(changes::arrange(&meeting, &topics))
}

/// The line that is meant: a ref on the agenda, else the place of a line.
pub(super) fn find(meeting: &Meeting, text: &str) -> Result<Topic, CliError> {
    if let Some(reference) = meeting.agenda.iter().find(|reference| reference.as_str() == text) {
        return Ok(Topic::Application(reference.clone()));
    }
    let place = text.parse::<usize>().ok().and_then(|place| place.checked_sub(1));
    place.and_then(|place| meeting.topics().get(place).cloned()).ok_or_else(|| {
        CliError::Wrong(format!(
            "`{text}` is no line of the agenda of meeting {}: give a ref on it, or a place",
            meeting.id
        ))
    })
}

/// Every line of the agenda with what is to be said of it.
pub(super) fn topics(store: &Store, meeting: &Meeting, rules: &RuleSet) -> Result<Vec<Topical>, CliError> {
    let mut lines = Vec::new();
    for (place, topic) in (1..).zip(meeting.topics()) {
        let notes = meeting.notes_on(&topic).map(Noted::of).collect();
        let mut line = Topical { place, notes, ..Topical::default() };
        match &topic {
            Topic::Item(n) => meeting.item_text(*n).unwrap_or_default().clone_into(&mut line.text),
            Topic::Application(reference) => {
                line.reference = Some(reference.clone());
                if let Some(application) = store.application(reference)? {
                    line.text.clone_from(&application.facts.organisation.name);
                    let (since, changes) = store.since_packet(meeting, &application)?;
                    (line.since, line.changes) = (since, changes);
                    line.forecast = expected(store, meeting, rules, &application)?;
                    if line.forecast.is_some() {
                        let partners = store.partners(reference, meeting.date)?;
                        line.together = beforehand(reference, &partners, &meeting.id);
                    }
                }
            }
        }
        lines.push(line);
    }
    Ok(lines)
}

/// What is to be expected of an application that was not voted on yet.
fn expected(
    store: &Store,
    meeting: &Meeting,
    rules: &RuleSet,
    application: &Application,
) -> Result<Option<Forecast>, CliError> {
    let voted = meeting.ballots.iter().any(|ballot| ballot.id.application == application.reference);
    if voted || meeting.state == MeetingState::Adjourned {
        return Ok(None);
    }
    let (register, ballots) = (store.conflicts()?, store.ballots_of(&application.reference)?);
    Ok(Some(forecast::of_application(rules, meeting, &register, application.into(), &ballots)))
}
