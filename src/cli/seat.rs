//! `docket seat`: who sits on the council.

use chrono::NaiveDate;
use clap::Subcommand;

use super::{CliError, Context, council::SeatArg, docket, docket::Work, env, out};
use crate::{
    council::{Seat, SeatNo},
    record::Change,
};

/// Say who sits on the council.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    action: Action,
}

/// What is done.
#[derive(Debug, Subcommand)]
enum Action {
    /// Add a seat; it gets the next number.
    Add {
        /// Who holds it.
        name: String,
        /// Whom they work for.
        #[arg(long, value_name = "ORG")]
        employer: String,
        /// They preside.
        #[arg(long)]
        chair: bool,
        /// First day of the term.
        #[arg(long, value_name = "DATE")]
        from: Option<NaiveDate>,
        /// Last day of the term.
        #[arg(long, value_name = "DATE")]
        until: Option<NaiveDate>,
    },
    /// End a seat's term.
    End {
        /// Its number, or an unmistakable part of its holder's name.
        seat: SeatArg,
        /// The last day.
        date: NaiveDate,
    },
    /// List the seats.
    List,
}

pub(super) fn run(args: Args, context: &Context) -> Result<(), CliError> {
    match args.action {
        Action::Add { name, employer, chair, from, until } => {
            let holder = name;
            add(Seat { n: SeatNo(0), holder, employer, chair, from, until }, context)
        }
        Action::End { seat, date } => end(&seat, date, context),
        Action::List => list(context),
    }
}

fn add(seat: Seat, context: &Context) -> Result<(), CliError> {
    let mut work = Work::begin(context)?;
    let last = work.store.seats()?.iter().map(|seat| seat.n.0).max().unwrap_or(0);
    let seat = Seat { n: SeatNo(last.saturating_add(1)), ..seat };
    work.make(vec![Change::Seated { was: None, now: Some(seat.clone()) }])?;
    if context.json {
        return out::json(&seat);
    }
    out::line(&format!("seat {}: {}, {}", seat.n, seat.holder, seat.employer))
}

fn end(seat: &SeatArg, date: NaiveDate, context: &Context) -> Result<(), CliError> {
    let work = Work::begin(context)?;
    let seats = work.store.seats()?;
    let n = seat.find(&[], &seats)?;
    let was = seats.into_iter().find(|seat| seat.n == n);
    let now = was.clone().map(|seat| Seat { until: Some(date), ..seat });
    let same = was == now;
    work.finish(if same { Vec::new() } else { vec![Change::Seated { was, now }] })
}

fn list(context: &Context) -> Result<(), CliError> {
    let seats = docket::read(context)?.seats()?;
    if context.json {
        return out::json(&seats);
    }
    let today = env::today();
    let row = |seat: &Seat| {
        let term = match (seat.from, seat.until) {
            (None, None) => String::new(),
            (Some(from), None) => format!("from {from}"),
            (None, Some(until)) => format!("until {until}"),
            (Some(from), Some(until)) => format!("{from} to {until}"),
        };
        let holds = if seat.held_on(today) { "" } else { "not in term" };
        let chair = if seat.chair { "chair" } else { "" };
        [
            format!("{:>3}", seat.n),
            seat.holder.clone(),
            seat.employer.clone(),
            chair.to_owned(),
            term,
            holds.to_owned(),
        ]
    };
    out::table(&seats.iter().map(row).collect::<Vec<_>>())
}
