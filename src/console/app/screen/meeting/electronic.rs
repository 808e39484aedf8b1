//! An electronic ballot is opened: on an application that is ready or certified, until a deadline.

use super::{Matter, Opening, Votable, making, motion};
use crate::{
    console::app::{
        effect::Effect,
        model::Model,
        notice::Notice,
        overlay::{Choice, Confirm, Field, Form, Pick},
        screen::Screen,
        wording,
    },
    record::Change,
    review::{Ref, Stage},
    rules::day,
};

/// The application in front, where one is, and where it stands.
fn in_front(model: &Model) -> Option<(&Ref, Stage)> {
    match model.screen {
        Screen::Queue => model.screens.queue.chosen().map(|listed| (&listed.row.reference, listed.row.stage)),
        Screen::Review => {
            model.screens.review.file.as_ref().map(|file| (file.reference(), file.standing().stage))
        }
        _ => None,
    }
}

/// Why no ballot without a meeting can be opened on the application in front, if so.
pub fn cannot_open(model: &Model) -> Option<String> {
    match in_front(model) {
        None => Some("no application is chosen.".to_owned()),
        Some((_, Stage::ReadyForTac | Stage::Decided)) => None,
        Some((_, stage)) => Some(format!("it is {}, not ready for TAC.", wording::stage(stage))),
    }
}

/// Asks for the application, where none is in front, and for the deadline of a ballot by all members, without a meeting;
/// then for what is moved.
pub fn ask(model: &mut Model) -> Vec<Effect> {
    match in_front(model).map(|(reference, _)| reference.clone()) {
        Some(reference) => ask_deadline(model, reference),
        None => making::votable(model),
    }
}

/// Asks which of `votable` is put to all members.
pub(super) fn choose(model: &mut Model, votable: Vec<Votable>) -> Vec<Effect> {
    if model.screen != Screen::Meeting {
        return Vec::new();
    }
    if votable.is_empty() {
        let why = "Nothing can be voted on without a meeting: nothing is ready for TAC and on no agenda, or certified.";
        return model.say(Notice::refused(why));
    }
    let choice = |one: &Votable| Choice {
        label: format!("{} {}", one.reference, one.organisation),
        note: format!("{}, {}", wording::program(one.program), stands(one.stage)),
    };
    let choices = votable.iter().map(choice).collect();
    model.open(Pick::new("Electronic ballot: on what?", choices, move |model, index| {
        match votable.get(index) {
            Some(one) => ask_deadline(model, one.reference.clone()),
            None => Vec::new(),
        }
    }))
}

/// Where it stands: what is decided can be voted on because it is certified.
const fn stands(stage: Stage) -> &'static str {
    match stage {
        Stage::Decided => "certified",
        stage => wording::stage(stage),
    }
}

fn ask_deadline(model: &mut Model, reference: Ref) -> Vec<Effect> {
    let today = model.about.today;
    let title = format!("Electronic ballot on {reference}");
    let deadline = Field::new("Deadline", "A day, as 2026-12-01 or +7, or with a time, as 2026-12-01T17:00.")
        .check(move |text| day::end_meant(text, today).map(drop).map_err(|why| format!("{why}.")));
    model.open(Form::new(title, vec![deadline], move |model, texts| {
        let [deadline] = texts.as_slice() else { return Vec::new() };
        match day::end_meant(deadline, today) {
            Ok(ends) => making::ask_what(reference.clone(), ends),
            Err(why) => model.say(Notice::refused(why.to_string())),
        }
    }))
}

/// Asks what is moved on `matter`.
pub(super) fn put(model: &mut Model, matter: Matter) -> Vec<Effect> {
    let reference = &matter.item.application.reference;
    let title = format!("{reference}, {}: what is moved?", matter.organisation());
    motion::ask_motion_on(model, title, matter)
}

/// Shows what all members will be asked and what is frozen, and opens the ballot on yes.
pub(super) fn confirm(model: &mut Model, opening: Opening) -> Vec<Effect> {
    let Opening { matter, changes } = opening;
    let Some(Change::BallotOpened { roster, .. }) = changes.first() else { return Vec::new() };
    let ends = matter.ends.map(|ends| ends.format("%Y-%m-%d, %H:%M").to_string()).unwrap_or_default();
    let decided = format!(
        "{} members answer until {ends}, without a meeting; a majority of all of them decides.",
        roster.len()
    );
    let lines = motion::opening(&matter, &changes, &[decided]);
    let reference = matter.item.application.reference;
    let title = format!("Open the electronic ballot on {reference}?");
    let (session, what) = (matter.meeting, format!("electronic ballot on {reference} opened"));
    model.open(Confirm::new(title, lines, move |model| {
        let mut effects = model.go(Screen::Meeting);
        effects.extend(making::make(model, session.clone(), what.clone(), changes.clone()));
        effects
    }))
}
