//! `docket ballot`: a motion put to the seats, opened, closed, declared.

mod close;
mod open;
pub(super) mod print;
pub(super) mod together;

use clap::Subcommand;

use super::{
    CliError, Context,
    args::{word, yes_or_no},
    council::{self, SeatArg},
    docket,
    docket::Work,
    out,
};
use crate::{
    council::{Ballot, BallotId, Meeting, Outcome, outcome::next_stages, together::motion},
    record::{
        Change,
        ballot::{self as changes, Unsettled},
        together::each,
    },
    review::Stage,
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
    /// Open a ballot on an application of the agenda, on several as one motion, or without a meeting. What goes
    /// together is put to the vote together: a training partner and its instructor.
    Open(Box<open::Args>),
    /// Note whether a seat that came in after a ballot was opened takes part in it. One that does not counts as present
    /// without a position.
    Join {
        /// Which ballot, as REF/1.
        ballot: BallotId,
        /// Which seat: its number, or an unmistakable part of its holder's name.
        seat: SeatArg,
        /// Whether it takes part.
        #[arg(value_name = "yes|no", action = clap::ArgAction::Set, value_parser = yes_or_no())]
        takes_part: bool,
    },
    /// List the ballots that are not declared, and who has not answered.
    List,
    Pull(together::PullArgs),
    /// Close a ballot, once, and read it back.
    Close(close::Args),
    /// Declare what a closed ballot comes to. A certification is granted on the days that the motion named: from the
    /// meeting's day where it named no first one, and without a last day where it named none.
    Declare {
        /// Which one, as REF/1.
        ballot: BallotId,
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
        Action::Open(args) => open::run(*args, context),
        Action::List => together::list(context),
        Action::Pull(args) => together::pull(&args, context),
        Action::Join { ballot, seat, takes_part } => join(&ballot, &seat, takes_part, context),
        Action::Close(args) => close::run(&args, context),
        Action::Declare { ballot, next } => declare(&ballot, next, context),
        Action::Show { ballot, check } => {
            let outcome = print::ballot(&docket::read(context)?, &ballot, context)?;
            if check && outcome != Some(Outcome::Adopted) { Err(CliError::No) } else { Ok(()) }
        }
    }
}

fn join(id: &BallotId, seat: &SeatArg, takes_part: bool, context: &Context) -> Result<(), CliError> {
    let work = Work::begin(context)?;
    let (meeting, ballot) = council::ballot(&work.store, id)?;
    let seat = seat.find(&ballot.roster, &work.store.seats()?)?;
    let mut made = each(&meeting, &ballot, |one| changes::join(&meeting, one, seat, takes_part))?;
    made.retain(|change| !matches!(change, Change::Joined { was, now, .. } if was == now));
    work.finish(made)
}

fn declare(id: &BallotId, next: Option<Stage>, context: &Context) -> Result<(), CliError> {
    let mut work = Work::begin(context)?;
    let (meeting, ballot) = council::ballot(&work.store, id)?;
    let rules = work.store.council_rules(&meeting.rules)?;
    work.make(each(&meeting, &ballot, |one| changes::declare(&rules, &meeting, one, next))?)?;
    let declared = print::ballot(&work.store, id, context)?;
    if let (None, Some(outcome)) = (next, declared) {
        say_where(&meeting, &ballot, outcome);
    }
    Ok(())
}

/// Says where the applications of the motion went where that was left open, as `--next` was not given.
fn say_where(meeting: &Meeting, ballot: &Ballot, outcome: Outcome) {
    let [went, others @ ..] = next_stages(ballot.motion, &ballot.terms, outcome) else { return };
    if others.is_empty() {
        return;
    }
    let others: Vec<&str> = others.iter().map(|stage| stage.as_str()).collect();
    let of: Vec<&str> =
        motion(&meeting.ballots, ballot).iter().map(|one| one.id.application.as_str()).collect();
    out::message(&format!(
        "{} went to {went}, as --next was not given; there are also --next {}. \
         An application is moved on with `docket stage`",
        of.join(" and "),
        others.join(", --next ")
    ));
}

impl From<Unsettled> for CliError {
    fn from(error: Unsettled) -> Self {
        match error {
            Unsettled::Order(refusal) => refusal.into(),
            Unsettled::Split(error) => error.into(),
        }
    }
}
