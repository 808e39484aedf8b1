//! What became of the minutes of a meeting that is over: a later meeting approves them, and they are amended.

use super::{Meeting, MeetingRequest, making, sight::Revised};
use crate::{
    console::app::{
        effect::Effect,
        model::Model,
        overlay::{Choice, Confirm, Field, Form, Pick, answer},
        wording,
    },
    council::{Meeting as Session, MeetingId, MeetingState, electronic},
    record::minutes,
};

/// Whether `meeting` has minutes that are approved and amended: it is over, and no vote without a meeting.
pub fn has_them(meeting: &Session) -> bool {
    meeting.state == MeetingState::Adjourned && electronic::lead_of(&meeting.id).is_none()
}

/// What became of them, in a sentence.
pub fn became(meeting: &Session) -> String {
    let approval = meeting.approval.as_ref();
    let amended = |before: bool| {
        let those = meeting.amendments.iter().filter(|one| one.is_part_of(approval) == before);
        those.count() as u64
    };
    let said = |n: u64, when: &str| match n {
        0 => String::new(),
        n => format!(", {}{when}", wording::count(n, "amendment")),
    };
    match approval {
        None => format!("Minutes: a draft, not approved yet{}.", said(amended(true), "")),
        Some(approval) => format!(
            "Minutes: approved by the meeting of {}{}{}{}.",
            approval.by,
            said(amended(true), " in them"),
            said(amended(false), " SINCE"),
            match meeting.corrections_since_approval().count() as u64 {
                0 => String::new(),
                n => format!(", {} of times SINCE", wording::count(n, "correction")),
            }
        ),
    }
}

/// The meetings that may have had them before them, newest first; the store knows to the minute.
fn later(screen: &Meeting) -> Vec<MeetingId> {
    let Some(sight) = &screen.sight else { return Vec::new() };
    let held = screen.list.iter().filter(|known| {
        known.state != MeetingState::Planned
            && known.date >= sight.meeting.date
            && known.id != sight.meeting.id
            && electronic::lead_of(&known.id).is_none()
    });
    held.map(|known| known.id.clone()).collect()
}

/// Why they cannot be approved, if so.
pub fn cannot_approve(screen: &Meeting) -> Option<String> {
    let approval = screen.sight.as_ref()?.meeting.approval.as_ref();
    match approval {
        Some(approval) => Some(format!("they were approved by the meeting of {}.", approval.by)),
        None if later(screen).is_empty() => {
            Some("no later meeting has been called to order that could approve them.".to_owned())
        }
        None => None,
    }
}

/// Asks which meeting approves them.
pub fn ask_approval(model: &mut Model) -> Vec<Effect> {
    let later = later(&model.screens.meeting);
    if let [only] = later.as_slice() {
        return confirm(model, only.clone());
    }
    let choice = |id: &MeetingId| Choice { label: id.to_string(), note: String::new() };
    let choices = later.iter().map(choice).collect();
    model.open(Pick::new("Approved by which meeting?", choices, move |model, index| {
        later.get(index).map_or_else(Vec::new, |by| confirm(model, by.clone()))
    }))
}

/// Shows what is approved, and records it on yes.
fn confirm(model: &mut Model, by: MeetingId) -> Vec<Effect> {
    let Some(sight) = &model.screens.meeting.sight else { return Vec::new() };
    let id = sight.meeting.id.clone();
    let mut lines = vec![
        format!(
            "The meeting of {by} approves the minutes of {id} as they stand; the hash of their text is kept."
        ),
        "It is not undone: what is found wrong later is amended, with a reason.".to_owned(),
    ];
    let seen = Revised::of(&sight.meeting);
    if seen.amendments > 0 {
        let amended = wording::count(seen.amendments as u64, "amendment");
        lines.push(format!("{amended} approved with them."));
    }
    model.open(Confirm::new("Were these minutes approved?", lines, move |model| {
        let request = MeetingRequest::Approve { meeting: id.clone(), by: by.clone(), seen };
        making::send(model, "minutes approved".to_owned(), request)
    }))
}

/// Asks what they said, what they should say, why, and who adopted it.
pub fn ask_amendment(model: &mut Model) -> Vec<Effect> {
    let screen = &model.screens.meeting;
    let Some(sight) = &screen.sight else { return Vec::new() };
    let (id, later) = (sight.meeting.id.clone(), later(screen));
    let names: Vec<&str> = later.iter().map(MeetingId::as_str).collect();
    let adopted = match names.as_slice() {
        [] => "The later meeting that adopted it; none was held yet.".to_owned(),
        names => format!("The later meeting that adopted it, of {}; empty: none.", names.join(", ")),
    };
    let known = move |text: &str| match later.iter().any(|id| id.as_str() == text) {
        true => Ok(()),
        false if text.is_empty() => Ok(()),
        false => {
            Err(format!("`{text}` is no later meeting that was held; leave it empty where none adopted it."))
        }
    };
    let fields = vec![
        Field::new("Amendment", "Which item, what it said, what it should say; it is public.")
            .check(answer::some_text),
        Field::new("Because", "Why; it is not in the public minutes.").check(answer::some_text),
        Field::new("Adopted by", adopted).check(known),
    ];
    let draft = format!("amendment of {id}");
    let form = Form::new(format!("An amendment of the minutes of {id}"), fields, |model, texts| {
        let [text, because, by] = texts.as_slice() else { return Vec::new() };
        amend(model, (text, because), Some(by.as_str()).filter(|by| !by.is_empty()))
    });
    model.open(form.draft(draft))
}

fn amend(model: &mut Model, (text, because): (&str, &str), by: Option<&str>) -> Vec<Effect> {
    let Some(sight) = &model.screens.meeting.sight else { return Vec::new() };
    let said = (text.to_owned(), because.to_owned());
    let (id, change) =
        (sight.meeting.id.clone(), minutes::amend(&sight.meeting, said, by.map(MeetingId::from)));
    making::make(model, id, "minutes amended".to_owned(), vec![change])
}
