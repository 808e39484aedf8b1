//! A council rule set, read from TOML: how much a decision takes, the readings known, and what is left open.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::{share::Share, tally::Base};
use crate::rules::Provenance;

/// The rule set a meeting goes by unless it names another.
pub const DEFAULT: &str = "finops-tac";

/// The rule sets that come with docket: id and verbatim text.
const SHIPPED: &[(&str, &str)] = &[(DEFAULT, include_str!("../../assets/councils/finops-tac.toml"))];

/// How a council decides.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleSet {
    /// Its id, such as `finops-tac`.
    pub id: String,
    /// Whose rules they are.
    pub title: String,
    /// Where they were read.
    pub source: String,
    /// The reading in force where no ruling names another.
    pub default_reading: Base,
    /// Whether it is asked who moves and who seconds a motion. It is never needed.
    #[serde(default)]
    pub asks_movers: bool,
    /// Members who must be present, of all members.
    pub quorum: Rule,
    /// Votes for a motion at a meeting, of the base.
    pub majority: Rule,
    /// Votes for a motion without a meeting, of all members.
    pub electronic: Rule,
    /// Votes for what takes two thirds, of all members.
    pub two_thirds_of_members: Rule,
    /// The readings of "a majority" at a meeting, in the order they are shown.
    pub readings: Vec<KnownReading>,
    /// Whether whoever stands in for an absent member votes, unless the chair rules otherwise.
    #[serde(default)]
    pub stand_ins_vote: bool,
    /// What the source leaves open, and how docket treats it.
    #[serde(default)]
    pub open: Vec<OpenQuestion>,
}

/// A share with where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// How much.
    pub share: Share,
    /// How sure it is.
    pub provenance: Provenance,
    /// Where it was read.
    pub source: String,
}

/// One way to read what a majority is taken of.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownReading {
    /// The base.
    pub base: Base,
    /// What it means, in one line.
    pub text: String,
    /// How sure it is.
    pub provenance: Provenance,
    /// Where it was read, or why it is thought so.
    pub source: String,
}

/// Something the source of the rules does not settle.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenQuestion {
    /// What it is about, in one word.
    pub question: String,
    /// What is left open.
    pub text: String,
    /// How docket treats it until a ruling says otherwise.
    pub handled: String,
    /// How sure that is.
    pub provenance: Provenance,
    /// Where it was looked for.
    pub source: String,
}

/// A rule set that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RulesError {
    /// The text does not say what a rule set must.
    #[error("{file}, line {line}: {problem} in `{text}`; correct the rule set")]
    Unreadable {
        /// Its name.
        file: String,
        /// The line; the first is 1.
        line: usize,
        /// What is wrong.
        problem: String,
        /// The line's text, with the key.
        text: String,
    },
    /// The parts do not go together.
    #[error("{file}, `{key}`: {problem}; correct the rule set")]
    Contradictory {
        /// Its name.
        file: String,
        /// The key.
        key: &'static str,
        /// What is wrong.
        problem: String,
    },
    /// No rule set of that name comes with docket.
    #[error("no council rule set `{given}` is known; known: {known}")]
    Unknown {
        /// What was asked for.
        given: String,
        /// What there is.
        known: String,
    },
}

impl RuleSet {
    /// The rule set in `text`; `file` names it in errors.
    pub fn parse(file: &str, text: &str) -> Result<Self, RulesError> {
        let rules: Self = toml::from_str(text).map_err(|error| unreadable(file, text, &error))?;
        match rules.contradiction() {
            None => Ok(rules),
            Some((key, problem)) => Err(RulesError::Contradictory { file: file.to_owned(), key, problem }),
        }
    }

    /// The rule set `id` that comes with docket.
    pub fn shipped(id: &str) -> Result<Self, RulesError> {
        let text = shipped_text(id).ok_or_else(|| RulesError::Unknown {
            given: id.to_owned(),
            known: shipped_ids().collect::<Vec<_>>().join(", "),
        })?;
        Self::parse(&format!("{id}.toml"), text)
    }

    /// The bases a majority at a meeting can be taken of, in the order they are shown.
    pub fn bases(&self) -> impl Iterator<Item = Base> {
        self.readings.iter().map(|reading| reading.base)
    }

