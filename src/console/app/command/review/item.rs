//! Checking what was put forward: evidence, holders, features and claims alike.

use super::super::{Availability, Command, Scope};
use super::{checkable, opened};
use crate::console::app::effect::Effect;
use crate::console::app::model::Model;
use crate::console::app::overlay::Count;
use crate::console::app::screen::review::{detail, item};
use crate::review::ItemKind;

/// The group.
pub(in crate::console::app::command) const COMMANDS: &[Command] = &[
    command("evidence.accept", "accept", "Accepts it: seen and found good.", item::accept),
    command("evidence.reject", "reject", "Rejects it, with a reason.", item::reject),
    command("evidence.clear", "uncheck", "Takes back what was said of it.", item::clear),
    Command {
        id: "evidence.open",
        title: "count or read",
        doc: "Opens the count of a claim, the points move while it is typed; anything else is shown in full.",
        aliases: &["number", "points", "how often"],
        scope: Scope::Evidence,
        footer: true,
        available: |model| match model.screens.review.item() {
            Some(item) if item.kind == ItemKind::Claim => checkable(model),
            _ => opened(model),
        },
        run: open,
    },
];

/// A command of this group.
const fn command(
    id: &'static str,
    title: &'static str,
    doc: &'static str,
    run: fn(&mut Model) -> Vec<Effect>,
) -> Command {
    let available: fn(&Model) -> Availability = checkable;
    Command {
        id,
        title,
        doc,
        aliases: &["evidence", "claim"],
        scope: Scope::Evidence,
        footer: true,
        available,
        run,
    }
}

fn open(model: &mut Model) -> Vec<Effect> {
    let review = &model.screens.review;
    let (Some(item), Some(file)) = (review.item(), &review.file) else { return Vec::new() };
    if item.kind != ItemKind::Claim {
        return detail::open(model);
    }
    let count = Count::new(file, item.n);
    model.open(count)
}
