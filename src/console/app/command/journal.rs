//! What can be done on Journal.

use super::{Availability, Command, Scope, always};
use crate::console::app::model::Model;
use crate::console::app::screen::journal;

/// The group.
pub(super) const COMMANDS: &[Command] = &[
    Command {
        id: "journal.open",
        title: "read",
        doc: "Shows the chosen entry whole.",
        aliases: &["open"],
        scope: Scope::Journal,
        footer: true,
        available: has_chosen,
        run: journal::open,
    },
    Command {
        id: "journal.verify",
        title: "verify",
        doc: "Checks chain, tables and triggers, and shows what came out.",
        aliases: &["check", "fingerprint", "trust"],
        scope: Scope::Journal,
        footer: true,
        available: always,
        run: journal::verify,
    },
];

fn has_chosen(model: &Model) -> Availability {
    if model.screens.journal.cursor.is_empty() {
        Availability::Disabled("nothing is chosen".to_owned())
    } else {
        Availability::Enabled
    }
}
