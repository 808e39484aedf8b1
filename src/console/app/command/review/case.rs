//! Arranging the review of an application.

use super::super::{Availability, Command, Scope};
use super::{opened, reviewed, unlocked, with};
use crate::console::app::effect::Effect;
use crate::console::app::model::Model;
use crate::console::app::screen::conflict::{judge, tie};
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
        available: |model| unless(unlocked(model), electronic::cannot_open(model)),
        ..command(
            "review.electronic",
            "electronic ballot",
            "Puts a motion to all members, who answer until a deadline, without a meeting.",
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
    Command {
        available: opened,
        ..command(
            "review.conflict",
            "enter a conflict",
            "Enters in the register of conflicts that you or somebody else is tied to the applicant.",
            &["conflict of mine", "of a reviewer", "register", "tie", "interest"],
            tie::ask,
        )
    },
    Command {
        available: |model| unless(opened(model), tie::cannot_end(model)),
        ..command(
            "review.end-conflict",
            "end a conflict",
            "Gives a conflict of the register a last day.",
            &["register", "tie", "interest", "over"],
            tie::ask_end,
        )
    },
    Command {
        available: |model| unless(opened(model), judge::cannot_judge(model)),
        ..command(
            "review.judge",
            "waive or dismiss",
            "Lets the chair waive or dismiss a conflict of a reviewer or a member with the applicant.",
            &["conflict", "chair", "recusal"],
            judge::ask,
        )
    },
];

/// Where it could be used otherwise, `why` it cannot, if so.
fn unless(otherwise: Availability, why: Option<String>) -> Availability {
    match (otherwise, why) {
        (Availability::Enabled, Some(why)) => Availability::Disabled(why),
        (otherwise, _) => otherwise,
    }
}

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
