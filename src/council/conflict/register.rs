//! The register: ties that somebody entered, and what the chair said of conflicts.

use std::collections::BTreeMap;

use super::{Conflict, State, Tie, Word};
use crate::review::Ref;

/// Everything that is known of conflicts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// The ties, by number; the first is 1.
    pub known: BTreeMap<u32, Conflict>,
    /// Why each of them was entered, where that was said and is not erased.
    pub notes: BTreeMap<u32, String>,
    /// What the chair said, in the order of the names.
    pub words: Vec<Word>,
}

impl Register {
    /// The number for the next tie.
    pub fn next(&self) -> u32 {
        self.known.keys().next_back().map_or(1, |last| last.saturating_add(1))
    }

    /// What the chair said of `tie`, as far as it touches `application`: a dismissal goes before a waiver.
    pub fn word(&self, tie: &Tie, application: Option<&Ref>) -> Option<&Word> {
        let of_it = || self.words.iter().filter(|word| word.tie.is(tie));
        of_it().find(|word| word.application.is_none()).or_else(|| {
            application
                .and_then(|application| of_it().find(|word| word.application.as_ref() == Some(application)))
        })
    }

    /// What has become of `tie`, as far as it touches `application`.
    pub fn state(&self, tie: &Tie, application: Option<&Ref>) -> State {
        match self.word(tie, application) {
            None => State::Stands,
            Some(Word { application: None, .. }) => State::Dismissed,
            Some(Word { application: Some(_), .. }) => State::Waived,
        }
    }
}
