//! A time in the room is put right.

use chrono::NaiveTime;

use super::{Meeting, Sight, making, words};
use crate::{
    console::app::{
        effect::Effect,
        model::Model,
        notice::Notice,
        overlay::{Choice, Field, Form, Pick, answer},
    },
    council::{Attendance, Seat},
    record::meeting::{self, Times},
};

impl Meeting {
    /// Seats are in front: the page is not that of an item without a ballot.
    pub fn shows_seats(&self) -> bool {
        self.page != super::Page::Item || self.ballot().is_some()
    }
}

/// Asks which stay of the chosen seat is put right, the last one first, and for its times as they were in truth.
pub fn ask(model: &mut Model) -> Vec<Effect> {
    let screen = &model.screens.meeting;
    let (Some(sight), Some(seat)) = (&screen.sight, screen.seat().cloned()) else { return Vec::new() };
    let stays = sight.meeting.attendance.iter().rev().filter(|stay| stay.seat == seat.n);
    let mut stays: Vec<Option<Attendance>> = stays.copied().map(Some).collect();
    stays.push(None);
    if stays.len() == 1 {
        return ask_times(model, seat, None);
    }
    let choices = stays.iter().map(|stay| choice(sight, *stay)).collect();
    let title = format!("Which stay of {} is put right?", seat.named());
    model.open(Pick::new(title, choices, move |model, index| {
        stays.get(index).map_or_else(Vec::new, |stay| ask_times(model, seat.clone(), *stay))
    }))
}

/// A stay to choose; none is one that nobody recorded.
fn choice(sight: &Sight, stay: Option<Attendance>) -> Choice {
    let Some(stay) = stay else {
        return Choice { label: "another one".to_owned(), note: "it was not recorded".to_owned() };
    };
    let at = |at| words::time(at, sight.offset);
    let until = stay.left.map_or_else(|| "on".to_owned(), |left| format!("to {}", at(left)));
    let corrected = sight.meeting.corrected(&stay).map(|_| "corrected before".to_owned());
    Choice { label: format!("{} {until}", at(stay.since)), note: corrected.unwrap_or_default() }
}

/// Asks for the times of a stay of `seat` as they were in truth; `was` is what is recorded.
fn ask_times(model: &mut Model, seat: Seat, was: Option<Attendance>) -> Vec<Effect> {
    let Some(sight) = &model.screens.meeting.sight else { return Vec::new() };
    let at = |at| words::time(at, sight.offset);
    let since = was.map(|stay| at(stay.since)).unwrap_or_default();
    let left = was.and_then(|stay| stay.left).map(at).unwrap_or_default();
    let before = was.and_then(|stay| sight.meeting.corrected(&stay)).map_or_else(
        || "What is recorded now is kept beside it.".to_owned(),
        |one| format!("Corrected before by {}: {}", one.actor, one.because),
    );
    let fields = vec![
        Field::new("In", "When they came in, as 14:05; empty was not there at all.")
            .recorded(&since)
            .check(|text| time(text).map(drop)),
        Field::new("Out", "When they went out; empty did not go out.")
            .recorded(&left)
            .check(|text| time(text).map(drop)),
        Field::new("Because", before).check(answer::some_text),
    ];
    let title = format!("The times of {}", seat.named());
    let draft =
        format!("{title} on {}, {}", sight.meeting.id, if since.is_empty() { "one more" } else { &since });
    let form = Form::new(title, fields, move |model, texts| corrected(model, &seat, was, &texts));
    model.open(form.draft(draft))
}

/// A time of day, or none.
fn time(text: &str) -> Result<Option<NaiveTime>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let time = NaiveTime::parse_from_str(text, "%H:%M");
    time.map(Some).map_err(|_no_time| format!("`{text}` is no time; write it as 14:05"))
}

fn corrected(model: &mut Model, seat: &Seat, was: Option<Attendance>, texts: &[String]) -> Vec<Effect> {
    let Some(sight) = &model.screens.meeting.sight else { return Vec::new() };
    let [since, left, because] = texts else { return Vec::new() };
    // What was not touched keeps its seconds.
    let kept = |text: &str, at| words::time(at, sight.offset) == text;
    let instant = |text: &str, known: Option<_>| match known {
        Some(at) if kept(text, at) => Some(at),
        _ => meeting::instant(&sight.meeting, time(text).ok().flatten()?, sight.offset),
    };
    let since = instant(since, was.map(|was| was.since));
    let left = instant(left, was.and_then(|was| was.left));
    let now = since.and_then(|since| Times { since: Some(since), left: Some(left) }.of(seat.n, was));
    match meeting::correct(&sight.meeting, seat.n, was, now, because.clone()) {
        Ok(change) => {
            let (id, what) = (sight.meeting.id.clone(), format!("times of {} corrected", seat.named()));
            making::make(model, id, what, vec![change])
        }
        Err(refusal) => model.say(Notice::refused(refusal.to_string())),
    }
}
