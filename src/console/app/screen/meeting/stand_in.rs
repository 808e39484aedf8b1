//! Somebody is named who takes the chosen seat's place in the meeting.

use super::{making, words};
use crate::{
    console::app::{
        effect::Effect,
        model::Model,
        overlay::{Field, Form, answer},
    },
    council::{SeatNo, StandIn, ruling},
    record::seat,
};

/// Asks who stands in.
pub fn ask(model: &mut Model) -> Vec<Effect> {
    let screen = &model.screens.meeting;
    let (Some(sight), Some(held)) = (&screen.sight, screen.seat_in_front()) else { return Vec::new() };
    let votes = ruling::stand_ins_vote(&sight.rules, &sight.rulings);
    let vote = if votes { "They vote." } else { "They neither vote nor count, unless the chair rules so." };
    let fields = vec![
        Field::new("Name", format!("Who takes the place, in this meeting. {vote}")).check(answer::some_text),
        Field::new("Employer", "Whom they work for.").check(answer::some_text),
        Field::new("Parent", "Whom the employer belongs to; may stay empty."),
    ];
    let (n, title) = (held.n, format!("A stand-in for {}", words::seat(held)));
    model.open(Form::new(title, fields, move |model, texts| named(model, n, votes, &texts)))
}

fn named(model: &mut Model, seat: SeatNo, votes: bool, texts: &[String]) -> Vec<Effect> {
    let Some(sight) = &model.screens.meeting.sight else { return Vec::new() };
    let [name, employer, parent] = texts else { return Vec::new() };
    let parent = Some(parent.clone()).filter(|parent| !parent.trim().is_empty());
    let (name, employer) = (name.clone(), employer.clone());
    let what = format!("{name} stands in on seat {seat}");
    let one = StandIn { seat, name, employer, parent, votes, back: None };
    let (id, change) = (sight.meeting.id.clone(), seat::stand_in(&sight.meeting, one));
    making::make(model, id, what, vec![change])
}
