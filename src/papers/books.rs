//! The rules that papers rest on, with the text the docket keeps of them.

use std::{collections::BTreeMap, fmt::Write as _, sync::Arc};

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::PaperError;
use crate::{
    council::RuleSet,
    rules::{Edition, EditionId},
};

/// Rules and their text.
#[derive(Clone, Debug)]
pub struct Book<T> {
    /// The rules.
    pub rules: Arc<T>,
    /// Their text, as the docket keeps it.
    pub text: String,
}

/// The rules that a paper rests on.
#[derive(Clone, Debug)]
pub struct Books {
    /// How the council decides.
    pub council: Book<RuleSet>,
    /// What the applications are judged by.
    pub editions: BTreeMap<EditionId, Book<Edition>>,
}

/// Which rules, in a form that can be compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Cited {
    /// Their id.
    pub id: String,
    /// Their name.
    pub title: String,
    /// Where they were read.
    pub source: String,
    /// The SHA-256 of their text, in hexadecimal.
    pub sha256: String,
}

impl<T> Book<T> {
    /// The SHA-256 of the text, in hexadecimal.
    pub fn sha256(&self) -> String {
        sha256(&self.text)
    }
}

/// The SHA-256 of a text, in hexadecimal.
pub fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::new(), |mut digits, byte| {
        _ = write!(digits, "{byte:02x}");
        digits
    })
}

impl Book<RuleSet> {
    /// Which rules these are.
    pub fn cited(&self) -> Cited {
        let RuleSet { id, title, source, .. } = &*self.rules;
        Cited { id: id.clone(), title: title.clone(), source: source.clone(), sha256: self.sha256() }
    }
}

impl Book<Edition> {
    /// Which rules these are.
    pub fn cited(&self) -> Cited {
        let Edition { id, title, source, .. } = &*self.rules;
        Cited { id: id.to_string(), title: title.clone(), source: source.clone(), sha256: self.sha256() }
    }
}

impl Books {
    /// The edition of this id.
    ///
    /// # Errors
    /// It is not among them.
    pub fn edition(&self, id: &EditionId) -> Result<&Book<Edition>, PaperError> {
        self.editions.get(id).ok_or_else(|| PaperError::NoEdition(id.clone()))
    }
}
