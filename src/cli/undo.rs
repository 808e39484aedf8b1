//! `docket undo`: one's own last change is taken back.

use schemars::JsonSchema;
use serde::Serialize;

use super::{CliError, Context, docket::Work, out};

/// Take back your own last change, unless something later rests on it.
#[derive(Debug, clap::Args)]
pub(super) struct Args;

/// What was taken back.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Undone {
    /// It, in one line.
    undone: String,
}

pub(super) fn run(context: &Context) -> Result<(), CliError> {
    let mut work = Work::begin(context)?;
    let undone = work.store.undo(&work.act)?.what;
    if context.json { out::json(&Undone { undone }) } else { out::line(&format!("undone: {undone}")) }
}
