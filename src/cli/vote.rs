//! `docket vote`: a seat takes a position.

use super::{
    CliError, Context,
    args::word,
    council::{self, SeatArg},
    docket::Work,
    out,
};
use crate::{
    council::{BallotId, Position, together::motion},
    record::Change,
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
    let change = Change::Voted { ballot: args.ballot.clone(), seat, was, now, why: None };
    // What is said of one ballot is said of its whole motion.
    let changes = |change: Change| {
        let others = motion(&meeting.ballots, &ballot).into_iter().filter(|one| one.id != ballot.id);
        let same = others.map(|one| Change::Voted { ballot: one.id.clone(), seat, was, now, why: None });
        std::iter::once(change).chain(same).collect()
    };
    if now.is_some_and(|now| now != Position::Recused)
        && let Some(application) = work.store.application(&ballot.id.application)?
    {
        let conflicts = work.store.conflicts()?.of_seats(&ballot.roster, (&application).into(), meeting.date);
        for conflict in conflicts.iter().filter(|one| one.seat == Some(seat) && one.stands()) {
            out::message(&format!("conflict of seat {seat}: {conflict}; `recused` takes no part"));
        }
    }
    let missing = same && now.is_none() && !ballot.roster.iter().any(|member| member.n == seat);
    work.finish(if same && !missing { Vec::new() } else { changes(change) })
}
