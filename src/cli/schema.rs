//! `docket schema`: the forms of JSON that others can build on.

use schemars::{JsonSchema, Schema, schema_for};

use super::{
    CliError, Context, args::word, ballot, condition, conflict, docket::Done, editions, evidence, history,
    import, meeting, out, ruling, seat, show,
};
use crate::{
    council::Tally,
    intake,
    papers::register,
    record::{Change, Role},
    review::{Assessment, queue::QueueRow},
    rules::ids::words,
    store::{Exported, Verified},
};

words!(
    /// A form of JSON that is described.
    Form {
        /// An application file: what `docket import` and `docket assess` read.
        Application = "application",
        /// `docket assess --json`, of one application.
        Assessment = "assessment",
        /// `docket list --json`.
        List = "list",
        /// `docket show --json`.
        Show = "show",
        /// `docket evidence REF --json`.
        Evidence = "evidence",
        /// `docket history --json`.
        History = "history",
        /// `docket import --json`.
        Import = "import",
        /// What verbs that change something print with `--json`.
        Done = "done",
        /// `docket seat list --json`.
        Seats = "seats",
        /// `docket conflict list --json`.
        Conflicts = "conflicts",
        /// `docket meeting list --json`.
        Meetings = "meetings",
        /// `docket meeting show --json`.
        Meeting = "meeting",
        /// `docket ruling list --json`.
        Rulings = "rulings",
        /// `docket ballot show --json`.
        Ballot = "ballot",
        /// `docket condition list --json`.
        Conditions = "conditions",
        /// `docket register --json`.
        Register = "register",
        /// `docket tally --json`.
        Tally = "tally",
        /// A line of what `docket apply` reads.
        Change = "change",
        /// `docket export`.
        Export = "export",
        /// `docket verify --json`.
        Verify = "verify",
        /// `docket editions --json`.
        Editions = "editions",
    }
);

/// Print the JSON schema of a form that docket reads or writes; without a name, list them.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Which form.
    #[arg(value_parser = word!(Form))]
    name: Option<Form>,
}

/// A change on a line of its own, with who makes it where that is not whoever applies the file.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "it is there for the schema that is derived from it")]
struct ChangeLine {
    /// The change; personal texts in clear.
    #[serde(flatten)]
    change: Change,
    /// Who makes it.
    actor: Option<String>,
    /// In which role.
    role: Option<Role>,
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
        Form::List => schema_for!(Vec<QueueRow>),
        Form::Show => schema_for!(show::Shown),
        Form::Evidence => schema_for!(Vec<evidence::Listed>),
        Form::History => schema_for!(Vec<history::Made>),
        Form::Import => schema_for!(Vec<import::report::Account<'static>>),
        Form::Done => schema_for!(Done),
        Form::Seats => schema_for!(Vec<seat::list::Listed>),
        Form::Conflicts => schema_for!(conflict::Listed),
        Form::Meetings => schema_for!(Vec<meeting::print::Listed<'static>>),
        Form::Meeting => schema_for!(meeting::print::Shown<'static>),
        Form::Rulings => schema_for!(Vec<ruling::Listed>),
        Form::Ballot => schema_for!(ballot::print::Shown),
        Form::Conditions => schema_for!(Vec<condition::Listed>),
        Form::Register => schema_for!(Vec<register::Entry<'static>>),
        Form::Tally => schema_for!(Tally),
        Form::Change => schema_for!(ChangeLine),
        Form::Export => schema_for!(Exported),
        Form::Verify => schema_for!(Verified),
        Form::Editions => schema_for!(Vec<editions::Listed<'static>>),
    }
}
