//! A decision and everything that it rested on.

use serde::Serialize;
use serde_json::{Value, json};

use super::{
    Audience, Book, Books, PaperError,
    afterwards::{Afterwards, Known, afterwards},
    electronic::{self, Electronic},
    minutes::{Case, Minutes, case, judged, minutes},
    names::Names,
    page::{Line, Page},
    vote, words,
};
use crate::{
    council::{Ballot, BallotState, MeetingId, RuleSet, Seat, standing},
    record::Sitting,
    review::{Application, Assessment, Ref, Verdict},
    rules::{Edition, EditionId},
};

/// A decision and everything that it rested on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Decision {
    /// Version of this form.
    pub schema: u32,
    /// The application.
    #[serde(rename = "ref")]
    pub reference: Ref,
    /// Who asked, as at opening.
    pub organisation: String,
    /// The meeting; `None` for an electronic ballot.
    pub meeting: Option<MeetingId>,
    /// How the vote went, where it was taken without a meeting.
    pub electronic: Option<Electronic>,
    /// Motion, roll, result, and the requirements as they were found.
    pub decision: Case,
    /// The voting members, as frozen at opening.
    pub roster: Vec<Seat>,
    /// Quorum, reading, attendance and fingerprint of the meeting, without its items.
    pub sitting: Minutes,
    /// The application as it was when the ballot was opened.
    pub application: Option<Value>,
    /// What it came to then.
    pub assessment: Option<Assessment>,
    /// The texts of the rules, as the docket keeps them.
    pub rules: Texts,
    /// What the same would be under the rules of today.
    pub today: Today,
    /// What became of it.
    pub afterwards: Afterwards,
}

/// The texts of the rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Texts {
    /// How the council decides.
    pub council: String,
    /// What the application was judged by.
    pub edition: String,
}

/// The rules as they are today: the council's, and every edition from the one of the decision on.
#[derive(Clone, Debug)]
pub struct Now {
    /// How the council decides.
    pub council: Option<Book<RuleSet>>,
    /// The editions, oldest first.
    pub editions: Vec<Book<Edition>>,
}

/// What the same would be under the rules of today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Today {
    /// The result of the same positions under the council's rules; `None` where these are not known any more.
    pub council: Option<Compared>,
    /// What the same application comes to, edition by edition.
    pub editions: Vec<Rejudged>,
}

/// The result of the same positions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Compared {
    /// Whether the text of the rules is the same.
    pub same_text: bool,
    /// The result, with its arithmetic.
    pub result: String,
}

/// What the same application comes to by an edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Rejudged {
    /// Which edition.
    pub edition: EditionId,
    /// Whether its text is that of the decision.
    pub same_text: bool,
    /// The verdict; `None` where the edition has no such program.
    pub verdict: Option<Verdict>,
    /// Requirements that come out otherwise, or are in one of the two alone.
    pub differences: Vec<String>,
}

/// The decision of `ballot` in `sitting`, with the rules of today and what is known today of its application.
///
/// # Errors
/// Its positions cannot be, or the rules it rests on are not at hand.
pub fn decision(
    sitting: &Sitting,
    ballot: &Ballot,
    books: &Books,
    (now, known): (&Now, &Known),
) -> Result<Decision, PaperError> {
    let opening = sitting.opening(ballot);
    let edition = books.edition(&ballot.edition)?;
    let assessment = opening.map(|one| judged(sitting, ballot, one, &edition.rules));
    let names = Names::of(sitting, Audience::Internal);
    let mut meeting = minutes(sitting, books, Audience::Internal)?;
    meeting.items.clear();
    meeting.joints.clear();
    Ok(Decision {
        schema: 1,
        reference: ballot.id.application.clone(),
        organisation: ballot.organisation.clone(),
        meeting: ballot.meeting.clone(),
        electronic: electronic::electronic(sitting, ballot, &names),
        decision: case(sitting, books, ballot, &names)?,
        roster: ballot.roster.clone(),
        sitting: meeting,
        application: opening.map(|opening| whole(&opening.application)),
        rules: Texts { council: books.council.text.clone(), edition: edition.text.clone() },
        today: Today {
            council: now
                .council
                .as_ref()
                .map(|today| compared((sitting, &names), ballot, books, today))
                .transpose()?,
            editions: opening
                .zip(assessment.as_ref())
                .map(|(opening, then)| {
                    let again = |today: &Book<Edition>| {
                        let now = judged(sitting, ballot, opening, &today.rules);
                        rejudged(&now, then, (edition, today))
                    };
                    now.editions.iter().map(again).collect()
                })
                .unwrap_or_default(),
        },
        assessment,
        afterwards: afterwards(sitting, ballot, books, known)?,
    })
}

