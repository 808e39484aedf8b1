//! A time in the room is put right.

use chrono::NaiveTime;

use super::{Meeting, Sight, making, words};
use crate::{
    console::app::{
        effect::Effect,
        model::Model,
        notice::Notice,
        overlay::{Field, Form, answer},
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

/// Asks for the times of the chosen seat as they were in truth.
pub fn ask(model: &mut Model) -> Vec<Effect> {
    let screen = &model.screens.meeting;
    let (Some(sight), Some(seat)) = (&screen.sight, screen.seat().cloned()) else { return Vec::new() };
    let was = last_stay(sight, &seat);
    let at = |at| words::time(at, sight.offset);
    let since = was.map(|stay| at(stay.since)).unwrap_or_default();
    let left = was.and_then(|stay| stay.left).map(at).unwrap_or_default();
    let before = was.and_then(|stay| sight.meeting.corrected(&stay)).map_or_else(
        || "What is recorded now is kept beside it.".to_owned(),
        |one| format!("Corrected before by {}: {}", one.actor, one.because),
    );
    let fields = vec![
        Field::new("In", "When they came in, as 14:05; empty was not there at all.")
            .text(&since)
            .check(|text| time(text).map(drop)),
        Field::new("Out", "When they went out; empty did not go out.")
            .text(&left)
            .check(|text| time(text).map(drop)),
        Field::new("Because", before).check(answer::some_text),
    ];
    let title = format!("The times of {}", seat.named());
    let draft = format!("{title} on {}", sight.meeting.id);
    let form = Form::new(title, fields, move |model, texts| corrected(model, &seat, was, &texts));
    model.open(form.draft(draft))
}

/// The last stay of a seat.
fn last_stay(sight: &Sight, seat: &Seat) -> Option<Attendance> {
    sight.meeting.attendance.iter().rfind(|stay| stay.seat == seat.n).copied()
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
