//! The packet: what members read before they decide.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::{
    Audience, Book,
    books::Cited,
    conflicts::{self, Conflict},
    figures,
    page::{Line, Page},
    requirements::{self, Found},
    words,
};
use crate::{
    council::{Ballot, BallotState, MeetingId, Others, RuleSet, Seat, conflict::Register, membership},
    record::snapshot,
    review::{
        Application, Basis, Kind, Ref, Remark, Verdict, application::Presented, assess, facts::Organisation,
    },
    rules::{Edition, Program},
};

/// What members read beforehand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Packet {
    /// Version of this form.
    pub schema: u32,
    /// The meeting it is for.
    pub meeting: Option<MeetingId>,
    /// The day the applications are judged for.
    pub as_of: NaiveDate,
    /// How members and quorum are reckoned on that day.
    pub council: String,
    /// The applications, in the order they are taken.
    pub items: Vec<Item>,
}

/// One application in a packet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Item {
    /// Which one.
    #[serde(rename = "ref")]
    pub reference: Ref,
    /// Who asks.
    pub organisation: Organisation,
    /// For what.
    pub program: Program,
    /// First or later.
    pub kind: Kind,
    /// By which rules.
    pub edition: Cited,
    /// The day it came.
    pub received: NaiveDate,
    /// Hash of the application as it is reviewed now; a ballot shows whether it is still the same.
    pub snapshot: String,
    /// The verdict.
    pub verdict: Verdict,
    /// The verdict if everything claimed were checked and found good.
    pub forecast: Verdict,
    /// What stands in the way.
    pub in_the_way: Vec<String>,
    /// Why it is presented all the same.
    pub presented: Option<Presented>,
    /// Each requirement.
    pub requirements: Vec<Found>,
    /// The figures.
    pub figures: Vec<String>,
    /// The best ways to what is missing.
    pub advice: Vec<String>,
    /// What a reader should know.
    pub remarks: Vec<Remark>,
    /// Seats whose holders are tied to the applicant or its parent, without the chair's reasons.
    pub conflicts: Vec<Conflict>,
    /// Ballots taken on it before.
    pub earlier: Vec<String>,
}

/// What members are, and what is known of their conflicts.
#[derive(Clone, Copy, Debug)]
pub struct Readers<'a> {
    /// The members.
    pub seats: &'a [Seat],
    /// What there is beside them.
    pub others: &'a Others,
    /// What is known of conflicts.
    pub register: &'a Register,
    /// How they decide.
    pub rules: &'a RuleSet,
}

/// An application that is put before the members.
#[derive(Clone, Debug)]
pub struct Matter {
    /// The application.
    pub application: Application,
    /// The ballots it has had.
    pub ballots: Vec<Ballot>,
    /// What it is judged by.
    pub edition: Book<Edition>,
}

/// The packet for `meeting` on these `matters`, for `readers`.
pub fn packet(
    matters: &[Matter],
    readers: Readers<'_>,
    meeting: Option<&MeetingId>,
    as_of: NaiveDate,
) -> Packet {
    Packet {
        schema: 1,
        meeting: meeting.cloned(),
        as_of,
        council: membership::working(readers.rules, readers.seats, readers.others).to_string(),
        items: matters.iter().map(|matter| item(matter, readers, as_of)).collect(),
    }
}

fn item(matter: &Matter, readers: Readers<'_>, as_of: NaiveDate) -> Item {
    let Matter { application, ballots, edition } = matter;
    let assessment = assess(&edition.rules, application, Basis::AsFound, as_of);
    Item {
        reference: application.reference.clone(),
        organisation: application.facts.organisation.clone(),
        program: application.program,
        kind: application.kind,
        edition: edition.cited(),
        received: application.received,
        snapshot: snapshot(application),
        verdict: assessment.verdict,
        forecast: assessment.forecast,
        presented: application.review.presented.clone(),
        requirements: requirements::found(
            &edition.rules,
            application,
            &assessment,
            &BTreeMap::new(),
            Audience::Internal,
        ),
        figures: figures::lines(&edition.rules, &assessment),
        conflicts: conflicts::suggested(readers.seats, readers.register, application, as_of)
            .into_iter()
            .map(|one| Conflict { because: None, ..one })
            .collect(),
        earlier: ballots.iter().map(earlier).collect(),
        advice: assessment.advice.into_iter().map(|advice| advice.text).collect(),
        remarks: assessment.remarks,
        in_the_way: assessment.in_the_way,
    }
}

