//! The line at the foot of a list in which one looks for something; the list follows while it is typed.

use tui_input::Input as Line;

use super::Then;
use crate::console::app::effect::Effect;
use crate::console::app::model::Model;

/// Characters that are looked for at most; a pasted page is no name.
const LONGEST: usize = 200;

/// What is looked for.
#[derive(Clone, Debug)]
pub struct Find {
    /// The text so far.
    pub line: Line,
    before: String,
    then: Then<String>,
}

impl Find {
    /// Looks for something, beginning with `text`; `then` gets every text that is typed, and `text` again where the
    /// search is given up.
    pub fn new(text: &str, then: impl Fn(&mut Model, String) -> Vec<Effect> + Send + Sync + 'static) -> Self {
        Self { line: Line::new(text.to_owned()), before: text.to_owned(), then: Then::new(then) }
    }

    /// What is to be done with the text as it stands.
    pub(super) fn changed(&self) -> impl FnOnce(&mut Model) -> Vec<Effect> + use<> {
        let text = self.line.value().trim().chars().take(LONGEST).collect();
        let then = self.then.clone();
        move |model| then.run(model, text)
    }

    /// The search was given up.
    pub(super) fn given_up(self, model: &mut Model) -> Vec<Effect> {
        self.then.run(model, self.before)
    }
}
