//! What Review asks the store for, and what it gets.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use crate::council::conflict::{Register, Suggestion};
use crate::council::register::Certification;
use crate::council::{Ballot, Seat};
use crate::review::queue::{Filter, Sort};
use crate::review::{Application, Ref};
use crate::rules::Edition;

/// A question of Review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewRequest {
    /// One application with everything around it.
    Open {
        /// Which one.
        reference: Ref,
        /// The queue it is reviewed in: which applications are in it.
        filter: Filter,
        /// And in which order.
        sort: Sort,
        /// How many changes were asked for before this.
        after: u64,
    },
    /// A message to the applicant, as it stands.
    Message(Ref),
    /// The application before or after this one in the queue.
    Beside {
        /// This one.
        reference: Ref,
        /// The queue.
        filter: Filter,
        /// Its order.
        sort: Sort,
        /// After it, not before it.
        forward: bool,
    },
}

/// An answer to Review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewReply {
    /// The application that was asked for.
    Opened(Box<Loaded>),
    /// Nothing is known under this ref.
    Unknown(Ref),
    /// A drafted message.
    Message {
        /// The application.
        reference: Ref,
        /// Whom it is to.
        to: String,
        /// The text.
        text: String,
    },
    /// The application beside the one in front; `None` at the end of the queue.
    Beside(Option<Ref>),
}

/// One application with everything around it, as it is in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// The application.
    pub application: Application,
    /// The edition it is judged by.
    pub edition: Arc<Edition>,
    /// Its ballots, by number.
    pub ballots: Vec<Ballot>,
    /// What was granted to it, first to last.
    pub certifications: Vec<Certification>,
    /// Every seat of the council, with its terms.
    pub seats: Vec<Seat>,
    /// The register of conflicts.
    pub register: Register,
    /// What suggests itself today as a conflict with whoever applies.
    pub conflicts: Vec<Suggestion>,
    /// Its submissions, the first first.
    pub submissions: Vec<Submission>,
    /// Its private notes, the first first; one that was taken back has no text.
    pub notes: Vec<Note>,
    /// Its changes, the latest first.
    pub history: Vec<Past>,
    /// Its place in the queue, counted from 0, and how long the queue is; `None` if it is not in it.
    pub place: Option<(u64, u64)>,
    /// How many changes were asked for before it was: they are in it, where they were made.
    pub after: u64,
}

/// Something the applicant sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// Its number.
    pub n: u32,
    /// The day it came.
    pub received: NaiveDate,
    /// It, as it came; `None` once erased.
    pub original: Option<String>,
}

/// A private note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its number.
    pub n: u32,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// Who wrote it.
    pub actor: String,
    /// The note; `None` where it was taken back or erased.
    pub text: Option<String>,
}

/// One change of the past.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: String,
    /// What, in one line.
    pub what: String,
}
