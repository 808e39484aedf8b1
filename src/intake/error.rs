//! What can go wrong with a file, and where.

use std::fmt;

use super::limits;

/// Where in a file something stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a JSON file.
    Json {
        /// The application's index in the array, from 0; 0 for a single object.
        index: usize,
        /// The JSON pointer within the application, such as `/organisation/name`; empty for all of it.
        pointer: String,
    },
    /// In a file of lines (JSON Lines, CSV).
    Line {
        /// The line, from 1.
        line: u64,
        /// The column: its name in CSV, its number (characters from 1) in JSON Lines; empty for the whole line.
        column: String,
    },
    /// In a form filled in by hand.
    Form {
        /// The field, as a dotted path.
        field: String,
    },
}

impl Place {
    /// What tells the rows of one file apart.
    pub(super) fn row(&self) -> Option<u64> {
        match self {
            Self::Json { index, .. } => u64::try_from(*index).ok(),
            Self::Line { line, .. } => Some(*line),
            Self::Form { .. } => None,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json { index, pointer } if pointer.is_empty() => write!(f, "index {index}"),
            Self::Json { index, pointer } => write!(f, "index {index}, {pointer}"),
            Self::Line { line, column } if column.is_empty() => write!(f, "line {line}"),
            Self::Line { line, column } => write!(f, "line {line}, column {column}"),
            Self::Form { field } => f.write_str(field),
        }
    }
}

/// An application that was not taken, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {why}")]
pub struct Refused {
    /// Where it stands.
    pub place: Place,
    /// Why it was not taken, and what would help.
    pub why: String,
}

/// A row that a mapping leaves out, which is no error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Where it stands.
    pub place: Place,
    /// The organisation it names.
    pub name: String,
    /// Why no application is made of it.
    pub why: String,
}

/// Why nothing of a file could be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IntakeError {
    /// Too long.
    #[error("the file is longer than {} bytes, the most that is read: split it", limits::FILE)]
    TooLong,
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// No text at all.
    #[error("this is {what}: give JSON, JSON Lines or CSV")]
    NotText {
        /// What it is.
        what: &'static str,
    },
    /// Not UTF-8.
    #[error("line {line}: this is not UTF-8 text (it looks like {looks_like}): save the file as UTF-8")]
    NotUtf8 {
        /// The first line that cannot be read.
        line: u64,
        /// What the bytes look like.
        looks_like: &'static str,
    },
    /// Not JSON.
    #[error("line {line}, column {column}: this is not JSON: {why}")]
    NotJson {
        /// The line, from 1.
        line: u64,
        /// The column, from 1.
        column: u64,
        /// What the parser says.
        why: String,
    },
    /// JSON, but neither an object nor an array.
    #[error("line 1: expected one application (an object) or an array of them")]
    NotApplications,
    /// A header that cannot be used.
    #[error("line 1: {why}")]
    Header {
        /// What is wrong with it, and what to do.
        why: String,
    },
    /// A mapping for a file that has no columns.
    #[error("a mapping is for CSV, and this file is JSON: leave the mapping out")]
    MappingForJson,
    /// More applications than one file may hold.
    #[error("{place}: more than {} applications in one file: split it", limits::APPLICATIONS)]
    TooMany {
        /// Where the limit was passed.
        place: Place,
    },
    /// A mapping that cannot be read.
    #[error("the mapping `{name}`: {why}")]
    Mapping {
        /// Its name or file.
        name: String,
        /// What is wrong with it: line, key and reason.
        why: String,
    },
}
