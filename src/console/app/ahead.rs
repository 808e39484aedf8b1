//! Keys that are typed ahead. Where the next key is about something that is still being read, it waits until that is
//! there, so that no key acts on what was shown before.

use super::command::{self, Availability, Command};
use super::drafts;
use super::effect::{Effect, Request};
use super::keymap::Found;
use super::message::Message;
use super::model::Model;
use super::notice::Notice;
use super::update::update;

/// What was typed ahead.
#[derive(Clone, Debug, Default)]
pub struct Ahead {
    /// Echoes that were asked for and have not come.
    echoes: usize,
    /// A command that was asked for before all that it rests on was in the file. It comes before the keys that wait.
    command: Option<&'static Command>,
    waiting: Vec<Message>,
}

/// The end of what is asked of the store: keys wait until it is answered.
pub(super) fn until_answered(model: &mut Model, mut asked: Vec<Effect>) -> Vec<Effect> {
    model.ahead.echoes += 1;
    asked.push(Effect::Ask(Request::Echo));
    asked
}

/// What is asked because something was answered: keys that wait already wait for this as well.
pub(super) fn and_then(model: &mut Model, asked: Vec<Effect>) -> Vec<Effect> {
    if model.ahead.echoes > 0 && !asked.is_empty() { until_answered(model, asked) } else { asked }
}

/// Whether `message` has to wait. The key that ends docket never does.
pub(super) fn waits(model: &Model, message: &Message) -> bool {
    let ends = |found| matches!(found, Found::Command(command) if command.id == "everywhere.interrupt");
    model.ahead.echoes > 0
        && match message {
            Message::Key(key) => !ends(model.keymap.find(&model.scopes(), &[*key])),
            Message::Paste(_) => true,
            _ => false,
        }
}

/// Runs `command` as soon as everything asked so far is answered.
pub(super) fn run_then(model: &mut Model, command: &'static Command) -> Vec<Effect> {
    model.ahead.command = Some(command);
    until_answered(model, Vec::new())
}

/// Runs a command that has waited. It waits once: what is not in the file now does not come.
fn run(model: &mut Model, command: &'static Command) -> Vec<Effect> {
    if (command.available)(model) == Availability::Soon {
        let said = format!("{}: not everything is in the file; try again.", command.title);
        return model.say(Notice::refused(said));
    }
    command::run(model, command)
}

/// Forgets what waits.
pub(super) fn forget(model: &mut Model) {
    model.ahead.command = None;
    model.ahead.waiting.clear();
}

/// Lets `message` wait.
pub(super) fn wait(model: &mut Model, message: Message) -> Vec<Effect> {
    model.ahead.waiting.push(message);
    Vec::new()
}

/// An echo has come: everything asked before it is answered. What waited for it goes on, until something is asked again.
pub(super) fn echoed(model: &mut Model) -> Vec<Effect> {
    model.ahead.echoes = model.ahead.echoes.saturating_sub(1);
    if model.ahead.echoes > 0 {
        return Vec::new();
    }
    let mut effects = drafts::made(model);
    if let Some(command) = model.ahead.command.take() {
        effects.extend(run(model, command));
    }
    let waiting = std::mem::take(&mut model.ahead.waiting);
    effects.extend(waiting.into_iter().flat_map(|message| update(model, message)));
    effects
}
