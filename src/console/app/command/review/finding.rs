//! Findings on Review.

use super::super::{Availability, Command, Scope};
use super::findable;
use crate::console::app::effect::Effect;
use crate::console::app::model::Model;
use crate::console::app::screen::review::finding;
use crate::review::Status;

/// The group.
pub(in crate::console::app::command) const COMMANDS: &[Command] = &[
    command("review.met", "met", "Finds the requirement met.", true, |model| {
        finding::find(model, Status::Met)
    }),
    command("review.not-met", "not met", "Finds the requirement not met.", true, |model| {
        finding::find(model, Status::NotMet)
    }),
    Command {
        id: "review.confirm-computed",
        title: "confirm computed",
        doc: "Names all that is computed and undecided, and makes findings of it on yes.",
        aliases: &["confirm all", "accept computed"],
        scope: Scope::Review,
        footer: true,
        available: |model| match findable(model) {
            Availability::Enabled => super::with(model, |file| match finding::computable(file) {
                0 => Err("nothing that is undecided could be computed".to_owned()),
                _ => Ok(()),
            }),
            other => other,
        },
        run: finding::confirm_computed,
    },
    command(
        "review.not-applicable",
        "not applicable",
        "Finds that the requirement does not apply, where the edition allows it.",
        false,
        |model| finding::find(model, Status::NotApplicable),
    ),
    command(
        "review.waive",
        "waive",
        "Waives the requirement until a day, with a reason; for the lead.",
        false,
        finding::waive,
    ),
    command("review.clear", "clear finding", "Takes the finding back: open again.", false, finding::clear),
    command(
        "review.justify",
        "justification",
        "Writes why it was found so, for the file.",
        true,
        finding::justify,
    ),
    command("review.tell", "text to applicant", "Writes what the applicant is told.", true, finding::tell),
];

/// A command of this group.
const fn command(
    id: &'static str,
    title: &'static str,
    doc: &'static str,
    footer: bool,
    run: fn(&mut Model) -> Vec<Effect>,
) -> Command {
    let available: fn(&Model) -> Availability = findable;
    Command {
        id,
        title,
        doc,
        aliases: &["finding", "requirement"],
        scope: Scope::Review,
        footer,
        available,
        run,
    }
}
