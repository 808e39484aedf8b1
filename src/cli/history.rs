//! `docket history`: who changed what, and when.

use schemars::JsonSchema;
use serde::Serialize;

use super::{CliError, Context, args::reference, docket, out};
use crate::{
    record::{Role, journal::stamp},
    review::{Ref, queue::Window},
    store::JournalRow,
};

/// Say who changed an application, when and how, oldest first; of the whole docket where none is named.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The application.
    #[arg(value_name = "REF", value_parser = reference())]
    reference: Option<Ref>,
}

/// One change.
#[derive(Serialize, JsonSchema)]
pub(super) struct Made {
    /// Its writer and number.
    entry: String,
    /// When.
    at: String,
    /// Who.
    actor: String,
    /// In which role.
    role: Option<Role>,
    /// What it is about.
    subject: String,
    /// What was done.
    what: String,
    /// It takes an earlier change back.
    undoes: bool,
}

pub(super) fn run(args: &Args, context: &Context) -> Result<(), CliError> {
    let store = docket::read(context)?;
    if let Some(reference) = &args.reference {
        docket::application(&store, reference)?;
    }
    let rows = store.history(args.reference.as_ref(), Window { first: 0, rows: u64::MAX })?;
    let entries = rows.into_iter().rev().map(entry);
    if context.json {
        return out::json(&entries.collect::<Vec<_>>());
    }
    let row = |one: Made| {
        let what = if one.undoes { format!("undone: {}", one.what) } else { one.what };
        let role = one.role.map(|role| role.to_string()).unwrap_or_default();
        [one.at, one.actor, role, one.subject, what]
    };
    out::table(&entries.map(row).collect::<Vec<_>>())
}

fn entry(row: JournalRow) -> Made {
    Made {
        entry: row.key.to_string(),
        at: stamp(row.at),
        actor: row.actor,
        role: row.role,
        subject: row.subject,
        what: row.what,
        undoes: row.undoes,
    }
}
