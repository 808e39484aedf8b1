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
        app::About,
        desk::{Clock, Desk},
    },
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
    match &context.file {
        Some(path) => show_samples(context, path, env::state()),
        None => {
            let folder = Throwaway::make()?;
            show_samples(context, &folder.0.join("demo.sqlite"), None)
        }
    }
}

/// Fills an empty docket with the samples, and opens the console on it.
fn show_samples(context: &Context, path: &Path, state: Option<PathBuf>) -> Result<(), CliError> {
    let mut store = Store::open(path, Access::Create, StoreEnv::system(state))?;
    if store.is_empty()? {
        samples::load(&mut store, &env::act(context)?.actor, env::today())?;
    }
    run(context, store, path, Some("demo"))
}

fn run(context: &Context, store: Store, path: &Path, mark: Option<&str>) -> Result<(), CliError> {
    let act = env::act(context)?;
    let about = About {
        file: path.display().to_string(),
        actor: act.actor.clone(),
        edition: shipped::DEFAULT_EDITION.to_owned(),
        today: act.today,
        mark: mark.map(str::to_owned),
        keymap_file: String::new(),
    };
    let state = env::state().unwrap_or_else(std::env::temp_dir);
    let options = Options::find(about, &env::configuration()?, &state);
    let clock: Clock = Box::new(|| (env::now(), env::today()));
    let mut desk = Desk::new(store, act.actor, clock).at_offset(env::offset());
    match console::run(options, move |request| desk.answer(request))? {
        0 => Ok(()),
        status => Err(CliError::Ended(status)),
    }
}

/// A folder of our own that is gone when this is dropped.
struct Throwaway(PathBuf);

impl Throwaway {
    fn make() -> Result<Self, CliError> {
        let path = std::env::temp_dir().join(format!(
            "docket-demo-{}-{}",
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
