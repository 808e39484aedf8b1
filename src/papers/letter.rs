//! A letter to an applicant: what was decided, or what is open. Nothing that was noted down for the file is in it.

use chrono::NaiveDate;
use serde::Serialize;

use super::{
    page::{Line, Page},
    words,
};
use crate::{
    council::{
        Ballot, InForce, Motion, Outcome, Terms, motion,
        outcome::does,
        register::{Certification, term},
    },
    review::{
        Application, Assessment, Basis, Ref, Stage, Status, Verdict, assess,
        assessment::{Computed, Judged},
    },
    rules::{Edition, EditionId, Program, RequirementId, Section},
};

/// A letter to an applicant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Letter {
    /// Version of this form.
    pub schema: u32,
    /// The application.
    #[serde(rename = "ref")]
    pub reference: Ref,
    /// Its day.
    pub date: NaiveDate,
    /// Whom it is to.
    pub to: Option<String>,
    /// Who applied.
    pub organisation: String,
    /// For what.
    pub program: Program,
    /// By which rules.
    pub edition: EditionId,
    /// What is to be said first.
    pub message: String,
    /// What is open or short, with what the applicant is told of it.
    pub points: Vec<Point>,
    /// Optional requirements that are still needed, of those that are open.
    pub options_needed: u32,
}

/// A requirement that an applicant is written about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Point {
    /// Which one.
    pub id: RequirementId,
    /// Its section.
    pub section: Section,
    /// What it asks.
    pub asks: String,
    /// What was found.
    pub status: Status,
    /// Why, where it was reckoned from the applicant's own figures.
    pub because: Option<String>,
    /// What the applicant is told.
    pub text: Option<String>,
}

/// The letter on `application` as it stands on `date`, with the ballots it has had, what they granted,
/// and what it is judged by.
pub fn letter(
    application: &Application,
    ballots: &[Ballot],
    granted: &[Certification],
    edition: &Edition,
    date: NaiveDate,
) -> Letter {
    let assessment = assess(edition, application, Basis::AsFound, date);
    let decision = ballots.iter().rev().find_map(|ballot| decision(ballot, granted));
    let last = ballots.iter().rev().find(|ballot| ballot.outcome().is_some());
    let certified = matches!(decision, Some(Decision::Granted(_)))
        || last.is_some_and(|ballot| ballot.motion.is_on_certification());
    let points = if certified { Vec::new() } else { points(edition, application, &assessment) };
    Letter {
        schema: 1,
        reference: application.reference.clone(),
        date,
        to: application.facts.contact.name.clone(),
        organisation: application.facts.organisation.name.clone(),
        program: application.program,
        edition: application.edition.clone(),
        message: message(application, decision.as_ref(), below(&points, assessment.verdict)),
        points,
        options_needed: if certified { 0 } else { options_needed(&assessment) },
    }
}

fn options_needed(assessment: &Assessment) -> u32 {
    assessment.options.as_ref().map_or(0, |options| options.need.saturating_sub(options.met))
}

/// What the council decided last.
enum Decision {
    Granted(Certification),
    Did {
        motion: Motion,
        what: String,
        asked: String,
        place: String,
    },
    Refused(String),
    /// A motion that would have granted nothing was not adopted.
    Failed {
        motion: Motion,
        asked: String,
        place: String,
    },
    None {
        motion: Motion,
        asked: String,
        place: String,
    },
}

fn decision(ballot: &Ballot, granted: &[Certification]) -> Option<Decision> {
    let outcome = ballot.outcome()?;
    let place = words::decided_in(ballot.meeting.as_ref());
    let id = ballot.id.to_string();
    Some(match (granted.iter().find(|one| one.ballot == id), outcome, ballot.motion) {
        (Some(certification), ..) => Decision::Granted(certification.clone()),
        (None, Outcome::Adopted, Motion::Decline) => Decision::Refused(place),
        (None, Outcome::NotAdopted, motion) if motion.grants() => Decision::Refused(place),
        // What the Series Manager was asked stays with the council.
        (None, Outcome::Adopted, motion) => Decision::Did {
            motion,
            what: does(motion, &Terms { question: None, ..ballot.terms.clone() }),
            asked: words::asked(ballot.program, ballot.edition.as_str()),
            place,
        },
        (None, Outcome::NotAdopted, motion) => {
            Decision::Failed { motion, asked: words::asked(ballot.program, ballot.edition.as_str()), place }
        }
        (None, _, motion) => {
            Decision::None { motion, asked: words::asked(ballot.program, ballot.edition.as_str()), place }
        }
    })
}

/// What is said of the `points` that stand below, or that there is nothing to be said of.
fn below(points: &[Point], verdict: Verdict) -> &'static str {
    if points.iter().any(|one| is_short(one.status)) {
        " What is open or was found short is listed below."
    } else if verdict == Verdict::Ready {
        " Nothing that the rules ask for is open or was found short."
    } else {
        ""
    }
}

const fn is_short(status: Status) -> bool {
    matches!(status, Status::Open | Status::NotMet)
}

