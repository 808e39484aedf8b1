//! `docket present`: the meeting for the room, on a second terminal.

use super::{
    CliError, Context,
    console::{drafts_of, ended, options},
    env,
};
use crate::console::{self, Console, app::Present, desk::Gallery};

/// Show the meeting to the room, on a second terminal: read only, following the docket live.
///
/// Motion, roll call, tally, quorum and result, and the public facts of the application. No notes, no reasons.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Hide numbers and positions until each ballot is closed.
    #[arg(long)]
    hide_tally: bool,
}

pub(super) fn run(args: &Args, context: &Context) -> Result<(), CliError> {
    console::has_terminal()?;
    let path = env::docket(context)?;
    let mut gallery = Gallery::open(path.clone(), Box::new(|| (env::now(), env::today())))?;
    let mut options = options(context, &path)?;
    options.present = Some(Present { hidden: args.hide_tally, ..Present::default() });
    ended(Console::new(options)?.run(None, drafts_of(&path), move |request| gallery.answer(request)))
}
