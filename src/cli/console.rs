//! `docket` without a verb, and `docket demo`: the console.

use std::{
    fs::DirBuilder,
    os::unix::fs::DirBuilderExt as _,
    panic::resume_unwind,
    path::{Path, PathBuf},
    thread,
};

use super::{CliError, Context, env};
use crate::{
    console::{
        self, Console, ConsoleError, Options,
        app::{About, Mark},
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
    let (store, console) = thread::scope(|scope| {
        let console = scope.spawn(|| prepare(context, &path));
        let store = Store::open(&path, Access::Create, StoreEnv::system(env::state()));
        (store, console.join().unwrap_or_else(|panic| resume_unwind(panic)))
    });
    let store = store?;
    show(console?, store, context, &path, None)
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
    show(prepare(context, path)?, store, context, path, mark)
}

/// Shows a console over an open docket.
fn show(
    console: Console,
    store: Store,
    context: &Context,
    path: &Path,
    mark: Option<Mark>,
) -> Result<(), CliError> {
    let mark = if store.is_rehearsal()? { Some(Mark::Rehearsal) } else { mark };
    let clock: Clock = Box::new(|| (env::now(), env::today()));
    let mut desk = Desk::new(store, env::act(context)?.actor, clock).at_offset(env::offset());
    ended(console.run(mark, drafts_of(path), move |request| desk.answer(request)))
}

/// A console for the docket at `path`, that is not opened yet.
fn prepare(context: &Context, path: &Path) -> Result<Console, CliError> {
    Ok(Console::new(options(context, path)?)?)
}

/// What the console is started with, over the docket at `path`.
pub(super) fn options(context: &Context, path: &Path) -> Result<Options, CliError> {
    let act = env::act(context)?;
    let about = About {
        file: path.display().to_string(),
        actor: act.actor,
        edition: shipped::DEFAULT_EDITION.to_owned(),
        today: act.today,
        mark: None,
        keymap_file: String::new(),
    };
    Ok(Options::find(about, &env::configuration()?))
}

/// The folder for what is left unfinished of the docket at `path`: the same refs in another one are other applications.
pub(super) fn drafts_of(path: &Path) -> PathBuf {
    let whole = path.canonicalize().unwrap_or_else(|_not_there| path.to_owned());
    let own: String = books::sha256(&whole.display().to_string()).chars().take(16).collect();
    env::state().unwrap_or_else(std::env::temp_dir).join("drafts").join(own)
}

/// What the console's end means for the program.
pub(super) fn ended(console: Result<u8, ConsoleError>) -> Result<(), CliError> {
    match console? {
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
