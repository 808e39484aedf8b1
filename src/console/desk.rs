//! The desk behind the console: it takes a request, asks the store and the rules, and gives the answer. It runs on the
//! store's thread and knows no terminal.

mod electronic;
mod handbook;
mod intake;
mod journal;
mod meeting;
pub mod papers;
mod present;
mod queue;
mod register;
mod review;
mod today;

use chrono::{DateTime, FixedOffset, NaiveDate, Offset as _, Utc};

pub use present::Gallery;

use super::app::{Reply, Request};
use crate::record::{Act, Assignment, Change, Role, conflict::reviewer};
use crate::review::queue::Window;
use crate::store::{CommitError, Store, StoreError};

/// Says what time it is, and which day it is where the person is.
pub type Clock = Box<dyn FnMut() -> (DateTime<Utc>, NaiveDate) + Send>;

/// The desk behind one console.
pub struct Desk {
    store: Store,
    actor: String,
    clock: Clock,
    offset: FixedOffset,
}

/// Why a request was not done.
#[derive(Debug)]
enum Trouble {
    /// It may not be done; the text says why and what to do.
    Refused(String),
    /// It could not be done; the text says what, where and what to do.
    Failed(String),
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.to_string())
    }
}

impl From<CommitError> for Trouble {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::Store(error) => error.into(),
            refused => Self::Refused(refused.to_string()),
        }
    }
}

impl Desk {
    /// A desk for `actor` over an open docket.
    pub fn new(store: Store, actor: impl Into<String>, clock: Clock) -> Self {
        Self { store, actor: actor.into(), clock, offset: Utc.fix() }
    }

    /// The time of day where the person is, against UTC.
    #[must_use]
    pub fn at_offset(mut self, offset: FixedOffset) -> Self {
        self.offset = offset;
        self
    }

    /// Does what is asked.
    pub fn answer(&mut self, request: Request) -> Reply {
        match self.done(request) {
            Ok(reply) => reply,
            Err(Trouble::Refused(why)) => Reply::Refused(why),
            Err(Trouble::Failed(why)) => Reply::Failed(why),
        }
    }

    fn done(&mut self, request: Request) -> Result<Reply, Trouble> {
        match request {
            Request::Watch if self.store.is_replaced() => Err(self.store.moved().into()),
            Request::Watch if self.store.changed_elsewhere()? => Ok(Reply::Changed),
            Request::Watch | Request::Present(_) => Ok(Reply::Nothing),
            Request::Echo => Ok(Reply::Echo),
            Request::Commit { role, changes } => self.commit(role, changes),
            Request::Undo => self.undo(),
            Request::Intake(request) => intake::answer(self, request),
            Request::Today(request) => self.reading(|desk| today::answer(desk, &request)).map(Reply::Today),
            Request::Queue(request) => self.reading(|desk| queue::answer(desk, request)).map(Reply::Queue),
            Request::Review(request) => self.reading(|desk| review::answer(desk, request)).map(Reply::Review),
            Request::Meeting(request) => meeting::answer(self, request).map(Reply::Meeting),
            Request::Register(request) => register::answer(self, &request).map(Reply::Register),
            Request::Handbook(request) => handbook::answer(self, &request).map(Reply::Handbook),
            Request::Journal(request) => journal::answer(self, &request).map(Reply::Journal),
        }
    }

    /// Reads many things of one moment, and locks the file once for all of them.
    fn reading<T>(&mut self, what: impl FnOnce(&mut Self) -> Result<T, Trouble>) -> Result<T, Trouble> {
        self.store.hold()?;
        let answer = what(self);
        self.store.release();
        answer
    }

    /// Today, where the person is.
    fn today(&mut self) -> NaiveDate {
        (self.clock)().1
    }

    /// The person at the console, acting now.
    fn act(&mut self, role: Option<Role>) -> Act {
        let (at, today) = (self.clock)();
        Act { actor: self.actor.clone(), role, at, today }
    }

    /// Makes changes, all or none, and names them.
    fn commit(&mut self, role: Option<Role>, changes: Vec<Change>) -> Result<Reply, Trouble> {
        if changes.is_empty() {
            return Ok(Reply::Nothing);
        }
        let act = self.act(role);
        let warnings = self.warnings(&changes, act.today)?;
        self.store.commit(&act, changes)?;
        if let Some(what) = self.store.undoable(&self.actor)? {
            return Ok(Reply::Done { what, undoable: true, warnings });
        }
        let last = self.store.history(None, Window { first: 0, rows: 1 })?.pop();
        let what = last.map(|row| format!("{}: {}", row.subject, row.what)).unwrap_or_default();
        Ok(Reply::Done { what, undoable: false, warnings })
    }

    /// The conflicts of those who are to review something with whoever applies.
    fn warnings(&self, changes: &[Change], today: NaiveDate) -> Result<Vec<String>, Trouble> {
        let mut warnings = Vec::new();
        for change in changes {
            let Change::Assigned { application, now: Assignment { assignee: Some(name), .. }, .. } = change
            else {
                continue;
            };
            let Some(one) = self.store.application(application)? else { continue };
            let conflicts = self.store.conflicts_of_reviewer(name, &one, today)?;
            warnings
                .extend(conflicts.iter().map(|conflict| format!("{application}: {}", reviewer(conflict))));
        }
        Ok(warnings)
    }

    /// Takes back the person's last change, and names it.
    fn undo(&mut self) -> Result<Reply, Trouble> {
        let act = self.act(None);
        let undone = self.store.undo(&act)?;
        Ok(Reply::Done { what: format!("undone: {}", undone.what), undoable: false, warnings: Vec::new() })
    }
}
