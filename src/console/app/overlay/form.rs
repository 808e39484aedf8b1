//! Several texts are asked for at once.

use tui_input::Input as Line;

use super::{Check, Overlay, Then};
use crate::console::app::cursor::Cursor;
use crate::console::app::effect::Effect;
use crate::console::app::model::Model;

/// One field of a form.
#[derive(Clone, Debug)]
pub struct Field {
    /// What is asked for.
    pub label: String,
    /// What to know before answering; may be empty.
    pub hint: String,
    /// The text so far.
    pub line: Line,
    /// What is wrong with the text, once the form was handed in.
    pub problem: Option<String>,
    check: Check,
}

impl Field {
    /// A field that takes any text.
    pub fn new(label: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            hint: hint.into(),
            line: Line::default(),
            problem: None,
            check: |_| Ok(()),
        }
    }

    /// The text to begin with.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        super::typing::replace(&mut self.line, text);
        self
    }

    /// Takes only a text that `check` finds good.
    #[must_use]
    pub fn check(mut self, check: Check) -> Self {
        self.check = check;
        self
    }
}

/// Several texts that are asked for at once; the cursor is on one of them.
#[derive(Clone, Debug)]
pub struct Form {
    /// What it is about.
    pub title: String,
    /// Its fields.
    pub fields: Vec<Field>,
    /// The field being typed in.
    pub cursor: Cursor,
    then: Then<Vec<String>>,
}

impl Form {
    /// Asks for `fields`; `then` gets their texts in the same order.
    pub fn new(
        title: impl Into<String>,
        fields: Vec<Field>,
        then: impl Fn(&mut Model, Vec<String>) -> Vec<Effect> + Send + Sync + 'static,
    ) -> Self {
        let cursor = Cursor::new(fields.len());
        Self { title: title.into(), fields, cursor, then: Then::new(then) }
    }

    pub(super) fn line_mut(&mut self) -> Option<&mut Line> {
        self.fields.get_mut(self.cursor.at()).map(|field| &mut field.line)
    }

    pub(super) fn changed(&mut self) -> Vec<Effect> {
        if let Some(field) = self.fields.get_mut(self.cursor.at()) {
            field.problem = None;
        }
        Vec::new()
    }

    /// Enter goes from field to field; on the last one the form is handed in, once every field is good.
    pub(super) fn accept(mut self, model: &mut Model) -> Vec<Effect> {
        if self.cursor.at() + 1 < self.fields.len() {
            self.cursor.go(self.cursor.at() + 1);
            return model.open(Overlay::Form(self));
        }
        for field in &mut self.fields {
            field.problem = (field.check)(field.line.value().trim()).err();
        }
        if let Some(wrong) = self.fields.iter().position(|field| field.problem.is_some()) {
            self.cursor.go(wrong);
            return model.open(Overlay::Form(self));
        }
        let texts = self.fields.iter().map(|field| field.line.value().trim().to_owned()).collect();
        self.then.run(model, texts)
    }
}
