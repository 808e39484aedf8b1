//! The consent list of a meeting: what is to be moved as one, and what a member pulls from it.

use schemars::JsonSchema;
use serde::Serialize;

use super::{
    CliError, Context, Work,
    council::{self, MeetingArg, SeatArg},
    docket, out,
};
use crate::{
    council::together::Pulled,
    record::{describe::or_none, together as changes},
    review::Ref,
};

/// An item of the consent list.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Listed<'m> {
    /// The application.
    r#ref: &'m Ref,
    /// Who pulled it, if somebody did.
    pulled: Option<&'m Pulled>,
}

/// Writes the consent list.
pub(super) fn print(named: Option<&MeetingArg>, context: &Context) -> Result<(), CliError> {
    let meeting = council::meeting(&docket::read(context)?, named)?;
    let listed = meeting.agenda.iter().filter_map(|reference| {
        let pulled = meeting.consent.get(reference)?.pulled.as_ref();
        Some(Listed { r#ref: reference, pulled })
    });
    if context.json {
        return out::json(&listed.collect::<Vec<_>>());
    }
    let row =
        |one: Listed<'_>| [one.r#ref.to_string(), one.pulled.map_or(String::new(), |by| or_none(Some(by)))];
    out::table(&listed.map(row).collect::<Vec<_>>())
}

/// Puts items of the agenda on the consent list, or takes them `off`.
pub(super) fn set(
    named: Option<&MeetingArg>,
    refs: Vec<String>,
    off: bool,
    context: &Context,
) -> Result<(), CliError> {
    let work = Work::begin(context)?;
    let meeting = council::meeting(&work.store, named)?;
    let refs = refs.into_iter().map(Ref::new);
    let made = refs.filter_map(|reference| changes::list(&meeting, &reference, !off)).collect();
    work.finish(made)
}

/// Lets a member pull an item from the consent list, before the motion is put.
pub(super) fn pull(
    named: Option<&MeetingArg>,
    reference: &str,
    by: &SeatArg,
    because: Option<String>,
    context: &Context,
) -> Result<(), CliError> {
    let work = Work::begin(context)?;
    let meeting = council::meeting(&work.store, named)?;
    let by = by.find(&meeting.members, &work.store.seats()?)?;
    let reference = Ref::from(reference);
    if !meeting.consent.contains_key(&reference) {
        return Err(CliError::Wrong(format!(
            "{reference} is not on the consent list of meeting {}; see `docket meeting consent`",
            meeting.id
        )));
    }
    work.finish(vec![changes::pull_item(&meeting, &reference, Pulled { by, because })])
}