fn message(application: &Application, decision: Option<&Decision>, below: &str) -> String {
    let asked = words::asked(application.program, application.edition.as_str());
    let name = &application.facts.organisation.name;
    let stands = match application.review.stage {
        Stage::Decided => String::new(),
        Stage::AwaitingApplicant => " We are waiting for an answer from you.".to_owned(),
        Stage::Withdrawn => " The application is withdrawn.".to_owned(),
        Stage::ReadyForTac if matches!(decision, Some(Decision::Did { motion: Motion::Refer, .. })) => {
            " The council waits for the answer of the Series Manager.".to_owned()
        }
        Stage::ReadyForTac | Stage::OnAgenda => " It is ready to be put to the council.".to_owned(),
        Stage::Enquiry | Stage::Received | Stage::InReview => " It is being reviewed.".to_owned(),
    };
    match decision {
        Some(Decision::Granted(one)) => format!(
            "The council has granted {name} the certification {} {}. {}",
            words::asked(one.program, one.edition.as_str()),
            words::decided_in(one.meeting.as_ref()),
            holds(one)
        ),
        Some(Decision::Did { motion, what, asked, place }) if motion.is_on_certification() => {
            format!("The certification {asked} of {name} was {what} {place}.")
        }
        Some(Decision::Did { what, asked, place, .. }) => {
            format!("The application of {name} for {asked} was {what} {place}.{stands}{below}")
        }
        Some(Decision::Refused(place)) => {
            format!("The council did not grant {name} the certification {asked} {place}.{stands}{below}")
        }
        Some(Decision::Failed { motion, asked, place }) if motion.is_on_certification() => {
            format!(
                "The council did not {motion} the certification {asked} of {name} {place}: it stays as it was."
            )
        }
        Some(Decision::Failed { motion, asked, place }) => format!(
            "The council did not adopt a motion to {} the application of {name} for {asked} {place}.{stands}{below}",
            motion.words()
        ),
        Some(Decision::None { motion, asked, place }) if motion.is_on_certification() => format!(
            "The council came to no decision {place} on a motion to {motion} the certification {asked} of {name}: it \
             stays as it was."
        ),
        Some(Decision::None { place, .. }) => {
            format!(
                "The council came to no decision {place} on the application of {name} for {asked}.{stands}{below}"
            )
        }
        None => format!("{name} has applied for {asked}.{stands}{below}"),
    }
}

/// From when until when a certification holds, and under which conditions.
fn holds(one: &Certification) -> String {
    let term = match (one.in_force, one.begins()) {
        (InForce::WhenCleared, Some(first)) => term(InForce::Now, first, one.until),
        (in_force, _) => term(in_force, one.from, one.until),
    };
    let term = format!("It holds {term}.");
    let open = one.outstanding().map(|open| motion::condition(&open.condition)).collect::<Vec<_>>();
    match open.as_slice() {
        [] => term,
        open => format!("{term} What is still to be done for it: {}.", open.join("; ")),
    }
}

/// What is short or open, of the optional ones only where more of them are needed; and what else a text says something
/// of.
fn points(edition: &Edition, application: &Application, assessment: &Assessment) -> Vec<Point> {
    let options_missing = options_needed(assessment) > 0;
    let told =
        |one: &Judged| application.review.findings.get(&one.id).and_then(|finding| finding.text.clone());
    let is_said = |one: &&Judged| match one.section {
        Section::Optional => options_missing && is_short(one.status),
        Section::Prerequisite | Section::Mandatory | Section::Validation => {
            is_short(one.status) || told(one).is_some()
        }
    };
    let rule = |one: &Judged| edition.program(application.program)?.requirement(&one.id);
    let point = |one: &Judged| Point {
        id: one.id.clone(),
        section: one.section,
        asks: rule(one).map(|rule| rule.text.clone()).unwrap_or_default(),
        status: one.status,
        because: (one.computed == Some(Computed::NotMet)).then(|| one.reason.clone()),
        text: told(one),
    };
    assessment.requirements.iter().filter(is_said).map(point).collect()
}

impl Letter {
    /// The letter as a page.
    pub fn page(&self) -> Page {
        let mut page = Page::new(format!("{}: {}", self.organisation, self.program.title()));
        page.facts(vec![
            ("Date", self.date.to_string().into()),
            ("Application", self.reference.as_str().into()),
            ("To", self.to.clone().unwrap_or_default().into()),
        ]);
        page.text(self.message.as_str());
        let (optional, needed): (Vec<&Point>, Vec<&Point>) =
            self.points.iter().partition(|one| one.section == Section::Optional);
        page.list(needed.into_iter().map(Point::line).collect());
        if self.options_needed > 0 {
            page.text(format!(
                "Of the optional requirements {} more of these must be met:",
                self.options_needed
            ));
        }
        page.list(optional.into_iter().map(Point::line).collect());
        page
    }
}

impl Point {
    fn line(&self) -> Line {
        let said = Line::default().strong(self.id.as_str()).plain(format!(", {}: ", self.asks));
        let because = self.because.as_ref().map(|why| format!(" ({why})")).unwrap_or_default();
        let text = self.text.as_ref().map(|text| format!(": {text}")).unwrap_or_default();
        said.strong(words::status(self.status)).plain(because).plain(text)
    }
}
