//! What can be done with a drafted message.

use super::{Availability, Command, Scope, always};
use crate::console::app::effect::Effect;
use crate::console::app::model::Model;
use crate::console::app::overlay::{self, Overlay};
use crate::console::app::screen::review::case::message;

/// The group.
pub(super) const COMMANDS: &[Command] = &[
    command(
        "letter.edit",
        "edit",
        "Opens the message in your editor ($VISUAL or $EDITOR).",
        always,
        message::edit,
    ),
    command(
        "letter.copy",
        "copy",
        "Puts the message on the clipboard of the terminal.",
        always,
        message::copy,
    ),
    command(
        "letter.sent",
        "note as sent",
        "Keeps the message as a note, and asks whether the applicant owes an answer.",
        always,
        message::sent,
    ),
    command(
        "letter.afresh",
        "draft afresh",
        "Throws away what was edited, and drafts the message again.",
        |model| match model.overlays.last() {
            Some(Overlay::Letter(letter)) if letter.restored => Availability::Enabled,
            _ => Availability::Hidden,
        },
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
    Command {
        id,
        title,
        doc,
        aliases: &["letter", "message"],
        scope: Scope::Letter,
        footer: true,
        available,
        run,
    }
}
