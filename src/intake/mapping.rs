//! What the columns of somebody else's CSV mean, as data.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{
    IntakeError,
    fields::Remarks,
    node::{Node, Value},
    rows::Row,
    text::quote,
    tree,
};
use crate::rules::{EditionId, Program};

/// The mappings that docket knows: their names and texts.
pub const SHIPPED: &[(&str, &str)] =
    &[("vendor-profile", include_str!("../../assets/mappings/vendor-profile.toml"))];

/// A mapping from the columns of a CSV file to the fields of applications.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    id: String,
    title: String,
    /// The edition that every row is judged by.
    edition: EditionId,
    /// Which column says what is asked for; the first that has a value decides.
    programs: Vec<Asked>,
    /// Why a row for which none of them has a value is left out.
    left_out: String,
    /// What feeds which fields.
    feeds: Vec<Feed>,
    /// Columns that feed nothing, each with the reason; they stay in the submission.
    #[serde(default)]
    ignore: BTreeMap<String, String>,
}

/// A column whose values say which programs are asked for.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    column: String,
    #[serde(default)]
    split: Option<String>,
    values: BTreeMap<String, Program>,
    /// Values that ask for nothing, each with the reason.
    #[serde(default)]
    without: BTreeMap<String, String>,
}

/// A column and the fields it feeds.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Feed {
    column: String,
    /// Dotted paths; `#` stands for a new item of the list for each value.
    to: Vec<String>,
    /// What parts the values of a list.
    #[serde(default)]
    split: Option<String>,
    /// What is taken off the front of each value.
    #[serde(default)]
    strip: Option<String>,
    /// Only for these programs; for all where none is named.
    #[serde(default)]
    programs: Vec<Program>,
    /// Further fields that are filled where the column has a value: a text, or `{column}` for another cell.
    #[serde(default)]
    with: BTreeMap<String, String>,
}

/// What a mapping makes of a row.
pub(super) enum Outcome {
    /// Applications, one for each program asked for.
    Applications(Vec<(Node, Remarks)>),
    /// Nothing, and that is no error.
    LeftOut {
        /// The organisation.
        name: String,
        /// Why.
        why: String,
    },
    /// Fields that contradict each other.
    Refused(String),
}

impl Mapping {
    /// Reads a mapping; `name` is said in errors.
    ///
    /// # Errors
    /// Not TOML, unknown keys or words, or fields that contradict each other: with line and key.
    pub fn parse(name: &str, text: &str) -> Result<Self, IntakeError> {
        let refuse = |why: String| IntakeError::Mapping { name: name.to_owned(), why };
        let mapping: Self =
            toml::from_str(text).map_err(|error| refuse(error.to_string().trim().to_owned()))?;
        let paths = || mapping.feeds.iter().flat_map(|feed| feed.to.iter().chain(feed.with.keys()));
        if let Some(path) = paths().find(|path| path.split('.').any(str::is_empty)) {
            return Err(refuse(format!("`{path}` is no field path")));
        }
        if mapping.organisation().is_none() {
            return Err(refuse("no column feeds `organisation.name`".to_owned()));
        }
        if mapping.programs.is_empty() {
            return Err(refuse("`programs` names no column that says what is asked for".to_owned()));
        }
        Ok(mapping)
    }

    /// The shipped mapping of this name.
    ///
    /// # Errors
    /// No mapping of this name; the error lists those that are shipped.
    pub fn shipped(name: &str) -> Result<Self, IntakeError> {
        match SHIPPED.iter().find(|(shipped, _)| *shipped == name) {
            Some((_, text)) => Self::parse(name, text),
            None => Err(IntakeError::Mapping {
                name: name.to_owned(),
                why: format!(
                    "no such file, and no mapping of this name; shipped: {}",
                    SHIPPED.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
                ),
            }),
        }
    }

    /// Its name.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What it is for.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The columns that a file needs for it.
    pub(super) fn columns(&self) -> Vec<&str> {
        let asked = self.programs.iter().map(|asked| asked.column.as_str());
        let mut columns: Vec<&str> =
            asked.chain(self.feeds.iter().map(|feed| feed.column.as_str())).collect();
        columns.sort_unstable();
        columns.dedup();
        columns
    }

    /// The column that names the organisation.
    fn organisation(&self) -> Option<&str> {
        let feeds = |feed: &&Feed| feed.to.iter().any(|path| path == "organisation.name");
        self.feeds.iter().find(feeds).map(|feed| feed.column.as_str())
    }

