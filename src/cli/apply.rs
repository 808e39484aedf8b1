//! `docket apply`: changes as JSON Lines through the one door, or an export into an empty docket.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;

use super::{
    CliError, Context,
    docket::{Done, Work},
    env, out,
};
use crate::{
    record::{Act, Change, Role},
    store::{CommitError, Store, StoreEnv},
};

/// Make changes from a file, all or none: JSON Lines of changes, or an export into an empty docket.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The file; `-` is standard input.
    #[arg(value_name = "FILE")]
    from: PathBuf,
}

/// Changes with the lines they stand on.
type Lines = Vec<(usize, (Act, Vec<Change>))>;

pub(super) fn run(args: &Args, context: &Context) -> Result<(), CliError> {
    let text = env::text(&args.from)?;
    match serde_json::from_str::<Value>(&text) {
        Ok(export) if export.get("journal").is_some() => load(&export, context),
        _ => changes(&args.from, &text, context),
    }
}

/// How much of an export was taken in.
#[derive(serde::Serialize, schemars::JsonSchema)]
pub(in crate::cli) struct Loaded {
    /// Entries of the journal.
    entries: u64,
}

/// Takes an export into an empty docket, verbatim.
fn load(export: &Value, context: &Context) -> Result<(), CliError> {
    let mut work = Work::begin(context)?;
    if work.is_missing() {
        work.store.load_export(export)?;
        work.found()?;
    }
    let committed = work.store.load_export(export)?;
    if context.json {
        return out::json(&Loaded { entries: committed.entries });
    }
    out::line(&format!("{} entries taken in", committed.entries))
}

/// Makes the changes of a file in one transaction. Each line can be undone by itself.
fn changes(path: &Path, text: &str, context: &Context) -> Result<(), CliError> {
    let act = env::act(context)?;
    let mut lines: Lines = Vec::new();
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let change =
            read(line, &act).map_err(|why| CliError::input(path, format!("line {number}: {why}")))?;
        lines.push((number, change));
    }
    if lines.is_empty() {
        return Err(CliError::input(path, "there is no change in it; write one a line, or name an export"));
    }
    let mut work = Work::begin(context)?;
    let made: Vec<Change> = lines.iter().flat_map(|(_, (_, changes))| changes.clone()).collect();
    let batches: Vec<_> = lines.iter().map(|(_, batch)| batch.clone()).collect();
    let tried = if work.is_missing() { work.store.commit_all(batches.clone()).map(drop) } else { Ok(()) };
    if tried.is_ok() {
        work.found()?;
    }
    if let Err(error) = tried.and_then(|()| work.store.commit_all(batches)) {
        if let CommitError::Refused(_) = &error
            && let Some(line) = refused_at(&work.store, lines)
        {
            out::message(&format!(
                "{}: line {line} is refused, so that none of its changes was made",
                path.display()
            ));
        }
        return Err(error.into());
    }
    Done::of(&made).print(context)
}

/// Reads one line: a change, and perhaps who makes it, in which role.
fn read(line: &str, act: &Act) -> Result<(Act, Vec<Change>), String> {
    let mut value: Value = serde_json::from_str(line)
        .map_err(|error| format!("this is not JSON ({error}); write one change a line"))?;
    let fields = value.as_object_mut().ok_or("this is no object; write {\"change\": ...}")?;
    let mut act = act.clone();
    if let Some(actor) = fields.remove("actor") {
        actor.as_str().ok_or("`actor` is a name")?.clone_into(&mut act.actor);
    }
    if let Some(role) = fields.remove("role") {
        act.role = Option::<Role>::deserialize(role).map_err(|error| format!("`role`: {error}"))?;
    }
    let change = Change::deserialize(value)
        .map_err(|error| format!("{error}; `docket schema change` describes the changes"))?;
    match change {
        Change::Founded { .. } => Err("a docket is founded by itself; leave this change out".to_owned()),
        Change::RehearsalBegan { .. } => {
            Err("a rehearsal is no part of a docket; `docket rehearse` makes a copy for one".to_owned())
        }
        change => Ok((act, vec![change])),
    }
}

/// The line that is refused, found by making the changes one by one on a copy in memory.
fn refused_at(store: &Store, lines: Lines) -> Option<usize> {
    let mut copy = Store::in_memory(StoreEnv::system(None)).ok()?;
    if store.entries().ok()? > 0 {
        copy.load_export(&store.export().ok()?).ok()?;
    }
    lines.into_iter().find_map(|(number, batch)| copy.commit_all(vec![batch]).err().map(|_refused| number))
}
