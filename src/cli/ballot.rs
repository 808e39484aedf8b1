//! `docket ballot`: a motion put to the seats, opened, closed, declared.

pub(super) mod print;

use chrono::NaiveDate;
use clap::Subcommand;
use serde_json::json;

use super::{
    CliError, Context,
    args::{reference, word},
    council::{self, MeetingArg},
    docket,
    docket::Work,
    out,
};
use crate::{
    council::{BallotId, Motion, Outcome},
    record::{
        Change,
        ballot::{self as changes, NotDeclared, Wish},
    },
    review::{Ref, Stage},
};

/// Open a ballot, close it, read it back, declare it.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    action: Action,
}

/// What is done.
#[derive(Debug, Subcommand)]
enum Action {
    /// Open a ballot on an application of the agenda.
    Open {
        /// The application.
        #[arg(value_name = "REF", value_parser = reference())]
        reference: Ref,
        /// What is moved.
        #[arg(long, value_parser = word!(Motion))]
        motion: Motion,
        /// In which meeting; else in the one that is open.
        #[arg(long, value_name = "MEETING")]
        meeting: Option<MeetingArg>,
    },
    /// Close a ballot, once, and read it back.
    Close {
        /// Which one, as REF/1.
        ballot: BallotId,
    },
    /// Declare what a closed ballot comes to.
    Declare {
        /// Which one, as REF/1.
        ballot: BallotId,
        /// First day of the certification; the meeting's day where none is given.
        #[arg(long, value_name = "DATE")]
        from: Option<NaiveDate>,
        /// Last day of the certification.
        #[arg(long, value_name = "DATE")]
        until: Option<NaiveDate>,
        /// Where the application goes, where the outcome leaves it open.
        #[arg(long, value_parser = word!(Stage))]
        next: Option<Stage>,
    },
    /// Show where a ballot stands, or how it ended.
    Show {
        /// Which one, as REF/1.
        ballot: BallotId,
        /// Exit with 1 unless it is adopted.
        #[arg(long)]
        check: bool,
    },
}

pub(super) fn run(args: Args, context: &Context) -> Result<(), CliError> {
    match args.action {
        Action::Open { reference, motion, meeting } => open(&reference, motion, meeting.as_ref(), context),
        Action::Close { ballot } => {
            let mut work = Work::begin(context)?;
            let (meeting, found) = council::ballot(&work.store, &ballot)?;
            work.make(vec![changes::close(&meeting, &found)?])?;
            print::ballot(&work.store, &ballot, context).map(drop)
        }
        Action::Declare { ballot, from, until, next } => {
            declare(&ballot, Wish { next, from, until }, context)
        }
        Action::Show { ballot, check } => {
            let outcome = print::ballot(&docket::read(context)?, &ballot, context)?;
            if check && outcome != Some(Outcome::Adopted) { Err(CliError::No) } else { Ok(()) }
        }
    }
}

fn open(
    reference: &Ref,
    motion: Motion,
    meeting: Option<&MeetingArg>,
    context: &Context,
) -> Result<(), CliError> {
    let mut work = Work::begin(context)?;
    let application = work.application(reference)?;
    let meeting = council::meeting(&work.store, meeting)?;
    let earlier = work.store.ballots_of(reference)?;
    let change = changes::open(&meeting, &application, &earlier, motion, work.act.today)?;
    let id = match &change {
        Change::BallotOpened { ballot, .. } => ballot.to_string(),
        other => other.subject().to_string(),
    };
    work.make(vec![change])?;
    if context.json { out::json(&json!({ "ballot": id })) } else { out::line(&id) }
}

fn declare(id: &BallotId, wish: Wish, context: &Context) -> Result<(), CliError> {
    let mut work = Work::begin(context)?;
    let (meeting, ballot) = council::ballot(&work.store, id)?;
    let rules = work.store.council_rules(&meeting.rules)?;
    let change = changes::declare(&rules, &meeting, &ballot, wish)?;
    work.make(vec![change])?;
    print::ballot(&work.store, id, context).map(drop)
}

impl From<NotDeclared> for CliError {
    fn from(error: NotDeclared) -> Self {
        match error {
            NotDeclared::Order(refusal) => refusal.into(),
            NotDeclared::Split(error) => error.into(),
        }
    }
}
