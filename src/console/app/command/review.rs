//! Commands of Review, and when they can be used.

pub(super) mod case;
pub(super) mod finding;
pub(super) mod item;
pub(super) mod look;

use super::Availability;
use crate::console::app::model::Model;
use crate::console::app::screen::review::{File, Pane};

/// An application is open.
fn opened(model: &Model) -> Availability {
    with(model, |_| Ok(()))
}

/// An application is open and may be changed.
fn unlocked(model: &Model) -> Availability {
    with(model, |file| file.locked().map_or(Ok(()), Err))
}

/// An application is open and under review.
fn reviewed(model: &Model) -> Availability {
    with(model, |file| file.closed().map_or(Ok(()), Err))
}

/// A requirement is chosen and may be found something.
fn findable(model: &Model) -> Availability {
    if model.screens.review.pane != Pane::Requirements {
        return refuse("findings are made in the pane Requirements; tab goes there");
    }
    match reviewed(model) {
        Availability::Enabled if model.screens.review.requirement().is_none() => {
            refuse("this program asks nothing")
        }
        other => other,
    }
}

/// An item is chosen and may be checked.
fn checkable(model: &Model) -> Availability {
    match reviewed(model) {
        Availability::Enabled if model.screens.review.item().is_none() => {
            refuse("there is nothing here to check")
        }
        other => other,
    }
}

fn with(model: &Model, allowed: impl FnOnce(&File) -> Result<(), String>) -> Availability {
    match model.screens.review.file.as_deref().map(allowed) {
        Some(Ok(())) => Availability::Enabled,
        Some(Err(why)) => Availability::Disabled(why),
        None => refuse("no application is open; choose one in the Queue"),
    }
}

fn refuse(why: &str) -> Availability {
    Availability::Disabled(why.to_owned())
}
