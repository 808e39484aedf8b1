//! `docket vote`: a seat takes a position.

use super::{
    CliError, Context,
    args::word,
    council::{self, SeatArg},
    docket::Work,
    out,
};
use crate::{
    council::{BallotId, Position, Reason, together::motion},
    record::ballot as vote,
    rules::ids::words,
};

words!(
    /// What is entered for a seat.
    Said {
        /// For the motion.
        For = "for",
        /// Against it.
        Against = "against",
        /// Takes no side.
        Abstain = "abstain",
        /// Takes no part because of a conflict.
        Recused = "recused",
        /// Said nothing: takes a position back.
        NoResponse = "no-response",
        /// Not in the room.
        Absent = "absent",
    }
);

/// Enter what a seat says on an open ballot.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Which ballot, as REF/1.
    ballot: BallotId,
    /// Which seat: its number, or an unmistakable part of its holder's name.
    seat: SeatArg,
    /// What it says; `no-response` takes its position back.
    #[arg(value_parser = word!(Said))]
    position: Said,
    /// Its earlier position was entered wrongly.
    #[arg(long, conflicts_with = "changed")]
    slip: bool,
    /// The seat changed its vote. Where neither is said, the record says that it was not said why.
    #[arg(long)]
    changed: bool,
}

pub(super) fn run(args: &Args, context: &Context) -> Result<(), CliError> {
    let work = Work::begin(context)?;
    let (meeting, ballot) = council::ballot(&work.store, &args.ballot)?;
    let seat = args.seat.find(&ballot.roster, &work.store.seats()?)?;
    let was = ballot.positions.get(&seat).copied();
    let now = match args.position {
        Said::For => Some(Position::For),
        Said::Against => Some(Position::Against),
        Said::Abstain => Some(Position::Abstain),
        Said::Recused => Some(Position::Recused),
        Said::NoResponse => None,
        Said::Absent if meeting.is_present(seat) => {
            return Err(CliError::Refused(format!(
                "seat {seat} is in the room: absent is who is not; let it go with `docket meeting out {seat}`"
            )));
        }
        Said::Absent => return work.finish(Vec::new()),
    };
    // Saying the same again changes nothing, where the ballot is still open.
    let same = was == now && ballot.is_open();
    if same && ballot.roster.iter().any(|member| member.n == seat) {
        return work.finish(Vec::new());
    }
    let why = match (args.slip, args.changed) {
        (true, _) => Some(Reason::Slip),
        (_, true) => Some(Reason::Changed),
        _ => None,
    };
    if now.is_some_and(|now| now != Position::Recused)
        && let Some(application) = work.store.application(&ballot.id.application)?
    {
        let conflicts = work.store.conflicts()?.of_seats(&ballot.roster, (&application).into(), meeting.date);
        for conflict in conflicts.iter().filter(|one| one.seat == Some(seat) && one.stands()) {
            out::message(&format!("conflict of seat {seat}: {conflict}; `recused` takes no part"));
        }
    }
    let mut changes = Vec::new();
    // What is said of one ballot is said of its whole motion.
    for one in motion(&meeting.ballots, &ballot) {
        // Who came late and votes takes part.
        let late = now.is_some() && !one.joined.contains_key(&seat);
        changes.extend(late.then(|| vote::join(&meeting, one, seat, true).ok()).flatten());
        changes.push(vote::replace(&meeting, one, seat, now, why)?);
    }
    work.finish(changes)
}
