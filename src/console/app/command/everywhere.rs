//! Commands that work on every screen.

use super::{Availability, Command, Scope, always};
use crate::console::app::ahead;
use crate::console::app::effect::{Effect, Request};
use crate::console::app::model::Model;
use crate::console::app::notice::Notice;
use crate::console::app::overlay::{self, help, palette};
use crate::console::app::screen::{self, Screen};
use crate::console::app::settings::ThemeName;

/// The group.
pub(super) const COMMANDS: &[Command] = &[
    command(
        "everywhere.palette",
        "palette",
        "Opens the list of everything that can be done here.",
        &["commands", "search"],
        |model| {
            let palette = palette::Palette::new(model);
            model.open(palette)
        },
    ),
    command("everywhere.help", "help", "Shows the keys that work here.", &["keys", "what"], |model| {
        let help = help::Help::new(model);
        model.open(help)
    }),
    command(
        "everywhere.leave",
        "leave",
        "Leaves what is open on top; never ends docket.",
        &["escape", "close"],
        leave,
    ),
    command(
        "everywhere.back",
        "back",
        "Goes back; on Today and Queue with nothing open it ends docket.",
        &["quit", "exit"],
        back,
    ),
    command("everywhere.quit", "quit", "Ends docket.", &["exit", "leave"], |_| vec![Effect::Quit(0)]),
    command(
        "everywhere.interrupt",
        "interrupt",
        "Leaves what is open; a second time in a row it ends docket.",
        &["ctrl-c"],
        interrupt,
    ),
    command(
        "everywhere.suspend",
        "suspend",
        "Stops docket until the shell continues it.",
        &["background", "ctrl-z"],
        |_| vec![Effect::Suspend],
    ),
    command("everywhere.redraw", "redraw", "Draws the screen again.", &["refresh", "repaint"], |_| {
        vec![Effect::Redraw]
    }),
    command(
        "everywhere.undo",
        "undo",
        "Undoes your last change if nothing later rests on it.",
        &["revert", "take back"],
        |model| ahead::until_answered(model, vec![Effect::Ask(Request::Undo)]),
    ),
    command(
        "everywhere.theme",
        "next theme",
        "Changes the colours: terminal, light, dark, high contrast.",
        &["colours", "colors"],
        next_theme,
    ),
    command("everywhere.today", "go to Today", "Shows what is due.", &["home"], |model| {
        model.go(Screen::Today)
    }),
    command(
        "everywhere.queue",
        "go to Queue",
        "Shows all applications.",
        &["list", "applications"],
        |model| model.go(Screen::Queue),
    ),
    command(
        "everywhere.meeting",
        "go to Meeting",
        "Shows the council's meeting.",
        &["council", "vote", "tac"],
        |model| model.go(Screen::Meeting),
    ),
    command(
        "everywhere.register",
        "go to Register",
        "Shows what was granted.",
        &["certifications"],
        |model| model.go(Screen::Register),
    ),
    command(
        "everywhere.handbook",
        "go to Handbook",
        "Shows what the edition asks.",
        &["requirements", "rules"],
        |model| model.go(Screen::Handbook),
    ),
    command(
        "everywhere.journal",
        "go to Journal",
        "Shows who changed what, and when.",
        &["history", "log"],
        |model| model.go(Screen::Journal),
    ),
];

/// A command of this group.
const fn command(
    id: &'static str,
    title: &'static str,
    doc: &'static str,
    aliases: &'static [&'static str],
    run: fn(&mut Model) -> Vec<Effect>,
) -> Command {
    let available: fn(&Model) -> Availability = always;
    Command { id, title, doc, aliases, scope: Scope::Everywhere, footer: false, available, run }
}

fn leave(model: &mut Model) -> Vec<Effect> {
    left(model).unwrap_or_default()
}

/// Leaves what is open on top, if anything is.
fn left(model: &mut Model) -> Option<Vec<Effect>> {
    overlay::give_up(model).or_else(|| screen::leave(model))
}

fn back(model: &mut Model) -> Vec<Effect> {
    if let Some(effects) = left(model) {
        return effects;
    }
    if matches!(model.screen, Screen::Today | Screen::Queue) {
        return vec![Effect::Quit(0)];
    }
    model.screen = model.back.pop().unwrap_or(Screen::Today);
    let asked = screen::load(model);
    ahead::until_answered(model, asked)
}

fn interrupt(model: &mut Model) -> Vec<Effect> {
    if std::mem::replace(&mut model.ending, true) {
        return vec![Effect::Quit(0)];
    }
    let mut effects = overlay::give_up(model).unwrap_or_default();
    effects.extend(model.say(Notice::done("Press ctrl-c again to end docket.")));
    effects
}

fn next_theme(model: &mut Model) -> Vec<Effect> {
    let at = ThemeName::ALL.iter().position(|name| *name == model.settings.theme).unwrap_or_default();
    let next = ThemeName::ALL.iter().cycle().nth(at + 1).copied().unwrap_or(model.settings.theme);
    model.settings.theme = next;
    model.say(Notice::done(format!("Theme: {next}.")))
}
