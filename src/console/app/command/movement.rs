//! Moving in a list.

use super::{Command, Scope, always};
use crate::console::app::cursor::Step;
use crate::console::app::effect::Effect;
use crate::console::app::model::Model;

/// The group.
pub(super) const COMMANDS: &[Command] = &[
    command("move.down", "down", "Goes to the next row.", |model| model.step(Step::Down)),
    command("move.up", "up", "Goes to the row before.", |model| model.step(Step::Up)),
    command("move.half-down", "half a page down", "Goes half a page down.", |model| {
        model.step(Step::HalfDown)
    }),
    command("move.half-up", "half a page up", "Goes half a page up.", |model| model.step(Step::HalfUp)),
    command("move.first", "first", "Goes to the first row.", |model| model.step(Step::First)),
    command("move.last", "last", "Goes to the last row.", |model| model.step(Step::Last)),
];

/// A command of this group.
const fn command(
    id: &'static str,
    title: &'static str,
    doc: &'static str,
    run: fn(&mut Model) -> Vec<Effect>,
) -> Command {
    Command { id, title, doc, aliases: &["move"], scope: Scope::Move, footer: false, available: always, run }
}
