//! What is noted of a line of the agenda.

use super::{
    CliError, Context, Work, agenda,
    council::{self, MeetingArg},
};
use crate::{council::Action, record::agenda as changes};

/// Notes `text`; with an action somebody is to do it.
pub(super) fn write(
    named: Option<&MeetingArg>,
    item: &str,
    text: String,
    action: Option<Action>,
    context: &Context,
) -> Result<(), CliError> {
    let work = Work::begin(context)?;
    let meeting = council::meeting(&work.store, named)?;
    let topic = agenda::find(&meeting, item)?;
    work.finish(vec![changes::note(&meeting, topic, text, action)])
}

/// Takes note `n` back.
pub(super) fn take_back(named: Option<&MeetingArg>, n: u32, context: &Context) -> Result<(), CliError> {
    let work = Work::begin(context)?;
    let meeting = council::meeting(&work.store, named)?;
    let change = changes::take_back(&meeting, n).ok_or_else(|| {
        CliError::Wrong(format!("meeting {} has no note {n}; see `docket meeting show`", meeting.id))
    })?;
    work.finish(vec![change])
}
