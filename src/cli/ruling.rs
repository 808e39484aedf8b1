//! `docket ruling`: how the chair has decided that a rule is to be read.

use std::str::FromStr;

use clap::Subcommand;
use schemars::JsonSchema;
use serde::Serialize;

use super::{CliError, Context, args::word, docket, docket::Work, out};
use crate::{
    council::{
        self, Base, MeetingId, rules,
        ruling::{HeadCount, StandsIn},
    },
    record::{journal::stamp, ruling},
    rules::Months,
};

/// Rule how a rule is to be read from now on (--role chair), or list the rulings. Ballots opened before keep theirs.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    action: Action,
}

/// What is done.
#[derive(Debug, Subcommand)]
enum Action {
    /// What a majority is taken of.
    Reading {
        /// The base.
        #[arg(value_parser = word!(Base, [Base::Attendance, Base::Unrecused, Base::Cast]))]
        base: Base,
        #[command(flatten)]
        by: By,
    },
    /// Whether stand-ins vote, and count for the quorum.
    StandIns {
        /// What they do.
        #[arg(value_parser = word!(StandsIn))]
        what: StandsIn,
        #[command(flatten)]
        by: By,
    },
    /// How long a certification holds, where its motion states no last day.
    Validity {
        /// So many months, from its first day on: the one moved, else the day of the meeting, or of an electronic
        /// ballot's deadline; `unstated` takes a ruling back.
        #[arg(value_name = "MONTHS")]
        months: Validity,
        #[command(flatten)]
        by: By,
    },
    /// Whether the head count is asked of an Enterprise, where the edition only infers it.
    HeadCount {
        /// Whether it is; `as-written` takes a ruling back.
        #[arg(value_parser = word!(HeadCount))]
        what: HeadCount,
        #[command(flatten)]
        by: By,
    },
    /// List the rulings, the first one first.
    List,
}

/// Months as an argument, or none.
#[derive(Clone, Copy, Debug)]
struct Validity(Option<Months>);

impl FromStr for Validity {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == "unstated" {
            return Ok(Self(None));
        }
        let months = text.parse().map_err(|_none| "write a number of months, such as 24, or unstated")?;
        Ok(Self(Some(Months(months))))
    }
}

/// Who rules, and why.
#[derive(Debug, clap::Args)]
struct By {
    /// Why.
    #[arg(long, value_name = "TEXT")]
    because: String,
    /// The chair who rules; whoever presides over the open meeting, else whoever does it, where none is given.
    #[arg(long, value_name = "NAME")]
    chair: Option<String>,
}

/// A ruling.
#[derive(Serialize, JsonSchema)]
pub(super) struct Listed {
    /// Its number.
    n: u32,
    /// What it is about.
    matter: &'static str,
    /// What held before.
    was: String,
    /// What was ruled.
    ruled: String,
    /// The meeting it was made in.
    meeting: Option<MeetingId>,
    /// Who ruled.
    chair: String,
    /// Why.
    because: String,
    /// When.
    at: String,
    /// The same for people.
    #[serde(skip)]
    said: String,
}

impl Listed {
    pub(super) fn of(ruling: &council::Ruling) -> Self {
        Self {
            n: ruling.n,
            matter: ruling.now.matter().as_str(),
            was: ruling.was.value().into_owned(),
            ruled: ruling.now.value().into_owned(),
            meeting: ruling.meeting.clone(),
            chair: ruling.chair.clone(),
            because: ruling.because.clone(),
            at: stamp(ruling.at),
            said: format!("{}, before: {}", ruling.now, ruling.was.words()),
        }
    }

    /// The ruling in one line.
    pub(super) fn line(&self) -> String {
        let Self { n, said, chair, because, .. } = self;
        let meeting = self.meeting.as_ref().map(|id| format!(", meeting {id}")).unwrap_or_default();
        format!("ruling {n}: {said}; {chair}{meeting}: {because}")
    }
}

pub(super) fn run(args: Args, context: &Context) -> Result<(), CliError> {
    match args.action {
        Action::Reading { base, by } => rule(council::Ruled::Reading(base), by, context),
        Action::StandIns { what, by } => rule(council::Ruled::StandIns(what), by, context),
        Action::Validity { months: Validity(months), by } => {
            rule(council::Ruled::Validity(months), by, context)
        }
        Action::HeadCount { what, by } => rule(council::Ruled::HeadCount(what), by, context),
        Action::List => list(context),
    }
}

fn rule(now: council::Ruled, by: By, context: &Context) -> Result<(), CliError> {
    let work = Work::begin(context)?;
    let meeting = match work.store.open_meeting()? {
        Some(id) => work.store.meeting(&id)?,
        None => None,
    };
    let set = meeting.as_ref().map_or(rules::DEFAULT, |meeting| &meeting.rules);
    let rules = work.store.council_rules(set)?;
    let presides = meeting.as_ref().and_then(ruling::chair).map(str::to_owned);
    let chair = by.chair.or(presides).unwrap_or_else(|| work.act.actor.clone());
    let rulings = work.store.rulings()?;
    let change = ruling::rule(&rules, &rulings, meeting.as_ref(), now, (chair, by.because));
    work.finish(vec![change])
}

fn list(context: &Context) -> Result<(), CliError> {
    let rulings: Vec<Listed> = docket::read(context)?.rulings()?.iter().map(Listed::of).collect();
    if context.json {
        return out::json(&rulings);
    }
    rulings.iter().try_for_each(|ruling| out::line(&ruling.line()))
}
