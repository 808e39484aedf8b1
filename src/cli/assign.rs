//! `docket assign`: who reviews an application, and by when.

use super::{
    CliError, Context,
    args::{DayOrNone, TextOrNone, reference},
    docket::Work,
    out,
};
use crate::{
    record::{Assignment, Change, conflict::reviewer},
    review::Ref,
};

/// Say who reviews an application, and by when.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The application.
    #[arg(value_name = "REF", value_parser = reference())]
    reference: Ref,
    /// Who; `-` for nobody.
    name: TextOrNone,
    /// By when; `-` for no day. Without it the day stays, unless nobody is left.
    #[arg(long, value_name = "DATE")]
    due: Option<DayOrNone>,
}

pub(super) fn run(args: Args, context: &Context) -> Result<(), CliError> {
    let work = Work::begin(context)?;
    let application = work.application(&args.reference)?;
    let conflicts = match &args.name.0 {
        Some(name) => work.store.conflicts_of_reviewer(name, &application, work.act.today)?,
        None => Vec::new(),
    };
    for conflict in &conflicts {
        out::message(&reviewer(conflict));
    }
    let review = application.review;
    let was = Assignment { assignee: review.assignee, due: review.due };
    let TextOrNone(assignee) = args.name;
    let due = match args.due {
        Some(DayOrNone(due)) => due,
        None => was.due.filter(|_| assignee.is_some()),
    };
    let now = Assignment { assignee, due };
    let same = was == now;
    let change = Change::Assigned { application: args.reference, was, now };
    work.finish(if same { Vec::new() } else { vec![change] })
}
