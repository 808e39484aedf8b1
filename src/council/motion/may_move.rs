//! Which motion may be moved on what, and with which terms: the one place that knows.

use chrono::NaiveDate;

use super::{Condition, InForce, Motion, Terms};
use crate::{
    council::ballot::{Ballot, BallotId},
    council::tally::Outcome,
    review::{Application, Stage},
    rules::{Program, ids::words},
};

words!(
    /// Something that a motion can say beside its word.
    Term {
        /// First day of the certification.
        From = "from",
        /// Last day of the certification, or of its suspension.
        Until = "until",
        /// From when a certification with conditions holds.
        InForce = "in-force",
        /// What has to be done.
        Conditions = "conditions",
        /// The day it is taken up again.
        Returns = "returns",
        /// What has to come first.
        Information = "information",
        /// The program it is to be judged as.
        Program = "program",
        /// The certification it is about.
        Certification = "certification",
        /// What is asked.
        Question = "question",
    }
);

/// Whether a motion has a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It cannot be moved without.
    Needed,
    /// It needs this one, or the other one of which the same is said.
    OneOf,
    /// It can say it.
    Allowed,
    /// It has no such term.
    Not,
}

impl Motion {
    /// Whether it has `term`.
    pub const fn need(self, term: Term) -> Need {
        match (self, term) {
            (Self::Approve, Term::From | Term::Until)
            | (Self::ApproveWithConditions, Term::From | Term::Until | Term::InForce)
            | (Self::Suspend, Term::Until) => Need::Allowed,
            (Self::ApproveWithConditions, Term::Conditions)
            | (Self::Reclassify, Term::Program)
            | (Self::Suspend | Self::Revoke, Term::Certification)
            | (Self::Refer, Term::Question) => Need::Needed,
            (Self::Defer, Term::Returns | Term::Information) => Need::OneOf,
            _ => Need::Not,
        }
    }

    /// The terms it has, in the order of the design.
    pub fn terms(self) -> impl Iterator<Item = (Term, Need)> {
        let terms = Term::ALL.iter().map(move |term| (*term, self.need(*term)));
        terms.filter(|(_, need)| *need != Need::Not)
    }

    /// Whether it is about a certification that was granted, rather than about an application that waits.
    pub const fn is_on_certification(self) -> bool {
        matches!(self, Self::Suspend | Self::Revoke)
    }
}

impl Term {
    /// Whether `terms` say it.
    pub const fn is_said(self, terms: &Terms) -> bool {
        match self {
            Self::From => terms.from.is_some(),
            Self::Until => terms.until.is_some(),
            Self::InForce => matches!(terms.in_force, InForce::WhenCleared),
            Self::Conditions => !terms.conditions.is_empty(),
            Self::Returns => terms.returns.is_some(),
            Self::Information => terms.information.is_some(),
            Self::Program => terms.program.is_some(),
            Self::Certification => terms.certification.is_some(),
            Self::Question => terms.question.is_some(),
        }
    }
}

/// What a motion would be moved on.
#[derive(Clone, Copy, Debug)]
pub struct MovedOn<'a> {
    /// Where the application stands.
    pub stage: Stage,
    /// What it asks for.
    pub program: Program,
    /// The day it was received.
    pub received: NaiveDate,
    /// The ballots it has had.
    pub ballots: &'a [Ballot],
    /// The day it is moved.
    pub today: NaiveDate,
}

impl<'a> MovedOn<'a> {
    /// `application`, which has had these `ballots`, as it stands `today`.
    pub fn of(application: &Application, ballots: &'a [Ballot], today: NaiveDate) -> Self {
        let Application { program, received, review, .. } = application;
        Self { stage: review.stage, program: *program, received: *received, ballots, today }
    }
}

/// Why a motion cannot be moved, or not so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unmovable {
    /// The application does not stand where it can be moved.
    #[error("to {} cannot be moved on an application that is {}; {instead}", motion.words(), stage.words())]
    Stage {
        /// What is moved.
        motion: Motion,
        /// Where the application stands.
        stage: Stage,
        /// What to do.
        instead: &'static str,
    },
    /// Nothing was granted that it could be about.
    #[error("to {0} is about a certification, and this application has none in force; look in the register")]
    NoCertification(Motion),
    /// A term is missing.
    #[error("a motion to {} needs its {missing}", motion.words())]
    Missing {
        /// What is moved.
        motion: Motion,
        /// What is missing.
        missing: String,
    },
    /// It has a term that it cannot have.
    #[error("a motion to {} has no {term}; leave it out", motion.words())]
    Foreign {
        /// What is moved.
        motion: Motion,
        /// What it says.
        term: Term,
    },
    /// A term cannot be as it is.
    #[error("{0}")]
    Wrong(String),
}

