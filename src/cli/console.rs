//! `docket` without a verb, and `docket demo`: the console.

use std::{
    fs::DirBuilder,
    os::unix::fs::DirBuilderExt as _,
    path::{Path, PathBuf},
};

use super::{CliError, Context, env};
use crate::{
    console::{
        self, ConsoleError, Options,
        app::{About, Mark, Reply, Request},
        desk::{Clock, Desk},
    },
    papers::books,
    rules::shipped,
    samples,
    store::{Access, Store, StoreEnv},
};

/// Open the console on a throw-away docket of invented organisations, with a meeting ready to vote.
///
/// With --file that docket is kept, and opened again as any other.
#[derive(Debug, clap::Args)]
pub(super) struct DemoArgs {}

/// The console on the docket; one that is missing is made.
pub(super) fn open(context: &Context) -> Result<(), CliError> {
    console::has_terminal()?;
    let path = env::docket(context)?;
    let store = Store::open(&path, Access::Create, StoreEnv::system(env::state()))?;
    run(context, store, &path, None)
}

/// The console on the samples.
pub(super) fn demo(context: &Context) -> Result<(), CliError> {
    console::has_terminal()?;
    if let Some(path) = &context.file {
        return show_samples(context, path, env::state());
    }
    let folder = Throwaway::make("demo")?;
    show_samples(context, &folder.0.join("demo.sqlite"), None)
}

/// Fills an empty docket with the samples, and opens the console on it.
fn show_samples(context: &Context, path: &Path, state: Option<PathBuf>) -> Result<(), CliError> {
    let mut store = Store::open(path, Access::Create, StoreEnv::system(state))?;
    if store.is_empty()? {
        samples::load(&mut store, &env::act(context)?.actor, env::today())?;
    }
    run(context, store, path, Some(Mark::Demo))
}

/// The console on an open docket; a copy for rehearsing is marked as one, wherever it lies.
pub(super) fn run(context: &Context, store: Store, path: &Path, mark: Option<Mark>) -> Result<(), CliError> {
    let mark = if store.is_rehearsal()? { Some(Mark::Rehearsal) } else { mark };
    let options = options(context, path, mark)?;
    let clock: Clock = Box::new(|| (env::now(), env::today()));
    let mut desk = Desk::new(store, options.about.actor.clone(), clock).at_offset(env::offset());
    show(options, move |request| desk.answer(request))
}

/// What the console is started with, over the docket at `path`.
pub(super) fn options(context: &Context, path: &Path, mark: Option<Mark>) -> Result<Options, CliError> {
    let act = env::act(context)?;
    let about = About {
        file: path.display().to_string(),
        actor: act.actor,
        edition: shipped::DEFAULT_EDITION.to_owned(),
        today: act.today,
        mark,
        keymap_file: String::new(),
    };
    let state = env::state().unwrap_or_else(std::env::temp_dir);
    let mut options = Options::find(about, &env::configuration()?, &state);
    options.drafts.push(drafts_of(path));
    Ok(options)
}

/// The folder for what is left unfinished of the docket at `path`: the same refs in another one are other applications.
fn drafts_of(path: &Path) -> String {
    let whole = path.canonicalize().unwrap_or_else(|_not_there| path.to_owned());
    books::sha256(&whole.display().to_string()).chars().take(16).collect()
}

/// Runs the console until it is left.
pub(super) fn show(
    options: Options,
    handler: impl FnMut(Request) -> Reply + Send + 'static,
) -> Result<(), CliError> {
    match console::run(options, handler)? {
        0 => Ok(()),
        status => Err(CliError::Ended(status)),
    }
}

/// A folder of our own that is gone when this is dropped.
pub(super) struct Throwaway(pub(super) PathBuf);

impl Throwaway {
    pub(super) fn make(what: &str) -> Result<Self, CliError> {
        let path = std::env::temp_dir().join(format!(
            "docket-{what}-{}-{}",
            std::process::id(),
            env::now().timestamp_micros()
        ));
        DirBuilder::new().mode(0o700).create(&path).map_err(|error| {
            CliError::input(
                &path,
                format!("cannot be made ({error}); set TMPDIR to a folder that can be written"),
            )
        })?;
        Ok(Self(path))
    }
}

impl Drop for Throwaway {
    fn drop(&mut self) {
        // What cannot be removed is left to the system's own cleaning.
        _ = std::fs::remove_dir_all(&self.0);
    }
}

impl From<ConsoleError> for CliError {
    fn from(error: ConsoleError) -> Self {
        Self::Console(error)
    }
}
