//! `docket decision`: everything that one decision rested on.

use super::{
    CliError, Context,
    args::word,
    docket, env,
    paper::{self, FORMATS, Format, Into},
};
use crate::{
    council::{Ballot, BallotId, RuleSet, Ruling, electronic, rules},
    papers::{
        Book,
        afterwards::Known,
        decision::{self, Now},
    },
    review::Ref,
    rules::{EditionId, shipped},
    store::Store,
};

/// Show everything that a decision rested on: ballot, rules, application and assessment of its day; what the same would
/// be today, and what became of it.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The application, for the last ballot on it; or a ballot: REF/1, REF/2 and so on.
    #[arg(value_name = "REF")]
    named: String,
    /// In which form.
    #[arg(long, value_parser = word!(Format, FORMATS), default_value = "md")]
    format: Format,
    #[command(flatten)]
    into: Into,
}

pub(super) fn run(args: &Args, context: &Context) -> Result<(), CliError> {
    let store = docket::read(context)?;
    let id = ballot(&store, &args.named)?.id;
    let inconsistent = || CliError::Wrong(format!("ballot {id} cannot be found again; run `docket verify`"));
    let meeting = electronic::session_of(&store.ballot(&id)?.ok_or_else(inconsistent)?);
    let sitting = store.sitting(&meeting)?.ok_or_else(inconsistent)?;
    let ballot = sitting.meeting.ballots.iter().find(|one| one.id == id).ok_or_else(inconsistent)?;
    let editions = sitting.meeting.ballots.iter().map(|one| &one.edition);
    let books = paper::books(&store, &sitting.meeting.rules, editions)?;
    let now = now(&sitting.meeting.rules, &ballot.edition, store.rulings()?);
    let known = Known {
        ballots: store.ballots_of(&id.application)?,
        certifications: store.certifications_of(&id.application)?,
        today: env::today(),
    };
    let decision = decision::decision(&sitting, ballot, &books, (&now, &known))?;
    args.into.write(&store, context, (args.format, decision.page()), &decision)
}

/// The ballot of that id; of an application, its last one.
fn ballot(store: &Store, named: &str) -> Result<Ballot, CliError> {
    if let Ok(id) = named.parse::<BallotId>()
        && let Some(ballot) = store.ballot(&id)?
    {
        return Ok(ballot);
    }
    let reference = Ref::from(named);
    docket::application(store, &reference)?;
    store.ballots_of(&reference)?.pop().ok_or_else(|| {
        CliError::Wrong(format!("no ballot was opened on {reference}; see it with `docket show {reference}`"))
    })
}

/// The rules that this docket brings along, as the chair ruled them: the council's of that id, and the editions from
/// `edition` on.
fn now(council: &str, edition: &EditionId, rulings: Vec<Ruling>) -> Now {
    let council = RuleSet::shipped(council)
        .ok()
        .zip(rules::shipped_text(council))
        .map(|(rules, text)| Book { rules: rules.into(), text: text.to_owned() });
    let book = |edition: &crate::rules::Edition| {
        let text = shipped::edition_text(&edition.id)?.to_owned();
        Some(Book { rules: edition.clone().into(), text })
    };
    let editions = shipped::editions().skip_while(|one| one.id != *edition).filter_map(book).collect();
    Now { council, rulings, editions }
}
