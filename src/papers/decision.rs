//! A decision and everything that it rested on.

use serde::Serialize;
use serde_json::{Value, json};

use super::{
    Audience, Book, Books, PaperError,
    afterwards::{Afterwards, Known, afterwards},
    electronic::{self, Electronic},
    minutes::{Case, Minutes, case, judged, minutes, reading},
    names::Names,
    page::{Line, Page},
    vote, words,
};
use crate::{
    council::{Ballot, BallotState, Matter, MeetingId, RuleSet, Ruling, Seat, ruling, standing},
    record::{Opening, Sitting},
    review::{Application, Assessment, Basis, Ref, Verdict, assess},
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

/// The rules as they are today: the council's, what the chair ruled of them, and every edition from the one of the
/// decision on.
#[derive(Clone, Debug)]
pub struct Now {
    /// How the council decides.
    pub council: Option<Book<RuleSet>>,
    /// Every ruling up to now, first to last.
    pub rulings: Vec<Ruling>,
    /// The editions, oldest first.
    pub editions: Vec<Book<Edition>>,
}

/// What the same would be under the rules of today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Today {
    /// The result of the same positions under the council's rules; `None` where these are not known any more.
    pub council: Option<Compared>,
    /// What was ruled since of anything but the reading, each in a line.
    pub ruled_since: Vec<String>,
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
    /// How much would be needed, of whom, and who says so: a rule, or the ruling in force today.
    pub rule: String,
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
        today: today((sitting, ballot, &names), books, now, assessment.as_ref())?,
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

/// The same positions by the council's rules and rulings of today, the same application by each edition.
fn today(
    (sitting, ballot, names): (&Sitting, &Ballot, &Names),
    books: &Books,
    now: &Now,
    then: Option<&Assessment>,
) -> Result<Today, PaperError> {
    let council = now.council.as_ref();
    let judged_by = books.edition(&ballot.edition)?;
    let head_count = ruling::on_head_count(&now.rulings, None);
    let again = |(opening, then): (&Opening, &Assessment), by: &Book<Edition>| {
        let edition = by.rules.as_ruled(head_count.as_ref());
        let again = assess(&edition, &opening.application, Basis::AsFound, ballot.as_of);
        rejudged(&again, then, (judged_by, by))
    };
    let opened = sitting.opening(ballot).zip(then);
    Ok(Today {
        council: council.map(|rules| compared((sitting, ballot, names), books, (rules, now))).transpose()?,
        ruled_since: council.map(|rules| ruled_since(&rules.rules, &now.rulings, ballot)).unwrap_or_default(),
        editions: opened
            .map(|opened| now.editions.iter().map(|by| again(opened, by)).collect())
            .unwrap_or_default(),
    })
}

fn compared(
    (sitting, ballot, names): (&Sitting, &Ballot, &Names),
    books: &Books,
    (today, now): (&Book<RuleSet>, &Now),
) -> Result<Compared, PaperError> {
    // The declared outcome stays with the ballot; what today's rules make of the positions is asked of them anew.
    let mut again = Ballot { reading: ruling::reading(&today.rules, &now.rulings), ..ballot.clone() };
    let reckoned = standing::result(&today.rules, &again, &standing::present_for(&sitting.meeting, &again))?;
    if let BallotState::Declared { outcome, .. } = &mut again.state {
        *outcome = reckoned.outcome;
    }
    let result = vote::vote(&today.rules, sitting, &again, names)?.arithmetic;
    let rule = reading::needed(&today.rules, &now.rulings, &again, None);
    Ok(Compared { same_text: today.text == books.council.text, result, rule })
}

/// What the rulings of today say otherwise than what held when `ballot` was opened. The reading is not among them: the
/// positions are reckoned by it.
fn ruled_since(rules: &RuleSet, rulings: &[Ruling], ballot: &Ballot) -> Vec<String> {
    let before: Vec<Ruling> = rulings.iter().filter(|one| one.at <= ballot.opened).cloned().collect();
    let line = |matter: Matter| {
        let reckoned = match matter {
            Matter::Reading => return None,
            Matter::StandIns => "; the positions stay those that were taken",
            Matter::Validity if !ballot.motion.grants() => return None,
            Matter::Validity => "",
            Matter::HeadCount => "; the editions are read so",
        };
        let (was, is) = (ruling::holds(rules, &before, matter), ruling::holds(rules, rulings, matter));
        let ruling = ruling::in_force(rulings, matter).filter(|_| was != is)?;
        Some(format!("{}, made since: {is}; before, {was}{reckoned}", reading::cited(ruling)))
    };
    Matter::ALL.iter().filter_map(|matter| line(*matter)).collect()
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
            Some(one) => {
                format!("The vote: {}; needed: {}; {}.", one.result, one.rule, text(one.same_text))
            }
            None => "The vote: the council's rules are not known to this docket any more.".to_owned(),
        };
        let mut lines = vec![Line::from(council)];
        lines.extend(self.today.ruled_since.iter().map(|one| Line::from(format!("By {one}."))));
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
