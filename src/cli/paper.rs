//! What the verbs of papers share: the form a paper is asked for in, the rules it rests on, and the way out.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use serde::Serialize;

use super::{CliError, Context, env, out};
use crate::{
    council::rules,
    papers::{Book, Books, Page},
    record::RulesKind,
    rules::{EditionId, ids::words, shipped},
    store::Store,
};

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
    /// Writes a paper: `page` where people read it, `value` as JSON.
    pub(super) fn write(
        &self,
        context: &Context,
        format: Format,
        page: &Page,
        value: &impl Serialize,
    ) -> Result<(), CliError> {
        self.text(context, &written(context, format, page, value)?)
    }

    /// Writes a paper that is text already.
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
    context: &Context,
    format: Format,
    page: &Page,
    value: &impl Serialize,
) -> Result<String, CliError> {
    match asked(context, format) {
        Format::Json => out::json_text(value),
        Format::Html => Ok(page.html()),
        Format::Md | Format::Csv => Ok(page.markdown()),
    }
}

/// The form that is meant: `--json` comes before `--format`.
pub(super) const fn asked(context: &Context, format: Format) -> Format {
    if context.json { Format::Json } else { format }
}

fn is_docket(path: &Path, docket: &Path) -> bool {
    match (path.canonicalize(), docket.canonicalize()) {
        (Ok(path), Ok(docket)) => path == docket,
        _ => path == docket,
    }
}

/// The rules of the council and these editions, as the docket keeps them; what it keeps no text of, as shipped.
pub(super) fn books<'e>(
    store: &Store,
    council: &str,
    editions: impl IntoIterator<Item = &'e EditionId>,
) -> Result<Books, CliError> {
    let kept = |kind, id: &str| store.kept_rules(kind, id);
    let text = kept(RulesKind::Council, council)?;
    let shipped_text = || rules::shipped_text(council).unwrap_or_default().to_owned();
    let council = Book { rules: store.council_rules(council)?, text: text.unwrap_or_else(shipped_text) };
    let mut books = Books { council, editions: BTreeMap::new() };
    for id in editions {
        let text = kept(RulesKind::Edition, id.as_str())?;
        let shipped_text = || shipped::edition_text(id).unwrap_or_default().to_owned();
        let book = Book { rules: Arc::clone(&store.edition(id)?), text: text.unwrap_or_else(shipped_text) };
        books.editions.insert(id.clone(), book);
    }
    Ok(books)
}
