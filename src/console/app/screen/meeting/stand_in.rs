//! Somebody is named who takes the chosen seat's place in the meeting, or gives it back.

use super::{Meeting, MeetingRequest, making};
use crate::{
    console::app::{
        effect::Effect,
        model::Model,
        notice::Notice,
        overlay::{Confirm, Field, Form, answer},
    },
    council::{SeatNo, StandIn, ruling},
    record::seat,
};

/// Asks who stands in.
pub fn ask(model: &mut Model) -> Vec<Effect> {
    let screen = &model.screens.meeting;
    let (Some(sight), Some(held)) = (&screen.sight, screen.seat_in_front()) else { return Vec::new() };
    let votes = ruling::stand_ins_vote(&sight.rules, &sight.rulings);
    let vote =
        if votes { "They vote." } else { "They neither vote nor count, unless the chair rules so first." };
    let one = sight.meeting.stand_ins.iter().find(|one| one.seat == held.n);
    let known = |text: fn(&StandIn) -> Option<&str>| one.and_then(text).unwrap_or_default();
    let fields = vec![
        Field::new("Name", format!("Who takes the place, in this meeting. {vote}"))
            .recorded(known(|one| Some(&one.name)))
            .check(answer::some_text),
        Field::new("Employer", "Whom they work for.")
            .recorded(known(|one| Some(&one.employer)))
            .check(answer::some_text),
        Field::new("Parent", "Whom the employer belongs to; may stay empty.")
            .recorded(known(|one| one.parent.as_deref())),
    ];
    let (n, holder) = (held.n, held.principal());
    let (title, draft) = (
        format!("A stand-in for seat {n} {holder}"),
        format!("stand-in on seat {n} in {}", sight.meeting.id),
    );
    let form = Form::new(title, fields, move |model, texts| named(model, n, votes, &texts));
    model.open(form.draft(draft))
}

fn named(model: &mut Model, seat: SeatNo, votes: bool, texts: &[String]) -> Vec<Effect> {
    let Some(sight) = &model.screens.meeting.sight else { return Vec::new() };
    let [name, employer, parent] = texts else { return Vec::new() };
    let parent = Some(parent.clone()).filter(|parent| !parent.trim().is_empty());
    let (name, employer) = (name.clone(), employer.clone());
    let what = format!("{name} stands in on seat {seat}");
    let one = StandIn { seat, name, employer, parent, votes, back: None };
    if sight.meeting.stand_ins.contains(&one) {
        return model.say(Notice::refused("That is how it is already."));
    }
    let (id, change) = (sight.meeting.id.clone(), seat::stand_in(&sight.meeting, one));
    making::make(model, id, what, vec![change])
}

/// Who stands in on the chosen seat.
fn sitting(screen: &Meeting) -> Option<&StandIn> {
    screen.sight.as_ref()?.meeting.stand_in(screen.seat_in_front()?.n)
}

/// Why the chosen seat cannot be given back, if so.
pub fn cannot_give_back(screen: &Meeting) -> Option<String> {
    let seat = screen.seat_in_front()?.n;
    sitting(screen).is_none().then(|| format!("nobody stands in on seat {seat}."))
}

/// Gives the chosen seat back to its holder, once confirmed.
pub fn give_back(model: &mut Model) -> Vec<Effect> {
    let screen = &model.screens.meeting;
    let (Some(sight), Some(one)) = (&screen.sight, sitting(screen)) else { return Vec::new() };
    let (seat, name, id) = (one.seat, one.name.clone(), sight.meeting.id.clone());
    let came = sight.meeting.attendance.iter().any(|stay| stay.seat == seat && one.sat(stay.since));
    let lines = vec![
        format!("{name} stands in for no longer; whoever holds seat {seat} comes in and goes out for it."),
        if came {
            "That they sat there until now stays in the record.".to_owned()
        } else {
            "They have not been in the room: it is as if they had not been named.".to_owned()
        },
    ];
    let what = format!("seat {seat} given back by {name}");
    model.open(Confirm::new(format!("Does {name} give seat {seat} back?"), lines, move |model| {
        making::send(model, what.clone(), MeetingRequest::GiveBack { meeting: id.clone(), seat })
    }))
}
