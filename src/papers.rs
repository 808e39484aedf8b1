//! PURE. Papers: what the council and applicants are given to read. Values come in, text goes out.
//!
//! A paper is built in two steps: first what it says, as a value that is its JSON form; then a [`Page`], which
//! [Markdown](Page::markdown) and [HTML](Page::html) are written from. Whatever a public paper leaves out is left out
//! in the first step. Outside text is escaped in the second one and nowhere else.

pub mod afterwards;
pub mod books;
pub mod conflicts;
pub mod csv;
pub mod decision;
pub mod electronic;
mod figures;
mod html;
pub mod letter;
mod markdown;
pub mod message;
pub mod minutes;
pub mod motion;
mod names;
pub mod packet;
pub mod page;
pub mod register;
pub mod requirements;
pub mod vote;
mod words;

pub use books::{Book, Books};
pub use page::{Page, REHEARSAL};

use crate::{council::tally::SplitError, rules::EditionId};

/// Whom a paper is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// The team and the council.
    Internal,
    /// Everybody: without what was found wanting, reasons, employers, refs, and names other than the council's.
    Public,
}

/// Why a paper cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// A ballot's positions cannot be.
    #[error(transparent)]
    Split(#[from] SplitError),
    /// The rules that something was judged by are not at hand.
    #[error("edition `{0}` is not at hand, so that nothing can be said of what was judged by it")]
    NoEdition(EditionId),
}
