//! One application: it comes in, and its review goes as far as its story says.

use chrono::NaiveDate;

use super::{
    Rehearsal, SamplesError,
    script::{Sample, Story, Which, item},
};
use crate::{
    intake::{self, Options},
    record::{Assignment, Change, Role, Standing},
    review::{
        Application, Check, Finding, Item, ItemKind, Ref, Stage, Status,
        application::{DemoReview, Presented},
    },
    rules::{Edition, JudgedBy, Requirement, RequirementId, Section, shipped},
};

/// Ten in the morning, in minutes.
const MORNING: u32 = 600;

/// Who leads the team.
const LEAD: &str = "Ines Okafor";

/// Lets `sample` come in and be reviewed.
pub(super) fn tell(
    stage: &mut Rehearsal,
    sample: Sample,
    me: &str,
    today: NaiveDate,
) -> Result<(), SamplesError> {
    let story = sample.story;
    let reference = receive(stage, &sample.application, story.stage, today)?;
    let Some(application) = stage.store.application(&reference)? else {
        return Err(SamplesError::Wrong(format!("{reference} did not arrive")));
    };
    let edition = stage.store.edition(&application.edition)?;
    let mut changes: Vec<Change> = assigned(&application, &story, me).into_iter().collect();
    changes.extend(begun(&application, &story));
    changes.extend(checked(&application, &story)?);
    changes.extend(found(&edition, &application, &story));
    changes.extend(demonstrated(&application, &story));
    changes.extend(noted(&application, &story));
    changes.extend(ended(&application, &story));
    let role = story.presented.as_ref().map(|_| Role::Lead);
    if changes.is_empty() { Ok(()) } else { stage.make_as(story.since, MORNING, role, changes) }
}

/// Queues the application on the day it came.
fn receive(
    stage: &mut Rehearsal,
    application: &serde_json::Value,
    to: Stage,
    today: NaiveDate,
) -> Result<Ref, SamplesError> {
    let editions: Vec<&Edition> = shipped::editions().collect();
    let options = Options { editions: &editions, mapping: None };
    let text = application.to_string();
    let mut batch = intake::read("sample.json", text.as_bytes(), options)?;
    let submission = match (batch.submissions.pop(), batch.refused.pop()) {
        (Some(submission), None) => submission,
        (_, refused) => return Err(SamplesError::Wrong(format!("{refused:?} in {text}"))),
    };
    let reference = submission.reference.clone();
    let day = submission.received.unwrap_or(today);
    let first = if to == Stage::Enquiry { Stage::Enquiry } else { Stage::Received };
    stage.make(day, MORNING - 60, vec![submission.queued(first, today)])?;
    Ok(reference)
}

fn assigned(application: &Application, story: &Story, me: &str) -> Option<Change> {
    let assignee = story.assignee.as_deref().map(|name| if name == "me" { me } else { name }.to_owned());
    let now = Assignment { assignee, due: story.due };
    (now != Assignment::default()).then(|| Change::Assigned {
        application: application.reference.clone(),
        was: Assignment::default(),
        now,
    })
}

/// The move with which the review begins.
fn begun(application: &Application, story: &Story) -> Option<Change> {
    let waits = matches!(story.stage, Stage::Enquiry | Stage::Received | Stage::Withdrawn);
    (!waits).then(|| staged(application, story, Stage::Received, Stage::InReview))
}

/// The move with which the story ends.
fn ended(application: &Application, story: &Story) -> Option<Change> {
    match story.stage {
        Stage::AwaitingApplicant | Stage::ReadyForTac => {
            Some(staged(application, story, Stage::InReview, story.stage))
        }
        Stage::Withdrawn => Some(staged(application, story, Stage::Received, story.stage)),
        _ => None,
    }
}

