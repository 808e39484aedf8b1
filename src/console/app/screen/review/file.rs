//! The application in front: what was read of it, what is reckoned from that, and the rows of each pane.

use chrono::NaiveDate;

use super::ask::Loaded;
use super::events::{self, Event};
use super::item;
use super::pane::Pane;
use super::reckoning::{self, Reckoning};
use crate::council::conflict::{Suggestion, same_person};
use crate::council::outcome;
use crate::record::{Assignment, Change, Standing};
use crate::review::assessment::Judged;
use crate::review::finding::Finding;
use crate::review::{Application, Assessment, Basis, Item, Ref, Stage, Status, assess};
use crate::rules::{Edition, Requirement, RequirementId};

/// The application in front.
#[derive(Clone, Debug)]
pub struct File {
    /// What was read.
    pub loaded: Loaded,
    /// The day it is judged for.
    pub as_of: NaiveDate,
    /// Today.
    pub today: NaiveDate,
    /// What is reckoned from it.
    pub reckoning: Reckoning,
    /// Its panes.
    pub panes: Vec<Pane>,
    /// What happened so far, the latest first.
    pub events: Vec<Event>,
    /// The application as it will be once the store has made the changes asked for. Only what is asked for next is
    /// built on it; what is drawn is what was read.
    pub ahead: Application,
    /// How that will be judged: what may be asked for next hangs on it.
    pub foreseen: Assessment,
    evidence: Vec<Item>,
    claims: Vec<Item>,
    holders: Vec<Item>,
}

impl File {
    /// Reckons what is to be shown of what was read.
    pub fn new(loaded: Loaded, today: NaiveDate) -> Self {
        let as_of = reckoning::as_of(&loaded, today);
        let (edition, application) = (&*loaded.edition, &loaded.application);
        let reckoning = Reckoning::of(edition, application, as_of);
        Self {
            as_of,
            today,
            foreseen: reckoning.assessment.clone(),
            reckoning,
            panes: Pane::of(edition, application),
            events: events::of(&loaded),
            ahead: application.clone(),
            evidence: item::evidence(edition, application),
            claims: item::claims(edition, application),
            holders: item::holders(application),
            loaded,
        }
    }

    /// The application as it is in the file.
    pub const fn application(&self) -> &Application {
        &self.loaded.application
    }

    /// Its ref.
    pub const fn reference(&self) -> &Ref {
        &self.loaded.application.reference
    }

    /// The edition it is judged by.
    pub fn edition(&self) -> &Edition {
        &self.loaded.edition
    }

    /// What its program asks.
    pub fn requirements(&self) -> &[Requirement] {
        let rules = self.loaded.edition.program(self.loaded.application.program);
        rules.map(|rules| rules.requirements.as_slice()).unwrap_or_default()
    }

    /// The judgement of a requirement.
    pub fn judged(&self, id: &RequirementId) -> Option<&Judged> {
        self.reckoning.assessment.requirements.iter().find(|judged| judged.id == *id)
    }

    /// The finding on a requirement, with what was asked for since.
    pub fn finding(&self, id: &RequirementId) -> Option<&Finding> {
        self.ahead.review.findings.get(id)
    }

    /// How many rows a pane has.
    pub fn rows(&self, pane: Pane) -> usize {
        match pane {
            Pane::Requirements => self.requirements().len(),
            Pane::Evidence | Pane::Points | Pane::Heads => self.items(pane).len(),
            Pane::Map => self.reckoning.map.as_ref().map_or(0, |map| map.capabilities.len()),
            Pane::Demo => 0,
            Pane::History => self.events.len(),
        }
    }

    /// The items that a pane lists, in its order.
    pub fn items(&self, pane: Pane) -> &[Item] {
        match pane {
            Pane::Evidence => &self.evidence,
            Pane::Points => &self.claims,
            Pane::Heads => &self.holders,
            Pane::Requirements | Pane::Map | Pane::Demo | Pane::History => &[],
        }
    }

