//! `docket schema`: the forms of JSON that others can build on.

use schemars::{JsonSchema, Schema, generate::SchemaSettings, schema_for};

use super::{
    CliError, Context, apply, args::word, ballot, condition, conflict, docket::Done, editions, evidence,
    history, import, meeting, out, ruling, seat, show, undo,
};
use crate::{
    council::{Seat, Tally},
    intake,
    papers::{decision, letter, minutes, packet, register},
    record::{Change, Role},
    review::{Assessment, Ref, queue::QueueRow},
    rules::{Edition, ids::words},
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
        /// What verbs that change something print with `--json`, where nothing else is said.
        Done = "done",
        /// `docket undo --json`.
        Undone = "undone",
        /// `docket apply FILE --json` of a whole export.
        Loaded = "loaded",
        /// `docket seat add --json`.
        Seat = "seat",
        /// `docket seat count --json`.
        Count = "count",
        /// `docket seat list --json`.
        Seats = "seats",
        /// `docket conflict list --json`.
        Conflicts = "conflicts",
        /// `docket meeting list --json`.
        Meetings = "meetings",
        /// `docket meeting plan --json` and `docket meeting open --json`.
        Named = "named",
        /// `docket meeting adjourn --json`.
        Ended = "ended",
        /// `docket meeting show --json`.
        Meeting = "meeting",
        /// `docket meeting agenda --json`.
        Agenda = "agenda",
        /// `docket meeting consent --json`.
        Consent = "consent",
        /// `docket ruling list --json`.
        Rulings = "rulings",
        /// `docket ballot list --json`.
        Ballots = "ballots",
        /// `docket ballot open --json`.
        Opened = "opened",
        /// `docket ballot show --json`, and of what closes or declares one.
        Ballot = "ballot",
        /// `docket condition list --json`.
        Conditions = "conditions",
        /// `docket packet --json`.
        Packet = "packet",
        /// `docket minutes --json`.
        Minutes = "minutes",
        /// `docket decision --json`.
        Decision = "decision",
        /// `docket letter --json`.
        Letter = "letter",
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
        /// `docket editions ID --json`.
        Edition = "edition",
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
        Form::Assessment => printed::<Assessment>(),
        Form::List => printed::<Vec<QueueRow>>(),
        Form::Show => printed::<show::Shown>(),
        Form::Evidence => printed::<Vec<evidence::Listed>>(),
        Form::History => printed::<Vec<history::Made>>(),
        Form::Import => printed::<Vec<import::report::Account<'static>>>(),
        Form::Done => printed::<Done>(),
        Form::Undone => printed::<undo::Undone>(),
        Form::Loaded => printed::<apply::Loaded>(),
        Form::Seat => printed::<Seat>(),
        Form::Count => printed::<seat::list::Counted>(),
        Form::Seats => printed::<Vec<seat::list::Listed>>(),
        Form::Conflicts => printed::<conflict::Listed>(),
        Form::Meetings => printed::<Vec<meeting::print::Listed<'static>>>(),
        Form::Named => printed::<meeting::Named<'static>>(),
        Form::Ended => printed::<meeting::adjourn::Ended>(),
        Form::Agenda => printed::<Vec<Ref>>(),
        Form::Consent => printed::<Vec<meeting::consent::Listed<'static>>>(),
        Form::Meeting => printed::<meeting::print::Shown<'static>>(),
        Form::Rulings => printed::<Vec<ruling::Listed>>(),
        Form::Ballots => printed::<Vec<ballot::together::Waiting>>(),
        Form::Opened => printed::<ballot::together::Opened>(),
        Form::Ballot => printed::<ballot::print::Shown>(),
        Form::Conditions => printed::<Vec<condition::Listed>>(),
        Form::Packet => printed::<packet::Packet>(),
        Form::Minutes => printed::<minutes::Minutes>(),
        Form::Decision => printed::<decision::Decision>(),
        Form::Letter => printed::<letter::Letter>(),
        Form::Register => printed::<Vec<register::Entry<'static>>>(),
        Form::Tally => printed::<Tally>(),
        Form::Change => schema_for!(ChangeLine),
        Form::Export => printed::<Exported>(),
        Form::Verify => printed::<Verified>(),
        Form::Editions => printed::<Vec<editions::Listed<'static>>>(),
        Form::Edition => printed::<Edition>(),
    }
}

/// The form of what is printed: what is always there is required.
fn printed<T: JsonSchema>() -> Schema {
    SchemaSettings::default().for_serialize().into_generator().into_root_schema_for::<T>()
}
