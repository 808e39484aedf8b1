//! Why a verb did not end well, and the exit status that says so.

use std::io;

use crate::council::{rules::RulesError, tally::SplitError};

/// Why a verb did not end well. A message says what, where and what to do.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// The answer is no. It was printed as data, and nothing more is said.
    #[error("the answer is no")]
    No,
    /// Arguments that cannot be understood; they were explained where they were read.
    #[error("wrong use")]
    Usage,
    /// A split of votes that cannot be.
    #[error(transparent)]
    Split(#[from] SplitError),
    /// A council rule set that cannot be used.
    #[error(transparent)]
    Rules(#[from] RulesError),
    /// Standard output takes no more.
    #[error("cannot write to standard output ({0}): make room, or send it elsewhere")]
    Output(#[source] io::Error),
}

impl CliError {
    /// The exit status: 1 the answer is no, 2 wrong use or input, 3 a file cannot be used.
    pub const fn status(&self) -> u8 {
        match self {
            Self::No => 1,
            Self::Usage | Self::Split(_) | Self::Rules(_) => 2,
            Self::Output(_) => 3,
        }
    }

    /// Whether everything was said before.
    pub const fn is_silent(&self) -> bool {
        matches!(self, Self::No | Self::Usage)
    }
}
