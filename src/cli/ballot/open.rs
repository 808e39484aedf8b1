//! `docket ballot open`: a motion with all its terms.

use std::str::FromStr;

use chrono::NaiveDate;

use super::super::{
    CliError, Context,
    args::{DayOrNone, a_day, word},
    council::{self as named, MeetingArg, SeatArg},
    docket::Work,
    env, out,
};
use super::together::{self, How};
use crate::{
    council::{BallotId, Condition, InForce, Motion, Terms},
    record::{Moved, ballot},
    rules::Program,
};

/// Open a ballot on an application of the agenda, on several as one motion, or without a meeting.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    how: How,
    /// What is moved.
    #[arg(long, value_parser = word!(Motion))]
    motion: Motion,
    /// In which meeting; else in the one that is open.
    #[arg(long, value_name = "MEETING")]
    meeting: Option<MeetingArg>,
    #[command(flatten)]
    terms: TermArgs,
    /// The seat that moves it: its number, or an unmistakable part of its holder's name.
    #[arg(long, value_name = "SEAT")]
    mover: Option<SeatArg>,
    /// The seat that seconds it.
    #[arg(long, value_name = "SEAT")]
    seconder: Option<SeatArg>,
    /// The earlier ballot that is taken up again, as REF/1.
    #[arg(long, value_name = "BALLOT")]
    again: Option<BallotId>,
}

/// What a motion says beside its word.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Terms of the motion")]
struct TermArgs {
    /// To approve: first day of the certification.
    #[arg(long, value_name = "DATE", value_parser = a_day)]
    from: Option<NaiveDate>,
    /// To approve: last day of the certification; `-` for none. Without it, the one that a ruling on the validity gives.
    #[arg(long, value_name = "DATE")]
    until: Option<DayOrNone>,
    /// To approve with conditions: whether it holds at once, or when they are cleared.
    #[arg(long, value_parser = word!(InForce), default_value = "now")]
    in_force: InForce,
    /// To approve with conditions, once for each: `TEXT | OWNER | DATE`, and ` | WHO` for who may clear it.
    #[arg(long = "condition", value_name = "TEXT | OWNER | DATE")]
    conditions: Vec<ConditionArg>,
    /// To defer: the day it comes back.
    #[arg(long, value_name = "DATE", value_parser = a_day)]
    returns: Option<NaiveDate>,
    /// To defer: what has to come first.
    #[arg(long, value_name = "TEXT")]
    information: Option<String>,
    /// To reclassify: the program it is to be judged as.
    #[arg(long, value_parser = word!(Program))]
    program: Option<Program>,
    /// To suspend or revoke: the ballot that granted the certification, where there are several.
    #[arg(long, value_name = "BALLOT")]
    certification: Option<BallotId>,
    /// To refer: what is asked of the Series Manager.
    #[arg(long, value_name = "TEXT")]
    question: Option<String>,
}

/// A condition as an argument.
#[derive(Clone, Debug)]
struct ConditionArg(Condition);

impl FromStr for ConditionArg {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Condition::parse(text, env::today()).map(Self)
    }
}

impl From<TermArgs> for Terms {
    fn from(args: TermArgs) -> Self {
        let TermArgs {
            from,
            until,
            in_force,
            conditions,
            returns,
            information,
            program,
            certification,
            question,
        } = args;
        let conditions = conditions.into_iter().map(|ConditionArg(condition)| condition).collect();
        let until = until.and_then(|DayOrNone(day)| day);
        Self { from, until, in_force, conditions, returns, information, program, certification, question }
    }
}

pub(super) fn run(args: Args, context: &Context) -> Result<(), CliError> {
    let Args { how, motion, meeting, terms, mover, seconder, again } = args;
    let mut work = Work::begin(context)?;
    let (seats, today) = (work.store.seats()?, work.act.today);
    let seat = |named: Option<SeatArg>| named.map(|seat| seat.find(&[], &seats)).transpose();
    let as_ruled = terms.until.is_none();
    let moved = Moved { motion, terms: terms.into(), mover: seat(mover)?, seconder: seat(seconder)?, again };
    let (moved, ruling) = if as_ruled {
        // What the motion leaves open begins on the day of the meeting, or when the ballot is closed.
        let first = match how.last_day() {
            Some(day) => day,
            None => named::meeting(&work.store, meeting.as_ref())?.date,
        };
        moved.as_ruled(&work.store.rulings()?, first)
    } else {
        (moved, None)
    };
    if let (Some(until), Some(n)) = (moved.terms.until, ruling) {
        out::message(&format!(
            "until {until}, by ruling {n}; name another day with --until, or none with --until -"
        ));
    }
    let warning = match &moved.again {
        Some(again) => moved.warning(&work.store.ballots_of(&again.application)?),
        None => None,
    };
    let mut opened =
        together::open(&mut work, &how, motion, meeting.as_ref(), |session, application, earlier| {
            Ok(ballot::open(session, application, earlier, moved.clone(), today)?)
        })?;
    opened.warning = warning;
    opened.print(context)
}
