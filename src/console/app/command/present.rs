//! What can be done on the room's screen; nothing of it changes the docket.

use super::{Command, Scope, always};
use crate::console::app::effect::Effect;
use crate::console::app::model::Model;
use crate::console::app::overlay::help;
use crate::console::app::present::{self, Page};

/// The group.
pub(super) const COMMANDS: &[Command] = &[
    command("present.vote", "vote", "Shows the vote: motion, roll call and tally.", |model| {
        present::show(model, Page::Vote)
    }),
    command("present.summary", "application", "Shows the application in short.", |model| {
        present::show(model, Page::Summary)
    }),
    command("present.points", "points", "Shows the application's points.", |model| {
        present::show(model, Page::Points)
    }),
    command("present.map", "capabilities", "Shows the application's capability map.", |model| {
        present::show(model, Page::Map)
    }),
    command(
        "present.motion",
        "motion",
        "Shows the motion in full, with its terms and the edition.",
        |model| present::show(model, Page::Motion),
    ),
    command(
        "present.hide",
        "hide",
        "Hides numbers and positions until the ballot is closed; asks before it shows them.",
        present::hide,
    ),
    command("present.blank", "blank", "Shows nothing, or everything again.", present::blank),
    command("present.help", "help", "Shows the keys.", |model| {
        let help = help::Help::new(model);
        model.open(help)
    }),
    command("present.quit", "end", "Ends docket.", |_| vec![Effect::Quit(0)]),
    command("present.next", "next item", "Shows the next application of the agenda.", |model| {
        present::go_by(model, 1)
    }),
    quiet("present.before", "item before", "Shows the application before on the agenda.", |model| {
        present::go_by(model, -1)
    }),
    quiet("present.suspend", "suspend", "Stops docket until the shell continues it.", |_| {
        vec![Effect::Suspend]
    }),
    quiet("present.redraw", "redraw", "Draws the screen again.", |_| vec![Effect::Redraw]),
];

/// A command of this group that is not shown at the foot.
const fn quiet(
    id: &'static str,
    title: &'static str,
    doc: &'static str,
    run: fn(&mut Model) -> Vec<Effect>,
) -> Command {
    Command { footer: false, ..command(id, title, doc, run) }
}

/// A command of this group.
const fn command(
    id: &'static str,
    title: &'static str,
    doc: &'static str,
    run: fn(&mut Model) -> Vec<Effect>,
) -> Command {
    Command { id, title, doc, aliases: &[], scope: Scope::Present, footer: true, available: always, run }
}
