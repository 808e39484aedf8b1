//! `docket import`: applications from files, all or nothing a file, each file one transaction.

mod plan;
pub(super) mod report;

use std::path::{Path, PathBuf};

use super::{
    CliError, Context,
    applications::{self, Reading},
    docket::Work,
    out,
};
use crate::{intake::Batch, rules::Edition};
use plan::Plan;
use report::Report;

/// Queue applications from JSON, JSON Lines or CSV files.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The files; `-` is standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    reading: Reading,
    /// Queue what can be queued where other rows of a file are refused.
    #[arg(long)]
    keep_going: bool,
    /// Add a submission where a known ref comes with other content; what reviewers added and corrected stays.
    #[arg(long)]
    update: bool,
}

pub(super) fn run(args: &Args, context: &Context) -> Result<(), CliError> {
    let editions = args.reading.editions()?;
    let mut reports = Vec::new();
    let mut failed = None;
    for path in &args.files {
        match file(args, path, &editions, context) {
            Ok(report) if report.refused.is_empty() => reports.push(report),
            Ok(report) => {
                failed = Some(CliError::Usage);
                reports.push(report);
            }
            // What went wrong with the docket will go wrong again; a file that cannot be read leaves the others.
            Err(error) if error.status() == 3 => {
                failed = Some(error);
                break;
            }
            Err(error) => {
                out::failure(&error);
                failed = Some(CliError::Ended(error.status()));
            }
        }
    }
    if failed.is_none() || !reports.is_empty() {
        report::print(&reports, context)?;
    }
    failed.map_or(Ok(()), Err)
}

/// Takes in one file. Nothing of it is taken in where a row is refused, unless we are to keep going.
fn file(args: &Args, path: &Path, editions: &[Edition], context: &Context) -> Result<Report, CliError> {
    let batch = args.reading.read(path, editions)?;
    if !args.keep_going {
        applications::none_refused(path, &batch)?;
    }
    let mut work = Work::begin(context)?;
    let Batch { rows, submissions, left_out, refused } = batch;
    let mut plan = Plan::new(&work, args.update);
    for submission in submissions {
        plan.add(submission)?;
    }
    let Plan { changes, fates, own_editions, .. } = plan;
    let mut taken = Vec::new();
    for id in own_editions {
        taken.extend(plan::rules_taken(&work, &args.reading, &id)?);
    }
    taken.extend(changes);
    work.make(taken)?;
    Ok(Report { file: path.display().to_string(), rows, fates, left_out, refused })
}
