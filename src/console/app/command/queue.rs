//! What can be done on Queue.

use super::{Availability, Command, Scope, always};
use crate::console::app::model::Model;
use crate::console::app::screen::meeting::electronic;
use crate::console::app::screen::queue;

/// The group.
pub(super) const COMMANDS: &[Command] = &[
    Command {
        id: "queue.open",
        title: "open",
        doc: "Opens the chosen application.",
        aliases: &["review"],
        scope: Scope::Queue,
        footer: true,
        available: has_chosen,
        run: queue::open,
    },
    Command {
        id: "queue.find",
        title: "find",
        doc: "Narrows the list while it is typed: ref, organisation or parent.",
        aliases: &["search"],
        scope: Scope::Queue,
        footer: true,
        available: always,
        run: queue::look::find,
    },
    Command {
        id: "queue.filter",
        title: "filter",
        doc: "Shows one of the saved views.",
        aliases: &["view", "mine", "unassigned"],
        scope: Scope::Queue,
        footer: true,
        available: always,
        run: queue::look::view,
    },
    Command {
        id: "queue.sort",
        title: "sort",
        doc: "Changes the order: oldest, organisation, stage, due date.",
        aliases: &["order"],
        scope: Scope::Queue,
        footer: true,
        available: always,
        run: queue::look::sort,
    },
    Command {
        id: "queue.assign",
        title: "assign",
        doc: "Says who reviews the marked applications, or the chosen one, and by when.",
        aliases: &["reviewer", "due"],
        scope: Scope::Queue,
        footer: true,
        available: has_chosen,
        run: queue::assign::open,
    },
    Command {
        id: "queue.new",
        title: "new",
        doc: "Adds one application by hand.",
        aliases: &["add", "form"],
        scope: Scope::Queue,
        footer: true,
        available: always,
        run: queue::form::open,
    },
    Command {
        id: "queue.mark",
        title: "mark",
        doc: "Marks the chosen application, to assign several at once.",
        aliases: &["select"],
        scope: Scope::Queue,
        footer: false,
        available: has_chosen,
        run: queue::mark,
    },
    Command {
        id: "queue.electronic",
        title: "electronic ballot",
        doc: "Puts a motion on the chosen application to all members, who answer until a deadline.",
        aliases: &["e-vote", "without a meeting", "deadline"],
        scope: Scope::Queue,
        footer: true,
        available: votes,
        run: electronic::ask,
    },
    Command {
        id: "queue.import",
        title: "import a file",
        doc: "Queues the applications of a JSON, JSON Lines or CSV file.",
        aliases: &["load", "csv", "json"],
        scope: Scope::Queue,
        footer: false,
        available: always,
        run: queue::import::open,
    },
];

fn votes(model: &Model) -> Availability {
    electronic::cannot_open(model).map_or(Availability::Enabled, Availability::Disabled)
}

fn has_chosen(model: &Model) -> Availability {
    if model.screens.queue.cursor.is_empty() {
        Availability::Disabled("no application is chosen".to_owned())
    } else {
        Availability::Enabled
    }
}
