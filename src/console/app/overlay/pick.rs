//! One of several is asked for; typing narrows the list.

use tui_input::Input as Line;

use super::{Overlay, Then};
use crate::console::app::cursor::Cursor;
use crate::console::app::effect::Effect;
use crate::console::app::model::Model;

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What it is.
    pub label: String,
    /// What is said beside it; may be empty.
    pub note: String,
}

/// Several things to choose one from.
#[derive(Clone, Debug)]
pub struct Pick {
    /// What is asked for.
    pub title: String,
    /// What can be chosen.
    pub choices: Vec<Choice>,
    /// What narrows the list.
    pub filter: Line,
    /// The chosen one among those left.
    pub cursor: Cursor,
    /// The letter that a choice begins with takes it at once; nothing is filtered.
    pub by_key: bool,
    then: Then<usize>,
}

impl Pick {
    /// Asks for one of `choices`; `then` gets its index.
    pub fn new(
        title: impl Into<String>,
        choices: Vec<Choice>,
        then: impl Fn(&mut Model, usize) -> Vec<Effect> + Send + Sync + 'static,
    ) -> Self {
        let cursor = Cursor::new(choices.len());
        Self {
            title: title.into(),
            choices,
            filter: Line::default(),
            cursor,
            by_key: false,
            then: Then::new(then),
        }
    }

    /// Takes the choice that begins with the letter typed, without enter.
    #[must_use]
    pub fn by_key(mut self) -> Self {
        self.by_key = true;
        self
    }

    /// The choice that `letter` takes at once.
    pub fn chosen_by(&self, letter: char) -> Option<usize> {
        let begins = |choice: &Choice| choice.label.starts_with(letter);
        self.choices.iter().position(begins).filter(|_| self.by_key)
    }

    /// The choices left by the filter, with their index.
    pub fn left(&self) -> impl Iterator<Item = (usize, &Choice)> {
        let words = words(&self.filter);
        self.choices
            .iter()
            .enumerate()
            .filter(move |(_, choice)| matches(&words, &[&choice.label, &choice.note]))
    }

    pub(super) fn filtered(&mut self) -> Vec<Effect> {
        self.cursor = Cursor::new(self.left().count());
        Vec::new()
    }

    /// Takes the choice with this index.
    pub(super) fn take(self, model: &mut Model, index: usize) -> Vec<Effect> {
        self.then.run(model, index)
    }

    pub(super) fn accept(self, model: &mut Model) -> Vec<Effect> {
        let chosen = self.left().nth(self.cursor.at()).map(|(index, _)| index);
        match chosen {
            Some(index) => self.then.run(model, index),
            None => model.open(Overlay::Pick(self)),
        }
    }
}

/// The words of a filter, in lower case.
pub fn words(filter: &Line) -> Vec<String> {
    filter.value().split_whitespace().map(str::to_lowercase).collect()
}

/// Every word is found in one of the texts.
pub fn matches(words: &[String], texts: &[&str]) -> bool {
    let texts: Vec<String> = texts.iter().map(|text| text.to_lowercase()).collect();
    words.iter().all(|word| texts.iter().any(|text| text.contains(word)))
}
