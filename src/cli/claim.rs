//! `docket claim`: an activity put forward is accepted, rejected or counted.

use std::str::FromStr;

use super::{CliError, Context, args::reference, docket::Work, evidence::listed};
use crate::{
    record::Change,
    review::{Application, Check, Claim, Item, ItemKind, Ref},
    rules::ActivityId,
};

/// Accept or reject what was claimed of an activity, or say how often it counts.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The application.
    #[arg(value_name = "REF", value_parser = reference())]
    reference: Ref,
    /// The activity's id; with a number behind it one of several claims, else all of them.
    #[arg(value_name = "ACTIVITY[/N]")]
    activity: Which,
    /// `accept`, `reject`, or how often it counts.
    #[arg(value_name = "accept|reject|COUNT")]
    answer: Answer,
    /// Why it is rejected.
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,
}

/// All claims of an activity, or the n-th of them.
#[derive(Clone, Debug)]
struct Which {
    activity: ActivityId,
    nth: Option<usize>,
}

impl FromStr for Which {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let Some((activity, nth)) = text.rsplit_once('/') else {
            return Ok(Self { activity: text.into(), nth: None });
        };
        let nth = nth.parse().ok().filter(|nth| *nth > 0);
        let nth = nth.ok_or("write ACTIVITY for all of its claims, ACTIVITY/2 for the second one")?;
        Ok(Self { activity: activity.into(), nth: Some(nth) })
    }
}

/// What is said of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    Accept,
    Reject,
    Count(u32),
}

impl FromStr for Answer {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "accept" => Ok(Self::Accept),
            "reject" => Ok(Self::Reject),
            _ => {
                text.parse().map(Self::Count).map_err(|_no_figure| "write accept, reject, or a whole number")
            }
        }
    }
}

pub(super) fn run(args: Args, context: &Context) -> Result<(), CliError> {
    if args.because.is_some() && args.answer != Answer::Reject {
        return Err(CliError::Wrong("--because belongs to reject: it says why".to_owned()));
    }
    let work = Work::begin(context)?;
    let application = work.application(&args.reference)?;
    let claims = claims(&application, &args.activity)?;
    if let (Answer::Count(_), [_, _, ..]) = (args.answer, claims.as_slice()) {
        let Which { activity, .. } = &args.activity;
        let several = claims.len();
        return Err(CliError::Wrong(format!(
            "{} puts forward {several} claims of {activity}: name one, as {activity}/1 to {activity}/{several}",
            args.reference
        )));
    }
    let now = match args.answer {
        Answer::Accept => Check::Accepted { count: None },
        Answer::Count(count) => Check::Accepted { count: Some(count) },
        Answer::Reject => Check::Rejected { reason: args.because },
    };
    let items = claims.iter().map(|claim| Item::new(ItemKind::Claim, claim.n));
    work.finish(checks(&application, items, Some(&now)))
}

/// The claims that are meant, in the order they were put forward.
fn claims<'a>(application: &'a Application, which: &Which) -> Result<Vec<&'a Claim>, CliError> {
    let Which { activity, nth } = which;
    let reference = &application.reference;
    let of_it: Vec<&Claim> =
        application.facts.claims.iter().filter(|claim| claim.activity == *activity).collect();
    if of_it.is_empty() {
        let mut known: Vec<&str> =
            application.facts.claims.iter().map(|claim| claim.activity.as_str()).collect();
        known.sort_unstable();
        known.dedup();
        let known = if known.is_empty() { "nothing".to_owned() } else { known.join(", ") };
        return Err(CliError::Wrong(format!(
            "{reference} claims nothing of `{activity}`; it claims: {known}"
        )));
    }
    match nth {
        None => Ok(of_it),
        Some(nth) => {
            nth.checked_sub(1).and_then(|index| of_it.get(index)).map(|claim| vec![*claim]).ok_or_else(|| {
                let found = of_it.len();
                CliError::Wrong(format!(
                    "{reference} claims {activity} {found} times, so there is no {activity}/{nth}"
                ))
            })
        }
    }
}

/// The changes that say `now` of these items; of those of which it is said already, none.
pub(super) fn checks(
    application: &Application,
    items: impl IntoIterator<Item = Item>,
    now: Option<&Check>,
) -> Vec<Change> {
    let put_forward = listed(application);
    let check = |item: Item| {
        let was = application.review.checks.get(&item);
        // Of an item that is not there nothing is so already: the check names it.
        let known = put_forward.iter().any(|one| one.is(item));
        (!known || was != now).then(|| Change::Checked {
            application: application.reference.clone(),
            item,
            was: was.cloned(),
            now: now.cloned(),
        })
    };
    items.into_iter().filter_map(check).collect()
}
