//! One message in, the model changed, effects out.

use super::ahead;
use super::command;
use super::drafts;
use super::effect::{Effect, Reply};
use super::key::{Code, Key};
use super::keymap::Found;
use super::message::Message;
use super::model::Model;
use super::notice::Notice;
use super::overlay::{self, Text};
use super::present;
use super::screen;

/// Takes in one message.
pub fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    if ahead::waits(model, &message) {
        return ahead::wait(model, message);
    }
    match message {
        Message::Key(key) => press(model, key),
        Message::Together(messages) => {
            messages.into_iter().flat_map(|message| update(model, message)).collect()
        }
        Message::Paste(text) => overlay::pasted(model, &text),
        Message::Resize { width, height } => {
            model.size = (width, height);
            // Back at the size that it had, the terminal may still have lost what was on it.
            vec![Effect::Redraw]
        }
        Message::Answer(reply) => answered(model, reply),
        Message::Edited(Ok(text)) => overlay::edited(model, &text),
        Message::Edited(Err(why)) => model.say(Notice::trouble(why)),
        Message::Told(notice) => model.say(notice),
        Message::Day(today) => {
            model.about.today = today;
            screen::load(model)
        }
        Message::Signal(number) => vec![Effect::Quit(number.saturating_add(128))],
        Message::Stop => vec![Effect::Suspend],
        Message::WorkerDied { thread, why } => {
            vec![Effect::Fail(format!(
                "docket stopped: its {thread} thread failed ({why}). What was confirmed is in the file."
            ))]
        }
    }
}

fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    model.notice = None;
    let ending = model.ending;
    let effects = pressed(model, key);
    if ending {
        model.ending = false;
    }
    effects
}

fn pressed(model: &mut Model, key: Key) -> Vec<Effect> {
    if !model.pending.is_empty() && key == Key::plain(Code::Esc) {
        model.pending.clear();
        return Vec::new();
    }
    let begun = !model.pending.is_empty();
    model.pending.push(key);
    match model.keymap.find(&model.scopes(), &model.pending) {
        Found::Command(command) => {
            model.keys = std::mem::take(&mut model.pending);
            command::run(model, command)
        }
        Found::Prefix => Vec::new(),
        Found::Nothing => {
            let keys = std::mem::take(&mut model.pending);
            if begun || model.overlays.is_empty() {
                return command::meaningless(model, &keys);
            }
            overlay::typed(model, key)
        }
    }
}

/// Asks again for what is shown.
fn again(model: &mut Model) -> Vec<Effect> {
    let asked = screen::load(model);
    ahead::and_then(model, asked)
}

fn answered(model: &mut Model, reply: Reply) -> Vec<Effect> {
    match reply {
        Reply::Nothing => Vec::new(),
        Reply::Echo => ahead::echoed(model),
        Reply::Changed => again(model),
        Reply::Done { what, undoable, warnings } => {
            let key = model.keymap.first("everywhere.undo").filter(|_| undoable);
            let undo = key.map(|key| format!("{key} undoes")).unwrap_or_default();
            model.notice = Some(Notice::done(what).then(undo));
            let mut effects = drafts::made(model);
            effects.extend(again(model));
            if !warnings.is_empty() {
                effects.extend(model.open(Text::new("Done, with a warning", warnings)));
            }
            effects
        }
        Reply::Refused(why) => {
            drafts::not_made(model, &why);
            model.notice = Some(Notice::refused(why));
            again(model)
        }
        Reply::Failed(why) => {
            drafts::not_made(model, &why);
            screen::review::nothing_came(model);
            model.say(Notice::trouble(why))
        }
        Reply::Today(reply) => screen::today::answered(model, reply),
        Reply::Queue(reply) => screen::queue::answered(model, reply),
        Reply::Review(reply) => screen::review::answered(model, reply),
        Reply::Meeting(reply) => screen::meeting::answered(model, reply),
        Reply::Register(reply) => screen::register::answered(model, reply),
        Reply::Handbook(reply) => screen::handbook::answered(model, reply),
        Reply::Journal(reply) => screen::journal::answered(model, reply),
        Reply::Present(reply) => present::answered(model, reply),
    }
}
