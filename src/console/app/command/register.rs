//! What can be done on Register.

use super::{Availability, Command, Scope, always};
use crate::console::app::model::Model;
use crate::console::app::screen::register;

/// The group.
pub(super) const COMMANDS: &[Command] = &[
    Command {
        id: "register.open",
        title: "open",
        doc: "Opens the application it was granted for.",
        aliases: &["review"],
        scope: Scope::Register,
        footer: true,
        available: has_chosen,
        run: register::open,
    },
    Command {
        id: "register.conditions",
        title: "conditions",
        doc: "Shows the conditions of the chosen certification, to clear one or to open one again.",
        aliases: &["clear condition", "evidence", "reopen"],
        scope: Scope::Register,
        footer: true,
        available: has_conditions,
        run: register::conditions,
    },
    Command {
        id: "register.find",
        title: "find",
        doc: "Narrows the list while it is typed.",
        aliases: &["search"],
        scope: Scope::Register,
        footer: true,
        available: always,
        run: register::find,
    },
    Command {
        id: "register.sort",
        title: "sort",
        doc: "Changes the order: by urgency, ending first, organisation, latest first.",
        aliases: &["order"],
        scope: Scope::Register,
        footer: true,
        available: always,
        run: register::sort,
    },
    Command {
        id: "register.agenda",
        title: "put on the agenda",
        doc: "Puts the chosen certification before the open or the next meeting, to suspend or to revoke it.",
        aliases: &["suspend", "revoke", "council"],
        scope: Scope::Register,
        footer: true,
        available: comes_back,
        run: register::put_on_agenda,
    },
];

fn has_conditions(model: &Model) -> Availability {
    match model.screens.register.chosen(model.about.today) {
        None => Availability::Disabled("nothing is chosen".to_owned()),
        Some(one) if one.conditions.is_empty() => {
            Availability::Disabled("it was granted without conditions".to_owned())
        }
        Some(_) => Availability::Enabled,
    }
}

fn comes_back(model: &Model) -> Availability {
    let register = &model.screens.register;
    let Some(one) = register.chosen(model.about.today) else { return has_chosen(model) };
    match &register.next {
        None => Availability::Disabled("no meeting is open or planned; plan one first".to_owned()),
        Some(next) if next.agenda.contains(&one.reference) => Availability::Disabled(format!(
            "{} is on the agenda of {} already: open a ballot there",
            one.reference, next.meeting
        )),
        Some(_) => Availability::Enabled,
    }
}

fn has_chosen(model: &Model) -> Availability {
    if model.screens.register.cursor.is_empty() {
        Availability::Disabled("nothing is chosen".to_owned())
    } else {
        Availability::Enabled
    }
}