    /// The first key at odds with another, and how.
    fn contradiction(&self) -> Option<(&'static str, String)> {
        let mut seen = BTreeSet::new();
        if self.id.trim().is_empty() {
            return Some(("id", "it is empty".to_owned()));
        }
        for base in self.bases() {
            if base == Base::Members {
                return Some((
                    "readings",
                    "`members` is the base without a meeting, no reading of one".to_owned(),
                ));
            }
            if !seen.insert(base) {
                return Some(("readings", format!("`{base}` is listed twice")));
            }
        }
        (!seen.contains(&self.default_reading))
            .then(|| ("default_reading", format!("`{}` is none of the readings", self.default_reading)))
    }
}

/// The verbatim text of the rule set `id` that comes with docket.
pub fn shipped_text(id: &str) -> Option<&'static str> {
    SHIPPED.iter().find(|(known, _)| *known == id).map(|(_, text)| *text)
}

/// The ids of the rule sets that come with docket.
pub fn shipped_ids() -> impl Iterator<Item = &'static str> {
    SHIPPED.iter().map(|(id, _)| *id)
}

fn unreadable(file: &str, text: &str, error: &toml::de::Error) -> RulesError {
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    RulesError::Unreadable {
        file: file.to_owned(),
        line,
        problem: error.message().to_owned(),
        text: text.lines().nth(line - 1).unwrap_or_default().trim().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Base, DEFAULT, RuleSet, RulesError, shipped_ids, shipped_text};

    fn changed(from: &str, to: &str) -> Result<RuleSet, RulesError> {
        let text = shipped_text(DEFAULT).unwrap();
        assert!(text.contains(from), "{from}");
        RuleSet::parse("own.toml", &text.replacen(from, to, 1))
    }

    #[test]
    fn every_shipped_rule_set_can_be_used_and_bears_its_id() {
        for id in shipped_ids() {
            assert_eq!(RuleSet::shipped(id).unwrap().id, id);
        }
    }

    #[test]
    fn the_default_is_the_charters_words() {
        let rules = RuleSet::shipped(DEFAULT).unwrap();
        assert_eq!(rules.default_reading, Base::Attendance);
        assert!(rules.bases().eq([Base::Attendance, Base::Unrecused, Base::Cast]));
        assert_eq!(rules.quorum.share.needed(15), 8);
        assert_eq!(rules.quorum.share.needed(10), 5);
        assert_eq!(rules.electronic.share.needed(15), 8);
        assert_eq!(rules.two_thirds_of_members.share.needed(15), 10);
        let open: Vec<_> = rules.open.iter().map(|question| question.question.as_str()).collect();
        assert_eq!(open, ["recusal", "abstention", "proxies", "tie"]);
    }

    #[test]
    fn a_mistake_names_file_line_and_key() {
        let message = changed("at-least 1/2", "at-least 5/2").unwrap_err().to_string();
        assert!(message.starts_with("own.toml, line 14: `at-least 5/2` is no share"), "{message}");
        assert!(message.contains("in `share = \"at-least 5/2\"`"), "{message}");
        let message = changed("[quorum]", "[quorun]").unwrap_err().to_string();
        assert!(message.contains("quorun"), "{message}");
    }

    #[test]
    fn readings_that_do_not_go_together_are_refused() {
        let key = |result: Result<RuleSet, RulesError>| match result.unwrap_err() {
            RulesError::Contradictory { key, .. } => key,
            other => panic!("{other}"),
        };
        assert_eq!(key(changed("id = \"finops-tac\"", "id = \" \"")), "id");
        assert_eq!(key(changed("base = \"unrecused\"", "base = \"cast\"")), "readings");
        assert_eq!(key(changed("base = \"unrecused\"", "base = \"members\"")), "readings");
        assert_eq!(key(changed("base = \"attendance\"\n", "base = \"cast\"\n")), "readings");
        assert_eq!(
            key(changed("default_reading = \"attendance\"", "default_reading = \"members\"")),
            "default_reading"
        );
    }

    #[test]
    fn an_unknown_rule_set_is_named_with_those_that_are_known() {
        let message = RuleSet::shipped("other").unwrap_err().to_string();
        assert_eq!(message, "no council rule set `other` is known; known: finops-tac");
    }
}
