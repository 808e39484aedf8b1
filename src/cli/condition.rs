//! `docket condition`: what certifications were granted under, and its clearing.

use chrono::NaiveDate;
use clap::Subcommand;
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    CliError, Context,
    docket::{self, Work},
    env, out,
};
use crate::{
    council::{
        BallotId,
        condition::{Clearing, ConditionState, Imposed},
        register::{Certification, State},
    },
    record::condition as changes,
    review::Ref,
    rules::Program,
    store::Store,
};

/// List the conditions of certifications, clear them, or open them again.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    action: Action,
}

/// What is done.
#[derive(Debug, Subcommand)]
enum Action {
    /// List conditions, those that come due first in front.
    List {
        /// Only those of this application, or of the ballot REF/1.
        #[arg(value_name = "REF")]
        of: Option<String>,
        /// Those that are cleared, or whose certification is over, too.
        #[arg(long)]
        all: bool,
        /// As they stand on this day; today where none is given.
        #[arg(long, value_name = "DATE", value_parser = crate::cli::args::a_day)]
        as_of: Option<NaiveDate>,
    },
    /// Say that a condition is met, and what shows it.
    Clear {
        /// The ballot that granted the certification, as REF/1.
        ballot: BallotId,
        /// The condition's number.
        n: u32,
        /// What shows it: a link, or a text.
        #[arg(long, value_name = "TEXT")]
        evidence: String,
    },
    /// Open a condition again that was cleared wrongly.
    Reopen {
        /// The ballot that granted the certification, as REF/1.
        ballot: BallotId,
        /// The condition's number.
        n: u32,
    },
}

/// A condition as it is listed.
#[derive(Serialize, JsonSchema)]
pub(super) struct Listed {
    /// The application.
    r#ref: Ref,
    /// The ballot that granted the certification, as REF/1.
    ballot: String,
    /// Who holds the certification.
    organisation: String,
    /// What it is.
    program: Program,
    /// What the certification is on that day.
    certification: State,
    /// The condition's number.
    n: u32,
    /// What is asked.
    text: String,
    /// Who sees to it.
    owner: String,
    /// By when.
    due: NaiveDate,
    /// Who may clear it; null where the motion names nobody.
    cleared_by: Option<String>,
    /// Where it stands on that day.
    state: ConditionState,
    /// It was cleared after its due date.
    late: bool,
    /// Its clearing; null while it is open.
    cleared: Option<Clearing>,
}

pub(super) fn run(args: Args, context: &Context) -> Result<(), CliError> {
    match args.action {
        Action::List { of, all, as_of } => {
            list(of.as_deref(), all, as_of.unwrap_or_else(env::today), context)
        }
        Action::Clear { ballot, n, evidence } => {
            let work = Work::begin(context)?;
            let condition = known(&work, &ballot, n)?;
            let evidence = evidence.trim().to_owned();
            let now = Clearing { on: work.act.today, by: work.act.actor.clone(), evidence };
            work.finish(vec![changes::cleared(&ballot, &condition, Some(now))])
        }
        Action::Reopen { ballot, n } => {
            let work = Work::begin(context)?;
            let condition = known(&work, &ballot, n)?;
            work.finish(vec![changes::cleared(&ballot, &condition, None)])
        }
    }
}

/// The condition of this number among those that `ballot` granted something under.
fn known(work: &Work<'_>, ballot: &BallotId, n: u32) -> Result<Imposed, CliError> {
    let id = ballot.to_string();
    let granted = work.store.certifications_of(&ballot.application)?;
    let granted = granted.into_iter().find(|one| one.ballot == id);
    let mut conditions = granted.into_iter().flat_map(|one| one.conditions);
    conditions.find(|condition| condition.n == n).ok_or_else(|| {
        CliError::Wrong(format!(
            "ballot {id} granted nothing under a condition {n}; see `docket condition list`"
        ))
    })
}

fn list(of: Option<&str>, all: bool, day: NaiveDate, context: &Context) -> Result<(), CliError> {
    let store = docket::read(context)?;
    if let Some(of) = of {
        is_known(&store, of)?;
    }
    let certifications = store.conditional()?;
    let meant = |one: &&Certification| of.is_none_or(|of| one.reference.as_str() == of || one.ballot == of);
    let mut listed: Vec<Listed> =
        certifications.iter().filter(meant).flat_map(|one| rows(one, day)).collect();
    listed.retain(|one| all || (one.cleared.is_none() && !one.certification.is_over()));
    listed.sort_by(|a, b| (a.due, &a.ballot, a.n).cmp(&(b.due, &b.ballot, b.n)));
    if context.json {
        return out::json(&listed);
    }
    if listed.is_empty() {
        out::message("no condition is like that");
    }
    out::table(&listed.iter().map(|one| row(one, day)).collect::<Vec<_>>())
}

/// Whether an application or a ballot is called `of`.
fn is_known(store: &Store, of: &str) -> Result<(), CliError> {
    let ballot = of.parse().ok().map(|id: BallotId| store.ballot(&id)).transpose()?.flatten();
    if ballot.is_some() || store.application(&Ref::new(of))?.is_some() {
        return Ok(());
    }
    Err(CliError::Wrong(format!("no application and no ballot is `{of}`; see `docket condition list`")))
}

fn rows(certification: &Certification, day: NaiveDate) -> impl Iterator<Item = Listed> {
    let state = certification.on(day).state;
    certification.conditions.iter().map(move |one| Listed {
        r#ref: certification.reference.clone(),
        ballot: certification.ballot.clone(),
        organisation: certification.organisation.clone(),
        program: certification.program,
        certification: state,
        n: one.n,
        text: one.condition.text.clone(),
        owner: one.condition.owner.clone(),
        due: one.condition.due,
        cleared_by: one.condition.cleared_by.clone(),
        state: one.state(day),
        late: one.is_late(),
        cleared: one.cleared.clone(),
    })
}

fn row(one: &Listed, day: NaiveDate) -> [String; 6] {
    let standing = match &one.cleared {
        Some(cleared) => format!("cleared {}{}", cleared.on, if one.late { ", late" } else { "" }),
        None if one.due < day => format!("lapsed, was due {}", one.due),
        None => format!("due {}", one.due),
    };
    let shown = one.cleared.as_ref().map(|cleared| format!(" ({})", cleared.evidence)).unwrap_or_default();
    [
        one.ballot.clone(),
        one.n.to_string(),
        standing,
        one.organisation.clone(),
        one.owner.clone(),
        format!("{}{shown}", one.text),
    ]
}
