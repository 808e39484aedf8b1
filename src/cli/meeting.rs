//! `docket meeting`: a session of the council, from the plan to the end.

pub(super) mod adjourn;
mod agenda;
pub(super) mod consent;
mod correct;
mod note;
pub(super) mod print;

use std::cmp::Reverse;

use chrono::NaiveDate;
use clap::Subcommand;

use super::{
    CliError, Context,
    args::{a_day, word},
    council::{self, MeetingArg, SeatArg},
    docket,
    docket::Work,
    out,
};
use crate::{
    council::{Base, MeetingId, MeetingState, SeatNo, hindsight::as_recorded, rules, ruling, standing},
    record::{Change, meeting as changes},
    store::{MeetingRow, Store},
};

/// Plan a meeting of the council, call it to order, keep its roll and agenda, adjourn it.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    action: Action,
    /// Which meeting: its date, with -2 behind it for a second one that day; else the one that is open.
    #[arg(long, global = true, value_name = "MEETING")]
    meeting: Option<MeetingArg>,
}

/// What is done.
#[derive(Debug, Subcommand)]
enum Action {
    /// Plan a meeting, so that its agenda can be made.
    Plan {
        /// Its date.
        date: MeetingArg,
    },
    /// Call a meeting to order; one that was not planned is.
    Open {
        /// Its date.
        date: MeetingArg,
        /// What a majority is taken of; another than the rules' own is for the chair (--role chair).
        #[arg(long, value_parser = word!(Base, [Base::Attendance, Base::Unrecused, Base::Cast]))]
        reading: Option<Base>,
    },
    /// Put items of the agenda on the consent list, to be moved as one; without any, print it.
    Consent {
        /// The applications.
        #[arg(value_name = "REF")]
        refs: Vec<String>,
        /// Take them off instead.
        #[arg(long, requires = "refs")]
        off: bool,
    },
    /// Let a member pull an item from the consent list, so that it is voted on by itself.
    Pull {
        /// The application.
        #[arg(value_name = "REF")]
        reference: String,
        /// The seat that asks for it: its number, or an unmistakable part of its holder's name.
        #[arg(long, value_name = "SEAT")]
        by: SeatArg,
        /// Why.
        #[arg(long, value_name = "TEXT")]
        because: Option<String>,
    },
    /// List the meetings, and the electronic votes without one.
    List,
    /// Show a meeting: who is there, the agenda, the ballots.
    Show {
        /// Which one.
        #[arg(value_name = "MEETING")]
        named: Option<MeetingArg>,
    },
    /// Let seats come into the room.
    In {
        /// Their numbers, or unmistakable parts of their holders' names.
        #[arg(required = true, value_name = "SEAT")]
        seats: Vec<SeatArg>,
    },
    /// Let seats go out of the room.
    Out {
        /// Their numbers, or unmistakable parts of their holders' names.
        #[arg(required = true, value_name = "SEAT")]
        seats: Vec<SeatArg>,
    },
    /// Put applications on the agenda, after those that are on it; without any, print it.
    Agenda {
        /// The applications.
        #[arg(value_name = "REF")]
        refs: Vec<String>,
        /// Take them off instead.
        #[arg(long, requires = "refs")]
        off: bool,
        /// Let the agenda be these alone, in this order.
        #[arg(long, requires = "refs", conflicts_with = "off")]
        only: bool,
    },
    /// Put an item on the agenda that is no application: the last minutes, other business.
    Item {
        /// What it is about.
        text: String,
        /// At which place; the first is 1, the end where none is given.
        #[arg(long, value_name = "PLACE", value_parser = clap::value_parser!(u32).range(1..))]
        place: Option<u32>,
    },
    /// Move a line of the agenda to another place.
    Move {
        /// Which line: a ref, or its place.
        #[arg(value_name = "ITEM")]
        item: String,
        /// Where to: `up`, `down`, or a place.
        to: agenda::To,
    },
    /// Take a line off the agenda.
    Drop {
        /// Which line: a ref, or its place.
        #[arg(value_name = "ITEM")]
        item: String,
    },
    /// Note what was said of a line of the agenda.
    Note {
        /// Which line: a ref, or its place.
        #[arg(value_name = "ITEM")]
        item: String,
        /// What was said.
        text: String,
    },
    /// Note who is to do what.
    #[command(name = "action")]
    Task {
        /// Which line of the agenda it came up at: a ref, or its place.
        #[arg(value_name = "ITEM")]
        item: String,
        /// What is to be done.
        text: String,
        /// Who is to do it.
        #[arg(long, value_name = "NAME")]
        owner: String,
        /// By when.
        #[arg(long, value_name = "DATE", value_parser = a_day)]
        due: Option<NaiveDate>,
    },
    /// Take a note or an action back.
    Unnote {
        /// Its number.
        n: u32,
    },
    /// Put right when somebody came in or went out; what was recorded is kept, and no closed ballot is counted again.
    ///
    /// What a ballot would come to by the corrected times is said beside its result.
    Correct(correct::Args),
    /// Adjourn the meeting; what was not decided is ready again. Prints the fingerprint to be read into the minutes.
    Adjourn,
}

