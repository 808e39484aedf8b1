//! What happened to an application so far: changes, notes, submissions and what was not understood on the way in.

use super::ask::Loaded;

/// What kind of thing happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A change in the journal.
    Change,
    /// A private note.
    Note,
    /// Something the applicant sent.
    Submission,
    /// Something in it that was not understood.
    Remark,
}

impl Sort {
    /// Its word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Change => "change",
            Self::Note => "note",
            Self::Submission => "sent",
            Self::Remark => "remark",
        }
    }
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When, as it is shown; the same for all of one kind sorts as text.
    pub when: String,
    /// What kind.
    pub sort: Sort,
    /// Who; empty where nobody is known.
    pub who: String,
    /// What.
    pub what: String,
    /// What was sent, as it came.
    pub original: Option<String>,
}

/// Everything, the latest first; remarks at the end, with the submission they belong to.
pub fn of(loaded: &Loaded) -> Vec<Event> {
    let minute = "%Y-%m-%d %H:%M";
    let changes = loaded.history.iter().map(|past| Event {
        when: past.at.format(minute).to_string(),
        sort: Sort::Change,
        who: past.actor.clone(),
        what: past.what.clone(),
        original: None,
    });
    let notes = loaded.notes.iter().map(|note| Event {
        when: note.at.format(minute).to_string(),
        sort: Sort::Note,
        who: note.actor.clone(),
        what: note.text.clone().unwrap_or_else(|| format!("note {} was taken back", note.n)),
        original: None,
    });
    let sent = loaded.submissions.iter().map(|submission| Event {
        when: submission.received.to_string(),
        sort: Sort::Submission,
        who: String::new(),
        what: format!("submission {}", submission.n),
        original: submission.original.clone(),
    });
    let mut events: Vec<Event> = notes.chain(changes).chain(sent).collect();
    events.sort_by(|a, b| b.when.cmp(&a.when));
    let received = loaded.application.received.to_string();
    events.extend(loaded.application.remarks.iter().map(|remark| Event {
        when: received.clone(),
        sort: Sort::Remark,
        who: String::new(),
        what: format!("{}: {}", remark.field, remark.text),
        original: None,
    }));
    events
}
