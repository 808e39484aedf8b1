//! Which keys do what: the shipped keymap with the person's own over it.

mod layer;

use std::fmt;

use super::command::{self, Command, Scope};
use super::key::{self, Key};
use layer::Layer;

/// The shipped keymap.
const SHIPPED: &str = include_str!("../../../assets/keymap.toml");

/// Keys that run a command.
#[derive(Clone, Debug)]
struct Binding {
    keys: Vec<Key>,
    command: &'static Command,
}

/// Which keys do what.
#[derive(Clone, Debug)]
pub struct Keymap {
    bindings: Vec<Binding>,
    prefixes: Vec<(Vec<Key>, String)>,
}

/// Something in a keymap that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line in the file, counted from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub text: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.text)
    }
}

/// What a row of keys means.
#[derive(Clone, Copy, Debug)]
pub enum Found {
    /// It runs a command.
    Command(&'static Command),
    /// More keys are needed.
    Prefix,
    /// It means nothing here.
    Nothing,
}

impl Default for Keymap {
    fn default() -> Self {
        Self::load(None).0
    }
}

impl Keymap {
    /// The shipped keymap with the text of the person's own file over it. What is not understood is left out and named.
    pub fn load(own: Option<&str>) -> (Self, Vec<Problem>) {
        let (shipped, mut problems) = Layer::parse(SHIPPED);
        let mut keymap = Self { bindings: Vec::new(), prefixes: Vec::new() };
        keymap.add(shipped);
        if let Some(own) = own {
            let (own, found) = Layer::parse(own);
            problems.extend(found);
            keymap.add(own);
        }
        (keymap, problems)
    }

    /// Puts a layer over what is there: its commands get its keys alone, and its keys run its commands alone.
    fn add(&mut self, layer: Layer) {
        self.bindings.retain(|old| {
            let named = layer.commands.iter().any(|command| command.id == old.command.id);
            let taken = layer
                .bindings
                .iter()
                .any(|(new, keys)| new.scope == old.command.scope && clash(keys, &old.keys));
            !named && !taken
        });
        self.bindings.extend(layer.bindings.into_iter().map(|(command, keys)| Binding { keys, command }));
        self.prefixes.retain(|(old, _)| !layer.prefixes.iter().any(|(new, _)| new == old));
        self.prefixes.extend(layer.prefixes);
    }

    /// What `keys` mean where `scopes` have the focus, the nearest first; the nearest that knows them decides.
    pub fn find(&self, scopes: &[Scope], keys: &[Key]) -> Found {
        for scope in scopes {
            let mut begun =
                self.bindings.iter().filter(|b| b.command.scope == *scope && b.keys.starts_with(keys));
            if let Some(binding) = begun.next() {
                let whole = binding.keys.len() == keys.len();
                return if whole { Found::Command(binding.command) } else { Found::Prefix };
            }
        }
        Found::Nothing
    }

    /// What may follow the keys already pressed, for the hint: the rest of the keys and the command.
    pub fn following(&self, scopes: &[Scope], pending: &[Key]) -> Vec<(String, &'static Command)> {
        let mut rows = Vec::new();
        for scope in scopes {
            for binding in self.bindings.iter().filter(|b| b.command.scope == *scope) {
                if let Some(rest) = binding.keys.strip_prefix(pending).filter(|rest| !rest.is_empty()) {
                    rows.push((key::show(rest), binding.command));
                }
            }
        }
        rows
    }

    /// The name of what begins with `keys`, such as `go to` for `g`.
    pub fn prefix_name(&self, keys: &[Key]) -> Option<&str> {
        self.prefixes.iter().find(|(prefix, _)| prefix == keys).map(|(_, name)| name.as_str())
    }

    /// All keys of a command, written out with commas; empty if it has none.
    pub fn keys(&self, id: &str) -> String {
        let mine = self.bindings.iter().filter(|binding| binding.command.id == id);
        mine.map(|binding| key::show(&binding.keys)).collect::<Vec<_>>().join(", ")
    }

    /// The first keys of a command, for the footer.
    pub fn first(&self, id: &str) -> Option<String> {
        self.bindings.iter().find(|binding| binding.command.id == id).map(|binding| key::show(&binding.keys))
    }

    /// Every command with its keys, in the order of the registry: for the reference.
    pub fn table(&self) -> Vec<(&'static Command, String)> {
        command::all().map(|command| (command, self.keys(command.id))).collect()
    }
}

/// One of two rows of keys is, or begins, the other, so that only one of them can work.
fn clash(a: &[Key], b: &[Key]) -> bool {
    a.starts_with(b) || b.starts_with(a)
}

#[cfg(test)]
mod tests;
