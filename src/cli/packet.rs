//! `docket packet`: what members of the council read before they decide.

use chrono::NaiveDate;

use super::{
    CliError, Context,
    args::{reference, word},
    council::{self, MeetingArg},
    docket, env,
    paper::{self, FORMATS, Format, Into},
};
use crate::{
    council::{Seat, rules},
    papers::packet,
    review::Ref,
};

/// Write what members read beforehand: application, assessment, requirements, conflicts, and the hash it all has.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The applications.
    #[arg(value_name = "REF", value_parser = reference(), required_unless_present = "meeting")]
    refs: Vec<Ref>,
    /// Everything on the agenda of this meeting instead.
    #[arg(long, value_name = "MEETING", conflicts_with = "refs")]
    meeting: Option<MeetingArg>,
    /// The day to judge for; the day of the meeting, else today, where none is given.
    #[arg(long, value_name = "DATE")]
    as_of: Option<NaiveDate>,
    /// In which form.
    #[arg(long, value_parser = word!(Format, FORMATS), default_value = "md")]
    format: Format,
    #[command(flatten)]
    into: Into,
}

pub(super) fn run(args: &Args, context: &Context) -> Result<(), CliError> {
    let store = docket::read(context)?;
    let meeting = args.meeting.as_ref().map(|named| council::meeting(&store, Some(named))).transpose()?;
    let as_of = args.as_of.or(meeting.as_ref().map(|meeting| meeting.date)).unwrap_or_else(env::today);
    let refs = meeting.as_ref().map_or(&args.refs, |meeting| &meeting.agenda);
    let mut applications = Vec::new();
    for reference in refs {
        let application = docket::application(&store, reference)?;
        applications.push((application, store.ballots_of(reference)?));
    }
    let seats: Vec<Seat> = store.seats()?.into_iter().filter(|seat| seat.held_on(as_of)).collect();
    let rules = meeting.as_ref().map_or(rules::DEFAULT, |meeting| &meeting.rules);
    let books =
        paper::books(&store, rules, applications.iter().map(|(application, _)| &application.edition))?;
    let id = meeting.as_ref().map(|meeting| &meeting.id);
    let packet = packet::packet(&applications, &seats, &books, id, as_of)?;
    args.into.write(context, args.format, &packet.page(), &packet)
}
