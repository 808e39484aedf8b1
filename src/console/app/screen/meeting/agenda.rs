//! The agenda in the making: what is on it, what could be, and in which order.

use super::{Candidate, Meeting, Page, Pane, Sight, making};
use crate::{
    console::app::{cursor::Cursor, effect::Effect, model::Model, notice::Notice, wording},
    council::{
        ItemNo, Topic,
        conflict::{Applicant, Suggestion},
    },
    record::agenda,
    review::Ref,
};

/// The agenda in the making.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Everything that can be on it, in order.
    pub entries: Vec<Entry>,
    /// The chosen entry.
    pub cursor: Cursor,
}

/// One line that is on the agenda or could be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub what: What,
    /// It is on the agenda.
    pub marked: bool,
}

/// What can be on an agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// An application.
    Application(Candidate),
    /// A free item, and what it says.
    Item(ItemNo, String),
}

impl Entry {
    /// The line of the agenda that it is or would be.
    pub fn topic(&self) -> Topic {
        match &self.what {
            What::Application(candidate) => Topic::Application(candidate.reference.clone()),
            What::Item(n, _) => Topic::Item(*n),
        }
    }
}

impl Draft {
    /// The lines on it, in order.
    pub fn chosen(&self) -> Vec<Topic> {
        self.entries.iter().filter(|entry| entry.marked).map(Entry::topic).collect()
    }

    /// The number that an entry will have; the first is 1.
    pub fn number(&self, index: usize) -> Option<usize> {
        let entry = self.entries.get(index)?;
        entry.marked.then(|| self.entries.iter().take(index + 1).filter(|entry| entry.marked).count())
    }
}

impl Meeting {
    /// The conflicts that suggest themselves for an entry.
    pub fn conflicts_of(&self, candidate: &Candidate) -> Vec<Suggestion> {
        let Some(sight) = &self.sight else { return Vec::new() };
        let applicant = Applicant {
            reference: Some(&candidate.reference),
            organisation: &candidate.organisation,
            parent: candidate.parent.as_deref(),
        };
        let found = sight.register.of_seats(&sight.meeting.members, applicant, sight.meeting.date);
        found.into_iter().filter(Suggestion::stands).collect()
    }
}

/// Asks for what can be put on the agenda.
pub fn edit(model: &mut Model) -> Vec<Effect> {
    making::ready(model)
}

/// Begins with the agenda as it is, and what could be on it behind.
pub(super) fn begin(screen: &mut Meeting, ready: Vec<Candidate>) {
    let Some(sight) = &screen.sight else { return };
    let listed = sight.meeting.topics().into_iter().filter_map(|topic| match topic {
        Topic::Application(reference) => candidate(sight, &reference).map(What::Application),
        Topic::Item(n) => Some(What::Item(n, sight.meeting.item_text(n)?.to_owned())),
    });
    let mut entries: Vec<Entry> = listed.map(|what| Entry { what, marked: true }).collect();
    let new = |candidate: &Candidate| !sight.meeting.agenda.contains(&candidate.reference);
    let ready = ready.into_iter().filter(new).map(What::Application);
    entries.extend(ready.map(|what| Entry { what, marked: false }));
    screen.draft = Draft { cursor: Cursor::new(entries.len()), entries };
    screen.page = Page::Draft;
}

/// What is known of an application on the agenda.
fn candidate(sight: &Sight, reference: &Ref) -> Option<Candidate> {
    let item = sight.items.iter().find(|item| item.application.reference == *reference)?;
    let organisation = &item.application.facts.organisation;
    Some(Candidate {
        reference: reference.clone(),
        organisation: organisation.name.clone(),
        parent: organisation.parent.as_ref().map(|parent| parent.name.clone()),
        program: item.application.program,
        received: item.application.received,
    })
}

/// Puts the chosen entry on the agenda, or takes it off.
pub fn mark(model: &mut Model) -> Vec<Effect> {
    let draft = &mut model.screens.meeting.draft;
    if let Some(entry) = draft.entries.get_mut(draft.cursor.at()) {
        entry.marked = !entry.marked;
    }
    draft.cursor.go(draft.cursor.at() + 1);
    Vec::new()
}

/// Moves the chosen entry one place down.
pub fn later(model: &mut Model) -> Vec<Effect> {
    let draft = &mut model.screens.meeting.draft;
    let at = draft.cursor.at();
    if at + 1 < draft.entries.len() {
        draft.entries.swap(at, at + 1);
        draft.cursor.go(at + 1);
    }
    Vec::new()
}

/// Moves the chosen entry one place up.
pub fn earlier(model: &mut Model) -> Vec<Effect> {
    let draft = &mut model.screens.meeting.draft;
    if let Some(before) = draft.cursor.at().checked_sub(1).filter(|_| !draft.entries.is_empty()) {
        draft.entries.swap(before, before + 1);
        draft.cursor.go(before);
    }
    Vec::new()
}

/// Makes the agenda.
pub fn keep(model: &mut Model) -> Vec<Effect> {
    let screen = &mut model.screens.meeting;
    let Some(sight) = &screen.sight else { return Vec::new() };
    let chosen = screen.draft.chosen();
    let changes = agenda::arrange(&sight.meeting, &chosen);
    if changes.is_empty() {
        screen.page = Page::Session(Pane::Agenda);
        return model.say(Notice::done("The agenda stays as it is."));
    }
    let what = format!("agenda of {}", wording::count(chosen.len() as u64, "item"));
    let id = sight.meeting.id.clone();
    screen.page = Page::Session(Pane::Agenda);
    making::make(model, id, what, changes)
}
