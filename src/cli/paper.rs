//! What the verbs of papers share: the form a paper is asked for in, the rules it rests on, and the way out.

use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::Value;

use super::{CliError, Context, env, out};
use crate::{
    papers::{Page, REHEARSAL},
    rules::ids::words,
    store::Store,
};

pub(super) use crate::console::desk::papers::{books, edition, letter, sitting};

words!(
    /// The form of a paper.
    Format {
        /// Markdown.
        Md = "md",
        /// One HTML file without scripts.
        Html = "html",
        /// What it says as JSON.
        Json = "json",
        /// A table for spreadsheets.
        Csv = "csv",
        /// The plain text of a message.
        Txt = "txt",
    }
);

/// The forms of every paper.
pub(super) const FORMATS: &[Format] = &[Format::Md, Format::Html, Format::Json];

/// Where a paper goes.
#[derive(Debug, clap::Args)]
pub(super) struct Into {
    /// Write it to this file instead, readable by its owner alone.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Into {
    /// Writes a paper made from `store`: `page` where people read it, `value` as JSON. One that comes from a copy for
    /// rehearsing says so in every form.
    pub(super) fn write(
        &self,
        store: &Store,
        context: &Context,
        (format, page): (Format, Page),
        value: &impl Serialize,
    ) -> Result<(), CliError> {
        self.text(context, &written(store, context, (format, page), value)?)
    }

    /// Writes a table made from `store`.
    pub(super) fn table(&self, store: &Store, context: &Context, table: &str) -> Result<(), CliError> {
        if store.is_rehearsal()? {
            return self.text(context, &format!("{REHEARSAL}\r\n{table}"));
        }
        self.text(context, table)
    }

    pub(super) fn text(&self, context: &Context, text: &str) -> Result<(), CliError> {
        let Some(path) = &self.output else { return out::text(text) };
        if is_docket(path, &env::docket(context)?) {
            return Err(CliError::input(path, "is the docket itself; name another file for the paper"));
        }
        env::write(path, text)?;
        out::message(&format!("written to {}", path.display()));
        Ok(())
    }
}

/// A paper as text: `page` where people read it, `value` as JSON.
pub(super) fn written(
    store: &Store,
    context: &Context,
    (format, page): (Format, Page),
    value: &impl Serialize,
) -> Result<String, CliError> {
    let rehearsal = store.is_rehearsal()?;
    let page = if rehearsal { page.of_a_rehearsal() } else { page };
    match asked(context, format) {
        Format::Json if rehearsal => out::json_text(&marked(value)?),
        Format::Json => out::json_text(value),
        Format::Html => Ok(page.html()),
        Format::Md | Format::Csv | Format::Txt => Ok(page.markdown()),
    }
}

/// The form that is meant: `--json` comes before `--format`.
pub(super) const fn asked(context: &Context, format: Format) -> Format {
    if context.json { Format::Json } else { format }
}

/// The JSON of a paper with `rehearsal` in every object on top.
fn marked(value: &impl Serialize) -> Result<Value, CliError> {
    let mut value = serde_json::to_value(value).map_err(|error| CliError::Output(error.into()))?;
    let objects = match &mut value {
        Value::Array(objects) => objects.iter_mut().collect(),
        object => vec![object],
    };
    for object in objects.into_iter().filter_map(Value::as_object_mut) {
        object.insert("rehearsal".to_owned(), true.into());
    }
    Ok(value)
}

fn is_docket(path: &Path, docket: &Path) -> bool {
    match (path.canonicalize(), docket.canonicalize()) {
        (Ok(path), Ok(docket)) => path == docket,
        _ => path == docket,
    }
}
