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
    },
    review::Ref,
};

/// The application in front, where one is.
fn in_front(model: &Model) -> Option<Ref> {
    match model.screen {
        Screen::Queue => model.screens.queue.chosen().map(|listed| listed.row.reference.clone()),
        Screen::Review => model.screens.review.open.clone(),
        Screen::Meeting => model.screens.meeting.row().and_then(|row| row.reference.cloned()),
        _ => None,
    }
}

/// Asks for the application and the deadline, and opens the ballot on it: to approve, by all members, without a
/// meeting.
pub fn ask(model: &mut Model) -> Vec<Effect> {
    let reference = in_front(model).map(|reference| reference.to_string()).unwrap_or_default();
    let fields = vec![
        Field::new("Application", "Its ref; it must be ready for TAC and on no agenda.")
            .text(&reference)
            .check(answer::some_text),
        Field::new("Deadline", "A day, as 2026-12-01, or with a time, as 2026-12-01T17:00.")
            .check(|text| ends(text).map(drop)),
    ];
    model.open(Form::new("Electronic ballot, to approve", fields, |model, texts| {
        let [reference, deadline] = texts.as_slice() else { return Vec::new() };
        match ends(deadline) {
            Ok(ends) => opened(model, Ref::from(reference.trim()), ends),
            Err(why) => model.say(Notice::refused(why)),
        }
    }))
}

fn opened(model: &mut Model, reference: Ref, ends: NaiveDateTime) -> Vec<Effect> {
    let what = format!("electronic ballot on {reference} opened");
    let mut effects = model.go(Screen::Meeting);
    effects.extend(making::send(model, what, MeetingRequest::Electronic { reference, ends }));
    effects
}

/// The deadline that somebody typed: the end of a day, or a time of it.
///
/// # Errors
/// What is wrong with the text.
fn ends(text: &str) -> Result<NaiveDateTime, String> {
    let text = text.trim();
    let day = format!("{text}T23:59");
    let parsed = [text, day.as_str()]
        .into_iter()
        .find_map(|text| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").ok());
    parsed.ok_or_else(|| format!("`{text}` is no deadline; write it as 2026-12-01 or 2026-12-01T17:00"))
}