fn earlier(ballot: &Ballot) -> String {
    let result = match &ballot.state {
        BallotState::Open => "open",
        BallotState::Closed { .. } => "closed, not declared",
        BallotState::Declared { outcome, .. } => outcome.words(),
    };
    let place = words::decided_in(ballot.meeting.as_ref());
    format!("{} {place}, to {}: {result}", ballot.id, ballot.motion)
}

impl Packet {
    /// The packet as a page.
    pub fn page(&self) -> Page {
        let title = match (&self.meeting, self.items.as_slice()) {
            (Some(meeting), _) => format!("Packet for the meeting of {meeting}"),
            (None, [one]) => format!("Packet: {}", one.organisation.name),
            (None, _) => "Packet".to_owned(),
        };
        let mut page = Page::new(title);
        page.mark = Some("For members of the council only".to_owned());
        page.text(format!("Judged for the day {}. Nothing in it is decided.", self.as_of));
        page.text(format!("The council: {}.", self.council));
        if self.items.len() != 1 {
            page.list(self.items.iter().map(Item::in_short).collect());
        }
        for item in &self.items {
            item.write(&mut page);
        }
        page
    }
}

impl Item {
    fn in_short(&self) -> Line {
        Line::default().strong(self.organisation.name.as_str()).plain(format!(
            " ({}), {}: {}",
            self.reference,
            self.program.title(),
            self.verdict
        ))
    }

    fn write(&self, page: &mut Page) {
        page.heading(format!("{} ({})", self.organisation.name, self.reference));
        page.facts(self.summary());
        if let Some(sentence) = conflicts::sentence(&self.conflicts) {
            page.text(sentence);
        }
        for (heading, lines) in [
            ("What stands in the way", &self.in_the_way),
            ("Figures", &self.figures),
            ("Advice", &self.advice),
        ] {
            if !lines.is_empty() {
                page.subheading(heading);
                page.list(lines.iter().map(|line| line.as_str().into()).collect());
            }
        }
        page.subheading("Requirements");
        page.table(requirements::HEAD, self.requirements.iter().map(requirements::row).collect());
        if let Some(unsure) = requirements::unsure(&self.requirements) {
            page.text(unsure);
        }
        if !self.remarks.is_empty() {
            page.subheading("Remarks");
            let line =
                |one: &Remark| Line::default().strong(one.field.as_str()).plain(format!(": {}", one.text));
            page.list(self.remarks.iter().map(line).collect());
        }
    }

    fn summary(&self) -> Vec<(&'static str, Line)> {
        let Organisation { employees, website, parent, membership, .. } = &self.organisation;
        let figure = |figure: Option<u64>| {
            figure.map_or_else(|| "number of employees not known".to_owned(), |n| format!("{n} employees"))
        };
        let belongs = parent.as_ref().map(|parent| format!("{}, {}", parent.name, figure(parent.employees)));
        let member = |member: Option<bool>| match member {
            Some(true) => "member",
            Some(false) => "no member",
            None => "not said",
        };
        let level = membership.finops_foundation.map_or("not said", |level| level.as_str());
        let presented = self.presented.as_ref().map(|one| format!("{}: {}", one.by, one.because));
        vec![
            ("Asks for", format!("{}, {}", words::asked(self.program, &self.edition.id), self.kind).into()),
            ("Received", self.received.to_string().into()),
            ("Size", figure(*employees).into()),
            ("Belongs to", belongs.unwrap_or_default().into()),
            ("Website", website.clone().unwrap_or_default().into()),
            (
                "Membership",
                format!(
                    "Linux Foundation: {}; FinOps Foundation: {level}",
                    member(membership.linux_foundation)
                )
                .into(),
            ),
            ("Verdict", Line::default().strong(self.verdict.as_str())),
            ("Forecast", format!("{} if everything claimed is found good", self.forecast).into()),
            ("Presented all the same", presented.unwrap_or_default().into()),
            ("Earlier ballots", self.earlier.join("; ").into()),
            ("Snapshot", format!("{}, the application as it is reviewed now", self.snapshot).into()),
            (
                "Rules",
                format!(
                    "edition {} ({}), read at {}, SHA-256 {}",
                    self.edition.id, self.edition.title, self.edition.source, self.edition.sha256
                )
                .into(),
            ),
        ]
    }
}