/// Whether `motion` can be moved with `terms` on `matter`.
///
/// # Errors
/// Why not, and what would do.
pub fn may_move(motion: Motion, terms: &Terms, matter: &MovedOn) -> Result<(), Unmovable> {
    can_be_moved(motion, matter)?;
    if let Some(term) = Term::ALL.iter().find(|term| term.is_said(terms) && motion.need(**term) == Need::Not)
    {
        return Err(Unmovable::Foreign { motion, term: *term });
    }
    let with = |wanted: Need| motion.terms().filter(move |(_, need)| *need == wanted).map(|(term, _)| term);
    if let Some(term) = with(Need::Needed).find(|term| !term.is_said(terms)) {
        return Err(Unmovable::Missing { motion, missing: term.to_string() });
    }
    let either: Vec<Term> = with(Need::OneOf).collect();
    if !either.is_empty() && !either.iter().any(|term| term.is_said(terms)) {
        let missing: Vec<_> = either.iter().map(|term| term.as_str()).collect();
        return Err(Unmovable::Missing { motion, missing: missing.join(" or ") });
    }
    are_sound(terms, matter)
}

/// How what is decided comes before the council again.
pub const TAKE_UP_AGAIN: &str = "to vote on it again, move it back into review with a reason \
                                 (`docket stage REF in-review --because TEXT`), then to ready-for-tac";

/// Whether `motion` can be moved on `matter`, whatever its terms.
///
/// # Errors
/// Why not.
pub fn can_be_moved(motion: Motion, matter: &MovedOn) -> Result<(), Unmovable> {
    let stage = matter.stage;
    if motion.is_on_certification() {
        if certifications(matter.ballots).next().is_none() {
            return Err(Unmovable::NoCertification(motion));
        }
        let instead = "finish what it is in first";
        return if stage == Stage::Decided {
            Ok(())
        } else {
            Err(Unmovable::Stage { motion, stage, instead })
        };
    }
    // After a ballot without a decision it is ready again, and still on this agenda.
    if !matches!(stage, Stage::OnAgenda | Stage::ReadyForTac) {
        let instead = match stage {
            Stage::Decided => TAKE_UP_AGAIN,
            _ => "put it on the agenda of this meeting first",
        };
        return Err(Unmovable::Stage { motion, stage, instead });
    }
    if motion == Motion::Reclassify && other_program(matter.program).is_none() {
        return Err(Unmovable::Wrong(format!(
            "{} has no other program to be judged as; only platform and specialty-solution have",
            matter.program
        )));
    }
    Ok(())
}

/// The motions that can be moved on `matter`, in the order of the design.
pub fn movable(matter: &MovedOn) -> Vec<Motion> {
    Motion::ALL.iter().copied().filter(|motion| can_be_moved(*motion, matter).is_ok()).collect()
}

/// The program that an application for `program` can be judged as instead.
pub const fn other_program(program: Program) -> Option<Program> {
    match program {
        Program::Platform => Some(Program::SpecialtySolution),
        Program::SpecialtySolution => Some(Program::Platform),
        _ => None,
    }
}

/// The ballots among `ballots` that granted a certification which was not revoked since, first to last.
pub fn certifications(ballots: &[Ballot]) -> impl Iterator<Item = &BallotId> {
    let revoked = |granted: &BallotId| {
        let revokes = |one: &Ballot| one.motion == Motion::Revoke && one.outcome() == Some(Outcome::Adopted);
        let mut revoking = ballots.iter().filter(|one| revokes(one));
        revoking.any(|one| one.terms.certification.as_ref() == Some(granted))
    };
    let granting = ballots.iter().filter(|ballot| ballot.has_granted());
    granting.map(|ballot| &ballot.id).filter(move |id| !revoked(id))
}

fn are_sound(terms: &Terms, matter: &MovedOn) -> Result<(), Unmovable> {
    let wrong = |why: String| Err(Unmovable::Wrong(why));
    let Terms { from, until, conditions, returns, information, program, certification, question, .. } = terms;
    if let Some(first) = from.filter(|first| *first < matter.received) {
        return wrong(format!(
            "a certification from {first}, before the application was received: give a first day from {} on",
            matter.received
        ));
    }
    if let Some((from, until)) = from.zip(*until).filter(|(from, until)| until < from) {
        return wrong(format!("a certification from {from} until {until}: give a later last day"));
    }
    if let Some(last) = until.filter(|last| *last < matter.today) {
        return wrong(format!("a last day of {last}, which is over: give one from {} on", matter.today));
    }
    if let Some(day) = returns.filter(|day| *day <= matter.today) {
        return wrong(format!("it cannot come back on {day}: give a day after {}", matter.today));
    }
    if [information, question].into_iter().flatten().any(|text| is_blank(text)) {
        return wrong("a term without words: say what is meant".to_owned());
    }
    if program.is_some_and(|program| other_program(matter.program) != Some(program)) {
        return wrong(format!("an application for {} cannot be judged as that", matter.program));
    }
    if let Some(id) = certification.as_ref()
        && !certifications(matter.ballots).any(|granted| granted == id)
    {
        return wrong(format!("ballot {id} granted no certification of this application that is in force"));
    }
    conditions.iter().try_for_each(|condition| is_sound(condition, matter.today))
}

fn is_sound(condition: &Condition, today: NaiveDate) -> Result<(), Unmovable> {
    let Condition { text, owner, due, cleared_by } = condition;
    if is_blank(text) || is_blank(owner) || cleared_by.as_deref().is_some_and(is_blank) {
        return Err(Unmovable::Wrong("a condition needs a text and an owner, in words".to_owned()));
    }
    if *due < today {
        return Err(Unmovable::Wrong(format!("a condition due on {due}: give a day from {today} on")));
    }
    Ok(())
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

#[cfg(test)]
#[path = "may_move_tests.rs"]
mod tests;
