//! One text is asked for, in one line or in the editor.

use tui_input::Input as Line;

use super::{Check, Overlay, Then};
use crate::console::app::drafts;
use crate::console::app::effect::Effect;
use crate::console::app::model::Model;

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
    draft: Option<String>,
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
            draft: None,
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

    /// Keeps the text under `name` while it is typed, and until it is in the docket; an earlier unfinished one is offered again.
    #[must_use]
    pub fn draft(mut self, model: &Model, name: impl Into<String>) -> Self {
        let name = name.into();
        if let Some(text) = model.drafts.get(&name) {
            "Your unfinished text is here again.".clone_into(&mut self.hint);
            super::typing::replace(&mut self.line, text);
        }
        self.draft = Some(name);
        self
    }

    /// Takes only a text that `check` finds good; else the reason is shown and the text stays.
    #[must_use]
    pub fn check(mut self, check: Check) -> Self {
        self.check = Some(check);
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
        if let Some(Err(problem)) = self.check.map(|check| check(&text)) {
            self.problem = Some(problem);
            model.overlays.push(Overlay::Input(self));
            return Vec::new();
        }
        let mut effects = self.then.run(model, text);
        if let Some(name) = self.draft {
            drafts::handed_in(model, name, &mut effects);
        }
        effects
    }
}