fn staged(application: &Application, story: &Story, from: Stage, to: Stage) -> Change {
    let since = if from == Stage::Received { application.review.since } else { story.since };
    let standing = |stage, since| Standing { stage, since, parked: None, presented: None };
    let presented = story.presented.as_ref().filter(|_| to == Stage::ReadyForTac);
    let presented = presented.map(|because| Presented { by: LEAD.to_owned(), because: because.clone() });
    Change::Staged {
        application: application.reference.clone(),
        was: standing(from, since),
        now: Standing { presented, ..standing(to, story.since) },
        because: None,
    }
}

fn checked(application: &Application, story: &Story) -> Result<Vec<Change>, SamplesError> {
    let accepted = match &story.accept {
        Which::All(_) => items(application),
        Which::Some(names) => names.iter().map(|name| item(name)).collect::<Result<_, _>>()?,
    };
    let accepted = accepted.into_iter().map(|item| (item, Check::Accepted { count: None }));
    let rejected = story
        .reject
        .iter()
        .map(|(name, why)| item(name).map(|item| (item, Check::Rejected { reason: Some(why.clone()) })));
    let all = accepted.map(Ok).chain(rejected).collect::<Result<Vec<_>, _>>()?;
    let change = |(item, check)| Change::Checked {
        application: application.reference.clone(),
        item,
        was: None,
        now: Some(check),
    };
    Ok(all.into_iter().map(change).collect())
}

/// Everything put forward that can be checked.
fn items(application: &Application) -> Vec<Item> {
    let facts = &application.facts;
    let of = |kind, numbers: Vec<u32>| numbers.into_iter().map(move |n| Item::new(kind, n));
    of(ItemKind::Evidence, facts.evidence.iter().map(|evidence| evidence.n).collect())
        .chain(of(ItemKind::Claim, facts.claims.iter().map(|claim| claim.n).collect()))
        .chain(of(ItemKind::Holder, facts.holders.iter().map(|holder| holder.n).collect()))
        .chain(of(ItemKind::Feature, facts.features.iter().map(|feature| feature.n).collect()))
        .collect()
}

fn found(edition: &Edition, application: &Application, story: &Story) -> Vec<Change> {
    let met: Vec<RequirementId> = match &story.met {
        Which::Some(ids) => ids.clone(),
        Which::All(_) => edition
            .program(application.program)
            .into_iter()
            .flat_map(|rules| &rules.requirements)
            .filter(|requirement| is_shown(requirement, application))
            .map(|requirement| requirement.id.clone())
            .collect(),
    };
    let change = |requirement: RequirementId, status, justification| Change::Found {
        application: application.reference.clone(),
        requirement,
        was: None,
        now: Some(Finding { status, justification, text: None, until: None }),
    };
    let met = met.into_iter().map(|id| change(id, Status::Met, None));
    let not_met = story.not_met.iter().map(|(id, why)| change(id.clone(), Status::NotMet, Some(why.clone())));
    met.chain(not_met).collect()
}

/// Whether a requirement is needed in any case, or something was shown for it.
fn is_shown(requirement: &Requirement, application: &Application) -> bool {
    let on_request = matches!(requirement.judged_by, JudgedBy::LiveDemo { on_request: true, .. });
    match requirement.section {
        Section::Prerequisite | Section::Mandatory => true,
        Section::Validation => !on_request,
        Section::Optional => {
            let attended = requirement.judged_by == JudgedBy::Attendance;
            let given = application.facts.evidence.iter().any(|piece| piece.requirement == requirement.id);
            given || attended && application.facts.working_groups.iter().any(|group| group.attended.is_some())
        }
    }
}

fn demonstrated(application: &Application, story: &Story) -> Option<Change> {
    let now = DemoReview { asked: false, planned: story.demo_planned, held: story.demo.clone() };
    (now != DemoReview::default()).then(|| Change::Demonstrated {
        application: application.reference.clone(),
        was: DemoReview::default(),
        now,
    })
}

fn noted(application: &Application, story: &Story) -> Vec<Change> {
    let note = |(n, text): (u32, &String)| Change::Noted {
        application: application.reference.clone(),
        n,
        text: Some(text.clone()),
    };
    (1..).zip(&story.notes).map(note).collect()
}
