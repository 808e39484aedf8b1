//! Looking around on Review: panes, the next undecided, the next application, links.

use super::super::{Availability, Command, Scope};
use super::opened;
use crate::console::app::effect::Effect;
use crate::console::app::model::Model;
use crate::console::app::notice::Notice;
use crate::console::app::screen::review::case::links;
use crate::console::app::screen::review::{self, Pane, detail, finding, item};

/// The group.
pub(in crate::console::app::command) const COMMANDS: &[Command] = &[
    command("review.next-undecided", "next undecided", "Goes to the next undecided one.", |m| {
        undecided(m, true)
    }),
    command("review.previous-undecided", "previous undecided", "Goes to the undecided one before.", |m| {
        undecided(m, false)
    }),
    command("review.next-pane", "next pane", "Goes to the next pane.", |model| turn(model, true)),
    command("review.previous-pane", "previous pane", "Goes to the pane before.", |model| turn(model, false)),
    command("review.evidence", "evidence", "Goes to the evidence of the requirement, and back.", |model| {
        if model.screens.review.pane != Pane::Requirements {
            return show(model, Pane::Requirements);
        }
        let there = item::pane_of_requirement(&model.screens.review);
        let effects = show(model, there);
        item::choose_for_requirement(model);
        effects
    }),
    command("review.points", "points", "Goes to the Enterprise points.", |model| show(model, Pane::Points)),
    command("review.heads", "heads", "Goes to the certified heads.", |model| show(model, Pane::Heads)),
    command("review.map", "capability map", "Goes to the capability map.", |model| show(model, Pane::Map)),
    command("review.demo", "demonstrations", "Goes to the demonstrations.", |model| show(model, Pane::Demo)),
    command("review.history", "history", "Goes to what happened so far.", |model| show(model, Pane::History)),
    command("review.open", "read in full", "Shows what is chosen in full.", detail::open),
    command(
        "review.applicant",
        "the applicant",
        "Shows what the applicant says of itself, and who is tied to it.",
        detail::applicant,
    ),
    command(
        "review.linked",
        "linked application",
        "Goes to an application that belongs with it.",
        links::linked,
    ),
    command(
        "review.verdict",
        "verdict in full",
        "Shows all that stands in the way, the remarks and the advice.",
        detail::verdict,
    ),
    command("review.link", "open link", "Opens the link of what is chosen in the browser.", links::open),
    command("review.next", "next application", "Goes to the next application of the queue.", |model| {
        review::beside(model, true)
    }),
    command("review.previous", "previous application", "Goes to the application before.", |model| {
        review::beside(model, false)
    }),
];

/// A command of this group.
const fn command(
    id: &'static str,
    title: &'static str,
    doc: &'static str,
    run: fn(&mut Model) -> Vec<Effect>,
) -> Command {
    let available: fn(&Model) -> Availability = opened;
    Command { id, title, doc, aliases: &["go", "show"], scope: Scope::Review, footer: false, available, run }
}

/// Goes to the next or previous undecided requirement, or unchecked item where the pane lists items.
fn undecided(model: &mut Model, forward: bool) -> Vec<Effect> {
    let review = &mut model.screens.review;
    let found = if review.pane.lists_items() {
        item::next_unchecked(model, forward)
    } else {
        review.pane = Pane::Requirements;
        finding::next_undecided(model, forward)
    };
    if found { Vec::new() } else { model.say(Notice::done("Everything here is decided.")) }
}

fn turn(model: &mut Model, forward: bool) -> Vec<Effect> {
    let review = &mut model.screens.review;
    if let Some(file) = &review.file {
        review.pane = review.pane.beside(&file.panes, forward);
    }
    Vec::new()
}

fn show(model: &mut Model, pane: Pane) -> Vec<Effect> {
    let review = &mut model.screens.review;
    let known = review.file.as_ref().is_some_and(|file| file.panes.contains(&pane));
    if !known {
        return model.say(Notice::refused(format!("this program has no {}", pane.as_str())));
    }
    review.pane = pane;
    Vec::new()
}
