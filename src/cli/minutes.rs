//! `docket minutes`: the minutes of a meeting, or of a vote without one: written, approved, amended.

use super::{
    CliError, Context,
    args::word,
    council::{self, MeetingArg, SessionArg},
    docket::{self, Work},
    paper::{self, FORMATS, Format, Into},
};
use crate::{
    council::MeetingId,
    papers::{Audience, Books, minutes},
    record::{Change, Sitting, minutes as changes},
    store::Store,
};

/// Write the minutes of a meeting, or of an electronic ballot: who was there when, or answered when, why each result
/// is what it is, where each rule comes from.
///
/// They are a draft until a later meeting approves them; what is put right in them is printed at the top, and what
/// they said stays below.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A meeting: its date, with -2 behind it for a second one that day. An electronic ballot: REF/1, REF/2 and so on.
    #[arg(value_name = "MEETING or BALLOT")]
    named: SessionArg,
    /// In which form.
    #[arg(long, value_parser = word!(Format, FORMATS), default_value = "md")]
    format: Format,
    /// For everybody: without refs, what was found wanting, what conditions ask, reasons of conflict, employers and
    /// private notes.
    #[arg(long)]
    public: bool,
    #[command(flatten)]
    into: Into,
    /// Record that a later meeting has approved them as they stand.
    #[arg(long, conflicts_with_all = ["public", "output"])]
    approve: bool,
    /// Record what is to be read instead of something they say: which item, what it said, what it should say, as in
    /// "Item 2, result: it said 8 for, it should say 9 for". It is part of the public version.
    #[arg(long, value_name = "TEXT", requires = "because", conflicts_with_all = ["approve", "public", "output"])]
    amend: Option<String>,
    /// Why they are amended.
    #[arg(long, value_name = "TEXT", requires = "amend")]
    because: Option<String>,
    /// The meeting that approves or amends them; for an approval the open one where none is named.
    #[arg(long = "meeting", value_name = "MEETING")]
    later: Option<MeetingArg>,
}

pub(super) fn run(args: &Args, context: &Context) -> Result<(), CliError> {
    if args.approve {
        return approve(args, context);
    }
    if let (Some(text), Some(because)) = (&args.amend, &args.because) {
        return amend(args, (text, because), context);
    }
    let store = docket::read(context)?;
    let (sitting, books) = sitting(&store, &args.named)?;
    let audience = if args.public { Audience::Public } else { Audience::Internal };
    let minutes = minutes::minutes(&sitting, &books, audience)?;
    args.into.write(&store, context, (args.format, minutes.page()), &minutes)
}

/// The meeting as it stood at its end, and the rules that it rested on.
fn sitting(store: &Store, named: &SessionArg) -> Result<(Sitting, Books), CliError> {
    let id = named.find(store)?;
    paper::sitting(store, &id)?.ok_or_else(|| gone(&id))
}

fn gone(id: &MeetingId) -> CliError {
    CliError::Wrong(format!("{id} cannot be found again; run `docket verify`"))
}

fn approve(args: &Args, context: &Context) -> Result<(), CliError> {
    let work = Work::begin(context)?;
    let (sitting, books) = sitting(&work.store, &args.named)?;
    let by = council::meeting(&work.store, args.later.as_ref())?.id;
    let hash = minutes::draft_hash(&sitting, &books)?;
    work.finish(vec![Change::MinutesApproved { meeting: sitting.meeting.id, by, hash }])
}

fn amend(args: &Args, (text, because): (&str, &str), context: &Context) -> Result<(), CliError> {
    let work = Work::begin(context)?;
    let id = args.named.find(&work.store)?;
    let meeting = work.store.meeting(&id)?.ok_or_else(|| gone(&id))?;
    let later = args.later.as_ref();
    let by = later.map(|later| council::meeting(&work.store, Some(later))).transpose()?.map(|later| later.id);
    work.finish(vec![changes::amend(&meeting, (text.to_owned(), because.to_owned()), by)])
}
