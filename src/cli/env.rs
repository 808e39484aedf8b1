//! The edge: files, environment, clock. What a verb knows of its surroundings it asks here.

use std::{
    fs::OpenOptions,
    io::{self, Read as _, Write as _},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use chrono::{DateTime, FixedOffset, Local, NaiveDate, SubsecRound as _, Utc};
use etcetera::{BaseStrategy as _, base_strategy::Xdg};
use serde::Deserialize;

use super::{CliError, Context};
use crate::{intake::limits, record::Act};

/// The docket to work on: `--file`, `$DOCKET_FILE`, else the one in the data folder.
pub(super) fn docket(context: &Context) -> Result<PathBuf, CliError> {
    if let Some(named) = context.file.clone().or_else(named_file) {
        return Ok(named);
    }
    Ok(folders()?.data_dir().join("docket").join("docket.sqlite"))
}

/// Whether nothing is at `path`, or a file without content, as `touch` makes it.
pub(super) fn is_blank(path: &Path) -> bool {
    match std::fs::metadata(path) {
        Ok(about) => about.is_file() && about.len() == 0,
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}

/// The folder of the configuration.
pub(super) fn configuration() -> Result<PathBuf, CliError> {
    Ok(folders()?.config_dir().join("docket"))
}

/// The folder that remembers what this installation has written; `None` where there is no home for it.
pub(super) fn state() -> Option<PathBuf> {
    Some(folders().ok()?.state_dir()?.join("docket"))
}

/// Who acts, in which role, and when.
pub(super) fn act(context: &Context) -> Result<Act, CliError> {
    Ok(Act { actor: actor(context)?, role: context.role, at: now(), today: today() })
}

/// Who acts: `--actor`, the configured name, else the login name.
fn actor(context: &Context) -> Result<String, CliError> {
    let given = context.actor.clone().filter(|name| !name.trim().is_empty());
    if let Some(name) = given.or(settings()?.actor) {
        return Ok(name);
    }
    let uid = rustix::process::getuid().as_raw();
    let login = ["LOGNAME", "USER"].into_iter().find_map(variable).or_else(|| listed(uid));
    Ok(login.unwrap_or_else(|| format!("uid {uid}")))
}

/// The login name that this system lists for a user.
fn listed(uid: u32) -> Option<String> {
    login_of(uid, &text(Path::new("/etc/passwd")).ok()?).map(str::to_owned)
}

/// The login name of a user in a list such as `/etc/passwd`: the first field where the third is the number.
fn login_of(uid: u32, list: &str) -> Option<&str> {
    list.lines().find_map(|line| {
        let mut fields = line.split(':');
        let name = fields.next().filter(|name| !name.is_empty())?;
        (fields.nth(1)?.parse() == Ok(uid)).then_some(name)
    })
}

/// What `config.toml` in the configuration folder may say.
#[derive(Default, Deserialize)]
struct Configuration {
    actor: Option<String>,
}

fn settings() -> Result<Configuration, CliError> {
    let Ok(folder) = configuration() else { return Ok(Configuration::default()) };
    let path = folder.join("config.toml");
    if !path.is_file() {
        return Ok(Configuration::default());
    }
    let text = text(&path)?;
    toml::from_str(&text)
        .map_err(|error| CliError::input(&path, error.to_string().trim_end().replace('\n', "; ")))
}

/// The files in the configuration folder that hold editions of one's own, by name.
pub(super) fn edition_files() -> Vec<PathBuf> {
    let Ok(folder) = configuration() else { return Vec::new() };
    let Ok(entries) = std::fs::read_dir(folder.join("editions")) else { return Vec::new() };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut files: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|end| end == "toml")).collect();
    files.sort();
    files
}

/// The bytes of a file of applications that a person named, at most one more than is read of it; `-` is standard input.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, CliError> {
    read(path, u64::try_from(limits::FILE).unwrap_or(u64::MAX).saturating_add(1))
}

/// Bytes of one text: an export of a very large docket, and no device that never ends.
const TEXT: u64 = 1 << 30;

/// The text of a file that a person named; `-` is standard input.
pub(super) fn text(path: &Path) -> Result<String, CliError> {
    let bytes = read(path, TEXT.saturating_add(1))?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > TEXT {
        return Err(CliError::input(path, format!("is longer than {TEXT} bytes, the most that is read")));
    }
    String::from_utf8(bytes)
        .map_err(|error| CliError::input(path, format!("is no UTF-8 text ({error}); save it as UTF-8")))
}

#[expect(clippy::disallowed_methods, reason = "the command line is the edge where files are read")]
fn read(path: &Path, at_most: u64) -> Result<Vec<u8>, CliError> {
    let read = |from: &mut dyn io::Read| {
        let mut bytes = Vec::new();
        from.take(at_most).read_to_end(&mut bytes).map(|_| bytes)
    };
    let bytes = match path.to_str() {
        Some("-") => read(&mut io::stdin().lock()),
        _ => std::fs::File::open(path).and_then(|mut file| read(&mut file)),
    };
    bytes.map_err(|error| CliError::input(path, format!("cannot be read ({error}); check the path")))
}

/// Writes a file that only its owner can read.
pub(super) fn write(path: &Path, text: &str) -> Result<(), CliError> {
    let mut options = OpenOptions::new();
    let opened = options.write(true).create(true).truncate(true).mode(0o600).open(path);
    let written = opened.and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.sync_all()));
    written.map_err(|error| CliError::input(path, format!("cannot be written ({error}); name another file")))
}

/// The day where the person is.
#[expect(clippy::disallowed_methods, reason = "the command line is an edge that may ask the clock")]
pub(super) fn today() -> NaiveDate {
    Local::now().date_naive()
}

/// The time of day where the person is, against UTC.
#[expect(clippy::disallowed_methods, reason = "the command line is an edge that may ask the clock")]
pub(super) fn offset() -> FixedOffset {
    *Local::now().offset()
}

/// The instant, in microseconds as the journal keeps it.
#[expect(clippy::disallowed_methods, reason = "the command line is an edge that may ask the clock")]
pub(super) fn now() -> DateTime<Utc> {
    Utc::now().trunc_subsecs(6)
}

/// The docket that `$DOCKET_FILE` names; a path may be no text.
#[expect(clippy::disallowed_methods, reason = "the command line is an edge that reads the environment")]
fn named_file() -> Option<PathBuf> {
    std::env::var_os("DOCKET_FILE").filter(|name| !name.is_empty()).map(PathBuf::from)
}

#[expect(clippy::disallowed_methods, reason = "the command line is an edge that reads the environment")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn folders() -> Result<Xdg, CliError> {
    Xdg::new().map_err(|_no_home| CliError::NoHome)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_is_called_by_the_login_name_that_is_listed() {
        let list =
            "root:x:0:0:root:/root:/bin/sh\n\n# a remark\n:x:7:7\nann:x:1000:1000:Ann:/home/ann:/bin/sh\n";
        assert_eq!(login_of(1000, list), Some("ann"));
        assert_eq!(login_of(0, list), Some("root"));
        assert_eq!((login_of(7, list), login_of(100, list)), (None, None));
    }
}