pub(super) fn run(args: Args, context: &Context) -> Result<(), CliError> {
    let named = args.meeting.as_ref();
    match args.action {
        Action::Plan { date } => plan(&date, context),
        Action::Open { date, reading } => open(&date, reading, context),
        Action::Consent { refs, .. } if refs.is_empty() => consent::print(named, context),
        Action::Consent { refs, off } => consent::set(named, refs, off, context),
        Action::Pull { reference, by, because } => consent::pull(named, &reference, &by, because, context),
        Action::List => list(context),
        Action::Show { named: also } => show(also.as_ref().or(named), context),
        Action::In { seats } => attend(named, &seats, context, true),
        Action::Out { seats } => attend(named, &seats, context, false),
        Action::Agenda { refs, .. } if refs.is_empty() => agenda::print(named, context),
        Action::Agenda { refs, off, only } => agenda::set(named, refs, (off, only), context),
        Action::Item { text, place } => agenda::add(named, text, place, context),
        Action::Move { item, to } => agenda::shift(named, &item, to, context),
        Action::Drop { item } => agenda::off(named, &item, context),
        Action::Note { item, text } => note::write(named, &item, text, None, context),
        Action::Task { item, text, owner, due } => {
            note::write(named, &item, text, Some(crate::council::Action { owner, due }), context)
        }
        Action::Unnote { n } => note::take_back(named, n, context),
        Action::Correct(args) => correct::run(named, args, context),
        Action::Adjourn => adjourn::run(named, context),
    }
}

fn list(context: &Context) -> Result<(), CliError> {
    let store = docket::read(context)?;
    let mut rows = store.meetings()?;
    rows.extend(store.sessions()?);
    // Newest first; on one day the meetings stand before the votes without one.
    rows.sort_by_key(|row| Reverse(row.date));
    print::list(&rows, context)
}

/// The change that plans the meeting that is named, or the next one on its day; and its id.
fn planned(date: &MeetingArg, known: &[MeetingRow]) -> (MeetingId, Change) {
    let ids: Vec<MeetingId> = known.iter().map(|row| row.id.clone()).collect();
    let rules = rules::DEFAULT;
    if date.numbered {
        let (meeting, date) = (date.id.clone(), date.date);
        return (meeting.clone(), Change::Planned { meeting, date, rules: rules.to_owned() });
    }
    let change = changes::plan(&ids, date.date, rules);
    match &change {
        Change::Planned { meeting, .. } => (meeting.clone(), change),
        _ => (date.id.clone(), change),
    }
}

fn plan(date: &MeetingArg, context: &Context) -> Result<(), CliError> {
    let mut work = Work::begin(context)?;
    let (id, change) = planned(date, &work.store.meetings()?);
    work.make(vec![change])?;
    say(&id, context)
}

