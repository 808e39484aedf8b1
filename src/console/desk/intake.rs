//! Applications come in: from a file, from the form, or as the samples.

use std::path::{Path, PathBuf};

use super::{Desk, Trouble};
use crate::console::app::Reply;
use crate::console::app::effect::IntakeRequest;
use crate::console::app::wording;
use crate::intake::{self, Batch, IntakeError, Mapping, Options, Submission};
use crate::record::Change;
use crate::review::Stage;
use crate::rules::{Edition, shipped};
use crate::samples;

/// Refusals that are named; more are counted.
const NAMED: usize = 3;

/// Takes applications in.
pub(super) fn answer(desk: &mut Desk, request: IntakeRequest) -> Result<Reply, Trouble> {
    match request {
        IntakeRequest::File { path, mapping } => file(desk, &path, mapping.as_deref()),
        IntakeRequest::Form(filled) => form(desk, &filled),
        IntakeRequest::Samples => load_samples(desk),
    }
}

fn form(desk: &mut Desk, filled: &[(&'static str, String)]) -> Result<Reply, Trouble> {
    let editions: Vec<&Edition> = shipped::editions().collect();
    let filled: Vec<(&str, &str)> = filled.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let submission =
        intake::form(&filled, &editions).map_err(|refused| Trouble::Refused(refused.to_string()))?;
    if desk.store.knows(&submission.reference)? {
        let reference = &submission.reference;
        return Err(Trouble::Refused(format!("{reference} is in the docket already; open it there")));
    }
    let today = desk.today();
    desk.commit(None, vec![submission.queued(Stage::Received, today)])
}

fn file(desk: &mut Desk, typed: &str, mapping: Option<&str>) -> Result<Reply, Trouble> {
    let path = place(typed);
    let mapping = mapping.map(self::mapping).transpose()?;
    let batch = read(&path, mapping.as_ref())?;
    if !batch.refused.is_empty() {
        return Err(Trouble::Refused(refusals(&path, &batch)));
    }
    let today = desk.today();
    let mut changes = Vec::with_capacity(batch.submissions.len());
    let (mut known, mut other) = (0, Vec::new());
    for submission in batch.submissions {
        match stands(desk, &submission)? {
            Standing::New => changes.push(submission.queued(Stage::Received, today)),
            Standing::Same => known += 1,
            Standing::Other => other.push(submission.reference.to_string()),
        }
    }
    let said = summary(changes.len(), known, &other, batch.left_out.len());
    queue(desk, changes)?;
    Ok(Reply::Done { what: said, undoable: false, warnings: Vec::new() })
}

/// What is known of a submission before it is taken in.
enum Standing {
    New,
    Same,
    Other,
}

fn stands(desk: &Desk, submission: &Submission) -> Result<Standing, Trouble> {
    if !desk.store.knows(&submission.reference)? {
        return Ok(Standing::New);
    }
    let last = desk.store.submissions(&submission.reference)?.pop().and_then(|last| last.original);
    let same = last.is_some_and(|last| intake::comparable(&last) == intake::comparable(&submission.original));
    Ok(if same { Standing::Same } else { Standing::Other })
}

fn queue(desk: &mut Desk, changes: Vec<Change>) -> Result<(), Trouble> {
    if !changes.is_empty() {
        let act = desk.act(None);
        desk.store.commit(&act, changes)?;
    }
    Ok(())
}

fn summary(queued: usize, known: usize, other: &[String], left_out: usize) -> String {
    let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let mut said = vec![format!("{} queued", wording::count(number(queued), "application"))];
    if known > 0 {
        said.push(format!("{known} known already"));
    }
    if !other.is_empty() {
        said.push(format!("left as they are, with other content: {}", other.join(", ")));
    }
    if left_out > 0 {
        said.push(format!("{} left out by the mapping", wording::count(number(left_out), "row")));
    }
    said.join("; ")
}

/// The file that a person typed; `~/` is the home folder.
#[expect(
    clippy::disallowed_methods,
    reason = "the desk is the edge where a typed path meets the environment"
)]
fn place(typed: &str) -> PathBuf {
    match (typed.strip_prefix("~/"), std::env::var_os("HOME")) {
        (Some(rest), Some(home)) => Path::new(&home).join(rest),
        _ => PathBuf::from(typed),
    }
}

/// What the columns of a file mean: a mapping by its name, or in a file.
fn mapping(typed: &str) -> Result<Mapping, Trouble> {
    let refused = |error: IntakeError| Trouble::Refused(error.to_string());
    if let Ok(shipped) = Mapping::shipped(typed) {
        return Ok(shipped);
    }
    let path = place(typed);
    if !path.is_file() {
        return Mapping::shipped(typed).map_err(refused);
    }
    let text = String::from_utf8(bytes(&path)?)
        .map_err(|_not_text| Trouble::Refused(format!("{}: is no UTF-8 text", path.display())))?;
    Mapping::parse(typed, &text).map_err(refused)
}

fn failed(path: &Path, why: &str) -> Trouble {
    Trouble::Refused(format!("{}: {why}", path.display()))
}

#[expect(
    clippy::disallowed_methods,
    reason = "the desk is the edge where a file that a person named is read"
)]
fn bytes(path: &Path) -> Result<Vec<u8>, Trouble> {
    use std::io::Read as _;
    let most = u64::try_from(intake::limits::FILE).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    std::fs::File::open(path)
        .and_then(|file| file.take(most).read_to_end(&mut bytes))
        .map_err(|error| failed(path, &format!("cannot be read ({error}); check the path")))?;
    Ok(bytes)
}

fn read(path: &Path, mapping: Option<&Mapping>) -> Result<Batch, Trouble> {
    let editions: Vec<&Edition> = shipped::editions().collect();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    intake::read(&name, &bytes(path)?, Options { editions: &editions, mapping })
        .map_err(|error| failed(path, &error.to_string()))
}

/// Why nothing of a file was taken.
fn refusals(path: &Path, batch: &Batch) -> String {
    let named: Vec<String> = batch.refused.iter().take(NAMED).map(ToString::to_string).collect();
    let more = batch.refused.len().saturating_sub(NAMED);
    let more = if more > 0 { format!("; and {more} more") } else { String::new() };
    format!("{}, nothing was queued: {}{more}", path.display(), named.join("; "))
}

/// The samples go into an empty docket only. What each of them did stays apart in the journal.
fn load_samples(desk: &mut Desk) -> Result<Reply, Trouble> {
    let act = desk.act(None);
    if !desk.store.is_empty()? {
        return Err(Trouble::Refused("the samples go into an empty docket only".to_owned()));
    }
    samples::load(&mut desk.store, &act.actor, act.today)
        .map_err(|error| Trouble::Failed(error.to_string()))?;
    Ok(Reply::Done { what: "the samples are loaded".to_owned(), undoable: false, warnings: Vec::new() })
}
