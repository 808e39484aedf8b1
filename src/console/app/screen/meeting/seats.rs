//! The seats of the council: who holds one, for whom they work, and whether they are suspended.

use std::{collections::BTreeSet, sync::Arc};

use super::{Council, making};
use crate::{
    console::app::{
        effect::{Effect, Request},
        model::Model,
        notice::Notice,
        overlay::{Choice, Field, Form, Input, Pick, answer},
        screen::Screen,
    },
    council::{Seat, membership::Holding, seat::latest},
    record::{
        Change, Refusal,
        describe::days,
        seat::{self as changes, Anew, Parent},
    },
};

/// What can be done with a seat.
type Act = fn(&mut Model, &Arc<Council>, &Seat) -> Vec<Effect>;

/// Asks for the seats.
pub fn ask(model: &mut Model) -> Vec<Effect> {
    making::seats(model)
}

/// Asks which seat is meant; the chosen one of the room is offered.
pub(super) fn choose(model: &mut Model, council: Council) -> Vec<Effect> {
    if model.screen != Screen::Meeting {
        return Vec::new();
    }
    let today = model.about.today;
    let numbers: BTreeSet<_> = council.seats.iter().map(|seat| seat.n).collect();
    let seats: Vec<Seat> =
        numbers.into_iter().filter_map(|n| latest(&council.seats, n, today).cloned()).collect();
    let choice = |seat: &Seat| {
        let holding = council.today.holding(seat, today);
        let name = if holding == Holding::Vacant { "vacant" } else { seat.holder.as_str() };
        let state = if holding == Holding::Member { String::new() } else { format!("{holding}, ") };
        let note = format!("{state}{} {}", seat.employer, days(seat.from, seat.until));
        Choice { label: format!("{} {name}", seat.n), note }
    };
    let chosen = model.screens.meeting.seat_in_front().map(|seat| seat.n);
    let at = seats.iter().position(|seat| Some(seat.n) == chosen);
    let mut choices: Vec<Choice> = seats.iter().map(choice).collect();
    let note = "one that the council does not have yet".to_owned();
    choices.push(Choice { label: format!("{} new seat", changes::next(&council.seats)), note });
    let council = Arc::new(council);
    let mut pick = Pick::new("Which seat?", choices, move |model, index| match seats.get(index) {
        Some(seat) => ask_what(model, &council, seat.clone()),
        None => add(model, &council),
    });
    pick.cursor.go(at.unwrap_or_default());
    model.open(pick)
}

/// Asks who holds a new seat.
fn add(model: &mut Model, council: &Arc<Council>) -> Vec<Effect> {
    let (today, n) = (model.about.today, changes::next(&council.seats));
    let fields = vec![
        Field::new("Holder", "Who holds the seat.").check(answer::some_text),
        Field::new("Employer", "Whom they work for.").check(answer::some_text),
        Field::new("Parent", "Whom the employer belongs to; may stay empty."),
        Field::new("Presides", "yes or no; empty: no.").check(maybe),
        Field::new("Votes", "yes or no; empty: yes. Without a vote they are no member.").check(maybe),
        Field::new("From", "The first day; empty: since ever.")
            .day(Some(today))
            .check(answer::day_or_nothing(today)),
        Field::new("Until", "The last day; empty: open.").check(answer::day_or_nothing(today)),
    ];
    let form = Form::new(format!("Seat {n}, a new one"), fields, move |model, texts| {
        let [holder, employer, parent, presides, votes, from, until] = texts.as_slice() else {
            return Vec::new();
        };
        let seat = Seat {
            parent: Some(parent.clone()).filter(|parent| !parent.is_empty()),
            chair: answer::yes_no(presides).unwrap_or(false),
            contributor: !answer::yes_no(votes).unwrap_or(true),
            from: answer::day(from, today),
            until: answer::day(until, today),
            ..Seat::new(n, holder, employer)
        };
        commit(model, Ok(vec![Change::Seated { was: None, now: Some(seat) }]))
    });
    model.open(form.draft("a new seat"))
}

/// Yes, no, or nothing said.
fn maybe(text: &str) -> Result<(), String> {
    if text.is_empty() { Ok(()) } else { answer::yes_or_no(text) }
}

/// Asks what is done with a seat.
fn ask_what(model: &mut Model, council: &Arc<Council>, seat: Seat) -> Vec<Effect> {
    let choice = |label: &str, note: &str| Choice { label: label.to_owned(), note: note.to_owned() };
    let change = (choice("c  change", "holder, employer, parent, chair or vote, from a day on"), anew as Act);
    let vacate = (choice("v  vacate", "nobody holds it after a day"), vacate as Act);
    let end =
        (choice("e  end for good", "the seat itself ends with a day: not vacant, but no more"), end as Act);
    let suspend = (choice("s  suspend", "the holder neither votes nor counts as a member"), suspend as Act);
    let back = (choice("r  reinstate", "the holder is a member again"), reinstate as Act);
    let (choices, acts): (Vec<Choice>, Vec<Act>) = match council.today.holding(&seat, model.about.today) {
        Holding::Member => vec![change, vacate, suspend, end],
        Holding::Suspended => vec![change, vacate, back, end],
        Holding::Contributor => vec![change, vacate, end],
        Holding::Vacant | Holding::ToCome => vec![change, end],
        Holding::Over => vec![change],
    }
    .into_iter()
    .unzip();
    let (title, council) = (format!("{}: what becomes of it?", seat.named()), Arc::clone(council));
    let pick = Pick::new(title, choices, move |model, index| {
        acts.get(index).map_or_else(Vec::new, |act| act(model, &council, &seat))
    });
    model.open(pick.by_key())
}

