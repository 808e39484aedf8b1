//! `docket packet`: what members of the council read before they decide.

use chrono::NaiveDate;

use super::{
    CliError, Context,
    args::{a_day, reference, word},
    council::{self, MeetingArg},
    docket::{self, Work},
    env,
    paper::{self, FORMATS, Format, Into},
};
use crate::{
    council::{Meeting, Membership, rules},
    papers::{
        books,
        packet::{self, Matter, Readers},
    },
    record::agenda,
    review::Ref,
    store::Store,
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
    /// Mark it as sent to the members, with the day and its hash; what changes later is then said so.
    #[arg(long, requires = "meeting", conflicts_with = "refs")]
    sent: bool,
    /// The day to judge for; the day of the meeting, else today, where none is given.
    #[arg(long, value_name = "DATE", value_parser = a_day)]
    as_of: Option<NaiveDate>,
    /// In which form.
    #[arg(long, value_parser = word!(Format, FORMATS), default_value = "md")]
    format: Format,
    #[command(flatten)]
    into: Into,
}

pub(super) fn run(args: &Args, context: &Context) -> Result<(), CliError> {
    if args.sent {
        return send(args, context);
    }
    let store = docket::read(context)?;
    let (packet, _) = made(args, &store)?;
    args.into.write(&store, context, (args.format, packet.page()), &packet)
}

/// Writes the packet, then marks it as sent.
fn send(args: &Args, context: &Context) -> Result<(), CliError> {
    let mut work = Work::begin(context)?;
    let (packet, meeting) = made(args, &work.store)?;
    let text = paper::written(&work.store, context, (args.format, packet.page()), &packet)?;
    let items: Vec<_> =
        packet.items.iter().map(|item| (item.reference.clone(), item.snapshot.clone())).collect();
    let marks = meeting.map(|meeting| agenda::sent(&meeting, books::sha256(&text), items));
    args.into.text(context, &text)?;
    work.make(marks.into_iter().collect())?.tell();
    Ok(())
}

fn made(args: &Args, store: &Store) -> Result<(packet::Packet, Option<Meeting>), CliError> {
    let meeting = args.meeting.as_ref().map(|named| council::meeting(store, Some(named))).transpose()?;
    let as_of = args.as_of.or(meeting.as_ref().map(|meeting| meeting.date)).unwrap_or_else(env::today);
    let refs = meeting.as_ref().map_or(&args.refs, |meeting| &meeting.agenda);
    let mut matters = Vec::new();
    for reference in refs {
        let application = docket::application(store, reference)?;
        let edition = paper::edition(store, &application)?;
        matters.push(Matter { application, ballots: store.ballots_of(reference)?, edition });
    }
    let council = match &meeting {
        Some(meeting) => Membership { members: meeting.members.clone(), others: meeting.others.clone() },
        None => store.council_on(as_of)?,
    };
    let register = store.conflicts()?;
    let rules = store.council_rules(meeting.as_ref().map_or(rules::DEFAULT, |meeting| &meeting.rules))?;
    let id = meeting.as_ref().map(|meeting| &meeting.id);
    let readers =
        Readers { seats: &council.members, others: &council.others, register: &register, rules: &rules };
    let packet = packet::packet(&matters, readers, id, as_of);
    Ok((packet, meeting))
}
