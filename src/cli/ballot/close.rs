//! `docket ballot close`: who voted and then left is named, and what they said stays in the record or falls.

use super::super::{
    CliError, Context,
    council::{self, SeatArg},
    docket::Work,
};
use super::print;
use crate::{
    council::{Ballot, BallotId, Meeting, Seat, SeatNo, standing, together},
    record::ballot::close_with,
};

/// Close a ballot, once, and read it back. Who took a position and then left is given with `--left` or `--falls`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Which one, as REF/1.
    ballot: BallotId,
    /// A seat that took a position and then left: what it said stays in the record, and does not count.
    #[arg(long, value_name = "SEAT", num_args = 1..)]
    left: Vec<SeatArg>,
    /// A seat that took a position and then left: what it said is taken back.
    #[arg(long, value_name = "SEAT", num_args = 1..)]
    falls: Vec<SeatArg>,
}

pub(super) fn run(args: &Args, context: &Context) -> Result<(), CliError> {
    let mut work = Work::begin(context)?;
    let (meeting, ballot) = council::ballot(&work.store, &args.ballot)?;
    let seats = work.store.seats()?;
    let named = |named: &[SeatArg]| {
        named.iter().map(|one| one.find(&ballot.roster, &seats)).collect::<Result<Vec<SeatNo>, _>>()
    };
    let (kept, falls) = (named(&args.left)?, named(&args.falls)?);
    asked(&meeting, &ballot, &kept, &falls)?;
    let mut changes = Vec::new();
    for one in together::motion(&meeting.ballots, &ballot) {
        changes.extend(close_with(&meeting, one, &falls)?);
    }
    work.make(changes)?;
    print::ballot(&work.store, &args.ballot, context).map(drop)
}

/// Every seat that voted and then left is named, and no other: closing happens once, so what becomes of what they said
/// is asked before.
fn asked(meeting: &Meeting, ballot: &Ballot, kept: &[SeatNo], falls: &[SeatNo]) -> Result<(), CliError> {
    if !ballot.is_open() {
        return Ok(());
    }
    let left = standing::left(ballot, &standing::present_for(meeting, ballot));
    let said = |seat: &SeatNo| kept.contains(seat) || falls.contains(seat);
    if let Some(seat) = kept.iter().chain(falls).find(|seat| !left.contains(seat)) {
        return Err(CliError::Refused(format!(
            "seat {seat} has not taken a position and left; leave it out"
        )));
    }
    if let Some(seat) = kept.iter().find(|seat| falls.contains(seat)) {
        return Err(CliError::Wrong(format!("seat {seat} is given with --left and with --falls; give one")));
    }
    let unasked: Vec<SeatNo> = left.into_iter().filter(|seat| !said(seat)).collect();
    if unasked.is_empty() {
        return Ok(());
    }
    let named: Vec<String> = unasked.iter().map(|seat| in_words(ballot, *seat)).collect();
    let seats: Vec<String> = unasked.iter().map(ToString::to_string).collect();
    let seats = seats.join(" ");
    Err(CliError::Refused(format!(
        "{} took a position and left, which does not count; say what becomes of it: --left {seats} lets it stay in the \
         record as said, --falls {seats} takes it back",
        named.join(", ")
    )))
}

fn in_words(ballot: &Ballot, seat: SeatNo) -> String {
    let named = ballot.roster.iter().find(|one| one.n == seat).map_or_else(String::new, Seat::named);
    let position = ballot.positions.get(&seat).map_or("", |position| position.as_str());
    format!("{named} ({position})")
}