    /// What it makes of a row.
    pub(super) fn apply(&self, row: &Row<'_>) -> Outcome {
        let name = self.organisation().and_then(|column| row.cell(column));
        let left_out = |why: String| {
            let name = name.map(|(_, name)| name.to_owned()).unwrap_or_default();
            Outcome::LeftOut { name, why }
        };
        let decides = |asked: &&Asked| row.cell(&asked.column).is_some();
        let Some(asked) = self.programs.iter().find(decides) else { return left_out(self.left_out.clone()) };
        let (programs, said) = asked.read(row);
        if programs.is_empty() {
            let said = said.into_iter().map(|(value, why)| format!("{}: {why}", quote(&value)));
            return left_out(format!("{} has only {}", asked.column, said.collect::<Vec<_>>().join("; ")));
        }
        let trees = programs.into_iter().map(|program| {
            let remarks = Remarks::default();
            for (value, why) in said.iter().filter(|(value, _)| !asked.without.contains_key(value)) {
                remarks.add(&asked.column, format!("{}: {why}", quote(value)));
            }
            for column in row.header.iter().filter(|column| !self.knows(column)) {
                if row.cell(column).is_some() {
                    remarks.add(column, "a column that the mapping does not know; kept as it came");
                }
            }
            Ok((self.tree(row, program)?, remarks))
        });
        match trees.collect::<Result<Vec<_>, String>>() {
            Ok(trees) => Outcome::Applications(trees),
            Err(why) => Outcome::Refused(why),
        }
    }

    fn knows(&self, column: &str) -> bool {
        self.ignore.contains_key(column)
            || self.feeds.iter().any(|feed| feed.column == column)
            || self.programs.iter().any(|asked| asked.column == column)
    }

    fn tree(&self, row: &Row<'_>, program: Program) -> Result<Node, String> {
        let mut root = Node::new(Value::Object(Vec::new()));
        let text = |text: &str| Node::new(Value::Text(text.to_owned()));
        tree::plant(&mut root, "program", text(program.as_str()))?;
        tree::plant(&mut root, "edition", text(self.edition.as_str()))?;
        for feed in
            self.feeds.iter().filter(|feed| feed.programs.is_empty() || feed.programs.contains(&program))
        {
            feed.fill(&mut root, row)?;
        }
        Ok(root)
    }
}

impl Asked {
    /// The programs asked for, each once, and the values that ask for none, each with the reason.
    fn read(&self, row: &Row<'_>) -> (Vec<Program>, Vec<(String, String)>) {
        let mut programs = Vec::new();
        let mut said = Vec::new();
        let (_, cell) = row.cell(&self.column).unwrap_or_default();
        for value in split(cell, self.split.as_deref()) {
            match (self.values.get(value), self.without.get(value)) {
                (Some(program), _) if programs.contains(program) => {}
                (Some(program), _) => programs.push(*program),
                (None, Some(why)) => said.push((value.to_owned(), why.clone())),
                (None, None) => said.push((value.to_owned(), "asks for no program known here".to_owned())),
            }
        }
        (programs, said)
    }
}

impl Feed {
    fn fill(&self, root: &mut Node, row: &Row<'_>) -> Result<(), String> {
        let Some((at, cell)) = row.cell(&self.column) else { return Ok(()) };
        let values = split(cell, self.split.as_deref()).into_iter().map(|value| {
            let text = self.strip.as_deref().and_then(|front| value.strip_prefix(front)).unwrap_or(value);
            Node { at, value: Value::Cell(text.to_owned()) }
        });
        if let Some((list, _)) = self.to.iter().find_map(|path| path.split_once(".#")) {
            for value in values {
                let number = tree::length(root, list).saturating_add(1).to_string();
                self.plant(root, row, &number, &value)?;
            }
            return Ok(());
        }
        let values: Vec<Node> = values.collect();
        let value = match (&self.split, values.first()) {
            (None, Some(value)) => value.clone(),
            _ => Node { at, value: Value::List(values) },
        };
        self.plant(root, row, "", &value)
    }

    /// Plants one value and what goes with it; `number` stands for `#`.
    fn plant(&self, root: &mut Node, row: &Row<'_>, number: &str, value: &Node) -> Result<(), String> {
        for path in &self.to {
            tree::plant(root, &path.replace('#', number), value.clone())?;
        }
        for (path, text) in &self.with {
            let column = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
            let cell = match column {
                Some(column) => row.cell(column),
                None => Some((value.at, text.as_str())),
            };
            if let Some((at, text)) = cell {
                let leaf = Node { at, value: Value::Cell(text.to_owned()) };
                tree::plant(root, &path.replace('#', number), leaf)?;
            }
        }
        Ok(())
    }
}

/// The values of a cell, without blanks around them and without empty ones.
fn split<'c>(cell: &'c str, separator: Option<&str>) -> Vec<&'c str> {
    let parts: Vec<&str> = match separator.filter(|separator| !separator.is_empty()) {
        Some(separator) => cell.split(separator).collect(),
        None => vec![cell],
    };
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}
