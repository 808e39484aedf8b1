//! `docket assess`: what an application comes to, of a docket or straight from a file.

mod print;

use std::{path::Path, sync::Arc};

use chrono::NaiveDate;

use super::{
    CliError, Context,
    applications::{self, Reading},
    docket, env, out,
};
use crate::{
    review::{Application, Assessment, Basis, Ref, Stage, Verdict, assess},
    rules::Edition,
    store::Store,
};

/// Say what an application comes to: verdict, points, heads, coverage, and what is missing.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// An application of the docket, or a file of applications.
    #[arg(value_name = "REF-or-FILE")]
    target: String,
    /// The day to judge for; else today, or the day the ballot on it was opened.
    #[arg(long, value_name = "DATE", value_parser = crate::cli::args::a_day)]
    as_of: Option<NaiveDate>,
    /// Exit with 1 unless every one is ready.
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    reading: Reading,
}

pub(super) fn run(args: &Args, context: &Context) -> Result<(), CliError> {
    let path = Path::new(&args.target);
    let assessments = if is_file(path)? { of_file(args, path)? } else { vec![of_docket(args, context)?] };
    match assessments.as_slice() {
        [one] if context.json => out::json(one)?,
        several if context.json => out::json(&several)?,
        several => print::all(several)?,
    }
    let ready = assessments.iter().all(|one| one.verdict == Verdict::Ready);
    if args.check && !ready { Err(CliError::No) } else { Ok(()) }
}

/// Whether the argument is meant as a file.
fn is_file(path: &Path) -> Result<bool, CliError> {
    let looks_like_one = path.components().count() > 1
        || path
            .extension()
            .is_some_and(|ending| ["json", "jsonl", "ndjson", "csv"].iter().any(|one| ending == *one));
    if looks_like_one && !path.exists() {
        return Err(CliError::input(path, "there is no such file; check the path, or name an application"));
    }
    Ok(path.is_file() || path.as_os_str() == "-")
}

/// The applications of a file, as claimed.
fn of_file(args: &Args, path: &Path) -> Result<Vec<Assessment>, CliError> {
    let as_of = args.as_of.unwrap_or_else(env::today);
    let editions = args.reading.editions()?;
    let batch = args.reading.read(path, &editions)?;
    applications::none_refused(path, &batch)?;
    for left_out in &batch.left_out {
        out::message(&format!("{}: left out: {}: {}", left_out.place, left_out.name, left_out.why));
    }
    let judged = |application: &Application| {
        let edition: &Edition = editions.iter().find(|edition| edition.id == application.edition)?;
        Some(assess(edition, application, Basis::AsClaimed, as_of))
    };
    Ok(applications::unreviewed(batch.submissions, env::today()).iter().filter_map(judged).collect())
}

/// One application of the docket, as found. An edition of one's own stands in for the one of its id.
fn of_docket(args: &Args, context: &Context) -> Result<Assessment, CliError> {
    let store = docket::read(context)?;
    let application = docket::application(&store, &Ref::from(args.target.as_str()))?;
    let own = args.reading.own_edition()?.filter(|own| own.id == application.edition);
    let edition = match own {
        Some(own) => Arc::new(own.as_ruled(store.ruled_for(&application)?.as_ref())),
        None => store.edition_for(&application)?,
    };
    let as_of = match args.as_of {
        Some(day) => day,
        None => judged_on(&store, &application)?.unwrap_or_else(env::today),
    };
    Ok(assess(&edition, &application, Basis::AsFound, as_of))
}

/// The day its last ballot was opened, where that ballot waits or has decided.
pub(super) fn judged_on(store: &Store, application: &Application) -> Result<Option<NaiveDate>, CliError> {
    if !matches!(application.review.stage, Stage::OnAgenda | Stage::Decided) {
        return Ok(None);
    }
    Ok(store.ballots_of(&application.reference)?.last().map(|ballot| ballot.as_of))
}
