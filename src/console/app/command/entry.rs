//! What works while a text is typed; every other key types.

use super::{Availability, Command, Scope, always};
use crate::console::app::cursor::Step;
use crate::console::app::effect::Effect;
use crate::console::app::model::Model;
use crate::console::app::overlay::{self, Overlay};

/// The group.
pub(super) const COMMANDS: &[Command] = &[
    command("entry.accept", "accept", "Takes the text, or the chosen row.", always, overlay::accept),
    command("entry.leave", "leave", "Leaves without taking the text.", always, |model| {
        overlay::give_up(model).unwrap_or_default()
    }),
    command("entry.down", "down", "Goes to the next row or field.", always, |model| {
        overlay::step(model, Step::Down)
    }),
    command("entry.up", "up", "Goes to the row or field before.", always, |model| {
        overlay::step(model, Step::Up)
    }),
    command("entry.newline", "new line", "Begins a new line in the text.", is_long, |model| {
        overlay::change(model, |line| _ = overlay::typing::insert(line, "\n"))
    }),
    command(
        "entry.edit",
        "editor",
        "Opens the text in your editor ($VISUAL or $EDITOR).",
        has_text,
        overlay::edit,
    ),
    command(
        "entry.afresh",
        "begin afresh",
        "Throws away the unfinished text that came back.",
        is_restored,
        overlay::afresh,
    ),
];

/// A command of this group.
const fn command(
    id: &'static str,
    title: &'static str,
    doc: &'static str,
    available: fn(&Model) -> Availability,
    run: fn(&mut Model) -> Vec<Effect>,
) -> Command {
    Command { id, title, doc, aliases: &[], scope: Scope::Entry, footer: !moves(id), available, run }
}

/// Moving needs no hint.
const fn moves(id: &str) -> bool {
    matches!(id.as_bytes(), b"entry.up" | b"entry.down")
}

fn is_long(model: &Model) -> Availability {
    match model.overlays.last() {
        Some(Overlay::Input(_)) => Availability::Enabled,
        _ => Availability::Hidden,
    }
}

fn is_restored(model: &Model) -> Availability {
    match model.overlays.last() {
        Some(overlay) if overlay.is_restored() => Availability::Enabled,
        _ => Availability::Hidden,
    }
}

fn has_text(model: &Model) -> Availability {
    match model.overlays.last() {
        Some(Overlay::Input(_) | Overlay::Form(_)) => Availability::Enabled,
        _ => Availability::Hidden,
    }
}
