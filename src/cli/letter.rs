//! `docket letter`: a letter to an applicant.

use chrono::NaiveDate;

use super::{
    CliError, Context,
    args::{a_day, reference, word},
    docket::{self, Work},
    env,
    paper::{self, Format, Into},
};
use crate::{
    papers::{letter::Letter, message},
    review::Ref,
    store::Store,
};

/// Write to an applicant: what was decided, or what is open or short. Nothing noted down for the file is in it.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The application.
    #[arg(value_name = "REF", value_parser = reference())]
    reference: Ref,
    /// The day of the letter; today where none is given.
    #[arg(long, value_name = "DATE", value_parser = a_day)]
    date: Option<NaiveDate>,
    /// In which form; `txt` is a message to be sent by mail.
    #[arg(long, value_parser = word!(Format, FORMS), default_value = "md")]
    format: Format,
    /// Note in the docket that the message was sent, as it is today.
    #[arg(long, conflicts_with_all = ["format", "date", "output"])]
    sent: bool,
    #[command(flatten)]
    into: Into,
}

pub(super) fn run(args: &Args, context: &Context) -> Result<(), CliError> {
    if args.sent {
        return sent(args, Work::begin(context)?);
    }
    let store = docket::read(context)?;
    let letter = written(args, &store)?;
    if paper::asked(context, args.format) == Format::Txt {
        let text = message::text(&letter, &env::act(context)?.actor, store.is_rehearsal()?);
        return args.into.text(context, &text);
    }
    args.into.write(&store, context, (args.format, letter.page()), &letter)
}

fn written(args: &Args, store: &Store) -> Result<Letter, CliError> {
    let application = docket::application(store, &args.reference)?;
    Ok(paper::letter(store, &application, args.date.unwrap_or_else(env::today))?)
}

/// Keeps the message as a note.
fn sent(args: &Args, work: Work<'_>) -> Result<(), CliError> {
    let letter = written(args, &work.store)?;
    let text = message::text(&letter, &work.act.actor, work.store.is_rehearsal()?);
    let text = message::note(message::to(&letter), letter.date, &text);
    work.note(&letter.reference, &text)
}

/// The forms of a letter.
const FORMS: &[Format] = &[Format::Md, Format::Html, Format::Json, Format::Txt];
