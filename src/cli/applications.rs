//! Applications from files: read with the editions and the mapping that were named.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::{CliError, editions, env, out};
use crate::{
    intake::{self, Batch, Mapping, Options, Submission},
    review::{Application, LinkedTo, Stage, application::Review},
    rules::{Edition, EditionId},
};

/// Faults of one file that are named; of more only the number is said.
const NAMED: usize = 100;

/// How files of applications are read.
#[derive(Debug, clap::Args)]
pub(super) struct Reading {
    /// What the columns of a CSV file mean: the name of a mapping, or a file with one.
    #[arg(long, value_name = "NAME-or-FILE")]
    map: Option<String>,
    /// A file with an edition of your own.
    #[arg(long, value_name = "FILE")]
    edition_file: Option<PathBuf>,
}

impl Reading {
    /// The editions that applications may name.
    pub(super) fn editions(&self) -> Result<Vec<Edition>, CliError> {
        editions::known(self.edition_file.as_deref())
    }

    /// The edition of one's own, where one is named.
    pub(super) fn own_edition(&self) -> Result<Option<Edition>, CliError> {
        self.edition_file.as_deref().map(editions::own).transpose()
    }

    /// The whole text of an edition that is not shipped.
    pub(super) fn own_text(&self, id: &EditionId) -> Result<Option<String>, CliError> {
        editions::own_text(id, self.edition_file.as_deref())
    }

    /// Reads one file.
    pub(super) fn read(&self, path: &Path, editions: &[Edition]) -> Result<Batch, CliError> {
        let mapping = self.map.as_deref().map(mapping).transpose()?;
        let known: Vec<&Edition> = editions.iter().collect();
        let options = Options { editions: &known, mapping: mapping.as_ref() };
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        intake::read(&name, &env::bytes(path)?, options)
            .map_err(|source| CliError::Intake { file: path.display().to_string(), source })
    }
}

/// The mapping of this name, or in the file of this name.
fn mapping(name: &str) -> Result<Mapping, CliError> {
    let path = Path::new(name);
    let found = if path.is_file() { Mapping::parse(name, &env::text(path)?) } else { Mapping::shipped(name) };
    found.map_err(|error| CliError::Wrong(error.to_string()))
}

/// Says what was refused, row by row; fails where anything was.
pub(super) fn none_refused(path: &Path, batch: &Batch) -> Result<(), CliError> {
    let file = path.display();
    for refused in batch.refused.iter().take(NAMED) {
        out::message(&format!("{file}: {refused}"));
    }
    if let more @ 1.. = batch.refused.len().saturating_sub(NAMED) {
        out::message(&format!("{file}: and {more} more that are wrong"));
    }
    match intake::refused_rows(&batch.refused) {
        0 => Ok(()),
        refused => Err(CliError::input(path, format!("{refused} refused; correct them and try again"))),
    }
}

/// What was read, as applications that nobody has reviewed. Refs that are linked are looked up among themselves.
pub(super) fn unreviewed(submissions: Vec<Submission>, today: NaiveDate) -> Vec<Application> {
    let programs: std::collections::BTreeMap<_, _> =
        submissions.iter().map(|one| (one.reference.clone(), one.program)).collect();
    let application = |one: Submission| {
        let received = one.received.unwrap_or(today);
        let linked = one.facts.linked.iter();
        Application {
            linked: linked
                .map(|reference| LinkedTo {
                    reference: reference.clone(),
                    program: programs.get(reference).copied(),
                })
                .collect(),
            reference: one.reference,
            program: one.program,
            kind: one.kind,
            edition: one.edition,
            received,
            facts: one.facts,
            remarks: one.remarks,
            review: Review::new(Stage::Received, received),
        }
    };
    submissions.into_iter().map(application).collect()
}
