//! Arranging the review of an application.

use super::super::{Availability, Command, Scope};
use super::{opened, reviewed, unlocked, with};
use crate::console::app::effect::Effect;
use crate::console::app::model::Model;
use crate::console::app::screen::meeting::electronic;
use crate::console::app::screen::review::case::{arrange, correct, demo, message};
use crate::console::app::screen::review::stages;
use crate::review::documents_in;

/// The group.
pub(in crate::console::app::command) const COMMANDS: &[Command] = &[
    Command {
        available: opened,
        ..command(
            "review.message",
            "message",
            "Drafts the message to the applicant: what is missing, with your texts.",
            &["letter", "mail", "applicant", "write"],
            message::ask,
        )
    },
    command(
        "review.assign",
        "assign",
        "Says who reviews it, and by when.",
        &["reviewer", "due"],
        arrange::assign,
    ),
    Command {
        footer: true,
        ..command(
            "review.stage",
            "stage",
            "Moves the application to another stage; those refused say why.",
            &["move", "ready for tac", "withdraw", "awaiting applicant"],
            stages::choose,
        )
    },
    Command {
        available: |model| match unlocked(model) {
            Availability::Enabled => {
                electronic::cannot_open(model).map_or(Availability::Enabled, Availability::Disabled)
            }
            other => other,
        },
        ..command(
            "review.electronic",
            "electronic ballot",
            "Opens an electronic ballot: all members answer until a deadline.",
            &["e-vote", "without a meeting", "deadline"],
            electronic::ask,
        )
    },
    command(
        "review.park",
        "set aside",
        "Sets the application aside until a day.",
        &["park", "later"],
        stages::park,
    ),
    Command {
        available: opened,
        ..command("review.note", "private note", "Writes a private note.", &["comment"], arrange::note)
    },
    Command {
        available: reviewed,
        ..command(
            "review.correct",
            "correct a fact",
            "Corrects a fact, such as the size of the company; what was sent is kept.",
            &["amend", "employees", "membership", "parent"],
            correct::choose,
        )
    },
    Command {
        available: reviewed,
        ..command(
            "review.give",
            "add evidence",
            "Adds a piece of evidence for the chosen requirement.",
            &["link", "document"],
            arrange::give,
        )
    },
    Command {
        available: reviewed,
        ..command(
            "review.demo-held",
            "demo held",
            "Records a live demo that was held: day, minutes, passed.",
            &["live demo", "validation", "interview"],
            demo::held,
        )
    },
    Command {
        available: |model| match reviewed(model) {
            Availability::Enabled => {
                with(model, |file| documents_in(&file.foreseen).map_err(|missing| missing.to_string()))
            }
            other => other,
        },
        ..command(
            "review.demo-plan",
            "plan the demo",
            "Plans the live demo, once the documents are in.",
            &["schedule", "live demo"],
            demo::plan,
        )
    },
    Command {
        available: reviewed,
        ..command(
            "review.demo-ask",
            "ask for a demo",
            "Asks the applicant for a live demo, or not any more.",
            &["live demo"],
            demo::ask,
        )
    },
];

/// A command of this group.
const fn command(
    id: &'static str,
    title: &'static str,
    doc: &'static str,
    aliases: &'static [&'static str],
    run: fn(&mut Model) -> Vec<Effect>,
) -> Command {
    let available: fn(&Model) -> Availability = unlocked;
    Command { id, title, doc, aliases, scope: Scope::Review, footer: false, available, run }
}
