//! `docket minutes`: the minutes of a meeting.

use super::{
    CliError, Context,
    args::word,
    council::MeetingArg,
    docket,
    paper::{self, FORMATS, Format, Into},
};
use crate::papers::{Audience, minutes};

/// Write the minutes of a meeting: who was there when, why each result is what it is, where each rule comes from.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The meeting: its date, with -2 behind it for a second one that day.
    #[arg(value_name = "MEETING")]
    meeting: MeetingArg,
    /// In which form.
    #[arg(long, value_parser = word!(Format, FORMATS), default_value = "md")]
    format: Format,
    /// For everybody: without what was found wanting, without reasons, employers and private notes.
    #[arg(long)]
    public: bool,
    #[command(flatten)]
    into: Into,
}

pub(super) fn run(args: &Args, context: &Context) -> Result<(), CliError> {
    let store = docket::read(context)?;
    let id = &args.meeting.id;
    let unknown =
        || CliError::Wrong(format!("no meeting `{id}` is in the docket; see `docket meeting list`"));
    let sitting = store.sitting(id)?.ok_or_else(unknown)?;
    let editions = sitting.meeting.ballots.iter().map(|ballot| &ballot.edition);
    let books = paper::books(&store, &sitting.meeting.rules, editions)?;
    let audience = if args.public { Audience::Public } else { Audience::Internal };
    let minutes = minutes::minutes(&sitting, &books, audience)?;
    args.into.write(context, args.format, &minutes.page(), &minutes)
}
