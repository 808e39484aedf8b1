//! `docket letter`: a letter to an applicant.

use chrono::NaiveDate;

use super::{
    CliError, Context,
    args::{reference, word},
    docket, env,
    paper::{self, FORMATS, Format, Into},
};
use crate::{
    council::rules,
    papers::letter,
    review::{Ref, queue::Window},
};

/// Write to an applicant: what was decided, or what is open or short. Nothing noted down for the file is in it.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The application.
    #[arg(value_name = "REF", value_parser = reference())]
    reference: Ref,
    /// The day of the letter; today where none is given.
    #[arg(long, value_name = "DATE")]
    date: Option<NaiveDate>,
    /// In which form.
    #[arg(long, value_parser = word!(Format, FORMATS), default_value = "md")]
    format: Format,
    #[command(flatten)]
    into: Into,
}

pub(super) fn run(args: &Args, context: &Context) -> Result<(), CliError> {
    let store = docket::read(context)?;
    let application = docket::application(&store, &args.reference)?;
    let ballots = store.ballots_of(&args.reference)?;
    let mut granted = store.certifications(Window { first: 0, rows: u64::MAX })?;
    granted.retain(|one| one.reference == args.reference);
    let books = paper::books(&store, rules::DEFAULT, [&application.edition])?;
    let date = args.date.unwrap_or_else(env::today);
    let letter = letter::letter(&application, &ballots, &granted, &books, date)?;
    args.into.write(&store, context, (args.format, letter.page()), &letter)
}
