//! What a change of the register of conflicts did. Reasons are personal texts, and stand beside the journal.

use crate::{council::conflict::Conflict, record::Change};

pub(super) fn describe<P>(change: &Change<P>) -> String {
    match change {
        Change::ConflictEntered { conflict, taken_back: true, .. } => {
            format!("taken back: {}", said(conflict))
        }
        Change::ConflictEntered { conflict, .. } => format!("entered: {}", said(conflict)),
        Change::ConflictEnds { now: Some(until), .. } => format!("ends on {until}"),
        Change::ConflictEnds { now: None, .. } => "goes on without an end".to_owned(),
        Change::ConflictDismissed { tie, .. } => {
            format!("conflict with {} ({}) dismissed for good", tie.organisation, tie.relation)
        }
        Change::ConflictWaived { tie, because: Some(_), .. } => format!("conflict of {tie} waived"),
        Change::ConflictWaived { tie, because: None, .. } => {
            format!("conflict of {tie} not waived after all")
        }
        _ => String::new(),
    }
}

fn said(conflict: &Conflict) -> String {
    let Conflict { person, organisation, relation, weight, from, until } = conflict;
    let from = from.map(|from| format!(", from {from}")).unwrap_or_default();
    let until = until.map(|until| format!(", until {until}")).unwrap_or_default();
    format!("{person} and {organisation}, {relation}, {weight}{from}{until}")
}
