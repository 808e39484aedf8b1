//! A time in the room is put right.

use chrono::NaiveTime;

use super::{
    CliError, Context, Work, changes,
    council::{self, MeetingArg, SeatArg},
};
use crate::{
    cli::env,
    council::{Attendance, Meeting, SeatNo},
    record::meeting::Times,
};

/// Which seat, and the times as they were in truth.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Its number, or an unmistakable part of its holder's name.
    seat: SeatArg,
    /// When they came in, by the clock of this place.
    #[arg(long = "in", value_name = "HH:MM", value_parser = time)]
    since: Option<NaiveTime>,
    /// When they went out.
    #[arg(long = "out", value_name = "HH:MM", value_parser = time)]
    left: Option<NaiveTime>,
    /// They did not go out.
    #[arg(long, conflicts_with = "left")]
    stayed: bool,
    /// They were not there at all.
    #[arg(long, conflicts_with_all = ["since", "left", "stayed"])]
    never: bool,
    /// Which of several stays; the first is 1, the last one where none is given.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    stay: Option<u32>,
    /// A stay that was not recorded, beside those that were.
    #[arg(long, conflicts_with_all = ["stay", "never"], requires = "since")]
    new: bool,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    because: String,
}

fn time(text: &str) -> Result<NaiveTime, &'static str> {
    NaiveTime::parse_from_str(text, "%H:%M").map_err(|_no_time| "write a time as 14:05")
}

pub(super) fn run(named: Option<&MeetingArg>, args: Args, context: &Context) -> Result<(), CliError> {
    let work = Work::begin(context)?;
    let meeting = council::meeting(&work.store, named)?;
    let seat = args.seat.find(&meeting.members, &work.store.seats()?)?;
    let was = if args.new { None } else { stay(&meeting, seat, args.stay)? };
    let now = if args.never { None } else { Some(corrected(&meeting, seat, was, &args)?) };
    let change = changes::correct(&meeting, seat, was, now, args.because)?;
    work.finish(vec![change])
}

/// The stay that is meant; none where the seat has none.
fn stay(meeting: &Meeting, seat: SeatNo, n: Option<u32>) -> Result<Option<Attendance>, CliError> {
    let stays: Vec<Attendance> =
        meeting.attendance.iter().filter(|stay| stay.seat == seat).copied().collect();
    let Some(n) = n else { return Ok(stays.last().copied()) };
    let place = usize::try_from(n).unwrap_or(usize::MAX).saturating_sub(1);
    let found = stays.get(place).copied().map(Some);
    found.ok_or_else(|| {
        CliError::Wrong(format!("seat {seat} has {} in meeting {}", counted(stays.len()), meeting.id))
    })
}

fn counted(stays: usize) -> String {
    if stays == 1 { "1 stay".to_owned() } else { format!("{stays} stays") }
}

fn corrected(
    meeting: &Meeting,
    seat: SeatNo,
    was: Option<Attendance>,
    args: &Args,
) -> Result<Attendance, CliError> {
    let at = |time: NaiveTime| {
        changes::instant(meeting, time, env::offset()).ok_or_else(|| {
            CliError::Refused(format!(
                "meeting {} was not called to order yet: nobody has come in",
                meeting.id
            ))
        })
    };
    let left = if args.stayed { Some(None) } else { args.left.map(at).transpose()?.map(Some) };
    let times = Times { since: args.since.map(at).transpose()?, left };
    times.of(seat, was).ok_or_else(|| {
        CliError::Wrong(format!(
            "seat {seat} has no stay in meeting {}: say when they came in, with --in",
            meeting.id
        ))
    })
}
