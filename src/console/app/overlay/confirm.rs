//! A question: yes or no, or a word that must be typed where it cannot be undone.

use tui_input::Input as Line;
use unicode_width::UnicodeWidthStr as _;

use super::{Overlay, Then};
use crate::console::app::cursor::Cursor;
use crate::console::app::effect::Effect;
use crate::console::app::model::Model;
use crate::text;

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
    /// The line on top.
    pub cursor: Cursor,
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
        Self {
            title: title.into(),
            lines,
            word: None,
            line: Line::default(),
            cursor: Cursor::default(),
            wrong: false,
            then,
        }
    }

    /// Yes is said by typing `word`.
    #[must_use]
    pub fn word(mut self, word: impl Into<String>) -> Self {
        self.word = Some(word.into());
        self
    }

    /// What is said above the answer, with the question itself where it is too long for the border of a box that is
    /// `width` columns wide inside.
    pub fn said(&self, width: u16) -> Vec<String> {
        let fits = text::visible(&self.title).width() <= usize::from(width.saturating_sub(2));
        let title = (!fits).then(|| self.title.clone());
        title.into_iter().chain(self.lines.iter().cloned()).collect()
    }

    /// Rows for the answer: the keys, or the word and what is typed.
    pub const fn rows(&self) -> u16 {
        if self.word.is_some() { 2 } else { 1 }
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
