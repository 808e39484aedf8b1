//! What can be done on Today.

use super::{Availability, Command, Scope};
use crate::console::app::model::Model;
use crate::console::app::screen::{queue, today};

/// The group.
pub(super) const COMMANDS: &[Command] = &[
    Command {
        id: "today.open",
        title: "open",
        doc: "Opens what is chosen: an application, the meeting, or a way to begin.",
        aliases: &["review"],
        scope: Scope::Today,
        footer: true,
        available: has_rows,
        run: today::open,
    },
    Command {
        id: "today.import",
        title: "import a file",
        doc: "Queues the applications of a JSON, JSON Lines or CSV file.",
        aliases: &["load", "csv", "json"],
        scope: Scope::Today,
        footer: false,
        available: super::always,
        run: queue::import::open,
    },
    Command {
        id: "today.new",
        title: "new application",
        doc: "Adds one application by hand.",
        aliases: &["add", "form"],
        scope: Scope::Today,
        footer: false,
        available: super::always,
        run: queue::form::open,
    },
];

fn has_rows(model: &Model) -> Availability {
    if model.screens.today.cursor.is_empty() {
        Availability::Disabled("nothing is due".to_owned())
    } else {
        Availability::Enabled
    }
}
