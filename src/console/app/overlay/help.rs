//! The help: the keys that work here, by scope, as they are in force.

use tui_input::Input as Line;

use super::pick::{matches, words};
use crate::console::app::command::{self, Command, Scope};
use crate::console::app::cursor::Cursor;
use crate::console::app::effect::Effect;
use crate::console::app::model::Model;

/// The open help; the cursor scrolls it.
#[derive(Clone, Debug)]
pub struct Help {
    /// What narrows the list.
    pub filter: Line,
    /// The line on top.
    pub cursor: Cursor,
    rows: Vec<(Scope, &'static Command, String)>,
}

/// One row of the help.
#[derive(Clone, Copy, Debug)]
pub enum Row<'a> {
    /// The heading of a scope.
    Heading(Scope),
    /// A command with its keys.
    Keys(&'static Command, &'a str),
}

impl Help {
    /// The help for what is in front now.
    pub fn new(model: &Model) -> Self {
        let mut scopes = model.scopes();
        if model.present.is_none() {
            let typed = [Scope::Entry, Scope::Answer];
            scopes.extend(typed.into_iter().filter(|scope| !model.scopes().contains(scope)));
        }
        let rows = scopes.iter().flat_map(|scope| {
            let commands = command::all().filter(|command| command.scope == *scope);
            commands.map(|command| (*scope, command, model.keymap.keys(command.id)))
        });
        let mut help = Self { filter: Line::default(), cursor: Cursor::default(), rows: rows.collect() };
        help.filtered();
        help
    }

    /// What is shown, with headings.
    pub fn rows(&self) -> Vec<Row<'_>> {
        let words = words(&self.filter);
        let mut shown = Vec::new();
        let mut last = None;
        for (scope, command, keys) in &self.rows {
            if !matches(&words, &[command.title, command.doc, command.id, keys]) {
                continue;
            }
            if last.replace(*scope) != Some(*scope) {
                shown.push(Row::Heading(*scope));
            }
            shown.push(Row::Keys(command, keys));
        }
        shown
    }

    pub(super) fn filtered(&mut self) -> Vec<Effect> {
        self.cursor = Cursor::new(self.rows().len());
        Vec::new()
    }
}
