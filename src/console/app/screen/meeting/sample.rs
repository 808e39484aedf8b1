//! A console with a meeting in front, for tests of the screen.

use std::sync::Arc;

use chrono::{Offset as _, Utc};

use super::{Item, Known, MeetingReply, Sight};
use crate::{
    console::app::effect::{Effect, Request},
    console::app::{About, Keymap, Message, Model, Reply, Screen, Settings, key, update},
    council::{Ballot, Meeting, RuleSet, conflict::Register, rules, sample},
    record::sample::{application, day},
    review::Verdict,
};

/// A meeting of so many members, those of `present` in the room, and this ballot on its only item.
pub(crate) fn sight(members: u32, present: &[u32], ballot: Option<Ballot>) -> Sight {
    let application = application();
    let ballots = ballot.map(|mut ballot| {
        ballot.id.application = application.reference.clone();
        ballot
    });
    let meeting = Meeting {
        agenda: vec![application.reference.clone()],
        date: day(11, 24),
        ballots: ballots.into_iter().collect(),
        ..sample::meeting(members, present)
    };
    Sight {
        rules: Arc::new(RuleSet::shipped(rules::DEFAULT).unwrap()),
        items: vec![Item {
            application,
            edition: "Member certifications, 2023".to_owned(),
            verdict: Verdict::Ready,
            ballots: meeting.ballots.clone(),
            partners: Vec::new(),
            since: None,
            changes: Vec::new(),
        }],
        register: Register::default(),
        granted: Vec::new(),
        rulings: Vec::new(),
        undo: None,
        proof: None,
        offset: Utc.fix(),
        meeting,
    }
}

/// A console that has read `sight`.
pub(crate) fn model(sight: Sight) -> Model {
    let about = About {
        file: "docket.sqlite".to_owned(),
        actor: "S. Secretary".to_owned(),
        edition: "2023".to_owned(),
        today: day(11, 23),
        mark: None,
        keymap_file: String::new(),
    };
    let mut model = Model::new(about, Keymap::default(), Settings::default());
    model.screen = Screen::Meeting;
    let meeting = &sight.meeting;
    let known =
        Known { id: meeting.id.clone(), date: meeting.date, state: meeting.state, items: 1, ends: None };
    let read = MeetingReply::Read { list: vec![known], sight: Some(Box::new(sight)) };
    update(&mut model, Message::Answer(Reply::Meeting(read)));
    model
}

/// Presses keys and gives back what was asked of the store.
pub(crate) fn press(model: &mut Model, keys: &str) -> Vec<Request> {
    let pressed = key::sequence(keys).unwrap();
    let effects = pressed.into_iter().flat_map(|key| update(model, Message::Key(key)));
    effects
        .filter_map(|effect| if let Effect::Ask(request) = effect { Some(request) } else { None })
        .collect()
}
