//! `docket show`: one application with everything that hangs on it.

mod print;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    CliError, Context,
    args::reference,
    docket,
    evidence::{self, Listed, listed},
    out,
};
use crate::{
    council::{BallotState, Motion, Outcome},
    record::journal::stamp,
    review::{
        Application, Facts, Finding, Kind, Ref, Remark, Stage,
        application::{DemoReview, Presented},
    },
    rules::{EditionId, Program, RequirementId},
    store::Store,
};

/// Show an application: what was sent, what was found, where it stands.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The application.
    #[arg(value_name = "REF", value_parser = reference)]
    reference: Ref,
}

/// An application with everything that hangs on it.
#[derive(Serialize, JsonSchema)]
pub(super) struct Shown {
    schema: u32,
    r#ref: Ref,
    organisation: String,
    program: Program,
    kind: Kind,
    edition: EditionId,
    received: NaiveDate,
    stage: Stage,
    since: NaiveDate,
    assignee: Option<String>,
    due: Option<NaiveDate>,
    parked: Option<NaiveDate>,
    presented: Option<Presented>,
    demo: DemoReview,
    facts: Facts,
    remarks: Vec<Remark>,
    findings: BTreeMap<RequirementId, Finding>,
    items: Vec<Listed>,
    submissions: Vec<Sent>,
    notes: Vec<Note>,
    ballots: Vec<Ballot>,
}

/// What was sent at one time.
#[derive(Serialize, JsonSchema)]
struct Sent {
    n: u32,
    received: NaiveDate,
    original: Option<String>,
}

/// A private note.
#[derive(Serialize, JsonSchema)]
struct Note {
    n: u32,
    at: String,
    actor: String,
    text: Option<String>,
}

/// A ballot on the application.
#[derive(Serialize, JsonSchema)]
struct Ballot {
    ballot: String,
    meeting: String,
    motion: Motion,
    outcome: Option<Outcome>,
}

pub(super) fn run(args: &Args, context: &Context) -> Result<(), CliError> {
    let store = docket::read(context)?;
    let application = docket::application(&store, &args.reference)?;
    let shown = shown(&store, application)?;
    if context.json { out::json(&shown) } else { print::shown(&shown) }
}

fn shown(store: &Store, application: Application) -> Result<Shown, CliError> {
    let reference = &application.reference;
    let submissions = store.submissions(reference)?.into_iter();
    let notes = store.notes(reference)?.into_iter();
    let ballots = store.ballots_of(reference)?;
    let ballots = ballots.iter().map(|one| Ballot {
        ballot: one.id.to_string(),
        meeting: one.meeting.to_string(),
        motion: one.motion,
        outcome: match &one.state {
            BallotState::Declared { outcome, .. } => Some(*outcome),
            BallotState::Open | BallotState::Closed { .. } => None,
        },
    });
    let items = listed(&application);
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
        items,
    })
}
