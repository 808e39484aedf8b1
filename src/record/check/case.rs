//! One change to check: what is there, who acts, and whether it takes an earlier change back.

use super::{before::Before, refusal::Refusal};
use crate::{
    council::{Ballot, BallotId, Meeting, MeetingId, RuleSet, electronic, register::Certification},
    record::{Act, Role},
    review::{Application, Assessment, Basis, Ref, Stage, assess},
    rules::{Edition, ProgramRules},
};

/// What a check looks at.
pub(super) struct Case<'a> {
    /// What is there.
    pub(super) before: &'a Before,
    /// Who acts, and when.
    pub(super) act: &'a Act,
    /// The change takes an earlier one back: what was allowed before is not judged again.
    pub(super) undoes: bool,
}

impl<'a> Case<'a> {
    /// The application, which must be known.
    pub(super) fn application(&self, reference: &Ref) -> Result<&'a Application, Refusal> {
        let loaded = self.before.application.as_ref().filter(|loaded| loaded.reference == *reference);
        loaded.ok_or_else(|| {
            Refusal::unknown(format!("application {reference}"), "see the queue for those that are")
        })
    }

    /// The application, which must be known and not before the council.
    pub(super) fn unlocked(&self, reference: &Ref) -> Result<&'a Application, Refusal> {
        let application = self.application(reference)?;
        match self.before.ballots.iter().find(|ballot| !ballot.is_declared()) {
            Some(ballot) => Err(Refusal::Locked { ballot: ballot.id.clone() }),
            None => Ok(application),
        }
    }

    /// The application, which must be known, not before the council and not decided: what was found of it can change.
    pub(super) fn under_review(&self, reference: &Ref) -> Result<&'a Application, Refusal> {
        let application = self.unlocked(reference)?;
        if application.review.stage == Stage::Decided {
            return Err(Refusal::not_allowed(
                format!("{reference} is decided"),
                "to review it again, move it back to in-review first, with a reason",
            ));
        }
        Ok(application)
    }

    /// The edition, which must be known.
    pub(super) fn edition(&self) -> Result<&'a Edition, Refusal> {
        let edition = self.before.edition.as_deref();
        edition.ok_or_else(|| Refusal::unknown("the edition", "see `docket editions` for those that are"))
    }

    /// What the application's program asks.
    pub(super) fn program(&self, application: &Application) -> Result<&'a ProgramRules, Refusal> {
        let (edition, program) = (self.edition()?, application.program);
        edition.program(program).ok_or_else(|| {
            Refusal::unknown(
                format!("{} in edition {}", program.name(), edition.id),
                "see the handbook for its programs",
            )
        })
    }

    /// The application as found, today.
    pub(super) fn assessment(&self, application: &Application) -> Result<Assessment, Refusal> {
        Ok(assess(self.edition()?, application, Basis::AsFound, self.act.today))
    }

    /// The meeting, which must be known.
    pub(super) fn meeting(&self, id: &MeetingId) -> Result<&'a Meeting, Refusal> {
        let loaded = self.before.meeting.as_ref().filter(|loaded| loaded.id == *id);
        loaded.ok_or_else(|| Refusal::unknown(format!("meeting {id}"), "plan it first"))
    }

    /// The ballot and its meeting, which must be known.
    pub(super) fn ballot(&self, id: &BallotId) -> Result<(&'a Ballot, &'a Meeting), Refusal> {
        let loaded = self.before.ballots.iter().find(|loaded| loaded.id == *id);
        let ballot = loaded.ok_or_else(|| Refusal::unknown(format!("ballot {id}"), "open it first"))?;
        Ok((ballot, self.meeting(&electronic::session_of(ballot))?))
    }

    /// The certification that a ballot granted, which must be known.
    pub(super) fn certification(&self, id: &BallotId) -> Result<&'a Certification, Refusal> {
        let (granted, ballot) = (&self.before.certifications, id.to_string());
        granted.iter().find(|one| one.ballot == ballot).ok_or_else(|| {
            Refusal::unknown(format!("a certification granted by ballot {id}"), "look in the register")
        })
    }

    /// The council rule set, which must be known.
    pub(super) fn rules(&self) -> Result<&'a RuleSet, Refusal> {
        let rules = self.before.rules.as_deref();
        rules.ok_or_else(|| Refusal::unknown("the council rule set", "name one that comes with docket"))
    }

    /// Refuses unless the change is made in `role`, or takes one back.
    pub(super) fn in_role(&self, role: Role, to: &str) -> Result<(), Refusal> {
        if self.undoes || self.act.role == Some(role) {
            return Ok(());
        }
        Err(Refusal::not_allowed(format!("{to} is for the {role}"), format!("do it in the role of {role}")))
    }
}

/// Whether `text` says something.
pub(super) fn says_something(text: &str) -> bool {
    !text.trim().is_empty()
}
