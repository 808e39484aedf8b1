//! `docket seat`: who sits on the council, and when.

mod change;
pub(super) mod list;
mod stand_in;

use chrono::NaiveDate;
use clap::Subcommand;

use super::{CliError, Context, council::SeatArg, docket::Work};
use crate::{
    council::{Seat, SeatNo},
    record::{Change, seat as changes},
};

/// Say who sits on the council, and when: what was before stays.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    action: Action,
}

/// What is done.
#[derive(Debug, Subcommand)]
enum Action {
    /// Add a seat; it gets the next number.
    Add(change::Add),
    /// Let a seat have another holder, employer or standing from a day on.
    Change(change::Change),
    /// Leave a seat without a holder after a day.
    Vacate {
        /// Its number, or an unmistakable part of its holder's name.
        seat: SeatArg,
        /// The last day of the term; today where none is given.
        #[arg(long, value_name = "DATE", value_parser = crate::cli::args::a_day)]
        on: Option<NaiveDate>,
    },
    /// End a seat's term.
    End {
        /// Its number, or an unmistakable part of its holder's name.
        seat: SeatArg,
        /// The last day.
        #[arg(value_parser = crate::cli::args::a_day)]
        date: NaiveDate,
        /// The seat itself ends with it: it is not vacant afterwards, but no more.
        #[arg(long)]
        for_good: bool,
    },
    /// Suspend a seat's holder, who then neither votes nor counts as a member.
    Suspend {
        /// Its number, or an unmistakable part of its holder's name.
        seat: SeatArg,
        /// Why.
        #[arg(long, value_name = "TEXT")]
        because: String,
        /// First day; today where none is given.
        #[arg(long, value_name = "DATE", value_parser = crate::cli::args::a_day)]
        from: Option<NaiveDate>,
        /// Last day.
        #[arg(long, value_name = "DATE", value_parser = crate::cli::args::a_day)]
        until: Option<NaiveDate>,
    },
    /// End a suspension.
    Reinstate {
        /// Its number, or an unmistakable part of its holder's name.
        seat: SeatArg,
        /// The first day as a member again; today where none is given.
        #[arg(long, value_name = "DATE", value_parser = crate::cli::args::a_day)]
        on: Option<NaiveDate>,
    },
    /// Let somebody take a member's place in a meeting.
    StandIn(stand_in::Args),
    /// Let a holder take the seat back from a stand-in.
    Return(stand_in::Return),
    /// List the seats as they are on a day.
    List(list::Args),
    /// Say how many members there are on a day, and what the quorum is.
    Count {
        /// The day; today where none is given.
        #[arg(long, value_name = "DATE", value_parser = crate::cli::args::a_day)]
        on: Option<NaiveDate>,
    },
}

pub(super) fn run(args: Args, context: &Context) -> Result<(), CliError> {
    match args.action {
        Action::Add(add) => add.run(context),
        Action::Change(change) => change.run(context),
        Action::Vacate { seat, on } => end(&seat, on, false, context),
        Action::End { seat, date, for_good } => end(&seat, Some(date), for_good, context),
        Action::Suspend { seat, because, from, until } => suspend(&seat, because, (from, until), context),
        Action::Reinstate { seat, on } => reinstate(&seat, on, context),
        Action::StandIn(named) => named.run(context),
        Action::Return(back) => back.run(context),
        Action::List(which) => which.run(context),
        Action::Count { on } => list::count(on, context),
    }
}

/// The seat that is meant: among those who hold one on `day` first, then among all.
fn meant(seat: &SeatArg, seats: &[Seat], day: NaiveDate) -> Result<SeatNo, CliError> {
    let now: Vec<Seat> = seats.iter().filter(|seat| seat.held_on(day)).cloned().collect();
    seat.find(&now, seats)
}

fn end(seat: &SeatArg, on: Option<NaiveDate>, for_good: bool, context: &Context) -> Result<(), CliError> {
    let work = Work::begin(context)?;
    let day = on.unwrap_or(work.act.today);
    let seats = work.store.seats()?;
    let n = meant(seat, &seats, day)?;
    work.finish(changes::end(&seats, n, day, for_good)?)
}

fn suspend(
    seat: &SeatArg,
    because: String,
    (from, until): (Option<NaiveDate>, Option<NaiveDate>),
    context: &Context,
) -> Result<(), CliError> {
    let work = Work::begin(context)?;
    let from = from.unwrap_or(work.act.today);
    let seat = meant(seat, &work.store.seats()?, from)?;
    work.finish(vec![Change::Suspended { seat, from, until, because: Some(because) }])
}

fn reinstate(seat: &SeatArg, on: Option<NaiveDate>, context: &Context) -> Result<(), CliError> {
    let work = Work::begin(context)?;
    let day = on.unwrap_or(work.act.today);
    let n = meant(seat, &work.store.seats()?, day)?;
    let change = changes::reinstate(&work.store.suspensions()?, n, day)?;
    work.finish(vec![change])
}
