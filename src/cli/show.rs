//! `docket show`: one application with everything that hangs on it.

mod print;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    CliError, Context,
    args::reference,
    assess::judged_on,
    docket, env,
    evidence::{self, Listed, listed},
    out,
};
use crate::{
    council::{
        Motion, Outcome, outcome,
        register::{Certification, Standing},
    },
    record::journal::stamp,
    review::{
        Application, Basis, Facts, Finding, Kind, Ref, Remark, Stage,
        application::{DemoReview, Presented},
        assess,
    },
    rules::{EditionId, Program, RequirementId},
    store::Store,
};

/// Show an application: what was sent, what was found, where it stands.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The application.
    #[arg(value_name = "REF", value_parser = reference())]
    reference: Ref,
}

/// An application with everything that hangs on it.
#[derive(Serialize, JsonSchema)]
pub(super) struct Shown {
    /// Version of this form.
    schema: u32,
    /// Its ref.
    r#ref: Ref,
    /// Who asks.
    organisation: String,
    /// For what.
    program: Program,
    /// First or later.
    kind: Kind,
    /// By which rules.
    edition: EditionId,
    /// The day it came.
    received: NaiveDate,
    /// Where it stands.
    stage: Stage,
    /// Since when.
    since: NaiveDate,
    /// Who reviews it.
    assignee: Option<String>,
    /// By when.
    due: Option<NaiveDate>,
    /// Set aside until.
    parked: Option<NaiveDate>,
    /// Presented although not ready.
    presented: Option<Presented>,
    /// The live demonstration, as arranged and seen by the team.
    demo: DemoReview,
    /// What was put forward.
    facts: Facts,
    /// What was not understood in it.
    remarks: Vec<Remark>,
    /// What was found, by requirement.
    findings: BTreeMap<RequirementId, Finding>,
    /// Those of them that do not count until they are justified, each with why.
    unjustified: BTreeMap<RequirementId, String>,
    /// Everything put forward, with what was said of it.
    items: Vec<Listed>,
    /// What was sent, first to last.
    submissions: Vec<Sent>,
    /// Private notes.
    notes: Vec<Note>,
    /// Ballots on it.
    ballots: Vec<Taken>,
    /// What the council's last word leaves open: when it comes back, what is awaited, what the Series Manager was asked.
    pending: Option<String>,
    /// What was granted to it, as it stands today.
    certifications: Vec<Held>,
}

/// A certification as it stands today.
#[derive(Serialize, JsonSchema)]
struct Held {
    /// It, with its conditions and what later ballots did to it.
    #[serde(flatten)]
    certification: Certification,
    /// What it is today.
    standing: Standing,
    /// The same in words, with what is open of its conditions.
    #[serde(skip)]
    summary: String,
}

/// What was sent at one time.
#[derive(Serialize, JsonSchema)]
struct Sent {
    /// Its number; the first is 1.
    n: u32,
    /// The day it came.
    received: NaiveDate,
    /// It, as it came; null once erased.
    original: Option<String>,
}

/// A private note.
#[derive(Serialize, JsonSchema)]
struct Note {
    /// Its number; the first is 1.
    n: u32,
    /// When.
    at: String,
    /// By whom.
    actor: String,
    /// It; null once erased or taken back.
    text: Option<String>,
}

/// A ballot on the application.
#[derive(Serialize, JsonSchema)]
struct Taken {
    /// Its id.
    ballot: String,
    /// In which meeting; null for an electronic ballot.
    meeting: Option<String>,
    /// What was moved.
    motion: Motion,
    /// What it was declared as.
    outcome: Option<Outcome>,
    /// What it did, in words; null unless it was adopted.
    effect: Option<String>,
}

pub(super) fn run(args: &Args, context: &Context) -> Result<(), CliError> {
    let store = docket::read(context)?;
    let application = docket::application(&store, &args.reference)?;
    let today = env::today();
    let shown = shown(&store, application, today)?;
    if context.json { out::json(&shown) } else { print::shown(&shown, today) }
}

fn shown(store: &Store, application: Application, today: NaiveDate) -> Result<Shown, CliError> {
    let reference = &application.reference;
    let submissions = store.submissions(reference)?.into_iter();
    let notes = store.notes(reference)?.into_iter();
    let ballots = store.ballots_of(reference)?;
    let pending = outcome::pending(&ballots, application.review.stage);
    let ballots = ballots.iter().map(|one| Taken {
        ballot: one.id.to_string(),
        meeting: one.meeting.as_ref().map(ToString::to_string),
        motion: one.motion,
        outcome: one.outcome(),
        effect: outcome::effect(one),
    });
    let certifications = store.certifications_of(reference)?.into_iter();
    let items = listed(&application);
    let unjustified = unjustified(store, &application, today)?;
    let review = application.review;
    Ok(Shown {
        schema: 1,
        submissions: submissions
            .map(|one| Sent { n: one.n, received: one.received, original: one.original })
            .collect(),
        notes: notes
            .map(|one| Note { n: one.n, at: stamp(one.at), actor: one.actor, text: one.text })
            .collect(),
        ballots: ballots.collect(),
        pending,
        certifications: certifications
            .map(|one| Held { standing: one.on(today), summary: one.summary(today), certification: one })
            .collect(),
        r#ref: application.reference,
        organisation: application.facts.organisation.name.clone(),
        program: application.program,
        kind: application.kind,
        edition: application.edition,
        received: application.received,
        stage: review.stage,
        since: review.since,
        assignee: review.assignee,
        due: review.due,
        parked: review.parked,
        presented: review.presented,
        demo: review.demo,
        facts: application.facts,
        remarks: application.remarks,
        findings: review.findings,
        unjustified,
        items,
    })
}

/// The findings that came to contradict what is computed, with what is to be said of each.
fn unjustified(
    store: &Store,
    application: &Application,
    today: NaiveDate,
) -> Result<BTreeMap<RequirementId, String>, CliError> {
    let edition = store.edition_for(application)?;
    let as_of = judged_on(store, application)?.unwrap_or(today);
    let judged = assess(&edition, application, Basis::AsFound, as_of).requirements.into_iter();
    Ok(judged.filter_map(|one| one.asks_for_justification().map(|said| (one.id, said))).collect())
}
