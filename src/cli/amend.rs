//! `docket amend`: a fact of an application is corrected.

use super::{
    CliError, Context,
    args::{TextOrNone, reference, word},
    docket::Work,
};
use crate::{
    record::{Change, Field, Refusal, amend},
    review::Ref,
};

/// Correct a fact of an application.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The application.
    #[arg(value_name = "REF", value_parser = reference())]
    reference: Ref,
    /// Which fact.
    #[arg(value_parser = word!(Field))]
    field: Field,
    /// What it is; `-` where it is not known.
    #[arg(allow_hyphen_values = true)]
    value: TextOrNone,
}

pub(super) fn run(args: Args, context: &Context) -> Result<(), CliError> {
    let work = Work::begin(context)?;
    let facts = work.application(&args.reference)?.facts;
    let was = amend::get(&facts, args.field);
    let TextOrNone(value) = args.value;
    let now = match value {
        Some(text) => amend::normal(&facts, args.field, &text).map_err(Refusal::from)?,
        None => None,
    };
    let same = was == now;
    let change = Change::Amended { application: args.reference, field: args.field, was, now };
    work.finish(if same { Vec::new() } else { vec![change] })
}
