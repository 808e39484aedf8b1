//! `docket stage`: where an application stands.

use super::{
    CliError, Context,
    args::{DayOrNone, reference, word},
    docket::Work,
};
use crate::{
    record::{Change, Standing},
    review::{Ref, Stage, application::Presented},
};

/// Move an application to another stage, or set it aside until a day.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The application.
    #[arg(value_name = "REF", value_parser = reference())]
    reference: Ref,
    /// Where to; the stage it is in, to set it aside there.
    #[arg(value_parser = word!(Stage))]
    stage: Stage,
    /// Why it is moved; asked for where it was decided, or is presented to the council although it is not ready.
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,
    /// Who takes it on to present it although it is not ready.
    #[arg(long, value_name = "NAME", requires = "because")]
    presented_by: Option<String>,
    /// Set it aside until this day; `-` for no longer.
    #[arg(long, value_name = "DATE")]
    park: Option<DayOrNone>,
}

pub(super) fn run(args: Args, context: &Context) -> Result<(), CliError> {
    let work = Work::begin(context)?;
    let was = Standing::of(&work.application(&args.reference)?.review);
    let stays = args.stage == was.stage;
    let mut now = if stays { was.clone() } else { Standing::moved(args.stage, work.act.today) };
    if let Some(DayOrNone(until)) = args.park {
        now.parked = until;
    }
    let mut because = args.because;
    if let Some(by) = args.presented_by {
        now.presented = because.take().map(|because| Presented { by, because });
    }
    let same = was == now;
    let change = Change::Staged { application: args.reference, was, now, because };
    work.finish(if same { Vec::new() } else { vec![change] })
}
