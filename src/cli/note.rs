//! `docket note`: a private note on an application.

use super::{CliError, Context, args::reference, docket::Work};
use crate::review::Ref;

/// Write a private note on an application.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The application.
    #[arg(value_name = "REF", value_parser = reference())]
    reference: Ref,
    /// The note.
    text: String,
}

pub(super) fn run(args: &Args, context: &Context) -> Result<(), CliError> {
    let work = Work::begin(context)?;
    work.application(&args.reference)?;
    work.note(&args.reference, &args.text)
}
