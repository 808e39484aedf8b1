//! Reading an edition from its text. A mistake names file, line and key.

use std::{fmt, ops::Range};

use chrono::NaiveDate;
use serde::Deserialize;

use super::{Edition, ProgramRules, check};
use crate::rules::{framework::Framework, headcount::HeadcountTable, ids::EditionId, points::PointsTable};

/// A text and the name of the file it is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The file's name, for messages.
    pub file: String,
    /// What is in it.
    pub text: String,
}

/// A mistake in an edition's file or in its framework's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct EditionError {
    /// The file.
    pub file: String,
    /// The line; the first is 1.
    pub line: usize,
    /// The key.
    pub key: String,
    /// What is wrong and what to do.
    pub problem: String,
}

impl fmt::Display for EditionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, key, problem } = self;
        write!(f, "{file}, line {line}, `{key}`: {problem}")
    }
}

/// An edition as it is written. It names its framework, or has it inside.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: EditionId,
    title: String,
    applies_from: Option<NaiveDate>,
    accepted_until: Option<NaiveDate>,
    source: String,
    uses_framework: String,
    headcount: HeadcountTable,
    programs: Vec<ProgramRules>,
    points: Option<PointsTable>,
    framework: Option<Framework>,
}

/// A framework's file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FrameworkFile {
    framework: Framework,
}

impl Edition {
    /// The edition in `text`. `frameworks` gives the file of a framework by its id; it is not asked where the
    /// text has its framework inside.
    ///
    /// # Errors
    /// At the first mistake, with file, line and key.
    pub fn parse(
        file: &str,
        text: &str,
        frameworks: impl Fn(&str) -> Option<Text>,
    ) -> Result<Self, EditionError> {
        let source = Source { file, text };
        let mut written: Written = source.read()?;
        let framework = match written.framework.take() {
            Some(framework) => framework,
            None => source.framework(&written.uses_framework, frameworks)?,
        };
        let edition = Self {
            id: written.id,
            title: written.title,
            applies_from: written.applies_from,
            accepted_until: written.accepted_until,
            source: written.source,
            headcount: written.headcount,
            programs: written.programs,
            points: written.points,
            framework,
        };
        check::edition(&edition, &written.uses_framework).map_err(|mistake| source.at_value(mistake))?;
        Ok(edition)
    }

    /// One text with the edition and its framework, from which the same edition can be parsed again.
    ///
    /// # Errors
    /// As [`Edition::parse`].
    pub fn self_contained(
        file: &str,
        text: &str,
        frameworks: impl Fn(&str) -> Option<Text>,
    ) -> Result<String, EditionError> {
        let written: Written = Source { file, text }.read()?;
        if written.framework.is_some() {
            return Ok(text.to_owned());
        }
        Self::parse(file, text, &frameworks)?;
        let framework = frameworks(&written.uses_framework).map(|found| found.text).unwrap_or_default();
        Ok(format!("{text}\n{framework}"))
    }
}

/// A text being read.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    file: &'a str,
    text: &'a str,
}

