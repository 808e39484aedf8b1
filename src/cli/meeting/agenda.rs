//! The agenda of a meeting: printed, added to, taken from.

use super::{
    CliError, Context, Work, changes,
    council::{self, MeetingArg},
    docket, out,
};
use crate::review::Ref;

/// Writes the agenda.
pub(super) fn print(named: Option<&MeetingArg>, context: &Context) -> Result<(), CliError> {
    let meeting = council::meeting(&docket::read(context)?, named)?;
    if context.json {
        return out::json(&meeting.agenda);
    }
    meeting.agenda.iter().try_for_each(|reference| out::line(reference.as_str()))
}

/// Adds `refs` to the agenda, takes them `off`, or lets it be them `only`.
pub(super) fn set(
    named: Option<&MeetingArg>,
    refs: Vec<String>,
    (off, only): (bool, bool),
    context: &Context,
) -> Result<(), CliError> {
    let work = Work::begin(context)?;
    let meeting = council::meeting(&work.store, named)?;
    let refs: Vec<Ref> = refs.into_iter().map(Ref::new).collect();
    let was = &meeting.agenda;
    if let Some(absent) = refs.iter().find(|one| off && !was.contains(one)) {
        return Err(CliError::Wrong(format!("{absent} is not on the agenda of meeting {}", meeting.id)));
    }
    let now: Vec<Ref> = match (off, only) {
        (true, _) => was.iter().filter(|one| !refs.contains(one)).cloned().collect(),
        (_, true) => refs,
        _ => was.iter().cloned().chain(refs.into_iter().filter(|one| !was.contains(one))).collect(),
    };
    let same = *was == now;
    work.finish(if same { Vec::new() } else { vec![changes::set_agenda(&meeting, now)] })
}
