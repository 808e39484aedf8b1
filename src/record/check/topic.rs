//! The free items of an agenda, and what is noted of its lines.

use super::{
    agenda::has_notes,
    case::{Case, says_something},
    refusal::{Refusal, fresh},
};
use crate::{
    council::{Action, FreeItem, ItemNo, MeetingId, Topic, order},
    record::describe::or_none,
};

pub(super) fn item_set(
    case: &Case,
    id: &MeetingId,
    item: ItemNo,
    was: Option<&FreeItem>,
    now: Option<&FreeItem>,
) -> Result<(), Refusal> {
    let meeting = case.meeting(id)?;
    order::not_over(meeting)?;
    fresh(format!("free item {item} of meeting {id}"), &was, &meeting.free.get(&item), |item| {
        or_none(item.map(|item| format!("`{}` at place {}", item.text, item.place)))
    })?;
    match now {
        None if was.is_none() => {
            Err(Refusal::invalid("no item before and none after", "say what it is about"))
        }
        None if meeting.notes_on(&Topic::Item(item)).next().is_some() => {
            Err(has_notes(format!("`{}`", was.map(|was| was.text.as_str()).unwrap_or_default())))
        }
        Some(now) if !says_something(&now.text) => {
            Err(Refusal::invalid("an item without words", "say what it is about"))
        }
        Some(now) if now.place == 0 || item.0 == 0 => {
            Err(Refusal::invalid("places and numbers begin with 1", "give it another one"))
        }
        None | Some(_) => Ok(()),
    }
}

pub(super) fn minuted(
    case: &Case,
    id: &MeetingId,
    (n, topic): (u32, &Topic),
    text: Option<&str>,
    action: Option<&Action>,
) -> Result<(), Refusal> {
    let meeting = case.meeting(id)?;
    order::not_over(meeting)?;
    let Some(text) = text else {
        let there = meeting.notes.iter().any(|note| note.n == n && note.topic == *topic);
        return if there {
            Ok(())
        } else {
            Err(Refusal::unknown(format!("note {n} on {topic}"), "see the notes of the meeting"))
        };
    };
    if meeting.place(topic).is_none() {
        return Err(Refusal::not_allowed(
            format!("{topic} is not on the agenda of meeting {id}"),
            "put it there first",
        ));
    }
    let last = meeting.notes.iter().map(|note| note.n).max().unwrap_or_default();
    fresh(format!("the notes of meeting {id}"), &n.saturating_sub(1), &last, |n| format!("{n} in number"))?;
    if !says_something(text) {
        return Err(Refusal::invalid("a note without a text", "write what was said or is to be done"));
    }
    if action.is_some_and(|action| !says_something(&action.owner)) {
        return Err(Refusal::invalid("an action of nobody", "say who is to do it, with --owner"));
    }
    Ok(())
}
