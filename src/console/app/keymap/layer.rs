//! One keymap file: sections of scopes, a line a command, its keys.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Problem, clash};
use crate::console::app::command::{self, Command, Scope};
use crate::console::app::key::{self, Key};

/// What one file says.
#[derive(Debug, Default)]
pub(super) struct Layer {
    /// The commands that are named, with or without keys.
    pub(super) commands: Vec<&'static Command>,
    /// Their keys.
    pub(super) bindings: Vec<(&'static Command, Vec<Key>)>,
    /// The names of what begins with some keys.
    pub(super) prefixes: Vec<(Vec<Key>, String)>,
}

/// A file being read.
struct Reader<'a> {
    text: &'a str,
    layer: Layer,
    problems: Vec<Problem>,
}

impl Layer {
    /// Reads a file. What is not understood is left out and named.
    pub(super) fn parse(text: &str) -> (Self, Vec<Problem>) {
        let mut reader = Reader { text, layer: Self::default(), problems: Vec::new() };
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            let span = error.span().unwrap_or_default();
            reader.problem(span, format!("{}; this line is left out", error.message()));
        }
        for (section, value) in table.get_ref() {
            reader.section(section, value);
        }
        reader.problems.sort_by_key(|problem| problem.line);
        (reader.layer, reader.problems)
    }
}

impl Reader<'_> {
    fn problem(&mut self, span: Range<usize>, text: String) {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        self.problems.push(Problem { line: before.matches('\n').count() + 1, text });
    }

    fn section(&mut self, name: &Spanned<std::borrow::Cow<'_, str>>, value: &Spanned<DeValue<'_>>) {
        let Some(table) = value.get_ref().as_table() else {
            return self.problem(name.span(), format!("`{}` is no section of commands", name.get_ref()));
        };
        if name.get_ref() == "prefixes" {
            return table.iter().for_each(|(keys, name)| self.prefix(keys.get_ref(), name));
        }
        let Ok(scope) = name.get_ref().parse::<Scope>() else {
            let known = Scope::ALL.iter().map(|scope| scope.as_str()).collect::<Vec<_>>().join(", ");
            return self.problem(
                name.span(),
                format!("there is no section `{}`; there are: {known}", name.get_ref()),
            );
        };
        for (name, keys) in table {
            match command::find(&format!("{scope}.{}", name.get_ref())) {
                Some(command) => self.command(command, keys),
                None => self.problem(name.span(), format!("`{}` is no command of {scope}", name.get_ref())),
            }
        }
    }

    fn prefix(&mut self, keys: &str, name: &Spanned<DeValue<'_>>) {
        match (key::sequence(keys), name.get_ref().as_str()) {
            (Ok(keys), Some(name)) => self.layer.prefixes.push((keys, name.to_owned())),
            (Err(error), _) => self.problem(name.span(), error.to_string()),
            (_, None) => self.problem(name.span(), "a prefix has a name in quotes".to_owned()),
        }
    }

    fn command(&mut self, command: &'static Command, keys: &Spanned<DeValue<'_>>) {
        self.layer.commands.push(command);
        let Some(list) = keys.get_ref().as_array() else {
            return self.problem(
                keys.span(),
                format!("the keys of `{}` are a list like [\"j\", \"down\"]", command.id),
            );
        };
        for keys in list {
            let read = keys.get_ref().as_str().ok_or_else(|| "keys are written in quotes".to_owned());
            match read.and_then(|text| key::sequence(text).map_err(|error| error.to_string())) {
                Ok(sequence) => self.bind(command, sequence, keys.span()),
                Err(error) => self.problem(keys.span(), error),
            }
        }
    }

    fn bind(&mut self, command: &'static Command, keys: Vec<Key>, span: Range<usize>) {
        let taken =
            self.layer.bindings.iter().find(|(other, old)| other.scope == command.scope && clash(&keys, old));
        if let Some((other, old)) = taken {
            let text = format!("`{}` is taken by {} (`{}`)", key::show(&keys), other.id, key::show(old));
            return self.problem(span, text);
        }
        self.layer.bindings.push((command, keys));
    }
}
