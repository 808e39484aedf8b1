//! What is noted of an item of the agenda, and items that are no application.

use super::{Meeting, making, words};
use crate::{
    console::app::{
        effect::Effect,
        model::Model,
        overlay::{Choice, Field, Form, Input, Pick, answer},
    },
    council::{Action, MeetingId, Minute, Topic},
    record::{Change, agenda},
};

/// What was noted of the chosen item.
pub fn of_row(screen: &Meeting) -> Vec<&Minute> {
    let (Some(sight), Some(topic)) = (&screen.sight, screen.row().and_then(|row| row.topic())) else {
        return Vec::new();
    };
    sight.meeting.notes.iter().filter(|note| note.topic == topic).collect()
}

/// The chosen item: its meeting, its line, and what it is called.
fn chosen(screen: &Meeting) -> Option<(MeetingId, Topic, String)> {
    let (sight, row) = (screen.sight.as_ref()?, screen.row()?);
    Some((sight.meeting.id.clone(), row.topic()?, format!("item {}, {}", row.number, row.organisation())))
}

/// Asks what was said of the chosen item.
pub fn ask_note(model: &mut Model) -> Vec<Effect> {
    let Some((id, topic, name)) = chosen(&model.screens.meeting) else { return Vec::new() };
    let draft = format!("note on {topic} of {id}");
    let input =
        Input::new(format!("What was said of {name}?"), move |model, text| write(model, &topic, text, None));
    let input =
        input.hint("It stands in the minutes; the public ones have no notes.").check(answer::some_text);
    model.open(input.draft(draft))
}

/// Asks who is to do what.
pub fn ask_action(model: &mut Model) -> Vec<Effect> {
    let Some((id, topic, name)) = chosen(&model.screens.meeting) else { return Vec::new() };
    let today = model.about.today;
    let fields = vec![
        Field::new("To do", "What is to be done.").check(answer::some_text),
        Field::new("Who", "Who is to do it.").check(answer::some_text),
        Field::new("By", "The last day, as 2026-11-30, or +7 for days from today; may stay empty.")
            .check(answer::day_or_nothing(today)),
    ];
    let draft = format!("action on {topic} of {id}");
    let form = Form::new(format!("Action from {name}"), fields, move |model, texts| {
        let [text, owner, by] = texts.as_slice() else { return Vec::new() };
        let action = Action { owner: owner.clone(), due: answer::day(by, today) };
        write(model, &topic, text.clone(), Some(action))
    });
    model.open(form.draft(draft))
}

fn write(model: &mut Model, topic: &Topic, text: String, action: Option<Action>) -> Vec<Effect> {
    let what = if action.is_some() { "action noted" } else { "note written" };
    make(model, what, |meeting| vec![agenda::note(meeting, topic.clone(), text, action)])
}

/// Asks which note of the chosen item is taken back.
pub fn take_back(model: &mut Model) -> Vec<Effect> {
    let notes = of_row(&model.screens.meeting);
    let numbers: Vec<u32> = notes.iter().map(|note| note.n).collect();
    let choices = notes.iter().map(|note| Choice { label: words::note(note), note: String::new() }).collect();
    model.open(Pick::new("Take which one back?", choices, move |model, index| {
        let Some(n) = numbers.get(index).copied() else { return Vec::new() };
        make(model, "note taken back", |meeting| agenda::take_back(meeting, n).into_iter().collect())
    }))
}

/// Asks what the new item is about.
pub fn ask_item(model: &mut Model) -> Vec<Effect> {
    let input = Input::new("What is the item about?", |model, text| {
        make(model, "item put on the agenda", |meeting| agenda::add_item(meeting, text, None))
    });
    let input = input.hint("It is put at the end; the agenda's own page moves it.").check(answer::some_text);
    model.open(input)
}

/// Makes changes of the meeting in front.
fn make(
    model: &mut Model,
    what: &str,
    changes: impl FnOnce(&crate::council::Meeting) -> Vec<Change>,
) -> Vec<Effect> {
    let Some(sight) = &model.screens.meeting.sight else { return Vec::new() };
    let (id, changes) = (sight.meeting.id.clone(), changes(&sight.meeting));
    making::make(model, id, what.to_owned(), changes)
}
