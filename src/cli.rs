//! The command line: one file a verb. Data goes to standard output, messages to standard error.

mod args;
pub mod error;
pub mod out;
mod tally;

use std::{ffi::OsString, path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

pub use error::CliError;

/// Review applications for FinOps certifications, score them, and record the council's votes.
#[derive(Debug, Parser)]
#[command(name = "docket", version, subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
struct Cli {
    #[command(flatten)]
    context: Context,
    #[command(subcommand)]
    verb: Verb,
}

/// What every verb is given beside its own arguments.
#[derive(Debug, clap::Args)]
pub struct Context {
    /// The docket to work on.
    #[arg(long, global = true, display_order = 100, value_name = "PATH")]
    pub file: Option<PathBuf>,
    /// Who does it, as recorded in the journal.
    #[arg(long, global = true, display_order = 100, value_name = "NAME")]
    pub actor: Option<String>,
    /// Print JSON.
    #[arg(long, global = true, display_order = 100)]
    pub json: bool,
}

/// What can be done.
#[derive(Debug, Subcommand)]
enum Verb {
    Tally(tally::Args),
}

fn run(verb: &Verb, context: &Context) -> Result<(), CliError> {
    match verb {
        Verb::Tally(args) => tally::run(args, context),
    }
}

/// Does what `arguments` say, the program's name first, and gives the exit status.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let done = match Cli::try_parse_from(arguments) {
        Ok(Cli { context, verb }) => run(&verb, &context),
        Err(answer) => out::usage(&answer),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            out::failure(&error);
            ExitCode::from(error.status())
        }
    }
}
