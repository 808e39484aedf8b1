//! `docket export`: the whole docket as JSON.

use std::path::PathBuf;

use super::{CliError, Context, docket, env, out};

/// Write the whole docket as JSON: the journal, the texts beside it, and the tables.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Into this file instead of standard output; one that is there is replaced.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(super) fn run(args: &Args, context: &Context) -> Result<(), CliError> {
    let exported = docket::read(context)?.export()?;
    match &args.output {
        None => out::json(&exported),
        Some(path) => env::write(path, &out::json_text(&exported)?),
    }
}
