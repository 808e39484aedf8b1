//! The palette: everything that can be done here, found by title, alias, doc or key.

use tui_input::Input as Line;

use super::pick::{matches, words};
use crate::console::app::command::{self, Availability, Command, Scope};
use crate::console::app::cursor::Cursor;
use crate::console::app::effect::Effect;
use crate::console::app::model::Model;

/// The open palette.
#[derive(Clone, Debug)]
pub struct Palette {
    /// What narrows the list.
    pub filter: Line,
    /// The chosen entry.
    pub cursor: Cursor,
    scopes: Vec<Scope>,
}

/// One row of the palette.
#[derive(Debug)]
pub struct Entry {
    /// The command.
    pub command: &'static Command,
    /// Its keys, as written; empty if it has none.
    pub keys: String,
    /// Why it cannot be used now, if so.
    pub disabled: Option<String>,
}

impl Palette {
    /// The palette for what is in front now.
    pub fn new(model: &Model) -> Self {
        let mut palette = Self { filter: Line::default(), cursor: Cursor::default(), scopes: model.scopes() };
        palette.filtered(model);
        palette
    }

    /// The rows that the filter leaves: those whose title matches before the others, the nearest scope first.
    pub fn entries(&self, model: &Model) -> Vec<Entry> {
        let words = words(&self.filter);
        let entries = self.scopes.iter().flat_map(|scope| entries(model, *scope));
        let mut left: Vec<Entry> = entries.filter(|entry| entry.matches(&words)).collect();
        left.sort_by_key(|entry| !matches(&words, &[entry.command.title]));
        left
    }

    pub(super) fn filtered(&mut self, model: &Model) -> Vec<Effect> {
        self.cursor = Cursor::new(self.entries(model).len());
        Vec::new()
    }

    pub(super) fn accept(self, model: &mut Model) -> Vec<Effect> {
        let chosen = self.entries(model).into_iter().nth(self.cursor.at());
        match chosen {
            Some(entry) => command::run(model, entry.command),
            None => model.open(self),
        }
    }
}

impl Entry {
    /// Its name without the scope, which says nothing of what it does.
    fn name(&self) -> &'static str {
        self.command.id.split_once('.').map_or(self.command.id, |(_, name)| name)
    }

    fn matches(&self, words: &[String]) -> bool {
        let mut texts = vec![self.command.title, self.command.doc, self.name(), &self.keys];
        texts.extend(self.command.aliases);
        matches(words, &texts)
    }
}

/// The commands of one scope that are shown now. Moving is left to the keys.
fn entries(model: &Model, scope: Scope) -> impl Iterator<Item = Entry> {
    let commands = command::all().filter(move |command| command.scope == scope && scope != Scope::Move);
    commands.filter_map(|command| {
        let disabled = match (command.available)(model) {
            Availability::Enabled | Availability::Soon => None,
            Availability::Disabled(why) => Some(why),
            Availability::Hidden => return None,
        };
        Some(Entry { command, keys: model.keymap.keys(command.id), disabled })
    })
}
