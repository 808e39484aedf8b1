//! What can be done on Handbook.

use super::{Availability, Command, Scope, always};
use crate::console::app::model::Model;
use crate::console::app::screen::handbook;

/// The group.
pub(super) const COMMANDS: &[Command] = &[
    Command {
        id: "handbook.open",
        title: "read",
        doc: "Shows the chosen rule whole.",
        aliases: &["open"],
        scope: Scope::Handbook,
        footer: true,
        available: has_chosen,
        run: handbook::open,
    },
    Command {
        id: "handbook.find",
        title: "find",
        doc: "Narrows the list while it is typed.",
        aliases: &["search"],
        scope: Scope::Handbook,
        footer: true,
        available: always,
        run: handbook::find,
    },
    Command {
        id: "handbook.chapter",
        title: "chapter",
        doc: "Goes to a program, a table or the council.",
        aliases: &["filter", "program"],
        scope: Scope::Handbook,
        footer: true,
        available: always,
        run: handbook::chapter,
    },
    Command {
        id: "handbook.edition",
        title: "edition",
        doc: "Shows another edition: one that ships, or one that this docket keeps.",
        aliases: &["rules of", "version", "switch"],
        scope: Scope::Handbook,
        footer: true,
        available: |model| match model.screens.handbook.editions.len() {
            0 | 1 => Availability::Hidden,
            _ => Availability::Enabled,
        },
        run: handbook::edition,
    },
];

fn has_chosen(model: &Model) -> Availability {
    if model.screens.handbook.cursor.is_empty() {
        Availability::Disabled("nothing is chosen".to_owned())
    } else {
        Availability::Enabled
    }
}
