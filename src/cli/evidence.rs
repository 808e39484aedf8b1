//! `docket evidence`: what was put forward is looked at, accepted or rejected; and the live demonstration.

use chrono::NaiveDate;
use clap::Subcommand;
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    CliError, Context,
    args::{DayOrNone, a_day, reference},
    claim::checks,
    docket::{self, Work},
    out,
};
use crate::{
    record::Change,
    review::{Application, Check, Evidence, Item, ItemKind, Ref, application::DemoReview, facts::LiveDemo},
    rules::{CapabilityId, RequirementId},
};

/// Look at what was put forward, check it, add to it; arrange the live demonstration.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The application.
    #[arg(value_name = "REF", value_parser = reference())]
    reference: Ref,
    #[command(subcommand)]
    action: Option<Action>,
}

/// What is done; without one, everything put forward is listed.
#[derive(Debug, Subcommand)]
enum Action {
    /// List everything put forward: evidence e1, claims c1, holders h1, features f1.
    List,
    /// Accept items: they were seen and found good.
    Accept {
        /// The items, as e1, c1, h1 or f1.
        #[arg(required = true, value_name = "ITEM")]
        items: Vec<Item>,
    },
    /// Reject items.
    Reject {
        /// The items, as e1, c1, h1 or f1.
        #[arg(required = true, value_name = "ITEM")]
        items: Vec<Item>,
        /// Why.
        #[arg(long, value_name = "TEXT")]
        because: Option<String>,
    },
    /// Leave items unchecked again.
    Reset {
        /// The items, as e1, c1, h1 or f1.
        #[arg(required = true, value_name = "ITEM")]
        items: Vec<Item>,
    },
    /// Add a piece of evidence.
    Add {
        /// The id of the requirement it is for.
        requirement: String,
        /// Where it can be seen.
        url: Option<String>,
        /// What it is.
        #[arg(long, value_name = "TEXT")]
        title: Option<String>,
        /// When it came out.
        #[arg(long, value_name = "DATE", value_parser = a_day)]
        date: Option<NaiveDate>,
    },
    /// Ask for a live demonstration where the edition leaves it to you.
    AskDemo {
        /// Ask for none after all.
        #[arg(long)]
        no: bool,
    },
    /// Plan the live demonstration.
    PlanDemo {
        /// For which day; `-` for none.
        date: DayOrNone,
    },
    /// Record the live demonstration that was held.
    #[command(group(clap::ArgGroup::new("result").required(true)))]
    Demo {
        /// When.
        #[arg(value_parser = a_day)]
        date: NaiveDate,
        /// How long it took, in minutes.
        #[arg(long, value_name = "N")]
        minutes: u32,
        /// It was passed.
        #[arg(long, group = "result")]
        passed: bool,
        /// It was not passed.
        #[arg(long, group = "result")]
        failed: bool,
    },
}

pub(super) fn run(args: Args, context: &Context) -> Result<(), CliError> {
    let action = match args.action {
        None | Some(Action::List) => return list(&args.reference, context),
        Some(action) => action,
    };
    let work = Work::begin(context)?;
    let application = work.application(&args.reference)?;
    let changes = match action {
        Action::List => Vec::new(),
        Action::Accept { items } => checks(&application, items, Some(&Check::Accepted { count: None })),
        Action::Reject { items, because } => {
            checks(&application, items, Some(&Check::Rejected { reason: because }))
        }
        Action::Reset { items } => checks(&application, items, None),
        Action::Add { requirement, url, title, date } => {
            vec![given(&application, RequirementId::new(requirement), (url, title), date)]
        }
        Action::AskDemo { no } => demonstrated(application, |demo| demo.asked = !no),
        Action::PlanDemo { date: DayOrNone(day) } => demonstrated(application, |demo| demo.planned = day),
        Action::Demo { date, minutes, passed, .. } => demonstrated(application, |demo| {
            demo.held = Some(LiveDemo { date: Some(date), minutes: Some(minutes), passed: Some(passed) });
        }),
    };
    work.finish(changes)
}

