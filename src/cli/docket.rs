//! The docket that a verb works on: read, or changed through the one door.

use schemars::JsonSchema;
use serde::Serialize;

use super::{CliError, Context, env, out};
use crate::{
    record::{Act, Change, describe},
    review::{Application, Ref},
    store::{Access, Store, StoreEnv},
};

/// The docket, to be read. A missing one is not made.
pub(super) fn read(context: &Context) -> Result<Store, CliError> {
    open(context, Access::Read)
}

/// The docket, opened for `access`; a copy for rehearsing says that it is one.
pub(super) fn open(context: &Context, access: Access) -> Result<Store, CliError> {
    let store = Store::open(&env::docket(context)?, access, StoreEnv::system(env::state()))?;
    if matches!(store.is_rehearsal(), Ok(true)) {
        out::message("REHEARSAL: this docket is a copy, and nothing in it was decided");
    }
    Ok(store)
}

/// The application of this ref.
pub(super) fn application(store: &Store, reference: &Ref) -> Result<Application, CliError> {
    store.application(reference)?.ok_or_else(|| {
        CliError::Wrong(format!("no application `{reference}` is in the docket; see `docket list`"))
    })
}

/// A docket that is being changed, and by whom. A missing one is made.
pub(super) struct Work<'c> {
    pub(super) store: Store,
    pub(super) act: Act,
    context: &'c Context,
}

/// What was done, one line for each change.
#[derive(Serialize, JsonSchema)]
pub(super) struct Done {
    /// The changes, in order; none where everything was so already.
    changes: Vec<Line>,
}

/// One change that was made.
#[derive(Serialize, JsonSchema)]
struct Line {
    /// What it is about.
    subject: String,
    /// What was done.
    what: String,
}

impl Done {
    pub(super) fn of(changes: &[Change]) -> Self {
        let line = |change: &Change| Line { subject: change.subject().to_string(), what: describe(change) };
        Self { changes: changes.iter().map(line).collect() }
    }

    /// Says what was done beside the data that a verb writes.
    pub(super) fn tell(&self) {
        for Line { subject, what } in &self.changes {
            out::message(&format!("{subject}: {what}"));
        }
    }

    /// Says what was done.
    pub(super) fn print(&self, context: &Context) -> Result<(), CliError> {
        if context.json {
            return out::json(self);
        }
        if self.changes.is_empty() {
            return out::line("nothing to change: it is so already");
        }
        self.changes.iter().try_for_each(|Line { subject, what }| out::line(&format!("{subject}: {what}")))
    }
}

impl<'c> Work<'c> {
    pub(super) fn begin(context: &'c Context) -> Result<Self, CliError> {
        let act = env::act(context)?;
        Ok(Self { store: open(context, Access::Create)?, act, context })
    }

    /// The application of this ref.
    pub(super) fn application(&self, reference: &Ref) -> Result<Application, CliError> {
        application(&self.store, reference)
    }

    /// Makes the changes in one transaction.
    pub(super) fn make(&mut self, changes: Vec<Change>) -> Result<Done, CliError> {
        let done = Done::of(&changes);
        if !changes.is_empty() {
            self.store.commit(&self.act, changes)?;
        }
        Ok(done)
    }

    /// Makes the changes in one transaction, and says what was done.
    pub(super) fn finish(mut self, changes: Vec<Change>) -> Result<(), CliError> {
        self.make(changes)?.print(self.context)
    }
}
