//! Why a verb did not end well, and the exit status that says so.

use std::{io, path::Path};

use crate::{
    console::ConsoleError,
    council::{order, rules::RulesError, tally::SplitError},
    intake::IntakeError,
    papers::PaperError,
    record::Refusal,
    rules::EditionError,
    samples::SamplesError,
    store::{CommitError, StoreError},
};

/// Why a verb did not end well. A message says what, where and what to do.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// The answer is no. It was printed as data, and nothing more is said.
    #[error("the answer is no")]
    No,
    /// Arguments that cannot be understood; they were explained where they were read.
    #[error("wrong use")]
    Usage,
    /// Arguments that do not go together, or name something that is not there.
    #[error("{0}")]
    Wrong(String),
    /// Something that may not be done.
    #[error("{0}")]
    Refused(String),
    /// A file that cannot be used.
    #[error("{file}: {why}")]
    Input {
        /// Its name.
        file: String,
        /// Why not, and what to do.
        why: String,
    },
    /// A file of applications of which nothing can be read.
    #[error("{file}: {source}")]
    Intake {
        /// Its name.
        file: String,
        /// Why not.
        source: IntakeError,
    },
    /// A split of votes that cannot be.
    #[error(transparent)]
    Split(#[from] SplitError),
    /// A council rule set that cannot be used.
    #[error(transparent)]
    Rules(#[from] RulesError),
    /// An edition that cannot be used.
    #[error(transparent)]
    Edition(#[from] EditionError),
    /// A change that was not made.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// A docket that cannot be used.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The console could not start or go on.
    #[error(transparent)]
    Console(ConsoleError),
    /// The console was ended with this exit status.
    #[error("the console was ended with status {0}")]
    Ended(u8),
    /// The samples could not be loaded.
    #[error(transparent)]
    Samples(#[from] SamplesError),
    /// A paper that cannot be written.
    #[error(transparent)]
    Paper(#[from] PaperError),
    /// There is no place to look for the docket.
    #[error("no home folder is known, so there is no place for a docket: name one with --file")]
    NoHome,
    /// Standard output takes no more.
    #[error("cannot write to standard output ({0}): make room, or send it elsewhere")]
    Output(#[source] io::Error),
}

impl CliError {
    /// A file that cannot be used, and why.
    pub(super) fn input(file: &Path, why: impl Into<String>) -> Self {
        Self::Input { file: file.display().to_string(), why: why.into() }
    }

    /// The exit status: 1 the answer is no, 2 wrong use or input, 3 a file cannot be used.
    pub const fn status(&self) -> u8 {
        match self {
            Self::No | Self::Refused(_) => 1,
            Self::Commit(error) => commit_status(error),
            Self::Console(error) => error.exit_status(),
            Self::Ended(status) => *status,
            Self::Usage
            | Self::Wrong(_)
            | Self::Input { .. }
            | Self::Intake { .. }
            | Self::Split(_)
            | Self::Rules(_)
            | Self::Edition(_)
            | Self::NoHome => 2,
            Self::Store(_) | Self::Samples(_) | Self::Paper(_) | Self::Output(_) => 3,
        }
    }

    /// Whether everything was said before.
    pub const fn is_silent(&self) -> bool {
        matches!(self, Self::No | Self::Usage | Self::Ended(_))
    }
}

const fn commit_status(error: &CommitError) -> u8 {
    match error {
        CommitError::Refused(refusal) if refusal.is_wrong_input() => 2,
        CommitError::Refused(_) | CommitError::NothingToUndo { .. } => 1,
        CommitError::Export { .. } => 2,
        CommitError::Store(_) => 3,
    }
}

impl From<Refusal> for CliError {
    fn from(refusal: Refusal) -> Self {
        Self::Commit(refusal.into())
    }
}

impl From<order::Refusal> for CliError {
    fn from(refusal: order::Refusal) -> Self {
        Refusal::from(refusal).into()
    }
}