fn open(date: &MeetingArg, reading: Option<Base>, context: &Context) -> Result<(), CliError> {
    let mut work = Work::begin(context)?;
    let known = work.store.meetings()?;
    let is_meant = |row: &&MeetingRow| {
        if date.numbered { row.id == date.id } else { row.date == date.date }
    };
    let in_state = |state| known.iter().filter(is_meant).find(|row| row.state == state);
    if let Some(open) = in_state(MeetingState::Open) {
        return Err(CliError::Refused(format!("meeting {} is open already; adjourn it first", open.id)));
    }
    let (id, mut made) = if let Some(row) = in_state(MeetingState::Planned) {
        (row.id.clone(), Vec::new())
    } else {
        let (id, change) = planned(date, &known);
        (id, vec![change])
    };
    let rules = work.store.meeting(&id)?.map_or_else(|| rules::DEFAULT.to_owned(), |meeting| meeting.rules);
    let reading = match reading {
        Some(reading) => reading,
        None => ruling::reading(&*work.store.council_rules(&rules)?, &work.store.rulings()?),
    };
    made.push(Change::Called { meeting: id.clone(), reading });
    work.make(made)?;
    say(&id, context)
}

/// The meeting that was planned or called to order.
#[derive(serde::Serialize, schemars::JsonSchema)]
pub(in crate::cli) struct Named<'m> {
    /// Its id.
    meeting: &'m MeetingId,
}

/// Prints the id of a meeting, and nothing else.
fn say(id: &MeetingId, context: &Context) -> Result<(), CliError> {
    if context.json { out::json(&Named { meeting: id }) } else { out::line(id.as_str()) }
}

fn show(named: Option<&MeetingArg>, context: &Context) -> Result<(), CliError> {
    let store = docket::read(context)?;
    let meeting = council::meeting(&store, named)?;
    let rules = store.council_rules(&meeting.rules)?;
    let topics = agenda::topics(&store, &meeting, &rules)?;
    print::meeting(&as_recorded(&meeting), &rules, topics, context)
}

fn attend(
    named: Option<&MeetingArg>,
    seats: &[SeatArg],
    context: &Context,
    comes_in: bool,
) -> Result<(), CliError> {
    let mut work = Work::begin(context)?;
    let meeting = council::meeting(&work.store, named)?;
    let all = work.store.seats()?;
    let mut meant: Vec<SeatNo> = Vec::new();
    for seat in seats {
        let n = seat.find(&meeting.members, &all)?;
        if !meant.contains(&n) {
            meant.push(n);
        }
    }
    let change = |n: SeatNo| {
        if comes_in {
            changes::come_in(&meeting, n, &work.act)
        } else {
            changes::go_out(&meeting, n, &work.act)
        }
    };
    let made = meant.iter().copied().map(change).collect::<Result<Vec<_>, _>>()?;
    work.make(made)?.print(context)?;
    if comes_in { ask_part(&work.store, &meeting.id, &meant) } else { Ok(()) }
}

/// Says which of the seats that came in are late to an open ballot, and how to say whether they take part in it.
fn ask_part(store: &Store, id: &MeetingId, came: &[SeatNo]) -> Result<(), CliError> {
    let Some(meeting) = store.meeting(id)? else { return Ok(()) };
    let rules = store.council_rules(&meeting.rules)?;
    // What is said of one ballot is said of its motion.
    for open in meeting.ballots.iter().filter(|one| one.is_open() && one.with.is_none()) {
        let late = standing::standing(&rules, &meeting, open)?.late;
        for seat in open.roster.iter().filter(|seat| late.contains(&seat.n) && came.contains(&seat.n)) {
            out::message(&format!(
                "{} came in late to ballot {}, which is open: say with `docket ballot join {} {} yes` that it takes \
                 part, or `no` that it does not",
                seat.named(),
                open.id,
                open.id,
                seat.n
            ));
        }
    }
    Ok(())
}
