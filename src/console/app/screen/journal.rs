//! Who changed what, and when.

use chrono::{DateTime, Utc};

use crate::console::app::cursor::Cursor;
use crate::console::app::effect::{Effect, Request};
use crate::console::app::model::Model;
use crate::console::app::notice::Notice;
use crate::console::app::overlay::Text;
use crate::console::app::wording;
use crate::record::{EntryKey, Role};
use crate::review::queue::Window;

/// Rows that are read beyond those on screen, on each side.
const AROUND: usize = 100;

/// What the screen knows.
#[derive(Clone, Debug, Default)]
pub struct Journal {
    /// The chosen entry; the newest is the first.
    pub cursor: Cursor,
    /// The entries read last; `None` before any were.
    pub loaded: Option<Loaded>,
}

/// A window of entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// The index of the first.
    pub first: usize,
    /// The entries.
    pub rows: Vec<Line>,
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: String,
    /// In which role.
    pub role: Option<Role>,
    /// What it is about.
    pub subject: String,
    /// What was done.
    pub what: String,
    /// It takes an earlier change back.
    pub undoes: bool,
    /// A later change took it back.
    pub undone: bool,
    /// Its place.
    pub key: EntryKey,
}

/// What came out when the docket was verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Everything is as it should be.
    pub ok: bool,
    /// How many entries there are.
    pub entries: u64,
    /// The fingerprint over the heads.
    pub fingerprint: String,
    /// Each check: its name, whether it is good, and more about it.
    pub checks: Vec<(String, bool, String)>,
}

/// What this screen asks the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JournalRequest {
    /// A window of entries, newest first.
    Page(Window),
    /// Whether chain, tables and triggers are as they should be.
    Verify,
}

/// What the store answers this screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JournalReply {
    /// A window of entries.
    Page {
        /// The index of the first.
        first: u64,
        /// How many there are in all.
        total: u64,
        /// The entries.
        rows: Vec<Line>,
    },
    /// What came out.
    Verified(Checked),
}

impl Journal {
    /// The entry at `index`, if it was read.
    pub fn row(&self, index: usize) -> Option<&Line> {
        let loaded = self.loaded.as_ref()?;
        loaded.rows.get(index.checked_sub(loaded.first)?)
    }

    /// The chosen entry, if it was read.
    pub fn chosen(&self) -> Option<&Line> {
        self.row(self.cursor.chosen()?)
    }
}

/// Asks for what the screen shows.
pub(super) fn load(model: &mut Model) -> Vec<Effect> {
    let top = model.screens.journal.cursor.top(model.page());
    let number = |index: usize| u64::try_from(index).unwrap_or(u64::MAX);
    let rows = number(model.page().saturating_add(2 * AROUND));
    let window = Window { first: number(top.saturating_sub(AROUND)), rows };
    vec![Effect::Ask(Request::Journal(JournalRequest::Page(window)))]
}

/// The cursor has moved: what comes on screen is read.
pub(super) fn moved(model: &mut Model) -> Vec<Effect> {
    let (height, journal) = (model.page(), &model.screens.journal);
    let top = journal.cursor.top(height);
    let end = top.saturating_add(height).min(journal.cursor.len());
    if (top..end).all(|index| journal.row(index).is_some()) { Vec::new() } else { load(model) }
}

/// Leaves the innermost thing that is open, if there is one.
pub(super) const fn leave(_model: &mut Model) -> Option<Vec<Effect>> {
    None
}

/// Takes in an answer.
pub(in crate::console::app) fn answered(model: &mut Model, reply: JournalReply) -> Vec<Effect> {
    match reply {
        JournalReply::Page { first, total, rows } => {
            let index = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
            model.screens.journal.cursor.resize(index(total));
            model.screens.journal.loaded = Some(Loaded { first: index(first), rows });
            Vec::new()
        }
        JournalReply::Verified(checked) => {
            model.notice = None;
            let title =
                if checked.ok { "Verified: nothing is wrong" } else { "Verified: something is wrong" };
            model.open(Text::new(title, lines(&checked)))
        }
    }
}

/// The result as a text to read.
fn lines(checked: &Checked) -> Vec<String> {
    let mut lines = vec![
        format!("{} in the journal.", wording::entries(checked.entries)),
        format!("Fingerprint: {}", checked.fingerprint),
        String::new(),
    ];
    lines.extend(checked.checks.iter().map(|(id, ok, detail)| {
        let word = if *ok { "good " } else { "WRONG" };
        let between = if detail.is_empty() { "" } else { ": " };
        format!("{word}  {id}{between}{detail}")
    }));
    if !checked.ok {
        lines.extend([String::new(), "Go on from a backup, and keep this file as it is.".to_owned()]);
    }
    lines
}

/// Asks whether the docket is as it should be.
pub fn verify(model: &mut Model) -> Vec<Effect> {
    model.notice = Some(Notice::done("Verifying the journal and the tables..."));
    vec![Effect::Ask(Request::Journal(JournalRequest::Verify))]
}

/// Shows the chosen entry whole.
pub fn open(model: &mut Model) -> Vec<Effect> {
    let Some(entry) = model.screens.journal.chosen() else { return Vec::new() };
    let role = entry.role.map(|role| format!(" as {role}")).unwrap_or_default();
    let mut lines = vec![
        entry.what.clone(),
        String::new(),
        format!("About:  {}", entry.subject),
        format!("Who:    {}{role}", entry.actor),
        format!("When:   {} UTC", entry.at.format("%Y-%m-%d %H:%M:%S")),
        format!("Entry:  {}", entry.key),
    ];
    if entry.undoes {
        lines.push("It takes an earlier change back.".to_owned());
    }
    if entry.undone {
        lines.push("A later change took it back.".to_owned());
    }
    model.open(Text::new("Journal entry", lines))
}
