//! Editions and council rule sets: the text kept in the file, else what ships. Parsed once.

use std::{cell::RefCell, collections::BTreeMap, sync::Arc};

use rusqlite::{Connection, OptionalExtension as _};

use crate::{
    council::{
        Matter,
        rules::{RuleSet, shipped_text},
        ruling::on_head_count,
    },
    record::RulesKind,
    review::{Application, Stage},
    rules::{Edition, EditionId, RuledOn, shipped},
    store::{Store, error::StoreError},
};

impl Store {
    /// The edition of this id: the text kept in the file, else the shipped one.
    pub fn edition(&self, id: &EditionId) -> Result<Arc<Edition>, StoreError> {
        self.rules.edition(&self.db, id)
    }

    /// The same under the chair's rulings, for what is judged now.
    pub fn edition_now(&self, id: &EditionId) -> Result<Arc<Edition>, StoreError> {
        Ok(as_ruled(self.edition(id)?, on_head_count(&self.rulings()?, None).as_ref()))
    }

    /// What `application` is judged by: its edition under the rulings that [`Store::ruled_for`] gives.
    pub fn edition_for(&self, application: &Application) -> Result<Arc<Edition>, StoreError> {
        Ok(as_ruled(self.edition(&application.edition)?, self.ruled_for(application)?.as_ref()))
    }

    /// What is ruled of the head count for `application`: by the moment that its last ballot was opened, as long as
    /// that one is not declared and once it has decided; else by now.
    pub fn ruled_for(&self, application: &Application) -> Result<Option<RuledOn>, StoreError> {
        let mut rulings = self.rulings()?;
        rulings.retain(|ruling| ruling.now.matter() == Matter::HeadCount);
        if rulings.is_empty() {
            return Ok(None);
        }
        let ballots = self.ballots_of(&application.reference)?;
        let decided = application.review.stage == Stage::Decided;
        let frozen = ballots.last().filter(|ballot| decided || !ballot.is_declared());
        Ok(on_head_count(&rulings, frozen.map(|ballot| ballot.opened)))
    }

    /// The council rule set of this id: the text kept in the file, else the shipped one.
    pub fn council_rules(&self, id: &str) -> Result<Arc<RuleSet>, StoreError> {
        self.rules.council(&self.db, id)
    }
}

impl Store {
    /// The text of these rules that is kept in the file; `None` before their first use.
    pub fn kept_rules(&self, kind: RulesKind, id: &str) -> Result<Option<String>, StoreError> {
        self.read(|db| kept_text(db, kind, id))
    }

    /// The editions whose texts are kept in the file, by id.
    pub fn kept_editions(&self) -> Result<Vec<EditionId>, StoreError> {
        self.read(|db| {
            let mut kept = db.prepare_cached("SELECT id FROM rules WHERE kind = ?1 ORDER BY id")?;
            let ids = kept.query_map([RulesKind::Edition], |row| row.get::<_, String>(0))?;
            ids.map(|id| id.map(EditionId::new)).collect()
        })
    }
}

/// Rules that were parsed. A text that is kept never changes, so that what was parsed of it stays.
#[derive(Default)]
pub(in crate::store) struct Rules {
    kept_editions: RefCell<BTreeMap<EditionId, Arc<Edition>>>,
    kept_councils: RefCell<BTreeMap<String, Arc<RuleSet>>>,
    shipped_editions: RefCell<BTreeMap<EditionId, Arc<Edition>>>,
    shipped_councils: RefCell<BTreeMap<String, Arc<RuleSet>>>,
}

