//! May a change be made? It must rest on what is there (`was` equals what is), name what is known, and be allowed by
//! the rules. What has to be loaded for an answer is [`Change::needs`]; what was loaded is a [`Before`].

mod before;
mod refusal;

pub use before::{Before, Listed, MeetingNeeded, Needs, Note};
pub use refusal::Refusal;

use super::{act::Act, change::Change};

/// Whether `change` may be made by `act` on what is there.
///
/// # Errors
/// The reason why not, with what to do instead.
pub fn check(change: &Change, before: &Before, act: &Act) -> Result<(), Refusal> {
    check_act(act)?;
    check_founded(change, before)
}

/// Whether `change`, the mirror image of an earlier one, may be made: it must still rest on what is there and fit it,
/// but is not asked for a role, a verdict or a day again, for it only restores what was allowed before.
///
/// # Errors
/// The reason why not, with what to do instead.
pub fn check_undo(change: &Change, before: &Before, act: &Act) -> Result<(), Refusal> {
    check_act(act)?;
    check_founded(change, before)
}

fn check_act(act: &Act) -> Result<(), Refusal> {
    if act.actor.trim().is_empty() {
        return Err(Refusal::invalid("the name of who makes the change is empty", "give one with --actor"));
    }
    Ok(())
}

fn check_founded(change: &Change, before: &Before) -> Result<(), Refusal> {
    match (change, &before.docket) {
        (Change::Founded { .. }, Some(docket)) => Err(Refusal::not_allowed(
            format!("this docket is founded already, as {docket}"),
            "start another one in a file of its own",
        )),
        (Change::Founded { .. }, None) | (_, Some(_)) => Ok(()),
        (_, None) => {
            Err(Refusal::not_allowed("this file holds no docket yet", "found it with its first change"))
        }
    }
}
