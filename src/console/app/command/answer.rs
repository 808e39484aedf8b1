//! Answering a question with yes or no.

use super::{Command, Scope, always};
use crate::console::app::overlay;

/// The group.
pub(super) const COMMANDS: &[Command] = &[
    Command {
        id: "answer.yes",
        title: "yes",
        doc: "Does what was asked about.",
        aliases: &["confirm"],
        scope: Scope::Answer,
        footer: true,
        available: always,
        run: overlay::accept,
    },
    Command {
        id: "answer.no",
        title: "no",
        doc: "Leaves everything as it is.",
        aliases: &["cancel"],
        scope: Scope::Answer,
        footer: true,
        available: always,
        run: |model| overlay::give_up(model).unwrap_or_default(),
    },
];