/// The change that adds a piece of evidence; it gets the next number.
fn given(
    application: &Application,
    requirement: RequirementId,
    (url, title): (Option<String>, Option<String>),
    date: Option<NaiveDate>,
) -> Change {
    let checked = application.review.checks.keys().filter(|item| item.kind == ItemKind::Evidence);
    let numbers = application.facts.evidence.iter().map(|one| one.n).chain(checked.map(|item| item.n));
    let n = numbers.max().unwrap_or(0).saturating_add(1);
    Change::Given {
        application: application.reference.clone(),
        was: None,
        now: Some(Evidence { n, requirement, url, title, date }),
    }
}

fn demonstrated(application: Application, change: impl FnOnce(&mut DemoReview)) -> Vec<Change> {
    let was = application.review.demo;
    let mut now = was.clone();
    change(&mut now);
    if was == now {
        return Vec::new();
    }
    vec![Change::Demonstrated { application: application.reference, was, now }]
}

/// One thing put forward.
#[derive(Serialize, JsonSchema)]
pub(super) struct Listed {
    /// Its name here: e1, c1, h1, f1.
    item: String,
    /// What it is for: a requirement, an activity, a credential, or nothing in particular.
    about: String,
    /// What it is.
    title: String,
    /// Where it can be seen.
    url: Option<String>,
    /// Its day.
    date: Option<NaiveDate>,
    /// How often, for a claim.
    count: Option<u32>,
    /// What a reviewer says: `accepted`, `rejected`, or null.
    check: Option<&'static str>,
    /// Of a claim, how often it was found good; of something rejected, why.
    detail: Option<String>,
}

impl Listed {
    /// Whether it is this item.
    pub(super) fn is(&self, item: Item) -> bool {
        self.item == item.to_string()
    }
}

fn list(reference: &Ref, context: &Context) -> Result<(), CliError> {
    let application = docket::application(&docket::read(context)?, reference)?;
    let listed = listed(&application);
    if context.json {
        return out::json(&listed);
    }
    if listed.is_empty() {
        out::message("nothing was put forward");
    }
    print(&listed)
}

/// Writes what was put forward, one line each.
pub(super) fn print(listed: &[Listed]) -> Result<(), CliError> {
    out::table(&listed.iter().map(row).collect::<Vec<_>>())
}

fn row(one: &Listed) -> [String; 6] {
    let times = one.count.filter(|count| *count != 1).map(|count| format!("{count} x ")).unwrap_or_default();
    let detail = one.detail.as_ref().map(|detail| format!(" ({detail})")).unwrap_or_default();
    [
        one.item.clone(),
        format!("{}{detail}", one.check.unwrap_or("unchecked")),
        one.date.map(|day| day.to_string()).unwrap_or_default(),
        one.title.clone(),
        format!("{times}{}", one.about),
        one.url.clone().unwrap_or_default(),
    ]
}

/// Everything put forward, in the order evidence, claims, holders, features.
pub(super) fn listed(application: &Application) -> Vec<Listed> {
    let facts = &application.facts;
    let item = |kind, n, about: &str, title: String| {
        let item = Item::new(kind, n);
        let (check, detail) = match application.review.checks.get(&item) {
            None => (None, None),
            Some(Check::Accepted { count }) => {
                (Some("accepted"), count.map(|count| format!("counted {count}")))
            }
            Some(Check::Rejected { reason }) => (Some("rejected"), reason.clone()),
        };
        let about = about.to_owned();
        Listed { item: item.to_string(), about, title, url: None, date: None, count: None, check, detail }
    };
    let evidence = facts.evidence.iter().map(|one| Listed {
        url: one.url.clone(),
        date: one.date,
        ..item(ItemKind::Evidence, one.n, one.requirement.as_str(), one.title.clone().unwrap_or_default())
    });
    let claims = facts.claims.iter().map(|one| Listed {
        url: one.url.clone(),
        date: one.date,
        count: one.count,
        ..item(ItemKind::Claim, one.n, one.activity.as_str(), one.title.clone().unwrap_or_default())
    });
    let holders = facts.holders.iter().map(|one| Listed {
        url: one.badge.clone(),
        date: one.expires,
        ..item(ItemKind::Holder, one.n, one.credential.as_str(), one.name.clone())
    });
    let features = facts.features.iter().map(|one| {
        let ids: Vec<&str> = one.capabilities.iter().map(CapabilityId::as_str).collect();
        Listed { url: one.url.clone(), ..item(ItemKind::Feature, one.n, &ids.join(", "), one.name.clone()) }
    });
    evidence.chain(claims).chain(holders).chain(features).collect()
}
