//! An electronic ballot is opened: on an application that is ready or certified, until a deadline.

use chrono::NaiveDateTime;

use super::{Matter, MeetingRequest, making, motion};
use crate::{
    console::app::{
        effect::Effect,
        model::Model,
        notice::Notice,
        overlay::{Confirm, Field, Form, answer},
        screen::Screen,
        wording,
    },
    council::together::company,
    record::Moved,
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

/// Asks for the application and the deadline of a ballot by all members, without a meeting; then for what is moved.
pub fn ask(model: &mut Model) -> Vec<Effect> {
    let reference = in_front(model).map(|(reference, _)| reference.to_string()).unwrap_or_default();
    let today = model.about.today;
    let fields = vec![
        Field::new("Application", "Its ref; it must be ready for TAC and on no agenda, or certified.")
            .text(&reference)
            .check(answer::some_text),
        Field::new("Deadline", "A day, as 2026-12-01 or +7, or with a time, as 2026-12-01T17:00.")
            .check(move |text| day::end_meant(text, today).map(drop).map_err(|why| format!("{why}."))),
    ];
    model.open(Form::new("Electronic ballot", fields, move |model, texts| {
        let [reference, deadline] = texts.as_slice() else { return Vec::new() };
        match day::end_meant(deadline, today) {
            Ok(ends) => making::ask_what(Ref::from(reference.trim()), ends),
            Err(why) => model.say(Notice::refused(why.to_string())),
        }
    }))
}

/// Asks what is moved on `matter`.
pub(super) fn put(model: &mut Model, matter: Matter) -> Vec<Effect> {
    let title = format!("{}, {}: what is moved?", matter.application.reference, matter.organisation());
    motion::ask_motion_on(model, title, matter)
}

/// Shows what all members will be asked, and opens the ballot on yes.
pub(super) fn confirm(
    model: &mut Model,
    moved: &Moved,
    matter: &Matter,
    (ends, members): (NaiveDateTime, usize),
) -> Vec<Effect> {
    let reference = matter.application.reference.clone();
    let along = match company(&reference, moved.motion, &matter.partners, None) {
        Ok(along) => along,
        Err(missing) => return model.say(Notice::refused(missing.to_string())),
    };
    let moved = match moved.clone().completed(&matter.meeting, &matter.ballots) {
        Ok(moved) => moved,
        Err(refusal) => return model.say(Notice::refused(refusal.to_string())),
    };
    let mut lines = motion::is_moved(&moved, matter.organisation(), matter.application.program);
    lines.push(String::new());
    lines.push(format!(
        "{members} members answer until {}, without a meeting; a majority of all of them decides.",
        ends.format("%Y-%m-%d, %H:%M")
    ));
    lines.extend(motion::besides(&along, moved.warning(&matter.ballots)));
    let title = format!("Open the electronic ballot on {reference}?");
    model.open(Confirm::new(title, lines, move |model| {
        let what = format!("electronic ballot on {reference} opened");
        let request = MeetingRequest::Electronic { reference: reference.clone(), ends, moved: moved.clone() };
        let mut effects = model.go(Screen::Meeting);
        effects.extend(making::send(model, what, request));
        effects
    }))
}