/// What was put forward, and what reviewers had said of it.
fn whole(application: &Application) -> Value {
    let checks = application.review.checks.iter();
    json!({
        "ref": application.reference,
        "program": application.program,
        "kind": application.kind,
        "edition": application.edition,
        "received": application.received,
        "facts": application.facts,
        "remarks": application.remarks,
        "findings": application.review.findings,
        "checks": checks.map(|(item, check)| (item.to_string(), json!(check))).collect::<serde_json::Map<_, _>>(),
        "demo": application.review.demo,
        "presented": application.review.presented,
    })
}

fn compared(
    (sitting, names): (&Sitting, &Names),
    ballot: &Ballot,
    books: &Books,
    today: &Book<RuleSet>,
) -> Result<Compared, PaperError> {
    // The declared outcome stays with the ballot; what today's rules make of the positions is asked of them anew.
    let mut again = ballot.clone();
    if let BallotState::Declared { outcome, .. } = &mut again.state {
        let present = standing::present_for(&sitting.meeting, ballot);
        *outcome = standing::result(&today.rules, ballot, &present)?.outcome;
    }
    let result = vote::vote(&today.rules, sitting, &again, names)?.arithmetic;
    Ok(Compared { same_text: today.text == books.council.text, result })
}

/// How an assessment by the edition of today differs from the one of then.
fn rejudged(now: &Assessment, then: &Assessment, (by, today): (&Book<Edition>, &Book<Edition>)) -> Rejudged {
    let has_program = today.rules.program(then.program).is_some();
    let mut differences = Vec::new();
    for was in &then.requirements {
        match now.requirements.iter().find(|one| one.id == was.id) {
            None => differences.push(format!("{} is not asked", was.id)),
            Some(is) if is.status != was.status => {
                let (was_so, is_so) = (words::status(was.status), words::status(is.status));
                differences.push(format!("{} was {was_so}, would be {is_so}", was.id));
            }
            Some(_) => {}
        }
    }
    let added = now.requirements.iter().filter(|one| then.requirements.iter().all(|was| was.id != one.id));
    differences.extend(added.map(|one| format!("{} is asked in addition", one.id)));
    Rejudged {
        edition: today.rules.id.clone(),
        same_text: today.text == by.text,
        verdict: has_program.then_some(now.verdict),
        differences: if has_program { differences } else { Vec::new() },
    }
}

impl Decision {
    /// The decision as a page.
    pub fn page(&self) -> Page {
        let mut page = Page::new(format!("Decision {}: {}", self.decision.ballot, self.organisation));
        if self.decision.vote.provisional {
            page.mark = Some("PROVISIONAL: the ballot is not declared".to_owned());
        }
        page.facts(vec![
            ("Application", self.reference.as_str().into()),
            ("Meeting", self.meeting.as_ref().map_or("none: an electronic ballot", MeetingId::as_str).into()),
            ("What became of it", self.afterwards.in_short().into()),
        ]);
        page.heading("The ballot");
        self.decision.write(&mut page);
        if let Some(electronic) = &self.electronic {
            electronic.write(&mut page);
        }
        if self.meeting.is_some() {
            self.sitting.write_room(&mut page);
            self.sitting.write_session(&mut page);
        }
        self.sources(&mut page);
        self.write_today(&mut page);
        self.sitting.write_proof(&mut page);
        self.afterwards.write(&mut page);
        page
    }

    fn sources(&self, page: &mut Page) {
        page.heading("Where each requirement was read");
        let source = |one: &super::requirements::Found| {
            vec![Line::default().strong(one.id.as_str()), one.rule().into(), one.source.as_str().into()]
        };
        page.table(
            &["Requirement", "Rule", "Source"],
            self.decision.requirements.iter().map(source).collect(),
        );
        if let Some(assessment) = &self.assessment {
            let line = |one: &crate::review::Remark| {
                Line::default().strong(one.field.as_str()).plain(format!(": {}", one.text))
            };
            page.list(assessment.remarks.iter().map(line).collect());
        }
    }

    fn write_today(&self, page: &mut Page) {
        page.heading("The same under the rules of today");
        let text = |same: bool| if same { "the text is the same" } else { "THE TEXT IS ANOTHER" };
        let council = match &self.today.council {
            Some(one) => format!("The vote: {}; {}.", one.result, text(one.same_text)),
            None => "The vote: the council's rules are not known to this docket any more.".to_owned(),
        };
        let mut lines = vec![Line::from(council)];
        lines.extend(self.today.editions.iter().map(|one| {
            let verdict = one.verdict.map_or("no such program", Verdict::as_str);
            let differences = if one.differences.is_empty() {
                "every requirement comes out the same".to_owned()
            } else {
                one.differences.join("; ")
            };
            format!("Edition {}: {verdict}; {}; {differences}.", one.edition, text(one.same_text)).into()
        }));
        page.list(lines);
    }
}
