//! A meeting as a whole: planned, opened, called to order, adjourned.

use chrono::NaiveDate;

use super::{Page, Pane, making, page, words};
use crate::{
    console::app::{
        effect::Effect,
        model::Model,
        notice::Notice,
        overlay::{Confirm, Input, answer},
        wording,
    },
    council::{Matter, MeetingId, MeetingState, rules, ruling, standing},
    record::{Change, meeting},
};

/// Asks for the day of a new meeting.
pub fn plan(model: &mut Model) -> Vec<Effect> {
    let today = model.about.today;
    let input = Input::new("Plan a meeting on which day?", move |model, text| {
        answer::day(&text, today).map_or_else(Vec::new, |date| planned(model, date))
    });
    let input = input.day(Some(today)).check(answer::day_to_come(today));
    model.open(input.hint("Its members are the seats held on that day."))
}

fn planned(model: &mut Model, date: NaiveDate) -> Vec<Effect> {
    let screen = &mut model.screens.meeting;
    let known: Vec<MeetingId> = screen.list.iter().map(|known| known.id.clone()).collect();
    let change = meeting::plan(&known, date, rules::DEFAULT);
    let Change::Planned { meeting, .. } = &change else { return Vec::new() };
    let (id, what) = (meeting.clone(), format!("meeting of {meeting} planned"));
    making::make(model, id, what, vec![change])
}

/// Opens what is chosen: a meeting of the list, or an item of the agenda; keeps an agenda in the making.
pub fn enter(model: &mut Model) -> Vec<Effect> {
    let screen = &mut model.screens.meeting;
    match screen.page {
        Page::List => {
            let Some(known) = screen.list.get(screen.cursor.at()) else { return Vec::new() };
            let id = known.id.clone();
            page::show(screen, id);
            making::read(screen)
        }
        Page::Session(_) => {
            screen.show_item(screen.items.at());
            Vec::new()
        }
        Page::Draft => super::agenda::keep(model),
        Page::Item => Vec::new(),
    }
}

/// Goes to the next item.
pub fn next_item(model: &mut Model) -> Vec<Effect> {
    go_by(model, 1)
}

/// Goes to the item before.
pub fn item_before(model: &mut Model) -> Vec<Effect> {
    go_by(model, -1)
}

fn go_by(model: &mut Model, step: isize) -> Vec<Effect> {
    let screen = &mut model.screens.meeting;
    let Some(next) = screen.items.at().checked_add_signed(step).filter(|next| *next < screen.items.len())
    else {
        return model.say(Notice::done("There is no other item on the agenda that way."));
    };
    screen.show_item(next);
    Vec::new()
}

/// Goes from the room to the agenda, or back.
pub fn other_pane(model: &mut Model) -> Vec<Effect> {
    let screen = &mut model.screens.meeting;
    if let Page::Session(pane) = screen.page {
        screen.page = Page::Session(pane.other());
    }
    Vec::new()
}

/// Calls the meeting to order, once confirmed.
pub fn call(model: &mut Model) -> Vec<Effect> {
    let Some(sight) = &model.screens.meeting.sight else { return Vec::new() };
    let change = match meeting::call_to_order(&sight.meeting, &sight.rules, &sight.rulings) {
        Ok(change) => change,
        Err(refusal) => return model.say(Notice::refused(refusal.to_string())),
    };
    let reading = ruling::reading(&sight.rules, &sight.rulings);
    let known = sight.rules.readings.iter().find(|known| known.base == reading);
    let ruled = ruling::in_force(&sight.rulings, Matter::Reading);
    let ruled = ruled.map(|ruling| format!(" So ruled by {} (ruling {}).", ruling.chair, ruling.n));
    let mut lines = vec![
        format!(
            "This fixes the reading: a majority of {} decides.{}",
            reading.words(),
            ruled.unwrap_or_default()
        ),
        known.map(|known| format!("In the base: {}.", known.text)).unwrap_or_default(),
        format!("{}. Then the roll is called.", words::room(&standing::room(&sight.rules, &sight.meeting))),
    ];
    if sight.meeting.agenda.is_empty() {
        lines.push("THE AGENDA IS EMPTY: nothing can be put to the vote.".to_owned());
    }
    let id = sight.meeting.id.clone();
    model.open(Confirm::new(format!("Call the meeting of {id} to order?"), lines, move |model| {
        making::make(model, id.clone(), "meeting called to order".to_owned(), vec![change.clone()])
    }))
}

/// Adjourns the meeting, once confirmed.
pub fn adjourn(model: &mut Model) -> Vec<Effect> {
    let Some(sight) = &model.screens.meeting.sight else { return Vec::new() };
    let change = match meeting::adjourn(&sight.meeting) {
        Ok(change) => change,
        Err(refusal) => return model.say(Notice::refused(refusal.to_string())),
    };
    let undone = sight.rows().iter().filter(|row| row.reference.is_some() && row.ballot.is_none()).count();
    let lines = vec![
        match undone {
            0 => "Every item was put to the vote.".to_owned(),
            n => format!("{} without a ballot: ready for TAC again.", wording::count(n as u64, "item")),
        },
        "A meeting that is adjourned is not opened again.".to_owned(),
    ];
    let id = sight.meeting.id.clone();
    model.open(Confirm::new(format!("Adjourn the meeting of {id}?"), lines, move |model| {
        model.screens.meeting.page = Page::Session(Pane::Agenda);
        making::make(model, id.clone(), "meeting adjourned".to_owned(), vec![change.clone()])
    }))
}

/// The state of a meeting in words.
pub const fn state(state: MeetingState) -> &'static str {
    match state {
        MeetingState::Planned => "planned",
        MeetingState::Open => "in session",
        MeetingState::Adjourned => "adjourned",
    }
}
