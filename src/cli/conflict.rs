//! `docket conflict`: who is tied to which organisation, and what the chair said of it.

use chrono::NaiveDate;
use clap::Subcommand;
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    CliError, Context,
    args::{a_day, reference, word},
    docket,
    docket::Work,
    out,
};
use crate::{
    council::conflict::{Conflict, Register, Relation, State, Suggestion, Tie, Weight, Word, same_person},
    record::{Change, conflict as changes},
    review::Ref,
};

/// Keep the register of conflicts of seat holders and reviewers; dismiss or waive what suggests itself.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    action: Action,
}

/// What is done.
#[derive(Debug, Subcommand)]
enum Action {
    /// Enter that a person is tied to an organisation.
    Add {
        /// Who: a seat holder or a reviewer, by name.
        person: String,
        /// With which organisation.
        organisation: String,
        /// How they are tied to it.
        #[arg(long, value_parser = word!(Relation))]
        relation: Relation,
        /// How much it weighs.
        #[arg(long, value_parser = word!(Weight), default_value = "hard")]
        weight: Weight,
        /// First day.
        #[arg(long, value_name = "DATE", value_parser = a_day)]
        from: Option<NaiveDate>,
        /// Last day.
        #[arg(long, value_name = "DATE", value_parser = a_day)]
        until: Option<NaiveDate>,
        /// What is to be said of it; kept as a private text.
        #[arg(long, value_name = "TEXT")]
        because: Option<String>,
    },
    /// List the register; with an application, what suggests itself for it.
    List {
        /// The application.
        #[arg(value_name = "REF", value_parser = reference())]
        reference: Option<Ref>,
    },
    /// Say that what suggests itself is no conflict, for good; for the chair (--role chair).
    Dismiss(Said),
    /// Let somebody take part in an application in spite of a conflict; for the chair (--role chair).
    Waive(Said),
    /// Give a conflict of the register a last day.
    End {
        /// Its number in the register.
        n: u32,
        /// The last day; today where none is given.
        #[arg(long, value_name = "DATE", value_parser = a_day)]
        on: Option<NaiveDate>,
    },
}

/// A chair's word on a conflict of an application.
#[derive(Debug, clap::Args)]
struct Said {
    /// The application.
    #[arg(value_name = "REF", value_parser = reference())]
    reference: Ref,
    /// Who has the conflict, by their full name.
    person: String,
    /// Which one, where they have several.
    #[arg(long, value_parser = word!(Relation))]
    relation: Option<Relation>,
    /// Why; kept as a private text.
    #[arg(long, value_name = "TEXT")]
    because: String,
}

/// The register, or what suggests itself for an application.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Listed {
    /// The ties that were entered.
    known: Vec<Known>,
    /// What the chair said.
    words: Vec<Judged>,
    /// What suggests itself for the application that was named.
    suggested: Vec<Suggestion>,
}

/// A tie of the register.
#[derive(Serialize, JsonSchema)]
struct Known {
    /// Its number.
    n: u32,
    #[serde(flatten)]
    conflict: Conflict,
    /// What is to be said of it.
    note: Option<String>,
}

/// A chair's word.
#[derive(Serialize, JsonSchema)]
struct Judged {
    #[serde(flatten)]
    tie: Tie,
    /// Dismissed or waived.
    state: State,
    /// For which application it is waived.
    application: Option<Ref>,
    /// Who said so.
    by: String,
    /// On which day.
    day: NaiveDate,
    /// Why.
    because: Option<String>,
}

pub(super) fn run(args: Args, context: &Context) -> Result<(), CliError> {
    match args.action {
        Action::Add { person, organisation, relation, weight, from, until, because } => {
            let work = Work::begin(context)?;
            let conflict = Conflict { person, organisation, relation, weight, from, until };
            let change = changes::enter(&work.store.conflicts()?, conflict, because);
            work.finish(vec![change])
        }
        Action::List { reference } => list(reference.as_ref(), context),
        Action::Dismiss(said) => {
            judge(said, context, |_, tie, because| Change::ConflictDismissed { tie, because })
        }
        Action::Waive(said) => judge(said, context, |application, tie, because| Change::ConflictWaived {
            application,
            tie,
            because: Some(because),
        }),
        Action::End { n, on } => {
            let work = Work::begin(context)?;
            let change = changes::end(&work.store.conflicts()?, n, on.unwrap_or(work.act.today));
            work.finish(vec![change])
        }
    }
}

fn judge(said: Said, context: &Context, change: impl Fn(Ref, Tie, String) -> Change) -> Result<(), CliError> {
    let work = Work::begin(context)?;
    let application = work.application(&said.reference)?;
    let mut found = work.store.conflicts_with(&application, work.act.today)?;
    found.retain(|one| same_person(&one.person, &said.person));
    found.retain(|one| said.relation.is_none_or(|relation| relation == one.relation));
    match found.as_slice() {
        [one] => {
            let change = change(said.reference, one.key(), said.because);
            work.finish(vec![change])
        }
        [] => Err(CliError::Wrong(format!(
            "nobody called `{}` has such a conflict with {}: give the name in full, as `docket conflict list {}` has it",
            said.person, said.reference, said.reference
        ))),
        several => {
            let relations: Vec<&str> = several.iter().map(|one| one.relation.as_str()).collect();
            Err(CliError::Wrong(format!(
                "{} has several: say which with --relation {}",
                said.person,
                relations.join(" or ")
            )))
        }
    }
}

fn list(reference: Option<&Ref>, context: &Context) -> Result<(), CliError> {
    let store = docket::read(context)?;
    let register = store.conflicts()?;
    let suggested = match reference {
        None => Vec::new(),
        Some(reference) => {
            let application = docket::application(&store, reference)?;
            store.conflicts_with(&application, super::env::today())?
        }
    };
    if context.json {
        return out::json(&Listed {
            known: register.known.iter().map(|(n, conflict)| known(*n, conflict, &register)).collect(),
            words: register.words.iter().map(judged).collect(),
            suggested,
        });
    }
    if reference.is_some() {
        return suggested.iter().try_for_each(|one| out::line(&one.to_string()));
    }
    let row = |(n, one): (&u32, &Conflict)| {
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        [
            format!("{n:>3}"),
            one.person.clone(),
            one.organisation.clone(),
            one.relation.to_string(),
            one.weight.to_string(),
            day(one.from),
            day(one.until),
            register.notes.get(n).cloned().unwrap_or_default(),
        ]
    };
    out::table(&register.known.iter().map(row).collect::<Vec<_>>())?;
    let said = register.words.iter().map(judged).map(|one| {
        let of = one.application.map(|of| format!(" for {of}")).unwrap_or_default();
        let because = one.because.map(|because| format!(": {because}")).unwrap_or_default();
        format!("{} {}{of} by {} on {}{because}", one.tie, one.state, one.by, one.day)
    });
    out::list("said by the chair", said)
}

fn known(n: u32, conflict: &Conflict, register: &Register) -> Known {
    Known { n, conflict: conflict.clone(), note: register.notes.get(&n).cloned() }
}

fn judged(word: &Word) -> Judged {
    Judged {
        tie: word.tie.clone(),
        state: if word.application.is_some() { State::Waived } else { State::Dismissed },
        application: word.application.clone(),
        by: word.by.clone(),
        day: word.day,
        because: word.because.clone(),
    }
}
