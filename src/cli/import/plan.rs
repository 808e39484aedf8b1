//! What becomes of each application of a file, and the changes that make it so.

use std::collections::BTreeSet;

use super::{CliError, Reading, Work};
use crate::{
    intake::{Submission, comparable},
    record::{Change, RulesKind, amend},
    review::{Application, Stage, application::Remark},
    rules::{EditionId, Program, shipped},
    store::StoreError,
};

/// What became of one application.
pub(super) struct Fated {
    pub(super) reference: String,
    pub(super) organisation: String,
    pub(super) program: Program,
    pub(super) fate: Fate,
    pub(super) remarks: Vec<Remark>,
}

/// What becomes of an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is queued.
    Queued,
    /// A submission is added to it.
    Updated,
    /// It is there already, with the same content.
    Skipped,
    /// It is there with other content, which is left as it is.
    Left,
}

/// What is to be done with the applications of a file.
pub(super) struct Plan<'w> {
    work: &'w Work<'w>,
    update: bool,
    pub(super) changes: Vec<Change>,
    pub(super) fates: Vec<Fated>,
    pub(super) own_editions: BTreeSet<EditionId>,
}

impl<'w> Plan<'w> {
    pub(super) const fn new(work: &'w Work<'w>, update: bool) -> Self {
        Self { work, update, changes: Vec::new(), fates: Vec::new(), own_editions: BTreeSet::new() }
    }

    /// Decides on one application.
    pub(super) fn add(&mut self, submission: Submission) -> Result<(), CliError> {
        let mut fated = Fated {
            reference: submission.reference.to_string(),
            organisation: submission.facts.organisation.name.clone(),
            program: submission.program,
            fate: Fate::Queued,
            remarks: Vec::new(),
        };
        let store = &self.work.store;
        let today = self.work.act.today;
        let known = store.submissions(&submission.reference)?;
        match known.last() {
            None => {
                if shipped::edition(&submission.edition).is_none() {
                    self.own_editions.insert(submission.edition.clone());
                }
                let change = submission.queued(Stage::Received, today);
                fated.remarks = said_of(&change, None);
                self.changes.push(change);
            }
            Some(last) if same(last.original.as_deref(), &submission.original) => fated.fate = Fate::Skipped,
            Some(_) if !self.update => fated.fate = Fate::Left,
            Some(last) => {
                let application = self.work.application(&submission.reference)?;
                if application.review.stage == Stage::Decided {
                    fated.fate = Fate::Left;
                    let text = "is decided; move it back to in-review first to add what came".to_owned();
                    fated.remarks = vec![Remark { field: "stage".to_owned(), text }];
                } else {
                    fits(&application, &submission)?;
                    let corrected = store.corrected(&submission.reference)?;
                    let n = last.n.saturating_add(1);
                    let change = submission.again(&application, &corrected, n, today);
                    fated.fate = Fate::Updated;
                    fated.remarks = said_of(&change, Some(&application));
                    self.changes.push(change);
                }
            }
        }
        self.fates.push(fated);
        Ok(())
    }
}

/// What is said of a submission: its own remarks, and what of the one `known` stays as a reviewer corrected it.
fn said_of(change: &Change, known: Option<&Application>) -> Vec<Remark> {
    let (remarks, kept) = match change {
        Change::Received { remarks, .. } => (remarks, [].as_slice()),
        Change::Submitted { remarks, kept, .. } => (remarks, kept.as_slice()),
        _ => return Vec::new(),
    };
    let stays = kept.iter().map(|field| {
        let value = known.and_then(|known| amend::get(&known.facts, *field));
        let value = value.unwrap_or_else(|| "unknown".to_owned());
        Remark { field: field.to_string(), text: format!("stays as a reviewer corrected it: {value}") }
    });
    remarks.iter().cloned().chain(stays).collect()
}

fn same(known: Option<&str>, sent: &str) -> bool {
    known.is_some_and(|known| known == sent || comparable(known) == comparable(sent))
}

/// A later submission asks for the same by the same rules: anything else is another application.
fn fits(known: &Application, sent: &Submission) -> Result<(), CliError> {
    if known.program == sent.program && known.edition == sent.edition {
        return Ok(());
    }
    Err(CliError::Wrong(format!(
        "{} is queued for {} by edition {}, and now asks for {} by edition {}: give the new one a ref of its own",
        known.reference, known.program, known.edition, sent.program, sent.edition
    )))
}

/// The change that takes an edition of one's own into the docket, unless it is kept there.
pub(super) fn rules_taken(
    work: &Work<'_>,
    reading: &Reading,
    id: &EditionId,
) -> Result<Option<Change>, CliError> {
    match work.store.edition(id) {
        Ok(_kept) => return Ok(None),
        Err(StoreError::Rules { .. }) => {}
        Err(error) => return Err(error.into()),
    }
    let text = reading.own_text(id)?;
    Ok(text.map(|text| Change::RulesTaken { kind: RulesKind::Edition, id: id.to_string(), text }))
}