    /// The row of the undecided requirement nearest to row `from` (itself included), going on or back, round the end.
    pub fn undecided(&self, from: usize, forward: bool) -> Option<usize> {
        let open = |one: &Requirement| {
            let judged = self.judged(&one.id).map(|judged| judged.status);
            match (self.finding(&one.id), self.application().review.findings.get(&one.id)) {
                (now, was) if now == was => judged == Some(Status::Open),
                (now, _) => now.is_none_or(|finding| finding.status == Status::Open),
            }
        };
        let requirements = self.requirements();
        around(requirements.len(), from, forward).find(|at| requirements.get(*at).is_some_and(open))
    }

    /// The row of the unchecked item nearest to row `from` (itself included) in a pane, going on or back, round the
    /// end.
    pub fn unchecked(&self, pane: Pane, from: usize, forward: bool) -> Option<usize> {
        let items = self.items(pane);
        let open = |item: &Item| !self.ahead.review.checks.contains_key(item);
        around(items.len(), from, forward).find(|at| items.get(*at).is_some_and(open))
    }

    /// Why nothing of it may be changed now, if so.
    pub fn locked(&self) -> Option<String> {
        let ballot = self.loaded.ballots.iter().find(|ballot| !ballot.is_declared())?;
        Some(format!("it is locked while ballot {} is not declared", ballot.id))
    }

    /// Why its review may not be changed now, if so: nothing of it may, or it is decided.
    pub fn closed(&self) -> Option<String> {
        let decided = || {
            let is = self.standing().stage == Stage::Decided;
            is.then(|| "it is decided; to review it again, move it back to in review first".to_owned())
        };
        self.locked().or_else(decided)
    }

    /// What the council's last word leaves open, and how each certification stands today, a line each.
    pub fn council(&self) -> Vec<String> {
        let pending = outcome::pending(&self.loaded.ballots, self.application().review.stage);
        let granted =
            self.loaded.certifications.iter().map(|one| format!("certified: {}", one.summary(self.today)));
        pending.into_iter().chain(granted).collect()
    }

    /// Where it stands, with what was asked for since.
    pub fn standing(&self) -> Standing {
        let review = &self.ahead.review;
        let presented = review.presented.clone();
        Standing { stage: review.stage, since: review.since, parked: review.parked, presented }
    }

    /// Who reviews it, with what was asked for since.
    pub fn assignment(&self) -> Assignment {
        Assignment { assignee: self.ahead.review.assignee.clone(), due: self.ahead.review.due }
    }

    /// Who reviews it, and the conflicts of theirs that stand, as they are in the file.
    pub fn reviewer(&self) -> Option<(&str, Vec<&Suggestion>)> {
        let name = self.application().review.assignee.as_deref()?;
        let theirs = |one: &&Suggestion| one.stands() && same_person(&one.person, name);
        Some((name, self.loaded.conflicts.iter().filter(theirs).collect()))
    }

    /// Goes on from what was read.
    pub(super) fn look_back(&mut self) {
        self.ahead = self.loaded.application.clone();
        self.foreseen = self.reckoning.assessment.clone();
    }

    /// Goes on as if `change` were made.
    pub(super) fn expect(&mut self, change: &Change) {
        let review = &mut self.ahead.review;
        match change {
            Change::Found { requirement, now, .. } => match now {
                Some(finding) => _ = review.findings.insert(requirement.clone(), finding.clone()),
                None => _ = review.findings.remove(requirement),
            },
            Change::Checked { item, now, .. } => match now {
                Some(check) => _ = review.checks.insert(*item, check.clone()),
                None => _ = review.checks.remove(item),
            },
            Change::Assigned { now, .. } => {
                review.assignee.clone_from(&now.assignee);
                review.due = now.due;
            }
            Change::Staged { now, .. } => {
                review.stage = now.stage;
                review.since = now.since;
                review.parked = now.parked;
                review.presented.clone_from(&now.presented);
            }
            Change::Demonstrated { now, .. } => review.demo = now.clone(),
            _ => {}
        }
        self.foreseen = assess(&self.loaded.edition, &self.ahead, Basis::AsFound, self.as_of);
    }
}

/// The rows from `from` on or back, round the end, each once.
fn around(len: usize, from: usize, forward: bool) -> impl Iterator<Item = usize> {
    (0..len).map(move |step| {
        let step = if forward { step } else { len - step };
        (from + step).checked_rem(len).unwrap_or_default()
    })
}
