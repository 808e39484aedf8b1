//! `docket schema`: the forms of JSON that others can build on.

use schemars::{Schema, schema_for};

use super::{CliError, Context, args::word, out};
use crate::{
    council::Tally,
    intake,
    review::{Assessment, queue::QueueRow},
    rules::ids::words,
};

words!(
    /// A form of JSON that is described.
    Form {
        /// An application file.
        Application = "application",
        /// `docket assess --json`, of one application.
        Assessment = "assessment",
        /// `docket tally --json`.
        Tally = "tally",
        /// `docket list --json`.
        List = "list",
    }
);

/// Print the JSON schema of a form that docket reads or writes; without a name, list them.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Which form.
    #[arg(value_parser = word!(Form))]
    name: Option<Form>,
}

pub(super) fn run(args: &Args, context: &Context) -> Result<(), CliError> {
    match args.name {
        Some(form) => out::json(&schema(form)),
        None if context.json => out::json(&Form::ALL),
        None => Form::ALL.iter().try_for_each(|form| out::line(form.as_str())),
    }
}

fn schema(form: Form) -> Schema {
    match form {
        Form::Application => intake::schema(),
        Form::Assessment => schema_for!(Assessment),
        Form::Tally => schema_for!(Tally),
        Form::List => schema_for!(Vec<QueueRow>),
    }
}
