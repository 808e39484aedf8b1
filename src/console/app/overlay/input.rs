//! One text is asked for, in one line or in the editor.

use chrono::NaiveDate;
use tui_input::Input as Line;

use super::{Check, First, Overlay, Then};
use crate::console::app::drafts;
use crate::console::app::effect::Effect;
use crate::console::app::model::Model;

/// What is said of a text that came back.
pub const RESTORED: &str = "Your draft from before, recorded nowhere; ctrl-r begins afresh.";

/// A text that is asked for.
#[derive(Clone, Debug)]
pub struct Input {
    /// What is asked for.
    pub title: String,
    /// What to know before answering; may be empty.
    pub hint: String,
    /// The text so far.
    pub line: Line,
    /// What is wrong with the text, once it was handed in.
    pub problem: Option<String>,
    /// The day to begin with is still there: the next letter takes its place.
    pub selected: bool,
    pub(super) draft: Option<String>,
    /// The text is an unfinished one of before.
    pub restored: bool,
    first: (First, String),
    check: Option<Check>,
    then: Then<String>,
}

impl Input {
    /// Asks for a text; `then` gets it.
    pub fn new(
        title: impl Into<String>,
        then: impl Fn(&mut Model, String) -> Vec<Effect> + Send + Sync + 'static,
    ) -> Self {
        Self {
            title: title.into(),
            hint: String::new(),
            line: Line::default(),
            problem: None,
            selected: false,
            draft: None,
            restored: false,
            first: (First::default(), String::new()),
            check: None,
            then: Then::new(then),
        }
    }

    /// What to know before answering.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// The text to begin with.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        super::typing::replace(&mut self.line, text);
        self
    }

    /// The day to begin with, if there is one; the first letter that is typed takes its place.
    #[must_use]
    pub fn day(mut self, day: Option<NaiveDate>) -> Self {
        let first = First::day(day);
        self.selected = first.selected;
        self.text(&first.text)
    }

    /// Keeps the text under `name` while it is typed, and until it is in the docket; an earlier unfinished one comes
    /// back when it is opened.
    #[must_use]
    pub fn draft(mut self, name: impl Into<String>) -> Self {
        self.draft = Some(name.into());
        self
    }

    /// Brings back the unfinished text `kept`.
    pub(super) fn restore(&mut self, kept: &str) {
        let first = First { text: self.line.value().to_owned(), selected: self.selected, recorded: false };
        self.first = (first, self.hint.clone());
        (self.restored, self.selected) = (true, false);
        RESTORED.clone_into(&mut self.hint);
        super::typing::replace(&mut self.line, kept);
    }

    /// Begins with the first text again; gives the draft that is to be forgotten.
    pub(super) fn afresh(&mut self) -> Option<String> {
        let (first, hint) = std::mem::take(&mut self.first);
        super::typing::replace(&mut self.line, &first.text);
        self.selected = first.selected;
        (self.hint, self.restored, self.problem) = (hint, false, None);
        self.draft.clone()
    }

    /// Takes only a text that `check` finds good; else the reason is shown and the text stays.
    #[must_use]
    pub fn check(mut self, check: impl Fn(&str) -> Result<(), String> + Send + Sync + 'static) -> Self {
        self.check = Some(Check::new(check));
        self
    }

    /// The text has changed.
    pub(super) fn changed(&mut self) -> Vec<Effect> {
        self.problem = None;
        let text = self.line.value().to_owned();
        self.draft.clone().map_or_else(Vec::new, |name| vec![Effect::KeepDraft { name, text }])
    }

    pub(super) fn accept(mut self, model: &mut Model) -> Vec<Effect> {
        let text = self.line.value().trim().to_owned();
        self.problem = self.check.as_ref().and_then(|check| check.problem(&text));
        if self.problem.is_some() {
            model.overlays.push(Overlay::Input(self));
            return Vec::new();
        }
        let effects = self.then.run(model, text);
        drafts::handed_in(model, self.into(), effects)
    }
}
