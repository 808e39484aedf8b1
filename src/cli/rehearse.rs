//! `docket rehearse`: the console on a copy of the docket that bears a mark.

use std::path::PathBuf;

use super::{
    CliError, Context,
    console::{Throwaway, run as show},
    docket, env,
};
use crate::console;

/// Rehearse on a marked copy of the docket, which is thrown away afterwards; the docket itself is left alone.
///
/// The copy says REHEARSAL on every screen, and goes on saying so wherever it is opened.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Keep the copy in this file, which must not exist yet.
    #[arg(long, value_name = "FILE")]
    keep: Option<PathBuf>,
}

pub(super) fn run(args: &Args, context: &Context) -> Result<(), CliError> {
    console::has_terminal()?;
    let folder = Throwaway::make("rehearsal")?;
    let path = args.keep.clone().unwrap_or_else(|| folder.0.join("rehearsal.sqlite"));
    let copy = docket::read(context)?.rehearse_at(&path, &env::act(context)?)?;
    show(context, copy, &path, None)
}