impl Source<'_> {
    fn read<T: for<'de> Deserialize<'de>>(self) -> Result<T, EditionError> {
        toml::from_str(self.text).map_err(|error| self.at(error.span(), error.message()))
    }

    fn framework(
        self,
        id: &str,
        frameworks: impl Fn(&str) -> Option<Text>,
    ) -> Result<Framework, EditionError> {
        let Some(found) = frameworks(id) else {
            return Err(self.at_value(check::Mistake {
                key: "uses_framework",
                value: id.to_owned(),
                problem: format!(
                    "no framework `{id}` is known; name one that is, or write it as [framework]"
                ),
            }));
        };
        let source = Source { file: &found.file, text: &found.text };
        let file: FrameworkFile = source.read()?;
        check::framework(&file.framework).map_err(|mistake| source.at_value(mistake))?;
        Ok(file.framework)
    }

    /// A mistake at a place in the text.
    fn at(self, span: Option<Range<usize>>, problem: &str) -> EditionError {
        let before = self.text.get(..span.map_or(0, |span| span.start)).unwrap_or(self.text);
        let line = before.matches('\n').count() + 1;
        self.on_line(line, problem)
    }

    /// A mistake in a value: at the last line that gives it, which is the second of two that clash.
    fn at_value(self, mistake: check::Mistake) -> EditionError {
        let check::Mistake { key, value, problem } = mistake;
        let gives = |line: &str| {
            line.split_once('=')
                .is_some_and(|(left, right)| left.trim() == key && right.trim().trim_matches('"') == value)
        };
        let line = self.text.lines().zip(1..).filter(|(line, _)| gives(line)).map(|(_, n)| n).last();
        EditionError { file: self.file.to_owned(), line: line.unwrap_or(1), key: key.to_owned(), problem }
    }

    fn on_line(self, line: usize, problem: &str) -> EditionError {
        let written = self.text.lines().nth(line.saturating_sub(1)).unwrap_or_default().trim();
        let key = written.split_once('=').map_or(written, |(key, _)| key).trim_matches(|c| "[] ".contains(c));
        EditionError {
            file: self.file.to_owned(),
            line,
            key: key.to_owned(),
            problem: problem.trim().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Edition, EditionError, Text};
    use crate::rules::shipped;

    fn shipped_2023() -> (&'static str, &'static str) {
        shipped::EDITION_FILES.iter().copied().find(|(file, _)| *file == "2023.toml").unwrap()
    }

    /// The error after one change to the shipped text.
    fn after(from: &str, to: &str) -> EditionError {
        let (file, text) = shipped_2023();
        assert!(text.contains(from), "{from}");
        Edition::parse(file, &text.replacen(from, to, 1), shipped::framework_text).unwrap_err()
    }

    #[test]
    fn the_self_contained_text_gives_the_same_edition() {
        let (file, text) = shipped_2023();
        let whole = Edition::self_contained(file, text, shipped::framework_text).unwrap();
        let alone = Edition::parse("from the docket", &whole, |_| None).unwrap();
        assert_eq!(alone, Edition::parse(file, text, shipped::framework_text).unwrap());
        assert_eq!(Edition::self_contained("x", &whole, |_| None).unwrap(), whole);
    }

    #[test]
    fn a_mistake_names_file_line_and_key() {
        let error = after("title = \"Member", "titel = \"Member");
        assert_eq!((error.file.as_str(), error.line, error.key.as_str()), ("2023.toml", 4, "titel"));
        let error = after("section = \"mandatory\"", "section = \"compulsory\"");
        assert_eq!(error.key, "section");
        assert!(error.problem.contains("compulsory"), "{error}");
    }

    #[test]
    fn two_requirements_of_one_id_are_named() {
        let error = after("id = \"PLT-E3-P2\"", "id = \"PLT-E3-P1\"");
        assert_eq!(error.key, "id");
        assert!(error.line > 40 && error.problem.contains("PLT-E3-P1"), "{error}");
    }

    #[test]
    fn a_floor_above_its_cap_is_refused() {
        assert!(after("floor = 15", "floor = 26").problem.contains("floor"));
    }

    #[test]
    fn tiers_that_leave_a_gap_are_refused() {
        assert!(after("from = 100", "from = 101").problem.contains("100"));
    }

    #[test]
    fn a_key_of_another_way_of_judging_is_refused() {
        let error = after("judged_by = \"headcount\"", "judged_by = \"headcount\"\nminutes = 60");
        assert!(error.problem.contains("minutes"), "{error}");
        let error = after("extent = \"most\"\n", "");
        assert!(error.problem.contains("`extent` is missing in requirement PLT-E3-M1"), "{error}");
    }

    #[test]
    fn a_framework_must_be_known_and_whole() {
        assert_eq!(after("uses_framework = \"2022\"", "uses_framework = \"1999\"").key, "uses_framework");
        let (file, text) = shipped_2023();
        let broken = |id: &str| {
            let found = shipped::framework_text(id)?;
            Some(Text { text: found.text.replacen("\"rate\"", "\"rates\"", 1), ..found })
        };
        let error = Edition::parse(file, text, broken).unwrap_err();
        assert_eq!(error.file, "2022.toml");
        assert!(error.problem.contains("rate"), "{error}");
    }

    #[test]
    fn one_name_for_two_capabilities_is_refused() {
        let (file, text) = shipped_2023();
        let broken = |id: &str| {
            let found = shipped::framework_text(id)?;
            Some(Text {
                text: found.text.replacen("\"Managing Shared Costs\"", "\"FORECASTING\"", 1),
                ..found
            })
        };
        let error = Edition::parse(file, text, broken).unwrap_err();
        assert!(error.problem.contains("let each name one capability"), "{error}");
    }
}
