//! `docket list`: the queue.

use chrono::NaiveDate;

use super::{CliError, Context, args::word, docket, env, out};
use crate::{
    review::{
        Stage,
        application::set_aside,
        queue::{Filter, QueueRow, Sort, Window},
    },
    rules::Program,
};

/// List the applications of the docket.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Only those that stand here; may be given several times.
    #[arg(long, value_parser = word!(Stage))]
    stage: Vec<Stage>,
    /// Only those that ask for this.
    #[arg(long, value_parser = word!(Program))]
    program: Option<Program>,
    /// Only those that this person reviews.
    #[arg(long, value_name = "NAME")]
    assignee: Option<String>,
    /// Only those that nobody reviews.
    #[arg(long, conflicts_with = "assignee")]
    unassigned: bool,
    /// Only those whose ref, organisation or parent has these words.
    #[arg(long, value_name = "WORDS")]
    text: Option<String>,
    /// In which order.
    #[arg(long, value_parser = word!(Sort), default_value_t = Sort::Received)]
    sort: Sort,
}

pub(super) fn run(args: Args, context: &Context) -> Result<(), CliError> {
    let filter = Filter {
        text: args.text,
        stages: args.stage,
        program: args.program,
        assignee: args.assignee,
        unassigned: args.unassigned,
        ..Filter::default()
    };
    let all = Window { first: 0, rows: u64::MAX };
    let rows = docket::read(context)?.page(&filter, args.sort, all)?.rows;
    if context.json {
        return out::json(&rows);
    }
    if rows.is_empty() {
        out::message("no application is like that");
    }
    let today = env::today();
    out::table(&rows.iter().map(|one| row(one, today)).collect::<Vec<_>>())
}

fn row(row: &QueueRow, today: NaiveDate) -> [String; 7] {
    let due = row.due.map(|day| format!("due {day}")).unwrap_or_default();
    let parked = row.parked.map(|day| set_aside(day, today)).unwrap_or_default();
    [
        row.reference.to_string(),
        row.program.to_string(),
        row.stage.to_string(),
        row.received.to_string(),
        row.assignee.clone().unwrap_or_default(),
        [due, parked].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", "),
        row.organisation.clone(),
    ]
}
