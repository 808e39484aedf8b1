//! The docket that a verb works on: read, or changed through the one door.

use schemars::JsonSchema;
use serde::Serialize;

use super::{CliError, Context, env, out};
use crate::{
    papers::REHEARSAL,
    record::{Act, Change, describe, note},
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
        out::message(REHEARSAL);
    }
    Ok(store)
}

/// The application of this ref.
pub(super) fn application(store: &Store, reference: &Ref) -> Result<Application, CliError> {
    store.application(reference)?.ok_or_else(|| {
        CliError::Wrong(format!("no application `{reference}` is in the docket; see `docket list`"))
    })
}

/// A docket that is being changed, and by whom. A missing one is made once something is to be written into it.
pub(super) struct Work<'c> {
    /// The docket; where there is none yet, an empty one in memory until [`Work::found`] makes it.
    pub(super) store: Store,
    pub(super) act: Act,
    missing: bool,
    context: &'c Context,
}

/// So many changes are tried in memory before a docket is made for them; more come from a file that was checked.
const TRIED: usize = 1_000;

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
        let missing = env::is_blank(&env::docket(context)?);
        let store =
            if missing { Store::in_memory(StoreEnv::system(None))? } else { open(context, Access::Create)? };
        Ok(Self { store, act, missing, context })
    }

    /// Makes the docket if it is missing. Until then nothing is left behind of what is refused; what could be must be
    /// tried before.
    pub(super) fn found(&mut self) -> Result<(), CliError> {
        if std::mem::take(&mut self.missing) {
            self.store = open(self.context, Access::Create)?;
        }
        Ok(())
    }

    /// Whether the docket is still to be made.
    pub(super) const fn is_missing(&self) -> bool {
        self.missing
    }

    /// The application of this ref.
    pub(super) fn application(&self, reference: &Ref) -> Result<Application, CliError> {
        application(&self.store, reference)
    }

    /// Makes the changes in one transaction.
    pub(super) fn make(&mut self, changes: Vec<Change>) -> Result<Done, CliError> {
        let done = Done::of(&changes);
        if changes.is_empty() {
            return Ok(done);
        }
        if self.missing && changes.len() <= TRIED {
            self.store.commit(&self.act, changes.clone())?;
        }
        self.found()?;
        self.store.commit(&self.act, changes)?;
        Ok(done)
    }

    /// Makes the changes in one transaction, and says what was done.
    pub(super) fn finish(mut self, changes: Vec<Change>) -> Result<(), CliError> {
        self.make(changes)?.print(self.context)
    }

    /// Writes a note on an application after those that are there, whoever writes another one meanwhile, and says so.
    pub(super) fn note(mut self, application: &Ref, text: &str) -> Result<(), CliError> {
        let mut done = Done::of(&[]);
        self.store.commit_anew(&self.act, |store| {
            let written = store.notes(application)?.into_iter().map(|note| note.n);
            let changes = vec![note::write(application, written, text.to_owned())];
            done = Done::of(&changes);
            Ok(changes)
        })?;
        done.print(self.context)
    }
}
