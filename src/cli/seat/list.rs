//! The seats on a day, and how members and quorum are reckoned from them.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    cli::{CliError, Context, docket, env, out},
    council::{
        Membership, Seat, SeatNo, Suspension,
        membership::{self, Holding, Working},
        rules::{self, RuleSet},
        seat::latest,
    },
    store::Store,
};

/// Which seats are listed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The day; today where none is given.
    #[arg(long, value_name = "DATE", value_parser = crate::cli::args::a_day)]
    on: Option<NaiveDate>,
    /// Every term that a seat has had or will have.
    #[arg(long)]
    all: bool,
}

/// A seat on a day: its holder then, or the last one it had.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Listed {
    #[serde(flatten)]
    seat: Seat,
    /// What it is on the day.
    state: Holding,
    /// Its holder's suspension on the day.
    #[serde(skip_serializing_if = "Option::is_none")]
    suspension: Option<Suspension>,
}

/// The council on a day, counted.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Counted {
    /// The day.
    on: NaiveDate,
    #[serde(flatten)]
    working: Working,
    /// All of it in one line.
    text: String,
}

impl Args {
    pub(super) fn run(&self, context: &Context) -> Result<(), CliError> {
        let store = docket::read(context)?;
        let day = self.on.unwrap_or_else(env::today);
        let seats = store.seats()?;
        let council = store.council_on(day)?;
        let shown: Vec<&Seat> = if self.all {
            seats.iter().collect()
        } else {
            let numbers: BTreeSet<SeatNo> = seats.iter().map(|seat| seat.n).collect();
            numbers.into_iter().filter_map(|n| latest(&seats, n, day)).collect()
        };
        let listed: Vec<Listed> = shown.into_iter().map(|seat| listed(seat, &council, day)).collect();
        if context.json {
            return out::json(&listed);
        }
        out::table(&listed.iter().map(row).collect::<Vec<_>>())?;
        if listed.is_empty() {
            return Ok(());
        }
        out::line("")?;
        out::line(&counted(&store, &council, day)?.text)
    }
}

/// Says how members and quorum are reckoned on a day.
pub(super) fn count(on: Option<NaiveDate>, context: &Context) -> Result<(), CliError> {
    let store = docket::read(context)?;
    let day = on.unwrap_or_else(env::today);
    let counted = counted(&store, &store.council_on(day)?, day)?;
    if context.json { out::json(&counted) } else { out::line(&counted.text) }
}

fn counted(store: &Store, council: &Membership, on: NaiveDate) -> Result<Counted, CliError> {
    let rules: std::sync::Arc<RuleSet> = store.council_rules(rules::DEFAULT)?;
    let working = membership::working(&rules, &council.members, &council.others);
    Ok(Counted { on, working, text: format!("{on}: {working}") })
}

fn listed(seat: &Seat, council: &Membership, day: NaiveDate) -> Listed {
    let suspension = council.others.suspension(seat.n).filter(|_| seat.held_on(day)).cloned();
    let state = council.holding(seat, day);
    Listed { seat: seat.clone(), state, suspension }
}

fn row(listed: &Listed) -> [String; 6] {
    let Listed { seat, state, suspension } = listed;
    let term = match (seat.from, seat.until) {
        (None, None) => String::new(),
        (Some(from), None) => format!("from {from}"),
        (None, Some(until)) => format!("until {until}"),
        (Some(from), Some(until)) => format!("{from} to {until}"),
    };
    let parent = seat.parent.as_ref().map(|parent| format!(" ({parent})")).unwrap_or_default();
    let state = match (state, suspension) {
        (Holding::Member, _) => String::new(),
        (_, Some(Suspension { from, until: None, .. })) => format!("suspended from {from}"),
        (_, Some(Suspension { from, until: Some(until), .. })) => format!("suspended {from} to {until}"),
        (Holding::ToCome, None) => "to come".to_owned(),
        (state, None) => state.to_string(),
    };
    [
        format!("{:>3}", seat.n),
        seat.holder.clone(),
        format!("{}{parent}", seat.employer),
        if seat.chair { "chair" } else { "" }.to_owned(),
        term,
        state,
    ]
}
