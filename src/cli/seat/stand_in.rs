//! Somebody takes a member's place in a meeting, or gives it back.

use crate::{
    cli::{
        CliError, Context,
        council::{self, MeetingArg, SeatArg},
        docket::Work,
    },
    council::{StandIn, ruling},
    record::seat as changes,
};

/// Who takes whose place. Whether they vote is what the rules say, or the chair's last ruling on it.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Whose seat: its number, or an unmistakable part of its holder's name.
    seat: SeatArg,
    /// Who takes the place.
    name: String,
    /// Whom they work for.
    #[arg(long, value_name = "ORG")]
    employer: String,
    /// Whom the employer belongs to.
    #[arg(long, value_name = "ORG")]
    parent: Option<String>,
    /// In which meeting; else in the one that is open.
    #[arg(long, value_name = "MEETING")]
    meeting: Option<MeetingArg>,
}

impl Args {
    pub(super) fn run(self, context: &Context) -> Result<(), CliError> {
        let work = Work::begin(context)?;
        let meeting = council::meeting(&work.store, self.meeting.as_ref())?;
        let seat = self.seat.find(&meeting.members, &work.store.seats()?)?;
        let rules = work.store.council_rules(&meeting.rules)?;
        let votes = ruling::stand_ins_vote(&rules, &work.store.rulings()?);
        let Self { name, employer, parent, .. } = self;
        let one = StandIn { seat, name, employer, parent, votes, back: None };
        let same = meeting.stand_ins.contains(&one);
        work.finish(if same { Vec::new() } else { vec![changes::stand_in(&meeting, one)] })
    }
}

/// Whose seat is given back.
#[derive(Debug, clap::Args)]
pub(super) struct Return {
    /// Its number, or an unmistakable part of the stand-in's or the holder's name.
    seat: SeatArg,
    /// In which meeting; else in the one that is open.
    #[arg(long, value_name = "MEETING")]
    meeting: Option<MeetingArg>,
}

impl Return {
    pub(super) fn run(self, context: &Context) -> Result<(), CliError> {
        let work = Work::begin(context)?;
        let meeting = council::meeting(&work.store, self.meeting.as_ref())?;
        let seat = self.seat.find(&meeting.members, &work.store.seats()?)?;
        let change = changes::take_back(&meeting, seat, &work.act)?;
        work.finish(vec![change])
    }
}
