//! A question: yes or no, or a word that must be typed where it cannot be undone.

use tui_input::Input as Line;

use super::{Overlay, Then};
use crate::console::app::effect::Effect;
use crate::console::app::model::Model;

/// A question.
#[derive(Clone, Debug)]
pub struct Confirm {
    /// The question in a few words.
    pub title: String,
    /// What will happen, a line a paragraph.
    pub lines: Vec<String>,
    /// What must be typed to say yes, where a key is too easy.
    pub word: Option<String>,
    /// What has been typed.
    pub line: Line,
    /// What was typed is not the word.
    pub wrong: bool,
    then: Then<()>,
}

impl Confirm {
    /// Asks; `then` is done on yes.
    pub fn new(
        title: impl Into<String>,
        lines: Vec<String>,
        then: impl Fn(&mut Model) -> Vec<Effect> + Send + Sync + 'static,
    ) -> Self {
        let then = Then::new(move |model: &mut Model, ()| then(model));
        Self { title: title.into(), lines, word: None, line: Line::default(), wrong: false, then }
    }

    /// Yes is said by typing `word`.
    #[must_use]
    pub fn word(mut self, word: impl Into<String>) -> Self {
        self.word = Some(word.into());
        self
    }

    pub(super) fn accept(mut self, model: &mut Model) -> Vec<Effect> {
        if self.word.as_deref().is_some_and(|word| word != self.line.value().trim()) {
            self.wrong = true;
            model.overlays.push(Overlay::Confirm(self));
            return Vec::new();
        }
        self.then.run(model, ())
    }
}
