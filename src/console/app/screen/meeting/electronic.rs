//! An electronic ballot is opened: on an application that is ready, until a deadline.

use chrono::NaiveDateTime;

use super::{MeetingRequest, making};
use crate::{
    console::app::{
        effect::Effect,
        model::Model,
        notice::Notice,
        overlay::{Field, Form, answer},
        screen::Screen,
        wording,
    },
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
        Some((_, Stage::ReadyForTac)) => None,
        Some((_, stage)) => Some(format!("it is {}, not ready for TAC.", wording::stage(stage))),
    }
}

/// Asks for the application and the deadline, and opens the ballot on it: to approve, by all members, without a
/// meeting.
pub fn ask(model: &mut Model) -> Vec<Effect> {
    let reference = in_front(model).map(|(reference, _)| reference.to_string()).unwrap_or_default();
    let today = model.about.today;
    let fields = vec![
        Field::new("Application", "Its ref; it must be ready for TAC and on no agenda.")
            .text(&reference)
            .check(answer::some_text),
        Field::new("Deadline", "A day, as 2026-12-01 or +7, or with a time, as 2026-12-01T17:00.")
            .check(move |text| day::end_meant(text, today).map(drop).map_err(|why| format!("{why}."))),
    ];
    model.open(Form::new("Electronic ballot, to approve", fields, move |model, texts| {
        let [reference, deadline] = texts.as_slice() else { return Vec::new() };
        match day::end_meant(deadline, today) {
            Ok(ends) => opened(model, Ref::from(reference.trim()), ends),
            Err(why) => model.say(Notice::refused(why.to_string())),
        }
    }))
}

fn opened(model: &mut Model, reference: Ref, ends: NaiveDateTime) -> Vec<Effect> {
    let what = format!("electronic ballot on {reference} opened");
    let mut effects = model.go(Screen::Meeting);
    effects.extend(making::send(model, what, MeetingRequest::Electronic { reference, ends }));
    effects
}