impl Rules {
    pub(in crate::store) fn edition(
        &self,
        db: &Connection,
        id: &EditionId,
    ) -> Result<Arc<Edition>, StoreError> {
        if let Some(edition) = self.kept_editions.borrow().get(id) {
            return Ok(Arc::clone(edition));
        }
        if let Some(text) = kept_text(db, RulesKind::Edition, id.as_str())? {
            let edition = Edition::parse(&format!("{id}.toml"), &text, shipped::framework_text)
                .map_err(|error| unusable(id.as_str(), &error))?;
            return Ok(keep(&self.kept_editions, id.clone(), edition));
        }
        if let Some(edition) = self.shipped_editions.borrow().get(id) {
            return Ok(Arc::clone(edition));
        }
        let edition = shipped::edition(id).ok_or_else(|| StoreError::Rules {
            id: id.to_string(),
            problem: format!("no such edition is known; known: {}", known_editions()),
        })?;
        Ok(keep(&self.shipped_editions, id.clone(), edition.clone()))
    }

    pub(in crate::store) fn council(&self, db: &Connection, id: &str) -> Result<Arc<RuleSet>, StoreError> {
        if let Some(rules) = self.kept_councils.borrow().get(id) {
            return Ok(Arc::clone(rules));
        }
        if let Some(text) = kept_text(db, RulesKind::Council, id)? {
            let rules = RuleSet::parse(&format!("{id}.toml"), &text).map_err(|error| unusable(id, &error))?;
            return Ok(keep(&self.kept_councils, id.to_owned(), rules));
        }
        if let Some(rules) = self.shipped_councils.borrow().get(id) {
            return Ok(Arc::clone(rules));
        }
        let rules = RuleSet::shipped(id).map_err(|error| unusable(id, &error))?;
        Ok(keep(&self.shipped_councils, id.to_owned(), rules))
    }

    /// Forgets what was parsed, after a transaction that did not happen.
    pub(in crate::store) fn forget(&self) {
        self.kept_editions.borrow_mut().clear();
        self.kept_councils.borrow_mut().clear();
    }

    /// Whether the text of these rules was seen in the file before.
    pub(in crate::store) fn is_kept(
        &self,
        db: &Connection,
        kind: RulesKind,
        id: &str,
    ) -> rusqlite::Result<bool> {
        let seen = match kind {
            RulesKind::Edition => self.kept_editions.borrow().contains_key(id),
            RulesKind::Council => self.kept_councils.borrow().contains_key(id),
        };
        Ok(seen || is_kept(db, kind, id)?)
    }
}

/// The text of shipped rules.
pub(in crate::store) fn shipped_rules(kind: RulesKind, id: &str) -> Option<&'static str> {
    match kind {
        RulesKind::Edition => shipped::edition_text(&EditionId::from(id)),
        RulesKind::Council => shipped_text(id),
    }
}

pub(in crate::store) fn is_kept(db: &Connection, kind: RulesKind, id: &str) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT 1 FROM rules WHERE kind = ?1 AND id = ?2")?.exists((kind, id))
}

fn kept_text(db: &Connection, kind: RulesKind, id: &str) -> rusqlite::Result<Option<String>> {
    db.prepare_cached("SELECT text FROM rules WHERE kind = ?1 AND id = ?2")?
        .query_row((kind, id), |row| row.get(0))
        .optional()
}

fn keep<K: Ord, T>(kept: &RefCell<BTreeMap<K, Arc<T>>>, id: K, rules: T) -> Arc<T> {
    Arc::clone(kept.borrow_mut().entry(id).or_insert_with(|| Arc::new(rules)))
}

/// The edition under what was ruled; itself where nothing was.
pub(in crate::store) fn as_ruled(edition: Arc<Edition>, ruled: Option<&RuledOn>) -> Arc<Edition> {
    if ruled.is_none() { edition } else { Arc::new(edition.as_ruled(ruled)) }
}

fn known_editions() -> String {
    shipped::editions().map(|edition| edition.id.as_str()).collect::<Vec<_>>().join(", ")
}

fn unusable(id: &str, error: &dyn std::error::Error) -> StoreError {
    StoreError::Rules { id: id.to_owned(), problem: error.to_string() }
}