/// Asks what changes, and from when on.
fn anew(model: &mut Model, council: &Arc<Council>, seat: &Seat) -> Vec<Effect> {
    let today = model.about.today;
    let held = seat.held_on(today);
    let (holder, employer) =
        if held { (seat.holder.as_str(), seat.employer.as_str()) } else { Default::default() };
    let parent = seat.parent.as_deref().unwrap_or("nobody");
    let parent = format!(
        "Whom the employer belongs to. Empty: {parent}, as before, or nobody with another employer; -: nobody."
    );
    let fields = vec![
        Field::new("From", "The first day of what is new.").day(Some(today)).check(answer::some_day(today)),
        Field::new("Holder", "Who holds the seat.").recorded(holder).check(answer::some_text),
        Field::new("Employer", "Whom they work for.").recorded(employer).check(answer::some_text),
        Field::new("Parent", parent),
        Field::new("Presides", "yes or no; empty: as before, and no for a new holder.").check(maybe),
        Field::new("Votes", "yes or no; empty: as before. Without a vote they are no member.").check(maybe),
        Field::new("Until", "The last day; empty: as before, and open for a new holder.")
            .check(answer::day_or_nothing(today)),
    ];
    let (council, seat) = (Arc::clone(council), seat.clone());
    model.open(Form::new(format!("Seat {} anew", seat.n), fields, move |model, texts| {
        let [from, holder, employer, parent, presides, votes, until] = texts.as_slice() else {
            return Vec::new();
        };
        let Some(from) = answer::day(from, today) else { return Vec::new() };
        let other = |text: &String, was: &str| Some(text.clone()).filter(|text| !held || text != was);
        let anew = Anew {
            holder: other(holder, &seat.holder),
            employer: other(employer, &seat.employer),
            parent: match parent.as_str() {
                "" => Parent::Unsaid,
                "-" => Parent::Is(None),
                parent => Parent::Is(Some(parent.to_owned())),
            },
            chair: answer::yes_no(presides),
            contributor: answer::yes_no(votes).map(|votes| !votes),
            until: answer::day(until, today),
        };
        commit(model, changes::change(&council.seats, seat.n, from, anew))
    }))
}

/// Asks for the last day of the holder.
fn vacate(model: &mut Model, council: &Arc<Council>, seat: &Seat) -> Vec<Effect> {
    last_day(model, council, seat, (false, "The seat stays, without a holder and without a member."))
}

/// Asks for the last day of the seat.
fn end(model: &mut Model, council: &Arc<Council>, seat: &Seat) -> Vec<Effect> {
    last_day(model, council, seat, (true, "The seat itself ends with that day: the council has one less."))
}

fn last_day(
    model: &mut Model,
    council: &Arc<Council>,
    seat: &Seat,
    (for_good, hint): (bool, &str),
) -> Vec<Effect> {
    let (today, n, council) = (model.about.today, seat.n, Arc::clone(council));
    let of = if for_good { format!("seat {}", seat.n) } else { seat.named() };
    let title = format!("The last day of {of}");
    let input = Input::new(title, move |model, text| {
        let Some(day) = answer::day(&text, today) else { return Vec::new() };
        commit(model, changes::end(&council.seats, n, day, for_good))
    });
    let input = input.day(Some(today)).check(answer::some_day(today));
    model.open(input.hint(hint))
}

/// Asks why the holder is suspended, and for how long.
fn suspend(model: &mut Model, _council: &Arc<Council>, seat: &Seat) -> Vec<Effect> {
    let (today, seat_no) = (model.about.today, seat.n);
    let fields = vec![
        Field::new("Because", "Why; kept as a private text.").check(answer::some_text),
        Field::new("From", "The first day.").day(Some(today)).check(answer::some_day(today)),
        Field::new("Until", "The last day; empty: until reinstated.").check(answer::day_or_nothing(today)),
    ];
    model.open(Form::new(format!("{} is suspended", seat.named()), fields, move |model, texts| {
        let [because, from, until] = texts.as_slice() else { return Vec::new() };
        let Some(from) = answer::day(from, today) else { return Vec::new() };
        let (until, because) = (answer::day(until, today), Some(because.clone()));
        commit(model, Ok(vec![Change::Suspended { seat: seat_no, from, until, because }]))
    }))
}

/// Asks for the first day on which the holder is a member again.
fn reinstate(model: &mut Model, council: &Arc<Council>, seat: &Seat) -> Vec<Effect> {
    let (today, n, council) = (model.about.today, seat.n, Arc::clone(council));
    let title = format!("{} is a member again from", seat.named());
    let input = Input::new(title, move |model, text| {
        let Some(day) = answer::day(&text, today) else { return Vec::new() };
        commit(model, changes::reinstate(&council.suspensions, n, day).map(|change| vec![change]))
    });
    let input = input.day(Some(today)).check(answer::some_day(today));
    model.open(input.hint("The suspension ends the day before."))
}

/// Asks the store for the changes, or says why there are none.
fn commit(model: &mut Model, made: Result<Vec<Change>, Refusal>) -> Vec<Effect> {
    match made {
        Ok(changes) if changes.is_empty() => model.say(Notice::refused("That is how it is already.")),
        Ok(changes) => vec![Effect::Ask(Request::Commit { role: None, changes })],
        Err(refusal) => model.say(Notice::refused(refusal.to_string())),
    }
}
