//! `docket set`: a finding on a requirement.

use chrono::NaiveDate;

use super::{
    CliError, Context,
    args::{a_day, reference, word},
    docket::Work,
};
use crate::{
    record::Change,
    review::{Finding, Ref, Status},
    rules::RequirementId,
};

/// Say what is found of a requirement; `open` clears it.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The application.
    #[arg(value_name = "REF", value_parser = reference())]
    reference: Ref,
    /// The requirement's id.
    requirement: String,
    /// What is found.
    #[arg(value_parser = word!(Status))]
    status: Status,
    /// Why, for the file.
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,
    /// What the applicant is told.
    #[arg(long, value_name = "TEXT")]
    text: Option<String>,
    /// Last day a waiver holds.
    #[arg(long, value_name = "DATE", value_parser = a_day)]
    until: Option<NaiveDate>,
}

pub(super) fn run(args: Args, context: &Context) -> Result<(), CliError> {
    let work = Work::begin(context)?;
    let application = work.application(&args.reference)?;
    let requirement = RequirementId::new(args.requirement);
    let was = application.review.findings.get(&requirement).cloned();
    // What was written for the same status stays; what was written for another one does not fit any more.
    let before = was.as_ref().filter(|was| was.status == args.status);
    let now = (args.status != Status::Open).then(|| Finding {
        status: args.status,
        justification: args.because.or_else(|| before?.justification.clone()),
        text: args.text.or_else(|| before?.text.clone()),
        until: args.until.or_else(|| before?.until),
    });
    // Of a requirement that the program does not have nothing is so already: the check names it.
    let edition = work.store.edition(&application.edition)?;
    let known =
        edition.program(application.program).and_then(|rules| rules.requirement(&requirement)).is_some();
    let same = known && was == now;
    let change = Change::Found { application: args.reference, requirement, was, now };
    work.finish(if same { Vec::new() } else { vec![change] })
}
